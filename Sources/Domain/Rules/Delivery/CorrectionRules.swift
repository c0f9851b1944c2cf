/// A correction of an earlier record, as entered.
package struct CorrectionForm: Sendable {
    /// The record that is wrong.
    package let target: Fact
    package var reason: CorrectionReason
    /// Path in the record, old and new text; empty: the whole record is void.
    package var changes: [FieldChange] = []
    package var isAlreadyCorrected = false
    /// Whether the person who corrects may correct the records of others.
    package var isManager = false
    package var note: String?

    package init(target: Fact, reason: CorrectionReason) {
        self.target = target
        self.reason = reason
    }
}

/// Why a record is corrected.
package enum CorrectionReason: String, CaseIterable, Sendable {
    case wrongSigner = "WRONG_SIGNER"
    case wrongAmount = "WRONG_AMOUNT"
    case wrongParcel = "WRONG_PARCEL"
    case duplicate = "DUPLICATE"
    case didNotOccur = "DID_NOT_OCCUR"
    case incorrectData = "INCORRECT_DATA"
    case conflict = "CONFLICT"
    case other = "OTHER"
}

/// Corrections: the record stays, a reversing record is added. Money is never changed, only
/// reversed whole (PJS 4.5).
package enum CorrectionRules {
    /// The reversing record, or everything that keeps it from being made.
    package enum Outcome: Sendable {
        case recorded(FactDraft)
        case incomplete([FormProblem])
    }

    /// Changed fields in one correction (PJS 4.5).
    package static let changeCountMax = 20

    /// Judges a form.
    package static func decide(_ form: CorrectionForm, in context: RuleContext) -> Outcome {
        var problems = problems(form, context)
        problems += PartyRules.optionalText(form.note, .note, max: TextMax.note)
        if form.reason == .other, PartyRules.isBlank(form.note ?? "") {
            problems.append(.followUp(.explanationMissing))
        }
        guard problems.isEmpty else { return .incomplete(problems) }
        return .recorded(
            FactDraft(
                payload(form), subject: form.target.subject, corrects: form.target.id))
    }

    private static func problems(_ form: CorrectionForm, _ context: RuleContext) -> [FormProblem] {
        let kind = form.target.kind
        guard kind.isCorrectable else { return [.correction(.notCorrectable(kind))] }
        guard !form.isAlreadyCorrected else { return [.correction(.alreadyCorrected)] }
        guard form.isManager || form.target.person == context.courier else {
            return [.correction(.notTheAuthor)]
        }
        if kind == .payment, !form.changes.isEmpty { return [.correction(.moneyIsVoided)] }
        guard form.changes.count <= changeCountMax else {
            return [.field(.tooMany(.changes, max: changeCountMax))]
        }
        return form.changes.flatMap { change -> [FormProblem] in
            if change.old == change.new { return [.correction(.unchangedField(change.path))] }
            return PartyRules.text(change.path, .changes, max: TextMax.name)
                + PartyRules.optionalText(change.old, .changes, max: TextMax.note)
                + PartyRules.optionalText(change.new, .changes, max: TextMax.note)
        }
    }

    private static func payload(_ form: CorrectionForm) -> FactPayload {
        if case .payment(let payment) = form.target.payload {
            var void = PaymentVoidFact(
                money: payment.money, charge: payment.charge,
                reason: Code(of: form.reason.voidReason))
            void.note = form.note
            return .paymentVoid(void)
        }
        var correct = CorrectFact(
            how: form.changes.isEmpty ? .void : .change, reason: Code(of: form.reason))
        correct.changes = form.changes
        correct.note = form.note
        return .correct(correct)
    }
}

/// Why a payment is reversed (PJS 4.7).
package enum VoidReason: String, CaseIterable, Sendable {
    case amountWrong = "AMOUNT_WRONG"
    case wrongParcel = "WRONG_PARCEL"
    case methodChanged = "METHOD_CHANGED"
    case duplicate = "DUPLICATE"
    case failed = "FAILED"
    case other = "OTHER"
}

extension CorrectionReason {
    /// The reason as reversed payments name it.
    fileprivate var voidReason: VoidReason {
        switch self {
        case .wrongAmount: .amountWrong
        case .wrongParcel: .wrongParcel
        case .duplicate: .duplicate
        case .didNotOccur: .failed
        case .wrongSigner, .incorrectData, .conflict, .other: .other
        }
    }
}

extension FactKind {
    /// Whether a courier's record of this kind can be corrected.
    fileprivate var isCorrectable: Bool {
        switch self {
        case .identity, .check, .quote, .payment, .pickup, .refusal, .deliver, .attempt, .problem,
            .return, .scan, .note:
            true
        case .paymentVoid, .correct, .handover, .cashHandover, .refund, .taskAccept, .taskDecline,
            .taskStart, .problemStep, .reweigh, .caseSay, .shiftOpen, .shiftClose, .oversize,
            .blobCorrupt, .consent, .taskOpen, .taskAssign, .taskCancel, .personSet, .configSet,
            .deviceState, .paymentConfirm, .tariffSet, .packSet, .numbersGrant, .taskChange,
            .addressChange,
            .chargePrice, .parcelIntercept, .parcelRelease, .adjustment, .caseResolve, .streamClose,
            .reinterpret:
            false
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose: false
        }
    }
}
