import SyncProtocol
import Testing

@testable import Journal

@Suite struct JournalAcknowledgeTests {
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
        for number in 1...5 { try journal.note("note \(number)", at: number) }
    }

    @Test func `an acknowledgement goes up only`() throws {
        try journal.acknowledge(through: 3)
        #expect(try journal.status().acknowledged == 3)
        try journal.acknowledge(through: 2)
        #expect(try journal.status().acknowledged == 3)
        try journal.acknowledge(through: 5)
        #expect(try journal.status().pending == 0)
    }

    @Test func `a rewind needs the same head`() throws {
        try journal.acknowledge(through: 5)
        let head = try #require(try journal.head(at: 2))
        #expect(try journal.rewind(to: 3, head: head) == .differs)
        #expect(try journal.status().acknowledged == 5)
        #expect(try journal.rewind(to: 6, head: head) == .differs)
        #expect(try journal.rewind(to: 2, head: head) == .done)
        #expect(try journal.status().acknowledged == 2)
        #expect(try journal.status().pending == 3)
    }

    @Test func `a rewind goes back to the genesis of a lost ledger`() throws {
        try journal.acknowledge(through: 5)
        let genesis = Chain.genesis(device: TestJournal.device, stream: TestJournal.stream)
        #expect(try journal.rewind(to: 0, head: genesis) == .done)
        #expect(try journal.status().acknowledged == 0)
    }

    @Test func `secured may fall and never passes the end`() throws {
        try journal.secure(through: 4)
        #expect(try journal.status().secured == 4)
        try journal.secure(through: 1)
        #expect(try journal.status().secured == 1)
        try journal.secure(through: 99)
        #expect(try journal.status().secured == 5)
    }

    @Test func `the oldest pending entry is known`() throws {
        #expect(try journal.status().oldestPendingMilliseconds == 1_789_027_260_000)
        try journal.acknowledge(through: 2)
        #expect(try journal.status().oldestPendingMilliseconds == 1_789_027_380_000)
        try journal.acknowledge(through: 5)
        #expect(try journal.status().oldestPendingMilliseconds == nil)
    }
}
