/// The kinds of facts; the raw value is the kind's name on the wire. All have version 1.
package enum FactKind: String, CaseIterable, Sendable {
    case identity
    case check
    case quote
    case payment
    case paymentVoid = "payment.void"
    case pickup
    case refusal
    case deliver
    case attempt
    case problem
    case correct
    case note
    case taskOpen = "task.open"
    case taskAssign = "task.assign"
    case taskCancel = "task.cancel"
    case personSet = "person.set"
    case configSet = "config.set"
    case deviceState = "device.state"
    case paymentConfirm = "payment.confirm"
    case tariffSet = "tariff.set"
    case numbersGrant = "numbers.grant"

    /// Whether the station makes it, in the stream of the server.
    package var isMadeByStation: Bool {
        switch self {
        case .taskOpen, .taskAssign, .taskCancel, .personSet, .configSet, .deviceState,
            .paymentConfirm, .tariffSet, .numbersGrant:
            true
        case .identity, .check, .quote, .payment, .paymentVoid, .pickup, .refusal, .deliver,
            .attempt, .problem, .correct, .note:
            false
        }
    }

    /// Whether a fact of this kind must name another fact (`r`).
    package var namesAnotherFact: Bool {
        switch self {
        case .paymentVoid, .paymentConfirm, .correct: true
        case .identity, .check, .quote, .payment, .pickup, .refusal, .deliver, .attempt, .problem,
            .note, .taskOpen, .taskAssign, .taskCancel, .personSet, .configSet, .deviceState,
            .tariffSet, .numbersGrant:
            false
        }
    }
}

/// What a fact says, by kind (PJS 4.4).
package enum FactPayload: Hashable, Sendable {
    case identity(IdentityFact)
    case check(CheckFact)
    case quote(QuoteFact)
    case payment(PaymentFact)
    case paymentVoid(PaymentVoidFact)
    case pickup(PickupFact)
    case refusal(RefusalFact)
    case deliver(DeliverFact)
    case attempt(AttemptFact)
    case problem(ProblemFact)
    case correct(CorrectFact)
    case note(NoteFact)
    case taskOpen(TaskOpenFact)
    case taskAssign(TaskAssignFact)
    case taskCancel(TaskCancelFact)
    case personSet(PersonSetFact)
    case configSet(ConfigSetFact)
    case deviceState(DeviceStateFact)
    case paymentConfirm(PaymentConfirmFact)
    case tariffSet(TariffSetFact)
    case numbersGrant(NumbersGrantFact)

    /// The kind of this payload.
    package var kind: FactKind {
        switch self {
        case .identity: .identity
        case .check: .check
        case .quote: .quote
        case .payment: .payment
        case .paymentVoid: .paymentVoid
        case .pickup: .pickup
        case .refusal: .refusal
        case .deliver: .deliver
        case .attempt: .attempt
        case .problem: .problem
        case .correct: .correct
        case .note: .note
        case .taskOpen: .taskOpen
        case .taskAssign: .taskAssign
        case .taskCancel: .taskCancel
        case .personSet: .personSet
        case .configSet: .configSet
        case .deviceState: .deviceState
        case .paymentConfirm: .paymentConfirm
        case .tariffSet: .tariffSet
        case .numbersGrant: .numbersGrant
        }
    }
}
