import Domain
import SyncProtocol
import Testing

@testable import Journal

@Suite struct JournalRetentionTests {
    static let day = "HZ0931-2026-09-10"
    let file: TestJournal
    let journal: Journal

    /// Five records, sealed.
    init() throws {
        file = try TestJournal()
        journal = try file.create()
        for number in 1...5 { try journal.note("note \(number)", at: number) }
        try journal.seal(through: 5, day: Self.day, at: 6)
    }

    private func pass(days: Int) throws {
        let later = Moment.minute(days * 1_440 + 60)
        try journal.noteServerTime(later.wallMilliseconds, asked: later, answered: later)
    }

    private func skeletons() throws -> Int {
        try journal.newest(100).count { $0.line.isEmpty }
    }

    @Test func `a line goes once it is saved, its day is closed and it is old`() throws {
        let heads = try (0...6).map { try journal.head(at: $0) }
        try journal.close(Self.day, at: 7)
        try journal.acknowledge(through: 7)
        try journal.secure(through: 7)
        try pass(days: 30)
        #expect(try journal.forgetLines(retainDays: 30) == 5)
        #expect(try skeletons() == 5)
        #expect(try journal.forgetLines(retainDays: 30) == 0)
        let first = try #require(try journal.newest(100).first)
        #expect(first.place.fact == heads[1] && first.place.kind == "note")
        #expect(try journal.verify().allSatisfy { $0.fault == nil && $0.count == 7 })
        #expect(try (0...6).map { try journal.head(at: $0) } == heads)
        _ = try file.open()
        try journal.note("after", at: 60_000)
    }

    @Test(arguments: ["acknowledged", "secured", "closed", "age"])
    func `as long as one of the four is missing the line stays`(missing: String) throws {
        if missing != "closed" { try journal.close(Self.day, at: 7) }
        if missing != "acknowledged" { try journal.acknowledge(through: 6) }
        if missing != "secured" { try journal.secure(through: 6) }
        try pass(days: missing == "age" ? 29 : 31)
        #expect(try journal.forgetLines(retainDays: 30) == 0)
        #expect(try skeletons() == 0)
    }

    @Test func `only what is saved goes, and what proves the day stays`() throws {
        try journal.close(Self.day, at: 7)
        try journal.acknowledge(through: 7)
        try journal.secure(through: 3)
        try pass(days: 31)
        #expect(try journal.forgetLines(retainDays: 30) == 3)
        try journal.secure(through: 7)
        #expect(try journal.forgetLines(retainDays: 30) == 2)
        #expect(try skeletons() == 5)
        #expect(try journal.dayMarks().closed == [TestJournal.stream: 5])
    }

    @Test func `a carried entry goes with the one that carries it`() throws {
        try journal.acknowledge(through: 2)
        _ = try journal.rotate(
            Rotation(end: 2, newStream: JournalRotateTests.second), at: .minute(10))
        // The seal was carried as well: it sealed more than its stream has kept.
        #expect(try journal.dayMarks().sealed == [:])
        try journal.seal(TestJournal.stream, through: 2, day: Self.day, at: 11)
        try journal.close(Self.day, at: 11)
        try journal.seal(through: 6, day: Self.day, at: 11)
        try journal.close(Self.day, at: 12)
        #expect(
            try journal.dayMarks().sealed == [TestJournal.stream: 2, JournalRotateTests.second: 6])
        try journal.acknowledge(through: 8)
        try journal.secure(through: 8)
        try journal.secure(TestJournal.stream, through: 2)
        try pass(days: 31)
        #expect(try journal.forgetLines(retainDays: 30) == 6)
        #expect(try journal.lostRanges().isEmpty)
        for sequence in 1...5 {
            let batch = try journal.entries(
                of: TestJournal.stream, after: sequence - 1, bytesMax: 1)
            #expect(batch.lines.isEmpty)
        }
    }
}
