/// What the courier has entered for one hand-over, in the order of the steps. What is `nil` was
/// not answered yet; `false` is an answer.
package struct DeliveryForm: Sendable {
    /// The parcel as the handheld knows it.
    package let parcel: Parcel
    /// What is to be collected with it, by charge.
    package var dues: [DueAmount] = []
    /// The number as read in this flow.
    package var reading: ParcelReading?
    package var outer: OuterState?
    package var outerNote: String?
    package var recipientCheck: [RecipientCheck] = []
    /// A document that was shown.
    package var identity: IdentityForm?
    package var isToldToInspect = false
    /// In the courier's presence.
    package var isInspected: Bool?
    package var condition: ParcelCondition?
    package var proof: ProofType?
    package var signature: DrawnSignature?
    package var noSignatureReason: Code?
    /// The code that the recipient said.
    package var pickupCode: String?
    package var signer: String?
    package var relation: Code?
    package var consent: Consent?
    /// Locker and box, or pickup station and shelf.
    package var dropID: String?
    package var dropPlace: String?
    package var place: String?
    package var hasPhoto = false
    package var paperSlipNumber: String?
    package var returnReceipt: ReturnReceiptResult?
    /// The `problem` fact that an AFTER_EXCEPTION hand-over refers to.
    package var problem: String?
    package var payments: [PaymentForm] = []
    package var attemptNumber: Int?
    package var due: TimeWindow?
    package var note: String?

    package init(parcel: Parcel) { self.parcel = parcel }
}

/// How the number of the parcel in hand was read.
package enum ParcelReading: Hashable, Sendable {
    case scanned(String)
    case keyed(String)

    var text: String {
        switch self {
        case .scanned(let text), .keyed(let text): text
        }
    }
}

/// The outer packing before hand-over.
package enum OuterState: String, CaseIterable, Sendable {
    case intact = "INTACT"
    case dented = "DENTED"
    case broken = "BROKEN"
    case wet = "WET"
    case tapeTouched = "TAPE_TOUCHED"
    case labelMismatch = "LABEL_MISMATCH"
}

/// What was compared to know the recipient.
package enum RecipientCheck: String, CaseIterable, Sendable {
    case name = "NAME"
    case phoneTail = "PHONE_TAIL"
    case address = "ADDRESS"
    case document = "ID"
}

/// A signature with the count of its points, as whoever decoded it counted them.
package struct DrawnSignature: Hashable, Sendable {
    package let strokes: SignatureStrokes
    package let pointCount: Int

    /// A hand that only touched the screen leaves fewer.
    package static let pointCountMin = 10

    package init(strokes: SignatureStrokes, pointCount: Int) {
        self.strokes = strokes
        self.pointCount = pointCount
    }
}
