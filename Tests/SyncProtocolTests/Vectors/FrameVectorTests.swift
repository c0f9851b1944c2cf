import SyncProtocol
import Testing

@Suite struct FrameVectorTests {
    @Test(arguments: Vectors.cases("frames_ok"))
    func `a frame goes both ways`(example: VectorCase) throws {
        let lines = try example["lines"].list.map { Array(try $0.text.utf8) }
        let frame = Array(try example["frame"].text.utf8)
        #expect(ExchangeFrame.encode(lines) == frame)
        #expect(try ExchangeFrame.lines(of: frame).map(Array.init) == lines)
    }

    @Test(arguments: Vectors.cases("frames_bad"))
    func `a bad frame is refused as a whole`(example: VectorCase) throws {
        #expect(try example["error"].text == WireProblem.Code.badFrame.rawValue)
        let bytes = try example["hex"].hexBytes
        #expect(throws: ExchangeFrame.Malformed()) { try ExchangeFrame.lines(of: bytes) }
        #expect(throws: ExchangeRefusal.badFrame) { try ExchangeRequest(decoding: bytes) }
        #expect(throws: ExchangeRefusal.badFrame) { try ExchangeResponse(decoding: bytes) }
    }

    @Test(arguments: Vectors.cases("exchanges"))
    func `a request decodes and encodes to its own bytes`(example: VectorCase) throws {
        let frame = Array(try example["request"].text.utf8)
        let request = try ExchangeRequest(decoding: frame)
        #expect(request.unknown.isEmpty)
        #expect(request.encoded() == frame)
    }

    @Test(arguments: Vectors.cases("exchanges"))
    func `an answer decodes and encodes to its own bytes`(example: VectorCase) throws {
        let frame = Array(try example["response"].text.utf8)
        let response = try ExchangeResponse(decoding: frame)
        #expect(response.encoded() == frame)
    }

    @Test(arguments: Vectors.cases("exchanges"))
    func `every section line is canonical`(example: VectorCase) throws {
        for key in ["request", "response"] {
            var entries = 0
            for line in try ExchangeFrame.lines(of: Array(try example[key].text.utf8)) {
                if entries > 0 {
                    entries -= 1
                    continue
                }
                let section = try CanonicalObject(decoding: line)
                #expect(section["@"]?.text != nil)
                #expect(section.encoded() == Array(line))
                if key == "request", section["@"]?.text == "push" {
                    entries = try #require(section["n"]?.integer)
                }
            }
        }
    }

    @Test(arguments: Vectors.cases("exchanges"))
    func `push sections verify`(example: VectorCase) throws {
        let request = try ExchangeRequest(decoding: Array(try example["request"].text.utf8))
        #expect(!request.pushes.isEmpty)
        for push in request.pushes {
            let stream = push.stream ?? request.hello.stream
            #expect(push.lines.reduce(push.previous) { Chain.link($0, $1) } == push.head)
            let key = try Vectors.key(device: request.hello.device, stream: stream)
            guard let key else { continue }
            let code = key.headCode(
                device: request.hello.device, stream: stream, sequence: push.last, head: push.head)
            #expect(code == push.code)
        }
    }

    @Test(arguments: Vectors.cases("scripts"))
    func `the pushes of a script make frames that decode to the same lines`(example: VectorCase)
        throws
    {
        for step in try example["steps"].list.map({ try $0.object }) {
            let lines =
                if let hex = step["lines_hex"] { try hex.list.map { try $0.hexBytes } } else {
                    try step.value("lines").list.map { Array(try $0.repeatedText.utf8) }
                }
            var section = try step.value("push").canonicalObject
            section["@"] = "push"
            let hello = HelloRequest(
                app: "courier/1", device: try example["device"].text,
                stream: try #require(section["stream"]?.text), epoch: "", recorded: 0,
                acknowledged: 0, wallMilliseconds: 0, bootMilliseconds: 0, bootNumber: 0)
            let helloLine = try #require(
                try ExchangeFrame.lines(of: ExchangeRequest(hello: hello).encoded()).first)
            let frame = ExchangeFrame.encode([Array(helloLine), section.encoded()] + lines)
            let request = try ExchangeRequest(decoding: frame)
            let push = try #require(request.pushes.first)
            #expect(push.lines.map(Array.init) == lines)
            #expect(request.encoded() == frame)
            var answer = try step.value("expect").canonicalObject
            answer["@"] = "push"
            answer["stream"] = section["stream"]
            try expectRoundTrip(ofAnswer: answer)
        }
    }

    /// The expected answer is one that `PushResult` reads and writes.
    private func expectRoundTrip(ofAnswer answer: CanonicalObject) throws {
        let hello = HelloResponse(
            epoch: "e", now: 0, have: 0, head: .zero, secured: 0, revision: 0, state: .active)
        let helloLine = try #require(
            try ExchangeFrame.lines(of: ExchangeResponse(hello: hello).encoded()).first)
        let frame = ExchangeFrame.encode([Array(helloLine), answer.encoded()])
        #expect(try ExchangeResponse(decoding: frame).encoded() == frame)
    }
}

extension Vectors {
    /// The key of the chain case of that device and stream, where there is one.
    fileprivate static func key(device: String, stream: String) throws -> DeviceKey? {
        for example in cases("chains")
        where try example["device"].text == device && example["stream"].text == stream {
            return try example.key
        }
        return nil
    }
}
