import Domain
import SyncProtocol
import Testing

@testable import CentralStore

/// What the station's commands read beside the writer.
@Suite struct StationReaderTests {
    /// A delivery of which the money was taken, and a second courier's note.
    private static func station() throws -> (TestStation, TestStream) {
        let station = try TestStation()
        var manager = TestStation.person("c2")
        manager.capabilities.append(.manager)
        try station.store.record(
            [
                StationFact(.personSet(manager)),
                StationFact(.taskOpen(Sample.task("T1", parcel: Sample.number))),
                StationFact(.taskOpen(Sample.task("T2"))),
            ], by: "manager", at: .minute(5))
        var stream = TestStream()
        let quote = try stream.record(.quote(Sample.quote(1_500)), at: .minute(10))
        let charge = Code32.madeID(of: quote)
        let paid = try stream.record(.payment(Sample.payment(1_500, to: charge)), at: .minute(11))
        try stream.record(
            .deliver(Sample.deliver()), on: EntityReference(.task, "T1"), at: .minute(12))
        try stream.record(
            .paymentVoid(
                PaymentVoidFact(
                    money: Money(amountFen: 1_500, currency: "CNY", method: .cash), charge: charge,
                    reason: .nothing)),
            by: "c2", answering: paid, at: .minute(13))
        try stream.record(
            .payment(Sample.payment(1_500, to: charge, method: .unionpayCard)), at: .minute(14))
        stream.append("{}")
        try station.push(stream)
        return (station, stream)
    }

    @Test func `the status counts facts, exceptions and what is missing`() throws {
        let (station, _) = try Self.station()
        try station.store.openSlot(
            OpenSlot(label: "H-NEW", untilMilliseconds: 2_000_000_000_000), code: .zero,
            triesMax: 5, by: "manager", at: 0)
        let reader = try StationReader(path: station.path)
        let status = try reader.status(now: Moment.minute(61).wallMilliseconds)
        #expect(status.station == TestStation.code && status.epoch == "e-test")
        #expect(status.facts == 6)
        #expect(try status.stationFacts == station.count("SELECT COUNT(*) FROM ledger") - 6)
        #expect(status.exceptions == [NamedCount(name: "quarantined:bad_payload", count: 1)])
        #expect(status.devices.map(\.label) == ["H-10", "H-NEW"])
        #expect(status.devices.map(\.state) == ["active", "waiting"])
        #expect(status.devices[0].recorded == 6 && status.devices[0].have == 6)
        #expect(try reader.status(now: 2_000_000_000_000).devices.count == 1)
    }

    @Test func `people and orders are listed by id`() throws {
        let (station, _) = try Self.station()
        let reader = try StationReader(path: station.path)
        #expect(try reader.people().map(\.person) == ["c10482", "c2"])
        let orders = try reader.orders()
        #expect(orders.map(\.task) == ["T1", "T2"] && orders.map(\.state) == ["done", "open"])
        #expect(try reader.orders(courier: "c2").isEmpty)
    }

    @Test func `the track of a parcel tells its events in order`() throws {
        let (station, _) = try Self.station()
        let reader = try StationReader(path: station.path)
        let track = try #require(try reader.track(Sample.number))
        #expect(track.stage == .delivered && track.custody == "recipient")
        #expect(track.events.map(\.event).contains(Code(.delivered)))
        #expect(track.events.map(\.at) == track.events.map(\.at).sorted())
        #expect(try reader.track("WB319999999999") == nil)
    }

    @Test func `the day counts money for who took it, whoever voids it`() throws {
        let (station, _) = try Self.station()
        let reader = try StationReader(path: station.path)
        let day = try reader.day(at: Moment.minute(10).wallMilliseconds)
        let couriers = try reader.day(day).couriers
        let courier = try #require(couriers.first { $0.courier == TestStation.courier })
        #expect(courier.name == "李伟")
        #expect(courier.cashFen == 0 && courier.cardFen == 1_500 && courier.walletFen == 0)
        #expect(courier.kinds.map(\.name) == ["deliver", "payment", "quote"])
        let other = try #require(couriers.first { $0.courier == "c2" })
        #expect(other.cashFen == 0 && other.kinds.map(\.name) == ["payment.void"])
        #expect(try reader.day("2000-01-01").couriers.isEmpty)
    }

    @Test func `the ledger is listed in pieces`() throws {
        let (station, stream) = try Self.station()
        let reader = try StationReader(path: station.path)
        let lines = try reader.ledger(max: 100)
        #expect(try lines.count == station.count("SELECT COUNT(*) FROM ledger"))
        #expect(try reader.ledger(after: lines[1].number, max: 2) == Array(lines[2...3]))
        let own = lines.filter { $0.stream == stream.id }
        #expect(own.map(\.sequence) == Array(1...6))
        #expect(own.map(\.disposition).last == "quarantined:bad_payload")
        #expect(own[0].reference == Code32.reference(of: stream.heads[1]))
    }
}
