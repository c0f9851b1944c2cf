/// The steps of a hand-over: outside, recipient, told to inspect, money, proof.
package enum DeliveryRules {
    /// What the rules say.
    package enum Outcome: Sendable {
        case delivered(DeliveryAct)
        /// In the order of the steps.
        case incomplete([FormProblem])
    }

    /// Judges a form.
    package static func decide(_ form: DeliveryForm, in context: RuleContext) -> Outcome {
        var walk = DeliveryWalk(form: form, context: context)
        walk.parcelInHand()
        walk.outside()
        let identity = walk.recipient()
        walk.inspection()
        walk.proof()
        let payments = walk.payments()
        guard walk.problems.isEmpty else { return .incomplete(walk.problems) }
        guard let act = walk.act(identity: identity, payments: payments) else {
            preconditionFailure("a form without a problem has every answer")
        }
        return .delivered(act)
    }
}

/// A hand-over: the facts of one act in the order identity, payment, problem, deliver.
package struct DeliveryAct: Hashable, Sendable {
    /// Its identity code is set by whoever records the act, like the receipt numbers.
    package var identity: IdentityFact?
    package var payments: [PaymentFact]
    /// Made when the condition is not intact.
    package let problem: ProblemFact?
    package let deliver: DeliverFact

    /// The facts in their order; they answer to `task`, or to the parcel without one.
    package func steps(task: String?, base: [EntityReference: Int] = [:]) -> [FactStep] {
        let subject =
            task.map { EntityReference(.task, $0) } ?? EntityReference(.parcel, deliver.parcel)
        var payloads: [FactPayload] = []
        if let identity { payloads.append(.identity(identity)) }
        let paymentStart = payloads.count
        payloads += payments.map(FactPayload.payment)
        if let problem { payloads.append(.problem(problem)) }
        var steps: [FactStep] = payloads.map { payload in
            { _ in FactDraft(payload, subject: subject, base: base) }
        }
        steps.append { [deliver, payments, hasIdentity = identity != nil, problem] earlier in
            var deliver = deliver
            if hasIdentity { deliver.identity = earlier[0] }
            let paymentEnd = paymentStart + payments.count
            deliver.payments = Array(earlier[paymentStart..<paymentEnd])
            if problem != nil { deliver.problem = earlier[paymentEnd] }
            return FactDraft(.deliver(deliver), subject: subject, base: base)
        }
        return steps
    }
}

/// One walk through the steps: what was found so far.
struct DeliveryWalk {
    let form: DeliveryForm
    let context: RuleContext
    private(set) var problems: [FormProblem] = []

    init(form: DeliveryForm, context: RuleContext) {
        self.form = form
        self.context = context
    }

    mutating func note(_ problem: FormProblem) { problems.append(problem) }
    mutating func note(_ found: [FormProblem]) { problems += found }

    /// Whether somebody stands at the door; otherwise the parcel is dropped.
    var isHandedToPerson: Bool {
        switch form.proof {
        case .locker, .station, .safePlace: false
        case .recipient, .proxy, .orgStamp, .selfPickup, .afterException, .returnSigned, nil: true
        }
    }

    // MARK: Steps

    /// The parcel itself was read in this flow, may move and may be handed over.
    mutating func parcelInHand() {
        let parcel = form.parcel
        if parcel.isStopped { note(.parcel(.stopped(parcel.id))) }
        if let target = targetStage, !parcel.stage.successors.contains(target) {
            note(.parcel(.stageForbids(parcel.id, parcel.stage)))
        }
        guard let reading = form.reading else { return note(.parcel(.notRead(parcel.id))) }
        switch LabelRules.parse(reading.text, prefix: context.settings.companyPrefix) {
        case .failure(let problem): note(problem)
        case .success(let number) where number.text != parcel.id:
            note(.label(.differ(parcel.id, number.text)))
        case .success: break
        }
    }

    private var targetStage: Stage? {
        switch form.proof {
        case nil: nil
        case .locker, .station: .availableForPickup
        case .returnSigned: .returned
        case .recipient, .proxy, .orgStamp, .safePlace, .selfPickup, .afterException: .delivered
        }
    }

    mutating func outside() {
        guard let outer = form.outer else { return note(.field(.missing(.outer))) }
        note(PartyRules.optionalText(form.outerNote, .outerNote, max: TextMax.line))
        if outer == .labelMismatch { note(.parcel(.wrongLabel(form.parcel.id))) }
    }

    /// Name or phone tail as routine; a document that was shown is checked and masked.
    mutating func recipient() -> IdentityFact? {
        if isHandedToPerson, form.recipientCheck.isEmpty { note(.door(.recipientNotChecked)) }
        guard let shown = form.identity else { return nil }
        guard let type = shown.documentType, type != .none, let number = shown.number else {
            note(.identity(.missing))
            return nil
        }
        switch IdentityDocument.parse(
            number, type: type, today: context.today, settings: context.settings)
        {
        case .failure(let problem):
            note(.identity(.number(problem, masked: Masking.document(number))))
            return nil
        case .success(let document):
            var fact = IdentityFact(
                who: form.proof == .proxy ? .proxy : .recipient, documentType: type,
                method: shown.method ?? .manual, result: .pass)
            fact.parcel = form.parcel.id
            fact.masked = document.mask
            fact.personMatches = shown.personMatches
            return fact
        }
    }

    /// The recipient is told to inspect (快递暂行条例 25); a damaged packing is opened before
    /// signing.
    mutating func inspection() {
        if isHandedToPerson, !form.isToldToInspect { note(.door(.notToldToInspect)) }
        if isHandedToPerson, form.outer.map({ $0 != .intact }) ?? false, form.isInspected != true {
            note(.door(.damagedNotInspected))
        }
        switch form.condition {
        case nil: note(.field(.missing(.condition)))
        case .refused: note(.door(.conditionRefused))
        case .intact:
            if form.outer == .broken || form.outer == .wet { note(.door(.outerIsNotIntact)) }
        case .outerDamaged, .contentsDamaged, .shortage: break
        }
    }

    /// Everything that is due is taken before the parcel leaves the hand.
    mutating func payments() -> [PaymentFact] {
        for payment in form.payments {
            switch payment.method.methodClass {
            case .cash, .card, .wallet: break
            case .monthly, .collect:
                note(.payment(.notForDelivery(payment.method)))
                return []
            }
        }
        switch PaymentRules.payments(
            form.payments, for: form.dues, currency: context.terms.currency,
            settings: context.settings)
        {
        case .success(let payments):
            return payments.map { $0.with(parcel: form.parcel.id) }
        case .failure(let found):
            note(found.list)
            return []
        }
    }
}
