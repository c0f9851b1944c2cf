/// How long a handheld may show personal data without hearing from its station (PJS 11.9).
///
/// Time is counted on the boot clock; what passed while the machine was off is taken from the wall
/// clock, so setting that clock back gains nothing while it runs. Nothing is ever deleted, and
/// what somebody logged in is doing can be recorded to its end.
package struct Lease: Hashable, Sendable {
    /// Time since the station answered last, up to the mark.
    package private(set) var elapsedMilliseconds: Int
    /// The moment up to which it was counted.
    package private(set) var bootNumber: Int
    package private(set) var bootMilliseconds: Int
    package private(set) var wallMilliseconds: Int
    /// An unlock code opened the handheld until so much time has passed.
    package private(set) var openedUntilMilliseconds: Int

    /// Where a handheld stands.
    package enum State: Hashable, Sendable {
        /// The station answered less than the lease ago; so much is left.
        case running(leftMilliseconds: Int)
        /// An unlock code opened it; so much is left.
        case opened(leftMilliseconds: Int)
        /// It has ended, so long ago.
        case ended(agoMilliseconds: Int)
    }

    /// A mark older than this is worth writing down anew.
    package static let markMilliseconds = 60_000

    /// The station has just answered.
    package init(renewedAt now: Moment) {
        self.init(
            elapsedMilliseconds: 0, bootNumber: now.bootNumber,
            bootMilliseconds: now.bootMilliseconds, wallMilliseconds: now.wallMilliseconds)
    }

    /// What was kept of it.
    package init(
        elapsedMilliseconds: Int, bootNumber: Int, bootMilliseconds: Int, wallMilliseconds: Int,
        openedUntilMilliseconds: Int = 0
    ) {
        self.elapsedMilliseconds = max(0, elapsedMilliseconds)
        self.bootNumber = bootNumber
        self.bootMilliseconds = bootMilliseconds
        self.wallMilliseconds = wallMilliseconds
        self.openedUntilMilliseconds = openedUntilMilliseconds
    }

    /// The same, counted up to now.
    package func counted(at now: Moment) -> Lease {
        let passed =
            now.bootNumber == bootNumber
            ? now.bootMilliseconds - bootMilliseconds
                // It was off in between; this boot's run is the least that passed.
            : max(now.bootMilliseconds, now.wallMilliseconds - wallMilliseconds)
        return Lease(
            elapsedMilliseconds: elapsedMilliseconds + max(0, passed), bootNumber: now.bootNumber,
            bootMilliseconds: now.bootMilliseconds, wallMilliseconds: now.wallMilliseconds,
            openedUntilMilliseconds: openedUntilMilliseconds)
    }

    /// Whether the mark is old enough to be written down anew.
    package func isMarkOld(at now: Moment) -> Bool {
        counted(at: now).elapsedMilliseconds - elapsedMilliseconds >= Lease.markMilliseconds
            || bootNumber != now.bootNumber
    }

    package func state(at now: Moment, hours: Int) -> State {
        let elapsed = counted(at: now).elapsedMilliseconds
        let end = hours * 3_600_000
        if elapsed < end { return .running(leftMilliseconds: end - elapsed) }
        if elapsed < openedUntilMilliseconds {
            return .opened(leftMilliseconds: openedUntilMilliseconds - elapsed)
        }
        return .ended(agoMilliseconds: elapsed - max(end, openedUntilMilliseconds))
    }

    /// Opens the handheld for so many hours from now.
    package func opened(at now: Moment, hours: Int) -> Lease {
        var lease = counted(at: now)
        lease.openedUntilMilliseconds = lease.elapsedMilliseconds + hours * 3_600_000
        return lease
    }
}

extension Lease.State {
    package var isEnded: Bool {
        if case .ended = self { true } else { false }
    }
}
