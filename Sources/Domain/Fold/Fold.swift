/// Turns facts into the present state: the one fold of both sides (PJS 1).
///
/// The server runs it in ledger order and keeps the result as rows; a handheld runs it over its
/// rows with the own facts that the rows do not contain yet. It never traps, whatever was recorded.
package enum Fold {
    /// Most events that a parcel's row keeps.
    package static let historyCountMax = 20
    /// Greatest amount that a row can hold, 2^53 − 1, as the wire can.
    package static let amountMax = 9_007_199_254_740_991

    /// What a fact does to the entities it touches.
    ///
    /// - Parameter answering: the fact that `fact.corrects` names, if the caller has it.
    /// - Parameter read: the present state of an entity.
    package static func apply(
        _ fact: Fact, answering: AnsweredFact? = nil, read: (EntityReference) -> Entity?
    ) -> FoldOutcome {
        withoutActuallyEscaping(read) { read in
            var scratch = FoldScratch(fact, answering, read: read)
            do {
                try scratch.fold()
            } catch {
                return FoldOutcome(changes: [], remark: .amountOutOfRange)
            }
            return FoldOutcome(changes: scratch.changes, remark: scratch.remark)
        }
    }
}

/// What a fact did.
package struct FoldOutcome: Hashable, Sendable {
    /// The entities that are different now, in the order of their references.
    package let changes: [Entity]
    /// Why it did less than such a fact usually does.
    package let remark: FoldRemark?
}

/// Why a fact did less than usual.
package enum FoldRemark: Hashable, Sendable {
    /// There is no such entity yet: `held:unknown_subject`.
    case unknownSubject(EntityReference)
    /// The fact it answers is not known here.
    case unknownFact
    /// What it says was already so, or an earlier fact stands against it.
    case already
    /// `correct` does not undo facts of this kind: money has its own, the rest changes no state.
    case notCorrectable
    /// A sum would leave the range of the wire; nothing was applied.
    case amountOutOfRange
}

/// A sum left the range of the wire.
struct AmountOutOfRange: Error {}

extension FoldScratch {
    /// Sends the payload to the function of its kind.
    mutating func fold() throws(AmountOutOfRange) {
        switch fact.payload {
        case .identity, .note, .deviceState, .shiftOpen, .shiftClose, .caseSay, .consent, .oversize,
            .blobCorrupt, .streamClose, .reinterpret:
            break
        case .check(let check): foldCheck(check)
        case .quote(let quote): foldQuote(quote)
        case .payment, .paymentVoid, .paymentConfirm, .refund: try foldPostings()
        case .pickup(let pickup): try foldPickup(pickup)
        case .refusal(let refusal): foldRefusal(refusal)
        case .deliver(let deliver): foldDeliver(deliver)
        case .attempt(let attempt): try foldAttempt(attempt)
        case .problem(let problem): foldProblem(problem)
        case .correct(let correction): try foldCorrection(correction)
        case .return(let step): foldReturn(step)
        case .handover(let handover): foldHandover(handover)
        case .scan(let scan): foldScan(scan)
        case .reweigh(let reweigh): foldReweigh(reweigh)
        case .problemStep(let step): foldProblemStep(step)
        case .cashHandover(let handover): try foldCashHandover(handover)
        case .taskAccept: foldTaskAccept()
        case .taskDecline: foldTaskDecline()
        case .taskStart: foldTaskStart()
        case .taskOpen(let opening): foldTaskOpen(opening)
        case .taskAssign(let assignment): foldTaskAssign(assignment)
        case .taskCancel(let cancellation): foldTaskCancel(cancellation)
        case .taskChange(let change): foldTaskChange(change)
        case .addressChange(let change): foldAddressChange(change)
        case .parcelIntercept(let stop): foldIntercept(stop)
        case .parcelRelease(let release): foldRelease(release)
        case .chargePrice(let price): try foldChargePrice(price)
        case .adjustment(let adjustment): try foldAdjustment(adjustment)
        case .caseResolve(let decision):
            try foldDecidedPostings(decision)
            foldDecision(decision)
        case .personSet(let person): foldPerson(person)
        case .configSet(let config): foldConfig(config)
        case .tariffSet(let tariff): put(.tariff(TariffRow(id: tariff.tariff, terms: tariff.terms)))
        case .packSet(let setting): put(.pack(setting.pack))
        case .numbersGrant(let grant): foldNumbers(grant)
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose: break
        }
    }
}
