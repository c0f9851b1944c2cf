import Commands
import Domain
import SyncProtocol

/// What of a record may stand on a screen: names, phones and addresses masked, codes hidden.
enum PersonalField {
    /// The text of a key of a payload.
    static func masked(_ text: String, key: String) -> String {
        switch key {
        case "name", "signer", "payer", "given_by", "old", "new": Masking.name(text)
        case "phone": Masking.phone(text)
        case "address", "place": Masking.address(text)
        case "pickup_code", "cod_account": String(repeating: "*", count: text.count)
        default: text
        }
    }

    /// A whole value for printing, everything personal in it masked.
    static func masked(_ value: CanonicalValue, key: String) -> JSONValue {
        switch value {
        case .text(let text): .text(masked(text, key: key))
        case .integer(let number): .integer(number)
        case .bool(let flag): .bool(flag)
        case .list(let list): .list(list.map { masked($0, key: key) })
        case .object(let object):
            .object(object.members.map { JSONMember($0.key, masked($0.value, key: $0.key)) })
        }
    }
}
