import CSQLite

/// One connection to a database file, used by one thread at a time.
///
/// A writing connection is durable: WAL, `synchronous=FULL`, every setting read back, and the log
/// of a killed predecessor copied into the file before the first row is read. SQL is always a
/// literal and values are always bound; statements are prepared once.
///
/// After a storage error (disk, memory, damage) the connection closes and refuses everything with
/// the kind `.closed`: open again and look. Otherwise it closes when it goes out of scope.
package struct Connection: ~Copyable {
    let handle: Handle

    /// How long a statement waits for another connection's lock.
    package static let busyTimeoutMilliseconds = 2_000
    /// How long opening waits for readers of the old log.
    package static let openTimeoutMilliseconds = 30_000

    /// Opens the database for writing; makes the file if there is none, unless it must exist.
    ///
    /// The caller holds the lock file: exactly one process writes a database.
    package static func open(
        _ path: String, mayCreate: Bool = true, vfs: String? = nil,
        openTimeoutMilliseconds: Int = Connection.openTimeoutMilliseconds
    ) throws(SQLiteError) -> Connection {
        try checkLibrary(version: Int(sqlite3_libversion_number()), threads: sqlite3_threadsafe())
        let connection = Connection(
            handle: try Handle(
                path: path, flags: SQLITE_OPEN_READWRITE | (mayCreate ? SQLITE_OPEN_CREATE : 0),
                vfs: vfs))
        connection.handle.setBusyTimeout(milliseconds: openTimeoutMilliseconds)
        // Making a database WAL deletes a rollback journal; were that undone by a power cut, the
        // journal would take back everything since. Only EXTRA syncs the folder after it.
        try connection.execute("PRAGMA synchronous=EXTRA")
        try connection.execute("PRAGMA journal_mode=WAL")
        try connection.setCommon()
        try connection.handle.checkpoint()
        try connection.checkQuickly()
        connection.handle.setBusyTimeout(milliseconds: busyTimeoutMilliseconds)
        return connection
    }

    /// Opens an existing database for reading only; it never runs a checkpoint.
    ///
    /// The caller has made sure that the writer lives, or that the log of a dead one was copied.
    package static func openReadOnly(
        _ path: String, vfs: String? = nil
    ) throws(SQLiteError) -> Connection {
        try checkLibrary(version: Int(sqlite3_libversion_number()), threads: sqlite3_threadsafe())
        let connection = Connection(
            handle: try Handle(path: path, flags: SQLITE_OPEN_READONLY, vfs: vfs))
        connection.handle.setBusyTimeout(milliseconds: busyTimeoutMilliseconds)
        try connection.require(
            connection.handle.configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1) == 1,
            "SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE")
        try connection.set(
            "PRAGMA wal_autocheckpoint=0", reading: "PRAGMA wal_autocheckpoint", is: 0)
        try connection.setCommon()
        return connection
    }

    private init(handle: Handle) {
        self.handle = handle
    }

    /// Whether a storage error was met, after which the connection refuses everything.
    package var isPoisoned: Bool { handle.isPoisoned }

    /// Whether a transaction or a snapshot is open.
    package var isInTransaction: Bool { handle.isInTransaction }

    // MARK: Statements

    /// Runs a statement without looking at rows; tells how many an INSERT, UPDATE or DELETE
    /// changed.
    @discardableResult
    package func execute<each B: Bindable>(
        _ sql: StaticString, _ values: repeat each B
    ) throws(SQLiteError) -> Int {
        let statement = try handle.statement(sql)
        defer { handle.reset(statement) }
        try bind(statement, repeat each values)
        while try handle.step(statement) {}
        return handle.changedRowCount
    }

    /// The first row of a query, or nil when there is none.
    package func first<R, each B: Bindable>(
        _ sql: StaticString, _ values: repeat each B, as read: (borrowing Row) -> R
    ) throws(SQLiteError) -> R? {
        let statement = try handle.statement(sql)
        defer { handle.reset(statement) }
        try bind(statement, repeat each values)
        guard try handle.step(statement) else { return nil }
        return read(Row(statement: statement))
    }

    /// All rows of a query. The query carries a LIMIT unless its table is small by nature.
    package func rows<R, each B: Bindable>(
        _ sql: StaticString, _ values: repeat each B, as read: (borrowing Row) -> R
    ) throws(SQLiteError) -> [R] {
        let statement = try handle.statement(sql)
        defer { handle.reset(statement) }
        try bind(statement, repeat each values)
        var result: [R] = []
        while try handle.step(statement) {
            result.append(read(Row(statement: statement)))
        }
        return result
    }

    /// Reads rows one after the other until the body answers false or there are no more.
    package func scan<each B: Bindable>(
        _ sql: StaticString, _ values: repeat each B, while read: (borrowing Row) -> Bool
    ) throws(SQLiteError) {
        let statement = try handle.statement(sql)
        defer { handle.reset(statement) }
        try bind(statement, repeat each values)
        while try handle.step(statement), read(Row(statement: statement)) {}
    }

    private func bind<each B: Bindable>(
        _ statement: Statement, _ values: repeat each B
    ) throws(SQLiteError) {
        var count: Int32 = 0
        for value in repeat each values {
            count += 1
            do {
                try value.bind(to: statement, at: count)
            } catch {
                if error.isPoisoning { handle.poison() }
                throw error
            }
        }
        precondition(count == statement.parameterCount, "a parameter has no value")
    }

    // MARK: Copies

    /// Copies the database into a new file, as it is in the snapshot that the caller has begun and
    /// read from; writers go on meanwhile. The copy is synced when this returns.
    package func copy(to path: String, vfs: String? = nil) throws(SQLiteError) {
        precondition(isInTransaction, "a copy is of one state")
        let target = try Handle(
            path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs: vfs)
        try target.run("PRAGMA synchronous=FULL")
        try handle.copy(into: target)
    }

    /// Checks the whole file, and that every reference holds. Throws `.corrupt` with what is wrong.
    package func checkWhole() throws(SQLiteError) {
        let answer = try first("PRAGMA integrity_check(1)", as: { $0.text(0) }) ?? "no answer"
        guard answer == "ok" else {
            throw SQLiteError(
                kind: .corrupt, code: SQLITE_CORRUPT, message: answer, sql: "integrity_check(1)")
        }
        if let table = try first("PRAGMA foreign_key_check", as: { $0.text(0) }) {
            throw SQLiteError(
                kind: .corrupt, code: SQLITE_CORRUPT, message: "a reference of \(table) is broken",
                sql: "foreign_key_check")
        }
    }

    // MARK: Opening

    private func setCommon() throws(SQLiteError) {
        try require(
            first("PRAGMA journal_mode", as: { $0.text(0) }) == "wal", "PRAGMA journal_mode")
        try set("PRAGMA synchronous=FULL", reading: "PRAGMA synchronous", is: 2)
        try set("PRAGMA secure_delete=ON", reading: "PRAGMA secure_delete", is: 1)
        try set("PRAGMA foreign_keys=ON", reading: "PRAGMA foreign_keys", is: 1)
        try set("PRAGMA trusted_schema=OFF", reading: "PRAGMA trusted_schema", is: 0)
        try set("PRAGMA cell_size_check=ON", reading: "PRAGMA cell_size_check", is: 1)
        try set("PRAGMA temp_store=MEMORY", reading: "PRAGMA temp_store", is: 2)
        try set("PRAGMA mmap_size=0", reading: "PRAGMA mmap_size", is: 0)
    }

    private func set(
        _ setting: StaticString, reading: StaticString, is wanted: Int
    ) throws(SQLiteError) {
        try execute(setting)
        try require(first(reading, as: { $0.integer(0) }) == wanted, setting)
    }

    private func require(_ isKept: Bool, _ setting: StaticString) throws(SQLiteError) {
        guard isKept else {
            throw SQLiteError(
                kind: .settingRefused, message: "did not read back", sql: setting.description)
        }
    }

    private func checkQuickly() throws(SQLiteError) {
        let answer = try first("PRAGMA quick_check(1)", as: { $0.text(0) }) ?? "no answer"
        guard answer == "ok" else {
            throw SQLiteError(
                kind: .corrupt, code: SQLITE_CORRUPT, message: answer, sql: "quick_check(1)")
        }
    }
}

/// Refuses a library older than the oldest the tests run on, or one built without threads.
func checkLibrary(version: Int, threads: Int32) throws(SQLiteError) {
    guard version >= oldestLibraryVersion, threads != 0 else {
        throw SQLiteError(
            kind: .unsuitableLibrary,
            message: "version \(version), threadsafe \(threads); "
                + "needed: \(oldestLibraryVersion) and 1 or 2",
            sql: "sqlite3_libversion_number")
    }
}

/// 3.40.1.
let oldestLibraryVersion = 3_040_001
