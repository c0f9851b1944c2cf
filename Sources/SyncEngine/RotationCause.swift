/// Why a stream ends and, if it was the open one, a new one begins.
package enum RotationCause: String, Equatable, Sendable, CaseIterable {
    /// The ledger holds another history of it.
    case fork
    /// An operator of the station closed it.
    case closed = "stream_closed"
    /// The station does not take one of its lines.
    case lineTooLong = "line_too_long"
    /// The ledger lost entries whose lines are not kept here any more.
    case unrecoverable = "unrecoverable_range"
    /// The database is older than the mark beside it, or another one.
    case olderCopy = "older_copy"
    /// The station asked for it.
    case ordered
    /// The handheld was enrolled again.
    case enrolled
}
