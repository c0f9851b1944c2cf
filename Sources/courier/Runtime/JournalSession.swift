import Domain
import Handheld
import Journal
import Platform

/// The journal held open, and its lock kept, for as long as a screen is shown: one handheld that
/// answers, records and exchanges without opening its files each time.
struct JournalSession {
    private(set) var access: JournalAccess
    private let lock: LockFile
    private let exchangeLock: LockFile
    private let marks: MarkFile
    private var mark: JournalMark?
    private var handheld: Handheld

    /// Takes the locks, or says who has them.
    init(_ access: JournalAccess) throws(CommandFailure) {
        try access.mustExist()
        self.access = access
        do throws(LockFile.Failure) {
            exchangeLock = try LockFile.take(
                access.places.exchangeLock, waitMilliseconds: access.timeoutMilliseconds)
        } catch {
            throw CommandFailure(.lock(error, seconds: access.timeoutMilliseconds / 1_000))
        }
        lock = try access.takeLock()
        marks = MarkFile(places: access.places)
        mark = marks.read()
        do throws(JournalError) {
            handheld = try Self.opened(access, mark)
        } catch {
            throw CommandFailure(.journal(error, access.places))
        }
        try? lock.announceReady()
    }

    /// Opens the journal again: somebody else is logged in, or the disk failed. The station may
    /// have given this handheld another key since.
    mutating func reopen() throws(CommandFailure) {
        access = JournalAccess(
            places: access.places, enrolment: try DeviceFile.enrolled(access.places),
            timeoutMilliseconds: access.timeoutMilliseconds)
        do throws(JournalError) {
            handheld = try Self.opened(access, mark)
        } catch {
            throw CommandFailure(.journal(error, access.places))
        }
    }

    /// Does something with the handheld, and writes down beside the journal how far that came.
    ///
    /// When the disk fails in it, nobody knows whether the change is stored. The journal is opened
    /// again and it is done once more: it finds what it recorded by its draft id.
    mutating func act<R>(
        draft: String? = nil, _ body: (inout Handheld) throws -> R
    ) throws(CommandFailure) -> R {
        do throws(JournalError) {
            return try once(body)
        } catch {
            guard error.leavesDoubt else { throw CommandFailure(.journal(error, access.places)) }
        }
        try reopen()
        do throws(JournalError) {
            return try once(body)
        } catch {
            throw CommandFailure(.unconfirmed(error, draft: draft))
        }
    }

    /// Boot time at which the exchange is to be looked at again.
    var alarm: Int? { handheld.alarm }

    private mutating func once<R>(
        _ body: (inout Handheld) throws -> R
    ) throws(JournalError) -> R {
        let before = handheld.memory
        defer {
            access.keep(&handheld, after: before, mark, marks)
            mark = (try? handheld.mark()) ?? mark
        }
        return try JournalAccess.typed { try body(&handheld) }
    }

    private static func opened(
        _ access: JournalAccess, _ mark: JournalMark?
    ) throws(JournalError) -> Handheld {
        var handheld = try access.handheld(over: try Journal.open(access.places.journal))
        try access.welcome(&handheld, after: mark)
        return handheld
    }
}
