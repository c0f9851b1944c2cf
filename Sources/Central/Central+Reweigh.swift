import CentralStore
import Domain

/// Parcels that are weighed again at the station (PJS 4.5, `reweigh`): what is due follows by an
/// adjustment, and the price that was told stays as it was told.
extension Central {
    /// Why what is due changes.
    static let reweighReason = Code(of: AdjustmentReason.reweigh)
    /// The heaviest that a scale of the station says.
    package static let gramsMax = 1_000_000

    func reweigh(_ parcel: String, grams: Int, at moment: Moment) throws -> ManagerOutcome {
        guard (1...Central.gramsMax).contains(grams) else {
            return .refused(.badValue(field: "weight-g"))
        }
        guard let station = try store.station(),
            case .parcel(let row) = try store.entity(EntityReference(.parcel, parcel))
        else { return .refused(.unknownEntity(parcel)) }
        guard !row.stage.isTerminal else {
            return .refused(.ended(parcel, row.stage.rawValue))
        }
        let told = try store.toldPrice(ofParcel: parcel)
        let reweighing = Reweighing(grams: grams, before: row.weight, quote: told?.quote)
        var fact = ReweighFact(parcel: parcel, weight: reweighing.weight)
        fact.station = station.code
        var facts = [StationFact(.reweigh(fact), subject: EntityReference(.parcel, parcel))]
        let difference = told.flatMap { told in
            reweighing.totalFen.map { $0 - told.quote.totalFen - told.adjustedFen }
        }
        if let told, let difference, difference != 0 {
            let adjustment = AdjustmentFact(
                charge: told.charge, amountFen: difference, currency: told.quote.currency,
                reason: Central.reweighReason)
            facts.append(StationFact(.adjustment(adjustment)))
        }
        try store.record(facts, by: Central.manager, at: moment)
        return .reweighed(
            parcel: parcel, chargeableGrams: reweighing.weight.chargeableGrams,
            differenceFen: difference)
    }
}
