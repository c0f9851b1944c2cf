import CentralStore
import Domain
import SyncProtocol
import WireMapping

/// Compares the orders of one import with what the station knows and with each other.
struct OrderCheck {
    let store: CentralStore
    let rules: OrderRules

    /// What speaks against the orders, by line; empty when all can be taken.
    func problems(of orders: [ImportedOrder]) throws -> [OrderProblem] {
        var problems: [OrderProblem] = []
        var couriers: [String: Bool] = [:]
        var tasks: Set<String> = []
        var parcels: Set<String> = []
        for order in orders {
            func report(_ field: String, _ reason: OrderProblem.Reason) {
                problems.append(OrderProblem(line: order.line, field: field, reason: reason))
            }
            let isKnown = try couriers[order.courier] ?? isActive(order.courier)
            couriers[order.courier] = isKnown
            if !isKnown { report("courier", .unknownCourier) }
            if let field = order.missingField { report(field, .missingField) }
            if let field = order.badField { report(field, .badField) }
            if OrderGoods(order, rules)?.isRefused == true { report("item", .prohibitedGoods) }
            let task = EntityReference(.task, order.task)
            if try !tasks.insert(order.task).inserted || store.entity(task) != nil {
                report("order", .orderTaken)
            }
            if let parcel = order.parcel {
                let reference = EntityReference(.parcel, parcel)
                if try !parcels.insert(parcel).inserted || store.entity(reference) != nil {
                    report("waybill", .parcelTaken)
                }
            }
        }
        return problems
    }

    private func isActive(_ courier: String) throws -> Bool {
        guard WireText.isID(courier),
            case .person(let row) = try store.entity(EntityReference(.person, courier))
        else { return false }
        return row.state == .active
    }
}

extension ImportedOrder {
    /// The id of the task that the order becomes.
    var task: String { "T" + orderNumber }

    /// What the kind of order needs and this one lacks.
    var missingField: String? {
        switch kind {
        case .pickup: sender == nil ? "sender_name" : nil
        case .delivery:
            parcel == nil ? "waybill" : recipient == nil ? "recipient_name" : nil
        }
    }

    /// The field of the task's fact that no reader would take.
    var badField: String? {
        do throws(WireMapping.FieldProblem) {
            _ = try FactWriter.payload(of: .taskOpen(taskFact))
            return nil
        } catch {
            return error.path
        }
    }

    /// The fact that opens the task.
    var taskFact: TaskOpenFact {
        var fact = TaskOpenFact(
            task: task, kind: kind == .pickup ? .pickup : .delivery, assignee: courier)
        fact.order = orderNumber
        fact.orderNumber = orderNumber
        fact.parcels = parcel.map { [$0] } ?? []
        fact.from = fromMilliseconds
        fact.until = untilMilliseconds
        fact.note = note
        fact.sender = sender?.party
        fact.recipient = recipient?.party
        fact.goods = goods.map {
            Domain.Goods(itemName: $0.name, itemNature: $0.nature, quantity: $0.quantity)
        }
        fact.weight = weightGrams.map {
            ParcelWeight(actualGrams: $0, volumetricGrams: 0, chargeableGrams: $0)
        }
        let place = kind == .pickup ? sender : recipient
        if let place {
            fact.contact = TaskContact(name: place.name, phone: place.phone)
            fact.addressID = "A" + orderNumber
            fact.address = place.addressFields
        }
        var services = Services()
        if codFen > 0 {
            services.codAmountFen = codFen
            fact.collect.append(CollectDue(purpose: .cod, amountFen: codFen))
        }
        if collectFen > 0 {
            services.isCollect = true
            fact.collect.append(CollectDue(purpose: .collect, amountFen: collectFen))
        }
        if codFen > 0 || collectFen > 0 { fact.services = services }
        return fact
    }
}

extension ImportedOrder.Party {
    var party: Domain.Party {
        var party = Domain.Party(name: name, phone: phone, address: address)
        party.city = city
        party.district = district
        return party
    }

    var addressFields: AddressFields {
        var fields = AddressFields(text: address)
        fields.name = name
        fields.phone = phone
        fields.city = city
        fields.district = district
        return fields
    }
}
