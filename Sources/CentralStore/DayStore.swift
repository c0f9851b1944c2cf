import Domain
import Ledger
import SQLite
import SyncProtocol
import WireMapping

/// What a handheld sealed, as its table holds it.
struct StoredSeal: Sendable {
    var lsn: Int
    var stream: Int
    var streamID: String
    var device: String
    var first: Int
    var last: Int
    var day: String
    var person: String
    var state: String
    var line: DayLine?
    var differences: SealDifferences
    /// The day in whose manifest it is.
    var closed: String?
}

/// A day that a manager began to close.
struct StoredDay: Sendable {
    var day: String
    var number: Int
    var begun: Int
    var closed: Int?
    var manifest: [UInt8]?
    var hash: Digest?
}

extension Connection {
    /// The newest day that is closed.
    func lastClosedDay() throws(SQLiteError) -> StoredDay? {
        try first(
            """
            SELECT day,no,begun,closed,manifest,hash FROM day WHERE closed IS NOT NULL
            ORDER BY no DESC LIMIT 1
            """, as: StoredDay.init)
    }

    /// The newest closed day before another one.
    func closedDay(before day: CalendarDay) throws(SQLiteError) -> StoredDay? {
        try storedDays().last { $0.closed != nil && $0.day < day.text }
    }

    func storedDay(_ day: String) throws(SQLiteError) -> StoredDay? {
        try first(
            "SELECT day,no,begun,closed,manifest,hash FROM day WHERE day=?", day,
            as: StoredDay.init)
    }

    /// Every day that was begun, the oldest first.
    func storedDays() throws(SQLiteError) -> [StoredDay] {
        try rows(
            "SELECT day,no,begun,closed,manifest,hash FROM day ORDER BY no", as: StoredDay.init)
    }

    func insertLateFact(_ lsn: Int, day: String) throws(SQLiteError) {
        try execute("INSERT INTO late_fact(lsn,day) VALUES(?,?) ON CONFLICT DO NOTHING", lsn, day)
    }

    /// The closed day that a fact came too late for.
    func lateDay(lsn: Int) throws(SQLiteError) -> String? {
        try first("SELECT day FROM late_fact WHERE lsn=?", lsn, as: { $0.text(0) })
    }

    // MARK: Seals

    func hasWaitingSeals() throws(SQLiteError) -> Bool {
        try first("SELECT 1 FROM seal WHERE state='waits' LIMIT 1", as: { _ in true }) ?? false
    }

    /// The seals of a stream whose range ends at a sequence and was not here whole before.
    func waitingSeals(stream: Int, last: Int) throws -> [StoredSeal] {
        try seals(
            try rows(
                "SELECT lsn FROM seal WHERE state='waits' AND stream=? AND last=? ORDER BY lsn",
                stream, last, as: { $0.integer(0) }))
    }

    func seals(_ numbers: [Int]) throws -> [StoredSeal] {
        try numbers.compactMap { try seal(lsn: $0) }
    }

    func seal(lsn: Int) throws -> StoredSeal? {
        let found = try first(
            """
            SELECT x.lsn,x.stream,s.id,s.dev,x.first,x.last,x.day,x.person,x.state,x.line,x.differ,
                x.closed
            FROM seal x JOIN stream s ON s.no=x.stream WHERE x.lsn=?
            """, lsn
        ) { row in
            (
                StoredSeal(
                    lsn: row.integer(0), stream: row.integer(1), streamID: row.text(2),
                    device: row.text(3), first: row.integer(4), last: row.integer(5),
                    day: row.text(6), person: row.text(7), state: row.text(8), line: nil,
                    differences: SealDifferences(), closed: row.optionalText(11)),
                row.optionalBlob(9), row.optionalBlob(10)
            )
        }
        guard let (stored, line, differ) = found else { return nil }
        var seal = stored
        if let line { seal.line = try DayMapping.line(CanonicalObject(decoding: line)) }
        if let differ {
            seal.differences = try DayMapping.differences(CanonicalObject(decoding: differ))
        }
        return seal
    }

    /// Where the next seal of a stream has to begin, for one that was stored as a line.
    func sealEnd(ofStream stream: Int, before lsn: Int) throws(SQLiteError) -> Int {
        try first(
            """
            SELECT MAX(last) FROM seal WHERE stream=? AND lsn<? AND state<>'foreign'
            """, stream, lsn, as: { $0.optionalInteger(0) ?? 0 }) ?? 0
    }

    func insertSeal(
        _ lsn: Int, stream: Int, range: SealedRange, day: String, person: String, state: String
    ) throws(SQLiteError) {
        try execute(
            "INSERT INTO seal(lsn,stream,first,last,day,person,state) VALUES(?,?,?,?,?,?,?)", lsn,
            stream, range.from, range.to, day, person, state)
    }

    func setSeal(
        _ lsn: Int, state: String, line: DayLine, differences: SealDifferences
    ) throws(SQLiteError) {
        try execute(
            "UPDATE seal SET state=?,line=?,differ=? WHERE lsn=?", state,
            DayMapping.object(of: line).encoded(),
            differences.isEmpty ? nil : DayMapping.object(of: differences).encoded(), lsn)
    }

    func setSealClosed(_ lsn: Int, day: String) throws(SQLiteError) {
        try execute("UPDATE seal SET closed=? WHERE lsn=?", day, lsn)
    }

    /// What the bytes of a range of a stream add up to.
    func totals(
        ofStream stream: Int, _ range: ClosedRange<Int>?
    ) throws(SQLiteError) -> RangeTotals {
        var totals = RangeTotals()
        guard let range else { return totals }
        try scan(
            "SELECT line FROM ledger WHERE stream=? AND seq>=? AND seq<=? ORDER BY seq", stream,
            range.lowerBound, range.upperBound
        ) { row in
            totals.add(row.blob(0)[...])
            return true
        }
        return totals
    }

    // MARK: Days

    func insertDay(_ day: String, number: Int, at lsn: Int) throws(SQLiteError) {
        try execute("INSERT INTO day(day,no,begun) VALUES(?,?,?)", day, number, lsn)
    }

    func insertRoster(_ entry: RosterEntry, day: String) throws(SQLiteError) {
        try execute(
            "INSERT INTO day_roster(day,dev,stream) VALUES(?,?,?) ON CONFLICT DO NOTHING", day,
            entry.device, entry.stream)
    }

    func roster(of day: String) throws(SQLiteError) -> [RosterEntry] {
        try rows(
            "SELECT dev,stream FROM day_roster WHERE day=? ORDER BY dev,stream", day,
            as: { RosterEntry(device: $0.text(0), stream: $0.text(1)) })
    }

    func insertWaiver(_ waiver: DayWaiver, day: String, lsn: Int) throws(SQLiteError) {
        try execute(
            "INSERT INTO day_waiver(lsn,day,what,ref,reason,person) VALUES(?,?,?,?,?,?)", lsn, day,
            waiver.what.rawValue, waiver.reference, waiver.reason, waiver.person)
    }

    /// In the order of the ledger.
    func waivers(of day: String) throws(SQLiteError) -> [DayWaiver] {
        try rows(
            "SELECT what,ref,reason,person FROM day_waiver WHERE day=? ORDER BY lsn", day
        ) { row in
            guard let what = DayBlockKind(rawValue: row.text(0)) else {
                preconditionFailure("a waiver is read before it is stored")
            }
            return DayWaiver(
                what: what, reference: row.text(1), reason: row.text(2), person: row.text(3))
        }
    }

    func closeDay(
        _ day: String, at lsn: Int, manifest: [UInt8], hash: Digest
    ) throws(SQLiteError) {
        try execute(
            "UPDATE day SET closed=?,manifest=?,hash=? WHERE day=?", lsn, manifest, hash.bytes, day)
    }
}

extension StoredDay {
    /// The columns day, no, begun, closed, manifest and hash, in this order.
    fileprivate init(_ row: borrowing Row) {
        self.init(
            day: row.text(0), number: row.integer(1), begun: row.integer(2),
            closed: row.optionalInteger(3), manifest: row.optionalBlob(4),
            hash: row.isNull(5) ? nil : digest(row, 5))
    }
}
