import Domain
import SQLite
import SyncProtocol
import WireMapping

/// Up to where the streams are sealed, and closed with a receipt of the station.
struct DayMarks {
    /// The last sealed sequence, by stream.
    var sealed: [String: Int] = [:]
    /// The last sequence of a day of which the receipt is here, by stream.
    var closed: [String: Int] = [:]
}

/// What becomes of old entries (PJS 9.3): a line goes once a verified backup has it, its day is
/// closed with a receipt, and it is old enough. The rest of the entry stays for good.
extension Journal {
    /// Lines are kept this long at least (`sync.retain_days`).
    package static let retainDaysDefault = 30
    /// Lines that go at a time, so that no exchange waits for it.
    package static let forgottenAtOnce = 1_000

    /// Removes the lines that may go, the oldest first.
    ///
    /// - Returns: how many went.
    @discardableResult
    package func forgetLines(retainDays: Int) throws(JournalError) -> Int {
        try write { connection in
            let closed = try dayMarks().closed
            // By the largest time of the server, so that no clock that was set forward counts.
            let old = try clockState().hybrid.newestNow - retainDays * 86_400_000
            var count = 0
            for stream in try streams() {
                let end = min(
                    stream.acknowledged, stream.secured, closed[stream.id] ?? 0,
                    try forgotten(of: stream) + Journal.forgottenAtOnce)
                count += try forget(stream, through: end, recordedBefore: old)
            }
            if count > 0 { try forgetCarried() }
            return count
        }
    }

    /// Reads the seals and receipts of the journal.
    func dayMarks() throws(JournalError) -> DayMarks {
        var marks = DayMarks()
        let (seals, receipts) = try ownDays()
        let closedLines = Set(receipts.map(\.line))
        for own in seals {
            let last = own.seal.range.to
            marks.sealed[own.stream] = max(marks.sealed[own.stream] ?? 0, last)
            if !closedLines.contains(own.lineHash.hex) {
                let row = try dayRow(of: own)
                guard receipt(of: own, row: row, among: receipts) != nil else { continue }
            }
            marks.closed[own.stream] = max(marks.closed[own.stream] ?? 0, last)
        }
        return marks
    }

    /// The facts of the day close, with the stream in which each was first recorded.
    func dayFacts() throws -> [(stream: String, payload: FactPayload)] {
        try connection.rows(
            """
            SELECT stream_id, line FROM live WHERE id IN (
                SELECT id FROM entry WHERE kind IN ('day.seal', 'day.receipt')
                UNION ALL SELECT id FROM entry WHERE kind = 'carry') ORDER BY id
            """
        ) { row -> (stream: String, payload: FactPayload)? in
            guard !row.isNull(1), let entry = try? Entry(decoding: row.blob(1)),
                let original = Carry.original(of: entry),
                let kind = FactKind(rawValue: original.kind),
                kind == .daySeal || kind == .dayReceipt,
                let payload = try? FactReader.payload(kind, original.payload)
            else { return nil }
            let carry = entry.kind == Carry.kind ? try? Carry(entry.payload) : nil
            return (carry?.stream ?? row.text(0), payload)
        }
        .compactMap(\.self)
    }

    private func forgotten(of stream: Stream) throws -> Int {
        try connection.first(
            "SELECT forgotten FROM stream WHERE no = ?1", stream.number, as: { $0.integer(0) })
            ?? 0
    }

    private func forget(
        _ stream: Stream, through end: Int, recordedBefore old: Int
    ) throws -> Int {
        let start = try forgotten(of: stream)
        var last = start
        try connection.scan(
            "SELECT seq, l, line FROM entry WHERE id > ?1 AND id <= ?2 ORDER BY id",
            stream.key(start), stream.key(end)
        ) { row in
            // A clock that was wrong at the time makes a line stay longer, never shorter.
            var recorded = row.integer(1)
            if !row.isNull(2), let entry = try? Entry(decoding: row.blob(2)) {
                recorded = max(recorded, entry.wallMilliseconds)
            }
            guard recorded <= old else { return false }
            last = row.integer(0)
            return true
        }
        guard last > start else { return 0 }
        try connection.execute(
            "UPDATE stream SET forgotten = ?2 WHERE no = ?1", stream.number, last)
        // What proves that a day was closed stays readable.
        return try connection.execute(
            """
            UPDATE entry SET line = NULL WHERE id > ?1 AND id <= ?2 AND line IS NOT NULL
                AND kind NOT IN ('day.seal', 'day.receipt')
            """, stream.key(start), stream.key(last))
    }

    /// An entry that was carried goes with the entry that carries it.
    private func forgetCarried() throws {
        for stream in try streams() {
            guard let frozenAt = stream.frozenAt else { continue }
            try connection.execute(
                """
                UPDATE entry SET line = NULL
                WHERE id > ?1 AND id < ?2 AND line IS NOT NULL AND fact IN
                    (SELECT fact FROM entry WHERE kind = 'carry' AND line IS NULL)
                """, stream.key(frozenAt), stream.keyEnd)
        }
    }
}
