/// What a label says, taken out of how scanners and label standards wrap it.
package struct ScannedCode: Hashable, Sendable {
    /// The bytes as they came, for the record.
    package let raw: [UInt8]
    /// The symbology identifier (ISO/IEC 15424), such as `C1`, where the scanner sends it.
    package let symbology: String?
    /// What may be meant, the likeliest first: the text, then the fields of GS1 and ISO 15434, the
    /// end of an address, and the half of a text that came twice.
    package let candidates: [String]

    /// Reads a scan; `prefix` is what the scanner was told to send before each label.
    package init(_ raw: [UInt8], prefix: [UInt8] = []) {
        self.raw = raw
        var bytes = raw[...]
        if !prefix.isEmpty, bytes.starts(with: prefix) { bytes = bytes.dropFirst(prefix.count) }
        while let last = bytes.last, Self.ends.contains(last) { bytes.removeLast() }
        while let first = bytes.first, Self.starts.contains(first) { bytes.removeFirst() }
        var text = String(decoding: bytes, as: UTF8.self)
        var symbology: String?
        let head = Array(text.prefix(3))
        if head.count == 3, head[0] == "]", head[1].isASCII, head[1].isLetter, head[2].isASCII {
            symbology = String(head[1...])
            text.removeFirst(3)
        }
        self.symbology = symbology
        let fields = Self.fields(of: text, symbology)
        var found: [String] = []
        for candidate in [text.filter { $0 != Self.group }] + fields where !candidate.isEmpty {
            if !found.contains(candidate) { found.append(candidate) }
        }
        candidates = found
    }

    private static let group: Character = "\u{1D}"
    /// STX and blanks before, ETX, line ends and blanks after a label.
    private static let starts: Set<UInt8> = [0x02, 0x20]
    private static let ends: Set<UInt8> = [0x03, 0x0D, 0x0A, 0x09, 0x20]

    private static func fields(of text: String, _ symbology: String?) -> [String] {
        if text.hasPrefix("[)>\u{1E}") { return envelope(text) }
        if text.hasPrefix("http://") || text.hasPrefix("https://") { return address(text) }
        let isGS1 = symbology.map(gs1Symbologies.contains) ?? text.contains(group)
        let elements = isGS1 || text.hasPrefix("(") ? elements(of: text) : []
        return elements + half(of: text)
    }

    private static let gs1Symbologies: Set<String> = ["C1", "d2", "Q3", "e0", "J1"]

    /// The values of the application identifiers that can name a parcel: the shipping container,
    /// the article, the batch and the serial number.
    private static func elements(of text: String) -> [String] {
        var rest = text.drop { $0 == group }
        var values: [String] = []
        while !rest.isEmpty {
            let isBracketed = rest.first == "("
            if isBracketed { rest = rest.dropFirst() }
            let identifier = String(rest.prefix(2))
            rest = rest.dropFirst(isBracketed ? 3 : 2)
            let lengths = ["00": 18, "01": 14]
            let value: Substring
            if let length = lengths[identifier] {
                value = rest.prefix(length)
                guard value.count == length else { break }
            } else if identifier == "10" || identifier == "21" {
                value = rest.prefix { $0 != group && $0 != "(" }
            } else {
                break
            }
            values.append(String(value))
            rest = rest.dropFirst(value.count).drop { $0 == group }
        }
        return values
    }

    /// The fields of an envelope of ISO/IEC 15434, without their data identifiers.
    private static func envelope(_ text: String) -> [String] {
        let marks: Set<Character> = ["\u{1D}", "\u{1E}", "\u{04}"]
        return text.split { marks.contains($0) }.dropFirst(2).map { field in
            let digits = field.prefix { $0.isASCII && $0.isNumber }
            let rest = field.dropFirst(digits.count)
            return digits.count <= 3 && rest.first?.isLetter == true
                ? String(rest.dropFirst()) : String(field)
        }
    }

    private static func address(_ text: String) -> [String] {
        let path = text.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").last.map { [String($0)] } ?? []
    }

    private static func half(of text: String) -> [String] {
        let half = text.count / 2
        guard text.count.isMultiple(of: 2), half >= 6, text.prefix(half) == text.suffix(half) else {
            return []
        }
        return [String(text.prefix(half))]
    }
}
