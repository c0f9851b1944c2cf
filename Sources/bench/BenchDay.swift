import Central
import Domain
import Foundation
import Platform

/// The close of a day over many handhelds (W9): everything was sealed and has come, the manager
/// orders the close, and the manifest is durable.
enum BenchDay {
    static let deviceCount = 200
    static let factCount = 100_000

    static func run(parent: String) throws {
        let folder = "\(parent)/bench-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let labels = (1...deviceCount).map { "HH-\($0)" }
        let (central, codes) = try BenchServer.makeStation(folder, labels: labels)
        let each = factCount / deviceCount
        for (index, label) in labels.enumerated() {
            let handheld = try BenchHandheld(
                label, folder: folder, code: codes[label] ?? "",
                client: DirectClient(central: central), firstParcel: index * factCount)
            // The station's zone comes with its rows.
            try handheld.fill(each - 1)
            _ = try handheld.synchronise()
            try handheld.seal()
            _ = try handheld.push()
            try? FileManager.default.removeItem(atPath: "\(folder)/\(label).sqlite")
        }
        try BenchServer.expect(facts: factCount, in: folder)
        let seconds = try close(central)
        let floor = try Floor.run(["read", BenchServer.database(folder)])
        print(
            "close of a day, \(deviceCount) handhelds, \(factCount) facts: "
                + "\(seconds) s; reading the same rows: \(floor) s; at most 2 s")
    }

    /// Begins the close, lets the cash pass that one person has on two hundred handhelds, and
    /// measures the close itself: blocks, manifest, COMMIT.
    private static func close(_ central: Central) throws -> Double {
        let now = ClockReading.now().moment
        _ = try central.perform(.day(.begin, day: nil), at: now)
        _ = try central.perform(
            .day(
                .waive(what: "cash", reference: BenchServer.person, reason: "benchmark"), day: nil),
            at: now)
        let begin = ContinuousClock.now
        let outcome = try central.perform(.day(.close, day: nil), at: now)
        let seconds = begin.seconds
        guard case .dayStands(_, .closedWithExceptions) = outcome else {
            throw VoidRun("the day was not closed: \(outcome)")
        }
        return seconds
    }
}
