package import Domain
import SQLite
package import SyncProtocol

/// How far the content of a hash has come (PJS 7.6).
package struct BlobProgress: Equatable, Sendable {
    package var have: Int
    package var total: Int
    /// All of it is here, and its hash is right.
    package var isComplete: Bool

    package init(have: Int, total: Int, isComplete: Bool) {
        self.have = have
        self.total = total
        self.isComplete = isComplete
    }
}

/// One piece of a blob on its way in.
package struct BlobPiece: Equatable, Sendable {
    package var blob: Digest
    package var offset: Int
    package var total: Int
    package var isLast: Bool
    package var bytes: [UInt8]

    package init(blob: Digest, offset: Int, total: Int, isLast: Bool, bytes: [UInt8]) {
        self.blob = blob
        self.offset = offset
        self.total = total
        self.isLast = isLast
        self.bytes = bytes
    }
}

/// What came of a piece.
package enum BlobOutcome: Equatable, Sendable {
    /// It is stored, durably.
    case stored(BlobProgress)
    /// It does not follow what is here.
    case otherOffset(BlobProgress)
    /// No fact of the handheld lists the blob, and it may only bring what one lists.
    case notListed
    /// Another length than was said before, or than the fact lists; what was here is dropped.
    case lengthMismatch
    /// The whole has another hash; it is dropped.
    case hashMismatch
}

/// Blobs lie in the database, so that a backup holds what the facts in it list.
extension CentralStore {
    /// How far a blob has come that the handheld may bring; nil when nothing of it is here or the
    /// handheld has no right to ask.
    package func blobProgress(
        _ blob: Digest, of device: String, state: Domain.DeviceState
    ) throws -> BlobProgress? {
        try writer.read { db in
            guard try db.mayBring(blob, device, state) else { return nil }
            return try db.blobProgress(blob)
        }
    }

    /// Appends a piece, durably.
    package func append(
        _ piece: BlobPiece, of device: String, state: Domain.DeviceState, at now: Int
    ) throws -> BlobOutcome {
        try writer.write { db in
            guard try db.mayBring(piece.blob, device, state) else { return .notListed }
            return try db.append(piece, of: device, at: now)
        }
    }

    /// The whole content of a complete blob that a fact of the handheld lists: knowing a hash is no
    /// right.
    package func blob(_ blob: Digest, of device: String) throws -> [UInt8]? {
        try writer.read { db in
            guard try db.listedLength(of: blob, device) != nil,
                try db.blobProgress(blob)?.isComplete == true
            else { return nil }
            return try db.content(of: blob)
        }
    }
}

/// How long a blob stays that no fact lists.
let unlistedBlobsKeptMilliseconds = 30 * 86_400_000

extension Connection {
    /// Notes which blobs the fact of a line lists.
    func insertAttachments(
        _ attachments: [Entry.Attachment], lsn: Int
    ) throws(SQLiteError) {
        for attachment in attachments {
            try execute(
                "INSERT INTO attachment(hash,lsn,bytes) VALUES(?,?,?) ON CONFLICT DO NOTHING",
                attachment.blob.bytes, lsn, attachment.byteCount)
        }
    }

    /// Removes blobs that no fact came to list.
    func forgetUnlistedBlobs(at now: Int) throws(SQLiteError) {
        let old = try rows(
            """
            SELECT hash FROM blob b WHERE at_ms<? AND NOT EXISTS
                (SELECT 1 FROM attachment a WHERE a.hash=b.hash)
            """, now - unlistedBlobsKeptMilliseconds, as: { digest($0, 0) })
        for blob in old { try drop(blob) }
    }

    /// Forgets ends of memberships older than anybody stays away, and says so by the floor.
    func forgetEndings(at now: Int) throws(SQLiteError) {
        let floor = try first(
            "SELECT MAX(rev) FROM ledger WHERE recv_ms<?", now - endingsKeptMilliseconds,
            as: { $0.optionalInteger(0) })
        guard let floor, let floor else { return }
        try execute("DELETE FROM row_bucket WHERE why IS NOT NULL AND r<=?", floor)
        try execute("UPDATE station SET floor=MAX(floor,?)", floor)
    }

    /// Blobs that facts list and that are not here whole.
    func missingBlobCount() throws(SQLiteError) -> Int {
        try first(
            """
            SELECT COUNT(DISTINCT a.hash) FROM attachment a
            LEFT JOIN blob b ON b.hash=a.hash WHERE b.done_ms IS NULL
            """, as: { $0.integer(0) }) ?? 0
    }

    fileprivate func mayBring(
        _ blob: Digest, _ device: String, _ state: Domain.DeviceState
    ) throws(SQLiteError) -> Bool {
        if state == .active { return true }
        return try listedLength(of: blob, device) != nil
    }

    /// The length that a fact of the handheld says of a blob.
    fileprivate func listedLength(
        of blob: Digest, _ device: String
    ) throws(SQLiteError) -> Int? {
        try first(
            """
            SELECT a.bytes FROM attachment a JOIN ledger l ON l.lsn=a.lsn
            JOIN stream s ON s.no=l.stream WHERE a.hash=? AND s.dev=? LIMIT 1
            """, blob.bytes, device, as: { $0.integer(0) })
    }

    func blobProgress(_ blob: Digest) throws(SQLiteError) -> BlobProgress? {
        try first("SELECT have,bytes,done_ms FROM blob WHERE hash=?", blob.bytes) { row in
            BlobProgress(
                have: row.integer(0), total: row.integer(1), isComplete: !row.isNull(2))
        }
    }

    func content(of blob: Digest) throws(SQLiteError) -> [UInt8] {
        var bytes: [UInt8] = []
        try scan("SELECT content FROM blob_part WHERE hash=? ORDER BY at", blob.bytes) { row in
            row.appendBlob(0, to: &bytes)
            return true
        }
        return bytes
    }

    fileprivate func append(
        _ piece: BlobPiece, of device: String, at now: Int
    ) throws(SQLiteError) -> BlobOutcome {
        let known = try blobProgress(piece.blob)
        if let known, known.isComplete { return .otherOffset(known) }
        let end = piece.offset + piece.bytes.count
        let listed = try listedLength(of: piece.blob, device)
        guard known?.total ?? piece.total == piece.total, listed ?? piece.total == piece.total,
            end <= piece.total
        else {
            try drop(piece.blob)
            return .lengthMismatch
        }
        let have = known?.have ?? 0
        guard piece.offset == have else {
            return .otherOffset(
                BlobProgress(have: have, total: piece.total, isComplete: false))
        }
        guard piece.isLast == (end == piece.total) else {
            try drop(piece.blob)
            return .lengthMismatch
        }
        try execute(
            """
            INSERT INTO blob(hash,bytes,have,at_ms) VALUES(?,?,?,?)
            ON CONFLICT(hash) DO UPDATE SET have=excluded.have
            """, piece.blob.bytes, piece.total, end, now)
        try execute(
            "INSERT INTO blob_part(hash,at,content) VALUES(?,?,?)", piece.blob.bytes,
            piece.offset, piece.bytes)
        guard piece.isLast else {
            return .stored(BlobProgress(have: end, total: piece.total, isComplete: false))
        }
        guard SHA256.hash(try content(of: piece.blob)) == piece.blob else {
            try drop(piece.blob)
            return .hashMismatch
        }
        try execute("UPDATE blob SET done_ms=? WHERE hash=?", now, piece.blob.bytes)
        return .stored(BlobProgress(have: end, total: piece.total, isComplete: true))
    }

    private func drop(_ blob: Digest) throws(SQLiteError) {
        try execute("DELETE FROM blob_part WHERE hash=?", blob.bytes)
        try execute("DELETE FROM blob WHERE hash=?", blob.bytes)
    }
}
