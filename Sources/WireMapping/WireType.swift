import Domain
import SyncProtocol

/// How one kind of value stands on the wire (PJS 2.2): its form, its limits, both ways.
struct WireType<Value> {
    private let reader: (CanonicalValue) throws(FieldProblem) -> Value
    private let writer: (Value) -> CanonicalValue

    /// Puts the two directions together.
    init(
        read: @escaping (CanonicalValue) throws(FieldProblem) -> Value,
        write: @escaping (Value) -> CanonicalValue
    ) {
        reader = read
        writer = write
    }

    /// Reads a value; a problem names the field `key`.
    func read(_ value: CanonicalValue, under key: String) throws(FieldProblem) -> Value {
        do {
            return try reader(value)
        } catch {
            throw error.under(key)
        }
    }

    /// The value as it stands on the wire.
    func write(_ value: Value) -> CanonicalValue { writer(value) }
}

/// Longest texts in Unicode scalar values, by what they hold (PJS 4.4, `str:n`).
enum TextLimit {
    static let phoneTail = 4
    static let rule = 6
    static let reference = 9
    static let pickupCode = 12
    static let creditCode = 18
    static let sortCode = 20
    static let phone = 24
    static let word = 30
    static let kind = 32
    static let number = 40
    static let name = 60
    static let account = 64
    static let line = 100
    static let note = 200
    static let statement = 300
    static let report = 500
    static let text = 1_000
    static let strokes = Limits.strokesCharactersMax
}

/// Longest lists, by what they hold (PJS 4.4).
enum ListLimit {
    static let collects = 4
    static let certificates = 5
    static let contacts = 10
    static let evidence = 16
    static let entries = 20
    static let disputed = 32
    static let lines = 40
    static let parcels = 200
    static let handed = 400
    static let settings = 400
}

// MARK: Numbers and flags

extension WireType<Int> {
    /// `int`: what canonical text can hold.
    static var integer: Self { within(-Canonical.integerMax...Canonical.integerMax) }
    /// `nat`: at least 0.
    static var natural: Self { within(0...Canonical.integerMax) }
    /// `pos`: at least 1.
    static var positive: Self { within(1...Canonical.integerMax) }
    /// `ms`: milliseconds UTC since 1970.
    static var milliseconds: Self { natural }
    /// `fen`: minor units, of either sign.
    static var fen: Self { integer }
    /// `fen` that is never negative.
    static var fenNotNegative: Self { natural }

    private static func within(_ range: ClosedRange<Int>) -> Self {
        WireType { value throws(FieldProblem) in
            guard let number = value.integer, range.contains(number) else { throw .bad }
            return number
        } write: { number in
            .integer(number)
        }
    }
}

extension WireType<Bool> {
    /// `bool`.
    static var flag: Self {
        WireType { value throws(FieldProblem) in
            guard let flag = value.bool else { throw .bad }
            return flag
        } write: { flag in
            .bool(flag)
        }
    }
}

// MARK: Texts

extension WireType<String> {
    /// `str:n`: at most `max` Unicode scalar values.
    static func text(_ max: Int) -> Self {
        text(where: { $0.unicodeScalars.count <= max })
    }

    /// `id`, and with it `person` and `station`.
    static var identifier: Self { text(where: WireText.isID) }
    /// `uuid`.
    static var uuid: Self { text(where: WireText.isUUID) }
    /// `hex64`, and with it `fact` and `blob`.
    static var hex64: Self { text(where: { Digest(hex: $0) != nil }) }
    /// `parcel`: a waybill number as it is kept.
    static var parcel: Self { text(where: isParcel) }
    /// An ISO 4217 code: three capitals.
    static var currency: Self { text(where: isCurrency) }
    /// Base64url of strokes.
    static var strokes: Self { text(where: isStrokes) }

    private static func text(where isGood: @escaping (String) -> Bool) -> Self {
        WireType { value throws(FieldProblem) in
            guard let text = value.text, isGood(text) else { throw .bad }
            return text
        } write: { text in
            .text(text)
        }
    }

    /// `[A-Z0-9][A-Z0-9-]{5,39}`: as kept, never as typed.
    private static func isParcel(_ text: String) -> Bool {
        (ParcelID.lengthMin...ParcelID.lengthMax).contains(text.utf8.count)
            && text.utf8.first != UInt8(ascii: "-")
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    private static func isStrokes(_ text: String) -> Bool {
        text.utf8.count <= TextLimit.strokes
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

private func isCurrency(_ text: String) -> Bool {
    text.utf8.count == 3
        && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
}

// MARK: Codes

extension WireType<Code> {
    /// `CODE`: open, an unknown one is kept.
    static var code: Self {
        WireType { value throws(FieldProblem) in
            guard let code = value.text.flatMap(Code.init) else { throw .bad }
            return code
        } write: { code in
            .text(code.text)
        }
    }
}

extension WireType where Value: RawRepresentable<String> {
    /// `CODE!` or `a|b|c`: closed, an unknown one is held (PJS 9.5).
    static var word: Self {
        WireType { value throws(FieldProblem) in
            guard let text = value.text else { throw .bad }
            guard let word = Value(rawValue: text) else { throw .unknownCode }
            return word
        } write: { word in
            .text(word.rawValue)
        }
    }
}

extension WireType<Custody> {
    /// Custody: `person:<id>`, `station:<id>` or a word.
    static var custody: Self {
        WireType { value throws(FieldProblem) in
            guard let text = value.text else { throw .bad }
            guard let custody = Custody(text) else { throw .unknownCode }
            return custody
        } write: { custody in
            .text(custody.text)
        }
    }
}

// MARK: Compounds

extension WireType where Value: WireRecord {
    /// An object inside an object.
    static var record: Self {
        WireType { value throws(FieldProblem) in
            guard let object = value.object else { throw .bad }
            return try Value.read(object)
        } write: { record in
            .object(record.written())
        }
    }
}

extension WireType where Value: WireTuple {
    /// A list whose places have meanings.
    static var tuple: Self {
        WireType { value throws(FieldProblem) in
            guard let list = value.list else { throw .bad }
            var tuple = Value.blank
            var elements = ElementScribe(reading: list)
            try tuple.visit(&elements)
            return tuple
        } write: { tuple in
            var written = tuple
            var elements = ElementScribe()
            do {
                try written.visit(&elements)
            } catch {
                preconditionFailure("writing \(Value.self) refuses nothing: \(error)")
            }
            return .list(elements.list)
        }
    }
}

extension WireType {
    /// A list of equal things, at most `max` of them.
    static func list<Element>(of type: WireType<Element>, max: Int) -> Self
    where Value == [Element] {
        WireType { value throws(FieldProblem) in
            guard let list = value.list, list.count <= max else { throw .bad }
            var elements: [Element] = []
            elements.reserveCapacity(list.count)
            for (index, element) in list.enumerated() {
                elements.append(try type.read(element, under: "\(index)"))
            }
            return elements
        } write: { elements in
            .list(elements.map(type.write))
        }
    }
}

extension WireType<[Code: Int]> {
    /// Amounts by code, such as the surcharges of a price.
    static var amountByCode: Self {
        WireType { value throws(FieldProblem) in
            guard let members = value.object?.members, members.count <= ListLimit.lines
            else { throw .bad }
            var amounts: [Code: Int] = [:]
            for (key, value) in members {
                guard let code = Code(key) else { throw .bad(path: key) }
                amounts[code] = try WireType<Int>.fen.read(value, under: key)
            }
            return amounts
        } write: { amounts in
            .object(CanonicalObject(amounts.map { ($0.text, .integer($1)) }))
        }
    }
}

extension WireType<[String: Int]> {
    /// Amounts by currency.
    static var amountByCurrency: Self {
        WireType { value throws(FieldProblem) in
            guard let members = value.object?.members, members.count <= ListLimit.entries
            else { throw .bad }
            var amounts: [String: Int] = [:]
            for (key, value) in members {
                guard isCurrency(key) else { throw .bad(path: key) }
                amounts[key] = try WireType<Int>.fen.read(value, under: key)
            }
            return amounts
        } write: { amounts in
            .object(CanonicalObject(amounts.map { ($0, .integer($1)) }))
        }
    }
}

extension WireType<ConfigValue> {
    /// The value of one setting: a text, a number, a flag or a list of these.
    static var setting: Self {
        WireType { value throws(FieldProblem) in
            switch value {
            case .text(let text):
                guard text.unicodeScalars.count <= TextLimit.text else { throw .bad }
                return .text(text)
            case .integer(let number): return .integer(number)
            case .bool(let flag): return .flag(flag)
            case .list:
                let list = WireType<[ConfigValue]>.list(of: .setting, max: ListLimit.settings)
                return .list(try list.reader(value))
            case .object: throw .bad
            }
        } write: { setting in
            switch setting {
            case .text(let text): .text(text)
            case .integer(let number): .integer(number)
            case .flag(let flag): .bool(flag)
            case .list(let list): .list(list.map(WireType<ConfigValue>.setting.write))
            }
        }
    }
}

extension WireType<[String: ConfigValue]> {
    /// Settings by name.
    static var settings: Self {
        WireType { value throws(FieldProblem) in
            guard let object = value.object, object.count <= ListLimit.settings
            else { throw .bad }
            var values: [String: ConfigValue] = [:]
            var fields = FieldScribe(reading: object)
            try fields.all(&values, .setting)
            return values
        } write: { values in
            var values = values
            var fields = FieldScribe()
            do {
                try fields.all(&values, .setting)
            } catch {
                preconditionFailure("writing settings refuses nothing: \(error)")
            }
            return .object(fields.object)
        }
    }
}
