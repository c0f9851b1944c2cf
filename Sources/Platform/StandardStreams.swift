internal import Foundation

/// Writes what a program has to say.
package enum StandardStreams {
    /// Messages first, then data. Whether everything arrived; that a reader went away is no
    /// failure, for it wants no more.
    package static func write(stdout: String, stderr: String) -> Bool {
        write(stderr, to: .standardError) && write(stdout, to: .standardOutput)
    }

    /// One line of data, at once.
    package static func writeLine(_ line: String) -> Bool {
        write(line + "\n", to: .standardOutput)
    }

    /// Whether a person sits at both ends.
    package static var areTerminals: Bool {
        isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
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
