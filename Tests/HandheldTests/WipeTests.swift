import Domain

import Journal
import SyncProtocol
import Testing

@testable import Handheld

/// A handheld that its station orders to be erased.
@Suite struct WipeTests {
    private var fixture: HandheldFixture

    init() throws { fixture = try HandheldFixture() }

    private func order(_ mode: Directive.Wipe.Mode, graceSeconds: Int = 3_600) -> Directive {
        Directive(
            id: "D-1",
            order: .wipe(Directive.Wipe(mode: mode, graceSeconds: graceSeconds)),
            device: fixture.device.id, key: fixture.device.key)
    }

    /// Takes the order in while the station stores nothing.
    private mutating func hear(_ directive: Directive) throws {
        fixture.server.directives = [directive]
        fixture.server.outcomes = Array(repeating: .busy(waitSeconds: 600), count: 3)
        _ = try fixture.exchange()
    }

    @Test mutating func `nothing is due before the order`() throws {
        try fixture.record(notes: 1)
        #expect(try !fixture.handheld.isWipeOrdered())
        #expect(try fixture.handheld.remainsIfDue(at: fixture.now) == nil)
    }

    @Test mutating func `it waits until everything is delivered, then keeps where streams end`()
        throws
    {
        try fixture.record(notes: 3)
        try hear(order(.sealThenWipe))
        #expect(try fixture.handheld.isWipeOrdered())
        #expect(try fixture.handheld.remainsIfDue(at: fixture.now) == nil)
        fixture.server.outcomes = []
        fixture.bootMilliseconds += 700_000
        _ = try fixture.exchange()
        let remains = try #require(try fixture.handheld.remainsIfDue(at: fixture.now))
        #expect(remains.notice.left == 0)
        #expect(remains.notice.streams.map(\.recorded) == [3])
        #expect(remains.acknowledged == 3)
        #expect(WipedRemains(decoding: remains.encoded) == remains)
    }

    @Test(arguments: [(3_599_000, false), (3_600_000, true)])
    mutating func `it waits no longer than the grace`(milliseconds: Int, isDue: Bool) throws {
        try fixture.record(notes: 2)
        try hear(order(.sealThenWipe))
        let heard = try #require(try fixture.handheld.journalOrder("D-1"))
        fixture.bootMilliseconds = heard + milliseconds
        let remains = try fixture.handheld.remainsIfDue(at: fixture.now)
        #expect((remains != nil) == isDue)
        #expect(remains?.notice.left ?? 2 == 2)
    }

    @Test mutating func `now means now, and the count of what is lost is true`() throws {
        try fixture.record(notes: 2)
        try hear(order(.now))
        let remains = try #require(try fixture.handheld.remainsIfDue(at: fixture.now))
        #expect(remains.notice.left == 2)
        #expect(remains.notice.mode == .now)
    }

    @Test mutating func `an erased handheld says so under its key until it is heard`() throws {
        try fixture.record(notes: 1)
        try hear(order(.now))
        let remains = try #require(try fixture.handheld.remainsIfDue(at: fixture.now))
        var wiped = WipedHandheld(
            device: fixture.device, remains: remains, random: .seeded(SeededGenerator(seed: 3)))
        _ = wiped.request(at: fixture.now)
        #expect(wiped.receive(.unreachable) == false)
        let request = wiped.request(at: fixture.now)
        #expect(wiped.receive(.answered(ReceivedAnswer(status: 200, body: request.body))) == false)
        let again = wiped.request(at: fixture.now)
        let answer = fixture.server.respond(to: again)
        #expect(wiped.receive(.answered(answer)) == true)
        let last = try #require(fixture.server.requests.last)
        #expect(last.wiped == remains.notice)
        #expect(last.pull == nil && last.pushes.isEmpty)
        #expect(last.hello.recorded == 1)
    }

    @Test mutating func `a counter that is too low is raised`() throws {
        try hear(order(.now))
        let remains = try #require(try fixture.handheld.remainsIfDue(at: fixture.now))
        var wiped = WipedHandheld(
            device: fixture.device, remains: remains, random: .seeded(SeededGenerator(seed: 3)))
        fixture.server.lastCounter = 5_000_000
        let low = wiped.request(at: fixture.now)
        let refusal = fixture.server.respond(to: low)
        #expect(wiped.receive(.answered(refusal)) == false)
        let high = wiped.request(at: fixture.now)
        let answer = fixture.server.respond(to: high)
        #expect(wiped.receive(.answered(answer)) == true)
    }
}

extension Handheld {
    /// The boot clock at which an order to erase was heard.
    fileprivate func journalOrder(_ id: String) throws -> Int? {
        try journal.directive(id)?.arguments["m"]?.integer
    }
}
