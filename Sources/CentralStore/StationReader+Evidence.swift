import Domain
import Ledger
import SQLite
package import SyncProtocol

/// One line of the ledger with everything that proves it.
package struct EvidenceLine: Equatable, Sendable {
    package var number: Int
    package var stream: String
    /// The handheld that recorded it.
    package var label: String
    package var sequence: Int
    package var bytes: [UInt8]
    /// The head of the line before it, or the genesis of its stream.
    package var previous: Digest
    package var head: Digest
    package var effectiveMilliseconds: Int
    package var receivedMilliseconds: Int
    /// applied, `noop:carried_twice`, `held:group` …
    package var disposition: String
    package var reference: String
    /// What is attached to it, and whether all of it is here.
    package var attachments: [EvidenceAttachment]
}

/// A photo that a line lists.
package struct EvidenceAttachment: Equatable, Sendable {
    package var blob: Digest
    package var byteCount: Int
    package var role: String
    package var mediaType: String
    package var isHere: Bool
}

/// Where a stream that tells of a parcel ends now.
package struct EvidenceStream: Equatable, Sendable {
    package var stream: String
    package var label: String
    package var sequence: Int
    package var head: Digest
}

/// Everything the ledger holds about one parcel.
package struct ParcelEvidence: Equatable, Sendable {
    package var parcel: String
    package var station: String
    /// Empty when nothing but facts is known of it.
    package var stage: String
    /// In ledger order.
    package var lines: [EvidenceLine]
    package var streams: [EvidenceStream]
}

extension StationReader {
    /// The lines about a parcel, in effect or not; nil when nobody ever spoke of it.
    package func evidence(of parcel: String) throws -> ParcelEvidence? {
        try connection.snapshot { db in try db.evidence(of: parcel) }
    }

    /// The line at a place of a stream and the head it has; nil when the ledger has none.
    package func line(
        ofStream stream: String, at sequence: Int
    ) throws -> (bytes: [UInt8], head: Digest)? {
        try connection.snapshot { db in
            try db.first(
                """
                SELECT l.line,l.head FROM ledger l JOIN stream s ON s.no=l.stream
                WHERE s.id=? AND l.seq=?
                """, stream, sequence, as: { ($0.blob(0), digest($0, 1)) })
        }
    }
}

extension Connection {
    fileprivate func evidence(of parcel: String) throws -> ParcelEvidence? {
        let station = try existingStation()
        var numbers = try rows(
            """
            SELECT lsn FROM mention WHERE parcel=?1
            UNION SELECT a.lsn FROM mention m JOIN fact f ON f.lsn=m.lsn
                JOIN answer a ON a.target=f.fact WHERE m.parcel=?1
            """, parcel, as: { $0.integer(0) })
        // The facts of the same act that one of them cites, such as the identity check.
        for number in numbers {
            guard let fact = try storedLine(number)?.fact(stationStreams: station.streams) else {
                continue
            }
            for cited in fact.cited.compactMap({ Digest(hex: $0) }) {
                numbers += try rows(
                    "SELECT lsn FROM fact WHERE fact=?", cited.bytes, as: { $0.integer(0) })
            }
        }
        var row: Parcel?
        if case .parcel(let stored) = try entity(EntityReference(.parcel, parcel)) { row = stored }
        guard row != nil || !numbers.isEmpty else { return nil }
        let lines = try Set(numbers).sorted().compactMap { try evidenceLine($0) }
        return ParcelEvidence(
            parcel: parcel, station: station.code, stage: row?.stage.rawValue ?? "", lines: lines,
            streams: try ends(ofStreams: Set(lines.map(\.stream)).sorted()))
    }

    private func storedLine(_ number: Int) throws -> StoredLine? {
        try first(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms
            FROM ledger l JOIN stream s ON s.no=l.stream WHERE l.lsn=?
            """, number, as: { StoredLine($0) })
    }

    private func evidenceLine(_ number: Int) throws -> EvidenceLine? {
        guard let line = try storedLine(number), let stream = try stream(line.stream),
            let listed = try ledgerLines(after: number - 1, max: 1).first
        else { return nil }
        let previous =
            line.sequence == 1
            ? Chain.genesis(device: stream.device, stream: stream.id)
            : try head(ofStream: stream.number, at: line.sequence - 1)
        guard let previous else { return nil }
        let attachments = try (line.reading.entry?.attachments ?? []).map { item in
            EvidenceAttachment(
                blob: item.blob, byteCount: item.byteCount, role: item.role,
                mediaType: item.mediaType,
                isHere: try blobProgress(item.blob)?.isComplete == true)
        }
        return EvidenceLine(
            number: number, stream: line.stream, label: try label(ofDevice: stream.device),
            sequence: line.sequence, bytes: line.line, previous: previous, head: line.head,
            effectiveMilliseconds: line.effectiveMilliseconds,
            receivedMilliseconds: listed.receivedMilliseconds, disposition: listed.disposition,
            reference: listed.reference, attachments: attachments)
    }

    private func label(ofDevice device: String) throws -> String {
        try first("SELECT label FROM device WHERE dev=?", device, as: { $0.text(0) }) ?? ""
    }

    private func ends(ofStreams ids: [String]) throws -> [EvidenceStream] {
        try ids.compactMap { id in
            guard let stream = try stream(id), let end = try end(ofStream: stream.number) else {
                return nil
            }
            return EvidenceStream(
                stream: id, label: try label(ofDevice: stream.device), sequence: end.sequence,
                head: end.head)
        }
    }
}
