import Testing

@testable import Journal

@Suite struct JournalDraftsTests {
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
    }

    private func draft(_ id: String, bytes: Int = 3, at milliseconds: Int = 1) -> Draft {
        Draft(
            id: id, form: "pickup", body: Array(repeating: 7, count: bytes),
            changedMilliseconds: milliseconds)
    }

    @Test func `a draft survives a kill and takes the place of its older state`() throws {
        try journal.keep(draft("d-1"))
        try journal.keep(draft("d-2", at: 5))
        try journal.keep(draft("d-1", bytes: 9, at: 9))
        let drafts = try file.copy().open().drafts()
        #expect(drafts == [draft("d-1", bytes: 9, at: 9), draft("d-2", at: 5)])
        try journal.discardDraft("d-1")
        #expect(try journal.drafts().map(\.id) == ["d-2"])
    }

    @Test func `a draft has a longest content`() throws {
        try journal.keep(draft("d-1", bytes: Draft.bytesMax))
        #expect(throws: JournalError.draftRefused) {
            try journal.keep(draft("d-2", bytes: Draft.bytesMax + 1))
        }
    }

    @Test func `there are at most 64 drafts`() throws {
        for number in 1...Draft.countMax { try journal.keep(draft("d-\(number)")) }
        #expect(throws: JournalError.draftRefused) { try journal.keep(draft("one more")) }
        try journal.keep(draft("d-1", bytes: 5))
        #expect(try journal.drafts().count == Draft.countMax)
    }
}
