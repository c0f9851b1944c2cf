import Central
import CentralStore
import Domain

/// The office changes plans while couriers are away, and decides what comes of it.
extension World {
    mutating func dispatch() throws(Violation) {
        guard plan.hasDispatch, orderCount > 0 else { return }
        let task = "T\(dice.number(in: 1...orderCount))"
        let parcel = parcels.isEmpty ? "EX990000000000" : dice.pick(parcels)
        let order: DispatchOrder
        switch dice.below(8) {
        case 0, 1: order = .assign(task: task, to: dice.pick(couriers))
        case 2: order = .cancel(task: task, reason: "CUSTOMER", note: nil)
        case 3:
            order = .price(
                parcel: parcel, purpose: .cod, dueFen: 100 * dice.below(500), from: nil,
                reason: "TYPO")
        case 4:
            order = .intercept(
                parcel: parcel, order: .hold, reason: "CUSTOMER", isProhibited: dice.below(4) == 0)
        case 5: order = .release(parcel: parcel, reason: "CUSTOMER")
        default: return try decide()
        }
        if case .dispatched? = try self.order(.dispatch(order, seen: nil)) {
            tally.count(.dispatched)
        }
    }

    /// Decides one open case, any way.
    private mutating func decide() throws(Violation) {
        guard let open = try? server.store?.openCases(), !open.isEmpty else { return }
        let one = dice.pick(open)
        guard !one.options.isEmpty else { return }
        let outcome = try order(
            .resolveCase(id: one.id, option: dice.pick(one.options), version: nil, note: nil))
        if case .caseResolved? = outcome { tally.count(.decided) }
    }

    /// At the end the cases are those that a search from scratch finds (I-19), and none is missing
    /// (I-21).
    func checkCases() throws(Violation) {
        guard let store = server.store else { return }
        let faults = (try? store.auditCases()) ?? ["the cases cannot be read"]
        try demand(faults.isEmpty, "I-21", "\(faults.prefix(3))")
    }
}
