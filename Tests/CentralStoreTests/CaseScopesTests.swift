import Domain
import SyncProtocol
import Testing

@testable import CentralStore

/// A case that the facts of more than one parcel lead to is one case.
@Suite struct CaseScopesTests {
    static let task = EntityReference(.task, "T1")
    static let parcels = ["WB310000000012", "WB310000000021"]

    /// Who acts in which order; `cancel` is the station.
    enum Step: CaseIterable, Sendable { case first, second, cancel }

    static let orders: [[Step]] = [
        [.first, .second, .cancel], [.first, .cancel, .second], [.cancel, .second, .first],
        [.second, .cancel, .first],
    ]

    /// Two couriers picked up for one task, each another parcel, and the task was cancelled.
    private static func station(_ order: [Step]) throws -> (TestStation, [TestStream]) {
        let station = try TestStation()
        try station.enrol(TestStation.otherDevice)
        try station.store.record(
            [StationFact(.taskOpen(Sample.task("T1")))], by: "manager", at: .minute(1))
        var streams = [TestStream(1), TestStream(2, device: TestStation.otherDevice)]
        for step in order {
            switch step {
            case .first:
                try streams[0].record(.pickup(Sample.pickup(parcels[0])), on: task)
                try station.push(streams[0])
            case .second:
                try streams[1].record(.pickup(Sample.pickup(parcels[1])), by: "c2", on: task)
                try station.push(streams[1])
            case .cancel:
                try station.store.record(
                    [StationFact(.taskCancel(TaskCancelFact(task: "T1", reason: .nothing)))],
                    by: "manager", at: .minute(31))
            }
        }
        return (station, streams)
    }

    private static func cases(_ station: TestStation) throws -> [CaseRow] {
        try station.look { db in
            try db.openDisputes().compactMap { number in
                let reference = EntityReference(.case, CaseRow.id(number))
                guard case .dispute(let row) = try db.entity(reference) else { return nil }
                return row
            }
        }
    }

    @Test(arguments: orders)
    func `two parcels of one cancelled task are one case`(order: [Step]) throws {
        let (station, streams) = try Self.station(order)
        let cases = try Self.cases(station).filter { $0.rule == "R07" }
        #expect(cases.map(\.kind) == ["return_needed"])
        #expect(cases.first?.facts.count == 3)
        for stream in streams {
            #expect(try station.disposition(stream, 1)?.hasPrefix("applied") == true)
        }
        try station.audit()
        #expect(try station.store.auditCases() == [])
        let report = try CentralStore.rebuild(
            station.path, into: station.path + ".new",
            epoch: NewEpoch(
                epoch: "e-2", stream: "01990f00-0000-7000-8000-0000000000ff", reason: .rebuilt),
            at: 0)
        #expect(report.differences == [])
    }
}
