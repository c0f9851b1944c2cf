import Commands
import Foundation

/// Runs a program of the demonstration to its end and keeps what it said.
struct ChildProcess {
    let status: Int32
    let stdout: Data
    let stderr: String

    /// The JSON document on stdout; empty when there is none.
    var document: [String: Any] {
        let object = try? JSONSerialization.jsonObject(with: stdout)
        return object as? [String: Any] ?? [:]
    }

    /// What went wrong, in the program's own words.
    var complaint: String {
        let error = document["error"] as? [String: Any]
        return error?["message"] as? String
            ?? stderr.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    static func run(
        _ program: String, _ arguments: [String], input: String = ""
    ) throws(CommandFailure) -> ChildProcess {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        do {
            try process.run()
        } catch {
            throw CommandFailure(.system("\(program): \(error.localizedDescription)"))
        }
        try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? stdin.fileHandleForWriting.close()
        let said = stdout.fileHandleForReading.readDataToEndOfFile()
        let complained = stderr.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return ChildProcess(
            status: process.terminationStatus, stdout: said,
            stderr: String(decoding: complained, as: UTF8.self))
    }
}

/// A running `station serve` of the demonstration.
final class DemoServer {
    let address: String
    private let process: Process

    private init(process: Process, address: String) {
        self.process = process
        self.address = address
    }

    /// Starts it and waits for its one line on stdout.
    static func start(
        _ program: String, folder: String, listen: String
    ) throws(CommandFailure) -> DemoServer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["serve", "--data", folder, "--listen", listen]
        let stdout = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw CommandFailure(.system("\(program): \(error.localizedDescription)"))
        }
        var line = Data()
        while let byte = try? stdout.fileHandleForReading.read(upToCount: 1), !byte.isEmpty,
            byte != Data([UInt8(ascii: "\n")])
        {
            line.append(byte)
        }
        let prefix = "listening http://"
        let text = String(decoding: line, as: UTF8.self)
        guard text.hasPrefix(prefix) else {
            throw CommandFailure(.system("station serve: \(text)"))
        }
        return DemoServer(process: process, address: String(text.dropFirst(prefix.count)))
    }

    var pid: Int32 { process.processIdentifier }

    /// What a power cut does to it.
    func kill() {
        Foundation.kill(pid, SIGKILL)
        process.waitUntilExit()
    }

    /// Ends it in order; false when it did not end well.
    func stop() -> Bool {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
