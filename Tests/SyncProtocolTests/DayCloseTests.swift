import SyncProtocol
import Testing

struct DayCloseTests {
    private static func frame(_ response: CloseResponse) -> [UInt8] {
        ExchangeResponse(hello: Sample.answerHello, close: response).encoded()
    }

    private static let standings: [CloseResponse.Standing] = [
        .init(state: .open, streams: []),
        .init(state: .closing, streams: [.init(stream: Sample.stream, state: .unsealed)]),
        .init(
            state: .agreed,
            streams: [
                .init(stream: Sample.stream, state: .agree, line: ["n": 7], code: "AYY4-FM9B"),
                .init(stream: Sample.stream, state: .differ, differences: ["n": [7, 8]]),
                .init(stream: Sample.stream, state: .waived),
            ]),
        .init(
            state: .closedWithExceptions, streams: [],
            proof: .init(number: 41, manifest: SHA256.hash([1]), receipt: SHA256.hash([2]))),
        .init(
            state: .closed, streams: [],
            proof: .init(number: 1, manifest: SHA256.hash([1]), receipt: SHA256.hash([2]))),
    ]

    @Test(arguments: standings)
    func `an answer comes back as it went`(standing: CloseResponse.Standing) throws {
        let answer = CloseResponse(day: "ST0931-2026-09-10", outcome: .known(standing))
        #expect(try ExchangeResponse(decoding: Self.frame(answer)).close == answer)
    }

    @Test func `a day that nobody knows has a code and nothing else`() throws {
        let answer = CloseResponse(day: "ST0931-2026-09-10", outcome: .unknownDay)
        let frame = Self.frame(answer)
        #expect(try ExchangeResponse(decoding: frame).close == answer)
        let lines = try ExchangeFrame.lines(of: frame).map { String(decoding: $0, as: UTF8.self) }
        #expect(lines[1] == #"{"@":"close","code":"unknown_day","day":"ST0931-2026-09-10"}"#)
    }

    private static let faulty: [String] = [
        #"{"@":"close","day":"a b","st":"open","streams":[]}"#,
        #"{"@":"close","st":"open","streams":[]}"#,
        #"{"@":"close","day":"d","st":"shut","streams":[]}"#,
        #"{"@":"close","day":"d","st":"closed","streams":[]}"#,
        #"{"@":"close","code":"other","day":"d"}"#,
        #"{"@":"close","day":"d","st":"open","streams":[{"st":"agree","stream":"x"}]}"#,
        #"{"@":"close","day":"d","st":"open","streams":[7]}"#,
    ]

    @Test(arguments: faulty)
    func `an answer with a wrong field is refused`(section: String) throws {
        let good = Self.frame(CloseResponse(day: "d", outcome: .unknownDay))
        let hello = Array(try ExchangeFrame.lines(of: good)[0])
        let frame = ExchangeFrame.encode([hello, Array(section.utf8)])
        #expect(throws: ExchangeRefusal.self) { try ExchangeResponse(decoding: frame) }
    }

    @Test func `the section stands behind the pull, once`() throws {
        let request = ExchangeRequest(
            hello: Sample.hello, pull: PullRequest(after: 0, scope: 0, bytesMax: 4_096),
            close: CloseRequest(day: "ST0931-2026-09-10"))
        #expect(try ExchangeRequest(decoding: request.encoded()) == request)
        let lines = try ExchangeFrame.lines(of: request.encoded()).map(Array.init)
        for wrong in [[lines[0], lines[2], lines[1]], [lines[0], lines[2], lines[2]]] {
            #expect(throws: ExchangeRefusal.self) {
                try ExchangeRequest(decoding: ExchangeFrame.encode(wrong))
            }
        }
    }
}
