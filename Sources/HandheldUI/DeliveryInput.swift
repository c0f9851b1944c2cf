package import Domain

/// Who a signer is to the recipient (`relations` of `proof_of_delivery_types`).
package enum SignerRelation: String, Sendable, CaseIterable {
    case family = "FAMILY"
    case colleague = "COLLEAGUE"
    case neighbour = "NEIGHBOUR"
    case reception = "RECEPTION"
    case propertyOrGuard = "PROPERTY_OR_GUARD"
    case mailRoom = "MAIL_ROOM"
    case other = "OTHER"
}

/// Proofs that the courier saw and that no other field of the form shows.
package enum SeenEvidence: String, Sendable, CaseIterable {
    case stampPhoto = "STAMP_PHOTO"
    case photo = "PHOTO"
    case position = "POSITION"
    case nameAndPhoneTail = "NAME_AND_PHONE_TAIL"
    case smsCode = "SMS_CODE"
}

/// What the recipient agreed to when somebody or something else takes the parcel.
package struct ConsentInput: Sendable, Equatable {
    package var givenBy: String?
    package var channel: ConsentChannel?
    /// Milliseconds UTC; nil is now.
    package var givenAt: Int?
    package var isStanding = false

    package init() {}
}

/// A parcel handed over or dropped, said at once: the delivery's steps in their order.
package struct DeliveryInput: Sendable, Equatable {
    package var idempotencyKey: String?
    package var parcel: String
    /// Numbers were read from the labels by a scanner.
    package var isScanned = false
    /// More parcels of the same hand-over, each read for itself.
    package var others: [String] = []
    package var outer: OuterState?
    package var outerNote: String?
    package var condition: ParcelCondition?
    package var proof: ProofType?
    package var signer: String?
    package var relation: SignerRelation?
    package var consent = ConsentInput()
    /// The code that the recipient said.
    package var pickupCode: Secret?
    /// Strokes drawn elsewhere, as `strokes1` text.
    package var signature: String?
    /// Why nothing was signed.
    package var noSignatureReason: Code?
    package var seen: [SeenEvidence] = []
    package var paperSlipNumber: String?
    /// What came of the slip that goes back to the sender (签单返还).
    package var returnReceipt: ReturnReceiptResult?
    package var isToldToInspect = false
    package var isInspected = false
    /// The last digits of the phone that the recipient said.
    package var phoneTail: String?
    package var documentType: DocumentType?
    package var documentNumber: Secret?
    /// The locker or pickup station, and the box or shelf in it.
    package var dropID: String?
    package var dropPlace: String?
    package var place: String?
    package var method: PaymentMethod?
    package var tenderedFen: Int?
    package var paymentReference: String?
    package var note: String?
    /// The files of photos.
    package var photos: [String] = []

    package init(parcel: String) { self.parcel = parcel }
}

/// A delivery that did not succeed.
package struct AttemptInput: Sendable, Equatable {
    package var idempotencyKey: String?
    package var parcel: String
    package var reason: ExceptionReason
    package var contacts: [ContactInput] = []
    /// Nil is what the reason brings with it.
    package var next: NextAction?
    package var retryFrom: Int?
    package var retryUntil: Int?
    /// The price of a further attempt that was told and accepted.
    package var priceToldFen: Int?
    package var note: String?
    /// The files of photos.
    package var photos: [String] = []

    package init(parcel: String, reason: ExceptionReason) {
        self.parcel = parcel
        self.reason = reason
    }
}

/// One try to reach somebody, made now.
package struct ContactInput: Sendable, Equatable {
    /// How the courier tried.
    package enum Channel: String, Sendable, CaseIterable {
        case call = "CALL"
        case sms = "SMS"
        case visit = "VISIT"
    }

    /// What came of it.
    package enum Outcome: String, Sendable, CaseIterable {
        case reached = "REACHED"
        case noAnswer = "NO_ANSWER"
        case off = "OFF"
        case invalid = "INVALID"
        case busy = "BUSY"
        case refused = "REFUSED"
    }

    package var channel: Channel
    package var outcome: Outcome
}

/// A parcel in trouble.
package struct ProblemInput: Sendable, Equatable {
    package var idempotencyKey: String?
    package var subject: ProblemSubject
    package var reason: ExceptionReason
    package var direction: ParcelDirection?
    package var next: NextAction?
    package var foundAt: String?
    package var degree: String?
    /// Mis-sorting was ruled out, which a loss needs.
    package var isMissortExcluded = false
    package var note: String?
    /// The files of photos.
    package var photos: [String] = []

    package init(subject: ProblemSubject, reason: ExceptionReason) {
        self.subject = subject
        self.reason = reason
    }
}
