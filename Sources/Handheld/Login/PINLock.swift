package import Domain

/// How many wrong PINs a person typed, and how long that locks the login (PJS 11.3): five wrong
/// ones lock for 5 minutes, every further one for twice as long.
package struct PINLock: Hashable, Sendable {
    /// Wrong tries that are free.
    package static let freeTriesMax = 5
    /// The first lock.
    package static let lockMillisecondsMin = 5 * 60_000
    /// No lock is longer than a day.
    package static let lockMillisecondsMax = 24 * 3_600_000

    /// After this many in a row only the station's unlock code helps.
    package static let unlockCountMin = 10

    /// Wrong tries in a row.
    package private(set) var wrongCount: Int
    /// The last wrong try.
    package private(set) var bootNumber: Int
    package private(set) var bootMilliseconds: Int

    /// Nothing wrong yet, or what was kept of it.
    package init(wrongCount: Int = 0, bootNumber: Int = 0, bootMilliseconds: Int = 0) {
        self.wrongCount = max(0, wrongCount)
        self.bootNumber = bootNumber
        self.bootMilliseconds = bootMilliseconds
    }

    /// Wrong tries left before the login locks.
    package var triesLeft: Int { max(0, Self.freeTriesMax - wrongCount) }

    /// Whether no waiting opens the login any more.
    package var needsUnlock: Bool { wrongCount >= Self.unlockCountMin }

    /// How long the login is still locked; 0 when it is open. It counts boot time, so setting the
    /// clock does not help, and a restart begins the wait anew.
    package func lockedMilliseconds(at now: Moment) -> Int {
        guard wrongCount >= Self.freeTriesMax else { return 0 }
        let start = now.bootNumber == bootNumber ? bootMilliseconds : 0
        return max(0, start + lockMilliseconds - now.bootMilliseconds)
    }

    /// Counts a try as wrong. It is counted before the PIN is checked, so that ending the program
    /// in between gives no free try.
    package mutating func countTry(at now: Moment) {
        wrongCount += 1
        bootNumber = now.bootNumber
        bootMilliseconds = now.bootMilliseconds
    }

    private var lockMilliseconds: Int {
        // Sixteen doublings are far past the longest lock.
        let doublings = min(wrongCount - Self.freeTriesMax, 16)
        return min(Self.lockMillisecondsMin << doublings, Self.lockMillisecondsMax)
    }
}
