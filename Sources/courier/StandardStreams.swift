import Commands
import Foundation

/// Writes what a command has to say.
enum StandardStreams {
    /// Whether everything arrived. A reader that went away wants no more: that is no failure.
    static func write(_ printed: PrintedOutput) -> Bool {
        write(printed.stderr, to: .standardError) && write(printed.stdout, to: .standardOutput)
    }

    private static func write(_ text: String, to stream: FileHandle) -> Bool {
        guard !text.isEmpty else { return true }
        do {
            try stream.write(contentsOf: Data(text.utf8))
            return true
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            return cause?.code == Int(POSIXError.Code.EPIPE.rawValue)
        }
    }
}
