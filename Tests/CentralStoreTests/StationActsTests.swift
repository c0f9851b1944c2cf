import Domain
import Ledger
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// What the station does by itself: enrolment, number blocks, states of handhelds.
@Suite struct StationActsTests {
    private static func enrol(
        _ station: TestStation, code: UInt8, device: String = TestStation.otherDevice,
        at moment: Moment = .minute(1)
    ) throws -> EnrolmentOutcome {
        try station.store.enrol(
            code: SHA256.hash([code]), device: device, model: "m", app: "a",
            numbers: TestStation.numbers, at: moment)
    }

    private static func open(
        _ station: TestStation, code: UInt8, label: String = "H-A", until: Int = Int.max,
        tries: Int = 5
    ) throws {
        try station.store.openSlot(
            OpenSlot(label: label, untilMilliseconds: until), code: SHA256.hash([code]),
            triesMax: tries, by: "manager", at: 0)
    }

    private static func blocks(_ station: TestStation) throws -> [NumberBlock] {
        try station.look { db in
            try db.rowsOfBucket("device:\(TestStation.device)", type: .numbers).compactMap {
                guard case .numbers(let block) = try db.entity($0) else { return nil }
                return block
            }
        }
    }

    // MARK: Enrolment

    @Test func `a code is good once`() throws {
        let station = try TestStation()
        try Self.open(station, code: 1)
        #expect(try Self.enrol(station, code: 1) == .enrolled(label: "H-A"))
        #expect(try Self.enrol(station, code: 1, device: "x") == .expired)
        #expect(try station.store.handheld(label: "H-A")?.device == TestStation.otherDevice)
    }

    @Test func `a code is good until its moment`() throws {
        let station = try TestStation()
        try Self.open(station, code: 1, until: Moment.minute(15).wallMilliseconds)
        #expect(try Self.enrol(station, code: 1, at: .minute(15)) == .expired)
        #expect(try Self.enrol(station, code: 1, at: .minute(14)) == .enrolled(label: "H-A"))
    }

    @Test func `wrong codes burn every open slot`() throws {
        let station = try TestStation()
        try Self.open(station, code: 1)
        for left in [4, 3, 2, 1, 0] {
            #expect(try Self.enrol(station, code: 9) == .wrong(left: left))
        }
        #expect(try Self.enrol(station, code: 9) == .wrong(left: 0))
        #expect(try Self.enrol(station, code: 1) == .expired)
    }

    @Test func `four wrong codes still leave the right one`() throws {
        let station = try TestStation()
        try Self.open(station, code: 1)
        for _ in 0..<4 { _ = try Self.enrol(station, code: 9) }
        #expect(try Self.enrol(station, code: 1) == .enrolled(label: "H-A"))
    }

    @Test func `a new slot of a label closes the open one`() throws {
        let station = try TestStation()
        try Self.open(station, code: 1)
        try Self.open(station, code: 2)
        #expect(try Self.enrol(station, code: 1) == .wrong(left: 4))
        #expect(try Self.enrol(station, code: 2) == .enrolled(label: "H-A"))
    }

    // MARK: Numbers

    @Test func `a handheld gets a block with its enrolment and more when few are left`() throws {
        let station = try TestStation()
        let first = try #require(try Self.blocks(station).first)
        #expect(first.leftCount == 5)
        var stream = TestStream()
        let numbers = try WaybillNumberBlock.parse(
            first: first.numbers.first, last: first.numbers.last
        ).get()
        func pickup(_ index: Int) throws {
            let number = try #require(numbers.number(at: index))
            try stream.record(.pickup(Sample.pickup(number.text)))
            try station.push(stream)
        }
        try pickup(0)
        try pickup(1)
        #expect(try Self.blocks(station).map(\.leftCount) == [3])
        try pickup(2)
        #expect(try Self.blocks(station).map(\.leftCount) == [2, 5])
        let second = try #require(try Self.blocks(station).last)
        #expect(second.numbers.first > first.numbers.last)
        try station.audit()
    }

    @Test func `no two handhelds share a number`() throws {
        let station = try TestStation()
        try station.enrol(TestStation.otherDevice)
        let firsts = try station.look { db in
            try db.rows("SELECT i FROM row WHERE t='numbers' ORDER BY i", as: { $0.text(0) })
        }
        #expect(firsts.count == 2 && Set(firsts).count == 2)
    }

    @Test func `a number of the station at its last serial, and none past it`() {
        let rules = TestStation.numbers
        let last = NumberRules.serialsPerGroup
        #expect(rules.range(from: last - 5, for: "d")?.last == "WB319999999999")
        #expect(rules.range(from: last - 4, for: "d") == nil)
        #expect(rules.range(from: -1, for: "d") == nil)
    }

    // MARK: States

    private static func set(_ station: TestStation, _ state: Domain.DeviceState) throws {
        try station.store.record(
            [
                StationFact(
                    .deviceState(
                        DeviceStateFact(device: TestStation.device, state: state, reason: "")))
            ], by: "manager", at: .minute(70))
    }

    @Test(arguments: [Domain.DeviceState.suspended, .revoked])
    func `facts of a handheld that may not work are stored, held and released once`(
        state: Domain.DeviceState
    ) throws {
        let station = try TestStation()
        var stream = TestStream()
        let quote = try stream.record(.quote(Sample.quote(900)), act: Entry.Act(index: 1, count: 2))
        try stream.record(
            .payment(Sample.payment(900, to: Code32.madeID(of: quote))),
            act: Entry.Act(index: 2, count: 2))
        try stream.record(.pickup(Sample.pickup()))
        stream.append("{}")
        try Self.set(station, state)
        guard case .ok(let stored) = try station.push(stream, state: state) else {
            Issue.record("the deposit was refused")
            return
        }
        #expect(
            stored.out.map { "\($0.disposition):\($0.why)" } == [
                "held:\(state)", "held:\(state)", "held:\(state)", "quarantined:bad_payload",
            ])
        #expect(try station.parcel(Sample.number) == nil)
        #expect(try station.count("SELECT COUNT(*) FROM posting") == 0)
        for _ in 0..<2 {
            try Self.set(station, .active)
            for sequence in 1...3 {
                #expect(try station.disposition(stream, sequence) == "applied")
            }
            #expect(try station.parcel(Sample.number) != nil)
            #expect(try station.count("SELECT COUNT(*) FROM posting") == 2)
        }
        try station.audit()
    }

    @Test func `an act that was cut by a suspension is applied as one`() throws {
        let station = try TestStation()
        var stream = TestStream()
        let quote = try stream.record(.quote(Sample.quote(900)), act: Entry.Act(index: 1, count: 2))
        try stream.record(
            .payment(Sample.payment(900, to: Code32.madeID(of: quote))),
            act: Entry.Act(index: 2, count: 2))
        try station.push(stream, 1...1, state: .suspended)
        try Self.set(station, .active)
        #expect(try station.disposition(stream, 1) == "held:group")
        try station.push(stream)
        #expect(try station.disposition(stream, 1) == "applied")
        #expect(try station.disposition(stream, 2) == "applied")
        try station.audit()
    }

    @Test func `an act that ends during a suspension waits as a whole`() throws {
        let station = try TestStation()
        var stream = TestStream()
        let quote = try stream.record(.quote(Sample.quote(900)), act: Entry.Act(index: 1, count: 2))
        try stream.record(
            .payment(Sample.payment(900, to: Code32.madeID(of: quote))),
            act: Entry.Act(index: 2, count: 2))
        try station.push(stream, 1...1)
        #expect(try station.disposition(stream, 1) == "held:group")
        var other = TestStream(2)
        try other.note("in between")
        try station.push(other, state: .suspended)
        try station.push(stream, state: .suspended)
        #expect(try station.disposition(stream, 1) == "held:suspended")
        #expect(try station.disposition(stream, 2) == "held:suspended")
        try Self.set(station, .active)
        #expect(try station.disposition(stream, 1) == "applied")
        #expect(try station.disposition(stream, 2) == "applied")
        #expect(try station.count("SELECT COUNT(*) FROM posting") == 2)
        try station.audit()
    }

    @Test func `a released fact of an unknown kind waits for a program that knows it`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.note("x")
        let line = String(decoding: stream.lines[0], as: UTF8.self)
        stream.append(
            line.replacing(#""k":"note""#, with: #""k":"tea.break""#)
                .replacing(#""s":1"#, with: #""s":2"#))
        try station.push(stream, state: .suspended)
        #expect(try station.disposition(stream, 2) == "held:suspended")
        try Self.set(station, .active)
        #expect(try station.disposition(stream, 1) == "applied")
        #expect(try station.disposition(stream, 2) == "held:schema")
        try station.audit()
    }

    @Test func `many released facts make several revisions and one state`() throws {
        let station = try TestStation()
        var stream = TestStream()
        for number in 0..<200 {
            try stream.record(.pickup(Sample.pickup("WB31\(1_000_000 + number)")))
        }
        try station.push(stream, state: .suspended)
        let before = try #require(try station.store.station()).revision
        try Self.set(station, .active)
        #expect(try #require(try station.store.station()).revision > before + 2)
        #expect(
            try station.count("SELECT COUNT(*) FROM row WHERE t='parcel'") == 200)
        let largest = try station.count(
            "SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM row GROUP BY r)")
        #expect(largest <= 2 * LedgerWriter.rowsPerRevisionMax)
        try station.audit()
    }

    // MARK: Waiting facts

    @Test func `a fact that came before its task is applied when the task comes`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.record(
            .attempt(
                AttemptFact(
                    parcel: Sample.number, reason: .notHome, attemptNumber: 1,
                    next: Code(.reattempt))),
            on: EntityReference(.task, "T1"))
        try station.push(stream)
        #expect(try station.disposition(stream, 1) == "held:unknown_subject")
        try station.store.record(
            [StationFact(.taskOpen(Sample.task("T1", parcel: Sample.number)))], by: "manager",
            at: .minute(80))
        #expect(try station.disposition(stream, 1) == "applied")
        #expect(try station.parcel(Sample.number)?.attempts == 1)
        try station.audit()
    }

    @Test func `money of an unknown charge is in the books at once`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.record(.payment(Sample.payment(700, to: "L0")))
        try station.push(stream)
        #expect(try station.disposition(stream, 1) == "held:unknown_subject")
        #expect(
            try station.count("SELECT SUM(amount) FROM posting WHERE account='suspense'") == -700)
    }
}
