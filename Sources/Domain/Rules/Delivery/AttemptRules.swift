/// A delivery that did not succeed, as entered.
package struct AttemptForm: Sendable {
    package let parcel: Parcel
    package var reason: ExceptionReason
    /// What is to be collected with the parcel.
    package var dues: [DueAmount] = []
    package var contacts: [ContactTry] = []
    /// `nil`: what the reason brings with it.
    package var next: NextAction?
    package var retry: TimeWindow?
    /// The price of a further attempt that was told and accepted.
    package var priceToldFen: Int?
    package var place: String?
    package var note: String?

    package init(parcel: Parcel, reason: ExceptionReason) {
        self.parcel = parcel
        self.reason = reason
    }
}

/// Failed deliveries: numbered, with the evidence that the reason needs and a next step.
package enum AttemptRules {
    /// The fact to record, or everything that is still wrong with the form.
    package enum Outcome: Sendable {
        case recorded(AttemptFact)
        case incomplete([FormProblem])
    }

    /// Tries to reach somebody in one fact (PJS 4.5).
    static let contactCountMax = 10

    /// Judges a form. When the free attempts are used up and no price was told, the sender is
    /// asked instead of trying again.
    package static func decide(_ form: AttemptForm, in context: RuleContext) -> Outcome {
        let counted = form.parcel.attempts + (form.reason.countsAsAttempt ? 1 : 0)
        let isFreeUsedUp = counted >= context.settings.freeAttempts && form.priceToldFen == nil
        let usual = context.tables.exceptions[form.reason]?.next ?? .contactSender
        let next = form.next ?? (isFreeUsedUp && usual.isAnotherTry ? .contactSender : usual)
        var problems: [FormProblem] = []
        if form.parcel.stage.isTerminal {
            problems.append(.parcel(.stageForbids(form.parcel.id, form.parcel.stage)))
        }
        if form.reason == .refusedPayment, form.dues.allSatisfy({ $0.fen == 0 }) {
            problems.append(.payment(.nothingDue))
        }
        if form.reason.needsContact, form.contacts.isEmpty {
            problems.append(.followUp(.contactMissing(form.reason)))
        }
        if form.contacts.count > contactCountMax {
            problems.append(.field(.tooMany(.contacts, max: contactCountMax)))
        }
        if form.reason == .other, PartyRules.isBlank(form.note ?? "") {
            problems.append(.followUp(.explanationMissing))
        }
        if next == .reattemptAt, form.retry == nil { problems.append(.followUp(.retryMissing)) }
        if let retry = form.retry, retry.from >= retry.until || retry.until <= context.now {
            problems.append(.followUp(.retryOrder))
        }
        if next.isAnotherTry, isFreeUsedUp {
            problems.append(.followUp(.priceNotTold(attempt: counted + 1)))
        }
        problems += PartyRules.optionalText(form.note, .note, max: TextMax.note)
        problems += PartyRules.optionalText(form.place, .place, max: TextMax.line)
        guard problems.isEmpty else { return .incomplete(problems) }
        var fact = AttemptFact(
            parcel: form.parcel.id, reason: form.reason, attemptNumber: form.parcel.attempts + 1,
            next: Code(next))
        fact.contacts = form.contacts
        fact.retryFrom = form.retry?.from
        fact.retryUntil = form.retry?.until
        fact.priceToldFen = form.priceToldFen
        fact.place = form.place
        fact.note = form.note
        return .recorded(fact)
    }
}

extension NextAction {
    fileprivate var isAnotherTry: Bool { self == .reattempt || self == .reattemptAt }
}

extension ExceptionReason {
    /// Whether the reason is believed only with a try to reach the recipient.
    fileprivate var needsContact: Bool {
        self == .noAnswer || self == .unreachable || self == .phoneInvalid
    }
}
