/// An account of the double entry (PJS 4.7).
package enum LedgerAccount: Hashable, Sendable {
    /// Cash in the hands of a person.
    case cash(person: String)
    /// Cash that the station has counted.
    case stationCash
    case card, wallet
    /// What a customer owes by monthly account.
    case monthly(payer: String)
    /// A payment that waits for the station, by the reference of its fact.
    case pending(reference: String)
    case charge(id: String)
    /// The other side of `pending`.
    case chargeWait(id: String)
    /// A difference of cash that a manager has put down to a person.
    case variance(person: String)
    /// What a manager gave up.
    case waived
    /// Money whose charge is not known; a person moves it later.
    case suspense

    /// Reads an account as written in books; nil for anything else.
    package init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            switch text {
            case "station_cash": self = .stationCash
            case "card": self = .card
            case "wallet": self = .wallet
            case "waived": self = .waived
            case "suspense": self = .suspense
            default: return nil
            }
            return
        }
        let name = String(text[text.utf8.index(after: colon)...])
        guard !name.isEmpty else { return nil }
        switch text[..<colon] {
        case "cash": self = .cash(person: name)
        case "monthly": self = .monthly(payer: name)
        case "pending": self = .pending(reference: name)
        case "charge": self = .charge(id: name)
        case "charge_wait": self = .chargeWait(id: name)
        case "variance": self = .variance(person: name)
        default: return nil
        }
    }

    /// The account as written in books.
    package var text: String {
        switch self {
        case .cash(let person): "cash:\(person)"
        case .stationCash: "station_cash"
        case .card: "card"
        case .wallet: "wallet"
        case .monthly(let payer): "monthly:\(payer)"
        case .pending(let reference): "pending:\(reference)"
        case .charge(let id): "charge:\(id)"
        case .chargeWait(let id): "charge_wait:\(id)"
        case .variance(let person): "variance:\(person)"
        case .waived: "waived"
        case .suspense: "suspense"
        }
    }
}
