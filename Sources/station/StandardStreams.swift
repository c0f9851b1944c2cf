import Commands
import Foundation

/// Writes what a command has to say; a reader that went away is no error.
enum StandardStreams {
    static func write(_ printed: PrintedOutput) {
        try? FileHandle.standardError.write(contentsOf: Data(printed.stderr.utf8))
        try? FileHandle.standardOutput.write(contentsOf: Data(printed.stdout.utf8))
    }

    static func writeLine(_ line: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    }
}
