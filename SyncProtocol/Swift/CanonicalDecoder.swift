/// Why a text is not PJS canonical; the raw value is the name on the wire (PJS section 3).
public enum CanonicalError: String, Error, Sendable, CaseIterable {
    case bom
    case utf8
    case notObject = "not_object"
    case syntax
    case tooDeep = "too_deep"
    case float
    case integerRange = "int_range"
    case null
    case loneSurrogate = "lone_surrogate"
    case key
    case duplicateKey = "duplicate_key"
    case notCanonical = "not_canonical"
}

extension CanonicalObject {
    /// Reads canonical text; any other text is refused with the first error met (PJS section 3).
    public init(decoding bytes: [UInt8]) throws(CanonicalError) {
        try self.init(decoding: bytes[...])
    }

    /// Reads canonical text; any other text is refused with the first error met (PJS section 3).
    public init(decoding bytes: ArraySlice<UInt8>) throws(CanonicalError) {
        var reader = CanonicalReader(bytes: bytes)
        self = try reader.document()
        guard encoded().elementsEqual(bytes) else { throw .notCanonical }
    }
}

/// One left-to-right pass over the bytes; positions are indices of the slice.
struct CanonicalReader {
    let bytes: ArraySlice<UInt8>
    var position: Int

    init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func document() throws(CanonicalError) -> CanonicalObject {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw .bom }
        guard UTF8Check.isValid(bytes.span) else { throw .utf8 }
        skipSpace()
        guard let first = peek() else { throw .syntax }
        switch first {
        case UInt8(ascii: "{"): break
        case UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "t"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            throw .notObject
        default: throw .syntax
        }
        let object = try object(depth: 1)
        skipSpace()
        guard peek() == nil else { throw .syntax }
        return object
    }

    func peek() -> UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    mutating func skipSpace() {
        while position < bytes.endIndex {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(CanonicalError) -> CanonicalValue {
        guard let first = peek() else { throw .syntax }
        switch first {
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .list(try list(depth: depth + 1))
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .integer(try number())
        case UInt8(ascii: "t"):
            try literal("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try literal("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try literal("null")
            throw .null
        default: throw .syntax
        }
    }

    private mutating func object(depth: Int) throws(CanonicalError) -> CanonicalObject {
        guard depth <= Canonical.depthMax else { throw .tooDeep }
        position += 1
        var members: [(key: String, value: CanonicalValue)] = []
        // Filled only from the first key out of order: until then order alone proves uniqueness.
        var seen: Set<String> = []
        skipSpace()
        if peek() == UInt8(ascii: "}") {
            position += 1
            return CanonicalObject()
        }
        while true {
            guard peek() == UInt8(ascii: "\"") else { throw .syntax }
            let key = try string()
            guard Canonical.isKey(key.utf8) else { throw .key }
            if seen.isEmpty, let last = members.last, last.key >= key {
                seen = Set(members.map(\.key))
            }
            if !seen.isEmpty, !seen.insert(key).inserted { throw .duplicateKey }
            skipSpace()
            guard peek() == UInt8(ascii: ":") else { throw .syntax }
            position += 1
            skipSpace()
            members.append((key, try value(depth: depth)))
            skipSpace()
            if peek() == UInt8(ascii: ",") {
                position += 1
                skipSpace()
                continue
            }
            guard peek() == UInt8(ascii: "}") else { throw .syntax }
            position += 1
            break
        }
        // Unsorted keys are refused only at the end, as `not_canonical`, so the pass goes on.
        return seen.isEmpty
            ? CanonicalObject(sorted: members)
            : CanonicalObject(sorted: members.sorted { $0.key < $1.key })
    }

    private mutating func list(depth: Int) throws(CanonicalError) -> [CanonicalValue] {
        guard depth <= Canonical.depthMax else { throw .tooDeep }
        position += 1
        var values: [CanonicalValue] = []
        skipSpace()
        if peek() == UInt8(ascii: "]") {
            position += 1
            return values
        }
        while true {
            values.append(try value(depth: depth))
            skipSpace()
            if peek() == UInt8(ascii: ",") {
                position += 1
                skipSpace()
                continue
            }
            guard peek() == UInt8(ascii: "]") else { throw .syntax }
            position += 1
            return values
        }
    }

    private mutating func literal(_ word: StaticString) throws(CanonicalError) {
        for byte in word.description.utf8 {
            guard peek() == byte else { throw .syntax }
            position += 1
        }
    }
}

extension CanonicalReader {
    /// A complete number token of RFC 8259; fractions and exponents are named, not read.
    private mutating func number() throws(CanonicalError) -> Int {
        let start = position
        if peek() == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        try digits()
        if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 { throw .syntax }
        let integerEnd = position
        if peek() == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
            position += 1
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        guard position == integerEnd else { throw .float }
        guard position - start <= Canonical.integerTokenMax else { throw .integerRange }
        var value = 0
        for byte in bytes[firstDigit..<position] {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        guard value <= Canonical.integerMax else { throw .integerRange }
        return firstDigit > start ? -value : value
    }

    private mutating func digits() throws(CanonicalError) {
        let start = position
        while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            position += 1
        }
        guard position > start else { throw .syntax }
    }

    mutating func string() throws(CanonicalError) -> String {
        position += 1
        let start = position
        while let byte = peek(), byte >= 0x20, byte != 0x22, byte != 0x5C { position += 1 }
        if peek() == 0x22 {
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            position += 1
            return text
        }
        var output = Array(bytes[start..<position])
        while let byte = peek() {
            switch byte {
            case 0x22:
                position += 1
                return String(decoding: output, as: UTF8.self)
            case 0x5C: try escape(into: &output)
            case 0..<0x20: throw .syntax
            default:
                output.append(byte)
                position += 1
            }
        }
        throw .syntax
    }

    private mutating func escape(into output: inout [UInt8]) throws(CanonicalError) {
        position += 1
        guard let letter = peek() else { throw .syntax }
        position += 1
        switch letter {
        case 0x22, 0x5C, UInt8(ascii: "/"): output.append(letter)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "u"): try unicodeEscape(into: &output)
        default: throw .syntax
        }
    }

    private mutating func unicodeEscape(into output: inout [UInt8]) throws(CanonicalError) {
        let unit = try hexUnit()
        var value = UInt32(unit)
        switch unit {
        case 0xDC00...0xDFFF: throw .loneSurrogate
        case 0xD800...0xDBFF:
            guard peek() == 0x5C, position + 1 < bytes.endIndex,
                bytes[position + 1] == UInt8(ascii: "u")
            else { throw .loneSurrogate }
            position += 2
            let low = try lowSurrogate()
            value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
        default: break
        }
        guard let scalar = Unicode.Scalar(value) else { throw .loneSurrogate }
        output.append(contentsOf: String(Character(scalar)).utf8)
    }

    private mutating func lowSurrogate() throws(CanonicalError) -> UInt16 {
        guard let low = try? hexUnit(), (0xDC00...0xDFFF).contains(low) else {
            throw .loneSurrogate
        }
        return low
    }

    private mutating func hexUnit() throws(CanonicalError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek() else { throw .syntax }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = value << 4 | UInt16(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                value = value << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"):
                value = value << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
            default: throw .syntax
            }
            position += 1
        }
        return value
    }
}

/// Strict UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
enum UTF8Check {
    static func isValid(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        let count = bytes.count
        while index < count {
            let lead = bytes[index]
            index += 1
            if lead < 0x80 { continue }
            let range: (length: Int, low: UInt8, high: UInt8)
            switch lead {
            case 0xC2...0xDF: range = (1, 0x80, 0xBF)
            case 0xE0: range = (2, 0xA0, 0xBF)
            case 0xE1...0xEC, 0xEE, 0xEF: range = (2, 0x80, 0xBF)
            case 0xED: range = (2, 0x80, 0x9F)
            case 0xF0: range = (3, 0x90, 0xBF)
            case 0xF1...0xF3: range = (3, 0x80, 0xBF)
            case 0xF4: range = (3, 0x80, 0x8F)
            default: return false
            }
            guard index + range.length <= count else { return false }
            guard bytes[index] >= range.low, bytes[index] <= range.high else { return false }
            for offset in 1..<max(range.length, 1) {
                guard bytes[index + offset] & 0xC0 == 0x80 else { return false }
            }
            index += range.length
        }
        return true
    }
}
