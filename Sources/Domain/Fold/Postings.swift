/// One side of a double entry; debit is positive.
package struct Posting: Hashable, Sendable {
    package let account: LedgerAccount
    package let amountFen: Int
    package let currency: String

    /// Books an amount to an account.
    package init(_ account: LedgerAccount, _ amountFen: Int, _ currency: String) {
        self.account = account
        self.amountFen = amountFen
        self.currency = currency
    }
}

/// What facts move in the books. The postings of one fact always sum to zero.
package enum Postings {
    /// The postings of a fact that is in effect; whether it is the caller has decided.
    ///
    /// - Parameter answering: what a void or a confirmation is about; without it they post nothing.
    /// - Parameter isChargeKnown: an unknown charge is posted to `suspense` instead.
    /// - Parameter handover: the row of a handover as it was before the fact.
    package static func of(
        _ fact: Fact, answering: AnsweredFact? = nil, isChargeKnown: (String) -> Bool,
        handover: (String) -> Handover? = { _ in nil }
    ) -> [Posting] {
        switch fact.payload {
        case .refund(let refund):
            return Postings.of(
                refund, of: fact.person, isChargeKnown: isChargeKnown(refund.charge))
        case .cashHandover(let side):
            guard let row = handover(side.number), let moved = row.cashMoved(by: fact, side),
                moved != 0
            else { return [] }
            return [
                Posting(.stationCash, moved, side.money.currency),
                Posting(.cash(person: row.giver.id), -moved, side.money.currency),
            ]
        case .caseResolve(let decision):
            return decision.postings.filter { $0.amountFen != 0 }.map {
                Posting($0.account, $0.amountFen, decision.currency ?? Charge.currencyDefault)
            }
        case .payment(let payment):
            let book = Book(fact, payment, isChargeKnown(payment.charge))
            return payment.state == .pending ? book.waiting : book.counted
        case .paymentVoid:
            guard let answering, let (payment, standing) = answering.payment else { return [] }
            let book = Book(answering.fact, payment, isChargeKnown(payment.charge))
            switch standing {
            case .waiting: return reversed(book.waiting)
            case .counted: return reversed(book.counted)
            case .ended: return []
            }
        case .paymentConfirm(let confirmation):
            guard let answering, let (payment, standing) = answering.payment,
                standing == .waiting
            else { return [] }
            let book = Book(answering.fact, payment, isChargeKnown(payment.charge))
            return reversed(book.waiting)
                + (confirmation.outcome == .confirmed ? book.counted : [])
        case .identity, .check, .quote, .pickup, .refusal, .deliver, .attempt, .problem, .correct,
            .note, .return, .handover, .taskAccept, .taskDecline, .taskStart, .problemStep, .scan,
            .reweigh, .caseSay, .shiftOpen, .shiftClose, .oversize, .blobCorrupt, .consent,
            .taskOpen, .taskAssign, .taskCancel, .personSet, .configSet, .deviceState, .tariffSet,
            .packSet,
            .numbersGrant, .taskChange, .addressChange, .chargePrice, .parcelIntercept,
            .parcelRelease, .adjustment, .streamClose, .reinterpret:
            return []
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose: return []
        }
    }

    /// Money that goes back to a payer.
    private static func of(
        _ refund: RefundFact, of person: String, isChargeKnown: Bool
    ) -> [Posting] {
        let credit: LedgerAccount
        switch refund.money.method.methodClass {
        case .cash: credit = .cash(person: person)
        case .card: credit = .card
        case .wallet: credit = .wallet
        case .monthly: credit = .monthly(payer: refund.payee ?? refund.charge)
        case .collect: return []
        }
        let (amount, currency) = (refund.money.amountFen, refund.money.currency)
        guard amount != 0 else { return [] }
        return [
            Posting(isChargeKnown ? .charge(id: refund.charge) : .suspense, amount, currency),
            Posting(credit, -amount, currency),
        ]
    }

    private static func reversed(_ postings: [Posting]) -> [Posting] {
        postings.map { Posting($0.account, -$0.amountFen, $0.currency) }
    }

    /// The two entries that a payment can make.
    private struct Book {
        let fact: Fact
        let payment: PaymentFact
        let isChargeKnown: Bool

        init(_ fact: Fact, _ payment: PaymentFact, _ isChargeKnown: Bool) {
            self.fact = fact
            self.payment = payment
            self.isChargeKnown = isChargeKnown
        }

        /// While the station has not confirmed it.
        var waiting: [Posting] {
            pair(
                .pending(reference: fact.reference),
                isChargeKnown ? .chargeWait(id: payment.charge) : .suspense)
        }

        /// When it counts as paid; COLLECT leaves the charge due at delivery.
        var counted: [Posting] {
            let credit: LedgerAccount =
                isChargeKnown ? .charge(id: payment.charge) : .suspense
            switch payment.money.method.methodClass {
            case .cash: return pair(.cash(person: fact.person), credit)
            case .card: return pair(.card, credit)
            case .wallet: return pair(.wallet, credit)
            case .monthly:
                return pair(.monthly(payer: payment.payer ?? payment.charge), credit)
            case .collect: return []
            }
        }

        private func pair(_ debit: LedgerAccount, _ credit: LedgerAccount) -> [Posting] {
            let amount = payment.money.amountFen
            let currency = payment.money.currency
            guard amount != 0 else { return [] }
            return [Posting(debit, amount, currency), Posting(credit, -amount, currency)]
        }
    }
}
