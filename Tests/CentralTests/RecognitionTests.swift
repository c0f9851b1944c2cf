import CentralStore
import Domain
import HTTPWire
import SyncProtocol
import Testing

@testable import Central

/// A handheld that was enrolled after the backup which was put back is known by its key.
@Suite struct RecognitionTests {
    private static let stranger = "01990f2a-7c10-7a31-8a55-0f3e9b2c4d99"

    /// A server that lacks the handheld, as after a restore, and the handheld with two records.
    private static func stranded() throws -> (TestCentral, TestHandheld) {
        let central = try TestCentral()
        var handheld = TestHandheld(device: stranger, key: key(1))
        try handheld.note("one")
        try handheld.note("two")
        return (central, handheld)
    }

    private static func key(_ number: Int) -> DeviceKey {
        DeviceKey.derived(master: TestCentral.masterKey, device: stranger, number: number)
    }

    /// Goes on above the number that a `stale_counter` names.
    private static func admit(
        _ handheld: inout TestHandheld, _ central: TestCentral
    ) throws {
        let request = handheld.request(handheld.frame)
        let response = central.respond(request)
        #expect(response.status == 409 && response.problem?.code == .staleCounter)
        #expect(handheld.trusts(response, to: request))
        handheld.counter = try #require(response.problem?.extra["last"]?.integer)
    }

    @Test func `it is taken in suspended, its facts are held, and count once it is active`() throws
    {
        var (central, handheld) = try Self.stranded()
        try Self.admit(&handheld, central)
        let answer = try handheld.exchange(central)
        #expect(answer.hello.state == .suspended)
        #expect(answer.page?.code == nil)
        guard case .ok(let stored)? = answer.pushes.first?.outcome else {
            Issue.record("not stored")
            return
        }
        #expect(stored.out.map(\.why) == ["suspended", "suspended"])
        let details = try #require(try central.reader().device(label: "R-9B2C4D99"))
        #expect(details.incidents.map(\.what) == [.recognised])
        #expect(details.keyNumber == 1)
        _ = try central.perform(
            .setDevice(label: "R-9B2C4D99", state: .active, reason: "looked at"))
        #expect(try central.reader().device(label: "R-9B2C4D99")?.exceptions == [])
        #expect(try handheld.exchange(central).hello.state == .active)
    }

    @Test func `its courier reads why, once, in both languages`() throws {
        var (central, handheld) = try Self.stranded()
        try Self.admit(&handheld, central)
        let messages = try handheld.exchange(central).directives
        #expect(messages.count == 1)
        guard case .message(let text)? = messages.first?.order else {
            Issue.record("no message")
            return
        }
        #expect(text.contains("请让站长恢复本机") && text.contains("ask the manager"))
        #expect(text.unicodeScalars.count <= Directive.Order.messageLengthMax)
        #expect(messages[0].isValid(device: handheld.device, key: handheld.key))
    }

    @Test func `a captured request of before is not taken again`() throws {
        var (central, handheld) = try Self.stranded()
        let captured = handheld.request(handheld.frame)
        for _ in 0..<3 {
            #expect(central.respond(captured).problem?.code == .staleCounter)
        }
        #expect(try central.reader().status(now: 0).facts == 0)
        try central.restart()
        #expect(central.respond(captured).problem?.code == .staleCounter)
    }

    @Test func `it tells its name, unless another handheld has it`() throws {
        var (central, handheld) = try Self.stranded()
        try Self.admit(&handheld, central)
        func frame(_ label: String) -> [UInt8] {
            var hello = handheld.hello
            hello.status = ["label": .text(label)]
            return ExchangeRequest(hello: hello).encoded()
        }
        _ = try central.enrol("H-01")
        for bad in ["H-01", "a b", String(repeating: "x", count: 21)] {
            _ = try handheld.exchange(central, frame(bad))
            #expect(try central.reader().device(label: "R-9B2C4D99") != nil)
        }
        _ = try handheld.exchange(central, frame("H-07"))
        #expect(try central.reader().device(label: "H-07")?.record.device == handheld.device)
        // A name that it has is not changed by what it says.
        _ = try handheld.exchange(central, frame("H-08"))
        #expect(try central.reader().device(label: "H-08") == nil)
    }

    @Test func `a key of another master key, or of no number, is no signature`() throws {
        let (central, handheld) = try Self.stranded()
        var wrong = TestHandheld(
            device: handheld.device,
            key: DeviceKey.derived(
                master: [UInt8](repeating: 9, count: 32), device: handheld.device, number: 1))
        #expect(central.respond(wrong.request(wrong.frame)).status == 401)
        #expect(try central.reader().status(now: 0).devices.isEmpty)
    }

    @Test func `a newer key of a known handheld is taken in, and an ended one is not`() throws {
        let central = try TestCentral()
        let first = try central.enrol("H-01")
        var newer = TestHandheld(
            device: first.device,
            key: DeviceKey.derived(
                master: TestCentral.masterKey, device: first.device, number: 3))
        newer.counter = 5
        #expect(central.respond(newer.request(newer.frame)).problem?.code == .staleCounter)
        newer.counter = central.now.wallMilliseconds
        #expect(try newer.exchange(central).hello.state == .active)
        let details = try #require(try central.reader().device(label: "H-01"))
        #expect(details.keyNumber == 3)
        #expect(details.incidents.map(\.what) == [.recognised])
        // The old one is good for its days, and a number between was never given out.
        var old = first
        old.counter = newer.counter + 1
        _ = try old.exchange(central)
        central.now = TestCentral.minute(7 * 1_440 + 1)
        old.counter += 1
        #expect(central.respond(old.signed(old.frame)).status == 401)
        let between = TestHandheld(
            device: first.device,
            key: DeviceKey.derived(
                master: TestCentral.masterKey, device: first.device, number: 2))
        #expect(central.respond(between.signed(between.frame)).status == 401)
    }

    @Test func `a carried frame is stored too, and held`() throws {
        let (central, handheld) = try Self.stranded()
        var push = handheld.push()
        push.stream = handheld.stream
        let frame = ExchangeRequest(hello: handheld.hello, pushes: [push]).encoded()
        let request = Request(
            method: "POST", target: "/pjs/1/deposit",
            fields: [Field("Content-Type", "application/pjs+ndjson")], body: frame)
        let response = central.respond(request, from: .local)
        #expect(response.status == 200)
        let answer = try ExchangeResponse(decoding: response.body)
        guard case .ok(let stored)? = answer.pushes.first?.outcome else {
            Issue.record("not stored")
            return
        }
        #expect(stored.out.map(\.why) == ["suspended", "suspended"])
    }
}
