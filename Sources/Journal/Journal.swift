import SQLite
import SyncProtocol

/// The handheld's database: what was recorded and not yet forgotten, and what the station sent.
///
/// Facts are entries of one append-only stream with a hash chain; rows are the station's state. A
/// verb reports success only after COMMIT, and a later power cut does not take it back. One process
/// writes, under the lock file that its caller holds, and uses the journal from one thread. After
/// `.checking` the journal refuses everything: drop it and open the next one.
package final class Journal {
    let connection: Connection
    /// The request counter: the last one given out, and the last one reserved on disk.
    var counter: (used: Int, ceiling: Int)

    /// Makes the journal of a newly enrolled handheld, with its first stream.
    ///
    /// A journal left by an enrolment that did not finish is taken over as long as it is empty.
    ///
    /// - Parameter formerly: the stream of a journal that was lost; it is kept as a frozen one
    ///   without entries, which are brought back from the station.
    package static func create(
        _ path: String, device: String, stream: String, formerly: String? = nil,
        at wallMilliseconds: Int, vfs: String? = nil
    ) throws(JournalError) -> Journal {
        let journal = try open(path, mayCreate: true, vfs: vfs)
        try journal.write { connection in
            let count = try connection.first("SELECT COUNT(*) FROM entry", as: { $0.integer(0) })
            guard count == 0 else { throw JournalError.alreadyBegun }
            try connection.execute("DELETE FROM stream")
            if let formerly {
                try connection.execute(
                    """
                    INSERT INTO stream(id, dev, state, made, frozen_at)
                    VALUES (?1, ?2, 'frozen', ?3, 0)
                    """, formerly, device, wallMilliseconds)
            }
            try connection.execute(
                "INSERT INTO stream(id, dev, state, made) VALUES (?1, ?2, 'open', ?3)",
                stream, device, wallMilliseconds)
        }
        return journal
    }

    /// Opens the journal of an enrolled handheld and checks the chain from the last verified entry.
    ///
    /// Nothing is shown, sent or compared before this has returned: what the journal then holds is
    /// durable.
    package static func open(_ path: String, vfs: String? = nil) throws(JournalError) -> Journal {
        let journal = try open(path, mayCreate: false, vfs: vfs)
        _ = try journal.openStream()
        try journal.verifyTails()
        return journal
    }

    /// Opens for commands that only list. The caller made sure that the log needs no checkpoint.
    package static func openReadOnly(
        _ path: String, vfs: String? = nil
    ) throws(JournalError) -> Journal {
        do {
            let connection = try Connection.openReadOnly(path, vfs: vfs)
            guard try connection.stepsDone(of: Journal.migrations) == Journal.migrations.count
            else {
                throw JournalError.notBegun
            }
            return try Journal(connection)
        } catch {
            throw JournalError(error)
        }
    }

    private static func open(
        _ path: String, mayCreate: Bool, vfs: String?
    ) throws(JournalError) -> Journal {
        do {
            let connection = try Connection.open(path, mayCreate: mayCreate, vfs: vfs)
            try connection.migrate(Journal.migrations)
            return try Journal(connection)
        } catch {
            throw JournalError(error)
        }
    }

    private init(_ connection: consuming Connection) throws {
        let ceiling = try connection.first("SELECT counter FROM clock", as: { $0.integer(0) }) ?? 0
        // Numbers up to the ceiling may have been used before the last stop.
        counter = (used: ceiling, ceiling: ceiling)
        self.connection = connection
    }

    /// Makes several verbs one durable change: all of them or none. `nextCounter` is no part of it.
    @discardableResult
    package func together<R>(_ body: () throws(JournalError) -> R) throws(JournalError) -> R {
        try write { _ in try body() }
    }

    /// Runs a change, as a part of the one of `together` if there is one.
    @discardableResult
    func write<R>(_ body: (borrowing Connection) throws -> R) throws(JournalError) -> R {
        do {
            if connection.isInTransaction { return try connection.savepoint(body) }
            return try connection.transaction(body)
        } catch {
            throw JournalError(error, isWriting: true)
        }
    }

    /// Runs reading statements on one state.
    func read<R>(_ body: (borrowing Connection) throws -> R) throws(JournalError) -> R {
        do {
            if connection.isInTransaction { return try body(connection) }
            return try connection.snapshot(body)
        } catch {
            throw JournalError(error)
        }
    }
}

/// One physical life of a journal, from its first entry on.
struct Stream {
    /// Its number in this database, from 1; the newest stream has the largest.
    let number: Int
    let id: String
    let device: String
    /// Up to where the ledger holds it, the backup holds it, and the rows contain it.
    let acknowledged: Int
    let secured: Int
    let applied: Int
    /// The last sequence that counts; what came after it was carried into a later stream. Nil
    /// while the stream is open.
    let frozenAt: Int?

    var genesis: Digest { Chain.genesis(device: device, stream: id) }

    /// Reads the columns no, id, dev, acked, secured, applied, frozen_at.
    init(_ row: borrowing Row) {
        number = row.integer(0)
        id = row.text(1)
        device = row.text(2)
        acknowledged = row.integer(3)
        secured = row.integer(4)
        applied = row.integer(5)
        frozenAt = row.isNull(6) ? nil : row.integer(6)
    }

    /// The key of an entry; with 0 the key before the first one.
    func key(_ sequence: Int) -> Int { number << 32 | sequence }

    /// The key after the last one that the stream can have.
    var keyEnd: Int { (number + 1) << 32 }
}

extension Journal {
    /// The stream that is recorded into.
    func openStream() throws(JournalError) -> Stream {
        try read { connection in
            let stream = try connection.first(
                """
                SELECT no, id, dev, acked, secured, applied, frozen_at FROM stream
                WHERE state = 'open'
                """, as: { Stream($0) })
            guard let stream else { throw JournalError.notBegun }
            return stream
        }
    }

    /// The stream of an id; without one, the open stream. Another one than these is not asked for.
    func stream(_ id: String?) throws(JournalError) -> Stream {
        guard let id else { return try openStream() }
        guard let stream = try streamIfKnown(id) else {
            preconditionFailure("a stream that this journal never had")
        }
        return stream
    }

    func streamIfKnown(_ id: String) throws(JournalError) -> Stream? {
        try read { connection in
            try connection.first(
                """
                SELECT no, id, dev, acked, secured, applied, frozen_at FROM stream WHERE id = ?1
                """, id, as: { Stream($0) })
        }
    }

    /// All streams, the oldest first; the open one comes last.
    func streams() throws(JournalError) -> [Stream] {
        try read { connection in
            try connection.rows(
                """
                SELECT no, id, dev, acked, secured, applied, frozen_at FROM stream ORDER BY no
                """
            ) { Stream($0) }
        }
    }

    /// The last entry of a stream: its sequence and head; 0 and the genesis when it is empty.
    func tail(of stream: Stream) throws(JournalError) -> (sequence: Int, head: Digest) {
        try read { connection in
            let last = try connection.first(
                """
                SELECT seq, head FROM entry WHERE id > ?1 AND id < ?2 ORDER BY id DESC LIMIT 1
                """, stream.key(0), stream.keyEnd
            ) { (sequence: $0.integer(0), head: digest($0.blob(1))) }
            return last ?? (0, stream.genesis)
        }
    }
}

/// A stored digest; the schema has checked its length.
func digest(_ bytes: [UInt8]) -> Digest {
    guard let digest = Digest(bytes: bytes) else {
        preconditionFailure("a digest of \(bytes.count) bytes in the database")
    }
    return digest
}
