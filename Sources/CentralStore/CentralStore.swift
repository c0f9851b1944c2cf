import Domain
import Ledger
import SQLite
package import SyncProtocol

/// The server's database. Every function is one transaction or one snapshot.
///
/// It throws `SQLiteError` (kind `busy`: try again), `CommitUnknown` (the frame is sent again and
/// the chain decides) or `StoreFault`. After a storage error the next call opens the database anew.
package final class CentralStore: Sendable {
    let writer: Writer
    private let side: SideWork

    /// Opens the database under the caller's lock: log copied, checked, migrated, chains recomputed
    /// from where they were verified last. Work that needs no database is given to `side`.
    package init(path: String, vfs: String? = nil, side: SideWork = .atOnce) throws {
        self.side = side
        writer = try Writer {
            let connection = try Connection.open(path, vfs: vfs)
            try connection.migrate(Schema.steps)
            try connection.verifyNewLines()
            return connection
        }
    }

    /// Closes the database: its one file then holds everything. The next call opens it again.
    package func close() { writer.close() }

    // MARK: Exchange

    /// Writes down what a visit says of its sender, if it says anything new.
    package func note(_ visit: Visit, log: [ExchangeRecord] = []) throws {
        try writer.write { db in
            try db.insertExchanges(log)
            try db.note(visit)
        }
    }

    /// Whether `note` has anything to write.
    package func isNoteDue(_ visit: Visit) throws -> Bool {
        try writer.read { db in try db.isNoteDue(visit) }
    }

    /// Takes one push section in, with what the visit says of its sender if that is due.
    package func push(
        _ push: Push, visit: Visit, key: DeviceKey?, isNoteDue: Bool, log: [ExchangeRecord] = []
    ) throws -> PushResult {
        try writer.write { db in
            try db.insertExchanges(log)
            if isNoteDue { try db.note(visit) }
            return try PushSection(push, visit: visit, key: key, side: side).take(db)
        }
    }

    /// What the ledger and the rows answer to a visit, all of one moment.
    package func answer(
        _ visit: Visit, heads: HeadsRequest?, pull: PullRequest?
    ) throws -> VisitAnswer {
        try writer.read { db in try VisitReader(visit).answer(heads: heads, pull: pull, db) }
    }

    /// Lines of a stream of a handheld from a sequence on; nil when the stream is not its own or
    /// ends before.
    package func lines(
        stream: String, device: String, from: Int
    ) throws -> LinesAnswer? {
        try writer.read { db in try db.lines(stream: stream, device: device, from: from) }
    }

    /// Notes something for the manager to see.
    package func note(
        _ incident: Incident, device: String, stream: String = "", at sequence: Int = 0, now: Int
    ) throws {
        try writer.write { db in
            try db.insertIncident(incident, device: device, stream: stream, at: sequence, now: now)
        }
    }

    // MARK: Handhelds

    /// The handheld of an id, and whether it has the key number at a time.
    package func handheld(
        _ device: String, keyNumber: Int, at now: Int
    ) throws -> (record: DeviceRecord, hasKey: Bool)? {
        try writer.read { db in
            guard let record = try db.handheld(device) else { return nil }
            return (record, try db.hasKey(device, number: keyNumber, at: now))
        }
    }

    /// Makes a request counter ceiling durable; no counter up to it is accepted after a restart.
    package func raiseCounter(of device: String, to ceiling: Int) throws {
        try writer.write { db in try db.setCounterCeiling(ceiling, of: device) }
    }

    /// The station, nil in a database that was not initialised.
    package func station() throws -> StationRecord? {
        try writer.read { db in try db.station() }
    }
}

/// What the store answers to a visit.
package struct VisitAnswer: Equatable, Sendable {
    package var hello: HelloResponse
    package var heads: HeadsResponse?
    package var page: Page?
    /// A cursor that says that this ledger was restored, or the handheld's rows are not ours.
    package var incident: Incident?
}

/// One exchange in the log: which frame came and which answer left, by their hashes.
package struct ExchangeRecord: Equatable, Sendable {
    package var atMilliseconds: Int
    package var device: String
    package var status: Int
    package var request: Digest
    package var response: Digest
    package var newCount: Int
    package var duplicateCount: Int

    package init(
        atMilliseconds: Int, device: String, status: Int, request: Digest, response: Digest,
        newCount: Int, duplicateCount: Int
    ) {
        self.atMilliseconds = atMilliseconds
        self.device = device
        self.status = status
        self.request = request
        self.response = response
        self.newCount = newCount
        self.duplicateCount = duplicateCount
    }

    /// How long a line is kept.
    static let keptMilliseconds = 14 * 86_400_000
    /// Most old lines removed at a time.
    static let removedMax = 256
}

extension Connection {
    func insertExchanges(_ exchanges: [ExchangeRecord]) throws(SQLiteError) {
        for exchange in exchanges {
            try execute(
                """
                INSERT INTO exchange(at_ms,dev,status,request,response,new,dup)
                VALUES(?,?,?,?,?,?,?)
                """,
                exchange.atMilliseconds, exchange.device, exchange.status, exchange.request.bytes,
                exchange.response.bytes, exchange.newCount, exchange.duplicateCount)
        }
        guard let now = exchanges.last?.atMilliseconds else { return }
        try execute(
            """
            DELETE FROM exchange WHERE at_ms<? AND no IN
                (SELECT no FROM exchange ORDER BY no LIMIT ?)
            """, now - ExchangeRecord.keptMilliseconds, ExchangeRecord.removedMax)
    }

    func lines(stream id: String, device: String, from: Int) throws -> LinesAnswer? {
        guard let stream = try stream(id), stream.device == device,
            let end = try end(ofStream: stream.number), from <= end.sequence + 1
        else { return nil }
        var lines: [ArraySlice<UInt8>] = []
        var head =
            try self.head(ofStream: stream.number, at: from - 1)
            ?? Chain.genesis(device: device, stream: id)
        var byteCount = 0
        try scan(
            "SELECT line,head FROM ledger WHERE stream=? AND seq>=? ORDER BY seq", stream.number,
            from
        ) { row in
            let line = row.blob(0)
            guard byteCount + line.count + 1 <= Limits.linesBytesMax else { return false }
            byteCount += line.count + 1
            lines.append(line[...])
            head = digest(row, 1)
            return true
        }
        return LinesAnswer(stream: id, from: from, have: end.sequence, head: head, lines: lines)
    }
}
