/// One thing that keeps a form from being recorded; `text` (in `RuleWords`) says it to people.
/// Personal values are masked.
package enum FormProblem: Error, Hashable, Sendable {
    case field(FieldProblem)
    case step(StepProblem)
    case identity(IdentityProblem)
    case goods(GoodsProblem)
    case price(PriceProblem)
    case payment(PaymentProblem)
    case label(LabelProblem)
    case parcel(ParcelProblem)
    case door(DoorProblem)
    case proof(ProofProblem)
    case followUp(FollowUpProblem)
    case correction(CorrectionProblem)
}

/// What is wrong with one field, whatever the form.
package enum FieldProblem: Hashable, Sendable {
    case missing(FormField)
    case tooLong(FormField, found: Int, max: Int)
    case tooMany(FormField, max: Int)
    case notPositive(FormField, Int)
    case phone(FormField, masked: String)
    /// An id has 1 to 48 letters, digits or `_ . @ -`.
    case identifier(FormField, String)
}

/// A tick of the pickup that is missing.
package enum StepProblem: CaseIterable, Sendable {
    case noticeNotGiven
    case notInspected
    case declarationOpen
    case notMarked
}

/// What is wrong with the real-name check.
package enum IdentityProblem: Hashable, Sendable {
    case missing
    case number(IdentityDocument.Problem, masked: String)
    /// The code of a company was shown, but the sender is none.
    case documentOfNoCompany
    case companyCodeMissing
    case companyCode(SocialCreditCode.Problem, masked: String)
    case agreementNotExempt
    case principalMissing
}

/// What the prohibited-item check waits for.
package enum GoodsProblem: Hashable, Sendable {
    case question(CatalogueQuestion)
    case certificateMissing(keyword: String)
    case approvalMissing(keyword: String)
    case countMissing(keyword: String, note: Words)
    case closedToAir(keyword: String)
}

/// What is wrong with price and cover.
package enum PriceProblem: Hashable, Sendable {
    case noPrice(FreightQuote.Problem)
    case notAnswered(totalFen: Int)
    case changed(acceptedFen: Int, totalFen: Int)
    case coverOpen
    case mustDeclare(valueFen: Int, aboveFen: Int)
    case declaredAboveMax(Int, max: Int)
    case proofMissing(InsuranceProof, aboveFen: Int)
}

/// What is wrong with the money.
package enum PaymentProblem: Hashable, Sendable {
    case methodMissing(dueFen: Int)
    case notInUse(PaymentMethod)
    case notForPayType(PaymentMethod, PayType)
    case notForDelivery(PaymentMethod)
    case splitNotAllowed
    case amountDiffers(takenFen: Int, dueFen: Int)
    case tenderedTooLittle(tenderedFen: Int, amountFen: Int)
    case tenderedWithoutCash(PaymentMethod)
    case nothingDue
    case customerMissing
}

/// What is wrong with a number on a label.
package enum LabelProblem: Hashable, Sendable {
    case number(ParcelID.Problem, seen: String)
    case differ(String, String)
    /// Typed once, and no check digit of ours says that it is right.
    case keyedOnce(String)
    case used(String)
}

/// What keeps a parcel from being handed over at all.
package enum ParcelProblem: Hashable, Sendable {
    /// Its number was not read in this flow.
    case notRead(String)
    /// A stop order holds it.
    case stopped(String)
    case stageForbids(String, Stage)
    /// Label and parcel do not belong together.
    case wrongLabel(String)
    /// Nobody looked at it before it leaves.
    case notPreChecked(String)
    /// It is damaged or missing, so it does not leave.
    case notFitForDelivery(String)
}

/// What is missing at the door.
package enum DoorProblem: Hashable, Sendable {
    case recipientNotChecked
    case notToldToInspect
    case damagedNotInspected
    case outerIsNotIntact
    case conditionRefused
}

/// What is wrong with the proof of a hand-over.
package enum ProofProblem: Hashable, Sendable {
    case signatureTooSmall(points: Int, pointsMin: Int)
    case evidenceMissing(Evidence, ProofType)
    case consentMissing(ProofType)
    case consentNotWritten(ConsentChannel)
    case consentInFuture
    case notAddressedToUnit
    /// The parcel has a slip for the sender, and nobody said what came of it.
    case returnReceiptOpen(String)
}

/// What is wrong with a failed attempt, a refusal or a problem parcel.
package enum FollowUpProblem: Hashable, Sendable {
    case priceNotTold(attempt: Int)
    case contactMissing(ExceptionReason)
    case retryMissing
    case retryOrder
    case missortNotExcluded
    /// OTHER needs a note.
    case explanationMissing
    case outcomeMissing
    /// An outcome belongs to what is decided or closed.
    case outcomeTooEarly
    /// What is still spoken about is not closed.
    case outcomeOpen
    case ownerMissing
    case toldMissing
    case dueInPast
    /// What was held as prohibited.
    case onlyManagerCloses
}

/// What is wrong with a correction.
package enum CorrectionProblem: Hashable, Sendable {
    case moneyIsVoided
    case notCorrectable(FactKind)
    case alreadyCorrected
    case notTheAuthor
    case unknownField(String)
    case unchangedField(String)
}
