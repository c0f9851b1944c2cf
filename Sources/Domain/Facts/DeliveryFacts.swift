/// A parcel was handed over or dropped (签收).
package struct DeliverFact: Hashable, Sendable {
    package var parcel: String
    package var proofType: ProofType
    package var condition: ParcelCondition
    /// What proves it, by code, such as `SIGNATURE` or `PICKUP_CODE`.
    package var evidence: [Code]
    /// Name of who signed.
    package var signer: String?
    package var isRecipientSelf: Bool?
    /// Of a proxy to the recipient, such as `FAMILY` or `RECEPTION`.
    package var relation: Code?
    package var signature: SignatureStrokes?
    /// The fact that holds the signature for several parcels of one act.
    package var signatureOf: String?
    /// Too few strokes to tell a hand by.
    package var isSignatureWeak: Bool?
    /// Why there is none.
    package var noSignatureReason: Code?
    /// What was compared: `NAME`, `PHONE_TAIL`, `ADDRESS` or `ID`.
    package var recipientCheck: [Code] = []
    /// Fact id of the check of a proxy, or of the recipient of something valuable.
    package var identity: String?
    /// The packing before delivery: `INTACT`, `DENTED`, `BROKEN`, `WET` …
    package var outer: Code?
    package var outerNote: String?
    /// The recipient was told to inspect face to face.
    package var isToldToInspect: Bool?
    /// In the courier's presence.
    package var isInspected: Bool?
    package var isNoticeGiven: Bool?
    /// ms UTC.
    package var courierLeftAt: Int?
    package var consent: Consent?
    /// Of the locker of a drop.
    package var lockerID: String?
    package var boxNumber: String?
    /// Of the pickup station of a drop.
    package var stationID: String?
    package var shelfNumber: String?
    package var pickupCode: String?
    package var place: String?
    package var paperSlipNumber: String?
    package var isScanned: Bool?
    package var isKeyed: Bool?
    package var attemptNumber: Int?
    /// Start of the delivery window, ms UTC.
    package var dueFrom: Int?
    /// End of the delivery window, ms UTC.
    package var dueUntil: Int?
    /// Delivery promised to the sender, ms UTC.
    package var promiseAt: Int?
    /// Fact ids of the payments of the same act.
    package var payments: [String] = []
    /// Fact id of the problem reported with it.
    package var problem: String?
    /// `COLLECTED`, `REFUSED`, `LOST` or `NONE`.
    package var returnReceipt: Code?
    /// The pieces handed over, of a shipment of several.
    package var pieces: [String] = []
    package var note: String?

    package init(
        parcel: String, proofType: ProofType, condition: ParcelCondition, evidence: [Code]
    ) {
        self.parcel = parcel
        self.proofType = proofType
        self.condition = condition
        self.evidence = evidence
    }
}

/// A delivery that did not succeed (派件不成功).
package struct AttemptFact: Hashable, Sendable {
    package var parcel: String
    package var reason: ExceptionReason
    package var attemptNumber: Int
    /// A `NextAction`, or one of a later version.
    package var next: Code
    package var contacts: [ContactTry] = []
    /// ms UTC, like `retryUntil`.
    package var retryFrom: Int?
    package var retryUntil: Int?
    /// Price of a paid attempt.
    package var priceToldFen: Int?
    package var told: [Told] = []
    package var place: String?
    package var note: String?

    package init(parcel: String, reason: ExceptionReason, attemptNumber: Int, next: Code) {
        self.parcel = parcel
        self.reason = reason
        self.attemptNumber = attemptNumber
        self.next = next
    }
}

/// A problem parcel (问题件) was reported. Makes a `problem`.
package struct ProblemFact: Hashable, Sendable {
    /// The parcel, or what can be read of an unreadable one.
    package var subject: ProblemSubject
    package var reason: ExceptionReason
    package var direction: ParcelDirection?
    package var delayCause: DelayCause?
    /// Suspected place of a loss.
    package var lossAt: Code?
    package var isMissortExcluded: Bool?
    package var pieces: [String] = []
    /// The person who found it.
    package var foundBy: String?
    /// Station or place.
    package var foundAt: String?
    /// Where the parcel stood.
    package var stage: Code?
    package var packedBy: PackedBy?
    /// How bad it is, in words.
    package var degree: String?
    package var notified: [NotifiedBy] = []
    /// Who works on it.
    package var owner: String?
    /// A `NextAction`, or one of a later version.
    package var next: Code?
    package var witness: String?
    /// Names of photos kept elsewhere.
    package var photoReferences: [String] = []
    package var note: String?

    package init(subject: ProblemSubject, reason: ExceptionReason) {
        self.subject = subject
        self.reason = reason
    }
}
