import Domain
import SyncProtocol
import Testing

@testable import Journal

/// The blobs that entries list: which go next, which wait, which may be erased.
@Suite struct JournalBlobsTests {
    static let second = "01990f2c-0d22-7b90-9c01-5a7f3d2e1c09"
    let file: TestJournal
    let journal: Journal

    init() throws {
        file = try TestJournal()
        journal = try file.create()
    }

    private static func blob(_ name: String) -> Digest { SHA256.hash(Array(name.utf8)) }

    /// Records a note with attachments: their names, each with a length and a role.
    private func attach(
        _ names: [(String, Int, AttachmentRole)], at minute: Int = 0
    ) throws {
        let step: ActStep = { _ in
            var draft = FactDraft(.note(NoteFact(text: "photos")))
            draft.attachments = names.map { name, byteCount, role in
                Attachment(
                    blob: Self.blob(name).hex, byteCount: byteCount, role: role,
                    mediaType: "image/jpeg")
            }
            return draft
        }
        _ = try journal.record([step], by: TestJournal.courier, at: .minute(minute))
    }

    private func next(_ count: Int = 9, except skipped: Set<Digest> = []) throws -> [Digest] {
        try journal.blobsToBring(atMost: count, except: skipped).map(\.blob)
    }

    @Test func `an entry lists what its fact has attached`() throws {
        try attach([("a", 7, .goods), ("b", 8, .damage)])
        let line = try #require(try journal.newest(1).first?.line)
        let entry = try Entry(decoding: line)
        #expect(entry.attachments.map(\.blob) == [Self.blob("a"), Self.blob("b")])
        #expect(entry.attachments.map(\.byteCount) == [7, 8])
        #expect(entry.attachments.map(\.role) == ["goods", "damage"])
        #expect(try journal.unappliedFacts().first?.attachments.map(\.role) == [.goods, .damage])
        #expect(try journal.keepsBlob(Self.blob("a")))
        #expect(try !journal.keepsBlob(Self.blob("c")))
    }

    @Test func `blobs go after their facts, damage first, then the oldest`() throws {
        try attach([("a", 7, .goods)])
        try attach([("b", 8, .door), ("c", 9, .damage)])
        try attach([("d", 10, .damage)])
        #expect(try next().isEmpty)
        try journal.acknowledge(through: 2)
        #expect(try next() == ["c", "a", "b"].map(Self.blob))
        #expect(try next(1, except: [Self.blob("c")]) == [Self.blob("a")])
        let counts = try journal.blobCounts()
        #expect(counts.waiting == 4 && counts.waitingBytes == 34 && counts.lost == 0)
    }

    @Test func `a blob of two facts is one, and is brought once`() throws {
        try attach([("a", 7, .goods)])
        try attach([("a", 7, .damage)])
        try journal.acknowledge(through: 2)
        #expect(try next() == [Self.blob("a")])
        #expect(try journal.blobCounts().waitingBytes == 7)
        #expect(try journal.keys(listing: Self.blob("a")).map(\.sequence) == [1, 2])
        try journal.noteBlob(Self.blob("a"), isAtServer: true)
        #expect(try next().isEmpty)
        #expect(try journal.blobCounts().waiting == 0)
        try attach([("a", 7, .goods)])
        #expect(try journal.blobCounts().waiting == 0)
    }

    @Test func `a server with another epoch is asked again for everything`() throws {
        try attach([("a", 7, .goods)])
        try journal.acknowledge(through: 1)
        try journal.noteBlob(Self.blob("a"), isAtServer: true)
        #expect(try next().isEmpty)
        for epoch in ["e1", "e2"] {
            _ = try journal.apply(
                Page(
                    after: 0, to: 1, isMore: true, scope: 1, applied: 0, reset: ["*"],
                    isBegin: true, why: "epoch"), epoch: epoch)
            #expect(try next().isEmpty, "\(epoch)")
            let last = Page(after: 1, to: 1, scope: 1, applied: 0)
            _ = try journal.apply(last, epoch: epoch)
            #expect(try next() == [Self.blob("a")], "\(epoch)")
            try journal.noteBlob(Self.blob("a"), isAtServer: true)
            _ = try journal.apply(last, epoch: epoch)
            #expect(try next().isEmpty, "\(epoch)")
        }
    }

    @Test func `a carried fact keeps its blob`() throws {
        try attach([("a", 7, .goods)])
        _ = try journal.rotate(Rotation(end: 0, newStream: Self.second), at: .minute(1))
        #expect(try next().isEmpty)
        try journal.acknowledge(through: 1)
        #expect(try next() == [Self.blob("a")])
        #expect(try journal.keys(listing: Self.blob("a")).count == 1)
    }

    @Test func `facts that come back list their blobs again`() throws {
        try attach([("a", 7, .goods)])
        let line = try #require(try journal.newest(1).first?.line)
        let other = try TestJournal()
        let copy = try other.create()
        #expect(
            try copy.bringBack(
                [line], to: TestJournal.stream, newStream: Self.second, at: .minute(1)) == 1)
        #expect(try copy.keepsBlob(Self.blob("a")))
        #expect(try copy.blobsToBring(atMost: 9).map(\.blob) == [Self.blob("a")])
    }

    @Test func `a lost blob is not brought and is counted until a new fact lists it`() throws {
        try attach([("a", 7, .goods)])
        try journal.acknowledge(through: 1)
        try journal.noteLostBlob(Self.blob("a"))
        #expect(try next().isEmpty)
        #expect(try journal.blobCounts().lost == 1 && journal.blobCounts().waiting == 0)
        #expect(try journal.keepsBlob(Self.blob("a")))
        try attach([("a", 7, .goods)])
        #expect(try journal.blobCounts().lost == 0 && journal.blobCounts().waiting == 1)
    }

    @Test(arguments: ["none", "unsecured", "young", "unclosed", "waiting", "second"])
    func `a file may go after the last line that lists it, if the server has it`(
        missing: String
    ) throws {
        let day = "HZ0931-2026-09-10"
        try attach([("a", 7, .goods)])
        if missing != "unclosed" {
            try journal.seal(through: 1, day: day)
            try journal.close(day, at: 1)
        }
        if missing == "second" { try attach([("a", 7, .goods)]) }
        let last = try journal.status().recorded
        try journal.acknowledge(through: last)
        if missing != "unsecured" { try journal.secure(through: last) }
        let later = Moment.minute((missing == "young" ? 29 : 31) * 1_440)
        try journal.noteServerTime(later.wallMilliseconds, asked: later, answered: later)
        if missing != "waiting" { try journal.noteBlob(Self.blob("a"), isAtServer: true) }
        try journal.forgetLines(retainDays: 30)
        let leaving = try journal.blobsToLeave(atMost: 9).map(\.blob)
        #expect(leaving == (missing == "none" ? [Self.blob("a")] : []))
        #expect(try journal.blobCounts().mayGo == (missing == "none" || missing == "waiting"))
        guard missing == "none" else { return }
        try journal.noteErasedBlob(Self.blob("a"))
        #expect(try !journal.keepsBlob(Self.blob("a")))
        #expect(try journal.blobsToLeave(atMost: 9).isEmpty && !journal.blobCounts().mayGo)
    }
}
