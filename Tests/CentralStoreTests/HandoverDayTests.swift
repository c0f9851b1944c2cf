import Domain
import Ledger
import SQLite
import SyncProtocol
import Testing
import WireMapping

@testable import CentralStore

/// Handovers of which one side is missing stand against closing the day, and open a case when the
/// day is closed without it (R20).
@Suite struct HandoverDayTests {
    private static let day = "2026-09-10"
    private static let number = "C7K2M93QX"
    private static let giver = EntityReference(.person, TestStation.courier)

    private static func cash(
        _ fen: Int, _ side: CashSide, number: String = number
    ) -> FactPayload {
        .cashHandover(
            CashHandoverFact(
                number: number, side: side,
                money: Money(amountFen: fen, currency: "CNY", method: .cash),
                taker: Person.manager))
    }

    private static func parcels(_ side: HandoverSide, hasPIN: Bool? = nil) -> FactPayload {
        var fact = HandoverFact(
            number: "H1", side: side, taker: EntityReference(.person, "c2"), reason: .transfer,
            parcels: [Sample.number], count: 1)
        fact.hasPIN = hasPIN
        return .handover(fact)
    }

    private static func seal(
        _ stream: inout TestStream, cash: Int, from: Int = 1, at minute: Int = 30
    ) throws {
        var totals = RangeTotals()
        for line in stream.lines[(from - 1)...] { totals.add(line[...]) }
        let seal = DaySealFact(
            day: "ST0931-\(day)",
            range: DayMapping.range(from: from, head: stream.heads[stream.last], totals),
            cashDeclared: ["CNY": cash])
        try stream.record(.daySeal(seal), at: .minute(minute, boot: 4))
    }

    /// A courier with a parcel and cash for it.
    private static func work(_ stream: inout TestStream) throws {
        let quote = try stream.record(.quote(Sample.quote(1_500)))
        try stream.record(.payment(Sample.payment(1_500, to: Code32.madeID(of: quote))))
        try stream.record(.pickup(Sample.pickup()))
    }

    private static func count(_ fen: Int, _ station: TestStation, at minute: Int) throws {
        try station.store.record(
            [StationFact(cash(fen, .count), subject: giver)], by: Person.manager,
            at: .minute(minute))
    }

    private static func blocks(_ station: TestStation) throws -> [DayBlock] {
        _ = try station.store.beginDay(CalendarDay(text: day), by: "manager", at: .minute(60))
        return try StationReader(path: station.path).standing(
            CalendarDay(text: day), at: Moment.minute(60).wallMilliseconds
        ).blocks
    }

    private static func waiveAndClose(_ station: TestStation) throws -> DayOutcome {
        let day = try #require(CalendarDay(text: day))
        for block in try blocks(station) {
            _ = try station.store.waive(
                day, block.what, block.reference, reason: "明早", by: "manager", at: .minute(62))
        }
        return try station.store.closeDay(day, by: "manager", at: .minute(63))
    }

    private static func kinds(_ station: TestStation) throws -> [String] {
        try StationReader(path: station.path).cases().map(\.row.kind)
    }

    @Test func `cash that was given is no difference of a seal, and blocks until it is counted`()
        throws
    {
        let station = try TestStation()
        var stream = TestStream()
        try Self.work(&stream)
        try stream.record(Self.cash(1_400, .give), on: Self.giver, at: .minute(20, boot: 4))
        try Self.seal(&stream, cash: 100)
        try station.push(stream)
        let blocks = try Self.blocks(station)
        #expect(blocks.map(\.what) == [.handover])
        #expect(blocks.first?.reference == Self.number && blocks.first?.missingSide == .count)
        try Self.count(1_400, station, at: 61)
        #expect(try Self.blocks(station).isEmpty)
        guard case .done = try Self.waiveAndClose(station) else {
            Issue.record("the day was not closed")
            return
        }
        #expect(try Self.kinds(station).isEmpty)
        try station.audit()
    }

    @Test func `a seal is compared with the cash that was left when it was made`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try Self.work(&stream)
        try stream.record(Self.cash(1_400, .give), on: Self.giver, at: .minute(20, boot: 4))
        try station.push(stream)
        // Counted before the seal: the rest, ten less than was given, is still the courier's.
        try Self.count(1_390, station, at: 25)
        try Self.seal(&stream, cash: 100)
        try station.push(stream, 5...5)
        let block = try #require(try Self.blocks(station).first { $0.what == .cash })
        #expect(block.expected == 110 && block.found == 100)
    }

    @Test func `cash that is never counted becomes a case, which ends when it is`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try Self.work(&stream)
        try stream.record(Self.cash(1_500, .give), on: Self.giver, at: .minute(20, boot: 4))
        try Self.seal(&stream, cash: 0)
        try station.push(stream)
        #expect(try Self.kinds(station).isEmpty)
        guard case .done(let done) = try Self.waiveAndClose(station) else {
            Issue.record("the day was not closed")
            return
        }
        #expect(done.state == .closedWithExceptions)
        #expect(try Self.kinds(station) == [CaseKind.handoverUnmatched.rawValue])
        try station.audit()
        try Self.count(1_500, station, at: 24 * 60)
        #expect(try Self.kinds(station).isEmpty)
        try station.audit()
    }

    @Test(arguments: [HandoverSide.give, .take])
    func `parcels of which one side is missing block, and become a case`(
        side: HandoverSide
    ) throws {
        let station = try TestStation()
        var stream = TestStream()
        try Self.work(&stream)
        try stream.record(
            Self.parcels(side), by: side == .give ? TestStation.courier : "c2", on: Self.giver,
            at: .minute(20, boot: 4))
        try Self.seal(&stream, cash: 1_500)
        try station.push(stream)
        let block = try #require(try Self.blocks(station).first { $0.what == .handover })
        #expect(block.reference == "H1")
        #expect(block.missingSide == (side == .give ? .take : .give))
        guard case .done = try Self.waiveAndClose(station) else {
            Issue.record("the day was not closed")
            return
        }
        #expect(try Self.kinds(station).contains(CaseKind.handoverUnmatched.rawValue))
        let custody = try station.parcel(Sample.number)?.custody
        #expect(custody == .person(side == .give ? TestStation.courier : "c2"))
        try station.audit()
    }

    @Test func `parcels given with the taker's PIN need no second side`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try Self.work(&stream)
        try stream.record(
            Self.parcels(.give, hasPIN: true), on: Self.giver, at: .minute(20, boot: 4))
        try Self.seal(&stream, cash: 1_500)
        try station.push(stream)
        #expect(try Self.blocks(station).allSatisfy { $0.what != .handover })
        guard case .done = try Self.waiveAndClose(station) else {
            Issue.record("the day was not closed")
            return
        }
        #expect(try !Self.kinds(station).contains(CaseKind.handoverUnmatched.rawValue))
    }
}
