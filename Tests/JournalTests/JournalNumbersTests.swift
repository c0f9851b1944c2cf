import Testing

@testable import Journal

@Suite struct JournalNumbersTests {
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
    }

    @Test func `a place is given once, also across a kill`() throws {
        #expect(try journal.takeNumber(of: "B1", from: 0, below: 10) == 0)
        #expect(try journal.takeNumber(of: "B1", from: 0, below: 10) == 1)
        #expect(try file.copy().open().takeNumber(of: "B1", from: 0, below: 10) == 2)
        #expect(try journal.takeNumber(of: "B2", from: 0, below: 10) == 0)
        #expect(try journal.numbersTaken(of: "B1") == 2)
        #expect(try journal.numbersTaken(of: "B3") == 0)
    }

    @Test func `what the station saw used is skipped`() throws {
        #expect(try journal.takeNumber(of: "B1", from: 7, below: 10) == 7)
        #expect(try journal.takeNumber(of: "B1", from: 3, below: 10) == 8)
    }

    @Test func `a block ends`() throws {
        #expect(try journal.takeNumber(of: "B1", from: 9, below: 10) == 9)
        #expect(try journal.takeNumber(of: "B1", from: 9, below: 10) == nil)
        #expect(try journal.numbersTaken(of: "B1") == 10)
        #expect(try journal.takeNumber(of: "B2", from: 10, below: 10) == nil)
    }
}
