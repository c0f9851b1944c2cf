import CentralStore
import Domain
import HTTPWire
import SyncProtocol
import Testing

@testable import Central

/// What the station orders a handheld stands in every answer until the handheld says it is done.
@Suite struct DirectiveTests {
    private let central: TestCentral
    private var handheld: TestHandheld

    init() throws {
        central = try TestCentral()
        handheld = try central.enrol("H-01")
    }

    private func order(_ order: ManagerOrder) throws -> String {
        guard
            case .directed(_, let id, _) = try central.perform(
                .direct(label: "H-01", order: order, reason: "test"))
        else { throw TestCentral.Refused() }
        return id
    }

    private func details() throws -> DeviceDetails {
        try #require(try central.reader().device(label: "H-01"))
    }

    private mutating func exchange(
        done: [String] = [], _ change: (inout ExchangeRequest) -> Void = { _ in }
    ) throws -> ExchangeResponse {
        var request = ExchangeRequest(hello: handheld.hello, pull: PullRequest(after: 0, scope: 0))
        request.hello.done = done
        change(&request)
        return try handheld.exchange(central, request.encoded())
    }

    @Test mutating func `an order is repeated until it is named as done`() throws {
        let id = try order(.message("回站交款"))
        #expect(try details().directives[0].sentMilliseconds == nil)
        for _ in 1...2 {
            let directive = try #require(try exchange().directives.first)
            #expect(directive.id == id)
            #expect(directive.order == .message("回站交款"))
            #expect(directive.isValid(device: handheld.device, key: handheld.key))
        }
        #expect(try details().directives[0].sentMilliseconds == central.now.wallMilliseconds)
        #expect(try exchange(done: [id]).directives.isEmpty)
        #expect(try details().directives[0].doneMilliseconds == central.now.wallMilliseconds)
        #expect(try exchange().directives.isEmpty)
    }

    @Test mutating func `a handheld cannot end the order of another`() throws {
        let id = try order(.report)
        var other = try central.enrol("H-02")
        var request = ExchangeRequest(hello: other.hello)
        request.hello.done = [id]
        _ = try other.exchange(central, request.encoded())
        #expect(try exchange().directives.map(\.id) == [id])
    }

    @Test mutating func `a report is kept and shown`() throws {
        let id = try order(.report)
        _ = try exchange(done: [id]) {
            $0.reports = [DeviceReport(id: id, status: ["free_mb": 7], streams: [])]
        }
        let kept = try details().reports
        #expect(kept.map(\.section["st"]) == [["free_mb": 7]])
    }

    @Test mutating func `of many reports the newest sixteen are kept`() throws {
        for number in 1...17 {
            _ = try exchange {
                $0.reports = [
                    DeviceReport(id: "D-\(number)", status: [:], streams: [])
                ]
            }
        }
        let kept = try details().reports
        #expect(kept.count == 16)
        #expect(kept.first?.section["id"] == "D-17")
    }

    @Test mutating func `a new key is derived, holds at once, and ends the old one after a week`()
        throws
    {
        let id = try order(.rekey)
        let directive = try #require(try exchange().directives.first)
        guard case .rekey(let key) = directive.order else { throw TestCentral.Refused() }
        #expect(key.number == 2)
        #expect(directive.isValid(device: handheld.device, key: handheld.key))
        #expect(
            key
                == DeviceKey.derived(
                    master: TestCentral.masterKey, device: handheld.device, number: 2))

        var rekeyed = TestHandheld(device: handheld.device, key: key)
        rekeyed.counter = handheld.counter
        var request = ExchangeRequest(hello: rekeyed.hello)
        request.hello.done = [id]
        #expect(try rekeyed.exchange(central, request.encoded()).directives.isEmpty)
        try rekeyed.note("under the new key")
        #expect(try rekeyed.exchange(central, pushFrame(rekeyed)).pushes.map(\.code) == ["ok"])

        handheld.counter = rekeyed.counter
        central.now = TestCentral.minute(7 * 1_440 - 1)
        _ = try exchange()
        rekeyed.counter = handheld.counter
        central.now = TestCentral.minute(7 * 1_440)
        #expect(throws: TestHandheld.Refused(status: 401, code: .badSignature)) {
            try exchange()
        }
        #expect(try rekeyed.exchange(central).pushes.map(\.code) == ["ok"])
    }

    private func pushFrame(_ handheld: TestHandheld) -> [UInt8] {
        ExchangeRequest(hello: handheld.hello, pushes: [handheld.push()]).encoded()
    }

    @Test mutating func `a key in use settles its order even if nobody said so`() throws {
        _ = try order(.rekey)
        _ = try exchange()
        var rekeyed = TestHandheld(
            device: handheld.device, key: central.central.key(of: handheld.device, number: 2))
        rekeyed.counter = handheld.counter
        #expect(try rekeyed.exchange(central).directives.isEmpty)
        #expect(try details().directives[0].doneMilliseconds != nil)
    }

    @Test func `the database holds no key`() throws {
        _ = try order(.rekey)
        let key = central.central.key(of: handheld.device, number: 2)
        let text = Array(Base64URL.text(of: key.bytes).utf8)
        let file = try central.fileBytes()
        #expect(file.firstRange(of: text) == nil)
        #expect(file.firstRange(of: key.bytes) == nil)
    }

    @Test(arguments: [ManagerOrder.report, .rekey])
    func `an order that waits is not given twice`(repeated: ManagerOrder) throws {
        _ = try order(repeated)
        #expect(
            try central.perform(.direct(label: "H-01", order: repeated, reason: ""))
                == .refused(.alreadyDirected(label: "H-01", what: repeated.what)))
    }

    @Test func `a handheld has at most 32 open orders`() throws {
        for number in 1...32 { _ = try order(.message("\(number)")) }
        #expect(
            try central.perform(.direct(label: "H-01", order: .message("33"), reason: ""))
                == .refused(.tooManyDirectives(label: "H-01")))
    }

    @Test(
        arguments: [
            ("", false), ("a\u{1B}b", false), (String(repeating: "长", count: 300), true),
            (String(repeating: "长", count: 301), false),
        ])
    func `a message has 1 to 300 characters, none of them a control`(text: String, isTaken: Bool)
        throws
    {
        let outcome = try central.perform(
            .direct(label: "H-01", order: .message(text), reason: ""))
        #expect((outcome != .refused(.badValue(field: "text"))) == isTaken)
    }

    @Test func `an unknown label is refused`() throws {
        #expect(
            try central.perform(.direct(label: "H-9", order: .report, reason: ""))
                == .refused(.unknownDevice(label: "H-9")))
    }
}

/// Signs that there is a copy of a handheld.
@Suite struct CopiedHandheldTests {
    private let central: TestCentral
    private var handheld: TestHandheld

    init() throws {
        central = try TestCentral()
        handheld = try central.enrol("H-01")
    }

    private func isSuspected() throws -> Bool {
        let details = try #require(try central.reader().device(label: "H-01"))
        let isReportAsked = details.directives.contains { $0.order == .report }
        let isNoted = details.incidents.contains { $0.what == .possibleClone }
        #expect(isNoted == isReportAsked)
        return isNoted
    }

    /// Pushes a stream and then another history of it.
    private mutating func fork(_ stream: String) throws {
        handheld.stream = stream
        handheld.lines = []
        try handheld.note("one")
        _ = try handheld.exchange(central)
        handheld.lines = []
        try handheld.note("another")
        #expect(try handheld.exchange(central).pushes.map(\.code) == ["fork"])
    }

    @Test(arguments: [(7 * 1_440 - 1, true), (7 * 1_440, false)])
    mutating func `two forks within a week ask for a report`(minutes: Int, isCopy: Bool) throws {
        try fork("01990f30-0000-7000-8000-000000000001")
        #expect(try !isSuspected())
        central.now = TestCentral.minute(minutes)
        try fork("01990f30-0000-7000-8000-000000000002")
        #expect(try isSuspected() == isCopy)
    }

    @Test(arguments: [(3, false), (4, true)])
    mutating func `request numbers that come twice too often ask for a report`(
        count: Int, isCopy: Bool
    ) throws {
        handheld.counter = 9
        _ = try handheld.exchange(central)
        for number in 1...count {
            handheld.counter = number
            #expect(central.respond(handheld.signed(handheld.frame)).status == 409)
        }
        #expect(try isSuspected() == isCopy)
    }
}
