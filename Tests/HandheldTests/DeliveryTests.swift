import Domain
import Handheld
import Journal
import SyncProtocol
import Testing

@testable import HandheldUI

struct DeliveryTests {
    static let waybill = "EX0100000001013"

    static var input: DeliveryInput {
        var input = DeliveryInput(parcel: waybill)
        input.outer = .intact
        input.proof = .recipient
        input.signer = "张秀英"
        input.isToldToInspect = true
        input.pickupCode = Secret("8842")
        input.method = .cash
        input.tenderedFen = 10_000
        return input
    }

    @Test func `what is due is taken charge by charge before the parcel leaves the hand`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        let receipt = try fixture.handheld.deliver(
            DeliveryTests.input, draft: "d1", at: fixture.now
        ).receipt
        #expect(receipt.facts.map(\.kind) == [.payment, .payment, .deliver])
        let taken = receipt.facts.compactMap { fact -> Int? in
            if case .payment(let payment) = fact.payload { payment.money.amountFen } else { nil }
        }
        #expect(taken.sorted() == [1_800, 5_000])
        #expect(receipt.main.subject == EntityReference(.task, "T2"))
        #expect(receipt.main.base[EntityReference(.charge, "C1")] == 7)
        #expect(try fixture.handheld.task("T2")?.task.state == .done)
        #expect(try fixture.handheld.track(DeliveryTests.waybill)?.parcel?.stage == .delivered)
    }

    @Test func `without money, condition or proof nothing is recorded`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        let input = DeliveryInput(parcel: DeliveryTests.waybill)
        let refusal = try fixture.handheld.deliver(input, draft: "d1", at: fixture.now).refusal
        guard case .form(let problems) = refusal else { throw NotRecorded() }
        #expect(problems.contains(.payment(.methodMissing(dueFen: 6_800))))
        #expect(problems.contains(.field(.missing(.proof))))
        #expect(try fixture.handheld.syncStatus().recorded == 0)
    }

    @Test(arguments: [
        ("2286", true), ("02286", true), ("2287", false), ("286", false), ("", false),
        ("ABCD", false),
    ])
    func `the end of the phone is compared, and at least four digits of it`(
        _ tail: String, isAccepted: Bool
    ) throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        var input = DeliveryTests.input
        input.signer = nil
        input.phoneTail = tail
        let result = try fixture.handheld.deliver(input, draft: "d1", at: fixture.now)
        if isAccepted {
            _ = try result.receipt
        } else {
            guard case .phoneTailDiffers = try result.refusal else { throw NotRecorded() }
        }
    }

    @Test func `a signature must be strokes`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        var input = DeliveryTests.input
        input.signature = "no strokes"
        let refusal = try fixture.handheld.deliver(input, draft: "d1", at: fixture.now).refusal
        guard case .unreadableSignature = refusal else { throw NotRecorded() }
    }

    @Test func `a parcel that is not known here is not handed over`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        let input = DeliveryInput(parcel: "EX0100000001021")
        let refusal = try fixture.handheld.deliver(input, draft: "d1", at: fixture.now).refusal
        guard case .unknownParcel("EX0100000001021") = refusal else { throw NotRecorded() }
    }

    @Test func `a failed attempt is numbered and leaves the task open`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        var input = AttemptInput(parcel: DeliveryTests.waybill, reason: .noAnswer)
        let missing = try fixture.handheld.fail(input, draft: "d1", at: fixture.now).refusal
        guard case .form([.followUp(.contactMissing(.noAnswer))]) = missing else {
            throw NotRecorded()
        }
        input.contacts = [ContactInput(channel: .call, outcome: .noAnswer)]
        let receipt = try fixture.handheld.fail(input, draft: "d1", at: fixture.now).receipt
        guard case .attempt(let attempt) = receipt.main.payload else { throw NotRecorded() }
        #expect(attempt.attemptNumber == 1)
        #expect(try fixture.handheld.openDeliveries().map(\.task.id) == ["T2"])
    }

    @Test func `a problem parcel is listed at once`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        let input = ProblemInput(
            subject: .parcel(DeliveryTests.waybill), reason: .outerDamaged)
        let receipt = try fixture.handheld.report(input, draft: "d1", at: fixture.now).receipt
        let problems = try fixture.handheld.problems()
        #expect(problems.map(\.id) == [receipt.main.madeID])
        #expect(try fixture.handheld.track(DeliveryTests.waybill)?.parcel?.isException == true)
    }
}
