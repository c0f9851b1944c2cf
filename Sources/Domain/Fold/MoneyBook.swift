/// What one person took, in one currency.
package struct MoneySummary: Hashable, Sendable {
    /// Cash in hand, voids taken off.
    package var cashFen = 0
    /// The same cash by what it was taken for.
    package var cashParts = CashParts()
    package var cardFen = 0
    package var walletFen = 0
    /// Put on monthly accounts.
    package var monthlyFen = 0
    /// Not yet confirmed by the station.
    package var waitingFen = 0

    /// Nothing yet.
    package init() {}
}

/// Adds up the money of facts, courier by courier: the day's summary on both sides.
package struct MoneyBook: Sendable {
    package let currency: String
    package private(set) var byPerson: [String: MoneySummary] = [:]
    /// False once a sum left the range of the wire; the summaries are then not to be used.
    package private(set) var isExact = true
    private var payments: [String: AnsweredFact] = [:]
    /// What the charges that were paid are for.
    private var purposes: [String: ChargePurpose] = [:]

    /// An empty book; payments in other currencies are left out.
    package init(currency: String = Charge.currencyDefault) {
        self.currency = currency
    }

    /// The book of some facts, in the order of the ledger or journal.
    package init(_ facts: some Sequence<Fact>, currency: String = Charge.currencyDefault) {
        self.init(currency: currency)
        for fact in facts { add(fact) }
    }

    /// Adds a fact that is in effect; a void or confirmation of an unknown payment adds nothing.
    package mutating func add(_ fact: Fact) {
        let answering = fact.corrects.flatMap { payments[$0] }
        if case .payment(let payment) = fact.payload {
            payments[fact.id] = AnsweredFact(fact)
            purposes[payment.charge] = payment.purpose
        }
        if let answering {
            payments[answering.fact.id] = AnsweredFact(
                answering.fact, answers: answering.answers + [fact])
        }
        guard let (person, purpose) = owner(of: fact, answering) else { return }
        for posting in Postings.of(fact, answering: answering, isChargeKnown: { _ in true })
        where posting.currency == currency {
            add(posting, person, purpose)
        }
    }

    /// A payment counts for who took it, whoever voids or confirms it later; a refund for who gave
    /// it.
    private func owner(of fact: Fact, _ answering: AnsweredFact?) -> (String, ChargePurpose)? {
        if case .payment(let payment) = fact.payload { return (fact.person, payment.purpose) }
        if case .refund(let refund) = fact.payload {
            return (fact.person, purposes[refund.charge] ?? .other)
        }
        return answering.flatMap { answering in
            answering.payment.map { (answering.fact.person, $0.fact.purpose) }
        }
    }

    private mutating func add(_ posting: Posting, _ person: String, _ purpose: ChargePurpose) {
        var summary = byPerson[person] ?? MoneySummary()
        switch posting.account {
        case .cash:
            add(posting.amountFen, to: &summary.cashFen)
            switch purpose {
            case .freight: add(posting.amountFen, to: &summary.cashParts.freightFen)
            case .collect: add(posting.amountFen, to: &summary.cashParts.collectFen)
            case .cod: add(posting.amountFen, to: &summary.cashParts.codFen)
            case .return, .storage, .packaging, .other: break
            }
        case .card: add(posting.amountFen, to: &summary.cardFen)
        case .wallet: add(posting.amountFen, to: &summary.walletFen)
        case .monthly: add(posting.amountFen, to: &summary.monthlyFen)
        case .pending: add(posting.amountFen, to: &summary.waitingFen)
        case .stationCash, .charge, .chargeWait, .variance, .waived, .suspense: return
        }
        byPerson[person] = summary
    }

    private mutating func add(_ amount: Int, to total: inout Int) {
        do {
            total = try rowSum(total, amount)
        } catch {
            isExact = false
        }
    }
}
