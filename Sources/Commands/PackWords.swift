package import Domain
import ReferenceData

extension DocumentType {
    /// Identity documents, said to people.
    package var words: Words {
        // The protocol's code for "none was shown" is no kind of document, so no pack has it.
        self == .none ? Words(zh: "无证件", en: "No document") : .of(rawValue, in: .document)
    }
}

extension IdentityMethod {
    /// How a document was taken in, said to people.
    package var words: Words { .of(rawValue, in: .identityMethod) }
}

extension Exemption {
    /// Why no document was needed, said to people.
    package var words: Words { .of(rawValue, in: .exemption) }
}

extension PackedBy {
    /// Who packed, said to people.
    package var words: Words { .of(rawValue, in: .packedBy) }
}

extension RefusalReason {
    /// Why nothing was picked up, said to people.
    package var words: Words { .of(rawValue, in: .refusalReason, .pickupFailureReason) }
}

extension PayType {
    /// Who pays the freight, said to people.
    package var words: Words { .of(rawValue, in: .payType) }
}

extension PaymentMethod {
    /// Means of payment, said to people.
    package var words: Words { .of(rawValue, in: .paymentMethod) }
}

extension ProofType {
    /// How a delivery is proved, said to people.
    package var words: Words { .of(rawValue, in: .proofType) }
}

extension ParcelCondition {
    /// The parcel as the recipient saw it, said to people.
    package var words: Words { .of(rawValue, in: .condition) }
}

extension ConsentChannel {
    /// How consent was given, said to people.
    package var words: Words { .of(rawValue, in: .consentChannel) }
}

extension ExceptionReason {
    /// Why a parcel is in trouble, said to people.
    package var words: Words { .of(rawValue, in: .exceptionReason) }
}

extension DelayCause {
    /// Causes of delay, said to people.
    package var words: Words { .of(rawValue, in: .delayCause) }
}

extension NextAction {
    /// What is done next, said to people.
    package var words: Words { .of(rawValue, in: .nextAction) }
}

extension Stage {
    /// Where a parcel stands, said to people.
    package var words: Words { .of(rawValue, in: .stage) }
}

extension TrackingEvent {
    /// What happened to a parcel, said to people.
    package var words: Words { .of(rawValue, in: .trackingEvent) }
}

extension ResolutionOutcome {
    /// How a problem ends, said to people.
    package var words: Words { .of(rawValue, in: .resolution) }
}

extension Words {
    /// The words of a code in the first of these lists of the packs that has it.
    fileprivate static func of(_ code: String, in lists: CodeList...) -> Words {
        for list in lists {
            if let words = ReferenceData.words.find(code, in: list) { return words }
        }
        preconditionFailure("the packs have no words for \(code)")
    }
}
