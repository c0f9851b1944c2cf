import Domain
import SQLite
package import SyncProtocol

/// What a copy of the database holds, recomputed from its lines.
package struct BackupContents: Equatable, Sendable {
    package var station: String
    package var epoch: String
    /// The last line of the ledger; nil when it is empty.
    package var end: LedgerEnd?
    /// Where every stream ends, by its id.
    package var streams: [Stream]
    /// Distinct facts, the station's own included.
    package var facts: Int
    /// When the last line was taken in, in ms UTC.
    package var newestMilliseconds: Int?

    /// The end of one stream.
    package struct Stream: Equatable, Sendable {
        package var id: String
        package var sequence: Int
        package var head: Digest

        package init(id: String, sequence: Int, head: Digest) {
            self.id = id
            self.sequence = sequence
            self.head = head
        }
    }
}

/// A verified copy, as the database remembers it.
package struct BackupRecord: Equatable, Sendable {
    package var atMilliseconds: Int
    package var file: String
    /// The epoch in which it was made.
    package var epoch: String
    package var end: LedgerEnd
    package var streams: [BackupContents.Stream]

    package init(
        atMilliseconds: Int, file: String, epoch: String, end: LedgerEnd,
        streams: [BackupContents.Stream]
    ) {
        self.atMilliseconds = atMilliseconds
        self.file = file
        self.epoch = epoch
        self.end = end
        self.streams = streams
    }
}

/// The newest verified copy.
package struct BackupMark: Equatable, Sendable {
    package var atMilliseconds: Int
    package var file: String
    /// Lines that came after it.
    package var linesSince: Int
}

extension StationReader {
    /// Copies the database into a new file, as it is at this moment; the writer goes on meanwhile.
    ///
    /// Answers what the copy has to hold. It is worth nothing before `CentralStore.verify` has
    /// answered the same.
    package func copy(to path: String, vfs: String? = nil) throws -> BackupContents {
        try connection.snapshot { db in
            let contents = try db.backupContents()
            try db.copy(to: path, vfs: vfs)
            return contents
        }
    }
}

extension CentralStore {
    /// Recomputes everything in a copy that nobody else uses: the file's structure, every chain
    /// from its genesis, its counts. Throws at the first thing that is wrong.
    package static func verify(_ path: String, vfs: String? = nil) throws -> BackupContents {
        let db = try openCopy(path, vfs: vfs)
        try db.checkWhole()
        return try db.snapshot { db in
            for stream in try db.streams() {
                if let fault = try db.firstFault(in: stream, after: 0) {
                    throw StoreFault.chainBroken(stream: stream.id, sequence: fault)
                }
            }
            return try db.backupContents()
        }
    }

    /// Makes a verified copy ready to take the place of the database: newest schema, new epoch.
    ///
    /// The caller has verified it, and nobody else uses it.
    package static func prepare(
        _ path: String, epoch: NewEpoch, at now: Int, vfs: String? = nil
    ) throws {
        let db = try openCopy(path, vfs: vfs)
        try db.migrate(Schema.steps)
        try db.transaction { db in
            try db.execute("UPDATE stream SET verified=0")
            try db.begin(epoch, at: now)
        }
    }

    private static func openCopy(_ path: String, vfs: String?) throws -> Connection {
        let db = try openFile(path, vfs: vfs)
        let steps = try db.stepsDone(of: Schema.steps)
        guard steps > 0, try db.isTableThere("ledger") else { throw StoreFault.notABackup }
        return db
    }

    private static func openFile(_ path: String, vfs: String?) throws -> Connection {
        do {
            return try Connection.open(path, mayCreate: false, vfs: vfs)
        } catch {
            let isNone = error.kind == .cannotOpen || error.code == SQLiteError.notADatabase
            throw isNone ? StoreFault.notABackup : error
        }
    }

    /// Takes in that a copy was verified: so far every stream is secured (PJS section 8). False,
    /// and nothing is changed, when the copy is not one of this ledger any more.
    package func note(_ backup: BackupRecord) throws -> Bool {
        try writer.write { db in
            guard try db.existingStation().epoch == backup.epoch else { return false }
            for stream in backup.streams {
                guard let row = try db.stream(stream.id),
                    try db.head(ofStream: row.number, at: stream.sequence) == stream.head
                else { return false }
                try db.execute(
                    "UPDATE stream SET secured=? WHERE no=?", stream.sequence, row.number)
            }
            try db.execute(
                "INSERT INTO backup(at_ms,lsn,file) VALUES(?,?,?)", backup.atMilliseconds,
                backup.end.number, backup.file)
            try db.execute(
                "DELETE FROM backup WHERE no<=(SELECT MAX(no) FROM backup)-?", keptBackupsMax)
            try db.insertAudit(
                .checkpoint, by: systemPerson, detail: try db.checkpoint(),
                at: backup.atMilliseconds)
            try db.forgetEndings(at: backup.atMilliseconds)
            try db.forgetUnlistedBlobs(at: backup.atMilliseconds)
            return true
        }
    }
}

/// How many verified copies the database remembers.
private let keptBackupsMax = 100

/// How long the end of a membership is remembered, so that a handheld that was away hears of it;
/// one that was away for longer fetches its rows anew (PJS 10.4).
let endingsKeptMilliseconds = 400 * 86_400_000

extension Connection {
    fileprivate func backupContents() throws -> BackupContents {
        let station = try existingStation()
        return BackupContents(
            station: station.code, epoch: station.epoch, end: try ledgerEnd(),
            streams: try streams().compactMap { stream in
                try end(ofStream: stream.number).map { end in
                    BackupContents.Stream(id: stream.id, sequence: end.sequence, head: end.head)
                }
            }.sorted { $0.id < $1.id },
            facts: try first("SELECT COUNT(*) FROM fact", as: { $0.integer(0) }) ?? 0,
            newestMilliseconds: try first(
                "SELECT recv_ms FROM ledger ORDER BY lsn DESC LIMIT 1", as: { $0.integer(0) }))
    }

    fileprivate func isTableThere(_ name: String) throws(SQLiteError) -> Bool {
        try first(
            "SELECT 1 FROM sqlite_master WHERE type='table' AND name=?", name, as: { _ in true })
            ?? false
    }

    /// The newest verified copy, nil before the first.
    func backupMark() throws(SQLiteError) -> BackupMark? {
        try first(
            """
            SELECT at_ms,file,(SELECT COALESCE(MAX(lsn),0) FROM ledger)-lsn FROM backup
            ORDER BY no DESC LIMIT 1
            """
        ) { row in
            BackupMark(
                atMilliseconds: row.integer(0), file: row.text(1),
                linesSince: max(0, row.integer(2)))
        }
    }
}
