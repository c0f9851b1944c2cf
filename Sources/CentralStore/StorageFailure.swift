import SQLite

/// What a failure of the store means to whoever asked; the words are for the log.
package enum StorageFailure: Equatable, Sendable {
    /// Nothing happened, or it is not known what: ask again, the chain decides.
    case busy
    /// The disk is full.
    case full
    /// Reading, writing or the content of the file failed.
    case damaged

    /// Reads what a function of `CentralStore` threw.
    package init(_ error: any Error) {
        switch error {
        case let error as SQLiteError:
            switch error.kind {
            case .busy: self = .busy
            case .full: self = .full
            case .ioError, .corrupt, .outOfMemory, .constraint, .cannotOpen, .readOnly,
                .newerSchema, .unsuitableLibrary, .settingRefused, .closed, .other:
                self = .damaged
            }
        case is CommitUnknown: self = .busy
        default: self = .damaged
        }
    }
}
