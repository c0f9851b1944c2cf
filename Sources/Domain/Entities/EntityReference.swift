/// The kinds of entities; the raw value is the `type` of a reference.
package enum EntityType: String, CaseIterable, Sendable {
    case task, parcel, addr, charge, problem, account, config, person, pack, tariff, numbers, disp
    case handover
    case device, order, ticket, batch, notice, `case`, day, station, incident
}

/// Names one entity: `type:id` (PJS 2.1).
package struct EntityReference: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Longest id.
    package static let idLengthMax = 48

    package let type: EntityType
    package let id: String

    /// Puts a reference together from parts that are known to be good.
    package init(_ type: EntityType, _ id: String) {
        self.type = type
        self.id = id
    }

    /// Reads `type:id`; nil for an unknown type or an id outside 1–48 of `A–Z a–z 0–9 _ . @ -`.
    package init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
            let type = EntityType(rawValue: String(text[..<colon]))
        else { return nil }
        let id = String(text[text.utf8.index(after: colon)...])
        guard Self.isIdentifier(id) else { return nil }
        self.init(type, id)
    }

    /// Whether the text is 1–48 characters of the id alphabet.
    package static func isIdentifier(_ text: String) -> Bool {
        (1...idLengthMax).contains(text.utf8.count) && text.utf8.allSatisfy(isIdentifierByte)
    }

    /// The reference as written on the wire.
    package var description: String { "\(type.rawValue):\(id)" }

    /// Byte order of the written form.
    package static func < (left: EntityReference, right: EntityReference) -> Bool {
        // No type holds a character that stands before the colon.
        if left.type == right.type {
            return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
        }
        return left.type.rawValue.utf8.lexicographicallyPrecedes(right.type.rawValue.utf8)
    }

    private static func isIdentifierByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "@"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
