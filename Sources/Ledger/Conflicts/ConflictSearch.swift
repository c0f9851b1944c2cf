package import Domain

/// One search through a set of facts: rule after rule, each over all pairs that it is about.
struct ConflictSearch {
    let facts: FactSet
    var result = Findings()
    /// The facts that count: voided ones are not among them.
    let counted: [Deed]
    private var found: [Finding] = []

    init(_ facts: FactSet) {
        self.facts = facts
        counted = facts.deeds.filter { !facts.voided.contains($0.id) }
    }

    var settings: ConflictSettings { facts.settings }

    mutating func run() {
        for deed in facts.deeds { look(at: deed) }
        lookAtApprovals()
        lookAtHandover()
        lookAtCash()
        lookAtCustody()
        lookAtChecks()
        lookAtDeliveries()
        lookAtCancellations()
        lookAtAddresses()
        lookAtMoney()
        lookAtOrder()
        lookAtProblems()
        lookAtEntitlement()
        lookAtIntercepts()
        result.cases = found.sorted { $0.key < $1.key }
    }

    /// Adds a case.
    mutating func open(
        _ rule: ConflictRule, _ kind: CaseKind, _ deeds: [Deed], of scope: String? = nil,
        severity: CaseSeverity? = nil, options: [CaseOption]? = nil,
        comparison: [CaseDifference] = [], amountFen: Int? = nil
    ) {
        let first = deeds.min { $0.number < $1.number }
        found.append(
            Finding(
                rule, kind, scope ?? facts.scope, deeds, severity: severity, options: options,
                comparison: comparison, provisional: first?.fact.reference, amountFen: amountFen))
    }

    /// Whether a case of this kind was found.
    func isOpen(_ kind: CaseKind, _ scope: String) -> Bool {
        found.contains { $0.key.kind == kind && $0.key.scope == scope }
    }

    // MARK: Which facts

    var pickups: [Deed] { counted.filter { $0.fact.kind == .pickup } }
    var payments: [Deed] { counted.filter { $0.fact.kind == .payment } }
    var deliveries: [Deed] { counted.filter { $0.fact.kind == .deliver } }
    var attempts: [Deed] { counted.filter { $0.fact.kind == .attempt } }
    var problems: [Deed] { counted.filter { $0.fact.kind == .problem } }
    var handovers: [Deed] { counted.filter { $0.fact.kind == .handover } }
    var releases: [Deed] { counted.filter { $0.fact.kind == .parcelRelease } }
    var intercepts: [Deed] { counted.filter { $0.fact.kind == .parcelIntercept } }
    var cancellations: [Deed] { counted.filter { $0.fact.kind == .taskCancel } }

    /// Deliveries that end the journey to the recipient.
    var finals: [Deed] {
        deliveries.filter { $0.fact.isTerminal && $0.fact.returnStep == nil }
    }

    /// Returns, and deliveries to the sender.
    var returns: [Deed] { counted.filter { $0.fact.returnStep != nil } }

    func checks(passing: Bool) -> [Deed] {
        counted.filter { deed in
            if case .check(let check) = deed.fact.payload {
                (check.result == .pass) == passing
            } else {
                false
            }
        }
    }

    /// Whether a stop was lifted before something was done, or at all.
    func isLifted(_ stop: Deed, before deed: Deed? = nil) -> Bool {
        releases.contains { release in
            stop.isBefore(release) && !(deed?.isBefore(release) ?? false)
        }
    }

    /// A handover that moved parcels from one person to another.
    func handover(from giver: String, to taker: String? = nil) -> [Deed] {
        handovers.filter { deed in
            guard case .handover(let handover) = deed.fact.payload,
                handover.side == .take || handover.hasPIN == true,
                deed.fact.subject == EntityReference(.person, giver)
            else { return false }
            return taker.map { handover.taker == EntityReference(.person, $0) } ?? true
        }
    }

    // MARK: The same act (R01)

    /// The facts without those that say what an earlier one of the same courier said.
    func distinct(_ deeds: [Deed]) -> [Deed] {
        var kept: [Deed] = []
        for deed in deeds where !kept.contains(where: { SameAct.isSame($0, deed, settings) }) {
            kept.append(deed)
        }
        return kept
    }
}

/// When two facts record one act (R01). Money is never the same act twice.
package enum SameAct {
    /// Whether the kind is one for which the rule holds.
    package static func concerns(_ kind: FactKind) -> Bool {
        switch kind {
        case .pickup, .deliver, .attempt, .problem, .return, .scan: true
        case .identity, .check, .quote, .payment, .paymentVoid, .refusal, .correct, .note,
            .handover, .cashHandover, .refund, .taskAccept, .taskDecline, .taskStart,
            .problemStep, .reweigh, .caseSay, .shiftOpen, .shiftClose, .oversize, .blobCorrupt,
            .consent, .taskOpen, .taskAssign, .taskCancel, .personSet, .configSet, .deviceState,
            .paymentConfirm, .tariffSet, .packSet, .numbersGrant, .taskChange, .addressChange,
            .chargePrice,
            .parcelIntercept, .parcelRelease, .adjustment, .caseResolve, .streamClose,
            .reinterpret, .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose:
            false
        }
    }

    /// Whether the second says again what the first said.
    package static func isSame(
        _ left: Deed, _ right: Deed, _ settings: ConflictSettings
    ) -> Bool {
        guard left.person == right.person, left.fact.kind == right.fact.kind else { return false }
        let isClose =
            abs(left.fact.recordedAt - right.fact.recordedAt) <= settings.sameActMilliseconds
        switch (left.fact.payload, right.fact.payload) {
        case (.pickup(let left), .pickup(let right)): return left.parcel == right.parcel
        case (.attempt(let left), .attempt(let right)):
            return left.parcel == right.parcel && isClose
        case (.problem(let left), .problem(let right)):
            return left.subject == right.subject && left.reason == right.reason && isClose
        case (.scan(let left), .scan(let right)):
            return left.parcel == right.parcel && left.event == right.event
                && left.operation == right.operation && left.batch == right.batch
                && (left.batch != nil || isClose)
        case (.deliver, .deliver), (.return, .return):
            return left.fact.payload == right.fact.payload
        default: return false
        }
    }
}

extension Fact {
    /// The step of a return that it is.
    var returnStep: ReturnStep? {
        if case .return(let step) = payload { return step.step }
        if case .deliver(let deliver) = payload, deliver.proofType == .returnSigned {
            return .signed
        }
        return nil
    }
}
