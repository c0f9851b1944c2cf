import CentralStore
import Domain
import HTTPWire
import SyncProtocol
import Testing

@testable import Central

/// A frame that a person carried: its codes speak for the handheld.
@Suite struct DepositTests {
    private let central: TestCentral
    private var handheld: TestHandheld

    init() throws {
        central = try TestCentral()
        handheld = try central.enrol("H-01")
        try handheld.note("one")
        try handheld.note("two")
    }

    private func request(_ frame: ExchangeRequest) -> Request {
        Request(
            method: "POST", target: "/pjs/1/deposit",
            fields: [Field("Content-Type", "application/pjs+ndjson")], body: frame.encoded())
    }

    private var frame: ExchangeRequest {
        var push = handheld.push()
        push.stream = handheld.stream
        return ExchangeRequest(hello: handheld.hello, pushes: [push])
    }

    private func deposit(_ frame: ExchangeRequest) throws -> ExchangeResponse {
        let response = central.respond(request(frame), from: .local)
        guard response.status == 200 else {
            throw TestHandheld.Refused(status: response.status, code: response.problem?.code)
        }
        return try ExchangeResponse(decoding: response.body)
    }

    @Test func `a carried frame is stored, vouched for, and may come again`() throws {
        for (new, duplicate) in [(2, 0), (0, 2)] {
            let result = try #require(try deposit(frame).pushes.first)
            guard case .ok(let stored) = result.outcome else {
                Issue.record("\(result.code)")
                return
            }
            #expect(stored.new == new && stored.duplicate == duplicate)
            #expect(
                stored.code
                    == handheld.key.acknowledgementCode(
                        device: handheld.device, stream: handheld.stream, at: 2,
                        head: handheld.head(2)))
        }
        #expect(try central.reader().verify().isIntact)
    }

    @Test func `what only a signed request may is not allowed, the rest is done`() throws {
        var frame = frame
        frame.hello.done = ["D-1"]
        frame.pull = PullRequest(after: 0, scope: 0)
        frame.wiped = WipeNotice(id: "D-1", mode: .now, streams: [], left: 0)
        frame.reports = [DeviceReport(id: "D-1", status: [:], streams: [])]
        let answer = try deposit(frame)
        #expect(answer.page == nil)
        #expect(answer.errors.map(\.section) == ["pull", "wiped", "report"])
        #expect(answer.errors.allSatisfy { $0.code == "not_allowed" })
        #expect(answer.pushes.map(\.code) == ["ok"])
        let details = try #require(try central.reader().device(label: "H-01"))
        #expect(details.reports.isEmpty)
        #expect(details.record.wipedMilliseconds == nil)
    }

    @Test func `nothing of the hello counts but a hint`() throws {
        var frame = frame
        frame.hello.recorded = 99
        frame.hello.acknowledged = 7
        _ = try deposit(frame)
        let details = try #require(try central.reader().device(label: "H-01"))
        #expect(details.record.recorded == 0)
        #expect(details.record.seenMilliseconds == nil)
        #expect(details.record.hintedRecorded == 99)
        #expect(details.incidents.isEmpty)
    }

    @Test func `a section under a wrong code is not stored and leaves no hint`() throws {
        var frame = frame
        frame.pushes[0].code = .zero
        #expect(try deposit(frame).pushes.map(\.code) == ["bad_mac"])
        let details = try #require(try central.reader().device(label: "H-01"))
        #expect(details.record.hintedRecorded == nil)
    }

    @Test func `a revoked handheld's facts are taken in and held`() throws {
        _ = try central.perform(.setDevice(label: "H-01", state: .revoked, reason: "lost"))
        guard case .ok(let stored)? = try deposit(frame).pushes.first?.outcome else {
            Issue.record("not stored")
            return
        }
        #expect(stored.out.map(\.why) == ["revoked", "revoked"])
    }

    @Test func `a section without its stream, an unknown handheld and the network are refused`()
        throws
    {
        var nameless = frame
        nameless.pushes[0].stream = nil
        #expect(throws: TestHandheld.Refused(status: 400, code: .badSection)) {
            try deposit(nameless)
        }
        var stranger = frame
        stranger.hello.device = "01990f30-0000-7000-8000-0000000000ff"
        #expect(throws: TestHandheld.Refused(status: 403, code: .deviceUnknown)) {
            try deposit(stranger)
        }
        #expect(central.respond(request(frame)).status == 404)
    }
}
