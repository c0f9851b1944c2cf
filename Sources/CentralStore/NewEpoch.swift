package import Domain
import SQLite
package import SyncProtocol

/// What a database becomes when it does not go on where it stopped: a backup put back, or rows made
/// again from the ledger. Handhelds see the new epoch and fetch their rows anew (PJS 10.4).
package struct NewEpoch: Equatable, Sendable {
    /// The new value, unlike any before it.
    package var epoch: String
    /// The stream of the station's own facts from now on: a sequence is never used twice.
    package var stream: String
    package var reason: Reason

    /// Why the epoch ends.
    package enum Reason: Sendable {
        /// What came after the backup is missing here, and may have been seen by others.
        case restored
        /// The ledger is whole; only what it means was made again.
        case rebuilt
    }

    /// Draws the names of an epoch.
    package static func drawn(
        _ reason: Reason, at moment: Moment, from random: inout RandomSource
    ) -> NewEpoch {
        NewEpoch(
            epoch: "e-" + Hex.text(of: random.bytes(epochBytes)),
            stream: random.uuid7(at: moment.wallMilliseconds), reason: reason)
    }

    package init(epoch: String, stream: String, reason: Reason) {
        self.epoch = epoch
        self.stream = stream
        self.reason = reason
    }

    private static let epochBytes = 6
    /// Added to every request counter of a database that was put back, so that no request which
    /// the lost part accepted is accepted again (PJS 7.4).
    static let counterStep = 1_000_000
    /// Waybill numbers left out, because the lost part may have given them to a handheld.
    static let numberStep = 1_000_000
    /// 2020-01-01 UTC in seconds. A station gives out less than one number a second and a handheld
    /// asks less than a thousand times a second, so the clock is ahead of both.
    static let numbersBeginSeconds = 1_577_836_800
}

extension CentralStore {
    /// Ends the epoch of this database.
    package func begin(_ epoch: NewEpoch, at now: Int) throws {
        try writer.write { db in try db.begin(epoch, at: now) }
    }

    /// The last line of the ledger; nil while it is empty.
    package func ledgerEnd() throws -> LedgerEnd? {
        try writer.read { db in try db.ledgerEnd() }
    }

    /// Lines after a number, of handhelds and of the station.
    package func lineCounts(after number: Int) throws -> (handhelds: Int, station: Int) {
        try writer.read { db in
            try db.first(
                """
                SELECT COUNT(*),COALESCE(SUM(s.dev=(SELECT dev FROM station)),0)
                FROM ledger l JOIN stream s ON s.no=l.stream WHERE l.lsn>?
                """, number,
                as: { (handhelds: $0.integer(0) - $0.integer(1), station: $0.integer(1)) })
                ?? (0, 0)
        }
    }

    /// Where the ledger ends and in which epoch; nil while it is empty.
    package func ledgerMark() throws -> LedgerMark? {
        try writer.read { db in
            guard let end = try db.ledgerEnd() else { return nil }
            return LedgerMark(end: end, epoch: try db.existingStation().epoch)
        }
    }

    /// Whether this database is the one that was told of: a copy that was put back lacks the line,
    /// or is of another epoch.
    package func goesOn(from told: LedgerMark) throws -> Bool {
        let epoch = try station()?.epoch
        return try epoch == told.epoch && holds(told.end)
    }

    /// Whether the ledger holds this line: a database that once did and does not was put back.
    package func holds(_ line: LedgerEnd) throws -> Bool {
        try writer.read { db in
            try db.first(
                "SELECT head=? FROM ledger WHERE lsn=?", line.head.bytes, line.number,
                as: { $0.integer(0) == 1 }) ?? false
        }
    }
}

/// A line of the ledger by its number, with its head.
package struct LedgerEnd: Equatable, Sendable {
    package var number: Int
    package var head: Digest

    package init(number: Int, head: Digest) {
        self.number = number
        self.head = head
    }
}

/// Where the ledger ended, and in which epoch: what is told of it outside of its database.
package struct LedgerMark: Equatable, Sendable {
    package var end: LedgerEnd
    package var epoch: String

    package init(end: LedgerEnd, epoch: String) {
        self.end = end
        self.epoch = epoch
    }
}

extension Connection {
    func begin(_ epoch: NewEpoch, at now: Int) throws {
        var station = try existingStation()
        let what: Incident
        switch epoch.reason {
        case .restored:
            what = .restored
            // One copy may be put back twice: what the time between gave out shows in the clock.
            station.nextWaybillSequence = min(
                max(
                    station.nextWaybillSequence + NewEpoch.numberStep,
                    now / 1_000 - NewEpoch.numbersBeginSeconds), NumberRules.serialsPerGroup)
            try execute(
                "UPDATE device SET counter=MIN(MAX(counter+?,?),?) WHERE kind='handheld'",
                NewEpoch.counterStep, now, Canonical.integerMax)
            // A code that was used up after the backup would be good again.
            try execute("DELETE FROM enrolment WHERE dev IS NULL")
        case .rebuilt: what = .rebuilt
        }
        try updateStation(station)
        var detail = try checkpoint()
        detail["epoch"] = .text(epoch.epoch)
        try insertAudit(
            epoch.reason == .restored ? .restored : .rebuilt, by: systemPerson, detail: detail,
            ending: station.epoch, at: now)
        try execute("UPDATE station SET epoch=?,stream=?", epoch.epoch, epoch.stream)
        try insertIncident(
            what, device: station.device, stream: station.stream, at: try lastLSN(), now: now)
    }

    func ledgerEnd() throws(SQLiteError) -> LedgerEnd? {
        try first(
            "SELECT lsn,head FROM ledger ORDER BY lsn DESC LIMIT 1",
            as: { LedgerEnd(number: $0.integer(0), head: digest($0, 1)) })
    }
}
