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

    /// Books a payment, its void or its confirmation, or a refund: the rows follow the postings, so
    /// books and rows cannot disagree.
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
        guard let booked = fact.bookedMoney(answering: answering) else { return }
        if !isKnownCharge(booked) { missing(.charge, booked.charge) }
        let postings = Postings.of(fact, answering: answering) { _ in isKnownCharge(booked) }
        let purpose = booked.purpose ?? charge(booked.charge)?.purpose ?? .other
        for posting in postings {
            switch posting.account {
            case .cash(let person):
                try book(posting, inCashOf: person, for: purpose)
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

    /// A charge in another currency is as good as none.
    private func isKnownCharge(_ booked: BookedMoney) -> Bool {
        charge(booked.charge)?.currency == booked.money.currency
    }

    /// Changes a charge that is there, and what follows from its amounts.
    mutating func changeCharge(
        _ id: String, _ change: (inout Charge) throws(AmountOutOfRange) -> Void
    ) throws(AmountOutOfRange) {
        guard var charge = charge(id) else { return }
        try change(&charge)
        try charge.settle()
        put(.charge(charge))
    }

    /// Books cash in the hands of a person, by what it is for.
    mutating func book(
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
            balanceFen: dueFen, state: dueFen > 0 ? .open : dueFen == 0 ? .settled : .refundDue)
    }

    /// The same charge with another amount due; nil when the sums do not fit.
    package func due(_ dueFen: Int) -> Charge? {
        var charge = self
        charge.dueFen = dueFen
        return (try? charge.settle()).map { charge }
    }

    /// Sets balance and state by what is due, paid and waived.
    mutating func settle() throws(AmountOutOfRange) {
        balanceFen = try rowSum(try rowSum(dueFen, -paidFen), -waivedFen)
        state =
            balanceFen > 0
            ? .open : balanceFen < 0 ? .refundDue : waivedFen > 0 ? .waived : .settled
    }
}

/// The money of a fact that is booked to a charge.
package struct BookedMoney: Hashable, Sendable {
    package let money: Money
    package let charge: String
    /// Nil where only the charge knows.
    package let purpose: ChargePurpose?
}

extension Fact {
    /// The money of a payment or refund, or of the payment that the fact answers.
    package func bookedMoney(answering: AnsweredFact?) -> BookedMoney? {
        switch (payload, answering?.fact.payload) {
        case (.refund(let refund), .payment(let payment)) where payment.charge == refund.charge:
            BookedMoney(money: refund.money, charge: refund.charge, purpose: payment.purpose)
        case (.refund(let refund), _):
            BookedMoney(money: refund.money, charge: refund.charge, purpose: nil)
        case (.payment(let payment), _), (_, .payment(let payment)):
            BookedMoney(money: payment.money, charge: payment.charge, purpose: payment.purpose)
        default: nil
        }
    }
}
