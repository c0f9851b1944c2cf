import Domain

/// Money: R09, R10 and R12, charge by charge.
extension ConflictSearch {
    /// Looks at every charge that somebody paid.
    mutating func lookAtMoney() {
        let ended = Set(
            counted.compactMap { deed -> String? in
                guard case .paymentConfirm(let confirmation) = deed.fact.payload,
                    confirmation.outcome == .failed
                else { return nil }
                return deed.fact.corrects
            })
        let confirmed = Set(
            counted.compactMap { deed -> String? in
                if case .paymentConfirm(let confirmation) = deed.fact.payload,
                    confirmation.outcome == .confirmed
                {
                    deed.fact.corrects
                } else {
                    nil
                }
            })
        var paid: [String: [Deed]] = [:]
        for deed in payments where !ended.contains(deed.id) {
            guard case .payment(let payment) = deed.fact.payload,
                payment.state == .taken || confirmed.contains(deed.id),
                payment.money.method.methodClass != .collect
            else { continue }
            paid[payment.charge, default: []].append(deed)
        }
        for charge in paid.keys.sorted() {
            guard let account = ChargeAccount(charge, paid[charge] ?? [], counted) else {
                continue
            }
            lookAt(account)
        }
        lookAtFailed(ended, paid)
    }

    /// R09: money that was counted on and did not come, of a parcel that went on meanwhile.
    private mutating func lookAtFailed(_ ended: Set<String>, _ paid: [String: [Deed]]) {
        guard !deliveries.isEmpty || !pickups.isEmpty else { return }
        var failed: [String: [Deed]] = [:]
        for deed in payments where ended.contains(deed.id) {
            if let charge = deed.fact.payment?.charge { failed[charge, default: []].append(deed) }
        }
        for charge in failed.keys.sorted() {
            let taken = paid[charge] ?? []
            guard let account = ChargeAccount(charge, taken, counted, of: failed[charge]?.first),
                let due = account.dueNow, due > account.keptFen,
                !isOpen(.collectOrWaive, "charge:\(charge)")
            else { continue }
            open(
                .priceChanged, .collectOrWaive, taken + (failed[charge] ?? []),
                of: "charge:\(charge)",
                comparison: [CaseDifference("amount_fen", String(due), String(account.keptFen))],
                amountFen: due - account.keptFen)
        }
    }

    private mutating func lookAt(_ charge: ChargeAccount) {
        let scope = "charge:\(charge.id)"
        var isTwice = false
        if charge.payments.count > 1,
            charge.greatestDue.map({ charge.keptFen > $0 }) ?? (charge.keptFen > 0)
        {
            isTwice = true
            openDoublePayment(charge, scope)
        }
        lookAtPrice(charge, scope, isTwice: isTwice)
        let reasons = reasonsToGiveBack(charge)
        if charge.keptFen > 0, !reasons.isEmpty {
            open(
                .paidForNothing, .refundDue, charge.payments + reasons, of: scope,
                comparison: [CaseDifference("amount_fen", String(charge.keptFen), "0")],
                amountFen: charge.keptFen)
        }
    }

    private mutating func openDoublePayment(_ charge: ChargeAccount, _ scope: String) {
        guard let first = charge.payments.first, let last = charge.payments.last else { return }
        var comparison = compare(first, last)
        let isTap = zip(charge.payments, charge.payments.dropFirst()).contains { left, right in
            left.stream == right.stream && left.fact.amountFen == right.fact.amountFen
                && abs(left.fact.recordedAt - right.fact.recordedAt)
                    <= settings.doubleTapMilliseconds
        }
        if isTap { comparison.append(CaseDifference("hint", "double_tap", "double_tap")) }
        open(
            .paidTwice, .doublePayment, charge.payments, of: scope, comparison: comparison,
            amountFen: charge.keptFen - (charge.greatestDue ?? charge.payments[0].fact.amountFen))
    }

    /// R09: what is due after a correction of the price that a courier did not know.
    private mutating func lookAtPrice(
        _ charge: ChargeAccount, _ scope: String, isTwice: Bool
    ) {
        guard let first = charge.payments.first, let before = charge.firstDue,
            let newest = charge.prices.last ?? charge.adjustments.last
        else { return }
        let valid = charge.prices.last { $0.fact.priceFrom <= first.fact.recordedAt }
        let due = max(0, (valid?.fact.priceDue ?? before) + charge.adjustedFen)
        result.dues[charge.id] = due
        // What was taken in vain a second time is for R10.
        let kept = isTwice ? before : charge.keptFen
        let isSettled = charge.keptFen >= before || !deliveries.isEmpty
        guard due != kept, due < kept || isSettled else { return }
        let deeds = charge.payments + [valid ?? newest] + charge.adjustments
        let comparison = [CaseDifference("due_fen", String(before), String(due))]
        if due > kept {
            open(
                .priceChanged, .collectOrWaive, deeds, of: scope, comparison: comparison,
                amountFen: due - kept)
        } else {
            open(
                .priceChanged, .refundDue, deeds, of: scope, comparison: comparison,
                amountFen: kept - due)
        }
    }

    /// R12: what makes the money that was taken the payer's again.
    private func reasonsToGiveBack(_ charge: ChargeAccount) -> [Deed] {
        let tasks = Set(charge.payments.compactMap(\.task))
        var reasons = cancellations.filter { $0.task.map(tasks.contains) ?? false }
        // The way there was travelled: freight that the sender paid stays earned.
        if charge.purpose != .freight { reasons += distinct(returns) }
        reasons += checks(passing: false).filter { !isLifted($0) }
        reasons += intercepts.filter { stop in
            !isLifted(stop) && charge.payments.contains { !$0.isBefore(stop) }
        }
        return reasons
    }

    /// What two facts of one sort say, side by side.
    func compare(_ first: Deed, _ last: Deed) -> [CaseDifference] {
        var rows = [CaseDifference("person", first.person, last.person)]
        func add(_ field: String, _ value: (Fact) -> String?) {
            let (left, right) = (value(first.fact), value(last.fact))
            guard left != nil || right != nil else { return }
            rows.append(CaseDifference(field, left ?? "-", right ?? "-"))
        }
        add("kind") { $0.kind.rawValue }
        add("signer") { fact in
            if case .deliver(let deliver) = fact.payload { deliver.signer } else { nil }
        }
        add("proof") { fact in
            if case .deliver(let deliver) = fact.payload { deliver.proofType.rawValue } else { nil }
        }
        add("place") { $0.deliveryPlace }
        add("result") { fact in
            if case .check(let check) = fact.payload { check.result.rawValue } else { nil }
        }
        add("amount_fen") { $0.payment.map { String($0.money.amountFen) } }
        add("method") { $0.payment?.money.method.rawValue }
        return rows
    }
}

/// One charge and the money that was taken for it.
private struct ChargeAccount {
    let id: String
    let payments: [Deed]
    /// What was due at first; nil while nobody knows what the charge is.
    let firstDue: Int?
    let purpose: ChargePurpose
    let prices: [Deed]
    /// What was added to what is due, or taken off.
    let adjustments: [Deed]
    /// What was taken and not given back.
    let keptFen: Int

    /// - Parameter failed: a payment of the charge that did not count.
    init?(_ id: String, _ payments: [Deed], _ facts: [Deed], of failed: Deed? = nil) {
        guard let first = (payments.first ?? failed)?.fact.payment else { return nil }
        self.id = id
        self.payments = payments
        purpose = first.purpose
        firstDue = facts.lazy.compactMap { $0.fact.due(of: id) }.first
        prices = facts.filter { deed in
            if case .chargePrice(let price) = deed.fact.payload {
                price.charge == id
            } else {
                false
            }
        }
        adjustments = facts.filter { deed in
            if case .adjustment(let adjustment) = deed.fact.payload {
                adjustment.charge == id
            } else {
                false
            }
        }
        let taken = Fen.sum(payments.map(\.fact.amountFen)) ?? Fold.amountMax
        let given = facts.map { deed in
            if case .refund(let refund) = deed.fact.payload, refund.charge == id {
                refund.money.amountFen
            } else {
                0
            }
        }
        keptFen = taken - min(taken, Fen.sum(given) ?? 0)
    }

    /// What is due by the newest price and every adjustment; nil while nobody knows the charge.
    var dueNow: Int? {
        firstDue.map { max(0, (prices.last?.fact.priceDue ?? $0) + adjustedFen) }
    }

    /// The most that anybody was ever told is due.
    var greatestDue: Int? {
        firstDue.map { max($0, prices.map(\.fact.priceDue).max() ?? 0) + max(0, adjustedFen) }
    }

    var adjustedFen: Int {
        let sum = Fen.sum(adjustments.map(\.fact.adjustmentFen)) ?? 0
        return max(-Fold.amountMax, min(Fold.amountMax, sum))
    }
}

extension Fact {
    /// The payment that it is.
    var payment: PaymentFact? {
        if case .payment(let payment) = payload { payment } else { nil }
    }

    /// The amount of a payment; 0 for other facts.
    var amountFen: Int { payment?.money.amountFen ?? 0 }

    fileprivate var adjustmentFen: Int {
        if case .adjustment(let adjustment) = payload { adjustment.amountFen } else { 0 }
    }

    fileprivate var priceDue: Int {
        if case .chargePrice(let price) = payload { price.dueFen } else { 0 }
    }

    fileprivate var priceFrom: Int {
        if case .chargePrice(let price) = payload { price.from } else { 0 }
    }

    /// What was due for a charge when this fact made it; nil when it makes another or none.
    fileprivate func due(of charge: String) -> Int? {
        switch payload {
        case .quote(let quote):
            return quote.isAccepted && madeID == charge ? quote.totalFen : nil
        case .pickup(let pickup):
            return FactCode.codChargeID(id) == charge ? pickup.services?.codAmountFen : nil
        case .taskOpen(let opening):
            return opening.collect.enumerated()
                .first { FactCode.collectChargeID(id, $0.offset + 1) == charge }?
                .element.amountFen
        default: return nil
        }
    }
}
