package import Domain
import SQLite

/// The lease of the handheld and the challenge that an unlock code answers, as they are kept.
package struct KeptLease: Equatable, Sendable {
    package var lease: Lease
    /// The challenge that was shown and not answered yet.
    package var challenge: String?
    /// Wrong codes typed since, and when the last one was.
    package var wrongCount: Int
    package var wrongBootNumber: Int
    package var wrongBootMilliseconds: Int

    package init(_ lease: Lease) {
        self.lease = lease
        wrongCount = 0
        wrongBootNumber = 0
        wrongBootMilliseconds = 0
    }
}

extension Journal {
    /// Nil before the first look at the clock.
    package func keptLease() throws(JournalError) -> KeptLease? {
        try read { connection in
            try connection.first(
                """
                SELECT elapsed, o, m, w, opened, challenge, wrong, wrong_o, wrong_m FROM lease
                """
            ) { row in
                var kept = KeptLease(
                    Lease(
                        elapsedMilliseconds: row.integer(0), bootNumber: row.integer(1),
                        bootMilliseconds: row.integer(2), wallMilliseconds: row.integer(3),
                        openedUntilMilliseconds: row.integer(4)))
                kept.challenge = row.isNull(5) ? nil : row.text(5)
                kept.wrongCount = row.integer(6)
                kept.wrongBootNumber = row.integer(7)
                kept.wrongBootMilliseconds = row.integer(8)
                return kept
            }
        }
    }

    /// Writes it down.
    package func keep(_ kept: KeptLease) throws(JournalError) {
        let lease = kept.lease
        try write { connection in
            try connection.execute(
                """
                INSERT INTO lease VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                ON CONFLICT DO UPDATE SET elapsed = ?1, o = ?2, m = ?3, w = ?4, opened = ?5,
                    challenge = ?6, wrong = ?7, wrong_o = ?8, wrong_m = ?9
                """, lease.elapsedMilliseconds, lease.bootNumber, lease.bootMilliseconds,
                lease.wallMilliseconds, lease.openedUntilMilliseconds, kept.challenge,
                kept.wrongCount, kept.wrongBootNumber, kept.wrongBootMilliseconds)
        }
    }

    /// Counts the lease up to now, if its mark is old.
    package func countLease(at now: Moment) throws(JournalError) {
        guard var kept = try keptLease() else { return try keep(KeptLease(Lease(renewedAt: now))) }
        guard kept.lease.isMarkOld(at: now) else { return }
        kept.lease = kept.lease.counted(at: now)
        try keep(kept)
    }

    /// The station has answered: the lease begins anew, and a challenge is no longer needed. It
    /// writes only if that is anything new.
    package func renewLease(at now: Moment) throws(JournalError) {
        if let kept = try keptLease(), !kept.lease.isMarkOld(at: now), kept.challenge == nil,
            kept.lease.openedUntilMilliseconds == 0,
            kept.lease.elapsedMilliseconds < Lease.markMilliseconds
        {
            return
        }
        try keep(KeptLease(Lease(renewedAt: now)))
    }
}
