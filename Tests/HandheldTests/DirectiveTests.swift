import Domain
import Handheld
import Journal
import SyncEngine
import SyncProtocol
import Testing

/// A handheld does what its station orders, once, and says so until it is heard.
@Suite struct HandheldDirectiveTests {
    private var fixture: HandheldFixture

    init() throws { fixture = try HandheldFixture() }

    private func directive(
        _ order: Directive.Order, id: String = "D-1"
    ) -> Directive {
        Directive(
            id: id, order: order, device: fixture.device.id, key: fixture.handheld.device.key)
    }

    private var toldIDs: [[String]] { fixture.server.requests.map(\.hello.done) }

    @Test mutating func `a message is shown once and confirmed until the station is silent`() throws
    {
        fixture.server.directives = [directive(.message("回站交款"))]
        _ = try fixture.exchange()
        let now = fixture.now
        #expect(try fixture.handheld.takeMessages(at: now).map(\.text) == ["回站交款"])
        #expect(try fixture.handheld.takeMessages(at: now) == [])
        _ = try fixture.exchange()
        #expect(toldIDs.contains(["D-1"]))
        #expect(fixture.server.directives.isEmpty)
        #expect(fixture.handheld.isSynchronised)
        #expect(try fixture.handheld.messages().map(\.isShown) == [true])
    }

    @Test mutating func `an order that comes again after it was confirmed is confirmed, not done`()
        throws
    {
        fixture.server.directives = [directive(.message("a"))]
        _ = try fixture.exchange()
        _ = try fixture.handheld.takeMessages(at: fixture.now)
        _ = try fixture.exchange()
        fixture.server.directives = [directive(.message("a"))]
        _ = try fixture.exchange()
        #expect(try fixture.handheld.takeMessages(at: fixture.now) == [])
        #expect(fixture.server.directives.isEmpty)
    }

    @Test mutating func `an order under a wrong code is ignored and reported`() throws {
        var false1 = directive(.message("a"))
        false1.code = .zero
        fixture.server.directives = [false1]
        _ = try fixture.exchange()
        #expect(try fixture.handheld.takeMessages(at: fixture.now) == [])
        #expect(fixture.handheld.reports.contains(.falseDirective))
        #expect(toldIDs.joined().isEmpty)
    }

    @Test mutating func `an unknown order is reported and not confirmed`() throws {
        let key = fixture.device.key
        fixture.server.directives = [
            Directive(
                id: "D-1", what: "dance", arguments: [:],
                code: key.directiveCode(
                    device: fixture.device.id, id: "D-1", what: "dance", arguments: [:]))
        ]
        _ = try fixture.exchange()
        #expect(fixture.handheld.reports.contains(.unknownDirective(what: "dance")))
        #expect(toldIDs.joined().isEmpty)
    }

    @Test mutating func `a report is sent in the exchange after the order`() throws {
        try fixture.record(notes: 2)
        fixture.server.directives = [directive(.report)]
        _ = try fixture.exchange()
        let reports = fixture.server.requests.flatMap(\.reports)
        #expect(reports.map(\.id) == ["D-1"])
        #expect(reports.first?.streams.map(\.recorded) == [2])
        #expect(reports.first?.streams.map(\.acknowledged) == [2])
        #expect(reports.first?.status["chain"] == "ok")
        #expect(fixture.server.directives.isEmpty)
    }

    @Test mutating func `a new key signs from the next request on, once it is kept`() throws {
        let new = try #require(DeviceKey(bytes: [UInt8](repeating: 9, count: 32), number: 2))
        fixture.server.directives = [directive(.rekey(new))]
        _ = try fixture.exchange()
        let offered = try #require(fixture.handheld.offeredKey)
        #expect(offered.key == new)
        _ = try fixture.exchange()
        #expect(fixture.server.directives.count == 1)

        try fixture.handheld.adoptKey(at: fixture.now)
        fixture.server.key = new
        try fixture.record(notes: 1)
        _ = try fixture.exchange()
        #expect(fixture.server.lines.count == 1)
        #expect(fixture.server.requests.last?.pushes.allSatisfy { $0.keyNumber == 2 } == true)
        #expect(fixture.server.directives.isEmpty)
        #expect(fixture.handheld.device.oldKeys == [fixture.device.key])
    }

    @Test mutating func `an order to begin a new stream ends the one it names, once`() throws {
        try fixture.record(notes: 2)
        _ = try fixture.exchange()
        fixture.server.directives = [directive(.rotate(stream: ScriptedServer.first))]
        _ = try fixture.exchange()
        try fixture.record(notes: 1)
        _ = try fixture.exchange()
        let last = try #require(fixture.server.requests.last)
        #expect(last.hello.stream != ScriptedServer.first)
        #expect(fixture.server.directives.isEmpty)
        #expect(fixture.server.lines.count == 2)

        fixture.server.directives = [directive(.rotate(stream: ScriptedServer.first), id: "D-2")]
        _ = try fixture.exchange()
        #expect(fixture.server.requests.last?.hello.stream == last.hello.stream)
        #expect(fixture.server.directives.isEmpty)
    }

    @Test mutating func `what was carried out is confirmed also when the answer is lost`() throws {
        fixture.server.directives = [directive(.message("a"))]
        _ = try fixture.exchange()
        _ = try fixture.handheld.takeMessages(at: fixture.now)
        var isFirst = true
        _ = try fixture.exchange { server, request in
            defer { isFirst = false }
            let answer = server.respond(to: request)
            return isFirst ? .cut : .answered(answer)
        }
        fixture.bootMilliseconds += 600_000
        _ = try fixture.exchange()
        #expect(toldIDs.filter { $0 == ["D-1"] }.count == 2)
        _ = try fixture.exchange()
        #expect(toldIDs.last == [])
    }
}
