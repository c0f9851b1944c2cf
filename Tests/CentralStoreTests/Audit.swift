import Domain
import Ledger
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

extension TestStation {
    /// Recomputes from the file what must always hold: chains, one fact row per fact,
    /// gapless streams, postings that sum to zero, bucket sums and memberships.
    func audit() throws {
        try look { db in
            for stream in try db.streams() {
                #expect(try db.firstFault(in: stream, after: 0) == nil)
                let (count, last) = try #require(
                    try db.first(
                        "SELECT COUNT(*),COALESCE(MAX(seq),0) FROM ledger WHERE stream=?",
                        stream.number, as: { ($0.integer(0), $0.integer(1)) }))
                #expect(count == last)
            }
            #expect(
                try db.rows(
                    "SELECT lsn FROM posting GROUP BY lsn,cur HAVING SUM(amount)<>0",
                    as: { $0.integer(0) }) == [])
            #expect(
                try db.rows(
                    """
                    SELECT lsn FROM posting p WHERE NOT EXISTS(SELECT 1 FROM fact f
                        WHERE f.lsn=p.lsn AND f.disp IN ('applied','held'))
                    """, as: { $0.integer(0) }) == [])
            try auditRows(db)
        }
    }

    private func auditRows(_ db: borrowing Connection) throws {
        let references = try db.rows(
            "SELECT t,i FROM row ORDER BY t,i", as: { "\($0.text(0)):\($0.text(1))" })
        var sums: [String: BucketSum] = [:]
        for text in references {
            let reference = try #require(EntityReference(text))
            let row = try #require(try db.row(reference))
            #expect(
                row.hash
                    == BucketSum.rowHash(
                        type: reference.type.rawValue, id: reference.id, version: row.version,
                        body: row.body))
            let names = try row.buckets.map { try #require(try db.bucketName($0)) }.sorted()
            #expect(try membership(reference, db) == names, "\(text)")
            let members = try db.rows(
                """
                SELECT b.name FROM row_bucket m JOIN bucket b ON b.no=m.bucket
                WHERE m.t=? AND m.i=? AND m.why IS NULL ORDER BY b.name
                """, reference.type.rawValue, reference.id, as: { $0.text(0) })
            #expect(members == names, "\(text)")
            for name in names { sums[name, default: BucketSum()].add(row.hash) }
        }
        let stored = try db.rows(
            "SELECT name,sum,n FROM bucket",
            as: { ($0.text(0), BucketSum(sum: digest($0, 1), count: $0.integer(2))) })
        for (name, sum) in stored { #expect(sum == sums[name, default: BucketSum()], "\(name)") }
    }

    /// The buckets of a row by itself and by all rows it follows.
    private func membership(
        _ reference: EntityReference, _ db: borrowing Connection
    ) throws -> [String] {
        guard let entity = try db.entity(reference) else { return [] }
        var device: String?
        if let stream = entity.ofStream { device = try db.stream(stream)?.device }
        var names = Set(
            entity.ownBuckets(station: TestStation.code, deviceOfStream: { _ in device })
                .map(\.description))
        if let number = CaseRow.number(of: reference.id), reference.type == .case {
            names = Set(try db.handhelds(ofDispute: number).map { "device:\($0)" })
        }
        for parent in try db.parents(of: reference) { names.formUnion(try membership(parent, db)) }
        return names.sorted()
    }
}
