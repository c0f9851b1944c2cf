import Commands
import Domain
import Foundation
import Handheld
import Journal
import Platform
import SyncProtocol

/// Opens the journal for one command and closes it again: one
/// process writes, under the lock file; readers look on a read-only connection.
struct JournalAccess {
    let places: CourierPlaces
    let enrolment: DeviceFile
    let timeoutMilliseconds: Int

    /// How long a reader waits for a writer that is just starting.
    static let readerMilliseconds = 2_000

    /// Runs a command that records or exchanges.
    ///
    /// When the disk fails in it, nobody knows whether the change is stored. The journal is opened
    /// again and the command repeated once: it finds what it recorded by its draft id, or records
    /// it with the same one. If the disk fails in that too, the doubt stays.
    func write<R>(
        draft: String? = nil, _ body: (inout Handheld) throws -> R
    ) throws(CommandFailure) -> R {
        try mustExist()
        let lock = try takeLock()
        defer { try? lock.release() }
        var isOpen = false
        do throws(JournalError) {
            return try run(lock, &isOpen, body)
        } catch {
            guard isOpen, error.leavesDoubt else { throw CommandFailure(.journal(error, places)) }
        }
        do throws(JournalError) {
            return try run(lock, &isOpen, body)
        } catch {
            throw CommandFailure(.unconfirmed(error, draft: draft))
        }
    }

    /// Runs a command that only looks.
    func read<R>(
        _ body: (inout Handheld) throws -> R
    ) throws(CommandFailure) -> R {
        try mustExist()
        let outcome: LockFile.Outcome
        do throws(LockFile.Failure) {
            outcome = try LockFile.takeOrFindReady(
                places.lock, waitMilliseconds: Self.readerMilliseconds)
        } catch {
            throw CommandFailure(.lock(error, seconds: Self.readerMilliseconds / 1_000))
        }
        do throws(JournalError) {
            switch outcome {
            case .ready:
                return try look(body)
            case .taken(let lock):
                // A log whose writer died is only shown after a checkpoint.
                defer { try? lock.release() }
                _ = try Journal.open(places.journal)
                return try look(body)
            }
        } catch {
            throw CommandFailure(.journal(error, places))
        }
    }

    private func look<R>(
        _ body: (inout Handheld) throws -> R
    ) throws(JournalError) -> R {
        var handheld = try handheld(over: try Journal.openReadOnly(places.journal))
        return try Self.typed { try body(&handheld) }
    }

    private func run<R>(
        _ lock: LockFile, _ isOpen: inout Bool, _ body: (inout Handheld) throws -> R
    ) throws(JournalError) -> R {
        var handheld = try handheld(over: try Journal.open(places.journal))
        isOpen = true
        let marks = MarkFile(places: places)
        let mark = marks.read()
        let before = handheld.memory
        try welcome(&handheld, after: mark)
        try? lock.announceReady()
        defer {
            // Also when the command failed: a part of what it recorded may stand.
            keep(&handheld, after: before, mark, marks)
        }
        return try Self.typed { try body(&handheld) }
    }

    /// What comes before anything is recorded in a journal that was just opened.
    func welcome(_ handheld: inout Handheld, after mark: JournalMark?) throws(JournalError) {
        try handheld.compare(with: mark, at: CourierProgram.now)
        try handheld.countLease(at: CourierProgram.now)
        // What a command that died left behind.
        try PhotoFolder(places: places).settle { blob throws(JournalError) in
            try handheld.keepsBlob(blob)
        }
    }

    /// Writes down beside the journal what changed: how far it has come, and what is remembered.
    func keep(
        _ handheld: inout Handheld, after memory: CanonicalObject, _ mark: JournalMark?,
        _ marks: MarkFile
    ) {
        if let newest = try? handheld.mark(), newest != mark { try? marks.write(newest) }
        if handheld.memory != memory { try? KeptFile.write(handheld.memory, to: places.memory) }
    }

    /// A handheld throws nothing but errors of its journal.
    static func typed<R>(_ body: () throws -> R) throws(JournalError) -> R {
        do {
            return try body()
        } catch let error as JournalError {
            throw error
        } catch {
            preconditionFailure("an error of no known kind: \(error)")
        }
    }

    /// Login and memory are no proof of anything: a file that cannot be read counts as none.
    func handheld(over journal: Journal) throws(JournalError) -> Handheld {
        guard try journal.status().device == enrolment.device.id else { throw .notBegun }
        let person = (try? SessionFile.read(places)) ?? nil
        let memory = (try? KeptFile.read(places.memory)) ?? nil
        return try Handheld(
            device: enrolment.device, persons: person.map { [$0] } ?? [], journal: journal,
            memory: memory, random: .system)
    }

    /// The journal of an enrolled handheld does not vanish by itself.
    func mustExist() throws(CommandFailure) {
        guard FileManager.default.fileExists(atPath: places.journal) else {
            throw CommandFailure(.journal(.notBegun, places))
        }
    }

    func takeLock() throws(CommandFailure) -> LockFile {
        do throws(LockFile.Failure) {
            return try LockFile.take(places.lock, waitMilliseconds: timeoutMilliseconds)
        } catch {
            throw CommandFailure(.lock(error, seconds: timeoutMilliseconds / 1_000))
        }
    }
}
