/// The small alphabets of PJS/1 (PJS section 2).
public enum WireText {
    /// A lower-case UUID with hyphens, 36 characters.
    public static func isUUID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return false }
        for (index, byte) in bytes.enumerated() {
            switch index {
            case 8, 13, 18, 23:
                guard byte == UInt8(ascii: "-") else { return false }
            default:
                guard isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
                else { return false }
            }
        }
        return true
    }

    /// An id: 1–48 of `A–Z a–z 0–9 _ . @ -`.
    public static func isID(_ text: String) -> Bool {
        (1...idLengthMax).contains(text.utf8.count) && text.utf8.allSatisfy(isIDByte)
    }

    /// The longest id.
    public static let idLengthMax = 48
    /// The longest entity reference `type:id`.
    public static let referenceLengthMax = 64

    /// An entity reference `type:id` with a type of 2–12 lower-case letters.
    public static func isReference(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count <= referenceLengthMax, let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        else { return false }
        return isType(String(text[..<colon])) && isID(String(text[bytes.index(after: colon)...]))
    }

    /// The type of an entity: 2–12 lower-case letters.
    public static func isType(_ text: String) -> Bool {
        (2...12).contains(text.utf8.count)
            && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    /// A kind: `[a-z][a-z0-9_.]{1,31}`.
    public static func isKind(_ text: String) -> Bool {
        let bytes = text.utf8
        guard (2...32).contains(bytes.count), let first = bytes.first,
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
        else { return false }
        return bytes.allSatisfy {
            isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        }
    }

    /// A bucket: `station:`, `courier:` or `device:` and an id.
    public static func isBucket(_ text: String) -> Bool { isReference(text) }

    /// A hybrid clock stamp: 12 hex digits, a hyphen, 4 hex digits.
    public static func isHybridStamp(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 17, bytes[12] == UInt8(ascii: "-") else { return false }
        return bytes.enumerated().allSatisfy { index, byte in
            index == 12 || isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
    }

    /// A decimal of at least 1 without sign or leading zero, within the canonical range.
    static func positive(_ text: String) -> Int? {
        guard (1...16).contains(text.utf8.count), text.utf8.allSatisfy(isDigit),
            text.utf8.first != UInt8(ascii: "0"), let value = Int(text),
            value <= Canonical.integerMax
        else { return nil }
        return value
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "@"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
