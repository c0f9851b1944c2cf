import SyncProtocol

/// Reads or writes the fields of one object.
///
/// A record lists its fields once, in `visit`, for both directions: reading assigns what the object
/// holds, writing collects what the record holds. So the two can never disagree.
struct FieldScribe {
    /// What was written, or what is read from.
    private(set) var object: CanonicalObject
    private let isReading: Bool

    /// Reads from an object; keys that no field names are ignored.
    init(reading object: CanonicalObject) {
        self.object = object
        isReading = true
    }

    /// Writes to an empty object.
    init() {
        object = [:]
        isReading = false
    }

    /// A required field.
    mutating func need<Value>(
        _ key: String, _ value: inout Value, _ type: WireType<Value>
    ) throws(FieldProblem) {
        guard isReading else {
            object[key] = type.write(value)
            return
        }
        guard let found = object[key] else { throw .bad(path: key) }
        value = try type.read(found, under: key)
    }

    /// An optional field; its type is only made where there is something to read or write.
    mutating func may<Value>(
        _ key: String, _ value: inout Value?, _ type: @autoclosure () -> WireType<Value>
    ) throws(FieldProblem) {
        guard isReading else {
            object[key] = value.map { type().write($0) }
            return
        }
        guard let found = object[key] else {
            value = nil
            return
        }
        value = try type().read(found, under: key)
    }

    /// An optional field whose absence means a value of its own, such as the empty list.
    mutating func may<Value: Equatable>(
        _ key: String, _ value: inout Value, or absent: Value,
        _ type: @autoclosure () -> WireType<Value>
    ) throws(FieldProblem) {
        var present: Value? = value == absent ? nil : value
        try may(key, &present, type())
        value = present ?? absent
    }

    /// Every field of the object, for records whose keys are open.
    mutating func all<Value>(
        _ values: inout [String: Value], _ type: WireType<Value>
    ) throws(FieldProblem) {
        guard isReading else {
            for (key, value) in values { object[key] = type.write(value) }
            return
        }
        values = [:]
        for (key, value) in object.members { values[key] = try type.read(value, under: key) }
    }
}

/// Reads or writes the elements of one list whose places have meanings, such as `[ms, code]`.
struct ElementScribe {
    private var elements: [CanonicalValue]
    private let isReading: Bool
    private var index = 0

    /// Reads from a list.
    init(reading elements: [CanonicalValue]) {
        self.elements = elements
        isReading = true
    }

    /// Writes to an empty list.
    init() {
        elements = []
        isReading = false
    }

    /// What was written.
    var list: [CanonicalValue] { elements }

    /// The next element.
    mutating func next<Value>(
        _ value: inout Value, _ type: WireType<Value>
    ) throws(FieldProblem) {
        if isReading {
            guard index < elements.count else { throw .bad(path: "\(index)") }
            value = try type.read(elements[index], under: "\(index)")
        } else {
            elements.append(type.write(value))
        }
        index += 1
    }
}

/// A value whose fields `FieldScribe` can read and write.
protocol WireFields {
    /// Names every field once.
    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem)
}

/// An object of the wire; `blank` is what reading overwrites, field by field.
protocol WireRecord: WireFields {
    static var blank: Self { get }
}

/// A list of the wire whose places have meanings.
protocol WireTuple {
    static var blank: Self { get }

    /// Names every place once, in order.
    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem)
}

/// An entity; its id stands beside the body, not in it.
protocol WireRow: WireFields {
    static func blank(id: String) -> Self
}

extension WireRecord {
    /// Reads an object.
    static func read(_ object: CanonicalObject) throws(FieldProblem) -> Self {
        var record = blank
        var fields = FieldScribe(reading: object)
        try record.visit(&fields)
        return record
    }
}

extension WireFields {
    /// The object; a value that breaks a limit is written as it is and refused when read.
    func written() -> CanonicalObject {
        var record = self
        var fields = FieldScribe()
        do {
            try record.visit(&fields)
        } catch {
            preconditionFailure("writing \(Self.self) refuses nothing: \(error)")
        }
        return fields.object
    }
}
