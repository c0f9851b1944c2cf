import Domain
import Handheld
import Journal
import SyncProtocol
import Testing

@testable import HandheldUI

/// Several parcels of one recipient, signed for once.
@Suite struct GroupDeliveryTests {
    private static let numbers = ["EX0100000001021", "EX0100000001030", "EX0100000001048"]

    private static func rows(dueOf number: String? = nil) -> [Entity] {
        var task = CourierTask(id: "T3", kind: .delivery, state: .open, assignee: "c1")
        task.parcels = numbers
        var rows: [Entity] = [StationRows.courier, .task(task)]
        for number in numbers {
            var parcel = Parcel(id: number, stage: .outForDelivery, custody: .person("c1"))
            parcel.recipient = Party(
                name: "张秀英", phone: "13957102286", address: "杭州市文一路122号")
            rows.append(.parcel(parcel))
        }
        if let number {
            var charge = Charge(
                id: "C9", purpose: .cod, dueFen: 900, currency: "CNY", paidFen: 0,
                balanceFen: 900, state: .open)
            charge.parcel = number
            rows.append(.charge(charge))
        }
        return rows
    }

    private static func input() throws -> DeliveryInput {
        var input = DeliveryInput(parcel: numbers[0])
        input.others = Array(numbers.dropFirst())
        input.outer = .intact
        input.proof = .recipient
        input.signer = "张秀英"
        input.isToldToInspect = true
        let points = (0..<12).map { Strokes.Point(x: 4 + 6 * $0, y: $0.isMultiple(of: 2) ? 8 : 22) }
        input.signature = try #require(Strokes(width: 96, height: 32, strokes: [points])).encoded
        return input
    }

    @Test func `one signature stands for all, and every parcel has its own record`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(Self.rows())
        let receipt = try fixture.handheld.deliver(
            try Self.input(), draft: "d1", at: fixture.now
        ).receipt
        let deliveries = receipt.facts.compactMap { fact -> DeliverFact? in
            if case .deliver(let deliver) = fact.payload { deliver } else { nil }
        }
        #expect(deliveries.map(\.parcel) == Self.numbers)
        #expect(deliveries.map { $0.signature != nil } == [true, false, false])
        #expect(deliveries.map(\.signatureOf) == [nil, receipt.facts[0].id, receipt.facts[0].id])
        for number in Self.numbers {
            #expect(try fixture.handheld.track(number)?.parcel?.stage == .delivered)
        }
        let again = try fixture.handheld.deliver(try Self.input(), draft: "d1", at: fixture.now)
        #expect(try again.receipt.isRepeated)
    }

    @Test func `one parcel that may not go keeps all of them, and is named`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(Self.rows(dueOf: Self.numbers[1]))
        let refusal = try fixture.handheld.deliver(
            try Self.input(), draft: "d1", at: fixture.now
        ).refusal
        guard case .formOf(let number, let problems) = refusal else { throw NotRecorded() }
        #expect(number == Self.numbers[1])
        #expect(problems == [.payment(.methodMissing(dueFen: 900))])
        #expect(try fixture.handheld.syncStatus().recorded == 0)
    }

    @Test func `money is taken with the first parcel`() throws {
        var fixture = try HandheldFixture()
        try fixture.receive(Self.rows(dueOf: Self.numbers[0]))
        var input = try Self.input()
        input.method = .cash
        input.tenderedFen = 900
        let receipt = try fixture.handheld.deliver(input, draft: "d1", at: fixture.now).receipt
        #expect(receipt.facts.map(\.kind) == [.payment, .deliver, .deliver, .deliver])
        guard case .deliver(let last) = receipt.main.payload else { throw NotRecorded() }
        #expect(last.signatureOf == receipt.facts[1].id)
        #expect(last.payments.isEmpty)
    }

    @Test func `a slip for the sender is not forgotten`() throws {
        var fixture = try HandheldFixture()
        var rows = Self.rows()
        guard case .parcel(var parcel) = rows[2] else { throw NotRecorded() }
        var services = Services()
        services.returnReceiptNumber = "SF1234567890"
        parcel.services = services
        rows[2] = .parcel(parcel)
        try fixture.receive(rows)
        var input = try Self.input()
        input.others = []
        let refusal = try fixture.handheld.deliver(input, draft: "d1", at: fixture.now).refusal
        guard case .form(let problems) = refusal else { throw NotRecorded() }
        #expect(problems == [.proof(.returnReceiptOpen("SF1234567890"))])
        input.returnReceipt = .collected
        let receipt = try fixture.handheld.deliver(input, draft: "d2", at: fixture.now).receipt
        guard case .deliver(let deliver) = receipt.main.payload else { throw NotRecorded() }
        #expect(deliver.returnReceipt?.text == "COLLECTED")
    }
}
