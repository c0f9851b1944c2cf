import Domain

/// Who has the parcel, and who may act on it: R02, R04, R17, R19, R20.
extension ConflictSearch {
    /// R02: two couriers picked it up, or one acts on what another one took money for.
    mutating func lookAtCustody() {
        let pickups = distinct(pickups)
        var held: [Deed] = []
        for (index, first) in pickups.enumerated() {
            for second in pickups[(index + 1)...] where isDoublePickup(first, second) {
                held += [first, second]
            }
            held += strangers(to: first)
        }
        if !held.isEmpty {
            open(
                .doublePickup, .custody, held,
                comparison: held.first.flatMap { first in
                    held.last.map { compare(first, $0) }
                } ?? [])
        }
        lookAtReassignments()
    }

    private func isDoublePickup(_ first: Deed, _ second: Deed) -> Bool {
        guard first.person != second.person,
            handover(from: first.person, to: second.person).isEmpty,
            handover(from: second.person, to: first.person).isEmpty
        else { return false }
        return !isImplicitHandover(first, second) && !isImplicitHandover(second, first)
    }

    /// The later courier also worked with it, so it must have been given.
    private func isImplicitHandover(_ first: Deed, _ second: Deed) -> Bool {
        guard first.isBefore(second), first.isTimeGood, second.isTimeGood else { return false }
        return counted.contains { deed in
            deed.person == second.person && second.isBefore(deed) && deed.fact.isWork
        }
    }

    /// Handovers between others, of a parcel that this courier picked up not before them.
    private func strangers(to pickup: Deed) -> [Deed] {
        let moves = handovers.filter { deed in
            guard case .handover(let handover) = deed.fact.payload,
                handover.side == .take || handover.hasPIN == true
            else { return false }
            return deed.fact.subject?.type == .person && !pickup.isBefore(deed)
        }
        let isParty = moves.contains { deed in
            guard case .handover(let handover) = deed.fact.payload else { return false }
            let person = EntityReference(.person, pickup.person)
            return deed.fact.subject == person || handover.taker == person
        }
        return isParty || moves.isEmpty ? [] : [pickup] + moves
    }

    /// R06 with R02: the work went to somebody else after the first courier was paid, and the
    /// second one acts without having been given the parcel.
    private mutating func lookAtReassignments() {
        var holders: [String: String] = [:]
        for plan in counted {
            switch plan.fact.payload {
            case .taskOpen(let opening): holders[opening.task] = opening.assignee
            case .taskAssign(let assignment):
                let before = holders[assignment.task]
                holders[assignment.task] = assignment.assignee
                guard let before, before != assignment.assignee else { continue }
                let paid = payments.filter {
                    $0.person == before && $0.task == assignment.task && !plan.isBefore($0)
                }
                let acts = counted.filter {
                    $0.person == assignment.assignee && $0.fact.isWork && !$0.isBefore(plan)
                }
                guard let money = paid.first, let act = acts.first,
                    handover(from: before, to: assignment.assignee).isEmpty
                else { continue }
                open(
                    .doublePickup, .custody, [money, plan, act], of: "task:\(assignment.task)",
                    comparison: compare(money, act))
            default: continue
            }
        }
    }

    /// R17: whoever gave it away, has left or lacks the right acts on it.
    mutating func lookAtEntitlement() {
        for deed in counted {
            let isMoney = deed.fact.kind == .payment
            guard isMoney || deed.fact.kind == .deliver else { continue }
            let gave = handover(from: deed.person).filter { move in
                !deed.isBefore(move)
                    && !takenBack(by: deed.person).contains {
                        move.isBefore($0) && !deed.isBefore($0)
                    }
            }
            let mayNot = !deed.standing.allows([isMoney ? .cash : .deliver])
            guard mayNot || !gave.isEmpty else { continue }
            open(
                .notEntitled, .notEntitled, gave + [deed], of: "fact:\(deed.id)",
                comparison: [
                    CaseDifference(
                        "why", mayNot ? "capability" : "handed_over",
                        isMoney ? Capability.cash.rawValue : Capability.deliver.rawValue)
                ])
        }
    }

    private func takenBack(by person: String) -> [Deed] {
        handovers.filter { deed in
            guard case .handover(let handover) = deed.fact.payload else { return false }
            return handover.taker == EntityReference(.person, person)
                && (handover.side == .take || handover.hasPIN == true)
        }
    }

    /// R19: the parcel was to be stopped and went on.
    mutating func lookAtIntercepts() {
        var ignored: [Deed] = []
        for stop in intercepts {
            guard case .parcelIntercept(let order) = stop.fact.payload else { continue }
            for deed in distinct(pickups) + deliveries where !isLifted(stop, before: deed) {
                if order.isProhibited == true || !isInnocent(deed, of: stop) {
                    ignored += [stop, deed]
                }
            }
        }
        if !ignored.isEmpty { open(.interceptIgnored, .interceptIgnored, ignored) }
    }

    /// Whether the courier acted before the stop, or could not know of it: the version of the
    /// parcel that the courier saw is older.
    private func isInnocent(_ deed: Deed, of stop: Deed) -> Bool {
        if deed.isBefore(stop) { return true }
        guard case .parcelIntercept(let order) = stop.fact.payload else { return false }
        let parcel = EntityReference(.parcel, order.parcel)
        guard let seen = deed.fact.base[parcel], let decided = stop.fact.base[parcel] else {
            return false
        }
        return seen <= decided
    }

    /// R20: giver and taker do not say the same.
    mutating func lookAtHandover() {
        guard facts.scope.hasPrefix("handover:") else { return }
        let sides = counted.filter { $0.fact.kind == .handover }
        var parts: [HandoverSide: (parcels: Set<String>, count: Int, isWhole: Bool)] = [:]
        var isConfirmed = false
        for deed in sides {
            guard case .handover(let handover) = deed.fact.payload else { continue }
            let known = parts[handover.side] ?? ([], 0, false)
            let isWhole = handover.part.map { $0.index == $0.count } ?? true
            parts[handover.side] = (
                known.parcels.union(handover.parcels), known.count + handover.count,
                known.isWhole || isWhole
            )
            isConfirmed = isConfirmed || handover.hasPIN == true
        }
        let closing = counted.first { $0.fact.kind == .dayClose }
        switch (parts[.give], parts[.take]) {
        case (let give?, let take?):
            guard give.isWhole, take.isWhole,
                give.parcels != take.parcels || give.count != take.count
            else { return }
            let missing = give.parcels.subtracting(take.parcels).sorted()
            let extra = take.parcels.subtracting(give.parcels).sorted()
            open(
                .handoverUnmatched, .handoverUnmatched, sides,
                comparison: [
                    CaseDifference("count", String(give.count), String(take.count)),
                    CaseDifference(
                        "parcels", missing.prefix(3).joined(separator: ","),
                        extra.prefix(3).joined(separator: ",")),
                ])
        case (.some, nil), (nil, .some):
            guard closing != nil, !isConfirmed else { return }
            open(
                .handoverUnmatched, .handoverUnmatched, sides,
                comparison: [
                    CaseDifference(
                        "count", parts[.give].map { String($0.count) } ?? "-",
                        parts[.take].map { String($0.count) } ?? "-")
                ])
        case (nil, nil): return
        }
    }

    /// Cash of which one side is missing when the day is closed.
    private mutating func lookAtUncounted(_ sides: [Deed]) {
        guard !sides.isEmpty, counted.contains(where: { $0.fact.kind == .dayClose }) else {
            return
        }
        open(.handoverUnmatched, .handoverUnmatched, sides)
    }

    /// Cash that was counted is not what was given.
    mutating func lookAtCash() {
        guard facts.scope.hasPrefix("handover:") else { return }
        var given: (deed: Deed, amount: Int)?
        var counted: (deed: Deed, amount: Int)?
        for deed in self.counted {
            guard case .cashHandover(let side) = deed.fact.payload else { continue }
            switch side.side {
            case .give: given = given ?? (deed, side.money.amountFen)
            case .count: counted = counted ?? (deed, side.money.amountFen)
            }
        }
        guard let given, let counted else {
            lookAtUncounted([given?.deed, counted?.deed].compactMap { $0 })
            return
        }
        guard given.amount != counted.amount else { return }
        open(
            .handoverUnmatched, .cashVariance, [given.deed, counted.deed],
            comparison: [
                CaseDifference("amount_fen", String(given.amount), String(counted.amount))
            ], amountFen: given.amount - counted.amount)
    }
}

extension Fact {
    /// Whether its person worked with the parcel.
    var isWork: Bool {
        switch kind {
        case .deliver, .attempt, .payment, .return: true
        case .identity, .check, .quote, .paymentVoid, .pickup, .refusal, .problem, .correct, .note,
            .handover, .cashHandover, .refund, .taskAccept, .taskDecline, .taskStart,
            .problemStep, .scan, .reweigh, .caseSay, .shiftOpen, .shiftClose, .oversize,
            .blobCorrupt, .consent, .taskOpen, .taskAssign, .taskCancel, .personSet, .configSet,
            .deviceState, .paymentConfirm, .tariffSet, .packSet, .numbersGrant, .taskChange,
            .addressChange,
            .chargePrice, .parcelIntercept, .parcelRelease, .adjustment, .caseResolve,
            .streamClose, .reinterpret, .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose:
            false
        }
    }
}
