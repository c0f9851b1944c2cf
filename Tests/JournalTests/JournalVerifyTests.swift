import SQLite
import SyncProtocol
import Testing

@testable import Journal

@Suite struct JournalVerifyTests {
    let file: TestJournal

    init() throws {
        file = try TestJournal()
        let journal = try file.create()
        for number in 1...5 { try journal.note("note \(number)", at: number) }
    }

    /// Changes the database as nobody should.
    private func tamper(_ sql: StaticString) throws {
        let raw = try Connection.open(file.path)
        try raw.execute("DROP TRIGGER entry_fixed")
        try raw.execute("DROP TRIGGER entry_keep")
        try raw.execute(sql)
    }

    @Test func `a whole chain is reported with its head`() throws {
        let journal = try file.open()
        let head = try #require(try journal.head(at: 5))
        #expect(
            try journal.verify() == [
                ChainReport(stream: TestJournal.stream, count: 5, head: head, fault: nil)
            ])
    }

    @Test(arguments: 1...5)
    func `a flipped bit of any line is found`(sequence: Int) throws {
        let journal = try file.open()
        let raw = try Connection.open(file.path)
        try raw.execute("DROP TRIGGER entry_fixed")
        var line = try #require(try journal.list(from: sequence, countMax: 1).first).line
        line[line.count / 2] ^= 1
        try raw.execute("UPDATE entry SET line = ?1 WHERE seq = ?2", line, sequence)
        let report = try #require(try journal.verify().first)
        #expect(report.fault == sequence)
        #expect(report.count == sequence - 1)
    }

    @Test func `a missing entry is found`() throws {
        let journal = try file.open()
        try tamper("DELETE FROM entry WHERE seq = 3")
        #expect(try journal.verify().first?.fault == 3)
    }

    @Test func `a changed head is found`() throws {
        let journal = try file.open()
        try tamper("UPDATE entry SET head = zeroblob(32) WHERE seq = 2")
        #expect(try journal.verify().first?.fault == 2)
    }

    @Test func `opening checks what was added since the last opening`() throws {
        try tamper("UPDATE entry SET line = x'7b7d' WHERE seq = 4")
        #expect(throws: JournalError.damaged(stream: TestJournal.stream, sequence: 4)) {
            try file.open()
        }
    }

    @Test func `opening finds that verified entries are gone`() throws {
        _ = try file.open()
        try tamper("DELETE FROM entry WHERE seq = 5")
        #expect(throws: JournalError.damaged(stream: TestJournal.stream, sequence: 5)) {
            try file.open()
        }
    }

    @Test func `opening finds that acknowledged entries are gone`() throws {
        let other = try TestJournal()
        let journal = try other.create()
        try journal.note("one")
        try journal.note("two")
        try journal.acknowledge(through: 2)
        let raw = try Connection.open(other.path)
        try raw.execute("DROP TRIGGER entry_keep")
        try raw.execute("DELETE FROM entry WHERE seq = 2")
        #expect(throws: JournalError.self) { try other.open() }
    }
}
