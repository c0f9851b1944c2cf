import Domain
import Foundation
import SQLite
import SyncProtocol

@testable import Journal

/// A journal file in a folder of its own that goes with the test.
final class TestJournal {
    static let device = "01990f2a-7c10-7a31-8a55-0f3e9b2c4d10"
    static let stream = "01990f2b-0d22-7b90-9c01-5a7f3d2e1c08"
    static let courier = "c10482"

    let path: String
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("waybook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent("journal.sqlite").path
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func create() throws -> Journal {
        try Journal.create(
            path, device: TestJournal.device, stream: TestJournal.stream, at: 1_789_027_000_000)
    }

    func open(vfs: String? = nil) throws -> Journal {
        try Journal.open(path, vfs: vfs)
    }

    /// Copies the files as a kill leaves them, the log not checkpointed.
    func copy() throws -> TestJournal {
        let copy = try TestJournal()
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: copy.path + suffix)
        }
        return copy
    }
}

extension Moment {
    /// A minute of the test's day.
    static func minute(_ minute: Int, boot: Int = 4) -> Moment {
        Moment(
            wallMilliseconds: 1_789_027_200_000 + minute * 60_000,
            bootMilliseconds: 3_600_000 + minute * 60_000, bootNumber: boot, offsetMinutes: 480)
    }
}

extension Journal {
    /// Own facts that the rows do not contain.
    func unappliedFacts() throws -> [Fact] {
        var facts: [Fact] = []
        try forEachUnappliedFact { facts.append($0.fact) }
        return facts
    }

    /// Records one note.
    @discardableResult
    func note(
        _ text: String, about subject: EntityReference? = nil,
        base: [EntityReference: Int] = [:], at minute: Int = 0, draft: String? = nil
    ) throws -> RecordOutcome {
        try record(
            [{ _ in FactDraft(.note(NoteFact(text: text)), subject: subject, base: base) }],
            by: TestJournal.courier, at: .minute(minute), draft: draft)
    }

    /// Seals the open stream from its first entry on.
    func seal(
        _ stream: String? = nil, through last: Int, day: String, at minute: Int = 0
    ) throws {
        let range = SealedRange(
            from: 1, to: last, count: last, head: try head(at: last, of: stream)?.hex ?? "")
        let seal = DaySealFact(day: day, stream: stream, range: range, cashDeclared: [:])
        _ = try record(
            [{ _ in FactDraft(.daySeal(seal)) }],
            by: TestJournal.courier, at: .minute(minute))
    }

    /// Records that the station has closed a day.
    func close(_ day: String, at minute: Int) throws {
        let hash = String(repeating: "ab", count: 32)
        let own = try ownDays().seals.last { $0.seal.day == day }
        let line = own?.lineHash.hex ?? hash
        let receipt = DayReceiptFact(
            day: day, manifest: hash, receipt: hash, line: line, number: 1)
        _ = try record(
            [{ _ in FactDraft(.dayReceipt(receipt)) }], by: "system", at: .minute(minute))
    }

    /// Records one fact whose line grows by one byte with `padding`, which is 1 or more.
    func recordLong(padding: Int) throws {
        var values: [String: ConfigValue] = [:]
        for number in 10..<25 { values["k\(number)"] = .text(String(repeating: "x", count: 1_000)) }
        values["pad"] = .text(String(repeating: "x", count: padding / 2))
        values["pad2"] = .text(String(repeating: "x", count: padding - padding / 2))
        _ = try record(
            [{ _ in FactDraft(.configSet(ConfigSetFact(station: "ST0931", values: values))) }],
            by: TestJournal.courier, at: .minute(0))
    }
}
