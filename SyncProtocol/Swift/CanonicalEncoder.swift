extension CanonicalObject {
    /// The canonical text of this object as UTF-8 (PJS section 3), without a line feed.
    ///
    /// Keys outside the alphabet and integers outside ±(2^53−1) are a bug of the caller and trap.
    public func encoded() -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(64 + count * 24)
        encode(into: &output)
        return output
    }

    /// The canonical text as a string, for people and tests.
    public var encodedText: String { String(decoding: encoded(), as: UTF8.self) }
}

extension CanonicalValue {
    func encode(into output: inout [UInt8]) {
        switch self {
        case .object(let value): value.encode(into: &output)
        case .list(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                value.encode(into: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .text(let value): Canonical.encode(text: value, into: &output)
        case .integer(let value): Canonical.encode(integer: value, into: &output)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        }
    }
}

/// Rules of canonical text that reader and writer share (PJS section 3).
public enum Canonical {
    /// The largest integer, 2^53−1; the smallest is its negative.
    public static let integerMax = 9_007_199_254_740_991
    /// How deep objects and lists may nest; the outermost object has depth 1.
    public static let depthMax = 8
    /// The longest key in characters.
    public static let keyLengthMax = 64
    /// The longest integer token in characters, sign included.
    static let integerTokenMax = 17

    static func isKey(_ bytes: some Collection<UInt8>) -> Bool {
        (1...keyLengthMax).contains(bytes.count) && bytes.allSatisfy(isKeyByte)
    }

    static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "@"):
            true
        default: false
        }
    }

    static func encode(integer value: Int, into output: inout [UInt8]) {
        precondition(-integerMax...integerMax ~= value, "integer out of canonical range: \(value)")
        if value < 0 { output.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = output.count
        repeat {
            output.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        output[start...].reverse()
    }

    static func encode(text value: String, into output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        let utf8 = value.utf8
        if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            output.append(contentsOf: utf8)
        } else {
            for byte in utf8 { encodeEscaped(byte, into: &output) }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func encodeEscaped(_ byte: UInt8, into output: inout [UInt8]) {
        switch byte {
        case 0x22: output.append(contentsOf: [0x5C, 0x22])
        case 0x5C: output.append(contentsOf: [0x5C, 0x5C])
        case 0x08: output.append(contentsOf: [0x5C, UInt8(ascii: "b")])
        case 0x09: output.append(contentsOf: [0x5C, UInt8(ascii: "t")])
        case 0x0A: output.append(contentsOf: [0x5C, UInt8(ascii: "n")])
        case 0x0C: output.append(contentsOf: [0x5C, UInt8(ascii: "f")])
        case 0x0D: output.append(contentsOf: [0x5C, UInt8(ascii: "r")])
        case 0..<0x20:
            output.append(contentsOf: "\\u00".utf8)
            output.append(Hex.digit(byte >> 4))
            output.append(Hex.digit(byte & 15))
        default: output.append(byte)
        }
    }
}
