import Domain
import Ledger
import SQLite
package import SyncProtocol

/// One attachment of one fact, and what of it is here.
package struct AttachedBlob: Equatable, Sendable {
    /// How its content stands.
    package enum State: String, Sendable, CaseIterable {
        /// All of it is here, with the right hash.
        case here
        /// It is on its way, or waits on the handheld.
        case waiting
        /// It was damaged on the handheld before it came, as a fact says.
        case lost
    }

    package var blob: Digest
    package var byteCount: Int
    /// How much of it is here.
    package var have: Int
    package var state: State
    package var role: String
    package var mediaType: String
    /// The fact that lists it.
    package var line: LedgerLine
    package var effectiveMilliseconds: Int
    package var parcels: [String]
    package var label: String
}

/// Which attachments are asked for; what is nil or false is not looked at.
package struct AttachmentFilter: Sendable {
    package var parcel: String?
    package var line: Int?
    /// Only those whose content is not here.
    package var isMissing = false

    package init() {}
}

extension StationReader {
    /// The attachments of facts, the newest fact first.
    package func attachments(_ filter: AttachmentFilter, max: Int) throws -> [AttachedBlob] {
        try connection.snapshot { db in
            let found = try db.rows(
                """
                SELECT a.lsn,a.hash,b.have,b.done_ms,d.label FROM attachment a
                LEFT JOIN blob b ON b.hash=a.hash JOIN ledger l ON l.lsn=a.lsn
                JOIN stream s ON s.no=l.stream JOIN device d ON d.dev=s.dev
                WHERE (?1 IS NULL OR a.lsn IN (SELECT lsn FROM mention WHERE parcel=?1))
                    AND (?2 IS NULL OR a.lsn=?2) AND (?3=0 OR b.done_ms IS NULL)
                ORDER BY a.lsn DESC,a.hash LIMIT ?4
                """, filter.parcel, filter.line, filter.isMissing ? 1 : 0, max,
                as: { FoundAttachment($0) })
            return try db.attached(found)
        }
    }

    /// The attachments whose hash begins with these hex digits.
    package func attachments(ofBlob prefix: String, max: Int) throws -> [AttachedBlob] {
        try connection.snapshot { db in
            let found = try db.rows(
                """
                SELECT a.lsn,a.hash,b.have,b.done_ms,d.label FROM attachment a
                LEFT JOIN blob b ON b.hash=a.hash JOIN ledger l ON l.lsn=a.lsn
                JOIN stream s ON s.no=l.stream JOIN device d ON d.dev=s.dev
                WHERE substr(lower(hex(a.hash)),1,?2)=?1 ORDER BY a.lsn,a.hash LIMIT ?3
                """, prefix, prefix.utf8.count, max, as: { FoundAttachment($0) })
            return try db.attached(found)
        }
    }

    /// The content of a blob; nil when it is not here whole, or has not its hash any more.
    package func content(ofBlob blob: Digest) throws -> [UInt8]? {
        try connection.snapshot { db in
            guard try db.blobProgress(blob)?.isComplete == true else { return nil }
            let bytes = try db.content(of: blob)
            return SHA256.hash(bytes) == blob ? bytes : nil
        }
    }
}

/// An attachment as the tables name it.
private struct FoundAttachment {
    let number: Int
    let blob: Digest
    let have: Int
    let isHere: Bool
    let label: String

    init(_ row: borrowing Row) {
        number = row.integer(0)
        blob = digest(row, 1)
        have = row.optionalInteger(2) ?? 0
        isHere = !row.isNull(3)
        label = row.text(4)
    }
}

extension Connection {
    fileprivate func attached(_ found: [FoundAttachment]) throws -> [AttachedBlob] {
        let stationStreams = try existingStation().streams
        let lost = try lostBlobs()
        return try found.compactMap { item in
            guard let line = try ledgerLines(after: item.number - 1, max: 1).first,
                let stored = try storedLine(item.number),
                let listed = stored.reading.entry?.attachments.first(where: {
                    $0.blob == item.blob
                })
            else { return nil }
            let isLost = !item.isHere && lost.contains(item.blob)
            return AttachedBlob(
                blob: item.blob, byteCount: listed.byteCount, have: item.have,
                state: item.isHere ? .here : isLost ? .lost : .waiting, role: listed.role,
                mediaType: listed.mediaType, line: line,
                effectiveMilliseconds: stored.effectiveMilliseconds,
                parcels: stored.fact(stationStreams: stationStreams)?.mentions ?? [],
                label: item.label)
        }
    }

    private func storedLine(_ number: Int) throws(SQLiteError) -> StoredLine? {
        try first(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms
            FROM ledger l JOIN stream s ON s.no=l.stream WHERE l.lsn=?
            """, number, as: { StoredLine($0) })
    }

    /// The blobs of which a handheld says that they were damaged there.
    private func lostBlobs() throws -> Set<Digest> {
        let lines = try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms FROM fact f
            JOIN ledger l ON l.lsn=f.lsn JOIN stream s ON s.no=l.stream
            WHERE f.kind='blob.corrupt'
            """, as: { StoredLine($0) })
        return Set(
            lines.compactMap { line in
                line.reading.entry?.payload["h"]?.text.flatMap { Digest(hex: $0) }
            })
    }
}
