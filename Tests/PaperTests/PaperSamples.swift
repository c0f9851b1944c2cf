import Domain
import Foundation

@testable import Paper

/// Papers of one made-up pickup, and what a printer of GB 18030 makes of letters.
enum PaperSamples {
    /// 2026-11-22 10:00 in China.
    static let at = 1_795_312_800_000
    static let record = PaperRecord(person: "c10482", at: at, reference: "7K2M-93QX")
    static let waybill = "EX0000000000012"

    static func context(
        _ language: Language = .zh, isCopy: Bool = false
    ) -> PaperContext {
        PaperContext(
            language: language, offsetMinutes: 480, station: "HZ0931", stationName: "杭州文三路站",
            hotline: "95000", isCopy: isCopy)
    }

    static func party(_ name: String = "王芳") -> Party {
        var party = Party(name: name, phone: "13800005521", address: "文三路259号昌地大厦1201")
        party.city = "杭州"
        party.district = "西湖区"
        return party
    }

    static func parcel(named name: String = "王芳") -> Parcel {
        var parcel = Parcel(id: waybill, stage: .pickedUp, custody: .person("c10482"))
        parcel.sender = party(name)
        parcel.recipient = party("欧阳小红")
        parcel.recipient?.city = "深圳"
        parcel.recipient?.district = "南山区"
        parcel.recipient?.address = "科技园北区12栋402"
        var goods = Goods(itemName: "茶具", itemNature: "陶瓷", quantity: 2)
        goods.isFragile = true
        parcel.goods = goods
        parcel.weight = ParcelWeight(
            actualGrams: 1_250, volumetricGrams: 500, chargeableGrams: 2_000)
        var services = Services()
        services.codAmountFen = 8_800
        services.isCollect = true
        parcel.services = services
        return parcel
    }

    static func payment(_ state: PaymentState = .taken) -> PaymentFact {
        var payment = PaymentFact(
            money: Money(amountFen: 1_205, currency: "CNY", method: .cash), charge: "L1",
            purpose: .freight, state: state)
        payment.parcel = waybill
        payment.payer = "王芳"
        payment.receiptNumber = "R-HH07-000012"
        payment.tenderedFen = 2_000
        payment.changeFen = 795
        return payment
    }

    static func quote() -> QuoteFact {
        QuoteFact(
            totalFen: 1_205, currency: "CNY",
            lines: [
                ChargeLine(code: code("FREIGHT"), amountFen: 1_105),
                ChargeLine(code: code("PACKAGING"), amountFen: 100),
            ], actualGrams: 1_250, volumetricGrams: 500, chargeableGrams: 2_000, divisor: 6_000,
            payType: .prepaid, isAccepted: true)
    }

    static func problem() -> ProblemFact {
        var problem = ProblemFact(subject: .parcel(waybill), reason: .outerDamaged)
        problem.degree = "一角压坏"
        problem.packedBy = .sender
        problem.next = Code("INSPECT")
        return problem
    }

    static func refusal() -> RefusalFact {
        var refusal = RefusalFact(reason: .inspectionRefused)
        refusal.goods = Goods(itemName: "不明粉末", itemNature: "粉末", quantity: 1)
        refusal.sender = party()
        refusal.decision = Code("PROHIBITED")
        return refusal
    }

    static func code(_ text: String) -> Code {
        guard let code = Code(text) else { preconditionFailure("\(text) is no code") }
        return code
    }

    static func coder(_ encoding: PrinterEncoding = .gb18030) -> LetterCoder {
        LetterCoder(encoding) { character in
            String(character).data(using: String.Encoding(rawValue: 0x8000_0632)).map {
                [UInt8]($0)
            }
        }
    }
}
