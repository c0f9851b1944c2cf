package import Domain
package import Journal
import ReferenceData
import SyncProtocol

/// Where the lease of a handheld stands, and the challenge that was shown for it.
package struct LeaseStatus: Equatable, Sendable {
    package let state: Lease.State
    /// Hours of a whole lease, and of what an unlock code opens.
    package let hours: Int
    package let unlockHours: Int
    package let challenge: String?
}

/// What came of an unlock code.
package enum UnlockOutcome: Equatable, Sendable {
    /// It is open for so many hours, or the wrong PINs are forgotten.
    case opened(hours: Int)
    case wrong(triesLeft: Int)
    /// Too many wrong codes: wait so long.
    case locked(milliseconds: Int)
    /// No challenge was shown that a code could answer.
    case noChallenge
}

/// The offline lease and its end (PJS 11.9).
extension Handheld {
    /// Where the lease stands now.
    package mutating func lease(at now: Moment) throws(JournalError) -> LeaseStatus {
        let settings = try deviceSettings()
        let kept = try journal.keptLease() ?? KeptLease(Lease(renewedAt: now))
        return LeaseStatus(
            state: kept.lease.state(at: now, hours: settings.leaseHours),
            hours: settings.leaseHours, unlockHours: settings.unlockHours,
            challenge: kept.challenge)
    }

    /// Writes down how much of the lease has passed, before a command that records anything.
    package func countLease(at now: Moment) throws(JournalError) {
        try journal.countLease(at: now)
    }

    /// The challenge that the manager's code has to answer: the one that was shown, or a new one.
    package mutating func challenge(at now: Moment) throws(JournalError) -> String {
        var kept = try journal.keptLease() ?? KeptLease(Lease(renewedAt: now))
        if let challenge = kept.challenge { return challenge }
        let characters = Code32.text(of: random.bytes(5), length: 8)
        let challenge = "\(characters.prefix(4))-\(characters.suffix(4))"
        kept.challenge = challenge
        try journal.keep(kept)
        return challenge
    }

    /// Tries a code. A try is counted, durably, before the code is compared.
    package mutating func unlock(
        _ typed: String, at now: Moment
    ) throws(JournalError) -> UnlockOutcome {
        guard var kept = try journal.keptLease(), let challenge = kept.challenge else {
            return .noChallenge
        }
        var tries = PINLock(
            wrongCount: kept.wrongCount, bootNumber: kept.wrongBootNumber,
            bootMilliseconds: kept.wrongBootMilliseconds)
        let locked = tries.lockedMilliseconds(at: now)
        guard locked == 0 else { return .locked(milliseconds: locked) }
        tries.countTry(at: now)
        kept.wrongCount = tries.wrongCount
        kept.wrongBootNumber = tries.bootNumber
        kept.wrongBootMilliseconds = tries.bootMilliseconds
        try journal.keep(kept)
        // The station may not know yet which of its keys this handheld has taken.
        let isRight = ([device.key] + device.oldKeys).contains { key in
            let code = key.unlockCode(device: device.id, challenge: challenge)
            return Code32.normalised(typed) == Code32.normalised(Code32.reference(of: code))
        }
        guard isRight else { return .wrong(triesLeft: tries.triesLeft) }
        let hours = try deviceSettings().unlockHours
        try journal.keep(KeptLease(kept.lease.opened(at: now, hours: hours)))
        return .opened(hours: hours)
    }

    /// What the station set about its handhelds.
    mutating func deviceSettings() throws(JournalError) -> DeviceSettings {
        let config: StationConfig? =
            if case .config(let row) = try entity(EntityReference(.config, device.station)) {
                row
            } else { nil }
        return DeviceSettings(ReferenceData.tables.settings, config: config)
    }
}
