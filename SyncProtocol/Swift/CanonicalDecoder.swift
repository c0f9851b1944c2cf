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
        var reader = CanonicalReader()
        let span = bytes.span
        do {
            try reader.document(span)
        } catch {
            // The mark and the encoding are judged before everything else.
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw .bom }
            throw UTF8Check.isValid(span) ? error : .utf8
        }
        self.init(CanonicalText(bytes: bytes, nodes: reader.nodes), node: 0)
    }
}

/// One left-to-right pass over the bytes, which notes where the values stand and, on the way,
/// whether everything is written as it must be; positions are distances from the begin.
struct CanonicalReader {
    private(set) var nodes: [CanonicalText.Node] = []
    private var position = 0
    /// What is only written wrongly is refused at the end, after every other error.
    private var isCanonical = true
    private var highBits: UInt8 = 0

    /// A run of bytes between quotation marks.
    private struct Place {
        var start: Int
        var end: Int
        var isEscaped: Bool
    }

    /// The key of a member.
    private struct Key {
        var place: Place
        var head: KeyHead
    }

    mutating func document(_ bytes: Span<UInt8>) throws(CanonicalError) {
        precondition(bytes.count <= UInt32.max, "no text is longer than a frame")
        nodes.reserveCapacity(8 + bytes.count / 16)
        skipSpace(bytes)
        guard let first = peek(bytes) else { throw .syntax }
        switch first {
        case UInt8(ascii: "{"): break
        case UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "t"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            throw .notObject
        default: throw .syntax
        }
        try value(bytes, key: nil, depth: 0)
        skipSpace(bytes)
        guard position == bytes.count else { throw .syntax }
        if highBits >= 0x80, !UTF8Check.isValid(bytes) { throw .utf8 }
        guard isCanonical else { throw .notCanonical }
    }

    private func peek(_ bytes: Span<UInt8>) -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D:
                position += 1
                isCanonical = false
            default: return
            }
        }
    }

    private mutating func value(
        _ bytes: Span<UInt8>, key: Key?, depth: Int
    ) throws(CanonicalError) {
        guard let first = peek(bytes) else { throw .syntax }
        switch first {
        case UInt8(ascii: "{"):
            let index = begin(.object, key)
            end(index, count: try object(bytes, depth: depth + 1))
        case UInt8(ascii: "["):
            let index = begin(.list, key)
            end(index, count: try list(bytes, depth: depth + 1))
        case UInt8(ascii: "\""):
            let place = try string(bytes)
            var node = CanonicalText.Node(kind: place.isEscaped ? .escapedText : .text)
            node.start = UInt32(place.start)
            node.end = UInt32(place.end)
            append(node, key)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            append(CanonicalText.Node(kind: .integer, number: try number(bytes)), key)
        case UInt8(ascii: "t"):
            try literal("true", bytes)
            append(CanonicalText.Node(kind: .bool, number: 1), key)
        case UInt8(ascii: "f"):
            try literal("false", bytes)
            append(CanonicalText.Node(kind: .bool, number: 0), key)
        case UInt8(ascii: "n"):
            try literal("null", bytes)
            throw .null
        default: throw .syntax
        }
    }

    private mutating func append(_ node: CanonicalText.Node, _ key: Key?) {
        var node = node
        if let key {
            node.keyHead = key.head
            node.keyStart = UInt32(truncatingIfNeeded: key.place.start)
            // A longer key was refused, and one that is written escaped ends the reading later.
            node.keyCount = UInt8(truncatingIfNeeded: key.place.end - key.place.start)
        }
        node.next = UInt32(nodes.count + 1)
        nodes.append(node)
    }

    /// Notes an object or list that begins here; what it holds comes after it.
    private mutating func begin(_ kind: CanonicalText.Kind, _ key: Key?) -> Int {
        var node = CanonicalText.Node(kind: kind)
        node.start = UInt32(position)
        append(node, key)
        return nodes.count - 1
    }

    private mutating func end(_ index: Int, count: Int) {
        nodes[index].number = count
        nodes[index].end = UInt32(position)
        nodes[index].next = UInt32(nodes.count)
    }

    /// Reads an object; answers how many members it has.
    private mutating func object(
        _ bytes: Span<UInt8>, depth: Int
    ) throws(CanonicalError) -> Int {
        guard depth <= Canonical.depthMax else { throw .tooDeep }
        position += 1
        skipSpace(bytes)
        if peek(bytes) == UInt8(ascii: "}") {
            position += 1
            return 0
        }
        var keys = Keys(object: nodes.count - 1)
        while true {
            guard peek(bytes) == UInt8(ascii: "\"") else { throw .syntax }
            let place = try string(bytes)
            let key = Key(place: place, head: KeyHead(bytes.extracting(place.start..<place.end)))
            try check(key, bytes, &keys)
            skipSpace(bytes)
            guard peek(bytes) == UInt8(ascii: ":") else { throw .syntax }
            position += 1
            skipSpace(bytes)
            try value(bytes, key: key, depth: depth)
            skipSpace(bytes)
            if peek(bytes) == UInt8(ascii: ",") {
                position += 1
                skipSpace(bytes)
                continue
            }
            guard peek(bytes) == UInt8(ascii: "}") else { throw .syntax }
            position += 1
            return keys.count
        }
    }

    /// Reads a list; answers how many elements it has.
    private mutating func list(_ bytes: Span<UInt8>, depth: Int) throws(CanonicalError) -> Int {
        guard depth <= Canonical.depthMax else { throw .tooDeep }
        position += 1
        skipSpace(bytes)
        if peek(bytes) == UInt8(ascii: "]") {
            position += 1
            return 0
        }
        var count = 0
        while true {
            try value(bytes, key: nil, depth: depth)
            count += 1
            skipSpace(bytes)
            if peek(bytes) == UInt8(ascii: ",") {
                position += 1
                skipSpace(bytes)
                continue
            }
            guard peek(bytes) == UInt8(ascii: "]") else { throw .syntax }
            position += 1
            return count
        }
    }

    private mutating func literal(
        _ word: StaticString, _ bytes: Span<UInt8>
    ) throws(CanonicalError) {
        for byte in word.description.utf8 {
            guard peek(bytes) == byte else { throw .syntax }
            position += 1
        }
    }
}

// MARK: Keys

extension CanonicalReader {
    /// The keys of one object so far.
    private struct Keys {
        var count = 0
        /// The last one: while each is above the one before, order alone proves uniqueness.
        var last: Key?
        /// All of them, from the first one that is out of order or written escaped.
        var seen: Set<String> = []
        /// The node of the object.
        let object: Int
    }

    private mutating func check(
        _ key: Key, _ bytes: Span<UInt8>, _ keys: inout Keys
    ) throws(CanonicalError) {
        keys.count += 1
        let place = key.place
        if !place.isEscaped {
            guard CanonicalReader.isKey(bytes.extracting(place.start..<place.end)) else {
                throw .key
            }
        }
        let isPlain = !place.isEscaped && keys.seen.isEmpty
        if isPlain, keys.last.map({ CanonicalReader.isAscending($0, key, bytes) }) ?? true {
            keys.last = key
            return
        }
        isCanonical = false
        if keys.seen.isEmpty {
            var node = keys.object + 1
            while node < nodes.count {
                let start = Int(nodes[node].keyStart)
                let end = start + Int(nodes[node].keyCount)
                keys.seen.insert(try text(bytes.extracting(start..<end)))
                node = Int(nodes[node].next)
            }
        }
        let text = try text(bytes.extracting(place.start..<place.end))
        guard Canonical.isKey(text.utf8) else { throw .key }
        guard keys.seen.insert(text).inserted else { throw .duplicateKey }
    }

    private func text(_ bytes: Span<UInt8>) throws(CanonicalError) -> String {
        var reader = CanonicalReader()
        return try reader.unescaped(bytes)
    }

    private static func isKey(_ key: Span<UInt8>) -> Bool {
        guard (1...Canonical.keyLengthMax).contains(key.count) else { return false }
        for index in key.indices {
            guard Canonical.isKeyByte(key[index]) else { return false }
        }
        return true
    }

    private static func isAscending(_ left: Key, _ right: Key, _ bytes: Span<UInt8>) -> Bool {
        if left.head != right.head { return left.head < right.head }
        let left = bytes.extracting(left.place.start..<left.place.end)
        let right = bytes.extracting(right.place.start..<right.place.end)
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index]
        }
        return left.count < right.count
    }
}

// MARK: Numbers and strings

extension CanonicalReader {
    /// A complete number token of RFC 8259; fractions and exponents are named, not read.
    private mutating func number(_ bytes: Span<UInt8>) throws(CanonicalError) -> Int {
        let start = position
        if peek(bytes) == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        try digits(bytes)
        let integerEnd = position
        if bytes[firstDigit] == UInt8(ascii: "0"), integerEnd > firstDigit + 1 { throw .syntax }
        if peek(bytes) == UInt8(ascii: ".") {
            position += 1
            try digits(bytes)
        }
        if peek(bytes) == UInt8(ascii: "e") || peek(bytes) == UInt8(ascii: "E") {
            position += 1
            if peek(bytes) == UInt8(ascii: "+") || peek(bytes) == UInt8(ascii: "-") {
                position += 1
            }
            try digits(bytes)
        }
        guard position == integerEnd else { throw .float }
        guard position - start <= Canonical.integerTokenMax else { throw .integerRange }
        var value = 0
        for index in firstDigit..<position {
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        guard value <= Canonical.integerMax else { throw .integerRange }
        guard firstDigit > start else { return value }
        // Zero has no sign.
        if value == 0 { isCanonical = false }
        return -value
    }

    private mutating func digits(_ bytes: Span<UInt8>) throws(CanonicalError) {
        let start = position
        while let byte = peek(bytes), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            position += 1
        }
        guard position > start else { throw .syntax }
    }

    private mutating func string(_ bytes: Span<UInt8>) throws(CanonicalError) -> Place {
        position += 1
        let start = position
        var isEscaped = false
        while true {
            skipPlain(bytes)
            guard position < bytes.count else { throw .syntax }
            let byte = bytes[position]
            switch byte {
            case 0x22:
                position += 1
                return Place(start: start, end: position - 1, isEscaped: isEscaped)
            case 0x5C:
                isEscaped = true
                _ = try escape(bytes)
            case 0..<0x20: throw .syntax
            default:
                highBits |= byte
                position += 1
            }
        }
    }

    /// Goes on to the next byte that is not simply one of the text, or close to the end.
    private mutating func skipPlain(_ bytes: Span<UInt8>) {
        while position + ByteWord.byteCount <= bytes.count {
            let word = ByteWord(bytes, at: position)
            // A byte after the end of the string may count here: then the text is looked at again.
            if !word.isASCII { highBits = 0x80 }
            let special = word.places(of: 0x22).or(word.places(of: 0x5C))
                .or(word.places(below: 0x20))
            if let first = special.first {
                position += first
                return
            }
            position += ByteWord.byteCount
        }
    }

    /// What the inside of a string says.
    mutating func unescaped(_ bytes: Span<UInt8>) throws(CanonicalError) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        while position < bytes.count {
            if bytes[position] == 0x5C {
                output.append(contentsOf: String(Character(try escape(bytes))).utf8)
            } else {
                output.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Reads one escape; the only one that a character may have is canonical.
    private mutating func escape(_ bytes: Span<UInt8>) throws(CanonicalError) -> Unicode.Scalar {
        position += 1
        guard let letter = peek(bytes) else { throw .syntax }
        position += 1
        switch letter {
        case 0x22, 0x5C: return Unicode.Scalar(letter)
        case UInt8(ascii: "/"):
            isCanonical = false
            return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "u"): return try unicodeEscape(bytes)
        default: throw .syntax
        }
    }

    private mutating func unicodeEscape(
        _ bytes: Span<UInt8>
    ) throws(CanonicalError) -> Unicode.Scalar {
        let unit = try hexUnit(bytes)
        var value = UInt32(unit)
        switch unit {
        case 0x08, 0x09, 0x0A, 0x0C, 0x0D: isCanonical = false
        case 0..<0x20: break
        case 0xDC00...0xDFFF: throw .loneSurrogate
        case 0xD800...0xDBFF:
            isCanonical = false
            guard peek(bytes) == 0x5C, position + 1 < bytes.count,
                bytes[position + 1] == UInt8(ascii: "u")
            else { throw .loneSurrogate }
            position += 2
            let low = try lowSurrogate(bytes)
            value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
        default: isCanonical = false
        }
        guard let scalar = Unicode.Scalar(value) else { throw .loneSurrogate }
        return scalar
    }

    private mutating func lowSurrogate(_ bytes: Span<UInt8>) throws(CanonicalError) -> UInt16 {
        guard let low = try? hexUnit(bytes), (0xDC00...0xDFFF).contains(low) else {
            throw .loneSurrogate
        }
        return low
    }

    private mutating func hexUnit(_ bytes: Span<UInt8>) throws(CanonicalError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek(bytes) else { throw .syntax }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = value << 4 | UInt16(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                value = value << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"):
                isCanonical = false
                value = value << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
            default: throw .syntax
            }
            position += 1
        }
        return value
    }
}
