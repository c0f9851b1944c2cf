import CSQLite

/// Owns one `sqlite3` handle and its prepared statements; closes both when it goes, or as soon as a
/// storage error poisons it.
///
/// A class, because a borrowed `Connection` must be able to prepare a statement and to be poisoned.
@safe final class Handle {
    /// Nil once it is closed.
    private var database: OpaquePointer?
    /// Statements by the address of their literal.
    private var statements: [UInt: Statement] = [:]
    /// How many statements are between `statement` and `reset`.
    private var activeCount = 0
    /// Whether a storage error was met; from then on nothing is executed.
    private(set) var isPoisoned = false

    /// Made once, before the first connection.
    private static let memoryCount: Int32 = waybook_no_memory_count()

    init(path: String, flags: Int32, vfs: String?) throws(SQLiteError) {
        _ = Handle.memoryCount
        let code = unsafe sqlite3_open_v2(
            path, &database, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs)
        guard code == SQLITE_OK else { throw failure(code, sql: "open \(path)") }
    }

    deinit { close() }

    /// Whether BEGIN was given and neither COMMIT nor ROLLBACK has ended it.
    var isInTransaction: Bool {
        unsafe !isPoisoned && sqlite3_get_autocommit(database) == 0
    }

    /// How many rows the last statement changed.
    var changedRowCount: Int {
        unsafe Int(sqlite3_changes64(database))
    }

    /// The prepared statement of a literal, ready to bind; `reset` gives it back.
    func statement(_ sql: StaticString) throws(SQLiteError) -> Statement {
        guard !isPoisoned else { throw closed(sql.description) }
        let address = unsafe UInt(bitPattern: sql.utf8Start)
        let statement: Statement
        if let known = statements[address] {
            statement = known
        } else {
            statement = try prepare(sql)
            statements[address] = statement
        }
        precondition(
            unsafe sqlite3_stmt_busy(statement.pointer) == 0,
            "a statement was used again while its rows were read")
        activeCount += 1
        return statement
    }

    /// Advances a statement: true on a row, false at the end.
    func step(_ statement: Statement) throws(SQLiteError) -> Bool {
        guard !isPoisoned else { throw closed(statement.sql) }
        let code = unsafe sqlite3_step(statement.pointer)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw failure(code, sql: statement.sql)
    }

    /// Ends the use of a statement and forgets the bound values.
    func reset(_ statement: Statement) {
        // The error of the last step, which `step` has thrown already, is returned here again.
        _ = unsafe sqlite3_reset(statement.pointer)
        unsafe sqlite3_clear_bindings(statement.pointer)
        activeCount -= 1
        if isPoisoned, activeCount == 0 { close() }
    }

    /// Runs a text of several statements that return no rows.
    func run(_ script: String) throws(SQLiteError) {
        guard !isPoisoned else { throw closed(script) }
        let code = unsafe sqlite3_exec(database, script, nil, nil, nil)
        guard code == SQLITE_OK else { throw failure(code, sql: script) }
    }

    /// Copies the whole log into the database file and empties it, waiting for readers of it.
    func checkpoint() throws(SQLiteError) {
        var logFrames: Int32 = 0
        var copiedFrames: Int32 = 0
        let code = unsafe sqlite3_wal_checkpoint_v2(
            database, nil, SQLITE_CHECKPOINT_TRUNCATE, &logFrames, &copiedFrames)
        guard code == SQLITE_OK else { throw failure(code, sql: "wal_checkpoint(TRUNCATE)") }
        guard logFrames == 0 else {
            throw SQLiteError(
                kind: .busy, code: SQLITE_BUSY, message: "\(logFrames) frames stay in the log",
                sql: "wal_checkpoint(TRUNCATE)")
        }
    }

    /// Copies the database, as this connection sees it, into another one.
    func copy(into target: Handle) throws(SQLiteError) {
        guard !isPoisoned else { throw closed("backup") }
        guard let copy = unsafe sqlite3_backup_init(target.database, "main", database, "main")
        else { throw target.failure(unsafe sqlite3_errcode(target.database), sql: "backup") }
        let code = unsafe sqlite3_backup_step(copy, -1)
        let end = unsafe sqlite3_backup_finish(copy)
        guard code == SQLITE_DONE else { throw target.failure(code, sql: "backup") }
        guard end == SQLITE_OK else { throw target.failure(end, sql: "backup") }
    }

    func setBusyTimeout(milliseconds: Int) {
        unsafe sqlite3_busy_timeout(database, Int32(milliseconds))
    }

    /// Sets a switch of `sqlite3_db_config` and tells what it is afterwards.
    func configure(_ what: Int32, _ value: Int32) -> Int32 {
        var result: Int32 = -1
        _ = unsafe waybook_db_config(database, what, value, &result)
        return result
    }

    /// Makes the handle refuse everything from now on, and closes it once no statement is in use:
    /// the next connection must find no lock of this one.
    func poison() {
        isPoisoned = true
        if activeCount == 0 { close() }
    }

    private func prepare(_ sql: StaticString) throws(SQLiteError) -> Statement {
        precondition(sql.hasPointerRepresentation, "SQL is a literal of more than one character")
        var statement: OpaquePointer?
        let code = sql.withUTF8Buffer { utf8 in
            unsafe utf8.withMemoryRebound(to: CChar.self) { text in
                var rest: UnsafePointer<CChar>?
                let code = unsafe sqlite3_prepare_v3(
                    database, text.baseAddress, Int32(text.count),
                    UInt32(SQLITE_PREPARE_PERSISTENT), &statement, &rest)
                let end = unsafe text.baseAddress.map { unsafe $0 + text.count }
                precondition(
                    unsafe code != SQLITE_OK || rest == end, "more than one statement: \(sql)")
                return code
            }
        }
        guard code == SQLITE_OK, let prepared = unsafe statement else {
            throw failure(code, sql: sql.description)
        }
        return unsafe Statement(pointer: prepared)
    }

    private func failure(_ code: Int32, sql: String) -> SQLiteError {
        let message = unsafe String(cString: sqlite3_errmsg(database))
        let error = SQLiteError(extendedCode: code, message: message, sql: sql)
        if error.isPoisoning { poison() }
        return error
    }

    private func closed(_ sql: String) -> SQLiteError {
        SQLiteError(kind: .closed, message: "closed after a storage error", sql: sql)
    }

    private func close() {
        for statement in statements.values {
            unsafe sqlite3_finalize(statement.pointer)
        }
        statements = [:]
        unsafe sqlite3_close(database)
        unsafe database = nil
    }
}
