import Central
import CentralStore
import Domain
import Handheld

/// The office: orders for couriers, and what a manager does with handhelds.
extension World {
    mutating func office() throws(Violation) {
        guard !isHealing else { return }
        queue.plan(.office, at: now + plan.pace / 2 + dice.delay(mean: plan.pace))
        switch dice.below(8) {
        case 0...4: try importOrders(1 + dice.below(3))
        case 5: if plan.strength(.suspend) > 0 { try changeState() }
        default: break
        }
        for _ in 0..<2 { try dispatch() }
        try closeDays()
    }

    private mutating func importOrders(_ count: Int) throws(Violation) {
        guard orderCount < World.ordersMax else { return }
        var orders: [ImportedOrder] = []
        for line in 1...count {
            orderCount += 1
            let party = ImportedOrder.Party(
                name: "陈静", phone: "13805710231", address: "杭州市西湖区文三路259号")
            var order = ImportedOrder(
                line: line, kind: dice.below(3) == 0 ? .pickup : .delivery,
                orderNumber: "\(orderCount)", courier: dice.pick(couriers))
            order.sender = party
            order.recipient = ImportedOrder.Party(
                name: "赵敏", phone: "13916820457", address: "上海市徐汇区漕溪北路88号")
            switch order.kind {
            case .pickup:
                order.goods = ImportedOrder.Goods(name: "羊毛围巾", nature: "纺织品", quantity: 1)
            case .delivery:
                let digits = String(orderCount)
                let padding = String(repeating: "0", count: 10 - digits.utf8.count)
                order.parcel = WaybillNumber(body: "EX99" + padding + digits)?.text
                parcels += [order.parcel].compactMap { $0 }
                if dice.below(2) == 0 { order.codFen = 100 * dice.number(in: 1...500) }
            }
            orders.append(order)
        }
        _ = try order(.importOrders(orders))
    }

    static let ordersMax = 60

    private mutating func changeState() throws(Violation) {
        let index = dice.below(devices.count)
        let label = devices[index].device.label
        let state = dice.pick([DeviceState.suspended, .active, .active, .revoked])
        guard
            case .deviceSet(_, _, let isChanged)? = try order(
                .setDevice(label: label, state: state, reason: "test")), isChanged
        else { return }
        switch state {
        case .active: tally.count(.activated)
        case .suspended: tally.count(.suspended)
        case .revoked: tally.count(.revoked)
        }
    }

    /// Lets the manager do something; nil when the server cannot.
    mutating func order(_ action: ManagerAction) throws(Violation) -> ManagerOutcome? {
        guard let central = server.central, let store = server.store else { return nil }
        let hasFault = orderServerFault(rate: 20)
        var outcome: ManagerOutcome?
        do {
            outcome = try central.perform(action, at: server.moment(at: now))
        } catch {
            trace.note("\(now) office fails: \(StorageFailure(error))")
        }
        if hasFault { _ = server.disk.disarm() }
        guard !server.disk.hasCrashed else {
            buryServer()
            return nil
        }
        if case .refused(let refusal) = outcome { trace.note("\(now) office \(refusal)") }
        trace.note("\(now) office \(outcome == nil ? "fails" : "acts")")
        try ledger.read(store)
        noteWatermark(store)
        return outcome
    }
}
