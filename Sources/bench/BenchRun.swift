import Domain
import Foundation
import Platform

/// The run was not what it claims to be; its figures are void.
struct VoidRun: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// Ends the run unless the far end did the work.
    static func unless(_ holds: Bool, _ description: String) throws {
        guard holds else { throw VoidRun(description) }
    }
}

/// All measurements of one run, in a folder of its own.
enum BenchRun {
    static let factCount = 10_000
    static let smallCount = 1_000
    static let largeCount = 100_000
    static let rounds = 50
    private static let sliceCount = 10
    /// Facts of one series of single facts: the first is not measured.
    private static let singleFacts = rounds + 1

    /// Everything, the exchanges at a large station after so many facts.
    static func run(parent: String, largeCount: Int = largeCount) throws {
        let folder = "\(parent)/bench-\(ProcessInfo.processInfo.processIdentifier)"
        try DurableFile.makeFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var report = Report(largeCount: largeCount)
        try measureSmallStation(folder + "/small", &report)
        try measureLargeStation(folder + "/large", &report)
        report.echoFloor = try Floor.run(["echo"])
        print(report.json)
        print(report.table)
    }

    /// The push alone within one process and without a network, for a profiler: its counts do not
    /// depend on what else the machine does.
    static func pushAlone(parent: String, count: Int) throws {
        let folder = "\(parent)/bench-\(ProcessInfo.processInfo.processIdentifier)"
        let (central, codes) = try BenchServer.makeStation(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let handheld = try BenchHandheld(
            "HH-01", folder: folder, code: codes["HH-01"] ?? "",
            client: DirectClient(central: central))
        try pushAlone(handheld, count: count, to: folder)
    }

    /// The same to a server in a process of its own.
    static func pushOverLoopback(parent: String, count: Int) throws {
        let folder = "\(parent)/bench-\(ProcessInfo.processInfo.processIdentifier)"
        let server = try BenchServer(folder: folder)
        defer {
            server.stop()
            try? FileManager.default.removeItem(atPath: folder)
        }
        let handheld = try BenchHandheld("HH-01", folder: folder, server: server)
        try pushAlone(handheld, count: count, to: folder)
    }

    private static func pushAlone(
        _ handheld: BenchHandheld, count: Int, to folder: String
    ) throws {
        try handheld.fill(count)
        let push = try handheld.push()
        try BenchServer.expect(facts: count, in: folder)
        print("\(count) facts in \(push.exchanges) exchanges: \(push.seconds) s")
    }

    /// Exchanges at a station that holds few facts.
    private static func measureSmallStation(_ folder: String, _ report: inout Report) throws {
        let server = try BenchServer(folder: folder)
        defer { server.stop() }
        let handheld = try BenchHandheld("HH-01", folder: folder, server: server)
        try handheld.fill(smallCount)
        _ = try handheld.synchronise()
        report.quietSmall = try handheld.medianOfQuietExchanges(rounds)
        report.factSmall = try handheld.medianOfSingleFacts(rounds)
        try server.expect(facts: smallCount + singleFacts)
    }

    private static func measureLargeStation(_ folder: String, _ report: inout Report) throws {
        let server = try BenchServer(folder: folder)
        defer { server.stop() }
        let handheld = try BenchHandheld("HH-01", folder: folder, server: server)
        let rows = folder + "/rows"
        try measureAppend(handheld, rows: rows, folder: folder, &report)
        try measurePush(handheld, server, folder: folder, &report)
        try measurePull(server, folder: folder, &report)
        report.serverPeak = server.peakMegabytes
        report.handheldPeak = Memory.peakMegabytes(of: "self")
        try handheld.fill(report.largeCount - factCount)
        _ = try handheld.synchronise()
        try server.expect(facts: report.largeCount)
        report.quietLarge = try handheld.medianOfQuietExchanges(rounds)
        report.factLarge = try handheld.medianOfSingleFacts(rounds)
        report.factFloor = try Floor.run(["fact", folder + "/floor-fact.db", rows])
        report.serverPeakLarge = server.peakMegabytes
        try server.expect(facts: report.largeCount + singleFacts)
    }

    /// Ours and the floor in turn, a thousand facts at a time: disks are not twice the same.
    private static func measureAppend(
        _ handheld: BenchHandheld, rows: String, folder: String, _ report: inout Report
    ) throws {
        for slice in 1...sliceCount {
            report.append += try handheld.record(factCount / sliceCount)
            let lines = try handheld.lines(after: factCount / sliceCount * (slice - 1))
            report.lineBytes += lines.reduce(0) { $0 + $1.count }
            try Floor.write(lines, to: rows)
            report.appendFloor += try Floor.run(["append", folder + "/floor.db", rows])
        }
        report.lineBytes /= factCount
        try VoidRun.unless(
            try handheld.verifiedCount() == factCount, "the journal does not verify")
    }

    private static func measurePush(
        _ handheld: BenchHandheld, _ server: BenchServer, folder: String, _ report: inout Report
    ) throws {
        let before = try floorPush(folder)
        let push = try handheld.push()
        report.push = push.seconds
        report.pushExchanges = push.exchanges
        report.pushBytesUp = push.bytesUp
        _ = try handheld.synchronise()
        try server.expect(facts: factCount)
        report.pushFloor = (before + (try floorPush(folder))) / 2
    }

    /// In about as many batches as a handheld needs, whose requests grow from small to large.
    private static func floorPush(_ folder: String) throws -> Double {
        defer { try? FileManager.default.removeItem(atPath: folder + "/floor.db.server") }
        return try Floor.run(["push", folder + "/floor.db", "50"])
    }

    private static func measurePull(
        _ server: BenchServer, folder: String, _ report: inout Report
    ) throws {
        let second = try BenchHandheld("HH-02", folder: folder, server: server)
        let pull = try second.synchronise(keepsRows: true)
        report.pull = pull.seconds
        report.pullRows = pull.rows.count
        try VoidRun.unless(pull.rows.count > factCount / 3, "few rows came: \(pull.rows.count)")
        let file = folder + "/pulled"
        try Floor.write(pull.rows, to: file)
        report.pullFloor = try Floor.run(["pull", folder + "/floor-pull.db", file])
    }
}
