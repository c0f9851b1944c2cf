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
        case .reweigh(let parcel, let grams): try reweigh(parcel, grams: grams, at: moment)
        case .giveParcels(let taker, let parcels, let reason):
            try giveParcels(parcels, to: taker, reason, at: moment)
        case .refund(let order): try refund(order, at: moment)
        case .takeParcels(let number, let giver, let parcels):
            try takeParcels(number, from: giver, parcels, at: moment)
        }
    }

    private func countCash(
        _ number: String, from said: String?, _ amount: Int, _ notes: [Int: Int],
        at moment: Moment
    ) throws -> ManagerOutcome {
        guard (0...Fen.amountMax).contains(amount) else {
            return .refused(.badValue(field: "amount"))
        }
        let giver: String
        switch try self.giver(of: number, .cash, said: said) {
        case .success(let found): giver = found
        case .failure(let refusal): return .refused(refusal)
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

    private func takeParcels(
        _ number: String, from said: String?, _ parcels: [String], at moment: Moment
    ) throws -> ManagerOutcome {
        let giver: String
        switch try self.giver(of: number, .parcels, said: said) {
        case .success(let found): giver = found
        case .failure(let refusal): return .refused(refusal)
        }
        guard let station = try store.station() else { return .refused(.noStation) }
        for parcel in parcels {
            guard case .parcel(let row) = try store.entity(EntityReference(.parcel, parcel)) else {
                return .refused(.unknownEntity(parcel))
            }
            guard !row.stage.isTerminal else {
                return .refused(.ended(parcel, row.stage.rawValue))
            }
        }
        let fact = HandoverFact(
            number: number, side: .take, taker: EntityReference(.station, station.code),
            reason: .back, parcels: parcels, count: parcels.count)
        try store.record(
            [StationFact(.handover(fact), subject: EntityReference(.person, giver))],
            by: Central.manager, at: moment)
        return .deskDone(number)
    }

    /// Who gives what has this number, by the row or as it was said.
    private func giver(
        of number: String, _ content: HandoverContent, said: String?
    ) throws -> Result<String, ManagerRefusal> {
        guard WireText.isID(number) else { return .failure(.badValue(field: "number")) }
        guard case .handover(let row) = try store.entity(EntityReference(.handover, number)) else {
            guard let said else { return .failure(.giverUnknown(number)) }
            guard case .person = try store.entity(EntityReference(.person, said)) else {
                return .failure(.unknownEntity(said))
            }
            return .success(said)
        }
        let isForStation = content == .cash || row.taker.type == .station
        guard row.content == content, isForStation else {
            return .failure(.unknownEntity(number))
        }
        guard row.taken == nil else { return .failure(.countedAlready(number)) }
        guard said == nil || said == row.giver.id else {
            return .failure(.giverDiffers(number, row.giver.id))
        }
        return .success(row.giver.id)
    }
}
