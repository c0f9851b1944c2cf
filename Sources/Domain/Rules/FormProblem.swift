/// One thing that keeps a form from being recorded; its words and code are in `RuleWords`.
/// Personal values are masked.
package enum FormProblem: Error, Hashable, Sendable {
    // Any form.
    case missing(FormField)
    case tooLong(FormField, found: Int, max: Int)
    case tooMany(FormField, max: Int)
    case notPositive(FormField, Int)
    case phone(FormField, masked: String)
    case identifier(FormField, String)
    // Notice and identity.
    case noticeNotGiven
    case identityMissing
    case documentNumber(IdentityDocument.Problem, masked: String)
    case documentOfNoCompany
    case companyCodeMissing
    case companyCode(SocialCreditCode.Problem, masked: String)
    case agreementNotExempt
    case principalMissing
    // Goods.
    case notInspected
    case declarationOpen
    case question(CatalogueQuestion)
    case certificateMissing(keyword: String)
    case approvalMissing(keyword: String)
    case countMissing(keyword: String, note: Words)
    case closedToAir(keyword: String)
    // Price.
    case noPrice(FreightQuote.Problem)
    case priceOpen(totalFen: Int)
    case priceChanged(acceptedFen: Int, totalFen: Int)
    case insuranceOpen
    case mustDeclare(valueFen: Int, aboveFen: Int)
    case declaredAboveMax(Int, max: Int)
    case insuranceProofMissing(InsuranceProof, aboveFen: Int)
    // Payment.
    case methodMissing(dueFen: Int)
    case methodNotInUse(PaymentMethod)
    case methodNotForPayType(PaymentMethod, PayType)
    case methodNotForDelivery(PaymentMethod)
    case splitNotAllowed
    case amountDiffers(takenFen: Int, dueFen: Int)
    case tenderedTooLittle(tenderedFen: Int, amountFen: Int)
    case tenderedWithoutCash(PaymentMethod)
    case nothingDue
    case accountCustomerMissing
    // Mark and label.
    case notMarked
    case labelNumber(ParcelID.Problem, seen: String)
    case labelsDiffer(String, String)
    case labelKeyedOnce(String)
    case labelUsed(String)
    // Delivery.
    case outerProblem(OuterState)
    case damagedNotInspected
    case outerIsNotIntact
    case recipientNotChecked
    case notToldToInspect
    case signatureTooSmall(points: Int, pointsMin: Int)
    case evidenceMissing(Evidence, ProofType)
    case consentMissing(ProofType)
    case consentNotWritten(ConsentChannel)
    case consentInFuture
    case notAddressedToUnit
    case notScanned(String)
    case stopped(String)
    case stageForbids(String, Stage)
    case conditionRefused
    case priceNotTold(attempt: Int)
    case contactMissing(ExceptionReason)
    case retryMissing(ExceptionReason)
    case pickupRetryMissing
    case missortNotExcluded
    case retryOrder
    case explanationMissing(String)
    // Corrections.
    case moneyIsVoided(FactKind)
    case notCorrectable(FactKind)
    case alreadyCorrected
    case notTheAuthor
    case unknownField(String)
    case unchangedField(String)
}
