import Domain
import SQLite
import SyncProtocol
import Testing

@testable import Journal

/// A handheld that was enrolled again goes on with all it recorded.
@Suite struct JournalIdentityTests {
    static let device = "01990f2a-7c10-7a31-8a55-0f3e9b2c4d77"
    static let second = "01990f2b-0d22-7b90-9c01-5a7f3d2e1c09"
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
        for number in 1...5 { try journal.note("note \(number)", at: number, draft: "d-\(number)") }
    }

    private func change(isSameStation: Bool = true) throws -> RotationOutcome {
        try journal.change(
            to: NewIdentity(
                device: Self.device, stream: Self.second, isSameStation: isSameStation),
            at: .minute(60))
    }

    private func ids() throws -> [String] {
        var ids: [String] = []
        try journal.forEachFact { ids.append($0.fact.id) }
        return ids
    }

    @Test func `what is in no verified backup is carried, acknowledged or not`() throws {
        let before = try ids()
        try journal.acknowledge(through: 4)
        try journal.secure(through: 2)
        #expect(try change().carriedCount == 3)
        let status = try journal.status()
        #expect(status.device == Self.device && status.stream == Self.second)
        #expect(status.recorded == 3 && status.acknowledged == 0 && status.pending == 3)
        #expect(status.ownStreams.map(\.id) == [Self.second])
        #expect(status.streams.map(\.isFormer) == [true, false])
        #expect(status.streams.map(\.recorded) == [2, 3])
        #expect(try ids() == before)
        #expect(try journal.verify().allSatisfy { $0.fault == nil })
        #expect(try journal.head(at: 0) == Chain.genesis(device: Self.device, stream: Self.second))
        #expect(try file.copy().open().status() == status)
        // What was done from a draft is still known.
        #expect(try journal.find(draft: "d-5").count == 1)
    }

    @Test func `frozen streams are history too, and nothing is carried twice`() throws {
        let before = try ids()
        _ = try journal.rotate(
            Rotation(end: 3, newStream: "01990f2b-0d22-7b90-9c01-5a7f3d2e1c0a"), at: .minute(9))
        try journal.note("note 6", at: 10)
        let all = try ids()
        #expect(all.count == 6)
        #expect(try change().carriedCount == 6)
        #expect(try ids() == all)
        #expect(all.starts(with: before))
        #expect(try journal.status().pending == 6)
    }

    @Test func `an act is not divided`() throws {
        let step = { (text: String) -> ActStep in
            { _ in FactDraft(.note(NoteFact(text: text))) }
        }
        _ = try journal.record([step("a"), step("b"), step("c")], by: "c1", at: .minute(6))
        try journal.acknowledge(through: 8)
        try journal.secure(through: 7)
        #expect(try change().carriedCount == 3)
    }

    @Test func `at another station nothing is carried`() throws {
        try journal.acknowledge(through: 5)
        #expect(try change(isSameStation: false).carriedCount == 0)
        #expect(try journal.status().pending == 0)
        #expect(try ids().count == 5)
    }

    @Test func `orders of the old identity end, and rows come from the beginning`() throws {
        try journal.hear("D-1", "report", [:], at: 1)
        try journal.hear("D-2", "message", ["text": "x"], isDone: true, at: 1)
        _ = try change()
        #expect(try journal.untoldDirectives() == [])
        #expect(try journal.directives("report") == [])
        let cursor = try journal.cursor()
        #expect(cursor.epoch == "" && cursor.after == 0 && cursor.scope == 0)
    }
}
