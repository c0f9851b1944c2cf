import Foundation
import SyncProtocol

/// A JSON value of a vector file, read by Foundation and not by the codec under test.
enum VectorValue: Sendable, Decodable {
    case object([String: VectorValue])
    case list([VectorValue])
    case text(String)
    case integer(Int)
    case bool(Bool)

    /// Something in a vector file that has not the form the runner knows.
    struct Mismatch: Error {
        let message: String
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([VectorValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: VectorValue].self))
        }
    }

    var object: [String: VectorValue] {
        get throws {
            guard case .object(let value) = self else { throw Mismatch(message: "no object") }
            return value
        }
    }

    var list: [VectorValue] {
        get throws {
            guard case .list(let value) = self else { throw Mismatch(message: "no list") }
            return value
        }
    }

    var text: String {
        get throws {
            guard case .text(let value) = self else { throw Mismatch(message: "no text") }
            return value
        }
    }

    var integer: Int {
        get throws {
            guard case .integer(let value) = self else { throw Mismatch(message: "no integer") }
            return value
        }
    }

    /// A text, or `{"rep": [[string, count], …]}`: the strings repeated and joined.
    var repeatedText: String {
        get throws {
            guard case .object(let object) = self else { return try text }
            guard let parts = object["rep"], object.count == 1 else {
                throw Mismatch(message: "neither text nor rep")
            }
            return try parts.list.map { part in
                let pair = try part.list
                return String(repeating: try pair[0].text, count: try pair[1].integer)
            }.joined()
        }
    }

    var digest: Digest {
        get throws {
            guard let digest = Digest(hex: try text) else { throw Mismatch(message: "no hash") }
            return digest
        }
    }

    /// The bytes of a text in hex.
    var hexBytes: [UInt8] {
        get throws {
            guard let bytes = Hex.bytes(of: try text) else { throw Mismatch(message: "no hex") }
            return bytes
        }
    }

    var canonical: CanonicalValue {
        get throws {
            switch self {
            case .object(let members):
                .object(CanonicalObject(try members.map { ($0.key, try $0.value.canonical) }))
            case .list(let values): .list(try values.map { try $0.canonical })
            case .text(let value): .text(value)
            case .integer(let value): .integer(value)
            case .bool(let value): .bool(value)
            }
        }
    }

    var canonicalObject: CanonicalObject {
        get throws {
            guard case .object(let object) = try canonical else {
                throw Mismatch(message: "no object")
            }
            return object
        }
    }
}

extension [String: VectorValue] {
    /// A key that must be there.
    func value(_ key: String) throws -> VectorValue {
        guard let value = self[key] else {
            throw VectorValue.Mismatch(message: "\(key) is missing")
        }
        return value
    }
}
