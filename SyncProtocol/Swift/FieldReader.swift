/// A field that is missing, of the wrong type or out of its range.
public struct FieldError: Error, Sendable, Equatable {
    /// The key, as on the wire.
    public let key: String

    public init(key: String) { self.key = key }
}

/// Typed reading of an object's fields; every failure names the field.
public struct FieldReader: Sendable {
    /// The object read.
    public let object: CanonicalObject

    public init(_ object: CanonicalObject) { self.object = object }

    /// A required value.
    public func value(_ key: String) throws(FieldError) -> CanonicalValue {
        guard let value = object[key] else { throw FieldError(key: key) }
        return value
    }

    /// A required integer within a range.
    public func integer(_ key: String, in range: ClosedRange<Int> = FieldReader.natural)
        throws(FieldError) -> Int
    {
        guard let value = try integerIfPresent(key, in: range) else { throw FieldError(key: key) }
        return value
    }

    /// An optional integer within a range.
    public func integerIfPresent(_ key: String, in range: ClosedRange<Int> = FieldReader.natural)
        throws(FieldError) -> Int?
    {
        guard let value = object[key] else { return nil }
        guard let integer = value.integer, range.contains(integer) else {
            throw FieldError(key: key)
        }
        return integer
    }

    /// A required text of at most `max` Unicode scalars that passes the test.
    public func text(_ key: String, max: Int, where test: (String) -> Bool = { _ in true })
        throws(FieldError) -> String
    {
        guard let value = try textIfPresent(key, max: max, where: test) else {
            throw FieldError(key: key)
        }
        return value
    }

    /// An optional text of at most `max` Unicode scalars that passes the test.
    public func textIfPresent(_ key: String, max: Int, where test: (String) -> Bool = { _ in true })
        throws(FieldError) -> String?
    {
        guard let value = object[key] else { return nil }
        guard let text = value.text, text.unicodeScalars.count <= max, test(text) else {
            throw FieldError(key: key)
        }
        return text
    }

    /// A required Boolean.
    public func bool(_ key: String) throws(FieldError) -> Bool {
        guard let value = try boolIfPresent(key) else { throw FieldError(key: key) }
        return value
    }

    /// An optional Boolean.
    public func boolIfPresent(_ key: String) throws(FieldError) -> Bool? {
        guard let value = object[key] else { return nil }
        guard let bool = value.bool else { throw FieldError(key: key) }
        return bool
    }

    /// A required hash of 64 hex digits.
    public func digest(_ key: String) throws(FieldError) -> Digest {
        guard let value = try digestIfPresent(key) else { throw FieldError(key: key) }
        return value
    }

    /// An optional hash of 64 hex digits.
    public func digestIfPresent(_ key: String) throws(FieldError) -> Digest? {
        guard let value = object[key] else { return nil }
        guard let text = value.text, let digest = Digest(hex: text) else {
            throw FieldError(key: key)
        }
        return digest
    }

    /// A required object.
    public func object(_ key: String) throws(FieldError) -> CanonicalObject {
        guard let value = object[key]?.object else { throw FieldError(key: key) }
        return value
    }

    /// An optional object.
    public func objectIfPresent(_ key: String) throws(FieldError) -> CanonicalObject? {
        guard let value = object[key] else { return nil }
        guard let object = value.object else { throw FieldError(key: key) }
        return object
    }

    /// An optional list of at most `max` elements; absent is empty.
    public func list(_ key: String, max: Int) throws(FieldError) -> [CanonicalValue] {
        guard let value = object[key] else { return [] }
        guard let list = value.list, list.count <= max else { throw FieldError(key: key) }
        return list
    }

    /// An optional list of texts that all pass the test; absent is empty.
    public func texts(_ key: String, max: Int, where test: (String) -> Bool = { _ in true })
        throws(FieldError) -> [String]
    {
        var texts: [String] = []
        for value in try list(key, max: max) {
            guard let text = value.text, test(text) else { throw FieldError(key: key) }
            texts.append(text)
        }
        return texts
    }

    /// 0 … 2^53−1.
    public static let natural = 0...Canonical.integerMax
    /// 1 … 2^53−1.
    public static let positive = 1...Canonical.integerMax
    /// −(2^53−1) … 2^53−1.
    public static let anyInteger = -Canonical.integerMax...Canonical.integerMax
}
