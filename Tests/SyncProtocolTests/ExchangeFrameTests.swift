import SyncProtocol
import Testing

@Suite struct ExchangeFrameTests {
    private static let lines = ["{\"@\":\"hello\"}", "not json {\u{2028}\r", "x"].map {
        Array($0.utf8)
    }

    @Test func `a frame cut at any byte was not received`() {
        let frame = ExchangeFrame.encode(ExchangeFrameTests.lines)
        #expect(throws: Never.self) { try ExchangeFrame.lines(of: frame) }
        for length in 0..<frame.count {
            #expect(throws: ExchangeFrame.Malformed()) {
                try ExchangeFrame.lines(of: Array(frame[..<length]))
            }
        }
    }

    @Test func `a frame with any byte changed was not received`() {
        let frame = ExchangeFrame.encode(ExchangeFrameTests.lines)
        for index in frame.indices {
            var changed = frame
            changed[index] ^= 1
            #expect(throws: ExchangeFrame.Malformed()) { try ExchangeFrame.lines(of: changed) }
        }
    }

    @Test(
        arguments: [
            "\n", "\n\n", "{\"@\":\"end\",\"n\":0,\"x\":\"\"}\n",
            "{\"@\":\"end\",\"n\":0,\"x\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca49599"
                + "1b7852b855\"}\n",
        ])
    func `a frame has at least one line and no empty one`(text: String) {
        #expect(throws: ExchangeFrame.Malformed()) {
            try ExchangeFrame.lines(of: Array(text.utf8))
        }
    }

    @Test func `an empty line inside is refused even if the hash is right`() {
        let body = Array("{\"@\":\"hello\"}\n\nx\n".utf8)
        let end: CanonicalObject = ["@": "end", "n": 3, "x": .text(SHA256.hash(body).hex)]
        #expect(throws: ExchangeFrame.Malformed()) {
            try ExchangeFrame.lines(of: body + end.encoded() + [0x0A])
        }
    }

    @Test(
        arguments: [
            ("k", 1), ("@", "END"), ("n", 2), ("n", "1"), ("x", 1),
        ] as [(String, CanonicalValue)])
    func `the end line has exactly its three right keys`(key: String, value: CanonicalValue) {
        let body = Array("{}\n".utf8)
        let right: CanonicalObject = ["@": "end", "n": 1, "x": .text(SHA256.hash(body).hex)]
        var wrong = right
        wrong[key] = value
        #expect(throws: Never.self) {
            try ExchangeFrame.lines(of: body + right.encoded() + [0x0A])
        }
        #expect(throws: ExchangeFrame.Malformed()) {
            try ExchangeFrame.lines(of: body + wrong.encoded() + [0x0A])
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `random bytes never trap`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        for _ in 0..<100 {
            var bytes = random.bytes(Int.random(in: 0...80, using: &random))
            bytes.append(0x0A)
            #expect(throws: ExchangeFrame.Malformed()) { try ExchangeFrame.lines(of: bytes) }
        }
    }
}
