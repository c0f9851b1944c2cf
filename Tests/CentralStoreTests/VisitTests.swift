import Domain
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// What a visit leaves behind: clocks, streams, scope; and the times of facts that follow from it.
@Suite struct VisitTests {
    private static func anchors(_ station: TestStation, boot: Int) throws -> [Anchor] {
        try station.look { try $0.anchors(of: TestStation.device, boot: boot) }
    }

    private static func time(
        _ station: TestStation, _ stream: TestStream, _ sequence: Int
    ) throws -> EffectiveTime? {
        try station.look { db in
            try db.first(
                """
                SELECT l.eff_ms,l.eff_u,l.eff_q FROM ledger l JOIN stream s ON s.no=l.stream
                WHERE s.id=? AND l.seq=?
                """, stream.id, sequence
            ) { row in
                EffectiveTime(
                    milliseconds: row.integer(0), uncertainty: row.integer(1),
                    quality: EffectiveTime.Quality(rawValue: row.text(2)) ?? .unknown)
            }
        }
    }

    @Test func `a boot without an anchor gets one of a minute`() throws {
        let station = try TestStation()
        let visit = station.visit(TestStream(), at: .minute(3))
        try station.store.note(visit)
        #expect(
            try Self.anchors(station, boot: 7) == [
                Anchor(
                    boot: 7, bootMilliseconds: visit.hello.bootMilliseconds, now: visit.received,
                    uncertainty: 60_000)
            ])
        #expect(try !station.store.isNoteDue(visit))
    }

    @Test func `an anchor is kept when it makes time surer, and only then`() throws {
        let station = try TestStation()
        var visit = station.visit(TestStream(), at: .minute(3))
        func bring(_ boot: Int, uncertainty: Int) throws -> Bool {
            visit.hello.anchor = Anchor(
                boot: 7, bootMilliseconds: boot, now: visit.received, uncertainty: uncertainty)
            let isDue = try station.store.isNoteDue(visit)
            if isDue { try station.store.note(visit) }
            return isDue
        }
        try station.store.note(visit)
        #expect(try bring(4_000_000, uncertainty: 400))
        #expect(try !bring(4_000_000, uncertainty: 400))
        let gain = Visit.anchorGainMilliseconds
        #expect(try !bring(4_000_000, uncertainty: 400 - gain + 1))
        #expect(try bring(4_000_000, uncertainty: 400 - gain))
        // The drift of a boot clock makes a later anchor of the same sureness worth keeping.
        #expect(try !bring(4_000_000 + 20_000 * (gain - 1), uncertainty: 400 - gain))
        #expect(try bring(4_000_000 + 20_000 * gain, uncertainty: 400 - gain))
        #expect(try Self.anchors(station, boot: 7).count == 3)
    }

    @Test func `times are good with an anchor, bracketed beside one and unknown without`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.record(.note(NoteFact(text: "another boot")), at: .minute(1, boot: 3))
        try stream.record(.note(NoteFact(text: "this boot")), at: .minute(10, boot: 7))
        try stream.record(.note(NoteFact(text: "later, another boot")), at: .minute(20, boot: 8))
        try station.push(stream, at: .minute(60))
        #expect(try Self.time(station, stream, 1)?.quality == .unknown)
        let good = try #require(try Self.time(station, stream, 2))
        #expect(good.quality == .good)
        #expect(good.milliseconds == Moment.minute(10).wallMilliseconds)
        #expect(good.uncertainty == 60_000 + 50 * 60_000 / 20_000)
        let bracketed = try #require(try Self.time(station, stream, 3))
        #expect(bracketed.quality == .bracketed)
        #expect(bracketed.milliseconds == Moment.minute(20).wallMilliseconds)
    }

    @Test func `a section goes on from the last known time of its stream`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.record(.note(NoteFact(text: "this boot")), at: .minute(10, boot: 7))
        try stream.record(.note(NoteFact(text: "another boot")), at: .minute(20, boot: 8))
        try station.push(stream, 1...1, at: .minute(60))
        try station.push(stream, 2...2, at: .minute(60))
        #expect(try Self.time(station, stream, 2)?.quality == .bracketed)
    }

    @Test func `the first attempt is told by the server's clock`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.note("n1")
        try stream.note("n2")
        var push = stream.push()
        push.tries = [
            Push.Attempt(
                from: 1, to: 1, boot: 7, bootMilliseconds: Moment.minute(40).bootMilliseconds),
            Push.Attempt(from: 2, to: 2, boot: 5, bootMilliseconds: 1),
        ]
        _ = try station.push(push, of: stream)
        let attempts = try station.look { db in
            try db.rows(
                "SELECT l.first_ms FROM ledger l JOIN stream s ON s.no=l.stream WHERE s.id=?",
                stream.id, as: { $0.optionalInteger(0) })
        }
        #expect(attempts == [Moment.minute(40).wallMilliseconds, nil])
    }

    @Test func `a quiet visit is written down once a minute`() throws {
        let station = try TestStation()
        let stream = TestStream()
        try station.store.note(station.visit(stream, at: .minute(3)))
        let soon = station.visit(
            stream,
            at: Moment(
                wallMilliseconds: Moment.minute(4).wallMilliseconds - 1,
                bootMilliseconds: Moment.minute(4).bootMilliseconds - 1, bootNumber: 7,
                offsetMinutes: 480))
        #expect(try !station.store.isNoteDue(soon))
        #expect(try station.store.isNoteDue(station.visit(stream, at: .minute(4))))
    }

    @Test func `whatever a visit says anew is written down`() throws {
        let station = try TestStation()
        let stream = TestStream()
        let visit = station.visit(stream, at: .minute(3))
        try station.store.note(visit)
        let changes: [(inout Visit) -> Void] = [
            { $0.hello.recorded = 9 }, { $0.hello.who = [] }, { $0.hello.app = "courier/9" },
            { $0.hello.bootNumber = 99 }, { $0.state = .suspended },
            { $0.hello.stream = "01990f30-0000-7000-8000-000000000099" },
        ]
        for change in changes {
            var other = visit
            change(&other)
            #expect(try station.store.isNoteDue(other))
        }
    }

    @Test func `scopes are remembered this far`() throws {
        let station = try TestStation()
        let stream = TestStream()
        for round in 0..<(keptScopesMax + 2) {
            var visit = station.visit(stream)
            if round % 2 == 1 { visit.hello.who = [] }
            try station.store.note(visit)
        }
        let newest = try station.look { try $0.newestScope(of: TestStation.device).number }
        let forgotten = try station.look { try $0.buckets(ofScope: 2, device: TestStation.device) }
        let known = try station.look { try $0.buckets(ofScope: 3, device: TestStation.device) }
        #expect(newest == keptScopesMax + 2 && forgotten == nil && known != nil)
    }

    @Test func `a frozen stream keeps its own count on the board`() throws {
        let station = try TestStation()
        var old = TestStream(1)
        try old.note("n1")
        try old.note("n2")
        var new = TestStream(2)
        for number in 1...10 { try new.note("m\(number)") }
        let visit: (inout HelloRequest) -> Void = { hello in
            hello.stream = new.id
            hello.recorded = 10
            hello.old = [
                HelloRequest.OldStream(stream: old.id, recorded: 2, acknowledged: 0)
            ]
        }
        try station.push(old, hello: visit)
        try station.push(new, 1...4, hello: visit)
        let status = try StationReader(path: station.path).status(now: 0)
        let device = try #require(status.devices.first { $0.device == TestStation.device })
        #expect(device.recorded == 12 && device.have == 6)
    }
}
