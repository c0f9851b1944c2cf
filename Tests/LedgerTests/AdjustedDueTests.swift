import Domain
import SyncProtocol
import Testing

@testable import Ledger

/// What is due after a parcel was weighed again, and what was taken before (R09, R10).
@Suite struct AdjustedDueTests {
    private static let parcel = "WB310000000012"
    private static let quoteID = SHA256.hash([1]).hex
    private static let charge = FactCode.madeID(quoteID)

    private static func deed(_ number: Int, id: String? = nil, _ payload: FactPayload) -> Deed {
        let fact = Fact(
            id: id ?? SHA256.hash([UInt8(number)]).hex, person: "c1",
            recordedAt: 1_789_027_200_000 + number * 60_000, payload: payload)
        var deed = Deed(fact, stream: "s", sequence: number, number: number)
        deed.standing = .active([.cash])
        return deed
    }

    private static let quote = deed(
        1, id: quoteID,
        .quote(
            QuoteFact(
                totalFen: 1_500, currency: "CNY",
                lines: [ChargeLine(code: .nothing, amountFen: 1_500)], actualGrams: 900,
                volumetricGrams: 0, chargeableGrams: 900, divisor: 6_000, payType: .prepaid,
                isAccepted: true)))

    private static func payment(_ number: Int, _ fen: Int) -> Deed {
        var payment = PaymentFact(
            money: Money(amountFen: fen, currency: "CNY", method: .cash), charge: charge,
            purpose: .freight, state: .taken)
        payment.parcel = parcel
        return deed(number, .payment(payment))
    }

    private static func adjustment(_ number: Int, _ fen: Int) -> Deed {
        deed(
            number,
            .adjustment(
                AdjustmentFact(
                    charge: charge, amountFen: fen, currency: "CNY",
                    reason: Code(of: AdjustmentReason.reweigh))))
    }

    private static func found(_ deeds: [Deed]) -> [CaseKind: Int?] {
        let findings = FactSet("parcel:\(parcel)", [quote] + deeds).findings()
        let shuffled = FactSet("parcel:\(parcel)", deeds.reversed() + [quote]).findings()
        #expect(findings.cases.map(\.key) == shuffled.cases.map(\.key))
        return Dictionary(
            findings.cases.map { ($0.key.kind, $0.amountFen) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func `too little that was taken is collected or waived, too much goes back`() {
        let paid = Self.payment(2, 1_500)
        #expect(Self.found([paid]).isEmpty)
        #expect(Self.found([paid, Self.adjustment(3, 300)]) == [.collectOrWaive: 300])
        #expect(Self.found([paid, Self.adjustment(3, -200)]) == [.refundDue: 200])
        let both = [paid, Self.adjustment(3, 300), Self.adjustment(4, -300)]
        #expect(Self.found(both).isEmpty)
    }

    @Test func `taking what was added is no second payment`() {
        let taken = [Self.payment(2, 1_500), Self.adjustment(3, 300), Self.payment(4, 300)]
        #expect(Self.found(taken).isEmpty)
        #expect(Self.found(taken + [Self.payment(5, 1)]).keys.contains(.doublePayment))
    }

    @Test func `a corrected price and an adjustment are added up`() {
        let price = Self.deed(
            3,
            .chargePrice(
                ChargePriceFact(
                    charge: Self.charge, dueFen: 1_400, from: 0,
                    reason: Code(of: AdjustmentReason.reweigh))))
        #expect(
            Self.found([Self.payment(2, 1_500), price, Self.adjustment(4, 300)])
                == [.collectOrWaive: 200])
    }

    @Test func `money that did not come is asked for once the parcel went on`() {
        func failed(_ number: Int, of payment: Deed) -> Deed {
            let confirmation = PaymentConfirmFact(outcome: .failed)
            let fact = Fact(
                id: SHA256.hash([UInt8(number)]).hex, person: "manager",
                recordedAt: 1_789_027_200_000 + number * 60_000, corrects: payment.id,
                payload: .paymentConfirm(confirmation))
            return Deed(fact, stream: "t", sequence: number, number: number)
        }
        var pending = PaymentFact(
            money: Money(amountFen: 1_500, currency: "CNY", method: .wechat),
            charge: Self.charge, purpose: .freight, state: .pending)
        pending.parcel = Self.parcel
        let asked = Self.deed(2, .payment(pending))
        let end = failed(4, of: asked)
        #expect(Self.found([asked, end]).isEmpty)
        let delivery = Self.deed(
            3,
            .deliver(
                DeliverFact(
                    parcel: Self.parcel, proofType: .recipient, condition: .intact, evidence: [])))
        #expect(Self.found([asked, delivery]).keys.contains(.collectOrWaive) == false)
        #expect(Self.found([asked, delivery, end])[.collectOrWaive] == 1_500)
        let later = [asked, delivery, end, Self.payment(5, 1_500)]
        #expect(Self.found(later).keys.contains(.collectOrWaive) == false)
    }
}
