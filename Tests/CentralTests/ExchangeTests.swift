import CentralStore
import Domain
import HTTPWire
import SyncProtocol
import Testing

@testable import Central

/// Whole exchanges, signed frame to signed frame.
@Suite struct ExchangeTests {
    private static func stored(_ response: ExchangeResponse) throws -> PushResult.Stored {
        guard case .ok(let stored) = try #require(response.pushes.first).outcome else {
            throw TestCentral.Refused()
        }
        return stored
    }

    @Test func `one exchange takes facts in and brings rows`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        try handheld.note("n1")
        try handheld.note("n2")
        let response = try handheld.exchange(central)
        #expect(try Self.stored(response).new == 2)
        let hello = response.hello
        #expect(hello.have == 2 && hello.head == handheld.head(2) && hello.state == .active)
        #expect(hello.now == central.now.wallMilliseconds && hello.secured == 0)
        #expect(try hello.revision == central.store.station()?.revision)
        let page = try #require(response.page)
        #expect(page.reset == ["*"] && page.why == "first")
        let types = Set(page.changes.map(\.type))
        #expect(types == ["config", "numbers", "person", "tariff"])
        #expect(page.applied == 2)
    }

    @Test func `a lost reply and a repeated frame change nothing`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        try handheld.record(
            .payment(
                PaymentFact(
                    money: Money(amountFen: 900, currency: "CNY", method: .cash), charge: "L0",
                    purpose: .freight, state: .taken)))
        let frame = handheld.frame
        _ = central.respond(handheld.request(frame))
        let revision = try central.store.station()?.revision
        for _ in 0..<3 {
            let stored = try Self.stored(try handheld.exchange(central, frame))
            #expect(stored.new == 0 && stored.duplicate == 1 && stored.have == 1)
        }
        #expect(try central.store.station()?.revision == revision)
        let day = try central.reader().day("2026-09-10")
        #expect(day.couriers.first?.cashFen == 900)
    }

    @Test func `a refused section stops neither the others nor the pull`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        for number in 1...3 { try handheld.note("n\(number)") }
        var bad = handheld.push(1...1)
        bad.code = .zero
        let frame = ExchangeRequest(
            hello: handheld.hello, pushes: [bad, handheld.push(3...3), handheld.push(1...2)],
            pull: PullRequest(after: 0, scope: 0)
        ).encoded()
        let response = try handheld.exchange(central, frame)
        #expect(response.pushes.map(\.code) == ["bad_mac", "gap", "ok"])
        #expect(response.hello.have == 2 && response.page != nil)
    }

    @Test func `heads are told as far as the ledger reaches`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        for number in 1...3 { try handheld.note("n\(number)") }
        _ = try handheld.exchange(central)
        let asked = HeadsRequest(stream: handheld.stream, sequences: [0, 2, 3, 4])
        let response = try handheld.exchange(
            central, ExchangeRequest(hello: handheld.hello, heads: asked).encoded())
        #expect(
            response.heads?.heads
                == [0, 2, 3].map { HeadsResponse.Head(sequence: $0, head: handheld.head($0)) })
        var other = try central.enrol("H-02")
        let foreign = try other.exchange(
            central, ExchangeRequest(hello: other.hello, heads: asked).encoded())
        #expect(foreign.heads?.heads == [])
        #expect(foreign.hello.have == 0, "another handheld's stream is none of this one")
    }

    @Test func `an unknown section is answered by an error and the rest is done`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        let lines = try ExchangeFrame.lines(
            of: ExchangeRequest(hello: handheld.hello).encoded()
        ).map { Array($0) }
        let frame = ExchangeFrame.encode(lines + [Array(#"{"@":"tea"}"#.utf8)])
        let response = try handheld.exchange(central, frame)
        #expect(response.errors == [SectionError(section: "tea", code: "unknown_section")])
    }

    @Test func `a frame that was cut is refused, signed, and nothing is taken in`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        try handheld.note("n1")
        let frame = handheld.frame
        for length in stride(from: 0, to: frame.count, by: 97) {
            let request = handheld.request(Array(frame.prefix(length)))
            let response = central.respond(request)
            #expect(response.status == 400 && response.problem?.code == .badFrame)
            #expect(handheld.trusts(response, to: request))
        }
        #expect(try central.reader().status(now: 0).facts == 0)
    }

    @Test func `a suspended handheld is told so, and its facts apply once it works again`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        _ = try central.perform(
            .setDevice(label: "H-01", state: .suspended, reason: "lost for a day"))
        try handheld.note("n1")
        let held = try handheld.exchange(central)
        #expect(held.hello.state == .suspended)
        #expect(try Self.stored(held).out.map(\.why) == ["suspended"])
        #expect(
            held.page?.changes.allSatisfy { $0.buckets == ["device:\(handheld.device)"] } == true)
        _ = try central.perform(.setDevice(label: "H-01", state: .active, reason: "found"))
        let free = try handheld.exchange(central)
        #expect(free.hello.state == .active && free.page?.changes.isEmpty == false)
        #expect(try central.reader().status(now: 0).exceptions == [])
    }

    @Test func `a revoked handheld may deposit and gets no rows`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        _ = try central.perform(.setDevice(label: "H-01", state: .revoked, reason: "stolen"))
        try handheld.note("n1")
        let response = try handheld.exchange(central)
        #expect(response.hello.state == .revoked)
        #expect(try Self.stored(response).out.map(\.why) == ["revoked"])
        #expect(response.page?.code == "revoked" && response.page?.changes == [])
        #expect(response.page?.sums == nil)
    }

    @Test func `lines are given to their owner only, signed`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        for number in 1...3 { try handheld.note("n\(number)") }
        _ = try handheld.exchange(central)
        func get(_ handheld: inout TestHandheld, from: Int) -> (Request, Response) {
            handheld.counter += 1
            let target = "/pjs/1/streams/\(handheld.stream)/lines?from=\(from)"
            let request = handheld.signed([], method: "GET", target: target)
            return (request, central.respond(request))
        }
        let (request, response) = get(&handheld, from: 2)
        #expect(response.status == 200 && handheld.trusts(response, to: request))
        let lines = try LinesAnswer(decoding: response.body)
        #expect(lines.lines.map { Array($0) } == Array(handheld.lines[1...]))
        #expect(lines.have == 3 && lines.head == handheld.head(3))
        #expect(get(&handheld, from: 5).1.status == 404)
        var other = try central.enrol("H-02")
        let (foreign, refused) = get(&other, from: 1)
        #expect(refused.status == 404 && other.trusts(refused, to: foreign))
    }

    @Test func `every exchange is logged by its hashes with the next write`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        _ = try handheld.exchange(central)
        let logged = central.central.drainLog()
        #expect(logged.count == 1 && logged[0].request == SHA256.hash(handheld.frame))
        try handheld.note("n1")
        _ = try handheld.exchange(central)
        _ = try handheld.exchange(
            central, ExchangeRequest(hello: handheld.hello).encoded())
        #expect(central.central.drainLog().map(\.newCount) == [1, 0])
        try handheld.note("n2")
        _ = try handheld.exchange(central)
        #expect(central.central.drainLog().count == 1)
    }

    @Test func `log lines in memory have their limit`() throws {
        var limits = CentralLimits()
        limits.exchangeBurst = 1_000
        let central = try TestCentral(limits: limits)
        var handheld = try central.enrol("H-01")
        for _ in 0..<258 { _ = try handheld.exchange(central) }
        #expect(central.central.drainLog().count == 256)
    }
}
