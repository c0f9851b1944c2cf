import Commands
import Domain
import Handheld
import HandheldUI
import Journal
import Platform

/// Beginning and ending a courier's work on this handheld.
struct Login {
    let access: JournalAccess

    /// Checks the PIN against the verifier of the station. A try is counted before it is checked.
    func begin(
        _ person: String, _ pin: Secret, _ page: OutputPage
    ) throws(CommandFailure) -> CommandOutput {
        let found = try check(person, pin, at: page.now)
        let taskCount = try access.read { try $0.taskCount(of: person) }
        try SessionFile.write(person, access.places)
        return page.loggedIn(found, taskCount: taskCount)
    }

    /// Checks the PIN of a person, who need not be logged in.
    @discardableResult
    func check(
        _ person: String, _ pin: Secret, at now: Moment
    ) throws(CommandFailure) -> Person {
        let (lookup, lease) = try access.read { handheld in
            (try handheld.login(person), try handheld.lease(at: now))
        }
        guard !lease.state.isEnded else { throw CommandFailure(.leaseEnded(lease)) }
        guard case .person(let found, let verifier) = lookup else {
            throw CommandFailure(.login(person, lookup))
        }
        let places = access.places
        // Two logins at once would each have a try of their own.
        let turn = try takeTurn()
        defer { try? turn.release() }
        var lock = try PINFile.read(person, places)
        guard !lock.needsUnlock else { throw CommandFailure(.pinEnded(person)) }
        let locked = lock.lockedMilliseconds(at: now)
        guard locked == 0 else { throw CommandFailure(.loginLocked(person, locked)) }
        lock.countTry(at: now)
        try PINFile.write(lock, of: person, places)
        guard PasswordHash.verify(pin.text, against: verifier) else {
            throw CommandFailure(.wrongPIN(person, lock, at: now))
        }
        try PINFile.write(nil, of: person, places)
        return found
    }

    private func takeTurn() throws(CommandFailure) -> LockFile {
        do throws(POSIXFailure) {
            try DurableFile.makeFolder(access.places.state)
        } catch {
            throw CommandFailure(.system(error))
        }
        do throws(LockFile.Failure) {
            return try LockFile.take(
                access.places.pinLock, waitMilliseconds: access.timeoutMilliseconds)
        } catch {
            throw CommandFailure(.lock(error, seconds: access.timeoutMilliseconds / 1_000))
        }
    }

    /// Ends the login only: what is unsent is still sent.
    func end(_ page: OutputPage) throws(CommandFailure) -> CommandOutput {
        let person = try SessionFile.read(access.places)
        try SessionFile.write(nil, access.places)
        return page.loggedOut(person)
    }
}
