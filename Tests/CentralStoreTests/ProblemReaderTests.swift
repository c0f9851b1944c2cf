import Domain
import SyncProtocol
import Testing

@testable import CentralStore

/// The lists of parcels in trouble, beside the writer.
@Suite struct ProblemReaderTests {
    private static let hour = 3_600_000

    /// A parcel out for delivery, a problem of it, an unreadable one and a scan of a stranger.
    private static func station() throws -> TestStation {
        let station = try TestStation()
        try station.store.record(
            [
                StationFact(.personSet(TestStation.person("c2"))),
                StationFact(.taskOpen(Sample.task("T1", parcel: Sample.number))),
            ], by: "manager", at: .minute(5))
        var stream = TestStream()
        try stream.record(
            .problem(ProblemFact(subject: .parcel(Sample.number), reason: .outerDamaged)),
            at: .minute(10))
        try stream.record(
            .problem(ProblemFact(subject: .unreadable("半张面单"), reason: .noLabel)),
            at: .minute(11))
        for _ in 0..<2 {
            var scan = ScanFact(parcel: "SF1234567890")
            scan.event = .held
            try stream.record(.scan(scan), at: .minute(12))
        }
        try station.push(stream)
        return station
    }

    @Test func `the register tells what nobody knows apart from what is known`() throws {
        let station = try Self.station()
        let reader = try StationReader(path: station.path)
        let problems = try reader.problems()
        #expect(problems.count == 2)
        #expect(problems.filter(\.isIdentified).map(\.problem.parcel) == [Sample.number])
        #expect(problems.filter { !$0.isIdentified }.map(\.problem.parcel) == ["半张面单"])
        let unknown = try reader.unknownParcels()
        #expect(unknown.map(\.parcel) == ["SF1234567890"] && unknown.map(\.factCount) == [2])
    }

    @Test func `a parcel is quiet when its last event is old enough`() throws {
        let station = try Self.station()
        let reader = try StationReader(path: station.path)
        let last = Moment.minute(10).wallMilliseconds
        func quiet(_ now: Int) throws -> [String] {
            try reader.quietParcels(now: now, hoursSameCity: 12, hoursDomestic: 24).map(\.id)
        }
        #expect(try quiet(last + 23 * Self.hour).isEmpty)
        #expect(try quiet(last + 25 * Self.hour) == [Sample.number])
    }
}
