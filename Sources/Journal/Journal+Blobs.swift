import SQLite
package import SyncProtocol

/// A blob that facts of this journal list.
package struct ListedBlob: Hashable, Sendable {
    package let blob: Digest
    /// As listed by the fact that came first.
    package let byteCount: Int

    package init(blob: Digest, byteCount: Int) {
        self.blob = blob
        self.byteCount = byteCount
    }
}

/// How the blobs of this journal stand.
package struct BlobCounts: Equatable, Sendable {
    /// Those that the server is not known to have whole.
    package var waiting = 0
    package var waitingBytes = 0
    /// Those whose content was damaged here before the server had it.
    package var lost = 0
    /// Whether there is anything to ask of the server about them.
    package var mayGo = false

    package init() {}
}

/// Blobs that entries list. Their bytes are files, which the caller keeps: durable before the fact
/// that lists them is recorded, and erased only when this journal says so.
extension Journal {
    /// Whether an entry lists a blob of which the file is still wanted.
    package func keepsBlob(_ blob: Digest) throws(JournalError) -> Bool {
        try read { connection in
            try connection.first(
                "SELECT 1 FROM blob WHERE hash = ?1 AND state <> 'gone'", blob.bytes,
                as: { $0.integer(0) }) != nil
        }
    }

    /// The blobs to bring next: those of facts that the ledger holds, damage first, then the
    /// oldest. What a server had in an earlier epoch is asked for again: it may have lost it.
    package func blobsToBring(
        atMost count: Int, except skipped: Set<Digest> = []
    ) throws(JournalError) -> [ListedBlob] {
        try read { connection in
            let epoch = try liveCopy().epoch
            let found = try connection.rows(
                """
                SELECT hash, bytes FROM blob b WHERE state = 'here' AND epoch IS NOT ?1 AND EXISTS
                    (SELECT 1 FROM blob_use u JOIN live e ON e.id = u.entry
                     WHERE u.hash = b.hash AND e.seq <= e.acked)
                ORDER BY rank, first LIMIT ?2
                """, epoch, count + skipped.count,
                as: { ListedBlob(blob: digest($0.blob(0)), byteCount: $0.integer(1)) })
            return Array(found.filter { !skipped.contains($0.blob) }.prefix(count))
        }
    }

    /// The blobs whose files may be erased once the server says again that it has them: every line
    /// that lists them has been forgotten (PJS 9.3), so it was secured, and its day closed.
    package func blobsToLeave(atMost count: Int) throws(JournalError) -> [ListedBlob] {
        try read { connection in
            let epoch = try liveCopy().epoch
            return try connection.rows(
                """
                SELECT hash, bytes FROM blob b WHERE state = 'here' AND epoch IS ?1 AND NOT EXISTS
                    (SELECT 1 FROM blob_use u JOIN entry e ON e.id = u.entry
                     WHERE u.hash = b.hash AND e.line IS NOT NULL)
                ORDER BY rank, first LIMIT ?2
                """, epoch, count,
                as: { ListedBlob(blob: digest($0.blob(0)), byteCount: $0.integer(1)) })
        }
    }

    /// Takes in that the server has all of a blob, or that it has not.
    package func noteBlob(_ blob: Digest, isAtServer: Bool) throws(JournalError) {
        try write { connection in
            let epoch: String? = isAtServer ? try liveCopy().epoch : nil
            try connection.execute(
                "UPDATE blob SET epoch = ?2 WHERE hash = ?1 AND state = 'here'", blob.bytes, epoch)
        }
    }

    /// Takes in that the content of a blob was damaged here and can never be brought.
    package func noteLostBlob(_ blob: Digest) throws(JournalError) {
        try write { connection in
            try connection.execute(
                "UPDATE blob SET state = 'lost' WHERE hash = ?1 AND state = 'here'", blob.bytes)
        }
    }

    /// Takes in that the file of a blob was erased.
    package func noteErasedBlob(_ blob: Digest) throws(JournalError) {
        try write { connection in
            try connection.execute(
                "UPDATE blob SET state = 'gone' WHERE hash = ?1 AND state = 'here'", blob.bytes)
        }
    }

    /// How many blobs wait and how many were lost.
    package func blobCounts() throws(JournalError) -> BlobCounts {
        try read { connection in
            let epoch = try liveCopy().epoch
            var counts = BlobCounts()
            try connection.scan(
                """
                SELECT state, COUNT(*), SUM(bytes) FROM blob
                WHERE state = 'lost' OR (state = 'here' AND epoch IS NOT ?1) GROUP BY state
                """, epoch
            ) { row in
                if row.text(0) == "lost" {
                    counts.lost = row.integer(1)
                } else {
                    counts.waiting = row.integer(1)
                    counts.waitingBytes = row.integer(2)
                }
                return true
            }
            counts.mayGo = try counts.waiting > 0 || !blobsToLeave(atMost: 1).isEmpty
            return counts
        }
    }

    /// The places of the facts that list a blob and count, in the order of recording.
    package func keys(listing blob: Digest) throws(JournalError) -> [EntryKey] {
        try read { connection in
            try connection.rows(
                """
                SELECT e.id FROM blob_use u JOIN live e ON e.id = u.entry WHERE u.hash = ?1
                ORDER BY e.id
                """, blob.bytes, as: { EntryKey($0.integer(0)) })
        }
    }

    /// Notes the blobs that an entry, or the one that it carries, lists. A blob that was lost or
    /// erased is here again when a new fact lists it.
    func noteAttachments(of entry: Entry, at key: Int) throws {
        let isCarry = entry.kind == Carry.kind
        let attachments =
            isCarry ? Carry.original(of: entry)?.attachments ?? [] : entry.attachments
        for attachment in attachments {
            try connection.execute(
                """
                INSERT INTO blob(hash, bytes, rank, first) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT DO UPDATE SET rank = min(rank, excluded.rank),
                    state = CASE WHEN ?5 THEN state ELSE 'here' END,
                    epoch = CASE WHEN ?5 OR state = 'here' THEN epoch ELSE NULL END
                """, attachment.blob.bytes, attachment.byteCount,
                attachment.role == Journal.urgentRole ? 0 : 1, key, isCarry ? 1 : 0)
            try connection.execute(
                "INSERT INTO blob_use(hash, entry) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                attachment.blob.bytes, key)
        }
    }

    /// Photos of damage decide about claims, so they are brought before all others.
    private static let urgentRole = "damage"
}
