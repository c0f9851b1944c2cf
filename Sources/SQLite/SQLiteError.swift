import CSQLite

/// A refusal of SQLite, or of this module when a rule of opening is not kept.
package struct SQLiteError: Error, Equatable, Sendable {
    /// What the failure means to the caller.
    package let kind: Kind
    /// The primary result code of SQLite.
    package let code: Int
    /// The extended result code of SQLite.
    package let extendedCode: Int
    /// SQLite's own words.
    package let message: String
    /// The statement that was tried, or the step of opening.
    package let sql: String

    /// The classes that callers tell apart.
    package enum Kind: Sendable {
        /// Another connection holds the lock: nothing happened, try again.
        case busy
        /// The disk is full.
        case full
        /// Reading or writing the file failed.
        case ioError
        /// The file is damaged or is no database.
        case corrupt
        /// SQLite could not get memory.
        case outOfMemory
        /// A constraint or a trigger of the schema refused the change.
        case constraint
        /// The file cannot be opened.
        case cannotOpen
        /// The file cannot be written.
        case readOnly
        /// The file was written by a newer program.
        case newerSchema
        /// The installed library is too old or has no threads.
        case unsuitableLibrary
        /// A setting was given and did not read back.
        case settingRefused
        /// The connection met a storage error before and is not used again.
        case closed
        /// Anything else; a bug of ours.
        case other
    }

    /// Whether the connection must never be used again after this error.
    package var isPoisoning: Bool {
        switch kind {
        case .full, .ioError, .corrupt, .outOfMemory, .cannotOpen, .readOnly: true
        case .busy, .constraint, .newerSchema, .unsuitableLibrary, .settingRefused, .closed, .other:
            false
        }
    }

    /// The primary code of a file that is no database.
    package static let notADatabase = Int(SQLITE_NOTADB)

    init(extendedCode: Int32, message: String, sql: String) {
        let code = extendedCode & 0xff
        self.init(
            kind: Kind(code: code), code: Int(code), extendedCode: Int(extendedCode),
            message: message, sql: sql)
    }

    init(kind: Kind, code: Int32 = SQLITE_MISUSE, message: String, sql: String) {
        self.init(
            kind: kind, code: Int(code), extendedCode: Int(code), message: message, sql: sql)
    }

    private init(kind: Kind, code: Int, extendedCode: Int, message: String, sql: String) {
        self.kind = kind
        self.code = code
        self.extendedCode = extendedCode
        self.message = message
        self.sql = sql
    }
}

extension SQLiteError: CustomStringConvertible {
    package var description: String { "SQLite \(extendedCode): \(message) [\(sql)]" }
}

extension SQLiteError.Kind {
    init(code: Int32) {
        switch code {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_FULL: self = .full
        case SQLITE_IOERR: self = .ioError
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt
        case SQLITE_NOMEM: self = .outOfMemory
        case SQLITE_CONSTRAINT: self = .constraint
        case SQLITE_CANTOPEN: self = .cannotOpen
        case SQLITE_READONLY: self = .readOnly
        default: self = .other
        }
    }
}

/// COMMIT failed, so nobody knows yet whether the transaction is stored.
///
/// The caller opens the database again and looks; it never says "not saved" before that.
package struct CommitUnknown: Error, Equatable, Sendable {
    /// What COMMIT answered.
    package let cause: SQLiteError
}
