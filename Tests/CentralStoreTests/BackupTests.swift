import Domain
import Foundation
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// A copy is worth something when everything in it was recomputed, and only then.
@Suite struct BackupTests {
    private static func copy(_ station: TestStation) throws -> (String, BackupContents) {
        let path = station.path + ".copy"
        return (path, try StationReader(path: station.path).copy(to: path))
    }

    private static func station(notes: Int) throws -> (TestStation, TestStream) {
        let station = try TestStation()
        var stream = TestStream()
        for number in 0..<notes { try stream.note("n\(number)") }
        try station.push(stream)
        return (station, stream)
    }

    @Test func `a copy has what the database had when it began`() throws {
        let (station, stream) = try Self.station(notes: 3)
        let (path, contents) = try Self.copy(station)
        #expect(try CentralStore.verify(path) == contents)
        #expect(
            contents.streams.contains(
                BackupContents.Stream(id: stream.id, sequence: 3, head: stream.heads[3])))
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test func `the writer goes on while a copy is made`() throws {
        var (station, stream) = try Self.station(notes: 3)
        let reader = try StationReader(path: station.path)
        let path = station.path + ".copy"
        try stream.note("later")
        let contents = try reader.connection.snapshot { db in
            _ = try db.first("SELECT COUNT(*) FROM ledger", as: { $0.integer(0) })
            try station.push(stream)
            try db.copy(to: path)
            return try db.end(ofStream: 2)?.sequence
        }
        #expect(contents == 3)
        #expect(try CentralStore.verify(path).streams.map(\.sequence).contains(3))
        #expect(try station.store.ledgerEnd()?.head == stream.heads[4])
    }

    @Test func `a verified copy secures what it holds, and a later one secures more`() throws {
        var (station, stream) = try Self.station(notes: 3)
        let (_, contents) = try Self.copy(station)
        try stream.note("later")
        try station.push(stream)
        func secured() throws -> Int {
            try station.store.answer(station.visit(stream), heads: nil, pull: nil).hello.secured
        }
        #expect(try secured() == 0)
        var record = BackupRecord(
            atMilliseconds: 5, file: "a", epoch: contents.epoch,
            end: try #require(contents.end), streams: contents.streams)
        #expect(try station.store.note(record))
        #expect(try secured() == 3)
        let mark = try StationReader(path: station.path).status(now: 0).backup
        #expect(mark == BackupMark(atMilliseconds: 5, file: "a", linesSince: 1))
        record.epoch = "another"
        #expect(try station.store.note(record) == false)
        record.epoch = contents.epoch
        record.streams[0].head = .zero
        #expect(try station.store.note(record) == false)
        #expect(try secured() == 3)
    }

    @Test func `a copy with a changed line is refused`() throws {
        let (station, stream) = try Self.station(notes: 3)
        let (path, _) = try Self.copy(station)
        try Connection.open(path).transaction { db in
            try db.execute("DROP TRIGGER ledger_fixed")
            try db.execute(
                "UPDATE ledger SET line=x'00' WHERE seq=2 AND stream=(SELECT MAX(no) FROM stream)")
        }
        #expect(throws: StoreFault.chainBroken(stream: stream.id, sequence: 2)) {
            try CentralStore.verify(path)
        }
    }

    @Test(arguments: [[], Array("no database at all, but long enough for a header".utf8)])
    func `a file that is no backup is refused`(bytes: [UInt8]) throws {
        let station = try TestStation()
        let path = station.path + ".other"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(throws: StoreFault.notABackup) { try CentralStore.verify(path) }
        #expect(throws: StoreFault.notABackup) { try CentralStore.verify(path + ".missing") }
    }

    @Test func `a database put back is another epoch and accepts no old request`() throws {
        let (station, stream) = try Self.station(notes: 2)
        try station.store.raiseCounter(of: TestStation.device, to: 64)
        try station.store.openSlot(
            OpenSlot(label: "H-9", untilMilliseconds: Int.max), code: .zero, triesMax: 5,
            by: "manager", at: 0)
        let (path, _) = try Self.copy(station)
        let next = try #require(try station.store.station()).nextWaybillSequence
        try CentralStore.prepare(
            path,
            epoch: NewEpoch(
                epoch: "e-2", stream: "01990f00-0000-7000-8000-0000000000ff", reason: .restored),
            at: 1_000)
        let store = try CentralStore(path: path)
        let restored = try #require(try store.station())
        #expect(restored.epoch == "e-2")
        #expect(restored.stream == "01990f00-0000-7000-8000-0000000000ff")
        #expect(restored.nextWaybillSequence == next + 1_000_000)
        let device = try #require(try store.handheld(TestStation.device, keyNumber: 1, at: 0))
        #expect(device.record.counterCeiling == 1_000_064)
        let outcome = try store.enrol(
            code: .zero, device: TestStation.otherDevice, model: "", app: "",
            numbers: TestStation.numbers, at: .minute(1))
        #expect(outcome == .wrong(left: 0))
        #expect(
            try store.answer(station.visit(stream), heads: nil, pull: nil).hello.epoch == "e-2")
        // The station writes into its new stream and still reads the old one as its own.
        try store.record(
            [StationFact(.taskOpen(Sample.task("T1")))], by: "manager", at: .minute(70))
        let lines = try StationReader(path: path).ledger(max: 100)
        #expect(lines.last?.stream == restored.stream && lines.last?.sequence == 1)
        #expect(
            try StationReader(path: path).status(now: 0).stationFacts
                == lines.count { $0.stream != stream.id })
    }

    @Test func `a copy put back twice leaves out what its first life gave out`() throws {
        let (station, _) = try Self.station(notes: 1)
        let (second, _) = try Self.copy(station)
        try CentralStore.prepare(
            second,
            epoch: NewEpoch(
                epoch: "e-3", stream: "01990f00-0000-7000-8000-0000000000fe", reason: .restored),
            at: 1_790_000_000_000)
        let later = try CentralStore(path: second)
        #expect(try later.station()?.nextWaybillSequence == 212_163_200)
        let again = try later.handheld(TestStation.device, keyNumber: 1, at: 0)
        #expect(again?.record.counterCeiling == 1_790_000_000_000)
    }

    @Test func `a watermark above the ledger, or beside it, is not held`() throws {
        let (station, _) = try Self.station(notes: 2)
        let end = try #require(try station.store.ledgerEnd())
        #expect(try station.store.holds(end))
        #expect(try !station.store.holds(LedgerEnd(number: end.number + 1, head: end.head)))
        #expect(try !station.store.holds(LedgerEnd(number: end.number, head: .zero)))
        #expect(try !station.store.holds(LedgerEnd(number: end.number - 1, head: end.head)))
    }

    @Test func `a mark of another epoch tells that a copy was put over what was told`() throws {
        let (station, _) = try Self.station(notes: 2)
        let told = try #require(try station.store.ledgerMark())
        #expect(told.epoch == "e-test")
        #expect(try station.store.goesOn(from: told))
        let other = LedgerMark(end: told.end, epoch: "e-other")
        #expect(try !station.store.goesOn(from: other))
        let ahead = LedgerMark(
            end: LedgerEnd(number: told.end.number + 1, head: told.end.head), epoch: told.epoch)
        #expect(try !station.store.goesOn(from: ahead))
    }

    @Test(arguments: [(0, 1), (1, 0)])
    func `ends of memberships are kept for 400 days, and the floor says so`(
        past: Int, left: Int
    ) throws {
        let station = try TestStation()
        try station.store.record(
            [StationFact(.taskOpen(Sample.task("T1")))], by: "manager", at: .minute(1))
        try station.store.record(
            [StationFact(.taskAssign(TaskAssignFact(task: "T1", assignee: "c2")))], by: "manager",
            at: .minute(2))
        let revision = try #require(try station.store.station()).revision
        let contents = try StationReader(path: station.path).copy(to: station.path + ".copy")
        let noted = try station.store.note(
            BackupRecord(
                atMilliseconds: Moment.minute(2).wallMilliseconds + endingsKeptMilliseconds + past,
                file: "a", epoch: contents.epoch, end: try #require(contents.end),
                streams: contents.streams))
        #expect(noted)
        #expect(
            try station.count("SELECT COUNT(*) FROM row_bucket WHERE why IS NOT NULL") == left)
        let floor = try #require(try station.store.station()).floor
        #expect((floor == revision) == (left == 0))
        let report = try CentralStore.rebuild(
            station.path, into: station.path + ".new",
            epoch: NewEpoch(
                epoch: "e-2", stream: "01990f00-0000-7000-8000-0000000000ff", reason: .rebuilt),
            at: 0)
        #expect(report.differences == [])
    }
}
