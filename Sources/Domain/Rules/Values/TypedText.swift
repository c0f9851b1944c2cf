/// What a person typed or a scanner sent, folded so that the same meaning has the same bytes.
enum TypedText {
    /// The UTF-8 bytes with full-width forms made narrow, ASCII letters made upper-case, and
    /// leading and trailing spaces dropped.
    static func upperBytes(_ typed: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in typed.unicodeScalars {
            let narrow = narrow(scalar)
            switch narrow.value {
            case 0x61...0x7A: bytes.append(UInt8(narrow.value) - 0x20)
            default:
                bytes.append(contentsOf: UTF8.encode(narrow) ?? UTF8.encodedReplacementCharacter)
            }
        }
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }),
            let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return Array(bytes[first...last])
    }

    /// The same as `upperBytes`, as text.
    static func upper(_ typed: String) -> String {
        String(decoding: upperBytes(typed), as: UTF8.self)
    }

    /// A full-width form (U+FF01–FF5E, U+3000) as its ASCII character; anything else unchanged.
    static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
        case 0x3000: " "
        default: scalar
        }
    }
}

extension UInt8 {
    /// The value of an ASCII digit.
    var digit: Int? { isDigit ? Int(self) - 0x30 : nil }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isUpperLetter: Bool { (0x41...0x5A).contains(self) }
}
