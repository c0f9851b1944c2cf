import Foundation
import Testing

/// A station in a folder of its own, with its server as a process.
final class TestStation {
    static let person = "c10482"
    static let pin = "246810"
    static let id = "HZ0931"

    let folder: TemporaryFolder
    private(set) var port = 0
    private var server: Running?

    /// Makes the station with one courier and starts its server.
    init(id: String = TestStation.id) throws {
        folder = try TemporaryFolder()
        try must(["init", "--station", id, "--name", "杭州文三路站"])
        try must(
            ["courier", "add", TestStation.person, "--name", "张伟", "--pin-file", "-"],
            input: TestStation.pin + "\n")
        try start()
    }

    deinit {
        server?.kill()
        _ = server?.wait()
    }

    var address: String { "http://127.0.0.1:\(port)" }

    /// Starts the server, on the port it had before if it had one.
    func start() throws {
        let running = try Program.station.start(
            ["serve", "--listen", "127.0.0.1:\(port)", "--data", data], home: folder.path)
        let line = running.line() ?? ""
        let prefix = "listening http://127.0.0.1:"
        guard line.hasPrefix(prefix), let bound = Int(line.dropFirst(prefix.count)) else {
            running.kill()
            throw DriverFailure("serve said \"\(line)\": \(running.wait().stderr)")
        }
        port = bound
        server = running
    }

    /// Cuts its power.
    func kill() {
        server?.kill()
        _ = server?.wait()
        server = nil
    }

    /// Ends it in order.
    func stop() -> Finished? {
        server?.terminate()
        defer { server = nil }
        return server?.wait()
    }

    func run(_ arguments: [String], input: String = "") throws -> Finished {
        try Program.station.run(
            arguments + ["--data", data, "--json"], home: folder.path, input: input)
    }

    /// A command that has to succeed.
    @discardableResult
    func must(_ arguments: [String], input: String = "") throws -> JSON {
        let finished = try run(arguments, input: input)
        guard finished.status == 0 else {
            throw DriverFailure("station \(arguments): \(finished)")
        }
        return try finished.json
    }

    /// The enrolment code of a new slot.
    func slot(_ label: String) throws -> String {
        try #require(try must(["device", "add", label])["code"].text)
    }

    /// What the station says of one handheld.
    func device(_ label: String) throws -> JSON {
        let devices = try must(["status"])["devices"].list
        return try #require(devices.first { $0["label"].text == label })
    }

    private var data: String { folder.path + "/station" }
}

/// The driver could not do what a test asked for.
struct DriverFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
