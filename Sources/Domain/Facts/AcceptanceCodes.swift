/// Whose identity was checked.
package enum IdentityParty: String, CaseIterable, Sendable {
    case sender = "SENDER"
    case agent = "AGENT"
    case principal = "PRINCIPAL"
    case recipient = "RECIPIENT"
    case proxy = "PROXY"
}

/// Identity documents (`identity_documents` of the rules data).
package enum DocumentType: String, CaseIterable, Sendable {
    case residentId = "RESIDENT_ID"
    case tempResidentId = "TEMP_RESIDENT_ID"
    case hmtResidencePermit = "HMT_RESIDENCE_PERMIT"
    case hmTravelPermit = "HM_TRAVEL_PERMIT"
    case twTravelPermit = "TW_TRAVEL_PERMIT"
    case foreignPrCard = "FOREIGN_PR_CARD"
    case passport = "PASSPORT"
    case militaryId = "MILITARY_ID"
    case uscc = "USCC"
    case none = "NONE"
}

/// How the document was taken in.
package enum IdentityMethod: String, CaseIterable, Sendable {
    case read = "READ"
    case ocr = "OCR"
    case manual = "MANUAL"
    case none = "NONE"
}

/// Outcome of the real-name check.
package enum IdentityResult: String, CaseIterable, Sendable {
    case pass
    case fail
    case refused
    case exempt
}

/// Why no document was needed.
package enum Exemption: String, CaseIterable, Sendable {
    case letter = "LETTER"
    case agreementCustomer = "AGREEMENT_CUSTOMER"
}

/// When the goods were inspected.
package enum CheckOccasion: String, CaseIterable, Sendable {
    case acceptance = "ACCEPTANCE"
    case transit = "TRANSIT"
    case delivery = "DELIVERY"
}

/// Outcome of an inspection.
package enum CheckResult: String, CaseIterable, Sendable {
    case pass
    case fail
    case suspect
}

/// Which of the waybills of a shipment this is.
package enum WaybillType: String, CaseIterable, Sendable {
    case master = "MASTER"
    case sub = "SUB"
    case returnReceipt = "RETURN_RECEIPT"
}

/// What brought the courier to the sender.
package enum PickupSource: String, CaseIterable, Sendable {
    case order = "ORDER"
    case walkIn = "WALK_IN"
    case pickupTask = "PICKUP_TASK"
}

/// Who packed the goods.
package enum PackedBy: String, CaseIterable, Sendable {
    case sender = "SENDER"
    case courier = "COURIER"
}

/// Why nothing was picked up: `refusal_reasons` and `pickup_failure_reasons`.
package enum RefusalReason: String, CaseIterable, Sendable {
    case inspectionRefused = "INSPECTION_REFUSED"
    case identityRefused = "IDENTITY_REFUSED"
    case identityMismatch = "IDENTITY_MISMATCH"
    case declarationFalse = "DECLARATION_FALSE"
    case prohibitedItem = "PROHIBITED_ITEM"
    case overLimit = "OVER_LIMIT"
    case certificateMissing = "CERTIFICATE_MISSING"
    case unknownSubstance = "UNKNOWN_SUBSTANCE"
    case packagingUnfit = "PACKAGING_UNFIT"
    case oversizeOverweight = "OVERSIZE_OVERWEIGHT"
    case outOfServiceArea = "OUT_OF_SERVICE_AREA"
    case paymentRefused = "PAYMENT_REFUSED"
    case senderCancelled = "SENDER_CANCELLED"
    case alreadyPickedUp = "ALREADY_PICKED_UP"
    case cancelledByCustomer = "CANCELLED_BY_CUSTOMER"
    case cannotEnter = "CANNOT_ENTER"
    case capacity = "CAPACITY"
    case customerUnreachable = "CUSTOMER_UNREACHABLE"
    case duplicateOrder = "DUPLICATE_ORDER"
    case idRefused = "ID_REFUSED"
    case notAcceptable = "NOT_ACCEPTABLE"
    case notReady = "NOT_READY"
    case outOfArea = "OUT_OF_AREA"
    case rescheduled = "RESCHEDULED"
    case traffic = "TRAFFIC"
    case weather = "WEATHER"

    /// Whether the task ends with it (PJS 4.5); otherwise it stays open for another try.
    package var isFinal: Bool {
        switch self {
        case .prohibitedItem, .identityRefused, .identityMismatch, .inspectionRefused,
            .declarationFalse, .senderCancelled, .cancelledByCustomer, .duplicateOrder,
            .alreadyPickedUp:
            true
        case .overLimit, .certificateMissing, .unknownSubstance, .packagingUnfit,
            .oversizeOverweight, .outOfServiceArea, .paymentRefused, .cannotEnter, .capacity,
            .customerUnreachable, .idRefused, .notAcceptable, .notReady, .outOfArea,
            .rescheduled, .traffic, .weather:
            false
        }
    }
}
