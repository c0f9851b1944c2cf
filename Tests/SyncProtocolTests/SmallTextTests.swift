import Testing

@testable import SyncProtocol

@Suite struct HexTests {
    @Test func `bytes go both ways`() {
        let bytes = Array(0...255 as ClosedRange<UInt8>)
        #expect(Hex.bytes(of: Hex.text(of: bytes)) == bytes)
        #expect(Hex.text(of: [0x0A, 0xFF]) == "0aff")
        #expect(Hex.bytes(of: "") == [])
    }

    @Test(arguments: ["a", "0A", "g0", "0 ", "é", "0x"])
    func `other text is refused`(text: String) {
        #expect(Hex.bytes(of: text) == nil)
    }
}

@Suite struct DigestTests {
    @Test func `only 32 bytes and 64 lower-case digits make a digest`() {
        let bytes = Array(1...32 as ClosedRange<UInt8>)
        let digest = Digest(bytes: bytes)
        #expect(digest?.bytes == bytes)
        #expect(Digest(hex: digest?.hex ?? "") == digest)
        #expect(Digest(bytes: bytes.dropLast()) == nil)
        #expect(Digest(bytes: bytes + [0]) == nil)
        let hex = Hex.text(of: bytes)
        #expect(Digest(hex: String(hex.dropLast())) == nil)
        #expect(Digest(hex: hex + "0") == nil)
        #expect(Digest(hex: hex.uppercased()) == nil)
    }

    @Test func `a difference in any bit is seen`() {
        let zero = Digest.zero
        for bit in 0..<256 {
            var bytes = [UInt8](repeating: 0, count: Digest.size)
            bytes[bit / 8] = 1 << UInt8(bit % 8)
            let other = Digest(bytes: bytes)
            #expect(other.map { zero.equalsInConstantTime($0) } == false)
            #expect(other.map { $0.equalsInConstantTime($0) } == true)
        }
    }
}

@Suite struct Base64URLTests {
    /// RFC 4648 section 10, without padding.
    @Test(
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
        ])
    func `the examples of RFC 4648`(bytes: String, text: String) {
        #expect(Base64URL.text(of: Array(bytes.utf8)) == text)
        #expect(Base64URL.bytes(of: text) == Array(bytes.utf8))
    }

    @Test func `every byte goes both ways`() {
        let bytes = Array(0...255 as ClosedRange<UInt8>)
        #expect(Base64URL.bytes(of: Base64URL.text(of: bytes)) == bytes)
        #expect(Base64URL.text(of: [0xFB, 0xFF]) == "-_8")
    }

    @Test(arguments: ["Zg==", "Zm9v+", "a/bc", "Z", "Zh", "Zm9", " Zg", "Zg\n", "Zé8"])
    func `padding, other alphabets and bits left over are refused`(text: String) {
        #expect(Base64URL.bytes(of: text) == nil)
    }
}

@Suite struct Code32Tests {
    @Test func `most significant bits come first`() {
        #expect(Code32.text(of: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF], length: 8) == "ZZZZZZZZ")
        #expect(Code32.text(of: [0x08, 0x42, 0x10, 0x84, 0x21], length: 8) == "11111111")
        #expect(Code32.text(of: [0xF8], length: 1) == "Z")
    }

    @Test(
        arguments: [
            ("k7q2-9m4t-xi", "K7Q29M4TX1"), (" o O i I l L ", "001111"), ("", ""),
            ("a u z", "AUZ"), ("k7q2–9", "K7Q2–9"),
        ])
    func `typed codes are normalised and foreign characters stay`(typed: String, code: String) {
        #expect(Code32.normalised(typed) == code)
    }
}

@Suite struct WireTextTests {
    @Test(
        arguments: [
            ("01990f2a-7c10-7a31-8a55-0f3e9b2c4d10", true),
            ("01990F2A-7c10-7a31-8a55-0f3e9b2c4d10", false),
            ("01990f2a7c10-7a31-8a55-0f3e9b2c4d100", false),
            ("01990f2a-7c10-7a31-8a55-0f3e9b2c4d1", false),
            ("01990f2a-7c10-7a31-8a55-0f3e9b2c4d1g", false), ("", false),
        ])
    func `device and stream ids`(text: String, isOne: Bool) {
        #expect(WireText.isUUID(text) == isOne)
    }

    @Test(
        arguments: [
            ("a", true), ("A-Z_0.9@x", true), ("", false), ("a b", false), ("a:b", false),
            ("é", false), (String(repeating: "a", count: 48), true),
            (String(repeating: "a", count: 49), false),
        ])
    func `ids of 1 to 48`(text: String, isOne: Bool) {
        #expect(WireText.isID(text) == isOne)
    }

    @Test(
        arguments: [
            ("task:T81", true), ("ab:x", true), ("a:x", false), ("abcdefghijkl:x", true),
            ("abcdefghijklm:x", false), ("Task:T81", false), ("task:", false), (":x", false),
            ("task", false), ("task:a:b", false), ("task:a/b", false),
            ("abcdefghijkl:" + String(repeating: "a", count: 48), true),
            ("task:" + String(repeating: "a", count: 49), false), ("task:\u{301}", false),
        ])
    func `entity references`(text: String, isOne: Bool) {
        #expect(WireText.isReference(text) == isOne)
        #expect(WireText.isBucket(text) == isOne)
    }

    @Test(
        arguments: [
            ("ab", true), ("a", false), ("payment.void", true), ("a_9.", true), ("9a", false),
            ("aB", false), (String(repeating: "k", count: 32), true),
            (String(repeating: "k", count: 33), false),
        ])
    func `kinds`(text: String, isOne: Bool) {
        #expect(WireText.isKind(text) == isOne)
    }

    @Test(
        arguments: [
            ("01a08a54ac00-0000", true), ("01a08a54ac00-ffff", true), ("01A08a54ac00-0000", false),
            ("01a08a54ac000-000", false), ("01a08a54ac00-000", false),
            ("01a08a54ac00-00000", false), ("", false),
        ])
    func `hybrid stamps`(text: String, isOne: Bool) {
        #expect(WireText.isHybridStamp(text) == isOne)
    }

    @Test(
        arguments: [
            ("1", 1), ("9007199254740991", 9_007_199_254_740_991), ("9007199254740992", nil),
            ("0", nil), ("01", nil), ("+1", nil), ("", nil), ("99999999999999999", nil),
        ] as [(String, Int?)])
    func `decimals of a header`(text: String, value: Int?) {
        #expect(WireText.positive(text) == value)
    }
}
