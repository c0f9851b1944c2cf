import Domain
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// Facts of one act, held until they are all there; and carried lines.
@Suite struct ActTests {
    private static func act(_ index: Int, of count: Int) -> Entry.Act {
        Entry.Act(index: index, count: count)
    }

    /// A quote, its payment and the pickup, recorded as one act.
    private static func pickup(_ stream: inout TestStream) throws {
        let quote = try stream.record(.quote(Sample.quote(1_200)), act: act(1, of: 3))
        let payment = try stream.record(
            .payment(Sample.payment(1_200, to: Code32.madeID(of: quote))), act: act(2, of: 3))
        var pickup = Sample.pickup()
        pickup.quote = quote.hex
        pickup.payments = [payment.hex]
        try stream.record(.pickup(pickup), act: act(3, of: 3))
    }

    private static func isApplied(_ station: TestStation) throws -> Bool {
        try station.parcel(Sample.number) != nil
    }

    @Test(arguments: [[1], [2], [1, 2]])
    func `an act split over sections is held and then applied as one`(cuts: [Int]) throws {
        let station = try TestStation()
        var stream = TestStream()
        try Self.pickup(&stream)
        var from = 1
        for cut in cuts {
            guard case .ok(let stored) = try station.push(stream, from...cut) else {
                Issue.record("the section was refused")
                return
            }
            #expect(
                stored.out.map { "\($0.sequence) \($0.disposition):\($0.why)" }
                    == (from...cut).map { "\($0) held:group" })
            #expect(try !Self.isApplied(station))
            #expect(try station.count("SELECT COUNT(*) FROM posting") == 0)
            from = cut + 1
        }
        guard case .ok(let stored) = try station.push(stream, from...3) else {
            Issue.record("the section was refused")
            return
        }
        #expect(stored.out.isEmpty)
        for sequence in 1...3 {
            #expect(try station.disposition(stream, sequence) == "applied")
        }
        #expect(try station.parcel(Sample.number)?.custody == .person(TestStation.courier))
        #expect(try station.count("SELECT COUNT(*) FROM posting") == 2)
        try station.audit()
    }

    @Test func `the split changes nothing of what is stored`() throws {
        var stream = TestStream()
        try Self.pickup(&stream)
        let whole = try TestStation()
        try whole.push(stream)
        let split = try TestStation()
        try split.push(stream, 1...2)
        try split.push(stream, 3...3)
        let parcel = EntityReference(.parcel, Sample.number)
        #expect(try whole.store.entity(parcel) == split.store.entity(parcel))
        let account = EntityReference(.account, TestStation.courier)
        #expect(try whole.store.entity(account) == split.store.entity(account))
    }

    @Test(arguments: [false, true])
    func `a last line that cannot be read ends its act`(isSplit: Bool) throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.record(.pickup(Sample.pickup()), act: Self.act(1, of: 2))
        stream.append("{}")
        if isSplit { try station.push(stream, 1...1) }
        try station.push(stream)
        #expect(try station.disposition(stream, 1) == "applied")
        #expect(try station.disposition(stream, 2) == "quarantined:bad_payload")
        #expect(try Self.isApplied(station))
    }

    @Test(arguments: [false, true])
    func `a last line of no act ends the one it stands in`(isSplit: Bool) throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.record(.pickup(Sample.pickup()), act: Self.act(1, of: 2))
        try stream.note("alone")
        if isSplit { try station.push(stream, 1...1) }
        try station.push(stream)
        #expect(try station.disposition(stream, 1) == "applied")
        #expect(try station.disposition(stream, 2) == "applied")
    }

    @Test func `a place before the stream began makes a single fact, flagged`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.record(.pickup(Sample.pickup()), act: Self.act(2, of: 2))
        try station.push(stream)
        #expect(try station.disposition(stream, 1) == "applied")
        #expect(try station.count("SELECT COUNT(*) FROM fact WHERE flag='bad_group'") == 1)
    }

    @Test func `a fact that fails takes its act with it and nothing else`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.record(.payment(Sample.payment(Fold.amountMax, to: "L0")))
        try stream.record(.pickup(Sample.pickup()), act: Self.act(1, of: 2))
        try stream.record(.payment(Sample.payment(1, to: "L0")), act: Self.act(2, of: 2))
        try stream.note("after")
        try station.push(stream)
        #expect(try station.disposition(stream, 2) == "quarantined:projector_error")
        #expect(try station.disposition(stream, 3) == "quarantined:projector_error")
        #expect(try station.disposition(stream, 4) == "applied")
        #expect(try !Self.isApplied(station))
        try station.audit()
    }

    // MARK: Carry

    @Test func `a carried fact is the fact it was`() throws {
        let station = try TestStation()
        var old = TestStream(1)
        try old.record(.pickup(Sample.pickup()))
        var new = TestStream(2)
        new.carry(old, 1)
        try station.push(new)
        #expect(try station.disposition(new, 1) == "applied")
        let fact = try station.look { db in
            try db.first("SELECT hex(fact) FROM fact WHERE kind='pickup'", as: { $0.text(0) })
        }
        #expect(fact?.lowercased() == old.heads[1].hex)
    }

    @Test func `a fact that is there already is not counted again`() throws {
        let station = try TestStation()
        var old = TestStream(1)
        try old.record(.payment(Sample.payment(500, to: "L0")))
        try station.push(old)
        var new = TestStream(2)
        new.carry(old, 1)
        try new.note("after")
        guard case .ok(let stored) = try station.push(new) else {
            Issue.record("the section was refused")
            return
        }
        #expect(
            stored.out.map { "\($0.sequence) \($0.disposition):\($0.why)" } == [
                "1 noop:carried_twice"
            ])
        var newest = TestStream(3)
        newest.carry(new, 1)
        try station.push(newest)
        #expect(
            try station.count("SELECT SUM(amount) FROM posting WHERE account LIKE 'cash:%'") == 500)
        try station.audit()
    }

    @Test func `an act of which a part was carried is applied as one`() throws {
        let station = try TestStation()
        var old = TestStream(1)
        try Self.pickup(&old)
        try station.push(old, 1...1)
        var new = TestStream(2)
        new.carry(old, 2)
        new.carry(old, 3)
        try station.push(new, 1...1)
        #expect(try !Self.isApplied(station))
        try station.push(new)
        #expect(try Self.isApplied(station))
        #expect(try station.disposition(old, 1) == "applied")
        #expect(try station.disposition(new, 1) == "applied")
        #expect(try station.disposition(new, 2) == "applied")
        try station.audit()
    }

    @Test func `an act that was carried by two streams is applied as one`() throws {
        let station = try TestStation()
        var first = TestStream(1)
        try Self.pickup(&first)
        var second = TestStream(2)
        for sequence in 1...3 { second.carry(first, sequence) }
        try station.push(second, 1...2)
        var third = TestStream(3)
        for sequence in 1...3 { third.carry(second, sequence) }
        try station.push(third)
        #expect(try Self.isApplied(station))
        #expect(try station.disposition(second, 1) == "applied")
        #expect(try station.disposition(second, 2) == "applied")
        #expect(try station.disposition(third, 3) == "applied")
        try station.audit()
    }

    @Test func `a carried act of which a part is missing stays held`() throws {
        let station = try TestStation()
        var old = TestStream(1)
        try Self.pickup(&old)
        var new = TestStream(2)
        new.carry(old, 3)
        try station.push(new)
        #expect(try station.disposition(new, 1) == "held:group")
        #expect(try !Self.isApplied(station))
    }

    @Test func `a carry is unwrapped to a depth and no further`() throws {
        func wrapped(_ depth: Int, in stream: inout TestStream) throws {
            var original = TestStream(9)
            try original.note("inside")
            var line = String(decoding: original.lines[0], as: UTF8.self)
            for level in 1...depth {
                let entry = Entry(
                    kind: "carry", sequence: level == depth ? stream.last + 1 : 1,
                    person: TestStation.courier, wallMilliseconds: 1_789_027_200_000,
                    bootMilliseconds: 3_600_000, bootNumber: 4, offsetMinutes: 480,
                    stamp: "01a08a559660-0000",
                    payload: [
                        "h": .text(original.heads[1].hex), "line": .text(line), "s": 1,
                        "stream": .text(original.id),
                    ])
                line = String(decoding: entry.encoded(), as: UTF8.self)
            }
            stream.append(line)
        }
        let station = try TestStation()
        var stream = TestStream()
        try wrapped(Limits.carryDepthMax + 1, in: &stream)
        try wrapped(Limits.carryDepthMax, in: &stream)
        try station.push(stream)
        #expect(try station.disposition(stream, 1) == "quarantined:bad_payload")
        #expect(try station.disposition(stream, 2) == "applied")
    }
}
