/// Custody: returns, handovers and scans (PJS 4.5).
extension FoldScratch {
    /// The way back begins or ends; the first end of a parcel stands.
    mutating func foldReturn(_ step: ReturnFact) {
        guard var parcel = parcel(step.parcel) else { return missing(.parcel, step.parcel) }
        let isKnown = parcel.stage.isTerminal || step.step == .started && parcel.stage == .returning
        if isKnown {
            remark = .already
        } else {
            note(TrackingEvent(returning: step), in: &parcel)
            if step.step == .signed { move(&parcel, to: .sender) }
            put(.parcel(parcel))
        }
        switch step.step {
        case .signed: finishTask { $0.event = Code(.returnDelivered) }
        case .started:
            // The task of a return goes on until the sender has the parcel.
            guard let task = subjectTask(), task.kind == .delivery else { return }
            finishTask { $0.event = Code(.returnStarted) }
        }
    }

    /// Parcels go to the taker with the first `take`, or with the taker's PIN (PJS 4.5).
    ///
    /// What is not known here waits for its parcel, and the handover with it: nothing else could
    /// tell a parcel that a colleague has picked up, and not sent yet, from one that never was.
    mutating func foldHandover(_ handover: HandoverFact) {
        guard let giver = fact.subject else { return }
        var row =
            self.handover(handover.number)
            ?? Handover(
                id: handover.number, content: .parcels, giver: giver, taker: handover.taker)
        let isOfAnother = row.content != .parcels || row.giver != giver
        let isSecond = handover.part == nil && row.amount(handover.side) != nil
        guard !isOfAnother, !isSecond else {
            remark = .already
            return
        }
        let count = handover.parcels.count
        row.add(count, to: handover.side)
        if handover.side == .give, handover.hasPIN == true { row.add(count, to: .take) }
        if handover.side == .take { row.taker = handover.taker }
        row.note(handover.tasks)
        put(.handover(row))
        if row.taken != nil, let taker = Custody(row.taker).holder {
            pass(row.tasks, from: giver, to: taker)
        }
        guard handover.side == .take || handover.hasPIN == true else { return }
        let custody = Custody(handover.taker)
        for id in handover.parcels {
            guard var parcel = parcel(id) else {
                missing(.parcel, id)
                continue
            }
            guard !parcel.stage.isTerminal else { continue }
            move(&parcel, to: custody)
            put(.parcel(parcel))
        }
    }

    /// The work goes with the parcels, whichever side named it.
    private mutating func pass(_ tasks: [String], from giver: EntityReference, to taker: String) {
        for id in tasks {
            guard var task = task(id), !task.state.isEnded,
                task.assignee == giver.id || task.assignee == taker
            else { continue }
            if task.assignee != taker || task.state == .needsHandover { task.state = .open }
            task.assignee = taker
            put(.task(task))
        }
    }

    /// An event of the journey. One that is told late joins the history and moves nothing.
    mutating func foldScan(_ scan: ScanFact) {
        guard var parcel = parcel(scan.parcel) else { return missing(.parcel, scan.parcel) }
        if let reason = scan.problem {
            var problem = ProblemParcel(
                id: fact.madeID, parcel: scan.parcel, reason: reason, state: .open)
            problem.owner = fact.person
            put(.problem(problem))
        }
        guard let event = scan.event?.event else { return }
        guard !parcel.stage.isTerminal else {
            remark = .already
            return
        }
        if let at = parcel.at, fact.recordedAt < at {
            noteLate(event, place: scan.station, in: &parcel)
        } else {
            note(event, place: scan.station, in: &parcel)
            switch scan.event {
            case .outForDelivery: move(&parcel, to: .person(fact.person))
            case .pickedUpByRecipient: move(&parcel, to: .recipient)
            case nil, .receivedAtOrigin, .securityScreened, .departedOrigin, .arrivedHub,
                .departedHub, .arrivedDestination, .held, .transferredCarrier, .disposed:
                break
            }
        }
        put(.parcel(parcel))
    }

    /// The parcel weighs what the scale says; the price that was told stays.
    mutating func foldReweigh(_ reweigh: ReweighFact) {
        guard var parcel = parcel(reweigh.parcel) else { return missing(.parcel, reweigh.parcel) }
        parcel.weight = reweigh.weight
        put(.parcel(parcel))
    }

    /// Work on a problem goes on; a closed one stays closed.
    mutating func foldProblemStep(_ step: ProblemStepFact) {
        guard let id = fact.subject?.id else { return }
        guard var problem = problem(id) else { return missing(.problem, id) }
        guard problem.state != .closed else {
            remark = .already
            return
        }
        switch step.step {
        case .told, .traced, .assigned, .accepted, .escalated, .decided: problem.state = .working
        case .found: problem.state = .solved
        case .closed: problem.state = .closed
        }
        problem.owner = step.owner ?? problem.owner
        problem.dueAt = step.dueAt ?? problem.dueAt
        problem.note = step.note ?? problem.note
        put(.problem(problem))
        guard step.step == .closed, EntityReference.isIdentifier(problem.parcel),
            var parcel = parcel(problem.parcel), !parcel.stage.isTerminal
        else { return }
        note(.exceptionResolved, in: &parcel)
        put(.parcel(parcel))
    }
}

extension Custody {
    /// With a person, or at a station.
    init(_ holder: EntityReference) {
        self = holder.type == .person ? .person(holder.id) : .station(holder.id)
    }
}

extension Handover {
    /// How much a side has recorded.
    func amount(_ side: HandoverSide) -> Int? {
        switch side {
        case .give: given
        case .take: taken
        }
    }

    /// The most tasks that go with the parcels of one number.
    static let tasksMax = 200

    /// Adds tasks that one fact names.
    mutating func note(_ named: [String]) {
        for task in named where !tasks.contains(task) && tasks.count < Handover.tasksMax {
            tasks.append(task)
        }
    }

    /// Adds what one fact lists; a handover of many parcels comes in parts.
    mutating func add(_ count: Int, to side: HandoverSide) {
        switch side {
        case .give: given = min((given ?? 0).plus(count) ?? Fold.amountMax, Fold.amountMax)
        case .take: taken = min((taken ?? 0).plus(count) ?? Fold.amountMax, Fold.amountMax)
        }
    }
}

extension ScanFact {
    /// What a check before delivery found, if anything.
    var problem: ExceptionReason? {
        guard let preCheck, preCheck.text != "OK" else { return nil }
        if let reason = reason.flatMap({ ExceptionReason(rawValue: $0.text) }) { return reason }
        return switch preCheck.text {
        case "DAMAGED": .outerDamaged
        case "MISSING": .noPhysicalParcel
        default: .other
        }
    }
}
