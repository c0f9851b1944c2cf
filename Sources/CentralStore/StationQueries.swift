package import Domain
package import SyncProtocol

/// One handheld as the station's board shows it.
package struct DeviceStatus: Equatable, Sendable {
    package var label: String
    /// Nil while the slot waits for its handheld.
    package var device: String?
    /// active, suspended, revoked, or `waiting` for an open slot.
    package var state: String
    /// The last recorded sequence number the handheld reported.
    package var recorded: Int
    /// How many of them the ledger holds.
    package var have: Int
    /// When it last exchanged, in ms UTC.
    package var lastExchangeMilliseconds: Int?
    package var persons: [String]
    package var appVersion: String?
}

/// The station at a glance.
package struct StationStatus: Equatable, Sendable {
    package var station: String
    package var name: String
    package var epoch: String
    /// Distinct facts of handhelds, carried ones once; the server's own are not counted.
    package var facts: Int
    /// The server's own facts.
    package var stationFacts: Int
    package var revision: Int
    /// Facts by disposition other than applied: `held:group`, `quarantined:bad_payload` …
    package var exceptions: [NamedCount]
    /// Blobs that facts list and that are not here whole.
    package var missingBlobs: Int
    /// Electronic payments that wait for a word of the station.
    package var waitingPayments: Int
    /// Tasks whose parcel somebody else still has.
    package var waitingTasks: Int
    /// Tasks that couriers gave back.
    package var declinedTasks: Int
    /// The newest verified backup, nil before the first.
    package var backup: BackupMark?
    /// Where the audit trail ends.
    package var witness: Witness?
    package var devices: [DeviceStatus]
}

/// How many there are of one name, in a list sorted by name.
package struct NamedCount: Equatable, Sendable {
    package var name: String
    package var count: Int
}

/// A parcel as the station knows it.
package struct TrackedParcel: Equatable, Sendable {
    package var parcel: String
    /// Nil when nothing but facts is known of it.
    package var stage: Stage?
    package var custody: String
    /// The exception flag (问题件) beside the stage.
    package var isException: Bool
    /// A stop order: it must not move.
    package var isStopped: Bool
    /// Oldest first.
    package var events: [TimelineEntry]
}

/// An order or task in a list.
package struct OrderStatus: Equatable, Sendable {
    package var task: String
    package var kind: String
    package var state: String
    package var courier: String
    package var orderNumber: String?
    package var parcels: [String]
    package var contactName: String?
}

/// One person of the station.
package struct PersonStatus: Equatable, Sendable {
    package var person: String
    package var name: String
    package var capabilities: [String]
    package var isActive: Bool
}

/// One courier's day, recomputed from the ledger.
package struct CourierDay: Equatable, Sendable {
    package var courier: String
    package var name: String?
    /// Cash taken less cash given back, over the facts of this day.
    package var cashFen: Int
    package var cardFen: Int
    package var walletFen: Int
    /// Facts of the day by kind.
    package var kinds: [NamedCount]
}

/// A business day of the station.
package struct DayStatus: Equatable, Sendable {
    /// `YYYY-MM-DD`, the local date.
    package var day: String
    package var couriers: [CourierDay]
}

/// One line of the ledger in a list.
package struct LedgerLine: Equatable, Sendable {
    package var number: Int
    package var stream: String
    package var sequence: Int
    package var receivedMilliseconds: Int
    package var kind: String?
    package var person: String?
    package var subject: String?
    package var reference: String
    /// applied, `noop:carried_twice`, `held:group` …
    package var disposition: String
}

/// The result of recomputing every chain from its genesis.
package struct LedgerProof: Equatable, Sendable {
    /// The first line of each stream whose hash, place or head is wrong; empty when all is well.
    package var faults: [LedgerFault]
    /// Entries of the audit trail, and the first thing that is wrong with it.
    package var auditEntries: Int
    package var auditFault: AuditFault?
    /// Closed days whose manifest the ledger contradicts.
    package var dayFaults: [DayFault] = []
    package var streams: Int
    /// Distinct facts of handhelds, as in `StationStatus`.
    package var facts: Int
    /// Lines of every stream, the server's own included.
    package var lines: Int

    /// How many things are wrong.
    package var faultCount: Int { faults.count + dayFaults.count + (auditFault == nil ? 0 : 1) }

    /// Whether every line is where and what its chain says.
    package var isIntact: Bool { faultCount == 0 }
}

/// A line of the ledger that its chain contradicts.
package struct LedgerFault: Equatable, Sendable {
    package var stream: String
    package var sequence: Int
}
