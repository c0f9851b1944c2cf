/// What a courier has to do (`task` row).
package struct CourierTask: Hashable, Sendable {
    package let id: String
    package var kind: TaskKind
    package var state: TaskState
    /// The courier.
    package var assignee: String
    package var parcels: [String] = []
    package var orderNumber: String?
    /// Id of the `addr` row.
    package var address: String?
    package var contact: TaskContact?
    /// Start of the agreed window, ms UTC.
    package var from: Int?
    /// End of the agreed window, ms UTC.
    package var until: Int?
    /// Delivery promised to the sender, ms UTC.
    package var promiseAt: Int?
    /// Place in the round, from 1.
    package var stopOrder: Int?
    /// Number of the newest attempt.
    package var attemptNumber = 0
    /// From an earlier shift.
    package var isCarried = false
    package var isUrgent = false
    /// Ids of the charges to settle with it.
    package var charges: [String] = []
    /// Evidence that this delivery must have.
    package var neededEvidence: [Code] = []
    package var quoteFen: Int?
    package var currency: String?
    package var note: String?
    /// With the next three: what the order says, so that the form starts filled.
    package var sender: Party?
    package var recipient: Party?
    package var goods: Goods?
    package var services: Services?
    /// Newest tracking event of the task itself, such as PICKUP_FAILED.
    package var event: Code?

    package init(id: String, kind: TaskKind, state: TaskState, assignee: String) {
        self.id = id
        self.kind = kind
        self.state = state
        self.assignee = assignee
    }
}

/// One physical thing and where it stands (`parcel` row).
package struct Parcel: Hashable, Sendable {
    package let id: String
    package var stage: Stage
    package var custody: Custody
    /// The newest event.
    package var event: Code?
    /// Time of the newest event, ms UTC.
    package var at: Int?
    /// Place of the newest event, if known.
    package var place: String?
    /// The exception flag (问题件), beside the stage.
    package var isException = false
    /// A stop order: the parcel must not move.
    package var isStopped = false
    /// What is to be done with it while it is stopped, if the station has said so.
    package var stopOrder: InterceptOrder?
    /// Who recorded the newest event.
    package var by: String?
    package var productCode: Code?
    package var recipient: Party?
    package var sender: Party?
    package var goods: Goods?
    package var weight: ParcelWeight?
    package var services: Services?
    package var pieces: Pieces?
    package var insuranceAmountFen: Int?
    /// Attempts that count.
    package var attempts = 0
    /// Step of its return receipt.
    package var returnReceipt: Code?
    package var packedBy: PackedBy?
    /// Newest first.
    package var history: [HistoryEntry] = []

    package init(id: String, stage: Stage, custody: Custody) {
        self.id = id
        self.stage = stage
        self.custody = custody
    }
}

/// One event of a parcel as its row keeps it.
package struct HistoryEntry: Hashable, Sendable {
    /// ms UTC.
    package var at: Int
    /// A `TrackingEvent`, or one of a later version.
    package var event: Code
    /// Empty when unknown.
    package var place: String
    /// Reference `XXXX-XXXX` of the fact; a correction finds its entry by it.
    package var fact: String

    package init(at: Int, event: Code, place: String, fact: String) {
        self.at = at
        self.event = event
        self.place = place
        self.fact = fact
    }
}

/// Where to go (`addr` row).
package struct Address: Hashable, Sendable {
    package let id: String
    package var details: AddressFields

    package init(id: String, details: AddressFields) {
        self.id = id
        self.details = details
    }
}

/// An amount that somebody owes for a parcel (`charge` row).
package struct Charge: Hashable, Sendable {
    package let id: String
    package var purpose: ChargePurpose
    package var dueFen: Int
    package var currency: String
    /// Payments that count, less refunds.
    package var paidFen: Int
    /// Due less paid and waived; negative is a refund due.
    package var balanceFen: Int
    package var state: ChargeState
    package var parcel: String?
    /// Payments that the station must still confirm.
    package var waitingFen = 0
    /// What a manager gave up.
    package var waivedFen = 0
    package var tariff: TariffCitation?

    package init(
        id: String, purpose: ChargePurpose, dueFen: Int, currency: String, paidFen: Int,
        balanceFen: Int, state: ChargeState
    ) {
        self.id = id
        self.purpose = purpose
        self.dueFen = dueFen
        self.currency = currency
        self.paidFen = paidFen
        self.balanceFen = balanceFen
        self.state = state
    }
}

/// The tariff and the version of its row that a price was made from.
package struct TariffCitation: Hashable, Sendable {
    package var id: String
    package var version: Int

    package init(id: String, version: Int) {
        self.id = id
        self.version = version
    }
}

/// Work on a parcel that is in trouble (`problem` row).
package struct ProblemParcel: Hashable, Sendable {
    package let id: String
    /// The parcel id, or what could be read of it.
    package var parcel: String
    package var reason: ExceptionReason
    package var state: ProblemState
    /// Who works on it.
    package var owner: String?
    /// ms UTC.
    package var dueAt: Int?
    /// A `NextAction`, or one of a later version.
    package var next: Code?
    package var note: String?

    package init(id: String, parcel: String, reason: ExceptionReason, state: ProblemState) {
        self.id = id
        self.parcel = parcel
        self.reason = reason
        self.state = state
    }
}

/// What changes hands.
package enum HandoverContent: String, CaseIterable, Sendable {
    case parcels
    case cash
}

/// Parcels or cash between two persons, each of whom records it (`handover` row; its id is the
/// number).
package struct Handover: Hashable, Sendable {
    package let id: String
    package var content: HandoverContent
    /// A person or a station.
    package var giver: EntityReference
    /// A person or a station.
    package var taker: EntityReference
    /// Parcels or fen that the giver has recorded.
    package var given: Int?
    /// Parcels or fen that the taker has recorded.
    package var taken: Int?
    /// Of cash.
    package var currency: String?
    /// What the cash was taken for, as the giver says.
    package var parts = CashParts()
    /// Tasks that go with the parcels, as either side says.
    package var tasks: [String] = []

    package init(
        id: String, content: HandoverContent, giver: EntityReference, taker: EntityReference
    ) {
        self.id = id
        self.content = content
        self.giver = giver
        self.taker = taker
    }
}

/// What a courier holds: cash and parcels (`account` row; its id is the person).
package struct Account: Hashable, Sendable {
    package let id: String
    /// By currency.
    package var cashFen: [String: Int]
    /// Cash in CNY, by what it was taken for.
    package var parts = CashParts()
    /// Parcels in custody.
    package var parcelCount = 0

    package init(id: String, cashFen: [String: Int]) {
        self.id = id
        self.cashFen = cashFen
    }
}

/// Cash by what it was taken for, kept apart.
package struct CashParts: Hashable, Sendable {
    package var freightFen = 0
    package var collectFen = 0
    package var codFen = 0

    package init() {}
}

/// Somebody of the station (`person` row).
package struct Person: Hashable, Sendable {
    package let id: String
    package var name: String
    package var capabilities: [Capability]
    package var state: PersonState
    /// crypt(3) string of the PIN.
    package var pin: String?
    /// Has signed the confidentiality undertaking.
    package var hasConfidentiality: Bool?
    /// The station or company the person belongs to.
    package var organisation: String?

    /// Who is named for the station until people of the station log in.
    package static let manager = "manager"

    package init(id: String, name: String, capabilities: [Capability], state: PersonState) {
        self.id = id
        self.name = name
        self.capabilities = capabilities
        self.state = state
    }
}

/// A version of a reference pack (`pack` row).
package struct Pack: Hashable, Sendable {
    /// The name of the pack.
    package var id: String
    package var version: Int
    /// SHA-256 of the content.
    package var hash: String
    /// In bytes.
    package var length: Int
    package var mediaType: String
    /// In force from then on, ms UTC.
    package var from: Int
    /// In force until then, ms UTC.
    package var until: Int?

    package init(
        id: String, version: Int, hash: String, length: Int, mediaType: String, from: Int
    ) {
        self.id = id
        self.version = version
        self.hash = hash
        self.length = length
        self.mediaType = mediaType
        self.from = from
    }
}

/// A tariff with its numbers inline, so that quoting needs no pack (`tariff` row).
package struct TariffRow: Hashable, Sendable {
    package let id: String
    package var terms: TariffTerms

    package init(id: String, terms: TariffTerms) {
        self.id = id
        self.terms = terms
    }
}

/// A block of waybill numbers (`numbers` row).
package struct NumberBlock: Hashable, Sendable {
    package let id: String
    package var numbers: NumberRange
    /// The number seen last by the server.
    package var lastUsed: String?

    package init(id: String, numbers: NumberRange) {
        self.id = id
        self.numbers = numbers
    }
}

/// What became of one fact (`disp` row; its id is `<stream>.<seq>`).
package struct DispositionRow: Hashable, Sendable {
    package let id: String
    package var fact: String
    package var disposition: DispositionWord
    /// The reason word of PJS 9.5.
    package var why: String?
    package var caseID: String?
    /// The rule that opened the case.
    package var rule: String?
    /// Kind of the fact.
    package var kind: String?

    package init(id: String, fact: String, disposition: DispositionWord) {
        self.id = id
        self.fact = fact
        self.disposition = disposition
    }
}
