/// A pickup that did not happen, as entered by the courier.
package struct RefusalForm: Sendable {
    package var reason: RefusalReason
    package var sender: Party?
    package var itemName: String?
    package var itemNature: String?
    package var quantity: Int?
    package var contacts: [ContactTry] = []
    package var next: NextAction?
    package var retry: TimeWindow?
    package var isNoticeGiven = false
    package var note: String?

    package init(reason: RefusalReason) { self.reason = reason }
}

/// Refusals and failed pickups: a refusal is a finished record (RF-01).
package enum RefusalRules {
    /// The fact to record, or everything that is still wrong with the form.
    package enum Outcome: Sendable {
        case recorded(RefusalFact)
        case incomplete([FormProblem])
    }

    /// Judges a form.
    package static func decide(_ form: RefusalForm, in context: RuleContext) -> Outcome {
        var problems: [FormProblem] = []
        let name = form.itemName ?? ""
        if form.reason.isAboutGoods, PartyRules.isBlank(name) {
            problems.append(.field(.missing(.itemName)))
        }
        problems += PartyRules.optionalText(form.itemName, .itemName, max: TextMax.name)
        problems += PartyRules.optionalText(form.itemNature, .itemNature, max: TextMax.nature)
        if let quantity = form.quantity, quantity < 1 {
            problems.append(.field(.notPositive(.quantity, quantity)))
        }
        if form.contacts.count > AttemptRules.contactCountMax {
            problems.append(.field(.tooMany(.contacts, max: AttemptRules.contactCountMax)))
        }
        if form.reason == .rescheduled, form.retry == nil {
            problems.append(.followUp(.retryMissing))
        }
        if let retry = form.retry, retry.from >= retry.until || retry.until <= context.now {
            problems.append(.followUp(.retryOrder))
        }
        problems += PartyRules.optionalText(form.note, .note, max: TextMax.note)
        guard problems.isEmpty else { return .incomplete(problems) }
        return .recorded(fact(form, name: name, in: context))
    }

    private static func fact(
        _ form: RefusalForm, name: String, in context: RuleContext
    ) -> RefusalFact {
        var fact = RefusalFact(reason: form.reason)
        if !PartyRules.isBlank(name) {
            var goods = Goods(
                itemName: name,
                itemNature: form.itemNature ?? String(name.unicodeScalars.prefix(TextMax.nature)),
                quantity: form.quantity ?? 1)
            let finding = context.tables.catalogue.check(
                name, bounds: context.settings.goodsBounds, on: context.journey(to: nil))
            goods.category = finding.strictest?.category
            fact.goods = goods
            fact.decision = Code(of: finding.decision)
            fact.catalogueVersion = context.tables.catalogue.version
        }
        fact.sender = form.sender.flatMap {
            PartyRules.problems(of: $0, .sender).isEmpty ? $0.normalised : nil
        }
        if form.isNoticeGiven { fact.told = Told.notice(at: context.now) }
        fact.contacts = form.contacts
        fact.next = form.next.map { Code($0) }
        fact.retryFrom = form.retry?.from
        fact.retryUntil = form.retry?.until
        fact.note = form.note
        return fact
    }
}

extension RefusalReason {
    /// Whether the register needs to know which goods were refused.
    fileprivate var isAboutGoods: Bool {
        switch self {
        case .prohibitedItem, .overLimit, .certificateMissing, .unknownSubstance,
            .declarationFalse:
            true
        case .inspectionRefused, .identityRefused, .identityMismatch, .packagingUnfit,
            .oversizeOverweight, .outOfServiceArea, .paymentRefused, .senderCancelled,
            .alreadyPickedUp, .cancelledByCustomer, .cannotEnter, .capacity,
            .customerUnreachable, .duplicateOrder, .idRefused, .notAcceptable, .notReady,
            .outOfArea, .rescheduled, .traffic, .weather:
            false
        }
    }
}

/// What the sender is told before the waybill is filled (快递暂行条例 21).
package enum NoticeTopic: String, CaseIterable, Sendable {
    case terms = "TERMS"
    case prohibited = "PROHIBITED"
    case insurance = "INSURANCE"
}

extension Told {
    /// The whole notice, told in person.
    static func notice(at milliseconds: Int) -> [Told] {
        let topics = NoticeTopic.allCases.map { Code(of: $0) }
        return [Told(topics: topics, at: milliseconds, channel: Code(of: ConsentChannel.inPerson))]
    }
}
