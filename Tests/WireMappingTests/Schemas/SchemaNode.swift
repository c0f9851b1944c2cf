import SyncProtocol

/// One schema: an object of JSON Schema 2020-12 with the keywords of PJS 16.
struct SchemaNode: Decodable {
    /// The `type` of a value.
    enum Kind: String, Decodable {
        case object, array, string, integer, boolean

        func fits(_ value: CanonicalValue) -> Bool {
            switch self {
            case .object: value.object != nil
            case .array: value.list != nil
            case .string: value.text != nil
            case .integer: value.integer != nil
            case .boolean: value.bool != nil
            }
        }
    }

    /// A `const`: a text or an integer.
    enum Constant: Decodable {
        case text(String)
        case integer(Int)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                self = .integer(number)
            } else {
                self = .text(try value.decode(String.self))
            }
        }

        func isEqual(to value: CanonicalValue) -> Bool {
            switch self {
            case .text(let text): value.text == text
            case .integer(let number): value.integer == number
            }
        }
    }

    private enum Key: String, CaseIterable {
        case schema = "$schema"
        case definitions = "$defs"
        case reference = "$ref"
        case title, description, type, properties, required, additionalProperties, maxProperties
        case propertyNames, items, prefixItems, minItems, maxItems, minimum, maximum, maxLength
        case pattern, const, anyOf
        case words = "enum"
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ key: Key) { stringValue = key.rawValue }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// A node holds nodes, so those that stand alone lie in lists of at most one.
    private let itemNodes: [SchemaNode]
    private let otherNodes: [SchemaNode]
    private let nameNodes: [SchemaNode]
    let definitions: [String: SchemaNode]
    let reference: String?
    let type: Kind?
    let properties: [String: SchemaNode]
    let required: [String]
    let maxProperties: Int?
    let places: [SchemaNode]
    let minItems: Int?
    let maxItems: Int?
    let minimum: Int?
    let maximum: Int?
    let maxLength: Int?
    let pattern: String?
    let words: [String]?
    let constant: Constant?
    let anyOf: [SchemaNode]

    var items: SchemaNode? { itemNodes.first }
    var otherProperties: SchemaNode? { otherNodes.first }
    var propertyNames: SchemaNode? { nameNodes.first }

    /// Every schema inside this one.
    var inner: [SchemaNode] {
        Array(definitions.values) + Array(properties.values) + itemNodes + otherNodes + nameNodes
            + places + anyOf
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: AnyKey.self)
        let known = Set(Key.allCases.map(\.rawValue))
        if let stranger = fields.allKeys.first(where: { !known.contains($0.stringValue) }) {
            throw SchemaBook.Fault(message: "unknown keyword \(stranger.stringValue)")
        }
        func read<Value: Decodable>(_ key: Key, _ type: Value.Type) throws -> Value? {
            try fields.decodeIfPresent(Value.self, forKey: AnyKey(key))
        }
        itemNodes = try read(.items, SchemaNode.self).map { [$0] } ?? []
        otherNodes = try read(.additionalProperties, SchemaNode.self).map { [$0] } ?? []
        nameNodes = try read(.propertyNames, SchemaNode.self).map { [$0] } ?? []
        definitions = try read(.definitions, [String: SchemaNode].self) ?? [:]
        reference = try read(.reference, String.self)
        type = try read(.type, Kind.self)
        properties = try read(.properties, [String: SchemaNode].self) ?? [:]
        required = try read(.required, [String].self) ?? []
        maxProperties = try read(.maxProperties, Int.self)
        places = try read(.prefixItems, [SchemaNode].self) ?? []
        minItems = try read(.minItems, Int.self)
        maxItems = try read(.maxItems, Int.self)
        minimum = try read(.minimum, Int.self)
        maximum = try read(.maximum, Int.self)
        maxLength = try read(.maxLength, Int.self)
        pattern = try read(.pattern, String.self)
        words = try read(.words, [String].self)
        constant = try read(.const, Constant.self)
        anyOf = try read(.anyOf, [SchemaNode].self) ?? []
    }
}
