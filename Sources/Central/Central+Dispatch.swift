import CentralStore
import Domain

/// Acts of dispatch: each one cites the version that it was decided on, and is refused when the row
/// has changed since, when the task or parcel has ended, or when a stop is in the way (PJS 17.1).
extension Central {
    func dispatch(
        _ order: DispatchOrder, seen version: Int?, at moment: Moment
    ) throws -> ManagerOutcome {
        switch try plan(order, at: moment) {
        case .refused(let refusal): return .refused(refusal)
        case .act(let payload, let reference, let present):
            guard version == nil || version == present else {
                return .refused(.stale(reference.id, version: present))
            }
            try store.record(
                [StationFact(payload, base: [reference: present])], by: Central.manager,
                at: moment)
            return .dispatched(reference.id)
        }
    }

    /// A fact to record, with the row that it changes and the row's version.
    private enum Plan {
        case act(FactPayload, EntityReference, version: Int)
        case refused(ManagerRefusal)
    }

    private func plan(_ order: DispatchOrder, at moment: Moment) throws -> Plan {
        switch order {
        case .assign(let task, let person): return try assign(task, to: person)
        case .cancel(let task, let reason, let note):
            guard let code = Code(reason) else { return .refused(.badValue(field: "reason")) }
            return try openTask(task) { row, version in
                var fact = TaskCancelFact(task: row.id, reason: code)
                fact.note = note
                return .act(.taskCancel(fact), EntityReference(.task, row.id), version: version)
            }
        case .readdress(let task, let change): return try readdress(task, change)
        case .price(let parcel, let purpose, let due, let from, let reason):
            return try price(
                parcel, purpose, due, from: from ?? moment.wallMilliseconds, reason)
        case .intercept(let parcel, let stop, let reason, let isProhibited):
            guard let code = Code(reason) else { return .refused(.badValue(field: "reason")) }
            return try openParcel(parcel) { row, version in
                var fact = ParcelInterceptFact(parcel: row.id, reason: code, order: stop)
                fact.isProhibited = isProhibited ? true : nil
                return .act(
                    .parcelIntercept(fact), EntityReference(.parcel, row.id), version: version)
            }
        case .release(let parcel, let reason):
            guard let code = Code(reason) else { return .refused(.badValue(field: "reason")) }
            let reference = EntityReference(.parcel, parcel)
            guard case (.parcel(let row), let version)? = try store.row(reference) else {
                return .refused(.unknownEntity(parcel))
            }
            guard row.isStopped else { return .refused(.notStopped(parcel)) }
            return .act(
                .parcelRelease(ParcelReleaseFact(parcel: parcel, reason: code)), reference,
                version: version)
        }
    }

    // MARK: Tasks

    private func assign(_ task: String, to person: String) throws -> Plan {
        guard case .person(let taker) = try store.entity(EntityReference(.person, person)),
            taker.state == .active
        else { return .refused(.unknownEntity(person)) }
        return try openTask(task) { row, version in
            guard row.assignee != person else { return .refused(.assignedAlready(row.id, person)) }
            for parcel in row.parcels {
                if case .parcel(let held) = try store.entity(EntityReference(.parcel, parcel)),
                    held.isStopped
                {
                    return .refused(.blocked(parcel))
                }
            }
            return .act(
                .taskAssign(TaskAssignFact(task: row.id, assignee: person)),
                EntityReference(.task, row.id), version: version)
        }
    }

    private func readdress(
        _ task: String, _ change: DispatchOrder.AddressChange
    ) throws -> Plan {
        try openTask(task) { row, _ in
            let reference = EntityReference(.addr, row.address ?? "")
            guard case (.address(let address), let version)? = try store.row(reference) else {
                return .refused(.withoutAddress(row.id))
            }
            if let parcel = row.parcels.first,
                case .parcel(let held) = try store.entity(EntityReference(.parcel, parcel)),
                held.isStopped
            {
                return .refused(.blocked(parcel))
            }
            var fields = AddressFields(text: change.text)
            fields.name = change.name ?? address.details.name
            fields.phone = change.phone ?? address.details.phone
            fields.city = change.city ?? address.details.city
            fields.district = change.district ?? address.details.district
            var fact = AddressChangeFact(addressID: address.id, address: fields)
            fact.parcel = row.parcels.first
            return .act(.addressChange(fact), reference, version: version)
        }
    }

    /// A task by its id or the number of its order, if it has not ended.
    private func openTask(
        _ name: String, _ body: (CourierTask, Int) throws -> Plan
    ) throws -> Plan {
        for id in [name, "T" + name] {
            guard case (.task(let row), let version)? = try store.row(EntityReference(.task, id))
            else { continue }
            switch row.state {
            case .done, .overtaken, .cancelled: return .refused(.ended(row.id, row.state.rawValue))
            case .open, .accepted, .declined, .started, .needsHandover:
                return try body(row, version)
            }
        }
        return .refused(.unknownEntity(name))
    }

    // MARK: Parcels and charges

    private func openParcel(
        _ parcel: String, _ body: (Parcel, Int) throws -> Plan
    ) throws -> Plan {
        guard
            case (.parcel(let row), let version)? = try store.row(EntityReference(.parcel, parcel))
        else { return .refused(.unknownEntity(parcel)) }
        guard !row.stage.isTerminal else { return .refused(.ended(parcel, row.stage.rawValue)) }
        return try body(row, version)
    }

    private func price(
        _ parcel: String, _ purpose: ChargePurpose, _ due: Int, from: Int, _ reason: String
    ) throws -> Plan {
        guard let code = Code(reason) else { return .refused(.badValue(field: "reason")) }
        guard (0...Fen.amountMax).contains(due) else { return .refused(.badValue(field: "due")) }
        let charges = try store.charges(ofParcel: parcel).filter { $0.purpose == purpose }
        guard let charge = charges.last else {
            return .refused(.withoutCharge(parcel, purpose.rawValue))
        }
        let reference = EntityReference(.charge, charge.id)
        guard let (_, version) = try store.row(reference) else {
            return .refused(.unknownEntity(charge.id))
        }
        return .act(
            .chargePrice(
                ChargePriceFact(
                    charge: charge.id, dueFen: due, from: from, reason: code)),
            reference, version: version)
    }
}
