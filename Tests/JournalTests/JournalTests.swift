import SQLite
import SyncProtocol
import Testing

@testable import Journal

@Suite struct JournalTests {
    let file: TestJournal

    init() throws {
        file = try TestJournal()
    }

    @Test func `a new journal is empty and begins at the genesis`() throws {
        let status = try file.create().status()
        #expect(status.recorded == 0)
        #expect(status.pending == 0)
        #expect(
            status.head
                == Chain.genesis(device: TestJournal.device, stream: TestJournal.stream))
        #expect(status.cursor.epoch == "")
    }

    @Test func `a journal that does not exist is not made by opening`() throws {
        let error = try #require(throws: JournalError.self) { try file.open() }
        guard case .storage(let cause) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(cause.kind == .cannotOpen)
    }

    @Test func `a journal without a stream is no journal`() throws {
        _ = try file.create()
        let raw = try Connection.open(file.path)
        try raw.execute("DELETE FROM stream")
        #expect(throws: JournalError.notBegun) { try file.open() }
    }

    @Test func `an enrolment that did not finish is taken over while the journal is empty`() throws
    {
        _ = try file.create()
        let again = try Journal.create(file.path, device: "d2", stream: "s2", at: 0)
        #expect(try again.status().device == "d2")
        try again.note("a fact")
        #expect(throws: JournalError.alreadyBegun) { try file.create() }
    }

    @Test func `what was recorded is there after a kill`() throws {
        let journal = try file.create()
        try journal.note("one")
        try journal.note("two")
        // The copy has the log as a killed process leaves it; the first journal is still open.
        let killed = try file.copy()
        let reopened = try killed.open()
        #expect(try reopened.status().recorded == 2)
        #expect(try reopened.head(at: 2) == journal.head(at: 2))
        try reopened.note("three")
        #expect(try reopened.verify().map(\.count) == [3])
    }

    @Test func `several verbs are one change`() throws {
        let journal = try file.create()
        try journal.note("one")
        try journal.together { () throws(JournalError) in
            try journal.acknowledge(through: 1)
            try journal.secure(through: 1)
        }
        #expect(throws: JournalError.draftRefused) {
            try journal.together { () throws(JournalError) in
                try journal.secure(through: 0)
                throw .draftRefused
            }
        }
        #expect(try journal.status().recorded == 1)
        #expect(try journal.status().secured == 1)
    }

    @Test func `a verb that fails inside a change leaves no half of itself`() throws {
        let journal = try file.create()
        for number in 1...Draft.countMax {
            try journal.keep(Draft(id: "\(number)", form: "f", body: [], changedMilliseconds: 0))
        }
        try journal.together { () throws(JournalError) in
            // The count is only known to be too large after the draft was inserted.
            do {
                try journal.keep(Draft(id: "x", form: "f", body: [], changedMilliseconds: 0))
                Issue.record("one draft too many was kept")
            } catch {
                try journal.discardDraft("1")
            }
        }
        #expect(try journal.drafts().count == Draft.countMax - 1)
        #expect(try !journal.drafts().contains { $0.id == "x" })
    }

    @Test func `a reader lists and cannot write`() throws {
        let journal = try file.create()
        try journal.note("one")
        let reader = try Journal.openReadOnly(file.path)
        #expect(try reader.list(from: 1, countMax: 10).count == 1)
        #expect(throws: JournalError.self) { try reader.note("two") }
        #expect(try journal.status().recorded == 1)
    }

    @Test func `a reader of a schema that is not finished is refused`() throws {
        _ = try file.create()
        try Connection.open(file.path).execute("PRAGMA user_version=0")
        #expect(throws: JournalError.notBegun) { try Journal.openReadOnly(file.path) }
    }

    @Test func `a newer schema is refused`() throws {
        _ = try file.create()
        try Connection.open(file.path).execute("PRAGMA user_version=999")
        let error = try #require(throws: JournalError.self) { try file.open() }
        guard case .storage(let cause) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(cause.kind == .newerSchema)
    }
}
