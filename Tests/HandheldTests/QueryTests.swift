import Domain
import Handheld
import Journal
import SyncProtocol
import Testing

@testable import HandheldUI

struct QueryTests {
    @Test func `own facts show until the rows contain them, and not twice after`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        _ = try fixture.handheld.deliver(DeliveryTests.input, draft: "d1", at: fixture.now).receipt
        #expect(try fixture.handheld.task("T2")?.dueFen == 0)
        // Acknowledged, but the rows are still the old ones.
        _ = try fixture.exchange()
        #expect(try fixture.handheld.syncStatus().pending == 0)
        #expect(try fixture.handheld.task("T2")?.task.state == .done)
        // The station applied the act: its rows say the same, the own facts are no longer folded.
        fixture.server.applied = 3
        var task = CourierTask(id: "T2", kind: .delivery, state: .done, assignee: "c1")
        task.parcels = [DeliveryTests.waybill]
        var parcel = Parcel(id: DeliveryTests.waybill, stage: .delivered, custody: .recipient)
        parcel.attempts = 4
        try fixture.receive([.task(task), .parcel(parcel)])
        #expect(try fixture.handheld.task("T2")?.task.state == .done)
        #expect(try fixture.handheld.track(DeliveryTests.waybill)?.parcel?.attempts == 4)
    }

    @Test func `tasks are the person's own, in the order of the round, ended ones on demand`()
        throws
    {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all + [StationRows.pickupTask("T3", of: "c9")])
        let tasks = try fixture.handheld.tasks(kind: nil, includingEnded: false)
        #expect(tasks.map(\.task.id) == ["T2", "T1"])
        #expect(tasks.map(\.dueFen) == [6_800, 0])
        let deliveries = try fixture.handheld.tasks(kind: .delivery, includingEnded: false)
        #expect(deliveries.map(\.task.id) == ["T2"])
        var refusal = RefusalInput(reason: .senderCancelled)
        refusal.task = "T1"
        _ = try fixture.handheld.refuse(refusal, draft: "d1", at: fixture.now).receipt
        #expect(try fixture.handheld.tasks(kind: nil, includingEnded: false).count == 1)
        #expect(try fixture.handheld.tasks(kind: nil, includingEnded: true).count == 2)
    }

    @Test func `a trace is told from own facts too`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        let receipt = try fixture.handheld.pickup(
            PickupTests.input(), draft: "d1", at: fixture.now
        ).receipt
        let waybill = try #require(receipt.main.parcels.first)
        let view = try #require(try fixture.handheld.track(waybill))
        #expect(view.parcel?.stage == .pickedUp)
        #expect(view.events.map(\.kind) == receipt.facts.map(\.kind))
        #expect(view.charges.map(\.balanceFen) == [0])
        #expect(try fixture.handheld.track("EX0100000001021") == nil)
    }

    @Test func `the day counts records and money of that day alone`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        _ = try fixture.handheld.deliver(DeliveryTests.input, draft: "d1", at: fixture.now).receipt
        let today = try fixture.handheld.daySummary(nil, at: fixture.now)
        #expect(today.cashFen == 6_800 && today.unsent == 3)
        #expect(today.money.first?.summary.cashParts.codFen == 5_000)
        #expect(today.counts == [.payment: 2, .deliver: 1])
        var tomorrow = fixture.now
        tomorrow.wallMilliseconds += 86_400_000
        let next = try fixture.handheld.daySummary(nil, at: tomorrow)
        #expect(next.cashFen == 0 && next.counts.isEmpty && next.unsent == 0)
        #expect(try fixture.handheld.daySummary(today.day, at: tomorrow).cashFen == 6_800)
    }

    @Test(arguments: [
        (840, 840), (-840, -840), (841, nil), (9_007_199_254_740_991, nil),
        (-9_007_199_254_740_991, nil),
    ])
    func `a zone that is nowhere on earth is not believed`(
        _ minutes: Int, expected: Int?
    ) throws {
        var fixture = try HandheldFixture()
        try fixture.receive([
            .config(StationConfig(id: "ST0931", values: ["tz_min": .integer(minutes)]))
        ])
        #expect(try fixture.handheld.stationZoneMinutes() == expected)
        _ = try fixture.handheld.daySummary(nil, at: fixture.now)
    }

    @Test func `a voided payment stands in the trace with what voided it`() throws {
        var fixture = try CorrectionTests.delivered()
        _ = try fixture.handheld.correct(
            CorrectionTests.input(1, confirm: 1), draft: "d2", at: fixture.now
        ).receipt
        let view = try #require(try fixture.handheld.track(DeliveryTests.waybill))
        #expect(view.events.map(\.kind) == [.payment, .payment, .deliver, .paymentVoid])
        #expect(view.events.map(\.isVoided) == [true, false, false, false])
        #expect(try fixture.handheld.record(.number(1))?.correctedBy?.kind == .paymentVoid)
    }

    @Test func `records are listed newest last and by parcel or kind`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        _ = try fixture.handheld.deliver(DeliveryTests.input, draft: "d1", at: fixture.now).receipt
        try fixture.record(notes: 2)
        let all = try fixture.handheld.records(JournalRange(count: 4, parcel: nil, kind: nil))
        #expect(all.map(\.entry.place.sequence) == [2, 3, 4, 5])
        let notes = try fixture.handheld.records(JournalRange(count: 1, parcel: nil, kind: .note))
        #expect(notes.map(\.entry.place.sequence) == [5])
        let parcel = try fixture.handheld.records(
            JournalRange(count: 9, parcel: DeliveryTests.waybill, kind: nil))
        #expect(parcel.map(\.entry.place.sequence) == [1, 2, 3])
        #expect(parcel.allSatisfy { $0.state == .unsent })
    }

    @Test(arguments: [
        (DispositionWord.held, RecordState.refused), (.quarantined, .refused),
        (.case, .conflict), (.noop, .sent), (.applied, .sent),
    ])
    func `a record tells what the station made of it`(
        _ word: DispositionWord, state: RecordState
    ) throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 1)
        try fixture.receive([StationRows.courier])
        let record = try #require(try fixture.handheld.record(.number(1)))
        let place = record.entry.place
        #expect(record.state == .sent)
        try fixture.receive([
            .disposition(
                DispositionRow(
                    id: "\(place.stream).\(place.sequence)", fact: place.id, disposition: word))
        ])
        #expect(try fixture.handheld.record(.number(1))?.state == state)
    }

    @Test func `a journal proves itself`() throws {
        var fixture = try HandheldFixture()
        try fixture.record(notes: 3)
        let proof = try fixture.handheld.verify()
        #expect(proof.count == 3 && proof.fault == nil)
    }
}
