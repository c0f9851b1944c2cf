/// The gate that every parcel passes before a courier accepts it: the steps of
/// `acceptance_checklist` in their order, with every hard stop of the law.
package enum AcceptanceGate {
    /// What the gate says.
    package enum Outcome: Sendable {
        /// Everything is answered and allowed: the facts to record.
        case accepted(PickupAct)
        /// A hard stop or a no of the sender: a normal end, recorded as `fact`.
        case refused(RefusalGround, fact: RefusalFact)
        /// Something is missing or wrong in the form, in the order of the steps.
        case incomplete([FormProblem])
    }

    /// Judges a form.
    ///
    /// - Parameter isBound: whether a number is already on another parcel.
    package static func decide(
        _ form: PickupForm, in context: RuleContext, isBound: (ParcelID) -> Bool
    ) -> Outcome {
        var walk = GateWalk(form, context)
        for step in AcceptanceStep.allCases { walk.perform(step, isBound: isBound) }
        if let ground = walk.ground { return .refused(ground, fact: walk.refusalFact(ground)) }
        guard walk.problems.isEmpty else { return .incomplete(walk.problems) }
        guard let act = walk.act() else {
            preconditionFailure("a form without a problem has every answer")
        }
        return .accepted(act)
    }
}

/// Why a parcel is not accepted.
package struct RefusalGround: Hashable, Sendable {
    package let reason: RefusalReason
    package let detail: Detail

    /// What the reason rests on.
    package enum Detail: Hashable, Sendable {
        /// A word of the sender or an answer of the courier.
        case answer
        case goods(CatalogueHit)
        case excess([ParcelLimits.Excess])
        case counted(String, CatalogueHit)
        /// The declared name states more than a limit allows.
        case stated(LimitExcess, CatalogueHit)
    }

    package init(reason: RefusalReason, detail: Detail) {
        self.reason = reason
        self.detail = detail
    }
}

/// One walk through the steps: what was found and made so far.
struct GateWalk {
    let form: PickupForm
    let context: RuleContext
    private(set) var told: [Told] = []
    var identities: [IdentityFact] = []
    var finding = CatalogueFinding(hits: [], version: 0)
    var quote: FreightQuote?
    var payments: [PaymentFact] = []
    private(set) var parcel: ParcelID?
    private(set) var problems: [FormProblem] = []
    /// The first ground in the order of the steps, but prohibited goods come before all others.
    private(set) var ground: RefusalGround?

    init(_ form: PickupForm, _ context: RuleContext) {
        self.form = form
        self.context = context
    }

    mutating func perform(_ step: AcceptanceStep, isBound: (ParcelID) -> Bool) {
        switch step {
        case .noticeGiven:
            notice()
            parties()
        case .identityVerified: identify()
        case .contentsInspected: inspection()
        case .declarationMatch: declaration()
        case .prohibitedCheck: goods()
        case .packagingOK: packaging()
        case .weighedMeasured: measures()
        case .quoteConfirmed: price()
        case .insuranceChoice: cover()
        case .paidOrBilled: pay()
        case .inspectionMark: mark()
        case .labelBound: label(isBound: isBound)
        // The station does it when the parcel is handed over.
        case .securityScreened: break
        }
    }

    mutating func note(_ problem: FormProblem) { problems.append(problem) }
    mutating func note(_ found: [FormProblem]) { problems += found }

    mutating func refuse(_ reason: RefusalReason, _ detail: RefusalGround.Detail = .answer) {
        let isWeightier = reason == .prohibitedItem && ground?.reason != .prohibitedItem
        guard ground == nil || isWeightier else { return }
        ground = RefusalGround(reason: reason, detail: detail)
    }

    /// Whether the identity and the contents of the parcel are those of a letter.
    var isLetter: Bool { form.identity.exemption == .letter }

    // MARK: Short steps

    /// Terms, prohibited goods and cover are told before the waybill is filled
    /// (快递暂行条例 21).
    private mutating func notice() {
        guard form.isNoticeGiven else { return note(.step(.noticeNotGiven)) }
        told = Told.notice(at: context.now)
    }

    /// The nine things that the law wants on a waybill (快递暂行条例 22).
    private mutating func parties() {
        note(PartyRules.problems(of: form.sender, .sender))
        note(PartyRules.problems(of: form.recipient, .recipient))
        note(PartyRules.text(form.itemName, .itemName, max: TextMax.name))
        note(PartyRules.text(form.itemNature, .itemNature, max: TextMax.nature))
        switch form.quantity {
        case nil: note(.field(.missing(.quantity)))
        case .some(let quantity) where quantity < 1: note(.field(.notPositive(.quantity, quantity)))
        case .some: break
        }
        note(PartyRules.optionalText(form.note, .note, max: TextMax.note))
    }

    /// The sender opens the parcel; a letter may be opened and is never read (邮政法 25).
    private mutating func inspection() {
        switch form.inspection {
        case .done: break
        case .refused: refuse(.inspectionRefused)
        case .open where isLetter: break
        case .open: note(.step(.notInspected))
        }
    }

    private mutating func declaration() {
        switch form.isDeclarationTrue {
        case true: break
        case false: refuse(.declarationFalse)
        case nil: note(.step(.declarationOpen))
        }
    }

    private mutating func packaging() {
        if form.packedBy == nil { note(.field(.missing(.packedBy))) }
        switch form.isPackagingFit {
        case true: break
        case false: refuse(.packagingUnfit)
        case nil: note(.field(.missing(.packaging)))
        }
    }

    /// Weight and sides; a letter need not be measured.
    private mutating func measures() {
        guard let grams = form.price.grams else { return note(.field(.missing(.weight))) }
        guard grams > 0 else { return note(.field(.notPositive(.weight, grams))) }
        if form.price.size == nil, !isLetter { note(.field(.missing(.size))) }
        let size =
            form.price.size
            ?? ParcelSize(lengthMillimetres: 0, widthMillimetres: 0, heightMillimetres: 0)
        let excesses = context.settings.parcelLimits.excesses(grams: grams, size: size)
        if !excesses.isEmpty { refuse(.oversizeOverweight, .excess(excesses)) }
    }

    private mutating func mark() {
        if !form.isMarked { note(.step(.notMarked)) }
    }

    /// The number on the waybill and the number on the parcel are one number, and a free one.
    private mutating func label(isBound: (ParcelID) -> Bool) {
        let reading: Result<ParcelID, FormProblem>
        let prefix = context.settings.companyPrefix
        switch form.label {
        case nil: reading = .failure(.field(.missing(.label)))
        case .issued(let number): reading = .success(ParcelID(number))
        case .scanned(let first, let second):
            reading = LabelRules.same(first, second, prefix: prefix)
        case .keyed(let first, let again?):
            reading = LabelRules.same(first, again, prefix: prefix)
        case .keyed(let only, again: nil):
            reading = LabelRules.checked(only, prefix: prefix)
        }
        switch reading {
        case .failure(let problem): note(problem)
        case .success(let number):
            if isBound(number) { note(.label(.used(number.text))) }
            parcel = number
        }
    }
}
