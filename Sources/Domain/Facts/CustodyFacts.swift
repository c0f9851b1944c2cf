/// A parcel goes back to its sender (退件).
package struct ReturnFact: Hashable, Sendable {
    package var parcel: String
    package var step: ReturnStep
    package var reason: ReturnReason
    /// Who pays the way back: `SENDER`, `RECIPIENT`, `MERCHANT` or `CARRIER`.
    package var freightBy: Code?
    /// Paid in advance for the sender.
    package var advanceFen: Int?
    /// Waybill number of the way back.
    package var returnParcel: String?
    /// Waybill number of what is sent instead.
    package var replacement: String?
    /// What is exchanged, in words.
    package var exchange: String?
    package var customerID: String?
    package var contact: String?
    /// Numbers of the two-part return form (快件退回单).
    package var formNumbers: [String] = []
    /// The person who has the parcel now.
    package var givenTo: String?
    package var isParcelBack: Bool?
    package var checkedBy: String?
    package var signer: String?
    package var signature: SignatureStrokes?
    package var approvedBy: String?
    package var note: String?

    package init(parcel: String, step: ReturnStep, reason: ReturnReason) {
        self.parcel = parcel
        self.step = step
        self.reason = reason
    }
}

/// Parcels change hands; both persons record it under one number. The subject is the giver.
package struct HandoverFact: Hashable, Sendable {
    /// The most parcels that one fact lists.
    package static let parcelsMax = 400

    /// The same on both sides.
    package var number: String
    package var side: HandoverSide
    /// The person or station that takes, on both sides.
    package var taker: EntityReference
    package var reason: HandoverReason
    package var parcels: [String]
    /// How many parcels were counted by hand.
    package var count: Int
    /// Ids of problems that go with the parcels.
    package var problems: [String] = []
    /// Ids of tasks that go with the parcels.
    package var tasks: [String] = []
    /// What is still to be done, in words.
    package var open: [String] = []
    /// Told for the record, by currency; cash itself moves with a cash handover.
    package var cashFen: [String: Int] = [:]
    package var tag: String?
    package var bag: String?
    package var condition: Code?
    /// The taker entered the PIN on the giver's handheld.
    package var hasPIN: Bool?
    /// Listed but not there.
    package var missing: [String] = []
    /// There but not listed.
    package var extra: [String] = []
    /// Which part this is of a handover of more parcels than one fact holds.
    package var part: PartOf?
    package var note: String?

    package init(
        number: String, side: HandoverSide, taker: EntityReference, reason: HandoverReason,
        parcels: [String], count: Int
    ) {
        self.number = number
        self.side = side
        self.taker = taker
        self.reason = reason
        self.parcels = parcels
        self.count = count
    }
}

/// The `index`-th of `count` parts, from 1.
package struct PartOf: Hashable, Sendable {
    package var index: Int
    package var count: Int

    package init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }
}

/// A parcel was scanned: an event of its journey, or an operation on it.
package struct ScanFact: Hashable, Sendable {
    package var parcel: String
    /// Either this or `operation` is there.
    package var event: ScanEvent?
    /// `WEIGHED`, `SORTED`, `PACKED`, `CHARGED`, `LOADED` or `STORED`.
    package var operation: Code?
    package var batch: String?
    /// The station where it was scanned.
    package var station: String?
    /// Check before delivery: `OK`, `DAMAGED` or `MISSING`.
    package var preCheck: Code?
    /// Typed by hand instead of scanned.
    package var isKeyed: Bool?
    package var placeInBatch: Int?
    /// The station it goes to.
    package var destination: String?
    /// Mark of the security screening (安检标识).
    package var securityMark: String?
    /// An `ExceptionReason`, or one of a later version.
    package var reason: Code?

    package init(parcel: String) {
        self.parcel = parcel
    }
}

/// A parcel was weighed again (复重).
package struct ReweighFact: Hashable, Sendable {
    package var parcel: String
    package var weight: ParcelWeight
    /// The station where it was weighed.
    package var station: String?

    package init(parcel: String, weight: ParcelWeight) {
        self.parcel = parcel
        self.weight = weight
    }
}

/// A shift begins (开班). The subject is the person.
package struct ShiftOpenFact: Hashable, Sendable {
    package var shift: String
    package var site: String
    /// Such as `SCANNER`, `PRINTER`, `CLOCK`, `BATTERY`, `NETWORK`, `SPACE` or `JOURNAL`.
    package var checks: [Code: ShiftCheck] = [:]
    /// `UNIFORM`, `BADGE`, `VEHICLE`, `NO_ALCOHOL` or `NO_SPEEDING`.
    package var declared: [Code] = []
    /// Change handed out, by currency; no part of the cash held.
    package var floatFen: [String: Int] = [:]
    /// Parcels from an earlier shift.
    package var carried: [String] = []
    package var vehicle: String?
    /// Who ordered overtime.
    package var overtimeBy: String?

    package init(shift: String, site: String) {
        self.shift = shift
        self.site = site
    }
}

/// A shift ends (收班). The subject is the person.
package struct ShiftCloseFact: Hashable, Sendable {
    package var shift: String
    /// Parcels in custody.
    package var parcelCount: Int
    /// The parcels among them, each with its reason.
    package var left: [LeftParcel] = []
    /// `PICKUP`, `DELIVER`, `PROBLEM`, `SCAN` and `CORRECT`.
    package var counts: [Code: Int] = [:]
    /// By currency.
    package var cashFen: [String: Int] = [:]
    /// What is still to be done, in words.
    package var open: [String] = []

    package init(shift: String, parcelCount: Int) {
        self.shift = shift
        self.parcelCount = parcelCount
    }
}

/// A parcel that a courier still has at the end of a shift, and why.
package struct LeftParcel: Hashable, Sendable {
    package var parcel: String
    /// An `ExceptionReason`, or one of a later version.
    package var reason: Code

    package init(parcel: String, reason: Code) {
        self.parcel = parcel
        self.reason = reason
    }
}

/// The recipient agrees, for one parcel or for good, to ways of delivery.
package struct ConsentFact: Hashable, Sendable {
    package var consent: Consent
    /// The ways it is about.
    package var ways: [ProofType]
    package var state: ConsentState
    package var parcel: String?
    /// Last digits of the recipient's phone number.
    package var phoneTail: String?

    package init(consent: Consent, ways: [ProofType], state: ConsentState) {
        self.consent = consent
        self.ways = ways
        self.state = state
    }
}
