import CentralStore
import Domain
import SyncProtocol
import Synchronization

/// Parcels that the station hands to a courier (PJS 4.5, `handover`).
extension Central {
    private static let handoverCodeBytes = 5

    /// They stay the station's until the courier confirms.
    func giveParcels(
        _ parcels: [String], to person: String, _ reason: HandoverReason, at moment: Moment
    ) throws -> ManagerOutcome {
        guard let station = try store.station() else { return .refused(.noStation) }
        guard case .person(let taker) = try store.entity(EntityReference(.person, person)),
            taker.state == .active
        else { return .refused(.unknownEntity(person)) }
        for parcel in parcels {
            guard case .parcel(let row) = try store.entity(EntityReference(.parcel, parcel)) else {
                return .refused(.unknownEntity(parcel))
            }
            guard !row.stage.isTerminal else {
                return .refused(.ended(parcel, row.stage.rawValue))
            }
            guard !row.isStopped else { return .refused(.blocked(parcel)) }
            guard row.custody == .station(station.code) else {
                return .refused(.heldElsewhere(parcel, row.custody.text))
            }
        }
        let code = state.withLock { state in
            Code32.text(of: state.random.bytes(Central.handoverCodeBytes), length: 8)
        }
        let fact = HandoverFact(
            number: "H" + code, side: .give, taker: EntityReference(.person, person),
            reason: reason, parcels: parcels, count: parcels.count)
        try store.record(
            [StationFact(.handover(fact), subject: EntityReference(.station, station.code))],
            by: Central.manager, at: moment)
        return .deskDone(fact.number)
    }
}
