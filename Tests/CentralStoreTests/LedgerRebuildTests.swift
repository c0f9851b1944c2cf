import Domain
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// Everything but the ledger can be made again from it.
@Suite struct LedgerRebuildTests {
    private static let epoch = NewEpoch(
        epoch: "e-new", stream: "01990f00-0000-7000-8000-0000000000ff", reason: .rebuilt)

    private static func rebuild(_ station: TestStation) throws -> (RebuildReport, CentralStore) {
        let path = station.path + ".new"
        let report = try CentralStore.rebuild(
            station.path, into: path, epoch: epoch, at: Moment.minute(9_999).wallMilliseconds)
        return (report, try CentralStore(path: path))
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `a random history read again gives the same rows, sums, postings and dispositions`(
        seed: UInt64
    ) throws {
        let station = try TestStation()
        var history = try RandomHistory(station, seed: seed)
        try history.run(steps: 150)
        try station.audit()
        let (report, _) = try Self.rebuild(station)
        #expect(report.differences == [])
        #expect(report.lines == (try station.count("SELECT COUNT(*) FROM ledger")))
        #expect(report.lines > 100)
        #expect(try station.count("SELECT COUNT(*) FROM fact WHERE disp<>'applied'") > 0)
        #expect(try station.count("SELECT COUNT(*) FROM posting") > 0)
    }

    @Test func `a row that was changed by hand is found and put right`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.record(.pickup(Sample.pickup()))
        try station.push(stream)
        try Connection.open(station.path).transaction { db in
            try db.execute("UPDATE row SET f=x'7b7d' WHERE t='parcel'")
            try db.execute("UPDATE bucket SET n=n+1 WHERE no=1")
        }
        let (report, store) = try Self.rebuild(station)
        #expect(report.differences.map(\.name) == ["bucket", "row"])
        #expect(
            try store.entity(EntityReference(.parcel, Sample.number))
                == .parcel(try #require(try Self.parcel(store))))
        #expect(try Self.parcel(store)?.stage == .pickedUp)
    }

    private static func parcel(_ store: CentralStore) throws -> Parcel? {
        guard
            case .parcel(let parcel) = try store.entity(EntityReference(.parcel, Sample.number))
        else { return nil }
        return parcel
    }

    @Test func `a rebuilt database has a new epoch and takes the next facts`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.note("before")
        try station.push(stream)
        let ceiling = try #require(
            try station.store.handheld(TestStation.device, keyNumber: 1, at: 0)
        ).record
            .counterCeiling
        let (_, store) = try Self.rebuild(station)
        let after = try #require(try store.station())
        #expect(after.epoch == "e-new" && after.stream == Self.epoch.stream)
        #expect(after.streams.count == 2)
        #expect(
            try store.handheld(TestStation.device, keyNumber: 1, at: 0)?.record.counterCeiling
                == ceiling)
        try stream.note("after")
        let visit = station.visit(stream)
        let result = try store.push(stream.push(), visit: visit, key: stream.key, isNoteDue: true)
        guard case .ok(let stored) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(stored.new == 1 && stored.duplicate == 1)
        try store.record(
            [StationFact(.taskOpen(Sample.task("T1")))], by: "manager", at: .minute(70))
        #expect(try store.entity(EntityReference(.task, "T1")) != nil)
    }

    @Test func `a damaged line ends the rebuild`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.note("a")
        try stream.note("b")
        try station.push(stream)
        let last = try station.count("SELECT MAX(lsn) FROM ledger")
        try Connection.open(station.path).transaction { db in
            try db.execute("DROP TRIGGER ledger_fixed")
            try db.execute("UPDATE ledger SET line=x'00' WHERE lsn=?", last)
        }
        #expect(throws: StoreFault.chainBroken(stream: stream.id, sequence: 2)) {
            try Self.rebuild(station)
        }
    }

    @Test func `every table of the schema is known as ledger, projection or kept`() throws {
        let station = try TestStation()
        let names = try station.look { db in
            try db.rows(
                "SELECT name FROM sqlite_master WHERE type='table' ORDER BY name",
                as: { $0.text(0) })
        }
        #expect(Schema.tables.map(\.name).sorted() == names)
    }
}
