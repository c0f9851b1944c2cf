/// Who has the parcel.
package enum Custody: Hashable, Sendable {
    case sender, recipient, transit
    case person(String)
    case station(String)

    /// Reads `person:<id>`, `station:<id>`, `sender`, `recipient` or `transit`.
    package init?(_ text: String) {
        switch text {
        case "sender": self = .sender
        case "recipient": self = .recipient
        case "transit": self = .transit
        default:
            guard let reference = EntityReference(text) else { return nil }
            if reference.type == .person {
                self = .person(reference.id)
            } else if reference.type == .station {
                self = .station(reference.id)
            } else {
                return nil
            }
        }
    }

    /// The custody as written on the wire.
    package var text: String {
        switch self {
        case .sender: "sender"
        case .recipient: "recipient"
        case .transit: "transit"
        case .person(let id): "person:\(id)"
        case .station(let id): "station:\(id)"
        }
    }

    /// The courier who has it, if one has.
    package var holder: String? {
        switch self {
        case .person(let id): id
        case .sender, .recipient, .transit, .station: nil
        }
    }
}
