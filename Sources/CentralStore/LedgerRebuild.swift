import Domain
import SQLite
import SyncProtocol

/// What a rebuild found: how much was read, and which tables came out otherwise than they were.
package struct RebuildReport: Equatable, Sendable {
    package var lines: Int
    package var facts: Int
    /// Rows of the tables that differ, by table; empty when the old content was right.
    package var differences: [NamedCount]
}

extension CentralStore {
    /// The newest version of the rules that this program knows.
    static let ruleVersionNewest = ruleVersion

    /// Makes a new database at `path` from the ledger of another one: the lines are taken in again
    /// one by one, and everything else follows from them (I-22).
    ///
    /// The old database is only read. The caller holds its lock, has opened it since its writer
    /// ended, and puts the new file in its place; a file that this leaves behind when it throws is
    /// worth nothing.
    package static func rebuild(
        _ old: String, into path: String, epoch: NewEpoch, at now: Int, vfs: String? = nil
    ) throws -> RebuildReport {
        let db = try Connection.open(path, vfs: vfs)
        try db.migrate(Schema.steps)
        try db.execute("ATTACH ? AS old", old)
        try db.transaction { db in
            for table in Schema.tables.prefix(while: { $0.role == .kept }) {
                try db.execute(table.statement)
            }
            // What a ledger says of them is said again by its lines.
            try db.execute("UPDATE device SET state='active'")
            try db.execute("UPDATE station SET rev=0")
            try db.execute("UPDATE stream SET verified=0")
        }
        var source = LedgerSource()
        while try source.next(db) != nil {
            try db.transaction { db in try replay(&source, db) }
        }
        return try db.transaction { db in
            try source.noteEnds(db)
            for table in Schema.tables.drop(while: { $0.role == .kept }) where table.role == .kept {
                try db.execute(table.statement)
            }
            try db.execute("UPDATE station SET rev=MAX(rev,(SELECT rev FROM old.station))")
            let report = RebuildReport(
                lines: source.count,
                facts: try db.first("SELECT COUNT(*) FROM fact", as: { $0.integer(0) }) ?? 0,
                differences: try db.differences())
            try db.begin(epoch, at: now)
            return report
        }
    }

    /// Lines of one transaction, or a few more: it ends where a revision does.
    private static let linesPerTransaction = 2_000

    private static func replay(
        _ source: inout LedgerSource, _ db: borrowing Connection
    ) throws {
        var replay = try LedgerReplay(db)
        var count = 0
        while let record = try source.next(db) {
            if count >= linesPerTransaction, replay.isAtBoundary(record) { break }
            try source.check(record)
            try replay.take(record, db)
            source.advance()
            count += 1
        }
        try replay.finish(db)
    }
}

extension Connection {
    /// Which tables of the ledger's meaning differ from those of the attached database.
    fileprivate func differences() throws(SQLiteError) -> [NamedCount] {
        var found: [NamedCount] = []
        for table in Schema.tables where table.role != .kept {
            let count = try first(table.statement, as: { $0.integer(0) }) ?? 0
            if count > 0 { found.append(NamedCount(name: table.name, count: count)) }
        }
        return found
    }
}

/// The lines of the attached database, in ledger order, checked against their chains.
private struct LedgerSource {
    private var page: ArraySlice<LedgerRecord> = []
    private var last = 0
    private var heads: [Int: StreamEnd] = [:]
    private(set) var count = 0

    private static let pageLines = 500

    /// The next line, which stays the next one until `advance`.
    mutating func next(_ db: borrowing Connection) throws -> LedgerRecord? {
        if page.isEmpty {
            page = try db.rows(
                """
                SELECT l.lsn,l.stream,s.id,s.dev,l.seq,l.line,l.head,l.recv_ms,l.eff_ms,l.eff_u,
                    l.eff_q,l.first_ms,l.rev,l.rule_ver
                FROM old.ledger l JOIN old.stream s ON s.no=l.stream
                WHERE l.lsn>? ORDER BY l.lsn LIMIT ?
                """, last, LedgerSource.pageLines, as: LedgerRecord.init)[...]
        }
        return page.first
    }

    mutating func advance() {
        last = page.removeFirst().lsn
        count += 1
    }

    /// Refuses a line that its chain contradicts.
    mutating func check(_ record: LedgerRecord) throws {
        let before =
            heads[record.stream]
            ?? StreamEnd(
                sequence: 0, head: Chain.genesis(device: record.device, stream: record.streamID))
        guard record.sequence == before.sequence + 1,
            record.head == Chain.link(before.head, record.line)
        else {
            throw StoreFault.chainBroken(stream: record.streamID, sequence: record.sequence)
        }
        heads[record.stream] = StreamEnd(sequence: record.sequence, head: record.head)
    }

    /// Writes down how far each chain was recomputed.
    func noteEnds(_ db: borrowing Connection) throws {
        for (stream, end) in heads.sorted(by: { $0.key < $1.key }) {
            try db.setVerified(end.sequence, stream: stream)
        }
    }
}

extension LedgerRecord {
    fileprivate init(_ row: borrowing Row) {
        guard let quality = EffectiveTime.Quality(rawValue: row.text(10)) else {
            preconditionFailure("the schema allows the three qualities only")
        }
        self.init(
            lsn: row.integer(0), stream: row.integer(1), streamID: row.text(2),
            device: row.text(3), sequence: row.integer(4), line: row.blob(5), head: digest(row, 6),
            received: row.integer(7),
            time: EffectiveTime(
                milliseconds: row.integer(8), uncertainty: row.integer(9), quality: quality),
            firstAttempt: row.optionalInteger(11), revision: row.integer(12),
            ruleVersion: row.integer(13))
    }
}
