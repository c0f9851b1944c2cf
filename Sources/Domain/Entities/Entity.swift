/// Anything the station and the handhelds keep the present state of: one row.
///
/// Indirect, so that passing one on copies a reference and not some dozens of texts.
package indirect enum Entity: Hashable, Sendable {
    case task(CourierTask)
    case parcel(Parcel)
    case address(Address)
    case charge(Charge)
    case problem(ProblemParcel)
    case handover(Handover)
    case account(Account)
    case config(StationConfig)
    case person(Person)
    case pack(Pack)
    case tariff(TariffRow)
    case numbers(NumberBlock)
    case disposition(DispositionRow)
    case day(DayRow)
    case dispute(CaseRow)

    /// What names it.
    package var reference: EntityReference {
        switch self {
        case .task(let row): EntityReference(.task, row.id)
        case .parcel(let row): EntityReference(.parcel, row.id)
        case .address(let row): EntityReference(.addr, row.id)
        case .charge(let row): EntityReference(.charge, row.id)
        case .problem(let row): EntityReference(.problem, row.id)
        case .handover(let row): EntityReference(.handover, row.id)
        case .account(let row): EntityReference(.account, row.id)
        case .config(let row): EntityReference(.config, row.id)
        case .person(let row): EntityReference(.person, row.id)
        case .pack(let row): EntityReference(.pack, row.id)
        case .tariff(let row): EntityReference(.tariff, row.id)
        case .numbers(let row): EntityReference(.numbers, row.id)
        case .disposition(let row): EntityReference(.disp, row.id)
        case .day(let row): EntityReference(.day, row.id)
        case .dispute(let row): EntityReference(.case, row.id)
        }
    }
}
