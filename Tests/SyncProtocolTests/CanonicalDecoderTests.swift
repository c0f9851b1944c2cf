import SyncProtocol
import Testing

@Suite struct CanonicalDecoderTests {
    @Test(
        arguments: [
            ("", CanonicalError.syntax), ("  ", .syntax), ("x", .syntax), ("}", .syntax),
            ("[]", .notObject), (" \"a\"", .notObject), ("-", .notObject), ("7", .notObject),
            ("true", .notObject), ("false", .notObject), ("null", .notObject),
            ("nonsense", .notObject),
            ("{", .syntax), ("{\"a\"", .syntax), ("{\"a\":", .syntax), ("{\"a\":1", .syntax),
            ("{\"a\":1,}", .syntax), ("{,}", .syntax), ("{a:1}", .syntax), ("{\"a\" 1}", .syntax),
            ("{\"a\":1}x", .syntax), ("{}{}", .syntax), ("{\"a\":[1,]}", .syntax),
            ("{\"a\":[,1]}", .syntax), ("{\"a\":[1 2]}", .syntax), ("{\"a\":'b'}", .syntax),
            ("{\"a\":+1}", .syntax), ("{\"a\":.5}", .syntax), ("{\"a\":1.}", .syntax),
            ("{\"a\":1e}", .syntax), ("{\"a\":1e+}", .syntax), ("{\"a\":-}", .syntax),
            ("{\"a\":00}", .syntax), ("{\"a\":-01}", .syntax), ("{\"a\":NaN}", .syntax),
            ("{\"a\":tru}", .syntax), ("{\"a\":True}", .syntax), ("{\"a\":nul}", .syntax),
            ("{\"a\":\"b}", .syntax), ("{\"a\":\"\\x\"}", .syntax),
            ("{\"a\":\"\\u12g4\"}", .syntax),
            ("{\"a\":\"\\u12", .syntax), ("{\"a\":\"\t\"}", .syntax), ("{\"a\":\"b\\", .syntax),
            ("{\"a\":1.5}", .float), ("{\"a\":-0.0}", .float), ("{\"a\":1E5}", .float),
            ("{\"a\":1e-5}", .float), ("{\"a\":99999999999999999999.5}", .float),
            ("{\"a\":null}", .null), ("{\"a\":[null]}", .null), ("{\"a\":nullx}", .null),
            ("{\"a\":9007199254740992}", .integerRange),
            ("{\"a\":-9007199254740992}", .integerRange),
            ("{\"a\":100000000000000000}", .integerRange),
            ("{\"a\":123456789012345678901234567890}", .integerRange),
            ("{\"a\":\"\\ud800\"}", .loneSurrogate), ("{\"a\":\"\\udc00\"}", .loneSurrogate),
            ("{\"a\":\"\\ud800\\ud800\"}", .loneSurrogate),
            ("{\"a\":\"\\ud800x\"}", .loneSurrogate),
            ("{\"a\":\"\\ud800\\n\"}", .loneSurrogate),
            ("{\"a\":\"\\ud800\\udc0\"}", .loneSurrogate),
            ("{\"\\ud800\":1}", .loneSurrogate),
            ("{\"\":1}", .key), ("{\"a b\":1}", .key), ("{\"a/b\":1}", .key), ("{\"\\n\":1}", .key),
            ("{\"a\":1,\"b\":2,\"a\":3}", .duplicateKey),
            ("{\"b\":1,\"a\":2,\"b\":3}", .duplicateKey),
            ("{\"a\":1,\"\\u0061\":2}", .duplicateKey),
            ("{\"o\":{\"a\":1,\"a\":1}}", .duplicateKey),
            ("{ }", .notCanonical), ("{\"a\" :1}", .notCanonical), ("{\"a\": 1}", .notCanonical),
            ("{\"a\":1 }", .notCanonical), ("{\"a\":[1, 2]}", .notCanonical),
            ("\n{}", .notCanonical),
            ("{\"\\u0061\":1}", .notCanonical), ("{\"a\":\"\\u000a\"}", .notCanonical),
            ("{\"a\":\"\\u001F\"}", .notCanonical), ("{\"a\":\"\\ud83d\\ude00\"}", .notCanonical),
            ("{\"a\":\"\\u007f\"}", .notCanonical), ("{\"b\":{\"d\":1,\"c\":2}}", .notCanonical),
        ])
    func `each other text has its one error`(text: String, error: CanonicalError) {
        #expect(throws: error) { try CanonicalObject(decoding: Array(text.utf8)) }
    }

    @Test(
        arguments: [
            ("{\"a\":1.5,\"b\":null}", CanonicalError.float), ("{\"a\":null,\"b\":1.5}", .null),
            ("{\"b\":1,\"a\":null}", .null), ("{\"a\":1,\"a\":null}", .duplicateKey),
            ("{ \"a\":01}", .syntax), ("{\"é\":null}", .key),
        ])
    func `the first error from the left is the one`(text: String, error: CanonicalError) {
        #expect(throws: error) { try CanonicalObject(decoding: Array(text.utf8)) }
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF],
            [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
        ] as [[UInt8]])
    func `broken UTF-8 anywhere comes before every other error`(broken: [UInt8]) {
        for text in ["{\"a\":\"", "[", "{\"a\":null,\"b\":\"", ""] {
            #expect(throws: CanonicalError.utf8) {
                try CanonicalObject(decoding: Array(text.utf8) + broken)
            }
        }
    }

    @Test(
        arguments: [
            [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80],
            [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
        ] as [[UInt8]])
    func `the first and last scalars of each length are text`(scalar: [UInt8]) throws {
        let bytes = Array("{\"a\":\"".utf8) + scalar + Array("\"}".utf8)
        #expect(try CanonicalObject(decoding: bytes).encoded() == bytes)
    }

    @Test func `a byte order mark comes before broken UTF-8`() {
        #expect(throws: CanonicalError.bom) {
            try CanonicalObject(decoding: [0xEF, 0xBB, 0xBF, 0xFF])
        }
    }

    @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
    func `depth eight is read and depth nine is not`(open: String, close: String) throws {
        func nested(_ levels: Int) -> [UInt8] {
            let inner = String(repeating: open, count: levels - 1)
            let end = String(repeating: close, count: levels - 1)
            return Array("{\"a\":\(inner)1\(end)}".utf8)
        }
        let deepest = nested(Canonical.depthMax)
        #expect(try CanonicalObject(decoding: deepest).encoded() == deepest)
        #expect(throws: CanonicalError.tooDeep) {
            try CanonicalObject(decoding: nested(Canonical.depthMax + 1))
        }
    }

    @Test func `a key of 64 characters is read and one of 65 is not`() throws {
        func keyed(_ length: Int) -> [UInt8] {
            Array("{\"\(String(repeating: "k", count: length))\":1}".utf8)
        }
        let longest = keyed(Canonical.keyLengthMax)
        #expect(try CanonicalObject(decoding: longest).encoded() == longest)
        #expect(throws: CanonicalError.key) {
            try CanonicalObject(decoding: keyed(Canonical.keyLengthMax + 1))
        }
    }

    @Test(arguments: [0, 1, -1, Canonical.integerMax, -Canonical.integerMax])
    func `integers up to the limit are read`(value: Int) throws {
        let bytes = Array("{\"a\":\(value)}".utf8)
        #expect(try CanonicalObject(decoding: bytes)["a"]?.integer == value)
    }

    @Test func `composed and decomposed letters are two texts`() throws {
        let composed = try CanonicalObject(decoding: Array("{\"a\":\"\u{E9}\"}".utf8))
        let decomposed = try CanonicalObject(decoding: Array("{\"a\":\"e\u{301}\"}".utf8))
        #expect(composed != decomposed)
    }

    @Test func `twenty thousand keys out of order are read in one pass`() {
        let keys = (0..<20_000).reversed().map { "\"k\($0)\":1" }.joined(separator: ",")
        #expect(throws: CanonicalError.notCanonical) {
            try CanonicalObject(decoding: Array("{\(keys)}".utf8))
        }
        #expect(throws: CanonicalError.duplicateKey) {
            try CanonicalObject(decoding: Array("{\(keys),\"k7\":1}".utf8))
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `random objects go both ways`(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        for _ in 0..<25 {
            let object = random.object(depth: Canonical.depthMax)
            let bytes = object.encoded()
            let decoded = try CanonicalObject(decoding: bytes)
            #expect(decoded == object)
            #expect(decoded.encoded() == bytes)
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `whatever is read encodes to the same bytes and nothing traps`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let marks = Array("{}[]\",:\\u0-e.ntf \n".utf8)
        for _ in 0..<200 {
            var bytes = random.object(depth: Canonical.depthMax).encoded()
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(marks.randomElement(using: &random) ?? 0, at: index)
                default: bytes.removeSubrange(index...)
                }
            }
            if let object = try? CanonicalObject(decoding: bytes) {
                #expect(object.encoded() == bytes)
            }
            _ = try? Entry(decoding: bytes)
        }
    }

    @Test func `a slice is read without its neighbours`() throws {
        let bytes = Array("xx{\"a\":1}yy".utf8)
        #expect(try CanonicalObject(decoding: bytes[2..<9])["a"]?.integer == 1)
        #expect(throws: CanonicalError.syntax) { try CanonicalObject(decoding: bytes[2..<10]) }
    }
}
