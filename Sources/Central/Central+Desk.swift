import CentralStore
import Domain
import SyncProtocol

/// What people of the station do at its desk: facts of the station's stream of the kinds that
/// couriers record.
extension Central {
    func desk(_ act: DeskAct, at moment: Moment) throws -> ManagerOutcome {
        switch act {
        case .countCash(let number, let giver, let amount, let notes):
            try countCash(number, from: giver, amount, notes, at: moment)
        }
    }

    private func countCash(
        _ number: String, from said: String?, _ amount: Int, _ notes: [Int: Int],
        at moment: Moment
    ) throws -> ManagerOutcome {
        guard WireText.isID(number) else { return .refused(.badValue(field: "number")) }
        guard (0...Fen.amountMax).contains(amount) else {
            return .refused(.badValue(field: "amount"))
        }
        let giver: String
        if case .handover(let row) = try store.entity(EntityReference(.handover, number)) {
            guard row.content == .cash else { return .refused(.unknownEntity(number)) }
            guard row.taken == nil else { return .refused(.countedAlready(number)) }
            giver = row.giver.id
            guard said == nil || said == giver else {
                return .refused(.giverDiffers(number, giver))
            }
        } else {
            guard let said else { return .refused(.giverUnknown(number)) }
            guard case .person = try store.entity(EntityReference(.person, said)) else {
                return .refused(.unknownEntity(said))
            }
            giver = said
        }
        var fact = CashHandoverFact(
            number: number, side: .count,
            money: Money(amountFen: amount, currency: Charge.currencyDefault, method: .cash),
            taker: Central.manager)
        fact.notes = notes
        try store.record(
            [StationFact(.cashHandover(fact), subject: EntityReference(.person, giver))],
            by: Central.manager, at: moment)
        return .deskDone(number)
    }
}
