/// The words of the codes of the rules data, for screen and paper.
package struct CodeWords: Sendable {
    private let words: [Key: Words]

    private struct Key: Hashable {
        let list: CodeList
        let code: String
    }

    /// One code with its words.
    package struct Row: Hashable, Sendable {
        package let list: CodeList
        package let code: String
        package let words: Words

        package init(list: CodeList, code: String, words: Words) {
            self.list = list
            self.code = code
            self.words = words
        }
    }

    package init(_ rows: [Row]) {
        words = Dictionary(
            rows.map { (Key(list: $0.list, code: $0.code), $0.words) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The words of a code; a code that is not in the data is shown as it is.
    package subscript(list: CodeList, code: String) -> Words {
        find(code, in: list) ?? Words(zh: code, en: code)
    }

    /// The words of a code; nil when the list does not have it.
    package func find(_ code: String, in list: CodeList) -> Words? {
        words[Key(list: list, code: code)]
    }

    /// The codes of a list, sorted.
    package func codes(of list: CodeList) -> [String] {
        words.keys.filter { $0.list == list }.map(\.code).sorted()
    }
}

/// The lists of codes that have words.
package enum CodeList: String, CaseIterable, Sendable {
    case acceptanceStep = "ACCEPTANCE_STEP"
    case condition = "CONDITION"
    case consentChannel = "CONSENT_CHANNEL"
    case consentNeed = "CONSENT_NEED"
    case consentScope = "CONSENT_SCOPE"
    case correctionReason = "CORRECTION_REASON"
    case decision = "DECISION"
    /// What the courier does after a decision.
    case decisionDuty = "DECISION_DUTY"
    case delayCause = "DELAY_CAUSE"
    case document = "DOCUMENT"
    case evidence = "EVIDENCE"
    case exceptionGroup = "EXCEPTION_GROUP"
    case exceptionReason = "EXCEPTION_REASON"
    case exemption = "EXEMPTION"
    case identityMethod = "IDENTITY_METHOD"
    case insuranceProof = "INSURANCE_PROOF"
    case itemCategory = "ITEM_CATEGORY"
    case nextAction = "NEXT_ACTION"
    case outer = "OUTER"
    case packedBy = "PACKED_BY"
    case payType = "PAY_TYPE"
    case paymentMethod = "PAYMENT_METHOD"
    case pickupFailureReason = "PICKUP_FAILURE_REASON"
    case proofType = "PROOF_TYPE"
    case refusalReason = "REFUSAL_REASON"
    case relation = "RELATION"
    case reportTarget = "REPORT_TARGET"
    case resolution = "RESOLUTION"
    case stage = "STAGE"
    case surcharge = "SURCHARGE"
    case trackingEvent = "TRACKING_EVENT"
    case voidReason = "VOID_REASON"
    case weightRounding = "WEIGHT_ROUNDING"
    case zone = "ZONE"
}
