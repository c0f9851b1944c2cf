import Domain
import Ledger
import SQLite
import SyncProtocol

/// A fact that is stored and not, or not plainly, applied.
package struct LedgerException: Equatable, Sendable {
    package var line: LedgerLine
    /// The handheld that recorded it.
    package var label: String?
    package var remarks: Int
    package var isClosed: Bool
}

/// One line of the ledger with everything that is known of it.
package struct LedgerDetail: Equatable, Sendable {
    package var line: LedgerLine
    package var label: String?
    package var bytes: [UInt8]
    package var head: String
    /// Where it was first recorded, when it was carried.
    package var carriedFrom: String?
    package var effectiveMilliseconds: Int
    package var uncertaintyMilliseconds: Int
    package var quality: String
    package var firstAttemptMilliseconds: Int?
    /// What it waits for: an entity or a fact.
    package var awaits: String?
    package var remarks: [Remark]
}

extension StationReader {
    /// Facts that are held or quarantined, in ledger order; closed ones only if they are asked for.
    package func exceptions(
        after number: Int = 0, max: Int, isWithClosed: Bool = false
    ) throws -> [LedgerException] {
        try connection.snapshot { db in
            let found = try db.rows(
                """
                SELECT f.lsn,d.label,(SELECT COUNT(*) FROM remark r WHERE r.lsn=f.lsn),
                    EXISTS(SELECT 1 FROM remark r WHERE r.lsn=f.lsn AND r.closes=1) AS closed
                FROM fact f JOIN ledger l ON l.lsn=f.lsn JOIN stream s ON s.no=l.stream
                JOIN device d ON d.dev=s.dev
                WHERE f.disp<>'applied' AND f.disp IN ('held','quarantined') AND f.lsn>?
                    AND (?=1 OR closed=0)
                ORDER BY f.lsn LIMIT ?
                """, number, isWithClosed ? 1 : 0, max,
                as: { ($0.integer(0), $0.text(1), $0.integer(2), $0.integer(3) == 1) })
            return try found.compactMap { number, label, remarks, isClosed in
                try db.ledgerLines(after: number - 1, max: 1).first.map {
                    LedgerException(line: $0, label: label, remarks: remarks, isClosed: isClosed)
                }
            }
        }
    }

    /// One line; nil when the ledger has none of the number.
    package func line(_ number: Int) throws -> LedgerDetail? {
        try connection.snapshot { db in
            guard let line = try db.ledgerLines(after: number - 1, max: 1).first,
                line.number == number
            else { return nil }
            return try db.detail(of: line)
        }
    }
}

extension Connection {
    fileprivate func detail(of line: LedgerLine) throws -> LedgerDetail? {
        var detail = try first(
            """
            SELECT d.label,l.line,l.head,l.eff_ms,l.eff_u,l.eff_q,l.first_ms,f.awaits
            FROM ledger l JOIN stream s ON s.no=l.stream JOIN device d ON d.dev=s.dev
            LEFT JOIN fact f ON f.lsn=l.lsn WHERE l.lsn=?
            """, line.number
        ) { row in
            LedgerDetail(
                line: line, label: row.text(0), bytes: row.blob(1), head: digest(row, 2).hex,
                effectiveMilliseconds: row.integer(3), uncertaintyMilliseconds: row.integer(4),
                quality: row.text(5), firstAttemptMilliseconds: row.optionalInteger(6),
                awaits: row.optionalText(7), remarks: [])
        }
        guard let found = detail, let head = Digest(hex: found.head) else { return nil }
        let reading = LineReading(
            found.bytes[...], stream: line.stream, sequence: line.sequence, head: head)
        if reading.isCarried { detail?.carriedFrom = "\(reading.stream).\(reading.sequence)" }
        detail?.remarks = try rows(
            "SELECT at_ms,person,text,closes FROM remark WHERE lsn=? ORDER BY no", line.number
        ) { row in
            Remark(
                atMilliseconds: row.integer(0), person: row.text(1), text: row.text(2),
                isClosing: row.integer(3) == 1)
        }
        return detail
    }
}
