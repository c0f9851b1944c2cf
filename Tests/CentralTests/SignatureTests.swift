import CentralStore
import Domain
import HTTPWire
import SyncProtocol
import Testing

@testable import Central

/// Signature, counter and rate, in this order, and what an answer says of itself.
@Suite struct SignatureTests {
    /// Requests of which the signature is missing, doubled, malformed or of something else.
    static let spoilers: [@Sendable (inout Request) -> Void] = [
        { $0.fields.removeLast() },
        { $0.fields.append($0.fields[1]) },
        { $0.fields[1].value.removeLast() },
        { $0.fields[1].value += String(repeating: "0", count: 16_384) },
        { $0.fields[1].value = "" },
        { $0.fields[1].value = $0.fields[1].value.replacing(".1.1.", with: ".2.1.") },
        { $0.fields[1].value = $0.fields[1].value.replacing(".1.1.", with: ".1.2.") },
        { $0.fields[1].value = $0.fields[1].value.replacing("AAAA.", with: "AAAB.") },
        { request in
            let rest = request.fields[1].value.dropFirst(36)
            request.fields[1].value = "01990f2a-7c10-7a31-8a55-0f3e9b2c4d99" + rest
        },
        { $0.body[10] ^= 1 },
        { $0.body.removeLast() },
        { $0.body = [] },
    ]

    @Test(arguments: spoilers.indices)
    func `a signature that is not right is refused unsigned and nothing is taken in`(
        index: Int
    ) throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        try handheld.note("n1")
        let good = handheld.request(handheld.frame)
        var bad = good
        Self.spoilers[index](&bad)
        let response = central.respond(bad)
        #expect(response.status == 401 && response.problem?.code == .badSignature)
        #expect(response.value(of: RequestSignature.fieldName) == nil)
        #expect(try central.reader().status(now: 0).facts == 0)
        #expect(central.respond(good).status == 200)
    }

    @Test func `another handheld's key does not speak for this one`() throws {
        let central = try TestCentral()
        let first = try central.enrol("H-01")
        var second = try central.enrol("H-02")
        let stolen = TestHandheld(device: first.device, key: second.key)
        #expect(central.respond(stolen.signed(stolen.frame)).status == 401)
        // A right signature under a hello of another handheld.
        let request = second.request(first.frame)
        let response = central.respond(request)
        #expect(response.status == 403 && response.problem?.code == .deviceUnknown)
        #expect(second.trusts(response, to: request))
    }

    @Test func `the checks come in their order`() throws {
        var limits = CentralLimits()
        limits.exchangeBurst = 1
        let central = try TestCentral(limits: limits)
        var handheld = try central.enrol("H-01")
        let garbage = Array("no frame".utf8)
        // Frame after everything else.
        #expect(central.respond(handheld.request(garbage)).problem?.code == .badFrame)
        // Rate before the frame.
        #expect(central.respond(handheld.request(garbage)).problem?.code == .slowDown)
        // Counter before the rate.
        handheld.counter = 0
        var stale = handheld.request(garbage + garbage)
        #expect(central.respond(stale).problem?.code == .staleCounter)
        // Signature before the counter.
        stale.body.append(1)
        #expect(central.respond(stale).problem?.code == .badSignature)
        // Media type before the signature, method before it, path before all.
        stale.fields[0].value = "text/plain"
        #expect(central.respond(stale).problem?.code == .mediaType)
        stale.method = "GET"
        #expect(central.respond(stale).problem?.code == .methodNotAllowed)
        stale.target = "/pjs/1/nothing"
        #expect(central.respond(stale).problem?.code == .noSuchEndpoint)
    }

    // MARK: Counter

    @Test func `the byte-identical repeat is answered again`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        try handheld.note("n1")
        let request = handheld.request(handheld.frame)
        let first = central.respond(request)
        let second = central.respond(request)
        #expect(first.status == 200 && second.status == 200)
        #expect(handheld.trusts(second, to: request))
        let pushes = try ExchangeResponse(decoding: second.body).pushes
        guard case .ok(let stored) = pushes[0].outcome else {
            Issue.record("\(pushes)")
            return
        }
        #expect(stored.new == 0 && stored.duplicate == 1)
        #expect(try central.reader().status(now: 0).facts == 1)
    }

    @Test func `another request under a used counter is stale, signed, with the last one`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        handheld.counter = 9
        _ = try handheld.exchange(central)
        try handheld.note("n1")
        for counter in [10, 9, 1] {
            handheld.counter = counter
            let request = handheld.signed(handheld.frame)
            let response = central.respond(request)
            #expect(response.status == 409 && response.problem?.code == .staleCounter)
            #expect(response.problem?.extra["last"]?.integer == 10)
            #expect(handheld.trusts(response, to: request))
        }
        handheld.counter = 10
        _ = try handheld.exchange(central)
    }

    @Test func `after a restart nothing up to the ceiling is accepted`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        let captured = handheld.request(handheld.frame)
        #expect(central.respond(captured).status == 200)
        try central.restart()
        let response = central.respond(captured)
        let ceiling = Limits.counterBlock
        #expect(response.problem?.code == .staleCounter)
        #expect(response.problem?.extra["last"]?.integer == ceiling)
        handheld.counter = ceiling - 1
        #expect(central.respond(handheld.request(handheld.frame)).status == 409)
        #expect(central.respond(handheld.request(handheld.frame)).status == 200)
    }

    @Test func `the greatest counter stops nobody but its owner`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        handheld.counter = Canonical.integerMax - 1
        let request = handheld.request(handheld.frame)
        #expect(central.respond(request).status == 200)
        try central.restart()
        let response = central.respond(request)
        #expect(response.problem?.extra["last"]?.integer == Canonical.integerMax)
        var other = try central.enrol("H-02")
        _ = try other.exchange(central)
    }

    // MARK: Rate

    @Test func `exchanges past the burst wait, signed, with their seconds`() throws {
        var limits = CentralLimits()
        limits.exchangeBurst = 3
        let central = try TestCentral(limits: limits)
        var handheld = try central.enrol("H-01")
        for _ in 0..<3 { _ = try handheld.exchange(central) }
        let request = handheld.request(handheld.frame)
        let response = central.respond(request)
        #expect(response.status == 429 && response.problem?.code == .slowDown)
        #expect(response.value(of: "Retry-After") == "1")
        #expect(response.problem?.extra["wait_s"]?.integer == 1)
        #expect(handheld.trusts(response, to: request))
        central.now.bootMilliseconds += 1_000
        _ = try handheld.exchange(central)
    }

    // MARK: Every answer

    @Test func `every answer says its type and that nobody keeps or guesses it`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        let spoiled = handheld.signed([1])
        let answers = [
            central.respond(handheld.request(handheld.frame)),
            central.respond(handheld.request([])),
            central.respond(spoiled),
            central.respond(Request(method: "GET", target: "/")),
            central.respond(Request(method: "GET", target: "/pjs/1/exchange")),
            central.respond(TestCentral.enrolment("0000000000")),
            central.respond(
                Request(
                    method: "POST", target: "/local/1/action",
                    fields: [Field("Content-Type", "application/json")],
                    body: ManagerAction.addDevice(label: "H-09").encoded.encoded()),
                from: .local),
        ]
        #expect(answers.map(\.status) == [200, 400, 401, 404, 405, 401, 200])
        for answer in answers {
            #expect(answer.value(of: "Content-Type") != nil)
            #expect(answer.value(of: "X-Content-Type-Options") == "nosniff")
            #expect(answer.value(of: "Cache-Control") == "no-store")
            #expect(answer.value(of: "Server") == nil)
            if answer.status != 200 {
                #expect(answer.value(of: "Content-Type") == WireProblem.mediaType)
            }
        }
        #expect(answers[4].value(of: "Allow") == "POST")
    }

    @Test func `an error never repeats what was sent`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        let secret = "SECRET-OF-THE-SENDER"
        let hello = #"{"@":"hello","app":"\#(secret)","pjs":1}"#
        let sections = [
            #"{"@":"\#(secret)\#(String(repeating: "x", count: 60))"}"#, hello,
            #"{"@":"push","from":"\#(secret)"}"#, #"{"\#(secret)":1}"#, secret,
        ]
        let good = try #require(
            try ExchangeFrame.lines(of: ExchangeRequest(hello: handheld.hello).encoded()).first)
        for section in sections {
            for lines in [[Array(section.utf8)], [Array(good), Array(section.utf8)]] {
                let response = central.respond(
                    handheld.request(ExchangeFrame.encode(lines)))
                #expect(response.status == 400)
                #expect(!String(decoding: response.body, as: UTF8.self).contains("SECRET"))
            }
        }
    }
}
