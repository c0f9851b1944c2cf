import SyncProtocol
import Testing

@Suite struct DirectiveTests {
    private static func key(_ byte: UInt8, number: Int = 1) throws -> DeviceKey {
        try #require(DeviceKey(bytes: [UInt8](repeating: byte, count: 32), number: number))
    }

    @Test func `every order goes both ways`() throws {
        let orders: [Directive.Order] = [
            .wipe(Directive.Wipe(mode: .now, graceSeconds: 0)),
            .wipe(Directive.Wipe(mode: .sealThenWipe, graceSeconds: 86_400)),
            .rekey(try Self.key(7, number: 2)), .report, .rotate(stream: Sample.stream),
            .message("回站交款"),
        ]
        for order in orders {
            #expect(Directive.Order(what: order.what, arguments: order.arguments) == order)
        }
    }

    @Test func `a directive holds for one handheld, one key, one id, one order`() throws {
        let key = try Self.key(1)
        let directive = Directive(
            id: "D-1", order: .message("a"), device: Sample.device, key: key)
        #expect(directive.isValid(device: Sample.device, key: key))
        #expect(!directive.isValid(device: Sample.stream, key: key))
        #expect(!directive.isValid(device: Sample.device, key: try Self.key(2)))
        let changes: [(inout Directive) -> Void] = [
            { $0.id = "D-2" }, { $0.what = "report" }, { $0.arguments["text"] = "b" },
            { $0.code = .zero },
        ]
        for change in changes {
            var changed = directive
            change(&changed)
            #expect(!changed.isValid(device: Sample.device, key: key))
        }
    }

    @Test(
        arguments: [
            ("wipe", ["mode": "later", "grace_s": 1]), ("wipe", ["mode": "now"]),
            ("rekey", ["kid": 2, "key": "AAAA"]), ("rekey", ["kid": 0, "key": "AAAA"]),
            ("rotate", ["stream": "x"]), ("message", [:]), ("dance", [:]),
        ] as [(String, CanonicalObject)])
    func `an order that cannot be read is none`(what: String, arguments: CanonicalObject) {
        #expect(Directive.Order(what: what, arguments: arguments) == nil)
    }

    @Test(arguments: [(300, true), (301, false)])
    func `a message has at most 300 characters`(count: Int, isRead: Bool) {
        let text = String(repeating: "长", count: count)
        let order = Directive.Order(what: "message", arguments: ["text": .text(text)])
        #expect((order != nil) == isRead)
    }

    @Test func `an answer carries directives both ways`() throws {
        var response = ExchangeResponse(hello: Sample.answerHello)
        response.directives = [
            Directive(
                id: "D-1", order: .report, device: Sample.device, key: try Self.key(1)),
            Directive(id: "D-2", what: "dance", arguments: ["x": 1], code: .zero),
        ]
        #expect(try ExchangeResponse(decoding: response.encoded()) == response)
    }

    @Test(arguments: [(32, true), (33, false)])
    func `an answer has at most 32 directives`(count: Int, isRead: Bool) throws {
        var response = ExchangeResponse(hello: Sample.answerHello)
        response.directives = (0..<count).map {
            Directive(id: "D-\($0)", what: "report", arguments: [:], code: .zero)
        }
        #expect(((try? ExchangeResponse(decoding: response.encoded())) != nil) == isRead)
    }

    @Test(arguments: [(4, true), (5, false)])
    func `a request has at most 4 reports`(count: Int, isRead: Bool) {
        var request = ExchangeRequest(hello: Sample.hello)
        request.reports = (0..<count).map {
            DeviceReport(id: "D-\($0)", status: [:], streams: [])
        }
        #expect(((try? ExchangeRequest(decoding: request.encoded())) != nil) == isRead)
    }
}
