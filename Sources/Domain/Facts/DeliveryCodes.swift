/// What came of the slip that is signed and goes back to the sender (签单返还).
package enum ReturnReceiptResult: String, CaseIterable, Sendable {
    case collected = "COLLECTED"
    case refused = "REFUSED"
    case lost = "LOST"
    /// None came with the parcel.
    case none = "NONE"
}

/// How a delivery is proved (`proof_of_delivery_types`).
package enum ProofType: String, CaseIterable, Sendable {
    case recipient = "RECIPIENT"
    case proxy = "PROXY"
    case locker = "LOCKER"
    case station = "STATION"
    case orgStamp = "ORG_STAMP"
    case safePlace = "SAFE_PLACE"
    case selfPickup = "SELF_PICKUP"
    case afterException = "AFTER_EXCEPTION"
    case returnSigned = "RETURN_SIGNED"

    /// A drop waits for the recipient; it is not a delivery yet.
    package var isDrop: Bool { self == .locker || self == .station }
}

/// The parcel as the recipient saw it.
package enum ParcelCondition: String, CaseIterable, Sendable {
    case intact = "INTACT"
    case outerDamaged = "OUTER_DAMAGED"
    case contentsDamaged = "CONTENTS_DAMAGED"
    case shortage = "SHORTAGE"
    case refused = "REFUSED"
}

/// How consent was given.
package enum ConsentChannel: String, CaseIterable, Sendable {
    case call = "CALL"
    case sms = "SMS"
    case app = "APP"
    case inPerson = "IN_PERSON"
    case standing = "STANDING"
}

/// How far consent reaches.
package enum ConsentScope: String, CaseIterable, Sendable {
    case thisParcel = "THIS_PARCEL"
    case standing = "STANDING"
}

/// How strokes are written.
package enum SignatureFormat: String, CaseIterable, Sendable {
    case strokes1
}

/// Whether a problem parcel came in or goes out.
package enum ParcelDirection: String, CaseIterable, Sendable {
    case `in` = "IN"
    case out = "OUT"
}

/// The four causes of delay (`delay_causes`).
package enum DelayCause: String, CaseIterable, Sendable {
    case objective = "OBJECTIVE"
    case human = "HUMAN"
    case information = "INFORMATION"
    case outOfArea = "OUT_OF_AREA"
}

/// What is to be done next (`next_actions`); the wire leaves this list open.
package enum NextAction: String, CaseIterable, Sendable {
    case close = "CLOSE"
    case contactRecipient = "CONTACT_RECIPIENT"
    case contactSender = "CONTACT_SENDER"
    case escalate = "ESCALATE"
    case hold = "HOLD"
    case inspect = "INSPECT"
    case managerReview = "MANAGER_REVIEW"
    case openClaim = "OPEN_CLAIM"
    case reattempt = "REATTEMPT"
    case reattemptAt = "REATTEMPT_AT"
    case repack = "REPACK"
    case reportAuthority = "REPORT_AUTHORITY"
    case reroute = "REROUTE"
    case `return` = "RETURN"
    case trace = "TRACE"
    case transferOrReturn = "TRANSFER_OR_RETURN"
}
