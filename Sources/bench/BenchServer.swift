import Central
import CentralStore
import Domain
import Foundation
import HTTPServer
import HTTPWire
import Platform

/// The server as a process of its own: this program, started again.
final class BenchServer {
    static let person = "c10482"
    private static let station = "HZ0931"
    private static let readyPrefix = "listening "

    let folder: String
    let port: Int
    /// Enrolment codes by label.
    let codes: [String: String]
    private let process = Process()

    /// Makes a station with slots for two handhelds and starts its server.
    init(folder: String) throws {
        self.folder = folder
        codes = try BenchServer.makeStation(folder).codes
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["serve", folder]
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let text = line.dropFirst(BenchServer.readyPrefix.count).prefix { $0 != "\n" }
        guard line.hasPrefix(BenchServer.readyPrefix), let port = Int(text) else {
            throw VoidRun("the server said \(line)")
        }
        self.port = port
    }

    /// A station with slots for two handhelds, and their codes by label.
    static func makeStation(
        _ folder: String, labels: [String] = ["HH-01", "HH-02"]
    ) throws -> (central: Central, codes: [String: String]) {
        try DurableFile.makeFolder(folder)
        let central = try BenchServer.central(folder)
        let now = ClockReading.now().moment
        _ = try central.perform(
            .initialise(StationSetup(station: BenchServer.station, name: "杭州文三路站")), at: now)
        let person = PersonSetup(
            person: BenchServer.person, name: "张伟", capabilities: ["pickup", "deliver", "cash"])
        _ = try central.perform(.setPerson(person), at: now)
        var codes: [String: String] = [:]
        for label in labels {
            guard
                case .deviceSlot(_, let code, _) = try central.perform(
                    .addDevice(label: label), at: now)
            else { throw VoidRun("no slot for \(label)") }
            codes[label] = code
        }
        return (central, codes)
    }

    /// Serves until SIGTERM. This is the whole life of the child process.
    static func serve(folder: String) throws {
        let central = try central(folder)
        var configuration = ServerConfiguration()
        guard let address = TCPAddress("127.0.0.1:0") else { throw VoidRun("no address") }
        configuration.address = address
        let server = try HTTPServer(configuration) { request, _ in
            central.respond(
                to: request, origin: .network(address: "127.0.0.1"), at: ClockReading.now().moment)
        }
        _ = try server.run {
            FileHandle.standardOutput.write(Data("\(readyPrefix)\(server.boundPort)\n".utf8))
        }
    }

    /// The most memory it had at once.
    var peakMegabytes: Double { Memory.peakMegabytes(of: String(process.processIdentifier)) }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    func expect(facts count: Int) throws { try BenchServer.expect(facts: count, in: folder) }

    /// Reads the ledger itself: it holds this many facts of handhelds.
    static func expect(facts count: Int, in folder: String) throws {
        let status = try StationReader(path: BenchServer.database(folder)).status(
            now: ClockReading.now().wallMilliseconds)
        let have = status.devices.reduce(0) { $0 + $1.have }
        try VoidRun.unless(have == count, "the ledger holds \(have) facts instead of \(count)")
        try VoidRun.unless(status.exceptions.allSatisfy { $0.count == 0 }, "\(status.exceptions)")
    }

    private static func central(_ folder: String) throws -> Central {
        var limits = CentralLimits()
        limits.exchangesPerMinute = 1_000_000
        limits.exchangeBurst = 1_000_000
        limits.enrolmentsPerMinute = 1_000_000
        return Central(
            store: try CentralStore(
                path: database(folder), side: SideWork(begin: SideThread().begin)),
            masterKey: [UInt8](repeating: 7, count: 32), limits: limits)
    }

    static func database(_ folder: String) -> String { folder + "/central.sqlite" }
}

extension ClockReading {
    /// The reading as the deterministic modules take it.
    var moment: Moment {
        Moment(
            wallMilliseconds: wallMilliseconds, bootMilliseconds: bootMilliseconds,
            bootNumber: bootNumber, offsetMinutes: offsetMinutes)
    }
}

/// Resident memory of a process, as the kernel counts it.
enum Memory {
    static func peakMegabytes(of process: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
        return (kilobytes.flatMap { Double($0) } ?? 0) / 1024
    }
}
