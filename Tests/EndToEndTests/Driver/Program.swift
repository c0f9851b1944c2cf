import Foundation

/// The two programs under test, as they lie beside the test bundle.
enum Program: String {
    case courier
    case station

    /// The file of the program.
    var path: String { url.path }

    private var url: URL {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: own).deletingLastPathComponent()
            .appendingPathComponent(rawValue)
    }

    /// Runs it to its end. The environment is empty but for a home of its own and `environment`.
    func run(
        _ arguments: [String], home: String, input: String = "",
        environment: [String: String] = [:]
    ) throws -> Finished {
        let running = try start(arguments, home: home, environment: environment)
        running.write(input)
        return running.wait()
    }

    /// Starts it and comes back at once.
    func start(
        _ arguments: [String], home: String, environment: [String: String] = [:]
    ) throws -> Running {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.environment = ["HOME": home, "PATH": "/usr/bin:/bin", "LANG": "en_US.UTF-8"]
            .merging(environment) { _, new in new }
        return try Running(process)
    }
}

/// A program that was started.
final class Running {
    private let process: Process
    private let input = Pipe()
    private let output = Pipe()
    private let errors = Pipe()
    private var early = Data()

    fileprivate init(_ process: Process) throws {
        self.process = process
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// Everything on its standard input. A program that has ended takes nothing.
    func write(_ text: String) {
        try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try? input.fileHandleForWriting.close()
    }

    /// The next line of its standard output; nil when it has ended.
    func line() -> String? {
        while true {
            if let end = early.firstIndex(of: UInt8(ascii: "\n")) {
                defer { early.removeSubrange(...end) }
                return String(decoding: early[..<end], as: UTF8.self)
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { return nil }
            early.append(more)
        }
    }

    /// What a power cut does to the process.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
    }

    /// Asks it to end.
    func terminate() {
        Foundation.kill(process.processIdentifier, SIGTERM)
    }

    /// Its end, with everything it said.
    func wait() -> Finished {
        try? input.fileHandleForWriting.close()
        let said = early + output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Finished(
            status: process.terminationReason == .exit ? process.terminationStatus : nil,
            stdout: String(decoding: said, as: UTF8.self),
            stderr: String(decoding: complained, as: UTF8.self))
    }
}

/// A program that has ended.
struct Finished {
    /// Nil when a signal ended it.
    let status: Int32?
    let stdout: String
    let stderr: String

    /// The document on its standard output.
    var json: JSON {
        get throws { try JSONDecoder().decode(JSON.self, from: Data(stdout.utf8)) }
    }
}
