/// What a kind of hand-over must be proved with (`proof_of_delivery_types`).
package struct ProofRule: Hashable, Sendable {
    package let type: ProofType
    package let consent: ConsentNeed
    package let evidence: [Evidence]

    package init(type: ProofType, consent: ConsentNeed, evidence: [Evidence]) {
        self.type = type
        self.consent = consent
        self.evidence = evidence
    }
}

/// Whose consent a kind of hand-over needs (快递市场管理办法 28).
package enum ConsentNeed: String, CaseIterable, Sendable {
    case none = "NONE"
    /// None when the parcel is addressed to a unit; otherwise the kind is not allowed.
    case noneIfAddressedToUnit = "NONE_IF_ADDRESSED_TO_UNIT"
    case recipient = "RECIPIENT"
    /// By a channel that leaves a text.
    case recipientWritten = "RECIPIENT_WRITTEN"
}

/// A thing that proves a hand-over.
package enum Evidence: String, CaseIterable, Sendable {
    case boxNumber = "BOX_NUMBER"
    case consentChannel = "CONSENT_CHANNEL"
    case consentReference = "CONSENT_REFERENCE"
    case exceptionReference = "EXCEPTION_REFERENCE"
    case lockerID = "LOCKER_ID"
    case nameAndPhoneTail = "NAME_AND_PHONE_TAIL"
    case paperSlip = "PAPER_SLIP"
    case photo = "PHOTO"
    case pickupCode = "PICKUP_CODE"
    case position = "POSITION"
    case proxyName = "PROXY_NAME"
    case receiverName = "RECEIVER_NAME"
    case relation = "RELATION"
    case shelfNumber = "SHELF_NUMBER"
    case signature = "SIGNATURE"
    case signatureOrCode = "SIGNATURE_OR_CODE"
    case smsCode = "SMS_CODE"
    case stampPhoto = "STAMP_PHOTO"
    case stationID = "STATION_ID"
}

/// What the data says about a reason beside its words.
package struct ExceptionRule: Hashable, Sendable {
    package let reason: ExceptionReason
    package let group: Code
    package let next: NextAction
    /// The cause of a delay that the reason stands for, if it is one.
    package let delayCause: DelayCause?

    package init(
        reason: ExceptionReason, group: Code, next: NextAction, delayCause: DelayCause?
    ) {
        self.reason = reason
        self.group = group
        self.next = next
        self.delayCause = delayCause
    }
}
