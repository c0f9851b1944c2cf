import Domain
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// What was done at the server, and that nobody can say otherwise later.
@Suite struct AuditTrailTests {
    private let station: TestStation

    init() throws { station = try TestStation() }

    private func note(_ text: String) throws {
        try station.store.note(.unlocked, on: text, by: "manager", at: 1_790_000_000_000)
    }

    @Test func `what is done is an entry, in its order`() throws {
        let entries = try StationReader(path: station.path).audit(max: 100)
        #expect(entries.map(\.act) == [.founded, .recorded, .slot, .enrolled])
        #expect(entries.map(\.number) == [1, 2, 3, 4])
        #expect(entries[1].detail["kinds"]?.object?["person.set"]?.integer == 2)
        #expect(entries[3].detail["dev"]?.text == TestStation.device)
        #expect(try StationReader(path: station.path).audit(max: 2).map(\.number) == [3, 4])
        let witness = try #require(try station.store.witness())
        #expect(witness == Witness(number: 4, head: entries[3].head, epoch: "e-test"))
    }

    @Test func `no entry is changed, taken away or put between`() throws {
        let db = try Connection.open(station.path)
        for sql: StaticString in [
            "UPDATE audit SET body=x'00' WHERE n=1", "DELETE FROM audit WHERE n=4",
            "INSERT INTO audit(n,body,hash) VALUES(9,x'00',zeroblob(32))",
        ] {
            #expect(throws: SQLiteError.self) { try db.execute(sql) }
        }
    }

    @Test func `the proof finds an entry that was altered by hand`() throws {
        #expect(try StationReader(path: station.path).verify().isIntact)
        let db = try Connection.open(station.path)
        try db.execute("DROP TRIGGER audit_fixed")
        try db.execute(
            "UPDATE audit SET body=CAST(replace(body,'manager','nobody') AS BLOB) WHERE n=3")
        let proof = try StationReader(path: station.path).verify()
        #expect(proof.auditFault == .entry(3) && !proof.isIntact)
    }

    @Test(arguments: [false, true])
    func `the proof finds a ledger that a checkpoint contradicts`(hasMore: Bool) throws {
        var stream = TestStream()
        try stream.record(.note(NoteFact(text: "one")))
        try station.push(stream)
        let end = try #require(try station.store.ledgerEnd())
        let noted = try station.store.note(
            BackupRecord(
                atMilliseconds: 1_790_000_000_000, file: "copy", epoch: "e-test", end: end,
                streams: []))
        #expect(noted)
        if hasMore {
            try stream.record(.note(NoteFact(text: "two")))
            try station.push(stream)
        }
        #expect(try StationReader(path: station.path).verify().isIntact)
        let db = try Connection.open(station.path)
        try db.execute("DROP TRIGGER audit_fixed")
        // The whole chain is made anew, with another checkpoint.
        try db.execute("DROP TRIGGER audit_keep")
        try db.execute("DELETE FROM audit WHERE n=5")
        try db.insertAudit(
            .checkpoint, by: "system",
            detail: ["lsn": .integer(end.number), "ends": .text(Digest.zero.hex)], at: 1)
        #expect(
            try StationReader(path: station.path).verify().auditFault == .checkpoint(5))
    }

    @Test func `a witness of the present epoch must be here as it was told`() throws {
        let told = try #require(try station.store.witness())
        #expect(try !station.store.contradicts(told))
        try note("later")
        #expect(try !station.store.contradicts(told))
        for (number, head) in [(told.number, Digest.zero), (told.number + 9, told.head)] {
            let other = Witness(number: number, head: head, epoch: told.epoch)
            #expect(try station.store.contradicts(other))
        }
    }

    @Test func `a witness of an earlier epoch is compared up to the end of that one`() throws {
        let before = try #require(try station.store.witness())
        let epoch = NewEpoch(
            epoch: "e-2", stream: "01990f00-0000-7000-8000-0000000000fe", reason: .restored)
        try station.store.begin(epoch, at: 1_790_000_000_000)
        #expect(try station.store.witness()?.epoch == "e-2")
        #expect(try !station.store.contradicts(before))
        let table: [(number: Int, head: Digest, epoch: String, isFalse: Bool)] = [
            (before.number, .zero, "e-test", true),
            // The lost part had entries of these numbers.
            (before.number + 1, .zero, "e-test", false), (99, .zero, "e-test", false),
            // An epoch between that was lost whole.
            (before.number, .zero, "e-gone", false), (1, .zero, "e-2", true),
            (99, .zero, "e-2", true),
        ]
        for row in table {
            let told = Witness(number: row.number, head: row.head, epoch: row.epoch)
            #expect(try station.store.contradicts(told) == row.isFalse, "\(row)")
        }
    }

    @Test func `a trail goes on in a ledger that was read again`() throws {
        let scratch = station.path + ".rebuilt"
        let epoch = NewEpoch(
            epoch: "e-2", stream: "01990f00-0000-7000-8000-0000000000fe", reason: .rebuilt)
        _ = try CentralStore.rebuild(station.path, into: scratch, epoch: epoch, at: 1)
        let entries = try StationReader(path: scratch).audit(max: 100)
        #expect(entries.map(\.act) == [.founded, .recorded, .slot, .enrolled, .rebuilt])
        #expect(try StationReader(path: scratch).verify().isIntact)
    }
}
