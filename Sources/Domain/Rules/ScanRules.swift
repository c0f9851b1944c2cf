/// What is done with a parcel that is scanned: an event of its journey, or work at a station.
package enum ScanAct: Hashable, Sendable {
    case event(ScanEvent)
    case operation(ScanOperation)
}

/// Work at a station that moves nothing (`ops` of a scan).
package enum ScanOperation: String, CaseIterable, Sendable {
    case weighed = "WEIGHED"
    case sorted = "SORTED"
    case packed = "PACKED"
    case charged = "CHARGED"
    case loaded = "LOADED"
    case stored = "STORED"
}

/// The look at a parcel before it leaves for delivery.
package enum PreCheck: String, CaseIterable, Sendable {
    case ok = "OK"
    case damaged = "DAMAGED"
    case missing = "MISSING"
}

/// One scan, as entered.
package struct ScanForm: Sendable {
    /// The number as it was read.
    package let number: String
    /// The parcel as the handheld knows it, if it does.
    package let parcel: Parcel?
    package var act: ScanAct
    package var preCheck: PreCheck?
    /// The station it goes to.
    package var destination: String?
    /// Mark of the security screening (安检标识).
    package var securityMark: String?
    package var isKeyed = false

    package init(number: String, parcel: Parcel?, act: ScanAct) {
        self.number = number
        self.parcel = parcel
        self.act = act
    }
}

/// Scans on the way. A parcel that the handheld does not know is scanned all the same: the station
/// knows more, and what nobody knows must come to light.
package enum ScanRules {
    /// The fact to record, or everything that is wrong with the scan.
    package enum Outcome: Sendable {
        case recorded(ScanFact)
        case incomplete([FormProblem])
    }

    /// Judges a scan.
    package static func decide(_ form: ScanForm, in context: RuleContext) -> Outcome {
        let number: String
        switch LabelRules.parse(form.number, prefix: context.settings.companyPrefix) {
        case .success(let parsed): number = parsed.text
        case .failure(let problem): return .incomplete([problem])
        }
        var problems: [FormProblem] = []
        if let parcel = form.parcel { problems += obstacles(form.act, parcel) }
        problems += preCheck(form, number)
        if let destination = form.destination, !EntityReference.isIdentifier(destination) {
            problems.append(.field(.identifier(.destination, destination)))
        }
        problems += PartyRules.optionalText(form.securityMark, .screening, max: TextMax.number)
        guard problems.isEmpty else { return .incomplete(problems) }
        var fact = ScanFact(parcel: number)
        switch form.act {
        case .event(let event): fact.event = event
        case .operation(let operation): fact.operation = Code(operation.rawValue)
        }
        fact.station = context.station
        fact.preCheck = form.preCheck.flatMap { Code($0.rawValue) }
        fact.destination = form.destination
        fact.securityMark = form.securityMark
        fact.isKeyed = form.isKeyed
        return .recorded(fact)
    }

    /// A stopped parcel stays where it is, and no event leads where the stage does not.
    private static func obstacles(_ act: ScanAct, _ parcel: Parcel) -> [FormProblem] {
        guard case .event(let event) = act else {
            return parcel.stage.isTerminal ? [.parcel(.stageForbids(parcel.id, parcel.stage))] : []
        }
        var problems: [FormProblem] = []
        if parcel.isStopped, event.movesOn { problems.append(.parcel(.stopped(parcel.id))) }
        let isAllowed =
            event == .pickedUpByRecipient
            ? parcel.stage == .availableForPickup
            : event.event.stage.map(parcel.stage.successors.contains) ?? !parcel.stage.isTerminal
        if !isAllowed { problems.append(.parcel(.stageForbids(parcel.id, parcel.stage))) }
        return problems
    }

    /// Nothing leaves for delivery that was not looked at, and nothing that looked bad.
    private static func preCheck(_ form: ScanForm, _ number: String) -> [FormProblem] {
        guard form.act == .event(.outForDelivery) else { return [] }
        switch form.preCheck {
        case nil: return [.parcel(.notPreChecked(number))]
        case .ok: return []
        case .damaged, .missing: return [.parcel(.notFitForDelivery(number))]
        }
    }
}

extension ScanEvent {
    /// Whether the parcel goes on with it; a stop order forbids that.
    fileprivate var movesOn: Bool {
        switch self {
        case .departedOrigin, .departedHub, .outForDelivery, .pickedUpByRecipient,
            .transferredCarrier:
            true
        case .receivedAtOrigin, .securityScreened, .arrivedHub, .arrivedDestination, .held,
            .disposed:
            false
        }
    }
}
