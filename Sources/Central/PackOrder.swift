import Domain
import SyncProtocol

/// What a manager orders about the rule packs of the station.
package enum PackOrder: Equatable, Sendable {
    /// Puts the content of a file in force.
    case publish(name: String, content: String)
    /// Puts the version before in force again; before the first one stands the built-in pack.
    case revert(name: String)

    /// The pack that it is about.
    package var name: String {
        switch self {
        case .publish(let name, _), .revert(let name): name
        }
    }
}

/// Why nothing was published.
package enum PackRefusal: String, CaseIterable, Equatable, Sendable {
    /// There is no such pack, or a station cannot replace it.
    case unknown
    /// It is in force already, byte for byte.
    case unchanged
    /// The built-in pack is in force.
    case nothingEarlier = "nothing_earlier"
    /// The content is wrong, alone or with the other packs.
    case wrong
}

extension PackOrder {
    var encoded: CanonicalObject {
        switch self {
        case .publish(let name, let content):
            ["do": "publish", "name": .text(name), "content": .text(content)]
        case .revert(let name): ["do": "revert", "name": .text(name)]
        }
    }

    init?(_ fields: FieldReader) throws(FieldError) {
        let name = try fields.text("name", max: ManagerAction.textLengthMax)
        switch try fields.text("do", max: ManagerAction.textLengthMax) {
        case "publish":
            self = .publish(
                name: name, content: try fields.text("content", max: Limits.blobBytesMax))
        case "revert": self = .revert(name: name)
        default: return nil
        }
    }
}
