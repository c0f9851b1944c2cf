/// Acceptance and delivery: what the acts on a parcel do (PJS 4.5).
extension FoldScratch {
    /// A failed or suspect inspection stops the parcel; before acceptance it makes a stopped one,
    /// so that a later pickup meets the stop.
    mutating func foldCheck(_ check: CheckFact) {
        guard check.result != .pass else { return }
        guard var parcel = parcel(check.parcel) else {
            guard check.occasion == .acceptance else { return missing(.parcel, check.parcel) }
            var parcel = Parcel(id: check.parcel, stage: .created, custody: .sender)
            parcel.isStopped = true
            return put(.parcel(parcel))
        }
        guard !parcel.stage.isTerminal else {
            remark = .already
            return
        }
        parcel.isStopped = true
        if parcel.stage != .created { note(.prohibitedHeld, in: &parcel) }
        put(.parcel(parcel))
    }

    /// Makes the parcel and its COD charge, and ends the task; the first pickup stands.
    mutating func foldPickup(_ pickup: PickupFact) throws(AmountOutOfRange) {
        var parcel =
            parcel(pickup.parcel) ?? Parcel(id: pickup.parcel, stage: .created, custody: .sender)
        let isFirst = parcel.stage == .created
        if isFirst {
            parcel.describe(pickup)
            note(.accepted, place: pickup.routing?.originSite, in: &parcel)
            move(&parcel, to: .person(fact.person))
            put(.parcel(parcel))
        } else {
            remark = .already
        }
        let charges = isFirst ? try chargesOf(pickup) : []
        finishTask { task in
            task.event = Code(.accepted)
            task.parcels = appended(pickup.parcel, to: task.parcels, max: CourierTask.parcelsMax)
            for id in charges {
                task.charges = appended(id, to: task.charges, max: CourierTask.chargesMax)
            }
        }
    }

    /// Ties the quote's charge to the parcel and makes the COD charge; gives their ids.
    private mutating func chargesOf(_ pickup: PickupFact) throws(AmountOutOfRange) -> [String] {
        var ids: [String] = []
        if let quote = pickup.quote, var charge = charge(FactCode.madeID(quote)) {
            charge.parcel = pickup.parcel
            if pickup.isCollect, charge.purpose == .freight { charge.purpose = .collect }
            put(.charge(charge))
            ids.append(charge.id)
        }
        if let due = pickup.services?.codAmountFen, due > 0 {
            var charge = Charge(
                id: FactCode.codChargeID(fact.id), purpose: .cod, dueFen: due,
                currency: pickup.charges?.currency ?? Charge.currencyDefault)
            charge.parcel = pickup.parcel
            put(.charge(charge))
            ids.append(charge.id)
        }
        return ids
    }

    /// Nothing was picked up: the task waits for another try, or ends with a final reason.
    mutating func foldRefusal(_ refusal: RefusalFact) {
        if var task = subjectTask() {
            if task.state.isEnded {
                remark = .already
            } else {
                if refusal.reason.isFinal { task.end(by: fact.person) } else { task.state = .open }
                task.event = Code(.pickupFailed)
                put(.task(task))
            }
        }
        if let id = refusal.parcel, var parcel = parcel(id), parcel.stage == .created {
            note(.pickupFailed, in: &parcel)
            put(.parcel(parcel))
        }
    }

    /// Hands the parcel over or drops it; the first delivery stands, the task ends anyway.
    mutating func foldDeliver(_ deliver: DeliverFact) {
        guard var parcel = parcel(deliver.parcel) else { return missing(.parcel, deliver.parcel) }
        let event = TrackingEvent(delivering: deliver, from: parcel.stage)
        if parcel.stage.isTerminal {
            remark = .already
        } else {
            note(event, place: deliver.place, in: &parcel)
            move(&parcel, to: deliver.custody)
            put(.parcel(parcel))
        }
        finishTask { $0.event = Code(event) }
    }

    /// A failed delivery; the parcel stays with the courier and the task stays open.
    mutating func foldAttempt(_ attempt: AttemptFact) throws(AmountOutOfRange) {
        guard var parcel = parcel(attempt.parcel) else { return missing(.parcel, attempt.parcel) }
        guard !parcel.stage.isTerminal else {
            remark = .already
            return
        }
        let event = TrackingEvent(failing: attempt)
        note(event, place: attempt.place, in: &parcel)
        if attempt.reason.countsAsAttempt { parcel.attempts = try rowSum(parcel.attempts, 1) }
        put(.parcel(parcel))
        if var task = subjectTask(), !task.state.isEnded {
            task.state = .open
            task.event = Code(event)
            task.attemptNumber = attempt.attemptNumber
            put(.task(task))
        }
    }

    /// Opens work on a parcel; also on one that nobody knows.
    mutating func foldProblem(_ report: ProblemFact) {
        var problem = ProblemParcel(
            id: fact.madeID, parcel: report.subject.text, reason: report.reason, state: .open)
        problem.owner = report.owner
        problem.next = report.next
        problem.note = report.note
        put(.problem(problem))
        guard case .parcel(let id) = report.subject, var parcel = parcel(id) else { return }
        guard !parcel.stage.isTerminal else {
            remark = .already
            return
        }
        note(report.reason.event, in: &parcel)
        put(.parcel(parcel))
    }
}

/// The list with the element at its end, once, and never longer than `max`.
private func appended(_ id: String, to list: [String], max: Int) -> [String] {
    list.contains(id) || list.count >= max ? list : list + [id]
}

extension CourierTask {
    /// Most parcels of one task.
    package static let parcelsMax = 200
    /// Most charges of one task.
    package static let chargesMax = 16
}

extension Parcel {
    /// Takes over what the pickup says of the parcel.
    fileprivate mutating func describe(_ pickup: PickupFact) {
        sender = pickup.sender
        recipient = pickup.recipient
        goods = pickup.goods
        weight = pickup.weight
        services = pickup.services
        pieces = pickup.pieces
        productCode = pickup.productCode
        insuranceAmountFen = pickup.services?.insuranceAmountFen
        packedBy = pickup.packedBy
    }
}

extension PickupFact {
    /// Whether the recipient pays the freight.
    package var isCollect: Bool {
        charges?.payType == .collect || services?.isCollect == true
    }
}

extension DeliverFact {
    /// Who has the parcel afterwards.
    var custody: Custody {
        switch proofType {
        case .locker, .station:
            // A drop is at a named place; free text that is no id leaves the parcel on its way.
            (proofType == .locker ? [lockerID, stationID] : [stationID, lockerID])
                .compactMap { $0 }.first(where: EntityReference.isIdentifier)
                .map(Custody.station) ?? .transit
        case .returnSigned: .sender
        case .recipient, .proxy, .orgStamp, .safePlace, .selfPickup, .afterException: .recipient
        }
    }
}

extension TrackingEvent {
    /// The event of a delivery: a final one after a drop is a collection (PJS 4.5).
    package init(delivering deliver: DeliverFact, from stage: Stage?) {
        switch deliver.proofType {
        case .locker: self = .droppedInLocker
        case .station: self = .droppedAtStation
        case .returnSigned: self = .returnDelivered
        case .selfPickup: self = .pickedUpByRecipient
        case .recipient, .proxy, .orgStamp, .safePlace, .afterException:
            if stage == .availableForPickup {
                self = .pickedUpByRecipient
            } else {
                self = deliver.proofType == .proxy ? .deliveredToProxy : .delivered
            }
        }
    }

    /// The event of a step of a return.
    package init(returning step: ReturnFact) {
        switch step.step {
        case .started: self = .returnStarted
        case .signed: self = .returnDelivered
        }
    }

    /// The event of a stop on the way.
    package init(stopping stop: ParcelInterceptFact) {
        self = stop.isProhibited == true ? .prohibitedHeld : .held
    }

    /// The event of a failed delivery.
    package init(failing attempt: AttemptFact) {
        self =
            attempt.reason == .refused || attempt.reason == .refusedPayment
            ? .refused : .deliveryFailed
    }
}

extension ExceptionReason {
    /// The event of a problem with this reason.
    package var event: TrackingEvent {
        switch self {
        case .outerDamaged, .contentsDamaged, .shortage: .damaged
        case .lost: .lost
        case .forceMajeure, .piecesIncomplete, .remoteNextDay, .securityHold: .held
        case .prohibitedFound: .prohibitedHeld
        case .accessDenied, .addressChange, .addressIncomplete, .addressNotExist, .addressWrong,
            .businessClosed, .capacity, .codAmountWrong, .duplicateOrder, .idCheckFailed,
            .labelMismatch, .lockerFull, .lockerOverdue, .missedTransport, .missort, .notHome,
            .noAnswer, .noLabel, .noPhysicalParcel, .other, .outOfArea, .overdueUnsigned, .oversize,
            .packagingUnfit, .phoneInvalid, .recipientMoved, .refused, .refusedPayment,
            .rescheduled, .returned, .senderRecall, .staleTrace, .suspectedLost, .unreachable,
            .vehicleFault, .weather, .weekendHoliday:
            .exceptionReported
        }
    }
}
