import Domain
import Ledger
import SQLite
import SyncProtocol

/// A case as its table holds it; what it says is in its row.
struct StoredDispute: Sendable {
    var number: Int
    var key: String
    var isOpen: Bool
    /// What a manager decided.
    var choice: CaseOption?

    /// What a manager decided and no new fact has reopened.
    var decision: CaseOption? { isOpen ? nil : choice }
}

/// A line as the rules of conflict look at it.
struct DisputedLine: Sendable {
    var line: StoredLine
    var device: String
    var uncertainty: Int
    var quality: EffectiveTime.Quality
}

/// Which open case of a fact is told: the one of the lowest rule.
struct CaseOfFact: Sendable {
    var number: Int
    var rule: String
}

extension Connection {
    /// The facts of a parcel before a line, in ledger order.
    func outline(
        under parcel: String, before lsn: Int
    ) throws(SQLiteError) -> [OutlinePart] {
        try rows(
            """
            SELECT f.kind,f.person,s.id,f.disp,f.flag
            FROM mention m JOIN fact f ON f.lsn=m.lsn JOIN ledger l ON l.lsn=m.lsn
                JOIN stream s ON s.no=l.stream
            WHERE m.parcel=? AND m.lsn<? ORDER BY m.lsn
            """, parcel, lsn
        ) { row in
            OutlinePart(
                kind: row.optionalText(0).flatMap(FactKind.init), person: row.optionalText(1) ?? "",
                stream: row.text(2), isApplied: row.text(3) == "applied",
                isFlagged: !row.isNull(4))
        }
    }

    /// The facts under a key that the rules look at: those that count, that say what was said
    /// before, or whose money waits for its charge.
    func disputedLines(under key: String) throws(SQLiteError) -> [DisputedLine] {
        try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms,s.dev,l.eff_u,l.eff_q
            FROM mention m JOIN fact f ON f.lsn=m.lsn JOIN ledger l ON l.lsn=m.lsn
                JOIN stream s ON s.no=l.stream
            WHERE m.parcel=? AND (f.disp='applied' OR f.disp='noop' OR (f.disp='held'
                AND f.why='unknown_subject' AND EXISTS(SELECT 1 FROM posting p WHERE p.lsn=f.lsn)))
            ORDER BY l.lsn
            """, key
        ) { row in
            guard let quality = EffectiveTime.Quality(rawValue: row.text(8)) else {
                preconditionFailure("the schema allows the three qualities only")
            }
            return DisputedLine(
                line: StoredLine(row), device: row.text(6), uncertainty: row.integer(7),
                quality: quality)
        }
    }

    /// Earlier facts of a person of one kind under a key.
    func lines(
        under key: String, kind: FactKind, by person: String, before lsn: Int
    ) throws(SQLiteError) -> [StoredLine] {
        try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms
            FROM mention m JOIN fact f ON f.lsn=m.lsn JOIN ledger l ON l.lsn=m.lsn
                JOIN stream s ON s.no=l.stream
            WHERE m.parcel=? AND m.lsn<? AND f.kind=? AND f.person=? AND f.disp='applied'
            ORDER BY l.lsn
            """, key, lsn, kind.rawValue, person, as: StoredLine.init)
    }

    /// The cases that were found in a set of facts.
    func disputes(ofScope scope: String) throws(SQLiteError) -> [StoredDispute] {
        try rows(
            """
            SELECT d.no,d.key,d.state,d.choice FROM dispute_scope s JOIN dispute d ON d.no=s.no
            WHERE s.scope=? ORDER BY d.no
            """, scope, as: StoredDispute.init)
    }

    func dispute(_ number: Int) throws(SQLiteError) -> StoredDispute? {
        try first(
            "SELECT no,key,state,choice FROM dispute WHERE no=?", number, as: StoredDispute.init)
    }

    func dispute(ofKey key: Finding.Key) throws(SQLiteError) -> StoredDispute? {
        try first(
            "SELECT no,key,state,choice FROM dispute WHERE key=?", key.text,
            as: StoredDispute.init)
    }

    /// The sets of facts in which a case was found.
    func scopes(ofDispute number: Int) throws(SQLiteError) -> [String] {
        try rows(
            "SELECT scope FROM dispute_scope WHERE no=? ORDER BY scope", number,
            as: { $0.text(0) })
    }

    func hasDispute(ofScope scope: String) throws(SQLiteError) -> Bool {
        try first("SELECT 1 FROM dispute_scope WHERE scope=? LIMIT 1", scope, as: { _ in true })
            ?? false
    }

    /// What a manager decided about the case of a key.
    func choice(ofKey key: String) throws(SQLiteError) -> CaseOption? {
        try first(
            "SELECT choice FROM dispute WHERE key=? AND state='resolved'", key,
            as: { $0.optionalText(0).flatMap(CaseOption.init) }) ?? nil
    }

    /// Makes a case and answers its number.
    func insertDispute(_ key: Finding.Key) throws(SQLiteError) -> Int {
        let number =
            try first("SELECT COALESCE(MAX(no),0)+1 FROM dispute", as: { $0.integer(0) }) ?? 1
        try execute(
            "INSERT INTO dispute(no,key,rule,state) VALUES(?,?,?,'open')", number, key.text,
            key.rule.text)
        return number
    }

    func insertDisputeScope(_ scope: String, of number: Int) throws(SQLiteError) {
        try execute(
            "INSERT INTO dispute_scope(no,scope) VALUES(?,?) ON CONFLICT DO NOTHING", number,
            scope)
    }

    func setDispute(
        _ number: Int, isOpen: Bool, choice: CaseOption?
    ) throws(SQLiteError) {
        try execute(
            "UPDATE dispute SET state=?,choice=? WHERE no=?", isOpen ? "open" : "resolved",
            choice?.rawValue, number)
    }

    /// Puts a fact into a case; whether it was not in it before.
    func insertDisputeFact(_ lsn: Int, of number: Int) throws(SQLiteError) -> Bool {
        try execute(
            "INSERT INTO dispute_fact(no,lsn) VALUES(?,?) ON CONFLICT DO NOTHING", number, lsn) == 1
    }

    func disputeFacts(_ number: Int) throws(SQLiteError) -> [Int] {
        try rows(
            "SELECT lsn FROM dispute_fact WHERE no=? ORDER BY lsn", number, as: { $0.integer(0) })
    }

    /// The handhelds that recorded facts of a case.
    func handhelds(ofDispute number: Int) throws(SQLiteError) -> [String] {
        try rows(
            """
            SELECT DISTINCT s.dev FROM dispute_fact d JOIN ledger l ON l.lsn=d.lsn
                JOIN stream s ON s.no=l.stream JOIN device v ON v.dev=s.dev
            WHERE d.no=? AND v.kind='handheld' ORDER BY s.dev
            """, number, as: { $0.text(0) })
    }

    /// The open case of a fact with the lowest rule, then number.
    func openCase(ofLine lsn: Int) throws(SQLiteError) -> CaseOfFact? {
        try first(
            """
            SELECT d.no,d.rule FROM dispute_fact f JOIN dispute d ON d.no=f.no
            WHERE f.lsn=? AND d.state='open' ORDER BY d.rule,d.no LIMIT 1
            """, lsn, as: { CaseOfFact(number: $0.integer(0), rule: $0.text(1)) })
    }

    /// A line by its number, with what it came to.
    func judgedLine(
        lsn: Int
    ) throws(SQLiteError) -> (line: StoredLine, word: String, why: String?)? {
        try first(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms,f.disp,f.why
            FROM fact f JOIN ledger l ON l.lsn=f.lsn JOIN stream s ON s.no=l.stream WHERE f.lsn=?
            """, lsn, as: { (StoredLine($0), $0.text(6), $0.optionalText(7)) })
    }

    /// The numbers of open cases, in order.
    func openDisputes() throws(SQLiteError) -> [Int] {
        try rows("SELECT no FROM dispute WHERE state='open' ORDER BY no", as: { $0.integer(0) })
    }
}

extension StoredDispute {
    /// The columns no, key, state and choice, in this order.
    fileprivate init(_ row: borrowing Row) {
        self.init(
            number: row.integer(0), key: row.text(1), isOpen: row.text(2) == "open",
            choice: row.optionalText(3).flatMap(CaseOption.init))
    }
}
