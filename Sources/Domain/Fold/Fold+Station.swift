/// What the station decides: tasks, persons, settings, number blocks (PJS 4.6).
extension FoldScratch {
    /// Opens a task; a delivery task brings its parcels into the courier's hands.
    mutating func foldTaskOpen(_ opening: TaskOpenFact) {
        guard task(opening.task) == nil else {
            remark = .already
            return
        }
        var task = CourierTask(
            id: opening.task, kind: opening.kind, state: .open, assignee: opening.assignee)
        task.describe(opening)
        task.charges = makeCharges(opening)
        task.event = Code(.orderCreated)
        if let id = opening.addressID, let details = opening.address {
            put(.address(Address(id: id, details: details)))
        }
        if opening.kind == .delivery {
            for id in opening.parcels { takeOut(id, opening) }
        } else {
            task.sender = opening.sender
            task.recipient = opening.recipient
            task.goods = opening.goods
            task.services = opening.services
        }
        put(.task(task))
    }

    private mutating func makeCharges(_ opening: TaskOpenFact) -> [String] {
        opening.collect.enumerated().map { index, due in
            var charge = Charge(
                id: FactCode.collectChargeID(fact.id, index + 1), purpose: due.purpose,
                dueFen: due.amountFen, currency: opening.currency ?? Charge.currencyDefault)
            charge.parcel = opening.parcels.first
            put(.charge(charge))
            return charge.id
        }
    }

    /// The parcel is out for delivery with the courier of the task.
    private mutating func takeOut(_ id: String, _ opening: TaskOpenFact) {
        var parcel = parcel(id) ?? Parcel(id: id, stage: .inTransit, custody: .transit)
        guard !parcel.stage.isTerminal else {
            remark = .already
            return
        }
        parcel.sender = opening.sender ?? parcel.sender
        parcel.recipient = opening.recipient ?? parcel.recipient
        parcel.goods = opening.goods ?? parcel.goods
        parcel.weight = opening.weight ?? parcel.weight
        parcel.services = opening.services ?? parcel.services
        parcel.productCode = opening.productCode ?? parcel.productCode
        note(.outForDelivery, in: &parcel)
        move(&parcel, to: .person(opening.assignee))
        put(.parcel(parcel))
    }

    /// Gives the task to somebody; custody moves only when the parcels do.
    mutating func foldTaskAssign(_ assignment: TaskAssignFact) {
        guard var task = task(assignment.task) else { return missing(.task, assignment.task) }
        guard !task.state.isEnded else {
            remark = .already
            return
        }
        task.assignee = assignment.assignee
        let isWithAnother = task.parcels.contains { id in
            guard let parcel = parcel(id), !parcel.stage.isTerminal else { return false }
            return parcel.custody.holder.map { $0 != assignment.assignee } ?? false
        }
        task.state = isWithAnother ? .needsHandover : .open
        task.event = Code(.pickupAssigned)
        put(.task(task))
    }

    /// Cancels the task unless it has ended.
    mutating func foldTaskCancel(_ cancellation: TaskCancelFact) {
        guard var task = task(cancellation.task) else { return missing(.task, cancellation.task) }
        guard !task.state.isEnded else {
            remark = .already
            return
        }
        task.state = .cancelled
        task.event = Code(.cancelled)
        put(.task(task))
    }

    mutating func foldPerson(_ setting: PersonSetFact) {
        var person = Person(
            id: setting.person, name: setting.name, capabilities: setting.capabilities,
            state: setting.state)
        person.pin = setting.pin
        person.hasConfidentiality = setting.hasConfidentiality
        person.organisation = setting.organisation
        put(.person(person))
    }

    /// Settings not named keep their value.
    mutating func foldConfig(_ setting: ConfigSetFact) {
        var config = config(setting.station)
        config.values.merge(setting.values) { _, new in new }
        put(.config(config))
    }

    mutating func foldNumbers(_ grant: NumbersGrantFact) {
        var block = NumberBlock(id: grant.block, numbers: grant.numbers)
        block.lastUsed = numbers(grant.block)?.lastUsed
        put(.numbers(block))
    }
}

extension CourierTask {
    /// Takes over what the order says of the visit.
    fileprivate mutating func describe(_ opening: TaskOpenFact) {
        parcels = opening.parcels
        orderNumber = opening.orderNumber
        address = opening.addressID
        contact = opening.contact
        from = opening.from
        until = opening.until
        promiseAt = opening.promiseAt
        stopOrder = opening.stopOrder
        isUrgent = opening.isUrgent
        neededEvidence = opening.neededEvidence
        quoteFen = opening.quoteFen
        currency = opening.currency
        note = opening.note
    }
}
