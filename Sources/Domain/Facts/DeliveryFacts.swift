/// A parcel was handed over or dropped (签收): PJS code DL.
package struct DeliverFact: Hashable, Sendable {
    package var parcel: String
    package var proofType: ProofType
    package var condition: ParcelCondition
    package var evidence: [Code]
    package var signer: String?
    package var isRecipientSelf: Bool?
    package var relation: Code?
    package var signature: SignatureStrokes?
    /// The fact that holds the signature for several parcels of one act.
    package var signatureOf: String?
    package var isSignatureWeak: Bool?
    package var noSignatureReason: Code?
    package var recipientCheck: [Code] = []
    package var identity: String?
    package var outer: Code?
    package var outerNote: String?
    package var isToldToInspect: Bool?
    /// In the courier's presence.
    package var isInspected: Bool?
    package var isNoticeGiven: Bool?
    package var courierLeftAt: Int?
    package var consent: Consent?
    package var lockerID: String?
    package var boxNumber: String?
    package var stationID: String?
    package var shelfNumber: String?
    package var pickupCode: String?
    package var place: String?
    package var paperSlipNumber: String?
    package var isScanned: Bool?
    package var isKeyed: Bool?
    package var attemptNumber: Int?
    package var dueFrom: Int?
    package var dueUntil: Int?
    package var promiseAt: Int?
    package var payments: [String] = []
    package var problem: String?
    package var returnReceipt: Code?
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

/// A delivery that did not succeed (派件不成功): PJS code AT.
package struct AttemptFact: Hashable, Sendable {
    package var parcel: String
    package var reason: ExceptionReason
    package var attemptNumber: Int
    package var next: Code
    package var contacts: [ContactTry] = []
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

/// A problem parcel (问题件) was reported: PJS code PB. Makes a `problem`.
package struct ProblemFact: Hashable, Sendable {
    /// The parcel, or what can be read of an unreadable one.
    package var subject: ProblemSubject
    package var reason: ExceptionReason
    package var direction: ParcelDirection?
    package var delayCause: DelayCause?
    package var lossAt: Code?
    package var isMissortExcluded: Bool?
    package var pieces: [String] = []
    package var foundBy: String?
    package var foundAt: String?
    package var stage: Code?
    package var packedBy: PackedBy?
    package var degree: String?
    package var notified: [NotifiedBy] = []
    package var owner: String?
    package var next: Code?
    package var witness: String?
    package var photoReferences: [String] = []
    package var note: String?

    package init(subject: ProblemSubject, reason: ExceptionReason) {
        self.subject = subject
        self.reason = reason
    }
}
