/// Cash that changes hands, and what persons decide about money (PJS 4.7).
extension FoldScratch {
    /// One side of a cash handover; with the second one the counted amount moves.
    mutating func foldCashHandover(_ handover: CashHandoverFact) throws(AmountOutOfRange) {
        guard let giver = fact.subject else { return }
        var row =
            self.handover(handover.number)
            ?? Handover(
                id: handover.number, content: .cash, giver: giver,
                taker: EntityReference(.person, handover.taker))
        row.currency = row.currency ?? handover.money.currency
        guard row.takesCash(of: fact, handover) else {
            remark = .already
            return
        }
        let postings = Postings.of(
            fact, isChargeKnown: { _ in false }, handover: { self.handover($0) })
        switch handover.side {
        case .give:
            row.given = handover.money.amountFen
            row.parts = handover.parts
        case .count:
            row.taken = handover.money.amountFen
            row.taker = EntityReference(.person, handover.taker)
        }
        put(.handover(row))
        for posting in postings {
            guard case .cash(let person) = posting.account else { continue }
            try book(posting, inCashOf: person, row.parts == CashParts() ? nil : row.parts)
        }
    }

    /// Books cash that leaves a person for what it was taken for: as the person says, or else from
    /// the parts that are there.
    private mutating func book(
        _ posting: Posting, inCashOf person: String, _ parts: CashParts?
    ) throws(AmountOutOfRange) {
        var account = account(person)
        let held = account.cashFen[posting.currency] ?? 0
        account.cashFen[posting.currency] = try rowSum(held, posting.amountFen)
        if posting.currency == Charge.currencyDefault {
            try account.parts.take((parts ?? account.parts).first(-posting.amountFen))
        }
        put(.account(account))
    }

    /// What is due from now on.
    mutating func foldChargePrice(_ price: ChargePriceFact) throws(AmountOutOfRange) {
        guard charge(price.charge) != nil else { return missing(.charge, price.charge) }
        try changeCharge(price.charge) { $0.dueFen = price.dueFen }
    }

    /// Changes what is due by an amount.
    mutating func foldAdjustment(_ adjustment: AdjustmentFact) throws(AmountOutOfRange) {
        guard charge(adjustment.charge)?.currency == adjustment.currency else {
            return missing(.charge, adjustment.charge)
        }
        try changeCharge(adjustment.charge) { (charge) throws(AmountOutOfRange) in
            charge.dueFen = try rowSum(charge.dueFen, adjustment.amountFen)
        }
    }

    /// Books what a manager has decided.
    mutating func foldDecidedPostings(_ decision: CaseResolveFact) throws(AmountOutOfRange) {
        let isWaiver = decision.postings.contains { $0.account == .waived }
        for posting in Postings.of(fact, isChargeKnown: { _ in true }) {
            switch posting.account {
            case .cash(let person): try book(posting, inCashOf: person, nil)
            case .charge(let id):
                try changeCharge(id) { (charge) throws(AmountOutOfRange) in
                    if isWaiver {
                        charge.waivedFen = try rowSum(charge.waivedFen, -posting.amountFen)
                    } else {
                        charge.paidFen = try rowSum(charge.paidFen, -posting.amountFen)
                    }
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
}

extension Handover {
    /// Whether a cash fact is a side of this handover that is not there yet. Nobody counts the
    /// cash that they give themselves.
    func takesCash(of fact: Fact, _ side: CashHandoverFact) -> Bool {
        guard content == .cash, giver == fact.subject, currency == side.money.currency
        else { return false }
        return switch side.side {
        case .give: given == nil
        case .count: taken == nil && fact.person != giver.id
        }
    }

    /// The amount that moves when this fact joins the sides that are there: what was counted.
    func cashMoved(by fact: Fact, _ side: CashHandoverFact) -> Int? {
        guard takesCash(of: fact, side) else { return nil }
        return switch side.side {
        case .give: taken
        case .count: given == nil ? nil : side.money.amountFen
        }
    }
}

extension CashParts {
    /// The first so many fen of these parts: freight, then freight on delivery, then cash on
    /// delivery.
    fileprivate func first(_ amountFen: Int) -> CashParts {
        var left = max(0, amountFen)
        func share(_ part: Int) -> Int {
            let share = min(max(0, part), left)
            left -= share
            return share
        }
        var parts = CashParts()
        parts.freightFen = share(freightFen)
        parts.collectFen = share(collectFen)
        parts.codFen = share(codFen)
        return parts
    }

    fileprivate mutating func take(_ parts: CashParts) throws(AmountOutOfRange) {
        freightFen = try rowSum(freightFen, -parts.freightFen)
        collectFen = try rowSum(collectFen, -parts.collectFen)
        codFen = try rowSum(codFen, -parts.codFen)
    }
}
