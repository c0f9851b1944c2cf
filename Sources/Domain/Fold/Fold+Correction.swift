/// Corrections: a void takes a fact out of the state, never out of the history of facts.
///
/// Whether it is in effect at all (who recorded it, when, is the day closed) the caller has
/// decided.
extension FoldScratch {
    /// A `change` shows old and new values in the timeline and leaves the rows alone.
    mutating func foldCorrection(_ correction: CorrectFact) throws(AmountOutOfRange) {
        guard let answering else {
            remark = .unknownFact
            return
        }
        guard correction.how == .void else { return }
        guard !answering.isVoided else {
            remark = .already
            return
        }
        let void = answering.fact
        switch void.payload {
        case .pickup(let pickup): try undo(pickup, void)
        case .refusal(let refusal): undo(refusal, void)
        case .deliver(let deliver): undo(deliver, void)
        case .attempt(let attempt): undo(attempt, void)
        case .problem(let report): undo(report, void)
        case .return(let step): undo(step, void)
        case .scan(let scan): undo(scan, void)
        case .identity, .check, .quote, .payment, .paymentVoid, .correct, .note, .handover,
            .cashHandover, .refund, .taskAccept, .taskDecline, .taskStart, .problemStep, .reweigh,
            .caseSay, .shiftOpen, .shiftClose, .oversize, .blobCorrupt, .consent, .taskOpen,
            .taskAssign, .taskCancel, .personSet, .configSet, .deviceState, .paymentConfirm,
            .tariffSet, .packSet, .numbersGrant, .taskChange, .addressChange, .chargePrice,
            .parcelIntercept,
            .parcelRelease, .adjustment, .caseResolve, .streamClose, .reinterpret:
            remark = .notCorrectable
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose:
            remark = .notCorrectable
        }
    }

    /// The parcel was not picked up: it is back with the sender, nothing is due, the task is open.
    private mutating func undo(_ pickup: PickupFact, _ void: Fact) throws(AmountOutOfRange) {
        guard var parcel = parcel(pickup.parcel), parcel.forget(void) else {
            remark = .already
            return
        }
        if parcel.custody == .person(void.person) { move(&parcel, to: .sender) }
        put(.parcel(parcel))
        let charges =
            [FactCode.codChargeID(void.id)] + (pickup.quote.map { [FactCode.madeID($0)] } ?? [])
        for id in charges {
            guard var charge = charge(id) else { continue }
            charge.dueFen = 0
            try charge.settle()
            put(.charge(charge))
        }
        reopenTask(of: void) { task in
            task.parcels.removeAll { $0 == pickup.parcel }
            task.charges.removeAll { charges.contains($0) }
        }
    }

    private mutating func undo(_ refusal: RefusalFact, _ void: Fact) {
        if let id = refusal.parcel, var parcel = parcel(id), parcel.forget(void) {
            put(.parcel(parcel))
        }
        reopenTask(of: void)
    }

    /// The courier still has the parcel.
    private mutating func undo(_ deliver: DeliverFact, _ void: Fact) {
        guard var parcel = parcel(deliver.parcel), parcel.forget(void) else {
            remark = .already
            return
        }
        if parcel.custody == deliver.custody { move(&parcel, to: .person(void.person)) }
        put(.parcel(parcel))
        reopenTask(of: void)
    }

    private mutating func undo(_ attempt: AttemptFact, _ void: Fact) {
        guard var parcel = parcel(attempt.parcel), parcel.forget(void) else {
            remark = .already
            return
        }
        if attempt.reason.countsAsAttempt { parcel.attempts = max(0, parcel.attempts - 1) }
        put(.parcel(parcel))
        if let id = FoldScratch.taskID(of: void), var task = task(id),
            task.attemptNumber == attempt.attemptNumber
        {
            task.attemptNumber = max(0, task.attemptNumber - 1)
            task.event = nil
            put(.task(task))
        }
    }

    private mutating func undo(_ report: ProblemFact, _ void: Fact) {
        guard var problem = problem(void.madeID), problem.state != .closed else {
            remark = .already
            return
        }
        problem.state = .closed
        put(.problem(problem))
        if case .parcel(let id) = report.subject, var parcel = parcel(id), parcel.forget(void) {
            put(.parcel(parcel))
        }
    }

    /// The parcel is on its way to the recipient again, with the courier.
    private mutating func undo(_ step: ReturnFact, _ void: Fact) {
        guard var parcel = parcel(step.parcel), parcel.forget(void) else {
            remark = .already
            return
        }
        if step.step == .signed, parcel.custody == .sender {
            move(&parcel, to: .person(void.person))
        }
        put(.parcel(parcel))
        reopenTask(of: void)
    }

    /// Who has the parcel is left as it is: who had it before the scan is not known here.
    private mutating func undo(_ scan: ScanFact, _ void: Fact) {
        if var problem = problem(void.madeID), problem.state != .closed {
            problem.state = .closed
            put(.problem(problem))
        }
        guard var parcel = parcel(scan.parcel), parcel.forget(void) else {
            if scan.event != nil { remark = .already }
            return
        }
        put(.parcel(parcel))
    }

    private mutating func reopenTask(
        of void: Fact, _ change: (inout CourierTask) -> Void = { _ in }
    ) {
        guard let id = FoldScratch.taskID(of: void), var task = task(id),
            task.state == .done || task.state == .overtaken
        else { return }
        task.state = .open
        task.event = nil
        change(&task)
        put(.task(task))
    }
}

extension Parcel {
    /// Takes the event of a fact out of the history and makes stage, flag and newest event what the
    /// remaining ones say. False if the history does not hold it.
    fileprivate mutating func forget(_ fact: Fact) -> Bool {
        guard let index = history.firstIndex(where: { $0.fact == fact.reference })
        else { return false }
        let forgotten = history.remove(at: index)
        let events = history.compactMap { TrackingEvent(rawValue: $0.event.text) }
        if TrackingEvent(rawValue: forgotten.event.text)?.stage != nil {
            stage = events.lazy.compactMap(\.stage).first ?? .created
        }
        isException = false
        for event in events.reversed() { isException = FoldScratch.flag(after: event, self) }
        event = history.first?.event
        at = history.first?.at
        place = history.first.flatMap { $0.place.isEmpty ? nil : $0.place }
        return true
    }
}
