import Domain
import SyncProtocol
import Testing

@testable import CentralStore

/// What an operator does about facts that are stored and not applied.
@Suite struct ExceptionActsTests {
    /// Two payments past the range together: the second is quarantined, until the first is void.
    private static func station() throws -> (TestStation, TestStream, first: Digest) {
        let station = try TestStation()
        var stream = TestStream()
        let first = try stream.record(.payment(Sample.payment(Fold.amountMax, to: "L0")))
        try stream.record(.payment(Sample.payment(5, to: "L0")))
        stream.append("no line at all")
        try station.push(stream)
        return (station, stream, first)
    }

    private static func void(_ first: Digest, in stream: inout TestStream) throws {
        try stream.record(
            .paymentVoid(
                PaymentVoidFact(
                    money: Money(amountFen: Fold.amountMax, currency: "CNY", method: .cash),
                    charge: "L0", reason: .nothing)), answering: first)
    }

    @Test func `a trial says what would come of it and changes nothing`() throws {
        var (station, stream, first) = try Self.station()
        let quarantined = try StationReader(path: station.path).exceptions(max: 10)
            .filter { $0.line.disposition.hasPrefix("quarantined") }
        #expect(
            quarantined.map(\.line.disposition) == [
                "quarantined:projector_error", "quarantined:unparseable",
            ])
        let lines = quarantined.map(\.line.number)
        let early = try station.store.readAgain(
            lines, why: "x", isTrial: true, by: "m", at: .minute(61))
        #expect(early?.allSatisfy { $0.before == $0.after } == true)
        try Self.void(first, in: &stream)
        try station.push(stream, at: .minute(62))
        let before = try station.fingerprint()
        let trial = try station.store.readAgain(
            lines, why: "x", isTrial: true, by: "m", at: .minute(63))
        #expect(trial?.map(\.after) == ["held:unknown_subject", "quarantined:unparseable"])
        #expect(try station.fingerprint() == before)
        #expect(
            try station.store.readAgain(lines, why: "x", isTrial: false, by: "m", at: .minute(64))
                == trial)
        #expect(try station.disposition(stream, 2) == "held:unknown_subject")
        try station.audit()
        let cash = try station.count(
            "SELECT SUM(amount) FROM posting WHERE account='cash:c10482'")
        #expect(cash == 5)
        // What is in the books is not read once more.
        #expect(
            try station.store.readAgain(
                [lines[0]], why: "x", isTrial: false, by: "m", at: .minute(65)) == nil)
        let report = try CentralStore.rebuild(
            station.path, into: station.path + ".new",
            epoch: NewEpoch(
                epoch: "e-2", stream: "01990f00-0000-7000-8000-0000000000ff", reason: .rebuilt),
            at: 0)
        #expect(report.differences == [])
    }

    @Test func `a fact of an act is read again with its whole act`() throws {
        let station = try TestStation()
        var stream = TestStream()
        let first = try stream.record(.payment(Sample.payment(Fold.amountMax, to: "L0")))
        try stream.note("with it", act: Entry.Act(index: 1, count: 2))
        try stream.record(
            .payment(Sample.payment(5, to: "L0")), act: Entry.Act(index: 2, count: 2))
        try Self.void(first, in: &stream)
        try station.push(stream)
        #expect(try station.disposition(stream, 2) == "quarantined:projector_error")
        let lines = try StationReader(path: station.path).exceptions(max: 10)
            .filter { $0.line.sequence == 3 }.map(\.line.number)
        _ = try station.store.readAgain(
            lines, why: "x", isTrial: false, by: "m", at: .minute(65))
        #expect(try station.disposition(stream, 2) == "applied")
        #expect(try station.disposition(stream, 3) == "held:unknown_subject")
        try station.audit()
    }

    @Test func `a closed line is out of sight and stays where it is`() throws {
        let (station, _, _) = try Self.station()
        let reader = try StationReader(path: station.path)
        let all = try reader.exceptions(max: 10)
        let bad = try #require(all.last).line.number
        #expect(
            try station.store.remark("seen", onLine: bad, isClosing: false, by: "m", at: 1))
        #expect(
            try station.store.remark("nothing", onLine: bad, isClosing: true, by: "m", at: 2))
        let held = try #require(all.first).line.number
        #expect(
            try station.store.remark("no", onLine: held, isClosing: true, by: "m", at: 3) == false)
        #expect(
            try station.store.remark("no", onLine: 9_999, isClosing: false, by: "m", at: 3)
                == false)
        #expect(
            try reader.exceptions(max: 10).map(\.line.number) == all.dropLast().map(\.line.number))
        #expect(try reader.exceptions(max: 10, isWithClosed: true).last?.isClosed == true)
        let line = try #require(try reader.line(bad))
        #expect(line.remarks.map(\.text) == ["seen", "nothing"])
        #expect(line.bytes == Array("no line at all".utf8))
        #expect(try reader.line(9_999) == nil)
        #expect(
            try reader.status(now: 0).exceptions.map(\.name)
                == ["held:unknown_subject", "quarantined:projector_error"])
    }
}
