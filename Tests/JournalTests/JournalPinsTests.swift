import Domain
import SyncProtocol
import Testing

@testable import Journal

/// Rows that the station takes away while own facts still need them.
@Suite struct JournalPinsTests {
    static let mine = "courier:c10482"
    static let own = "device:\(TestJournal.device)"
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
        let body: CanonicalObject = ["kind": "DELIVERY", "st": "open", "to": "c10482"]
        _ = try journal.apply(
            Page(
                after: 0, to: 1, isMore: true, scope: 1, applied: 0, reset: ["*"], isBegin: true,
                changes: [
                    RowChange(
                        operation: .put(version: 1, body: body.encoded()), type: "task", id: "T1",
                        revision: 1, buckets: [Self.mine])
                ]), epoch: "e1")
        _ = try journal.apply(Page(after: 1, to: 1, scope: 1, applied: 0), epoch: "e1")
        try journal.note("x", about: EntityReference(.task, "T1"))
    }

    private func apply(_ after: Int, _ changes: RowChange..., applied: Int = 0) throws {
        _ = try journal.apply(
            Page(
                after: after, to: after + 1, scope: 1, applied: applied, changes: changes),
            epoch: "e1")
    }

    private func leave(_ why: String = "reassigned", at revision: Int) -> RowChange {
        RowChange(
            operation: .out(why: why), type: "task", id: "T1", revision: revision,
            buckets: [Self.mine])
    }

    private func pinned() throws -> String? {
        try journal.row(EntityReference(.task, "T1"))?.pinned
    }

    /// Says that the fact is settled, and that so many days have gone since it was recorded.
    private func settle(after days: Int) throws {
        try journal.acknowledge(through: 1)
        let later = Moment.minute(days * 1_440 + 1)
        try journal.noteServerTime(later.wallMilliseconds, asked: later, answered: later)
    }

    @Test func `a row stays until the day of its fact is sealed`() throws {
        try apply(1, leave(at: 2))
        try settle(after: 0)
        try apply(2, applied: 1)
        #expect(try pinned() == "reassigned")
        try journal.seal(through: 1, day: "HZ0931-2026-09-10")
        try apply(3, applied: 1)
        #expect(try journal.row(EntityReference(.task, "T1")) == nil)
    }

    @Test(arguments: [(2, true), (3, false)])
    func `a day that nobody seals keeps rows for three days`(days: Int, isKept: Bool) throws {
        try apply(1, leave(at: 2))
        try settle(after: days)
        try apply(2, applied: 1)
        #expect(try (journal.row(EntityReference(.task, "T1")) != nil) == isKept)
    }

    @Test func `a row stays while its fact is in a case`() throws {
        try apply(1, leave(at: 2))
        try settle(after: 5)
        let fact = try #require(try journal.head(at: 1)).hex
        func disposition(_ word: String, _ version: Int, at revision: Int) -> RowChange {
            let body: CanonicalObject = [
                "fact": .text(fact), "d": .text(word), "case": "K-1", "rule": "R05",
            ]
            return RowChange(
                operation: .put(version: version, body: body.encoded()), type: "disp",
                id: "\(TestJournal.stream).1", revision: revision, buckets: [Self.own])
        }
        try apply(2, disposition("case", 1, at: 3), applied: 1)
        #expect(try pinned() == "reassigned")
        try apply(3, disposition("applied", 2, at: 4), applied: 1)
        #expect(try journal.row(EntityReference(.task, "T1")) == nil)
    }

    @Test(arguments: [
        ("reassigned", TaskState.overtaken), ("done_by_other", .overtaken), ("done", .done),
        ("cancelled", .cancelled), ("scope", .open), ("reset", .open),
    ])
    func `a task that is kept has ended, unless the handheld itself gave it up`(
        why: String, state: TaskState
    ) throws {
        try apply(1, leave(why, at: 2))
        guard case .task(let task) = try journal.row(EntityReference(.task, "T1"))?.present
        else {
            Issue.record("no task")
            return
        }
        #expect(task.state == state)
    }

    @Test func `a carried fact keeps its rows`() throws {
        try apply(1, leave(at: 2))
        _ = try journal.rotate(
            Rotation(end: 0, isProven: true, newStream: JournalRotateTests.second), at: .minute(5))
        let later = Moment.minute(5 * 1_440)
        try journal.noteServerTime(later.wallMilliseconds, asked: later, answered: later)
        try apply(2)
        #expect(try pinned() == "reassigned")
        try journal.acknowledge(through: 1)
        _ = try journal.apply(
            Page(after: 3, to: 3, scope: 1, applied: 1), epoch: "e1")
        #expect(try journal.row(EntityReference(.task, "T1")) == nil)
    }
}
