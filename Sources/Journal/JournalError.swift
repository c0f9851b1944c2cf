package import SQLite

/// Why the journal did not do what was asked.
package enum JournalError: Error, Equatable, Sendable {
    /// The disk failed: nobody knows whether the change is stored. Drop the journal, open it again,
    /// look with `find(draft:)`, and only then say "saved" or "not saved".
    case checking(SQLiteError)
    /// Another process holds the database; nothing happened.
    case busy
    /// The database refused, cannot be read or cannot be opened; nothing happened.
    case storage(SQLiteError)
    /// The database has no stream: it was never begun, or it is not what it was.
    case notBegun
    /// A journal that holds entries is not begun again.
    case alreadyBegun
    /// The chain does not hold: the entry `sequence` of `stream` is not what was recorded.
    case damaged(stream: String, sequence: Int)
    /// A fact is longer than a line may be.
    case lineTooLong(kind: String, bytes: Int, bytesMax: Int)
    /// A field of a fact cannot be written so that the station reads it.
    case badField(kind: String, field: String)
    /// A draft is longer than a draft may be, or there are too many.
    case draftRefused
    /// The page does not continue what the journal holds; discarded whole.
    case badPage(String)

    /// Whether a change may be stored although it failed: the disk failed in writing it, or in
    /// reading it back.
    package var leavesDoubt: Bool {
        switch self {
        case .checking: true
        case .storage(let cause): cause.isPoisoning
        case .busy, .notBegun, .alreadyBegun, .damaged, .lineTooLong, .badField, .draftRefused,
            .badPage:
            false
        }
    }

    /// The error that a failure of the database becomes; while nothing is written, nothing is in
    /// doubt.
    init(_ error: any Error, isWriting: Bool = false) {
        switch error {
        case let error as JournalError: self = error
        case let error as CommitUnknown: self = .checking(error.cause)
        case let error as SQLiteError where error.kind == .busy: self = .busy
        case let error as SQLiteError:
            self = isWriting && error.isPoisoning ? .checking(error) : .storage(error)
        default: preconditionFailure("an error of no known kind: \(error)")
        }
    }

    /// Whether the file is not there, or cannot be opened at all.
    package var isFileMissing: Bool {
        if case .storage(let cause) = self { cause.kind == .cannotOpen } else { false }
    }

    /// Whether the file is damaged or is no database, so that trying again is of no use.
    package var isFileDamage: Bool {
        if case .storage(let cause) = self { cause.kind == .corrupt } else { false }
    }
}
