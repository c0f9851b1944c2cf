import Domain
import Handheld
import Journal
import SyncProtocol
import Testing

@testable import HandheldUI

/// One draft is one act: used for another, it records nothing and says so.
struct DraftTests {
    private static let other = "EX0100000001021"

    private static func fixture() throws -> HandheldFixture {
        var fixture = try HandheldFixture()
        let parcel = Parcel(id: other, stage: .outForDelivery, custody: .person("c1"))
        try fixture.receive(
            StationRows.all + [.parcel(parcel), StationRows.pickupTask("T9")])
        _ = try fixture.handheld.deliver(DeliveryTests.input, draft: "d1", at: fixture.now).receipt
        return fixture
    }

    private static func expectRefused(_ result: ActResult) throws {
        guard case .draftOfOther(let fact) = try result.refusal else { throw NotRecorded() }
        #expect(fact.kind == .deliver)
    }

    @Test func `the draft of one act records no act of another kind`() throws {
        var fixture = try DraftTests.fixture()
        let recorded = try fixture.handheld.syncStatus().recorded
        let (now, waybill) = (fixture.now, DeliveryTests.waybill)
        let attempt = AttemptInput(parcel: waybill, reason: .addressWrong)
        try DraftTests.expectRefused(try fixture.handheld.fail(attempt, draft: "d1", at: now))
        try DraftTests.expectRefused(
            try fixture.handheld.pickup(PickupTests.input(), draft: "d1", at: now))
        try DraftTests.expectRefused(
            try fixture.handheld.refuse(
                RefusalInput(reason: .senderCancelled), draft: "d1", at: now))
        try DraftTests.expectRefused(
            try fixture.handheld.correct(
                CorrectionTests.input(1, confirm: 1), draft: "d1", at: now))
        #expect(try fixture.handheld.syncStatus().recorded == recorded)
    }

    @Test func `the draft of one parcel or task records no other`() throws {
        var fixture = try DraftTests.fixture()
        var input = DeliveryTests.input
        input.parcel = DraftTests.other
        try DraftTests.expectRefused(
            try fixture.handheld.deliver(input, draft: "d1", at: fixture.now))
        _ = try fixture.handheld.pickup(PickupTests.input(), draft: "d2", at: fixture.now).receipt
        let elsewhere = try fixture.handheld.pickup(
            PickupTests.input(task: "T9"), draft: "d2", at: fixture.now
        ).refusal
        guard case .draftOfOther = elsewhere else { throw NotRecorded() }
    }

    @Test func `a pickup without a task is repeated by its draft`() throws {
        var fixture = try DraftTests.fixture()
        var input = PickupTests.input(task: nil)
        (input.sender.name, input.sender.phone) = ("陈静", "13805710231")
        input.sender.address = "杭州市文三路259号"
        (input.recipient.name, input.recipient.phone) = ("赵敏", "13916820457")
        input.recipient.address = "上海市漕溪北路88号"
        input.itemName = "羊毛围巾"
        input.itemNature = "纺织品"
        input.quantity = 1
        let first = try fixture.handheld.pickup(input, draft: "w", at: fixture.now).receipt
        let again = try fixture.handheld.pickup(input, draft: "w", at: fixture.now).receipt
        #expect(again.isRepeated && again.main == first.main)
    }

    @Test func `a correction is repeated by its draft, and another one is not`() throws {
        var fixture = try DraftTests.fixture()
        let first = try fixture.handheld.correct(
            CorrectionTests.input(1, confirm: 1), draft: "c", at: fixture.now
        ).receipt
        let again = try fixture.handheld.correct(
            CorrectionTests.input(1, confirm: 1), draft: "c", at: fixture.now
        ).receipt
        #expect(again.isRepeated && again.main == first.main)
        let other = try fixture.handheld.correct(
            CorrectionTests.input(2, confirm: 2), draft: "c", at: fixture.now
        ).refusal
        guard case .draftOfOther = other else { throw NotRecorded() }
    }
}
