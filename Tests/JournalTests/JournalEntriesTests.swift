import Domain
import SyncProtocol
import Testing

@testable import Journal

@Suite struct JournalEntriesTests {
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
        for number in 1...5 { try journal.note("note \(number)", at: number) }
    }

    private func lines() throws -> [[UInt8]] {
        try journal.list(from: 1, countMax: 100).map(\.line)
    }

    @Test func `a batch continues the chain`() throws {
        let batch = try journal.entries(after: 2, bytesMax: 100_000)
        #expect(batch.stream == TestJournal.stream)
        #expect(batch.from == 3)
        #expect(batch.last == 5)
        #expect(try batch.lines == Array(lines()[2...]))
        #expect(try batch.previous == journal.head(at: 2))
        #expect(try batch.head == journal.head(at: 5))
        #expect(batch.lines.reduce(batch.previous) { Chain.link($0, $1) } == batch.head)
    }

    @Test func `a batch of nothing asks at its place`() throws {
        let batch = try journal.entries(after: 5, bytesMax: 100_000)
        #expect(batch.lines.isEmpty)
        #expect(batch.from == 6)
        #expect(batch.last == 5)
        #expect(batch.previous == batch.head)
        #expect(try batch.head == journal.head(at: 5))
    }

    @Test func `a batch has as many lines as fit, and at least one`() throws {
        let sizes = try lines().map { $0.count + 1 }
        let two = sizes[0] + sizes[1]
        #expect(try journal.entries(after: 0, bytesMax: two).lines.count == 2)
        #expect(try journal.entries(after: 0, bytesMax: two - 1).lines.count == 1)
        #expect(try journal.entries(after: 0, bytesMax: 1).lines.count == 1)
        #expect(try journal.entries(after: 0, bytesMax: 100_000, countMax: 3).lines.count == 3)
    }

    @Test func `pages of a batch cover the stream once`() throws {
        var gathered: [[UInt8]] = []
        while true {
            let batch = try journal.entries(after: gathered.count, bytesMax: 300)
            if batch.lines.isEmpty { break }
            gathered += batch.lines
        }
        #expect(try gathered == lines())
    }

    @Test func `a head past the end is none`() throws {
        #expect(try journal.head(at: 5) != nil)
        #expect(try journal.head(at: 6) == nil)
    }

    @Test func `the first attempt is told, later ones are not`() throws {
        try journal.noteAttempt(from: 1, through: 3, at: .minute(10))
        try journal.noteAttempt(from: 2, through: 4, at: .minute(20))
        let batch = try journal.entries(after: 1, bytesMax: 100_000)
        #expect(
            batch.attempts == [
                Push.Attempt(from: 2, to: 3, boot: 4, bootMilliseconds: 4_200_000),
                Push.Attempt(from: 4, to: 4, boot: 4, bootMilliseconds: 4_800_000),
            ])
        try journal.noteAttempt(from: 6, through: 5, at: .minute(30))
    }

    @Test func `gaps between attempts are filled, and attempts of one moment are one run`() throws {
        try journal.noteAttempt(from: 2, through: 2, at: .minute(10))
        try journal.noteAttempt(from: 4, through: 4, at: .minute(20))
        #expect(
            try journal.entries(after: 0, bytesMax: 100_000).attempts.map { [$0.from, $0.to] }
                == [[2, 2], [4, 4]])
        try journal.noteAttempt(from: 1, through: 5, at: .minute(20))
        #expect(
            try journal.entries(after: 0, bytesMax: 100_000).attempts == [
                Push.Attempt(from: 1, to: 1, boot: 4, bootMilliseconds: 4_800_000),
                Push.Attempt(from: 2, to: 2, boot: 4, bootMilliseconds: 4_200_000),
                Push.Attempt(from: 3, to: 5, boot: 4, bootMilliseconds: 4_800_000),
            ])
        #expect(
            try journal.entries(after: 0, bytesMax: 100_000, countMax: 3).attempts.map(\.to)
                == [1, 2, 3])
        #expect(try journal.entries(after: 4, bytesMax: 100_000).attempts.map(\.from) == [5])
    }

    @Test func `a batch has at most 32 runs of attempts`() throws {
        for number in 6...40 { try journal.note("note \(number)") }
        for number in 1...40 {
            try journal.noteAttempt(from: number, through: number, at: .minute(number))
        }
        let batch = try journal.entries(after: 0, bytesMax: 100_000)
        #expect(batch.attempts.count == Limits.triesMax)
        #expect(batch.lines.count == Limits.triesMax)
        #expect(try journal.entries(after: 32, bytesMax: 100_000).lines.count == 8)
    }

    @Test func `entries are listed from a place on`() throws {
        try journal.note("about", about: .init(.task, "T1"), draft: "d-1")
        try journal.acknowledge(through: 5)
        let last = try journal.list(from: 5, countMax: 10)
        #expect(last.map(\.place.sequence) == [5, 6])
        #expect(last.map(\.isAcknowledged) == [true, false])
        #expect(last.map(\.draft) == [nil, "d-1"])
        #expect(last.map(\.subject) == [nil, "task:T1"])
        #expect(try journal.list(from: 3, countMax: 2).map(\.place.sequence) == [3, 4])
    }
}
