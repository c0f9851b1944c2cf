import SQLite
package import SyncProtocol

/// One entry of any stream of the journal, for whoever checks the whole.
package struct JournalAuditEntry: Equatable, Sendable {
    package let stream: String
    package let sequence: Int
    /// Nil when only the skeleton of the entry is left.
    package let line: [UInt8]?
    package let head: Digest
    /// The fact it says; that of a carried entry is older than its head.
    package let fact: Digest
    /// Whether it counts: entries after the end of a frozen stream do not.
    package let isLive: Bool
}

/// One live row of the journal, as the station's sums count it.
package struct JournalAuditRow: Equatable, Sendable {
    package let type: String
    package let id: String
    package let version: Int
    package let hash: Digest
    /// Sorted.
    package let buckets: [String]
    /// Why it is kept although it left.
    package let pinned: String?
}

/// What the whole journal holds, for the simulator.
extension Journal {
    /// The entries of all streams, the oldest stream first, from the first one that is left.
    package func auditEntries() throws(JournalError) -> [JournalAuditEntry] {
        try read { connection in
            try connection.rows(
                """
                SELECT s.id, e.seq, e.line, e.head, e.fact, e.seq <= COALESCE(s.frozen_at, e.seq)
                FROM entry e JOIN stream s ON s.no = e.stream ORDER BY e.id
                """
            ) { row in
                JournalAuditEntry(
                    stream: row.text(0), sequence: row.integer(1),
                    line: row.isNull(2) ? nil : row.blob(2), head: digest(row.blob(3)),
                    fact: digest(row.blob(4)), isLive: row.integer(5) == 1)
            }
        }
    }

    /// The rows that are shown, by type and id.
    package func auditRows() throws(JournalError) -> [JournalAuditRow] {
        try read { connection in
            let live = try liveCopy()
            var buckets: [RowReference: [String]] = [:]
            try connection.scan(
                "SELECT t, i, bk FROM row_bucket WHERE cursor = ?1 ORDER BY t, i, bk", live.id
            ) { row in
                let reference = RowReference(type: row.text(0), id: row.text(1))
                buckets[reference, default: []].append(row.text(2))
                return true
            }
            return try connection.rows(
                "SELECT t, i, v, f, pinned FROM row WHERE cursor = ?1 ORDER BY t, i", live.id
            ) { row in
                let reference = RowReference(type: row.text(0), id: row.text(1))
                return JournalAuditRow(
                    type: reference.type, id: reference.id, version: row.integer(2),
                    hash: BucketSum.rowHash(
                        type: reference.type, id: reference.id, version: row.integer(2),
                        body: row.blob(3)),
                    buckets: buckets[reference] ?? [], pinned: row.optionalText(4))
            }
        }
    }

    /// The cursor of the live rows: epoch and revision.
    package func auditCursor() throws(JournalError) -> (epoch: String, revision: Int) {
        let live = try liveCopy()
        return (live.epoch, live.revision)
    }
}
