/// Tasks in the hands of couriers, and what dispatch changes while they are out (PJS 4.5, 4.6).
extension FoldScratch {
    /// The courier takes the task on. What a task waits for, such as a handover, stays to be seen.
    mutating func foldTaskAccept() {
        changeOwnTask { task in
            if task.state == .open || task.state == .declined { task.state = .accepted }
        }
    }

    /// The task goes back to dispatch and stays with the courier until somebody else gets it.
    mutating func foldTaskDecline() {
        changeOwnTask { $0.state = .declined }
    }

    /// The courier has begun.
    mutating func foldTaskStart() {
        changeOwnTask { task in
            if task.state != .needsHandover { task.state = .started }
        }
    }

    /// Changes the subject task, if it has not ended and is this person's.
    private mutating func changeOwnTask(_ change: (inout CourierTask) -> Void) {
        guard var task = subjectTask() else { return }
        guard !task.state.isEnded, task.assignee == fact.person else {
            remark = .already
            return
        }
        change(&task)
        put(.task(task))
    }

    /// Changes what a task says; what is not named stays.
    mutating func foldTaskChange(_ change: TaskChangeFact) {
        guard var task = task(change.task) else { return missing(.task, change.task) }
        guard !task.state.isEnded else {
            remark = .already
            return
        }
        task.parcels = change.parcels ?? task.parcels
        task.orderNumber = change.orderNumber ?? task.orderNumber
        task.address = change.addressID ?? task.address
        task.contact = change.contact ?? task.contact
        task.from = change.from ?? task.from
        task.until = change.until ?? task.until
        task.promiseAt = change.promiseAt ?? task.promiseAt
        task.stopOrder = change.stopOrder ?? task.stopOrder
        task.isUrgent = change.isUrgent ?? task.isUrgent
        task.neededEvidence = change.neededEvidence ?? task.neededEvidence
        task.quoteFen = change.quoteFen ?? task.quoteFen
        task.currency = change.currency ?? task.currency
        task.note = change.note ?? task.note
        put(.task(task))
    }

    /// Where to go from now on; the parcel is redirected with it.
    mutating func foldAddressChange(_ change: AddressChangeFact) {
        guard address(change.addressID) != nil else { return missing(.addr, change.addressID) }
        put(.address(Address(id: change.addressID, details: change.address)))
        guard let id = change.parcel, var parcel = parcel(id), !parcel.stage.isTerminal,
            parcel.stage != .created
        else { return }
        note(.redirected, in: &parcel)
        put(.parcel(parcel))
    }

    /// The parcel must not move, whoever has it.
    mutating func foldIntercept(_ stop: ParcelInterceptFact) {
        changeParcelOnItsWay(stop.parcel) { (scratch, parcel) in
            guard !parcel.isStopped || parcel.stopOrder != stop.order else { return false }
            parcel.isStopped = true
            parcel.stopOrder = stop.order
            scratch.note(TrackingEvent(stopping: stop), in: &parcel)
            return true
        }
    }

    /// The parcel may move again.
    mutating func foldRelease(_ release: ParcelReleaseFact) {
        changeParcelOnItsWay(release.parcel) { (scratch, parcel) in
            guard parcel.isStopped else { return false }
            parcel.isStopped = false
            parcel.stopOrder = nil
            scratch.note(.exceptionResolved, in: &parcel)
            return true
        }
    }

    /// Changes a parcel whose stage is not terminal; `false` says that nothing was to be done.
    private mutating func changeParcelOnItsWay(
        _ id: String, _ change: (FoldScratch, inout Parcel) -> Bool
    ) {
        guard var parcel = parcel(id) else { return missing(.parcel, id) }
        guard !parcel.stage.isTerminal, change(self, &parcel) else {
            remark = .already
            return
        }
        put(.parcel(parcel))
    }
}
