import Ledger
import SQLite
package import SyncProtocol

/// One line of the ledger with what became of it, for whoever checks the whole.
package struct AuditLine: Equatable, Sendable {
    package var lsn: Int
    package var stream: String
    package var device: String
    package var sequence: Int
    package var line: [UInt8]
    package var head: Digest
    package var revision: Int
    /// `applied`, `held:group` …; nil for a line that brought a known fact.
    package var disposition: String?
}

/// One row of the station with the buckets that it is in, sorted.
package struct AuditRow: Equatable, Sendable {
    package var type: String
    package var id: String
    package var version: Int
    package var revision: Int
    package var hash: Digest
    package var buckets: [String]
}

/// Where the database stands.
package struct AuditPosition: Equatable, Sendable {
    package var lsn: Int
    package var revision: Int
    package var epoch: String
}

/// What the whole database says, read beside no one: for the simulator.
extension CentralStore {
    /// Where the database stands now.
    package func auditPosition() throws -> AuditPosition {
        try writer.read { db in
            let station = try db.existingStation()
            return AuditPosition(
                lsn: try db.lastLSN(), revision: station.revision, epoch: station.epoch)
        }
    }

    /// The lines after a number, in ledger order.
    package func auditLines(after lsn: Int) throws -> [AuditLine] {
        try writer.read { db in
            try db.rows(
                """
                SELECT l.lsn,s.id,s.dev,l.seq,l.line,l.head,l.rev,f.disp,f.why
                FROM ledger l JOIN stream s ON s.no=l.stream LEFT JOIN fact f ON f.lsn=l.lsn
                WHERE l.lsn>? ORDER BY l.lsn
                """, lsn
            ) { row in
                let words = [row.optionalText(7), row.optionalText(8)].compactMap(\.self)
                return AuditLine(
                    lsn: row.integer(0), stream: row.text(1), device: row.text(2),
                    sequence: row.integer(3), line: row.blob(4), head: digest(row, 5),
                    revision: row.integer(6),
                    disposition: words.isEmpty ? nil : words.joined(separator: ":"))
            }
        }
    }

    /// The rows that changed after a revision, by type and id.
    package func auditRows(after revision: Int) throws -> [AuditRow] {
        try writer.read { db in
            let names = try db.rows("SELECT no,name FROM bucket") { ($0.integer(0), $0.text(1)) }
            let nameOf = Dictionary(uniqueKeysWithValues: names)
            return try db.rows(
                "SELECT t,i,v,r,hash,buckets FROM row WHERE r>? ORDER BY t,i", revision
            ) { row in
                AuditRow(
                    type: row.text(0), id: row.text(1), version: row.integer(2),
                    revision: row.integer(3), hash: digest(row, 4),
                    buckets: BucketList.numbers(row.text(5)).compactMap { nameOf[$0] }.sorted())
            }
        }
    }

    /// The balances of all accounts, by account and currency, and the facts whose postings do not
    /// sum to zero.
    package func auditBooks() throws -> (balances: [String: Int], unbalanced: [Int]) {
        try writer.read { db in
            let sums = try db.rows(
                "SELECT account,cur,SUM(amount) FROM posting GROUP BY account,cur"
            ) { ("\($0.text(0)) \($0.text(1))", $0.integer(2)) }
            let unbalanced = try db.rows(
                "SELECT DISTINCT lsn FROM posting GROUP BY lsn,cur HAVING SUM(amount)<>0",
                as: { $0.integer(0) })
            return (Dictionary(uniqueKeysWithValues: sums), unbalanced)
        }
    }

    /// Whether any handheld remembered another audit trail than this database has.
    package func auditIsContradicted() throws -> Bool {
        try writer.read { db in
            try db.first(
                "SELECT 1 FROM incident WHERE what=?", Incident.historyRewritten.rawValue,
                as: { _ in true }) ?? false
        }
    }

    /// What is wrong with the database by itself: chains, places, sums. Empty when all is well.
    package func auditFaults() throws -> [String] {
        try writer.read { db in
            var faults: [String] = []
            for stream in try db.streams() {
                if let sequence = try db.firstFault(in: stream, after: 0) {
                    faults.append("I-04 line \(sequence) of \(stream.id)")
                }
                let gap = try db.first(
                    "SELECT COUNT(*)<>COALESCE(MAX(seq),0) FROM ledger WHERE stream=?",
                    stream.number, as: { $0.integer(0) == 1 })
                if gap == true { faults.append("I-03 a gap in \(stream.id)") }
            }
            if let fault = try db.auditProof().fault { faults.append("I-40 audit \(fault)") }
            var sums: [Int: BucketSum] = [:]
            try db.scan("SELECT t,i,v,f,hash,buckets FROM row") { row in
                let hash = BucketSum.rowHash(
                    type: row.text(0), id: row.text(1), version: row.integer(2), body: row.blob(3))
                if hash != digest(row, 4) {
                    faults.append("I-15 hash of \(row.text(0)):\(row.text(1))")
                }
                for bucket in BucketList.numbers(row.text(5)) {
                    sums[bucket, default: BucketSum()].add(hash)
                }
                return true
            }
            try db.scan("SELECT no,sum,n FROM bucket ORDER BY no") { row in
                let stored = BucketSum(sum: digest(row, 1), count: row.integer(2))
                if stored != sums[row.integer(0), default: BucketSum()] {
                    faults.append("I-15 sum of bucket \(row.integer(0))")
                }
                return true
            }
            return faults
        }
    }
}
