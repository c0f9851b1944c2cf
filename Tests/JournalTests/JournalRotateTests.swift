import CSimDisk
import Domain
import SQLite
import SyncProtocol
import Testing

@testable import Journal

@Suite struct JournalRotateTests {
    static let second = "01990f2b-0d22-7b90-9c01-5a7f3d2e1c09"
    static let third = "01990f2b-0d22-7b90-9c01-5a7f3d2e1c0a"
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
        for number in 1...5 { try journal.note("note \(number)", at: number, draft: "d-\(number)") }
    }

    private func ids() throws -> [String] {
        var ids: [String] = []
        try journal.forEachFact { ids.append($0.fact.id) }
        return ids
    }

    private func carries() throws -> [Carry] {
        try journal.entries(after: 0, bytesMax: 1_000_000).lines.map {
            try Carry(try Entry(decoding: $0).payload)
        }
    }

    @Test func `the entries after the end stand, unchanged and in order, in a new stream`() throws {
        let before = try ids()
        let lines = try journal.entries(after: 0, bytesMax: 1_000_000).lines
        try journal.acknowledge(through: 4)
        let outcome = try journal.rotate(
            Rotation(end: 2, isProven: true, newStream: Self.second), at: .minute(60))
        #expect(outcome.carriedCount == 3 && outcome.leftCount == 0)
        let status = try journal.status()
        #expect(status.stream == Self.second && status.recorded == 3 && status.acknowledged == 0)
        #expect(
            status.streams.first
                == StreamStatus(
                    id: TestJournal.stream, recorded: 2, acknowledged: 2, secured: 0, applied: 0,
                    isCutShort: true))
        #expect(status.pending == 3)
        #expect(status.oldestPendingMilliseconds == 1_789_027_200_000 + 3 * 60_000)
        #expect(try ids() == before)
        let carries = try carries()
        #expect(carries.map(\.line) == Array(lines[2...]))
        #expect(carries.map(\.fact.hex) == Array(before[2...]))
        #expect(carries.map(\.sequence) == [3, 4, 5])
        #expect(carries.allSatisfy { $0.stream == TestJournal.stream })
        let entry = try Entry(decoding: try journal.entries(after: 0, bytesMax: 1).lines[0])
        #expect(entry.person == TestJournal.courier && entry.draft == nil && entry.subject == nil)
        #expect(entry.wallMilliseconds == 1_789_027_200_000 + 60 * 60_000)
        #expect(try journal.verify().allSatisfy { $0.fault == nil })
        _ = try file.open()
    }

    @Test func `an end that is not proven acknowledges nothing`() throws {
        try journal.acknowledge(through: 1)
        _ = try journal.rotate(Rotation(end: 3, newStream: Self.second), at: .minute(60))
        #expect(try journal.status().streams.map(\.acknowledged) == [1, 0])
        let batch = try journal.entries(
            of: TestJournal.stream, after: 1, bytesMax: 1_000_000)
        #expect(batch.lines.count == 2)
        #expect(try batch.head == journal.head(at: 3, of: TestJournal.stream))
        try journal.acknowledge(TestJournal.stream, through: 3)
        #expect(try journal.status().streams.map(\.acknowledged) == [3, 0])
    }

    @Test func `a carried entry is carried again as it was`() throws {
        _ = try journal.rotate(Rotation(end: 2, newStream: Self.second), at: .minute(60))
        let first = try carries()
        let before = try ids()
        try journal.note("note 6", at: 61)
        _ = try journal.rotate(Rotation(end: 1, newStream: Self.third), at: .minute(70))
        #expect(try carries().prefix(2) == first[1...])
        #expect(try carries().last?.stream == Self.second)
        #expect(try ids().prefix(5) == before[...])
        #expect(try ids().count == 6)
        #expect(try journal.status().streams.map(\.recorded) == [2, 1, 3])
        #expect(try journal.lostRanges().isEmpty)
    }

    @Test func `a frozen stream that ends earlier gives the rest to the open one`() throws {
        _ = try journal.rotate(Rotation(end: 4, newStream: Self.second), at: .minute(60))
        let before = try ids()
        let outcome = try journal.rotate(
            Rotation(stream: TestJournal.stream, end: 1, newStream: Self.third), at: .minute(61))
        #expect(outcome.carriedCount == 3)
        #expect(try journal.status().streams.map(\.recorded) == [1, 4])
        #expect(try Set(ids()) == Set(before))
        #expect(try ids().count == 5)
    }

    @Test func `a draft is found where its fact was carried to`() throws {
        let before = try journal.find(draft: "d-4")
        _ = try journal.rotate(Rotation(end: 2, newStream: Self.second), at: .minute(60))
        let after = try journal.find(draft: "d-4")
        #expect(after.map(\.id) == before.map(\.id))
        #expect(after.first?.stream == Self.second && after.first?.sequence == 2)
        #expect(try journal.note("again", draft: "d-4") == .already(after))
        #expect(try journal.facts(of: after).map(\.id) == before.map(\.id))
        #expect(try !journal.isAcknowledged(before[0]))
        try journal.acknowledge(through: 2)
        #expect(try journal.isAcknowledged(before[0]))
    }

    @Test func `what is no text, damaged or not taken stays behind and is named`() throws {
        let raw = try Connection.open(file.path)
        try raw.execute("DROP TRIGGER entry_fixed")
        try raw.execute("UPDATE entry SET line = x'ff00' WHERE seq = 3")
        let outcome = try journal.rotate(
            Rotation(end: 1, refused: 5, newStream: Self.second), at: .minute(60))
        #expect(outcome.carriedCount == 2 && outcome.leftCount == 2 && outcome.isDamaged)
        #expect(
            try journal.lostRanges() == [
                LostRange(stream: TestJournal.stream, sequences: 3...3),
                LostRange(stream: TestJournal.stream, sequences: 5...5),
            ])
        #expect(try carries().map(\.sequence) == [2, 4])
    }

    @Test func `skeletons cannot be sent again`() throws {
        let raw = try Connection.open(file.path)
        try raw.execute("UPDATE entry SET line = NULL WHERE seq IN (2, 3)")
        try journal.acknowledge(through: 5)
        let head = try #require(try journal.head(at: 1))
        #expect(try journal.rewind(to: 1, head: head) == .unrecoverable)
        #expect(try journal.status().acknowledged == 5)
        let outcome = try journal.rotate(
            Rotation(end: 1, isProven: true, newStream: Self.second), at: .minute(60))
        #expect(outcome.carriedCount == 2 && outcome.leftCount == 2 && !outcome.isDamaged)
        #expect(
            try journal.lostRanges() == [
                LostRange(stream: TestJournal.stream, sequences: 2...3)
            ])
        #expect(try journal.verify().allSatisfy { $0.fault == nil })
    }

    @Test func `lost lines come back as history and a new stream begins`() throws {
        let old = try file.copy()
        for number in 6...8 { try journal.note("note \(number)", at: number, draft: "d-\(number)") }
        let lines = try journal.entries(after: 5, bytesMax: 1_000_000).lines
        let restored = try old.open()
        let count = try restored.bringBack(
            lines, to: TestJournal.stream, newStream: Self.second, at: .minute(60))
        #expect(count == 3)
        let status = try restored.status()
        #expect(status.stream == Self.second && status.recorded == 0)
        #expect(
            status.streams.first
                == StreamStatus(
                    id: TestJournal.stream, recorded: 8, acknowledged: 8, secured: 0, applied: 0,
                    isCutShort: false))
        // Until the rows contain them they are seen like all own entries.
        #expect(try restored.unappliedFacts().count == 8)
        #expect(try restored.find(draft: "d-7").map(\.sequence) == [7])
        #expect(try restored.note("again", draft: "d-7") == .already(restored.find(draft: "d-7")))
        #expect(
            try restored.head(at: 8, of: TestJournal.stream)
                == journal.head(at: 8, of: TestJournal.stream))
        // The clock goes on where the last of them was.
        try restored.note("new", at: 1)
        let stamps = try restored.newest(2).map { try Entry(decoding: $0.line).stamp }
        #expect(stamps == stamps.sorted())
        _ = try old.open()
    }

    @Test(arguments: [(0, 8), (6, 2), (8, 0), (99, 0)])
    func `what came back is seen as far as the rows do not contain it`(
        applied: Int, seen: Int
    ) throws {
        let old = try file.copy()
        for number in 6...8 { try journal.note("note \(number)", at: number) }
        let lines = try journal.entries(after: 5, bytesMax: 1_000_000).lines
        let restored = try old.open()
        try restored.acknowledge(through: 5)
        _ = try restored.apply(
            Page(
                after: 0, to: 9, isMore: true, scope: 1, applied: applied, reset: ["*"],
                isBegin: true), epoch: "e1")
        _ = try restored.apply(
            Page(after: 9, to: 9, scope: 1, applied: applied), epoch: "e1")
        _ = try restored.bringBack(
            lines, to: TestJournal.stream, newStream: Self.second, at: .minute(60))
        #expect(try restored.unappliedFacts().count == seen)
    }

    @Test func `history of a frozen stream begins no other one`() throws {
        _ = try journal.rotate(Rotation(end: 5, newStream: Self.second), at: .minute(60))
        let line = Array("{\"not\":\"an entry\"}".utf8)
        let count = try journal.bringBack(
            [line, [], line], to: TestJournal.stream, newStream: Self.third, at: .minute(61))
        // A line that the journal cannot hold ends it.
        #expect(count == 1)
        #expect(try journal.status().streams.map(\.recorded) == [6, 0])
        #expect(try journal.status().stream == Self.second)
    }

    @Test func `a mark that the journal has not come to is an older copy`() throws {
        let old = try file.copy()
        let here = try journal.mark()
        #expect(here.sequence == 5 && here.stream == TestJournal.stream)
        try journal.note("note 6")
        let ahead = try journal.mark()
        #expect(try journal.reaches(here) && journal.reaches(ahead))
        let restored = try old.open()
        #expect(try restored.reaches(here))
        #expect(try !restored.reaches(ahead))
        try restored.note("another 6")
        #expect(try !restored.reaches(ahead))
        let other = JournalMark(stream: Self.third, sequence: 0, head: here.head)
        #expect(try !journal.reaches(other))
        // A mark may lag behind a rotation.
        _ = try journal.rotate(Rotation(end: 3, newStream: Self.second), at: .minute(60))
        #expect(try journal.reaches(ahead))
    }

    /// Disk full, a failed write, a failed sync, as SQLite names them.
    @Test(arguments: [13, 778, 1034] as [Int32])
    func `a rotation that a disk breaks off happened whole or not at all`(code: Int32) throws {
        #expect(simdisk_register() == 0)
        var operation: Int32 = 0
        var isDone = false
        while !isDone {
            operation += 1
            #expect(operation < 100)
            let copy = try file.copy()
            do {
                let broken = try copy.open(vfs: "simdisk")
                simdisk_fail(operation, code)
                _ = try broken.rotate(
                    Rotation(end: 2, newStream: Self.second), at: .minute(60))
                isDone = simdisk_count() < operation
            } catch let error as JournalError {
                #expect(error.leavesDoubt)
            }
            simdisk_fail(0, 0)
            let after = try copy.open().status()
            let recorded = after.streams.map(\.recorded)
            #expect(recorded == [5] || recorded == [2, 3], "operation \(operation)")
            #expect(after.pending == 5)
        }
    }
}
