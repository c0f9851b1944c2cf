import Domain
package import SyncProtocol

/// An entry as somebody may read it who has no right to personal data. What a key means decides;
/// free texts go whole, because nobody can tell what was typed into them.
package enum MaskedFields {
    /// What stands where something was taken away.
    package static let mark = "***"

    /// The entry of a line with names, phones, addresses, codes, positions and free texts masked,
    /// and a signature named by its SHA-256. A text that is no entry is only the mark.
    package static func entry(_ line: [UInt8]) -> CanonicalValue {
        guard var object = try? CanonicalObject(decoding: line) else { return .text(mark) }
        // A position is where somebody lives.
        object["g"] = nil
        if let payload = object["p"] { object["p"] = masked(payload, key: "p") }
        return .object(object)
    }

    private static func masked(_ value: CanonicalValue, key: String) -> CanonicalValue {
        switch value {
        case .text(let text): .text(masked(text, key: key))
        case .integer, .bool: value
        case .list(let list):
            key == "contact" ? contact(list) : .list(list.map { masked($0, key: key) })
        case .object(let object):
            .object(
                CanonicalObject(object.members.map { ($0.key, masked($0.value, key: $0.key)) }))
        }
    }

    /// A contact of a task is a list of a name and a phone.
    private static func contact(_ list: [CanonicalValue]) -> CanonicalValue {
        .list(
            list.enumerated().map { index, value in
                masked(value, key: index == 0 ? "name" : "phone")
            })
    }

    private static func masked(_ text: String, key: String) -> String {
        switch key {
        case "name", "signer", "payer", "given_by", "witness", "contact": Masking.name(text)
        case "phone": Masking.phone(text)
        case "address", "place": Masking.address(text)
        case "data": "sha256:" + SHA256.hash(Array(text.utf8)).hex
        case "line":
            // The original of a carried entry.
            switch entry(Array(text.utf8)) {
            case .object(let object): String(decoding: object.encoded(), as: UTF8.self)
            case .text, .list, .integer, .bool: mark
            }
        case "to": WireText.isID(text) ? text : mark
        default: hidden.contains(key) ? mark : text
        }
    }

    /// Free texts, and codes that open something.
    private static let hidden: Set<String> = [
        "note", "notes", "text", "degree", "outer_note", "old", "new", "unmet", "card",
        "invoice_title", "exchange", "differs", "unknown", "pickup_code", "cod_account", "id_mac",
        "customer_id", "phone_tail", "paper_slip_number", "changes",
    ]
}
