import Domain
import Ledger
import SQLite
import SyncProtocol

/// A line of the ledger with what is needed to read it again.
struct StoredLine: Sendable {
    var lsn: Int
    var stream: String
    var sequence: Int
    var line: [UInt8]
    var head: Digest
    var effectiveMilliseconds: Int

    /// What the line says.
    var reading: LineReading {
        LineReading(line[...], stream: stream, sequence: sequence, head: head)
    }

    /// The fact it says, if it is one that can be applied.
    func fact(stationStreams: Set<String>) -> Fact? {
        let reading = reading
        guard let entry = reading.entry,
            case .fact(let fact) = ServerReading(
                entry, fact: reading.fact, effectiveMilliseconds: effectiveMilliseconds,
                isStation: stationStreams.contains(stream))
        else { return nil }
        return fact
    }
}

extension Connection {
    func lastLSN() throws(SQLiteError) -> Int {
        try first("SELECT COALESCE(MAX(lsn),0) FROM ledger", as: { $0.integer(0) }) ?? 0
    }

    /// Appends a line; the schema refuses one that does not follow.
    func insertLine(
        lsn: Int, stream: Int, sequence: Int, line: [UInt8], head: Digest, received: Int,
        time: EffectiveTime, firstAttempt: Int?, revision: Int
    ) throws(SQLiteError) {
        try execute(
            """
            INSERT INTO ledger(lsn,stream,seq,line,head,recv_ms,eff_ms,eff_u,eff_q,first_ms,rev,
                rule_ver) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)
            """,
            lsn, stream, sequence, line, head.bytes, received, time.milliseconds, time.uncertainty,
            time.quality.rawValue, firstAttempt, revision, ruleVersion)
    }

    /// Takes in the fact of a line; false when the same fact came before in another stream.
    func insertFact(
        lsn: Int, fact: Digest, kind: String?, person: String?
    ) throws(SQLiteError) -> Bool {
        try execute(
            """
            INSERT INTO fact(lsn,fact,kind,person,disp,v) VALUES(?,?,?,?,'applied',1)
            ON CONFLICT(fact) DO NOTHING
            """, lsn, fact.bytes, kind, person) == 1
    }

    func setDisposition(
        _ disposition: Disposition, awaits: String?, lsn: Int
    ) throws(SQLiteError) {
        try execute(
            "UPDATE fact SET disp=?,why=?,awaits=?,v=v+1 WHERE lsn=?", disposition.word.rawValue,
            disposition.why, awaits, lsn)
    }

    func setFlag(_ flag: String, lsn: Int) throws(SQLiteError) {
        try execute("UPDATE fact SET flag=? WHERE lsn=?", flag, lsn)
    }

    /// The lines of a handheld whose facts are held for the rest of their acts, in ledger order.
    func linesHeldForActs(of device: String) throws(SQLiteError) -> [StoredLine] {
        try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms
            FROM fact f JOIN ledger l ON l.lsn=f.lsn JOIN stream s ON s.no=l.stream
            WHERE f.disp<>'applied' AND f.disp='held' AND f.why='group' AND s.dev=?
            ORDER BY f.lsn DESC LIMIT ?
            """, device, heldForActsMax, as: StoredLine.init
        ).reversed()
    }

    /// The lines of a handheld whose facts its state held back, in ledger order.
    func linesHeldForState(of device: String) throws(SQLiteError) -> [StoredLine] {
        try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms
            FROM fact f JOIN ledger l ON l.lsn=f.lsn JOIN stream s ON s.no=l.stream
            WHERE f.disp<>'applied' AND f.disp='held' AND f.why IN ('suspended','revoked')
                AND s.dev=? ORDER BY f.lsn
            """, device, as: StoredLine.init)
    }

    func line(stream: StreamRecord, sequence: Int) throws(SQLiteError) -> StoredLine? {
        try first(
            "SELECT lsn,line,head,eff_ms FROM ledger WHERE stream=? AND seq=?", stream.number,
            sequence
        ) { row in
            StoredLine(
                lsn: row.integer(0), stream: stream.id, sequence: sequence, line: row.blob(1),
                head: digest(row, 2), effectiveMilliseconds: row.integer(3))
        }
    }

    func line(ofFact fact: Digest) throws(SQLiteError) -> StoredLine? {
        try first(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms
            FROM fact f JOIN ledger l ON l.lsn=f.lsn JOIN stream s ON s.no=l.stream WHERE f.fact=?
            """, fact.bytes, as: StoredLine.init)
    }

    /// The lines whose facts wait for an entity or a fact, in ledger order.
    func lines(awaiting key: String) throws(SQLiteError) -> [StoredLine] {
        try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms
            FROM fact f JOIN ledger l ON l.lsn=f.lsn JOIN stream s ON s.no=l.stream
            WHERE f.awaits=? ORDER BY l.lsn
            """, key, as: StoredLine.init)
    }

    func hasAwaitingFacts() throws(SQLiteError) -> Bool {
        try first(
            "SELECT 1 FROM fact WHERE awaits IS NOT NULL LIMIT 1", as: { _ in true }) ?? false
    }

    /// Whether a fact has changed the state or the books.
    func isInEffect(lsn: Int) throws(SQLiteError) -> Bool {
        try first(
            """
            SELECT 1 FROM fact f WHERE f.lsn=? AND (f.disp='applied'
                OR (f.disp='held' AND EXISTS(SELECT 1 FROM posting p WHERE p.lsn=f.lsn)))
            """, lsn, as: { _ in true }) ?? false
    }

    /// Whether a fact can be answered: it has changed the state or the books, or says what was so
    /// already.
    func isAnswerable(lsn: Int) throws(SQLiteError) -> Bool {
        try first(
            """
            SELECT 1 FROM fact f WHERE f.lsn=? AND (f.disp='applied' OR f.disp='noop'
                OR (f.disp='held' AND EXISTS(SELECT 1 FROM posting p WHERE p.lsn=f.lsn)))
            """, lsn, as: { _ in true }) ?? false
    }

    /// An earlier fact that can be answered, with what was said of it since.
    func answeredFact(_ id: String, stationStreams: Set<String>) throws -> AnsweredFact? {
        guard let digest = Digest(hex: id), let line = try line(ofFact: digest),
            try isAnswerable(lsn: line.lsn), let fact = line.fact(stationStreams: stationStreams)
        else { return nil }
        let answers = try answers(to: digest).compactMap {
            $0.fact(stationStreams: stationStreams)
        }
        return AnsweredFact(fact, answers: answers)
    }

    // MARK: What facts leave behind

    func insertMention(of parcel: String, lsn: Int) throws(SQLiteError) {
        try execute(
            "INSERT INTO mention(parcel,lsn) VALUES(?,?) ON CONFLICT DO NOTHING", parcel, lsn)
    }

    func insertAnswer(to target: Digest, lsn: Int) throws(SQLiteError) {
        try execute("INSERT INTO answer(target,lsn) VALUES(?,?)", target.bytes, lsn)
    }

    /// The facts in effect that correct, void or confirm a fact, in ledger order.
    func answers(to target: Digest) throws(SQLiteError) -> [StoredLine] {
        try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms
            FROM answer a JOIN ledger l ON l.lsn=a.lsn JOIN stream s ON s.no=l.stream
            WHERE a.target=? ORDER BY l.lsn
            """, target.bytes, as: StoredLine.init)
    }

    func insertPosting(
        _ posting: Posting, number: Int, day: String, lsn: Int
    ) throws(SQLiteError) {
        try execute(
            "INSERT INTO posting(lsn,n,account,cur,amount,day) VALUES(?,?,?,?,?,?)", lsn, number,
            posting.account.text, posting.currency, posting.amountFen, day)
    }

    /// The nearest earlier time of a stream that was found (PJS 6.3, step 2).
    func knownTime(ofStream number: Int, before sequence: Int) throws(SQLiteError) -> EffectiveTime?
    {
        try first(
            """
            SELECT eff_ms,eff_u,eff_q FROM ledger WHERE stream=? AND seq<? AND eff_q<>'unknown'
            ORDER BY seq DESC LIMIT 1
            """, number, sequence
        ) { row in
            guard let quality = EffectiveTime.Quality(rawValue: row.text(2)) else {
                preconditionFailure("the schema allows the three qualities only")
            }
            return EffectiveTime(
                milliseconds: row.integer(0), uncertainty: row.integer(1), quality: quality)
        }
    }

    // MARK: Incidents and the log of exchanges

    func insertIncident(
        _ what: Incident, device: String, stream: String, at sequence: Int, now: Int
    ) throws(SQLiteError) {
        try execute(
            """
            INSERT INTO incident(dev,what,stream,k,first_ms,last_ms,count) VALUES(?,?,?,?,?,?,1)
            ON CONFLICT DO UPDATE SET last_ms=excluded.last_ms,count=count+1
            """, device, what.rawValue, stream, sequence, now, now)
    }
}

/// Most facts of one handheld that wait for the rest of their acts and are looked at again; honest
/// ones have less than `Limits.actFactsMax`.
let heldForActsMax = 256

/// The version of the rules by which facts are interpreted; kept with every line (PJS 4.4).
let ruleVersion = 1

/// Something between a handheld and the ledger that a manager should see (PJS 9.8).
package enum Incident: String, Sendable, CaseIterable {
    /// The ledger has less than the handheld was told.
    case rewind
    /// The handheld's journal is older than the ledger.
    case behind
    /// Two histories under one stream id.
    case fork
    /// The handheld began a new stream.
    case rotate
    /// A cursor of another epoch, or above the newest revision.
    case cursor
    /// A request counter came twice.
    case staleCounter = "stale_counter"
    /// Forks or request numbers that came twice say that there may be a copy of the handheld.
    case possibleClone = "possible_clone"
    /// This database is a backup that was put back: what came after it is missing.
    case restored = "restore"
    /// Everything that the ledger means was made again from it.
    case rebuilt = "rebuild"
    /// A handheld, or the number of its key, that came after the backup was known by the key.
    case recognised
    /// A handheld was told of an audit entry that is not here; the place is its number.
    case historyRewritten = "history_rewritten"
    /// A handheld's seal of a day and the ledger are not the same.
    case sealDiffers = "seal_differs"
    /// A handheld sealed a stream of another one.
    case sealForeign = "seal_foreign"
    /// The handheld was erased by order; the place is the count of facts that nobody has.
    case wipe
}

extension StoredLine {
    /// The columns lsn, stream, seq, line, head and eff_ms, in this order.
    init(_ row: borrowing Row) {
        self.init(
            lsn: row.integer(0), stream: row.text(1), sequence: row.integer(2), line: row.blob(3),
            head: digest(row, 4), effectiveMilliseconds: row.integer(5))
    }
}
