import Domain
import Handheld
import Testing

@testable import HandheldUI

/// Rows that the station took away and own facts still need show what the courier did.
@Suite struct PinnedRowTests {
    private static let rows: [EntityReference] = [
        EntityReference(.task, "T2"), EntityReference(.parcel, DeliveryTests.waybill),
        EntityReference(.charge, "C1"), EntityReference(.charge, "C2"),
    ]

    /// A delivery that the station applied when the task had been given to somebody else.
    private static func fixture() throws -> HandheldFixture {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        _ = try fixture.handheld.deliver(DeliveryTests.input, draft: "d1", at: fixture.now).receipt
        try fixture.lose(rows, why: "reassigned")
        #expect(try fixture.handheld.syncStatus().applied == 3)
        return fixture
    }

    @Test func `a parcel that was delivered stays delivered when its row leaves`() throws {
        var fixture = try Self.fixture()
        let parcel = try #require(try fixture.handheld.track(DeliveryTests.waybill)?.parcel)
        #expect(parcel.stage == .delivered)
        #expect(try fixture.handheld.task("T2")?.task.state.isEnded == true)
    }

    @Test func `money that was taken is not due again`() throws {
        var fixture = try Self.fixture()
        let charges = try fixture.handheld.track(DeliveryTests.waybill)?.charges ?? []
        #expect(charges.map(\.balanceFen) == [0, 0, 900])
    }

    @Test func `what the row says already is not counted again`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        var attempt = AttemptInput(parcel: DeliveryTests.waybill, reason: .noAnswer)
        attempt.contacts = [ContactInput(channel: .call, outcome: .noAnswer)]
        _ = try fixture.handheld.fail(attempt, draft: "d1", at: fixture.now).receipt
        let before = try fixture.handheld.track(DeliveryTests.waybill)?.parcel
        try fixture.lose(Self.rows, why: "reassigned")
        #expect(try fixture.handheld.track(DeliveryTests.waybill)?.parcel == before)
        _ = try fixture.exchange()
        #expect(try fixture.handheld.track(DeliveryTests.waybill)?.parcel == before)
    }
}
