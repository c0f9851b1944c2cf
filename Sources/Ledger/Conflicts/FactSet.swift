package import Domain

/// All facts of one parcel, with the dispatch acts on its tasks, charges and address; or those of
/// one handover, or of a task that has no parcel yet.
///
/// What is found in it depends on the facts alone and not on the order in which they came (I-19).
package struct FactSet: Sendable {
    /// `parcel:…`, `task:…`, `handover:…`.
    package let scope: String
    package let settings: ConflictSettings
    /// In the order of `Deed.inOrder`.
    let deeds: [Deed]
    /// What managers have decided, by key.
    let decisions: [Finding.Key: CaseOption]
    /// Facts that are void, by void or correction in effect.
    let voided: Set<String>

    /// Takes the facts in any order.
    package init(
        _ scope: String, _ deeds: [Deed], decisions: [Finding.Key: CaseOption] = [:],
        settings: ConflictSettings = ConflictSettings()
    ) {
        self.scope = scope
        self.settings = settings
        self.deeds = deeds.sorted(by: Deed.inOrder)
        self.decisions = decisions
        let byID = Dictionary(
            deeds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var voided: Set<String> = []
        for deed in deeds {
            guard let target = deed.fact.corrects.flatMap({ byID[$0] }), deed.fact.isVoid,
                Approval.rule(
                    of: deed, on: target, settings: settings) == nil
                    || decisions[Approval.key(of: deed)] == .approve
            else { continue }
            voided.insert(target.id)
        }
        self.voided = voided
    }

    /// Everything the rules find, in the order of the keys.
    package func findings() -> Findings {
        var search = ConflictSearch(self)
        search.run()
        return search.result
    }
}

extension Fact {
    /// Whether it takes another fact out of what counts.
    var isVoid: Bool {
        if case .paymentVoid = payload { return true }
        if case .correct(let correction) = payload { return correction.how == .void }
        return false
    }
}

/// Whether a void or correction counts at once, or only when a manager approves (R11, R25).
package enum Approval {
    /// The rule that asks for approval; nil when none does.
    ///
    /// It looks at the two facts alone, so the answer is the same whatever came between them.
    package static func rule(
        of deed: Deed, on target: Deed, settings: ConflictSettings
    ) -> ConflictRule? {
        if deed.isOfStation || deed.standing.isManager { return nil }
        let isOwn = deed.person == target.person
        if case .paymentVoid = deed.fact.payload {
            guard case .payment = target.fact.payload else { return .void }
            let isSameDay =
                settings.day(deed.fact.recordedAt) == settings.day(target.fact.recordedAt)
            return isOwn && isSameDay && deed.lateFor == nil ? nil : .void
        }
        guard case .correct = deed.fact.payload else { return nil }
        // Who cites a case knows of it; then it is for the manager to say.
        let knowsOfCase = deed.fact.base.keys.contains { $0.type == .case }
        let age = deed.fact.recordedAt - target.fact.recordedAt
        let isOld = target.fact.isTerminal && age > settings.correctTerminalMilliseconds
        return isOwn && !knowsOfCase && !isOld && deed.lateFor == nil ? nil : .correction
    }

    /// The case that asks for the approval.
    package static func key(of deed: Deed) -> Finding.Key {
        if case .paymentVoid = deed.fact.payload {
            Finding.Key(.void, .voidApproval, "fact:\(deed.id)")
        } else {
            Finding.Key(.correction, .correctionApproval, "fact:\(deed.id)")
        }
    }
}

extension Fact {
    /// Whether it ended a journey.
    package var isTerminal: Bool {
        if case .deliver(let deliver) = payload { return !deliver.proofType.isDrop }
        if case .return = payload { return true }
        return false
    }
}
