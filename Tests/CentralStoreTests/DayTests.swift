import Domain
import SQLite
import SyncProtocol
import Testing
import WireMapping

@testable import CentralStore

/// Seals are compared with the ledger, days are closed, and nothing of it can be changed unseen.
@Suite struct DayTests {
    private static let day = "2026-09-10"
    private static let dayID = "ST0931-2026-09-10"

    /// What a handheld says of a range of its own stream.
    private static func seal(
        _ stream: TestStream, from: Int, to: Int, cash: Int = 0, of name: String? = nil
    ) -> DaySealFact {
        var totals = RangeTotals()
        if to >= from { for line in stream.lines[(from - 1)..<to] { totals.add(line[...]) } }
        return DaySealFact(
            day: dayID, stream: name,
            range: DayMapping.range(from: from, head: stream.heads[to], totals),
            cashDeclared: ["CNY": cash])
    }

    private static func standing(_ station: TestStation) throws -> DayStanding {
        try StationReader(path: station.path).standing(
            CalendarDay(text: day), at: Moment.minute(60).wallMilliseconds)
    }

    private static func closed(_ station: TestStation) throws -> DayOutcome {
        try station.store.closeDay(
            CalendarDay(text: day), by: "manager", at: .minute(61))
    }

    @Test func `the minute of the tests lies on the day of the tests`() throws {
        let days = BusinessDays(zoneMinutes: 480)
        #expect(days.day(of: Moment.minute(60).wallMilliseconds).text == Self.day)
    }

    @Test func `a seal that is true agrees, and the day closes with both its ranges`() throws {
        let station = try TestStation()
        var stream = TestStream()
        for number in 1...3 { try stream.note("n\(number)") }
        try stream.record(.daySeal(Self.seal(stream, from: 1, to: 3)), at: .minute(10, boot: 4))
        try stream.note("after")
        try stream.record(.daySeal(Self.seal(stream, from: 4, to: 5)), at: .minute(10, boot: 4))
        try station.push(stream)
        let lines = try Self.standing(station).lines
        #expect(lines.map(\.state) == ["agree", "agree"])
        #expect(lines.compactMap(\.line?.range.count) == [3, 2])
        guard case .done(let done) = try Self.closed(station) else {
            Issue.record("the day was not closed")
            return
        }
        #expect(done.state == .closed && done.manifest?.lines.count == 2)
        let again = try Self.closed(station)
        #expect(again == .notNow(Self.day))
        let proof = try StationReader(path: station.path).verify()
        #expect(proof.isIntact && proof.dayFaults.isEmpty)
        try station.audit()
    }

    @Test func `a seal that is not true differs, says in what, and stands in the way`() throws {
        let station = try TestStation()
        var stream = TestStream()
        for number in 1...3 { try stream.note("n\(number)") }
        var seal = Self.seal(stream, from: 1, to: 3)
        seal.range.kinds["note"] = 4
        try stream.record(.daySeal(seal), at: .minute(10, boot: 4))
        try station.push(stream)
        let lines = try Self.standing(station).lines
        #expect(lines.map(\.state) == ["differ"])
        #expect(lines.first?.differences.kinds?.server == ["note": 3])
        #expect(lines.first?.differences.kinds?.device == ["note": 4])
        guard case .blocked(let blocked) = try Self.closed(station) else {
            Issue.record("the day was closed")
            return
        }
        #expect(blocked.blocks.map(\.what) == [.differ])
        let day = try #require(CalendarDay(text: Self.day))
        _ = try station.store.waive(
            day, .differ, stream.id, reason: "核对过", by: "manager", at: .minute(62))
        guard case .done(let done) = try Self.closed(station) else {
            Issue.record("the day was not closed")
            return
        }
        #expect(done.state == .closedWithExceptions)
        #expect(done.manifest?.lines.map(\.result) == [.waived])
        #expect(try StationReader(path: station.path).verify().isIntact)
    }

    @Test func `a range that was sealed again and let pass is no fault of the day`() throws {
        let station = try TestStation()
        var stream = TestStream()
        for number in 1...3 { try stream.note("n\(number)") }
        try stream.record(.daySeal(Self.seal(stream, from: 1, to: 3)), at: .minute(10, boot: 4))
        // An older copy of the handheld was put back: it does not know of the first seal.
        try stream.record(.daySeal(Self.seal(stream, from: 1, to: 2)), at: .minute(11, boot: 4))
        try stream.record(.daySeal(Self.seal(stream, from: 4, to: 5)), at: .minute(12, boot: 4))
        try station.push(stream)
        #expect(try Self.standing(station).lines.map(\.state) == ["agree", "differ", "agree"])
        _ = try station.store.beginDay(
            CalendarDay(text: Self.day), by: "manager", at: .minute(61))
        _ = try station.store.waive(
            try #require(CalendarDay(text: Self.day)), .differ, stream.id, reason: "核对过",
            by: "manager", at: .minute(62))
        guard case .done(let done) = try Self.closed(station) else {
            Issue.record("the day was not closed")
            return
        }
        #expect(done.manifest?.lines.map(\.result) == [.agree, .waived, .agree])
        #expect(try StationReader(path: station.path).verify().dayFaults == [])
    }

    @Test func `a later range may be closed with an earlier day`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.note("n1")
        var later = Self.seal(stream, from: 1, to: 1)
        later.day = "ST0931-2026-09-11"
        try stream.record(.daySeal(later), at: .minute(10, boot: 4))
        // The clock was set back.
        try stream.record(.daySeal(Self.seal(stream, from: 2, to: 2)), at: .minute(11, boot: 4))
        try station.push(stream)
        guard case .done(let done) = try Self.closed(station) else {
            Issue.record("the day was not closed")
            return
        }
        #expect(done.manifest?.lines.map(\.range.from) == [2])
        guard
            case .done(let next) = try station.store.closeDay(
                CalendarDay(text: "2026-09-11"), by: "manager", at: .minute(24 * 60 + 61))
        else {
            Issue.record("the next day was not closed")
            return
        }
        #expect(next.manifest?.lines.map(\.range.from) == [1])
        #expect(try StationReader(path: station.path).verify().dayFaults == [])
    }

    @Test func `a seal waits for lines that are not here, and is compared when they come`() throws {
        let station = try TestStation()
        var old = TestStream()
        for number in 1...3 { try old.note("n\(number)") }
        try station.push(old, 1...1)
        var new = TestStream(2)
        try new.record(
            .daySeal(Self.seal(old, from: 1, to: 3, of: old.id)), at: .minute(10, boot: 4))
        try station.push(new)
        #expect(try Self.standing(station).lines.map(\.state) == ["waits"])
        try station.push(old, 2...3)
        #expect(try Self.standing(station).lines.map(\.state) == ["agree"])
        try station.audit()
    }

    /// A seal of three entries; the stream was ended after so many of them, and the rest carried.
    @Test(arguments: [(1, []), (3, ["agree"])])
    func `a seal that was carried counts if its stream kept all it sealed`(
        kept: Int, states: [String]
    ) throws {
        let station = try TestStation()
        var old = TestStream()
        for number in 1...3 { try old.note("n\(number)") }
        try old.record(.daySeal(Self.seal(old, from: 1, to: 3)), at: .minute(10, boot: 4))
        var new = TestStream(2)
        for sequence in (kept + 1)...4 { new.carry(old, sequence) }
        try station.push(old, 1...kept)
        try station.push(new)
        #expect(try Self.standing(station).lines.map(\.state) == states)
        #expect(try station.count("SELECT COUNT(*) FROM incident WHERE what='seal_differs'") == 0)
        try station.audit()
    }

    @Test func `a fact of a closed day is posted to the next one`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.note("first")
        try stream.record(.daySeal(Self.seal(stream, from: 1, to: 1)), at: .minute(10, boot: 4))
        try station.push(stream)
        guard case .done = try Self.closed(station) else {
            Issue.record("the day was not closed")
            return
        }
        let quote = try stream.record(.quote(Sample.quote(1_500)), at: .minute(20, boot: 4))
        try stream.record(
            .payment(Sample.payment(1_500, to: Code32.madeID(of: quote))), at: .minute(20, boot: 4))
        try station.push(stream)
        let days = try station.look { db in
            try db.rows("SELECT DISTINCT day FROM posting", as: { $0.text(0) })
        }
        #expect(days == ["2026-09-11"])
        #expect(try station.count("SELECT COUNT(*) FROM late_fact") == 2)
    }

    @Test func `a manifest that somebody changed is found`() throws {
        let station = try TestStation()
        var stream = TestStream()
        try stream.note("first")
        try stream.record(.daySeal(Self.seal(stream, from: 1, to: 1)), at: .minute(10, boot: 4))
        try station.push(stream)
        _ = try Self.closed(station)
        let connection = try Connection.open(station.path, mayCreate: false)
        try connection.transaction { db in
            let bytes = try db.first("SELECT manifest FROM day", as: { $0.blob(0) }) ?? []
            var manifest = try DayMapping.manifest(CanonicalObject(decoding: bytes))
            manifest.lines[0].range.count += 1
            try db.execute(
                "UPDATE day SET manifest=?", DayMapping.object(of: manifest).encoded())
        }
        let proof = try StationReader(path: station.path).verify()
        #expect(!proof.isIntact)
        #expect(
            proof.dayFaults == [.chain(Self.day), .line(Self.day, stream: stream.id)])
    }

    @Test func `a handheld that has not sealed stands in the way until a manager lets it pass`()
        throws
    {
        let station = try TestStation()
        var stream = TestStream()
        try stream.note("first")
        try station.push(stream)
        guard case .blocked(let blocked) = try Self.closed(station) else {
            Issue.record("the day was closed")
            return
        }
        #expect(blocked.blocks.map(\.what) == [.seal] && blocked.unsealed == ["H-10"])
        let day = try #require(CalendarDay(text: Self.day))
        guard
            case .unknownBlock = try station.store.waive(
                day, .gap, stream.id, reason: "x", by: "manager", at: .minute(62))
        else {
            Issue.record("something was waived that is not there")
            return
        }
        _ = try station.store.waive(
            day, .seal, stream.id, reason: "没电", by: "manager", at: .minute(62))
        guard case .done(let done) = try Self.closed(station) else {
            Issue.record("the day was not closed")
            return
        }
        #expect(done.manifest?.missing.map(\.have) == [1])
        #expect(done.manifest?.missing.first?.reason == "没电")
        // It is sealed on the next day, without a hole.
        try stream.record(
            .daySeal(Self.seal(stream, from: 1, to: 1)), at: .minute(70, boot: 4))
        try station.push(stream)
        #expect(
            try station.count("SELECT COUNT(*) FROM seal WHERE state='agree' AND closed IS NULL")
                == 1)
    }

    @Test(arguments: [("2026-09-10", "2026-09-11"), ("2026-12-31", "2027-01-01")])
    func `the next day follows`(day: String, next: String) {
        #expect(CalendarDay(text: day)?.next.text == next)
        #expect(CalendarDay(text: "2026-9-10") == nil && CalendarDay(text: "x") == nil)
    }

    @Test func `the cut moves the small hours to the day before`() {
        let late = BusinessDays(zoneMinutes: 480, cutMinutes: 1_560)
        // 2026-09-11 01:59 and 02:00 in China.
        let two = 1_789_063_200_000
        #expect(late.day(of: two - 60_000).text == "2026-09-10")
        #expect(late.day(of: two).text == "2026-09-11")
        #expect(BusinessDays(zoneMinutes: 480).day(of: two - 60_000).text == "2026-09-11")
        #expect(BusinessDays(zoneMinutes: 480, cutMinutes: 2_161).cutMinutes == 1_440)
    }
}
