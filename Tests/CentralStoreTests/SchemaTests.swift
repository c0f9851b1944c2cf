import Domain
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// Nothing changes what was taken in, not even this program.
@Suite struct SchemaTests {
    private static func station() throws -> TestStation {
        let station = try TestStation()
        var stream = TestStream()
        let quote = try stream.record(.quote(Sample.quote(500)))
        try stream.record(.payment(Sample.payment(500, to: Code32.madeID(of: quote))))
        try station.push(stream)
        return station
    }

    /// What a change that the schema must refuse says.
    private static func refusal(_ change: (borrowing Connection) throws -> Void) throws -> String? {
        let station = try station()
        do {
            try Connection.open(station.path, mayCreate: false).transaction(change)
            return nil
        } catch let error as SQLiteError {
            return error.message
        }
    }

    @Test func `the ledger refuses to be changed`() throws {
        #expect(
            try Self.refusal { try $0.execute("UPDATE ledger SET recv_ms=recv_ms+1 WHERE lsn=1") }
                == "immutable")
        #expect(
            try Self.refusal { try $0.execute("DELETE FROM ledger WHERE lsn=1") } == "immutable")
    }

    @Test func `facts and postings refuse to go`() throws {
        #expect(try Self.refusal { try $0.execute("DELETE FROM fact") } == "immutable")
        #expect(
            try Self.refusal { try $0.execute("UPDATE fact SET lsn=lsn+1000") } == "immutable")
        #expect(try Self.refusal { try $0.execute("DELETE FROM posting") } == "immutable")
        #expect(
            try Self.refusal { try $0.execute("UPDATE posting SET amount=0") } == "immutable")
    }

    @Test func `a stream has no gap`() throws {
        let message = try Self.refusal { db in
            try db.execute(
                """
                INSERT INTO ledger(lsn,stream,seq,line,head,recv_ms,eff_ms,eff_u,eff_q,rev,rule_ver)
                VALUES(1000,1,1000,x'7b7d',zeroblob(32),0,0,0,'good',1,1)
                """)
        }
        #expect(message == "gap")
    }

    @Test func `a fact is counted once`() throws {
        let message = try Self.refusal { db in
            try db.execute(
                """
                INSERT INTO fact(lsn,fact,disp,v) SELECT 1000,fact,'applied',1 FROM fact LIMIT 1
                """)
        }
        #expect(message?.contains("UNIQUE") == true)
    }
}
