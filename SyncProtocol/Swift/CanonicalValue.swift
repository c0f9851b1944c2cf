/// One value of PJS canonical text: an object, a list, a text, an integer or a Boolean.
///
/// There is no null, no fraction and no second spelling of anything (PJS section 3).
public enum CanonicalValue: Sendable {
    case object(CanonicalObject)
    case list([CanonicalValue])
    case text(String)
    case integer(Int)
    case bool(Bool)
}

extension CanonicalValue: Equatable {
    /// Equality of bytes: composed and decomposed letters are two different texts.
    public static func == (left: CanonicalValue, right: CanonicalValue) -> Bool {
        switch (left, right) {
        case (.object(let a), .object(let b)): a == b
        case (.list(let a), .list(let b)): a == b
        case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
        case (.integer(let a), .integer(let b)): a == b
        case (.bool(let a), .bool(let b)): a == b
        default: false
        }
    }
}

extension CanonicalValue {
    /// The members, if this is an object.
    public var object: CanonicalObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The elements, if this is a list.
    public var list: [CanonicalValue]? {
        if case .list(let value) = self { value } else { nil }
    }

    /// The text, if this is one.
    public var text: String? {
        if case .text(let value) = self { value } else { nil }
    }

    /// The integer, if this is one.
    public var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// The Boolean, if this is one.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }
}

extension CanonicalValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: CanonicalValue...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, CanonicalValue)...) {
        self = .object(CanonicalObject(elements))
    }
}
