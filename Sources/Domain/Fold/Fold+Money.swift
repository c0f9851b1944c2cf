/// Money: what quotes and payments do to charges and accounts (PJS 4.7).
extension FoldScratch {
    /// An accepted quote makes a charge; a declined one owes nothing.
    mutating func foldQuote(_ quote: QuoteFact) {
        guard quote.isAccepted else { return }
        var charge = Charge(
            id: fact.madeID, purpose: .freight, dueFen: quote.totalFen, currency: quote.currency)
        charge.parcel = quote.parcel
        charge.tariff =
            fact.base.filter { $0.key.type == .tariff }.min { $0.key < $1.key }
            .map { TariffCitation(id: $0.key.id, version: $0.value) }
        put(.charge(charge))
    }

    /// Books a payment, its void or its confirmation: the rows follow the postings, so books and
    /// rows cannot disagree.
    mutating func foldPostings() throws(AmountOutOfRange) {
        if fact.kind.namesAnotherFact {
            guard let answering else {
                remark = .unknownFact
                return
            }
            guard let (_, standing) = answering.payment else {
                remark = .notCorrectable
                return
            }
            guard standing != .ended, fact.kind == .paymentVoid || standing == .waiting
            else {
                remark = .already
                return
            }
        }
        guard let payment = bookedPayment else { return }
        if !isKnownCharge(payment) { missing(.charge, payment.charge) }
        let postings = Postings.of(fact, answering: answering) { _ in isKnownCharge(payment) }
        for posting in postings {
            switch posting.account {
            case .cash(let person):
                try book(posting, inCashOf: person, for: payment.purpose)
            case .charge(let id):
                try changeCharge(id) { (charge) throws(AmountOutOfRange) in
                    charge.paidFen = try rowSum(charge.paidFen, -posting.amountFen)
                }
            case .chargeWait(let id):
                try changeCharge(id) { (charge) throws(AmountOutOfRange) in
                    charge.waitingFen = try rowSum(charge.waitingFen, -posting.amountFen)
                }
            case .stationCash, .card, .wallet, .monthly, .pending, .variance, .waived, .suspense:
                continue
            }
        }
    }

    /// The payment that the fact is, or answers.
    private var bookedPayment: PaymentFact? {
        if case .payment(let payment) = fact.payload { return payment }
        return answering?.payment?.fact
    }

    /// A charge in another currency is as good as none.
    private func isKnownCharge(_ payment: PaymentFact) -> Bool {
        charge(payment.charge)?.currency == payment.money.currency
    }

    private mutating func changeCharge(
        _ id: String, _ change: (inout Charge) throws(AmountOutOfRange) -> Void
    ) throws(AmountOutOfRange) {
        guard var charge = charge(id) else { return }
        try change(&charge)
        charge.balanceFen = try rowSum(charge.dueFen, -charge.paidFen)
        charge.settle()
        put(.charge(charge))
    }

    private mutating func book(
        _ posting: Posting, inCashOf person: String, for purpose: ChargePurpose
    ) throws(AmountOutOfRange) {
        var account = account(person)
        let held = account.cashFen[posting.currency] ?? 0
        account.cashFen[posting.currency] = try rowSum(held, posting.amountFen)
        if posting.currency == Charge.currencyDefault {
            let parts = account.parts
            switch purpose {
            case .freight:
                account.parts.freightFen = try rowSum(parts.freightFen, posting.amountFen)
            case .collect:
                account.parts.collectFen = try rowSum(parts.collectFen, posting.amountFen)
            case .cod: account.parts.codFen = try rowSum(parts.codFen, posting.amountFen)
            case .return, .storage, .packaging, .other: break
            }
        }
        put(.account(account))
    }
}

extension Charge {
    /// The currency where none is named (PJS 2.2).
    package static let currencyDefault = "CNY"

    /// A new charge, of which nothing is paid.
    package init(id: String, purpose: ChargePurpose, dueFen: Int, currency: String) {
        self.init(
            id: id, purpose: purpose, dueFen: dueFen, currency: currency, paidFen: 0,
            balanceFen: dueFen, state: .open)
        settle()
    }

    /// Sets the state by the balance; a waived charge stays waived.
    mutating func settle() {
        guard state != .waived else { return }
        state = balanceFen > 0 ? .open : balanceFen == 0 ? .settled : .refundDue
    }
}
