import Domain
import Foundation
import Handheld
import HandheldUI
import Journal
import Platform
import SyncProtocol

/// One handheld of the benchmark: the real parts of `courier` without its command line.
final class BenchHandheld {
    private let journal: Journal
    private let device: EnrolledDevice
    private let client: any BenchClient
    private var handheld: Handheld
    private var facts: BenchFacts

    /// Enrols with the code of the label's slot.
    convenience init(_ label: String, folder: String, server: BenchServer) throws {
        try self.init(
            label, folder: folder, code: server.codes[label] ?? "",
            client: LoopbackClient(port: server.port))
    }

    init(
        _ label: String, folder: String, code: String, client: any BenchClient,
        firstParcel: Int = 0
    ) throws {
        self.client = client
        facts = BenchFacts(firstParcel: firstParcel)
        let question = EnrolRequest(code: code, model: "bench", app: "bench/1")
        let enrolled = client.post(
            "/pjs/1/enrol", question.encoded(), fields: [("Content-Type", "application/json")])
        try VoidRun.unless(enrolled.status == 200, "enrol: \(enrolled.status)")
        let answer = try EnrolAnswer(decoding: enrolled.body)
        device = EnrolledDevice(
            id: answer.device, key: answer.key, station: answer.station, label: answer.label)
        journal = try Journal.create(
            "\(folder)/\(label).sqlite", device: answer.device,
            stream: UUID().uuidString.lowercased(), at: ClockReading.now().wallMilliseconds)
        handheld = try BenchHandheld.make(device, journal)
    }

    private static func make(_ device: EnrolledDevice, _ journal: Journal) throws -> Handheld {
        try Handheld(
            device: device, persons: [BenchServer.person], journal: journal, random: .system)
    }

    private var now: Moment { ClockReading.now().moment }

    // MARK: Recording

    /// Records so many facts as a courier does, each one durable before the next; seconds.
    func record(_ count: Int) throws -> Double {
        let begin = ContinuousClock.now
        for _ in 0..<count { try recordOne() }
        return begin.seconds
    }

    private func recordOne() throws {
        let step = facts.next()
        let receipt = try handheld.record(
            [step], by: BenchServer.person, at: now, draft: facts.draftID)
        facts.recorded(receipt.facts.last?.id ?? "")
    }

    /// Records many facts in few transactions, to come to a large journal soon.
    func fill(_ count: Int) throws {
        var left = count
        while left > 0 {
            let some = min(left, BenchHandheld.fillCount)
            try journal.together { () throws(JournalError) in
                for _ in 0..<some {
                    let step = facts.next()
                    let outcome = try journal.record(
                        [{ _ in step([]) }], by: BenchServer.person, at: now)
                    facts.recorded(outcome.facts.last?.fact.hex ?? "")
                }
            }
            left -= some
        }
        handheld = try BenchHandheld.make(device, journal)
    }

    private static let fillCount = 1_000

    func verifiedCount() throws -> Int { try handheld.verify().count }

    /// The lines of the journal after a sequence.
    func lines(after sequence: Int) throws -> [[UInt8]] {
        var lines: [[UInt8]] = []
        while true {
            let batch = try journal.entries(after: sequence + lines.count, bytesMax: 1 << 20)
            guard !batch.lines.isEmpty else { return lines }
            lines += batch.lines
        }
    }

    /// Seals the day, with no cash counted.
    func seal() throws {
        let outcome = try handheld.seal(
            SealInput(cashFen: 0), draft: UUID().uuidString.lowercased(), at: now)
        guard case .recorded = outcome else { throw VoidRun("nothing was sealed") }
    }

    // MARK: Exchanging

    /// What an exchange, or several, came to.
    struct Traffic {
        var seconds = 0.0
        var exchanges = 0
        var bytesUp = 0
        /// The lines of rows, if they were to be kept.
        var rows: [[UInt8]] = []
    }

    /// Exchanges until everything recorded is acknowledged.
    func push() throws -> Traffic {
        try exchange { try self.journal.status().pending == 0 }
    }

    /// Exchanges until everything is there and the rows are durable.
    func synchronise(keepsRows: Bool = false) throws -> Traffic {
        let traffic = try exchange(keepsRows: keepsRows) { self.handheld.isSynchronised }
        let pending = try journal.status().pending
        try VoidRun.unless(pending == 0, "\(pending) facts were not acknowledged")
        return traffic
    }

    private func exchange(
        keepsRows: Bool = false, until isDone: () throws -> Bool
    ) throws -> Traffic {
        var traffic = Traffic()
        let begin = ContinuousClock.now
        try handheld.ask(at: now)
        repeat {
            guard let request = try handheld.nextRequest(at: now) else {
                try waitForAlarm()
                continue
            }
            let answer = client.post(
                request.target, request.body, fields: request.fields.map { ($0.name, $0.value) })
            try handheld.receive(.answered(answer), at: now)
            traffic.exchanges += 1
            traffic.bytesUp += request.body.count
            if keepsRows { traffic.rows += BenchHandheld.rows(of: answer.body) }
            try VoidRun.unless(answer.status == 200, "the server answered \(answer.status)")
        } while try !isDone()
        traffic.seconds = begin.seconds
        return traffic
    }

    private func waitForAlarm() throws {
        guard let alarm = handheld.alarm else { throw VoidRun("nothing to send and no alarm") }
        usleep(UInt32(max(0, alarm - now.bootMilliseconds)) * 1_000)
        try handheld.ring(at: now)
    }

    private static func rows(of frame: [UInt8]) -> [[UInt8]] {
        let lines = (try? ExchangeFrame.lines(of: frame)) ?? []
        return lines.filter { $0.starts(with: "{\"@\":\"c\"".utf8) }.map(Array.init)
    }

    // MARK: Medians

    /// Milliseconds of an exchange in which neither side has anything new.
    func medianOfQuietExchanges(_ count: Int) throws -> Double {
        try median(count) { _ = try self.exchange { true } }
    }

    /// Milliseconds from recording one fact until the server has acknowledged it.
    func medianOfSingleFacts(_ count: Int) throws -> Double {
        try median(count) {
            try self.recordOne()
            _ = try self.push()
        }
    }

    private func median(_ count: Int, _ body: () throws -> Void) throws -> Double {
        _ = try synchronise()
        try body()
        _ = try synchronise()
        var times: [Double] = []
        for _ in 0..<count {
            let begin = ContinuousClock.now
            try body()
            times.append(begin.seconds * 1_000)
            _ = try synchronise()
        }
        return times.sorted()[count / 2]
    }
}

extension ContinuousClock.Instant {
    /// Seconds since then.
    var seconds: Double {
        let components = (ContinuousClock.now - self).components
        return Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
