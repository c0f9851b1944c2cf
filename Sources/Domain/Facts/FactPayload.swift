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
    case `return`
    case handover
    case cashHandover = "cash.handover"
    case refund
    case taskAccept = "task.accept"
    case taskDecline = "task.decline"
    case taskStart = "task.start"
    case problemStep = "problem.step"
    case scan
    case reweigh
    case caseSay = "case.say"
    case shiftOpen = "shift.open"
    case shiftClose = "shift.close"
    case oversize
    case blobCorrupt = "blob.corrupt"
    case consent
    case taskOpen = "task.open"
    case taskAssign = "task.assign"
    case taskCancel = "task.cancel"
    case personSet = "person.set"
    case configSet = "config.set"
    case deviceState = "device.state"
    case paymentConfirm = "payment.confirm"
    case tariffSet = "tariff.set"
    case packSet = "pack.set"
    case numbersGrant = "numbers.grant"
    case taskChange = "task.change"
    case addressChange = "address.change"
    case chargePrice = "charge.price"
    case parcelIntercept = "parcel.intercept"
    case parcelRelease = "parcel.release"
    case adjustment
    case caseResolve = "case.resolve"
    case streamClose = "stream.close"
    case reinterpret
    case daySeal = "day.seal"
    case dayReceipt = "day.receipt"
    case dayBegin = "day.begin"
    case dayWaive = "day.waive"
    case dayClose = "day.close"

    /// Whether only the station makes it, in the stream of the server; the others the station may
    /// record too, for what is done at its counter.
    package var isMadeByStation: Bool {
        switch self {
        case .taskOpen, .taskAssign, .taskCancel, .personSet, .configSet, .deviceState,
            .paymentConfirm, .tariffSet, .packSet, .numbersGrant, .taskChange, .addressChange,
            .chargePrice,
            .parcelIntercept, .parcelRelease, .adjustment, .caseResolve, .streamClose, .reinterpret:
            true
        case .dayBegin, .dayWaive, .dayClose: true
        case .daySeal, .dayReceipt: false
        case .identity, .check, .quote, .payment, .paymentVoid, .pickup, .refusal, .deliver,
            .attempt, .problem, .correct, .note, .return, .handover, .cashHandover, .refund,
            .taskAccept, .taskDecline, .taskStart, .problemStep, .scan, .reweigh, .caseSay,
            .shiftOpen, .shiftClose, .oversize, .blobCorrupt, .consent:
            false
        }
    }

    /// Whether a fact of this kind must name another fact (`r`).
    package var namesAnotherFact: Bool {
        switch self {
        case .paymentVoid, .paymentConfirm, .correct, .blobCorrupt: true
        case .identity, .check, .quote, .payment, .pickup, .refusal, .deliver, .attempt, .problem,
            .note, .return, .handover, .cashHandover, .refund, .taskAccept, .taskDecline,
            .taskStart, .problemStep, .scan, .reweigh, .caseSay, .shiftOpen, .shiftClose, .oversize,
            .consent, .taskOpen, .taskAssign, .taskCancel, .personSet, .configSet, .deviceState,
            .tariffSet, .packSet, .numbersGrant, .taskChange, .addressChange, .chargePrice,
            .parcelIntercept,
            .parcelRelease, .adjustment, .caseResolve, .streamClose, .reinterpret:
            false
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose: false
        }
    }

    /// The types of which its subject must be; nil where the payload says what it is about.
    package var subjectTypes: [EntityType]? {
        switch self {
        case .handover: [.person, .station]
        case .cashHandover: [.person]
        case .taskAccept, .taskDecline, .taskStart: [.task]
        case .problemStep: [.problem]
        case .caseSay: [.case]
        case .identity, .check, .quote, .payment, .paymentVoid, .pickup, .refusal, .deliver,
            .attempt, .problem, .correct, .note, .return, .refund, .scan, .reweigh, .shiftOpen,
            .shiftClose, .oversize, .blobCorrupt, .consent, .taskOpen, .taskAssign, .taskCancel,
            .personSet, .configSet, .deviceState, .paymentConfirm, .tariffSet, .packSet,
            .numbersGrant,
            .taskChange, .addressChange, .chargePrice, .parcelIntercept, .parcelRelease,
            .adjustment, .caseResolve, .streamClose, .reinterpret:
            nil
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose: nil
        }
    }
}

/// What a fact says, by kind (PJS 4.4).
///
/// Indirect, so that passing one on copies a reference and not some dozens of texts.
package indirect enum FactPayload: Hashable, Sendable {
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
    case `return`(ReturnFact)
    case handover(HandoverFact)
    case cashHandover(CashHandoverFact)
    case refund(RefundFact)
    case taskAccept(TaskAcceptFact)
    case taskDecline(TaskDeclineFact)
    case taskStart(TaskStartFact)
    case problemStep(ProblemStepFact)
    case scan(ScanFact)
    case reweigh(ReweighFact)
    case caseSay(CaseSayFact)
    case shiftOpen(ShiftOpenFact)
    case shiftClose(ShiftCloseFact)
    case oversize(OversizeFact)
    case blobCorrupt(BlobCorruptFact)
    case consent(ConsentFact)
    case taskOpen(TaskOpenFact)
    case taskAssign(TaskAssignFact)
    case taskCancel(TaskCancelFact)
    case personSet(PersonSetFact)
    case configSet(ConfigSetFact)
    case deviceState(DeviceStateFact)
    case paymentConfirm(PaymentConfirmFact)
    case tariffSet(TariffSetFact)
    case packSet(PackSetFact)
    case numbersGrant(NumbersGrantFact)
    case taskChange(TaskChangeFact)
    case addressChange(AddressChangeFact)
    case chargePrice(ChargePriceFact)
    case parcelIntercept(ParcelInterceptFact)
    case parcelRelease(ParcelReleaseFact)
    case adjustment(AdjustmentFact)
    case caseResolve(CaseResolveFact)
    case streamClose(StreamCloseFact)
    case reinterpret(ReinterpretFact)
    case daySeal(DaySealFact)
    case dayReceipt(DayReceiptFact)
    case dayBegin(DayBeginFact)
    case dayWaive(DayWaiveFact)
    case dayClose(DayCloseFact)

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
        case .return: .return
        case .handover: .handover
        case .cashHandover: .cashHandover
        case .refund: .refund
        case .taskAccept: .taskAccept
        case .taskDecline: .taskDecline
        case .taskStart: .taskStart
        case .problemStep: .problemStep
        case .scan: .scan
        case .reweigh: .reweigh
        case .caseSay: .caseSay
        case .shiftOpen: .shiftOpen
        case .shiftClose: .shiftClose
        case .oversize: .oversize
        case .blobCorrupt: .blobCorrupt
        case .consent: .consent
        case .taskOpen: .taskOpen
        case .taskAssign: .taskAssign
        case .taskCancel: .taskCancel
        case .personSet: .personSet
        case .configSet: .configSet
        case .deviceState: .deviceState
        case .paymentConfirm: .paymentConfirm
        case .tariffSet: .tariffSet
        case .packSet: .packSet
        case .numbersGrant: .numbersGrant
        case .taskChange: .taskChange
        case .addressChange: .addressChange
        case .chargePrice: .chargePrice
        case .parcelIntercept: .parcelIntercept
        case .parcelRelease: .parcelRelease
        case .adjustment: .adjustment
        case .caseResolve: .caseResolve
        case .streamClose: .streamClose
        case .reinterpret: .reinterpret
        case .daySeal: .daySeal
        case .dayReceipt: .dayReceipt
        case .dayBegin: .dayBegin
        case .dayWaive: .dayWaive
        case .dayClose: .dayClose
        }
    }
}
