import CentralStore
import Domain

/// Money that the station gives back (PJS 4.5, `refund`).
extension Central {
    func refund(_ order: RefundOrder, at moment: Moment) throws -> ManagerOutcome {
        guard order.amountFen > 0 else { return .refused(.badValue(field: "amount-fen")) }
        guard order.method.methodClass != .collect else {
            return .refused(.badValue(field: "method"))
        }
        let charges = try store.charges(ofParcel: order.parcel)
        guard let charge = charges.last(where: { $0.purpose == order.purpose }),
            let (_, version) = try store.row(EntityReference(.charge, charge.id))
        else { return .refused(.withoutCharge(order.parcel, order.purpose.rawValue)) }
        guard order.amountFen <= charge.paidFen else {
            return .refused(.refundTooMuch(asked: order.amountFen, paid: charge.paidFen))
        }
        guard let reason = Code(order.reason.rawValue) else {
            preconditionFailure("a reason is a code")
        }
        var fact = RefundFact(
            money: Money(
                amountFen: order.amountFen, currency: charge.currency, method: order.method),
            charge: charge.id, reason: reason)
        fact.payee = order.payee
        fact.note = order.note
        try store.record(
            [
                StationFact(
                    .refund(fact), subject: EntityReference(.parcel, order.parcel),
                    base: [EntityReference(.charge, charge.id): version])
            ], by: Central.manager, at: moment)
        return .deskDone(charge.id)
    }
}
