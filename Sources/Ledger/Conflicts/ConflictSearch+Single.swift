import Domain

/// What one fact says by itself, or together with the fact it answers: R11, R18, R23, R25.
extension ConflictSearch {
    /// R18 and R23.
    mutating func look(at deed: Deed) {
        if let day = deed.lateFor {
            open(
                .late, .lateEntry, [deed], of: "fact:\(deed.id)",
                comparison: [CaseDifference("day", day, "")],
                amountFen: deed.fact.payment?.money.amountFen)
        }
        let reasons = implausible(deed)
        guard !reasons.isEmpty else { return }
        result.implausible[deed.id] = reasons
        guard settings.isImplausibleACase else { return }
        open(
            .implausible, .implausible, [deed], of: "fact:\(deed.id)",
            comparison: reasons.map { CaseDifference("why", $0.rawValue, "") })
    }

    private func implausible(_ deed: Deed) -> [Implausible] {
        guard !deed.isOfStation else { return [] }
        var reasons: [Implausible] = []
        if let skew = deed.skew, abs(skew) > settings.flagMilliseconds { reasons.append(.clock) }
        if isFar(deed) { reasons.append(.place) }
        if deed.fact.amountFen > settings.amountMaxFen { reasons.append(.amount) }
        if isHeavy(deed) { reasons.append(.weight) }
        return reasons
    }

    /// Whether a delivery or attempt was far from every address that it could have been at.
    private func isFar(_ deed: Deed) -> Bool {
        guard deed.fact.kind == .deliver || deed.fact.kind == .attempt,
            let position = deed.position
        else { return false }
        let distances = facts.deeds.compactMap { other -> Int? in
            if case .taskOpen(let opening) = other.fact.payload {
                guard opening.task == deed.task || deed.task == nil else { return nil }
                return opening.address.flatMap { position.metres(to: $0) }
            }
            return other.fact.address.flatMap { position.metres(to: $0) }
        }
        guard let nearest = distances.min() else { return false }
        return nearest > settings.farMetres
    }

    /// Whether a parcel was weighed many times the weight that was told before.
    private func isHeavy(_ deed: Deed) -> Bool {
        let grams: Int
        if case .pickup(let pickup) = deed.fact.payload {
            grams = pickup.weight.actualGrams
        } else if case .reweigh(let reweigh) = deed.fact.payload {
            grams = reweigh.weight.actualGrams
        } else {
            return false
        }
        let told = facts.deeds.filter { $0.id != deed.id && $0.isBefore(deed) }
            .compactMap(\.fact.toldGrams)
        return told.contains { $0 > 0 && grams / settings.weightFactor >= $0 }
    }

    /// R11 and R25: voids and corrections that count only when a manager approves.
    mutating func lookAtApprovals() {
        let byID = Dictionary(
            facts.deeds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for deed in facts.deeds {
            guard let target = deed.fact.corrects.flatMap({ byID[$0] }),
                let rule = Approval.rule(of: deed, on: target, settings: settings)
            else { continue }
            let key = Approval.key(of: deed)
            // Nothing brings a reversed payment back; it is recorded again.
            let isVoidOfVoid = target.fact.kind == .paymentVoid
            open(
                rule, key.kind, [target, deed], of: key.scope,
                options: isVoidOfVoid ? [.refuse] : nil, comparison: compare(target, deed),
                amountFen: target.fact.payment?.money.amountFen)
        }
    }
}

extension Fact {
    /// What somebody said or found that the parcel weighs.
    fileprivate var toldGrams: Int? {
        if case .taskOpen(let opening) = payload { return opening.weight?.actualGrams }
        if case .pickup(let pickup) = payload { return pickup.weight.actualGrams }
        return nil
    }
}
