import Domain
import Handheld
import HandheldUI
import Journal
import SyncProtocol
import Testing

struct PickupTests {
    /// Everything that the gate asks for, with a number from the block.
    static func input(task: String? = "T1") -> PickupInput {
        var input = PickupInput()
        input.quote.task = task
        input.quote.grams = 620
        input.quote.size = ParcelSize(
            lengthMillimetres: 300, widthMillimetres: 250, heightMillimetres: 80)
        input.quote.cover = .declined
        input.quote.method = .cash
        input.isNoticeGiven = true
        input.identity.documentType = .residentId
        input.identity.number = Secret("11010519491231002X")
        input.identity.method = .manual
        input.identity.personMatches = true
        input.isInspected = true
        input.isDeclarationTrue = true
        input.packedBy = .courier
        input.isPackagingFit = true
        input.acceptedFen = 1_200
        input.tenderedFen = 2_000
        input.isMarked = true
        input.binding = .next
        return input
    }

    @Test func `a pickup is one act in its order and takes the next number of the block`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        let receipt = try fixture.handheld.pickup(
            PickupTests.input(), draft: "d1", at: fixture.now
        ).receipt
        #expect(receipt.facts.map(\.kind) == [.identity, .check, .quote, .payment, .pickup])
        guard case .pickup(let pickup) = receipt.main.payload,
            case .payment(let payment) = receipt.facts[3].payload,
            case .identity(let identity) = receipt.facts[0].payload
        else { throw NotRecorded() }
        #expect(pickup.parcel == WaybillNumber(body: "EX000000000001")?.text)
        #expect(pickup.identity == receipt.facts[0].id && pickup.quote == receipt.facts[2].id)
        #expect(payment.charge == receipt.facts[2].madeID)
        #expect(payment.receiptNumber == "H-017-000001" && payment.changeFen == 800)
        #expect(identity.masked == "110***********002X")
        #expect(receipt.main.base == [EntityReference(.task, "T1"): 7])
        #expect(receipt.state == .unsent && !receipt.isRepeated)
    }

    @Test func `a number of the block that was typed from its label is not given out again`()
        throws
    {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all + [StationRows.pickupTask("T9")])
        let first = try #require(WaybillNumber(body: "EX000000000001")?.text)
        var input = PickupTests.input()
        input.binding = .number(first)
        _ = try fixture.handheld.pickup(input, draft: "d1", at: fixture.now).receipt
        let receipt = try fixture.handheld.pickup(
            PickupTests.input(task: "T9"), draft: "d2", at: fixture.now
        ).receipt
        #expect(receipt.main.parcels == [WaybillNumber(body: "EX000000000002")?.text])
    }

    @Test func `waybill and parcel are both scanned and have to agree`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        let first = try #require(WaybillNumber(body: "EX000000000001")?.text)
        let other = try #require(WaybillNumber(body: "EX000000000002")?.text)
        var input = PickupTests.input()
        input.binding = .scanned(first, other)
        guard case .refused = try fixture.handheld.pickup(input, draft: "d1", at: fixture.now)
        else { throw NotRecorded() }
        input.binding = .scanned(first, first)
        let receipt = try fixture.handheld.pickup(
            input, draft: "d2", at: fixture.now
        ).receipt
        guard case .pickup(let pickup) = receipt.main.payload else { throw NotRecorded() }
        #expect(pickup.parcel == first && pickup.binding?.scanCount == 2)
        #expect(pickup.binding?.isKeyed == false)
    }

    @Test func `an agent and his principal both show a document`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        var input = PickupTests.input()
        var principal = IdentityInput()
        principal.documentType = .residentId
        input.principal = principal
        guard case .refused = try fixture.handheld.pickup(input, draft: "d1", at: fixture.now)
        else { throw NotRecorded() }
        input.principal?.number = Secret("440524188001010014")
        input.principal?.method = .manual
        let facts = try fixture.handheld.pickup(
            input, draft: "d2", at: fixture.now
        ).receipt.facts
        let who = facts.compactMap { fact -> IdentityParty? in
            if case .identity(let identity) = fact.payload { identity.who } else { nil }
        }
        #expect(who == [.agent, .principal])
        #expect(!facts.contains { "\($0)".contains("440524188001010014") })
    }

    @Test func `the same draft is recorded once and answered alike`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        let input = PickupTests.input()
        let first = try fixture.handheld.pickup(input, draft: "d1", at: fixture.now).receipt
        _ = try fixture.exchange()
        let again = try fixture.handheld.pickup(input, draft: "d1", at: fixture.now).receipt
        #expect(again.isRepeated && again.state == .sent)
        #expect(again.facts == first.facts)
        #expect(try fixture.handheld.syncStatus().recorded == 5)
    }

    @Test func `numbers are drawn upward, never twice, and end`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        var waybills: [String] = []
        for number in 1...3 {
            var input = PickupTests.input(task: nil)
            PickupTests.fillParties(&input)
            // What is not recorded takes no number.
            input.isMarked = false
            _ = try fixture.handheld.pickup(input, draft: "x", at: fixture.now).refusal
            input.isMarked = true
            let receipt = try fixture.handheld.pickup(
                input, draft: "d\(number)", at: fixture.now
            ).receipt
            waybills += receipt.main.parcels
        }
        #expect(waybills.map { $0.dropLast() } == (1...3).map { "EX00000000000\($0)" })
        let last = try fixture.handheld.pickup(
            PickupTests.input(), draft: "d4", at: fixture.now
        ).refusal
        guard case .withoutNumbers = last else { throw NotRecorded() }
        #expect(try fixture.handheld.syncStatus().numbersLeft == 0)
    }

    @Test func `everything that is missing is said at once and nothing is recorded`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        var input = PickupInput()
        input.quote.task = "T1"
        let refusal = try fixture.handheld.pickup(input, draft: "d1", at: fixture.now).refusal
        guard case .form(let problems) = refusal else { throw NotRecorded() }
        #expect(problems.count > 8)
        #expect(try fixture.handheld.syncStatus().recorded == 0)
    }

    @Test func `prohibited goods are a hard stop`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        var input = PickupTests.input()
        input.itemName = "烟花"
        let refusal = try fixture.handheld.pickup(input, draft: "d1", at: fixture.now).refusal
        guard case .gate(let ground) = refusal else { throw NotRecorded() }
        #expect(ground.reason == .prohibitedItem)
        #expect(try fixture.handheld.syncStatus().recorded == 0)
    }

    @Test func `a number on another parcel is refused`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        var input = PickupTests.input()
        input.binding = .number("EX0100000001013")
        let refusal = try fixture.handheld.pickup(input, draft: "d1", at: fixture.now).refusal
        guard case .form(let problems) = refusal else { throw NotRecorded() }
        #expect(problems == [.label(.used("EX0100000001013"))])
    }

    @Test func `a refused pickup ends its task when the reason is final`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        var input = RefusalInput(reason: .prohibitedItem)
        input.task = "T1"
        let receipt = try fixture.handheld.refuse(input, draft: "d1", at: fixture.now).receipt
        #expect(receipt.main.kind == .refusal)
        #expect(try fixture.handheld.task("T1")?.task.state == .done)
        let again = try fixture.handheld.refuse(input, draft: "d2", at: fixture.now).refusal
        guard case .taskEnded("T1", .done) = again else { throw NotRecorded() }
    }

    @Test func `who may not do it is told why`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive([StationRows.numbers, StationRows.pickupTask(of: "c9")])
        let nobody = try fixture.handheld.pickup(
            PickupTests.input(), draft: "d1", at: fixture.now
        ).refusal
        guard case .nobody = nobody else { throw NotRecorded() }
        try fixture.receive([
            .person(Person(id: "c1", name: "王磊", capabilities: [.deliver], state: .active))
        ])
        let unable = try fixture.handheld.pickup(
            PickupTests.input(), draft: "d1", at: fixture.now
        ).refusal
        guard case .withoutCapability(.pickup) = unable else { throw NotRecorded() }
        try fixture.receive([StationRows.courier])
        let other = try fixture.handheld.pickup(
            PickupTests.input(), draft: "d1", at: fixture.now
        ).refusal
        guard case .taskOfOther("T1", person: "c9") = other else { throw NotRecorded() }
        let unknown = try fixture.handheld.pickup(
            PickupTests.input(task: "T9"), draft: "d1", at: fixture.now
        ).refusal
        guard case .unknownTask("T9") = unknown else { throw NotRecorded() }
    }

    @Test func `a quote is made from the task and records nothing`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        let quote = try fixture.handheld.quote(PickupTests.input().quote, at: fixture.now).get()
        #expect(quote.zone.zone.text == "NEIGHBOUR" && quote.totalFen == 1_200)
        #expect(try fixture.handheld.syncStatus().recorded == 0)
    }

    @Test func `a parcel that may not be accepted gets no price`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        var input = PickupTests.input().quote
        input.grams = 50_000
        _ = try fixture.handheld.quote(input, at: fixture.now).get()
        input.grams = 50_001
        guard case .failure(.gate(let ground)) = try fixture.handheld.quote(input, at: fixture.now)
        else { throw NotRecorded() }
        #expect(ground.reason == .oversizeOverweight)
    }

    @Test func `a suspended handheld says so instead of asking for a login`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(StationRows.all)
        fixture.server.state = .suspended
        _ = try fixture.exchange()
        let refusal = try fixture.handheld.pickup(
            PickupTests.input(), draft: "d1", at: fixture.now
        ).refusal
        guard case .deviceState(.suspended) = refusal else { throw NotRecorded() }
    }

    static func fillParties(_ input: inout PickupInput) {
        input.sender.name = "陈静"
        input.sender.phone = "13805710231"
        input.sender.address = "杭州市西湖区文三路259号"
        input.recipient.name = "赵敏"
        input.recipient.phone = "13916820457"
        input.recipient.address = "上海市徐汇区漕溪北路88号"
        input.itemName = "羊毛围巾"
        input.itemNature = "纺织品"
        input.quantity = 1
    }
}

/// The act did not end as the test needs it.
struct NotRecorded: Error {}

extension ActResult {
    /// The receipt of what was recorded.
    var receipt: Receipt {
        get throws {
            guard case .recorded(let receipt) = self else { throw NotRecorded() }
            return receipt
        }
    }

    /// Why nothing was recorded.
    var refusal: ActRefusal {
        get throws {
            guard case .refused(let refusal) = self else { throw NotRecorded() }
            return refusal
        }
    }
}
