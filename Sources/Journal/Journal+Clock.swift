package import Domain
import SQLite
package import SyncProtocol

/// The clocks of the journal at one moment of a change.
struct ClockState {
    var hybrid: HybridClock
    /// The best anchor, perhaps of an earlier boot.
    var anchor: Anchor?

    mutating func stamp(at moment: Moment) -> String {
        hybrid.stamp(
            wallMilliseconds: moment.wallMilliseconds, bootMilliseconds: moment.bootMilliseconds,
            boot: moment.bootNumber, anchor: anchor)
    }
}

extension Journal {
    /// The next number of the request counter, durable before it is given out (PJS 7.4).
    ///
    /// Numbers are reserved in blocks; after a stop the rest of a block is skipped.
    package func nextCounter() throws(JournalError) -> Int {
        if counter.used == counter.ceiling {
            precondition(!connection.isInTransaction, "a counter is durable before it is used")
            let ceiling = counter.ceiling + Limits.counterBlock
            try write { connection in
                try connection.execute("UPDATE clock SET counter = ?1", ceiling)
            }
            counter.ceiling = ceiling
        }
        counter.used += 1
        return counter.used
    }

    /// Goes on above a number that the server has seen (`stale_counter`).
    package func raiseCounter(above last: Int) throws(JournalError) {
        guard last > counter.used else { return }
        try write { connection in
            try connection.execute("UPDATE clock SET counter = max(counter, ?1)", last)
        }
        counter = (used: last, ceiling: max(counter.ceiling, last))
    }

    /// Keeps the server's time of an answer, and the anchor that it makes if it is the best of this
    /// boot: the smallest uncertainty, then the latest (PJS 6.2).
    ///
    /// - Parameter asked: the clocks when the request was begun; `answered`: when the answer was
    ///   complete.
    package func noteServerTime(
        _ now: Int, asked: Moment, answered: Moment
    ) throws(JournalError) {
        guard now <= Journal.believedMillisecondsMax else { return }
        try write { connection in
            let state = try clockState()
            if now > state.hybrid.newestNow {
                try connection.execute("UPDATE clock SET now = ?1", now)
            }
            guard asked.bootNumber == answered.bootNumber else { return }
            let uncertainty = max(0, answered.bootMilliseconds - asked.bootMilliseconds)
            if let best = state.anchor, best.boot == answered.bootNumber,
                best.uncertainty < uncertainty
            {
                return
            }
            try connection.execute(
                """
                UPDATE clock SET anchor_o = ?1, anchor_m = ?2, anchor_now = ?3, anchor_u = ?4
                """, answered.bootNumber, answered.bootMilliseconds, now, uncertainty)
        }
    }

    /// The last millisecond of the year 9999. A server's clock past it is not believed: a stamp
    /// has no room for it, and the largest time received never falls again.
    static let believedMillisecondsMax = 253_402_300_799_999

    /// The best anchor of a boot, for hello.
    package func anchor(ofBoot bootNumber: Int) throws(JournalError) -> Anchor? {
        let anchor = try clockState().anchor
        return anchor?.boot == bootNumber ? anchor : nil
    }

    /// The clocks: the last stamp is that of the last entry of all.
    func clockState() throws(JournalError) -> ClockState {
        try read { connection in
            let state = try connection.first(
                "SELECT now, anchor_o, anchor_m, anchor_now, anchor_u FROM clock"
            ) { row in
                ClockState(
                    hybrid: HybridClock(newestNow: row.integer(0)),
                    anchor: row.isNull(1)
                        ? nil
                        : Anchor(
                            boot: row.integer(1), bootMilliseconds: row.integer(2),
                            now: row.integer(3), uncertainty: row.integer(4)))
            }
            guard var state else { throw JournalError.notBegun }
            let last = try connection.first(
                "SELECT l, c, o, m FROM entry ORDER BY id DESC LIMIT 1"
            ) {
                HybridClock(
                    milliseconds: $0.integer(0), counter: $0.integer(1), boot: $0.integer(2),
                    bootMilliseconds: $0.integer(3), newestNow: state.hybrid.newestNow)
            }
            if let last { state.hybrid = last }
            return state
        }
    }
}
