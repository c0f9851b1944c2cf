import Domain
import SyncProtocol

/// The facts of a courier's work, parcel after parcel: identity, check, quote, payment, pickup and
/// delivery, each with the fields that a courier fills.
struct BenchFacts {
    private var parcel: Int
    private var ids: [String] = []

    /// Each handheld has parcels of its own.
    init(firstParcel: Int = 0) { parcel = firstParcel }

    private static let stepCount = 6

    /// The next fact.
    func next() -> FactStep {
        let draft = draft(ids.count)
        return { _ in draft }
    }

    /// The draft that the next fact is recorded from.
    var draftID: String { "\(waybill)-\(ids.count)" }

    /// The id that it got.
    mutating func recorded(_ id: String) {
        ids.append(id)
        guard ids.count == BenchFacts.stepCount else { return }
        ids = []
        parcel += 1
    }

    private var waybill: String {
        let digits = String(parcel)
        return "WB" + String(repeating: "0", count: 11 - digits.count) + digits
    }

    private func draft(_ step: Int) -> FactDraft {
        let payload: FactPayload =
            switch step {
            case 0: .identity(identity)
            case 1: .check(check)
            case 2: .quote(quote)
            case 3: .payment(payment)
            case 4: .pickup(pickup)
            default: .deliver(delivery)
            }
        return FactDraft(payload, subject: EntityReference(.parcel, waybill))
    }

    private var identity: IdentityFact {
        var fact = IdentityFact(
            who: .sender, documentType: .residentId, method: .read, result: .pass)
        fact.parcel = waybill
        fact.masked = "110***********002X"
        fact.personMatches = true
        fact.goodsMatch = true
        fact.identityCode = String(repeating: "5e", count: 32)
        return fact
    }

    private var check: CheckFact {
        var fact = CheckFact(
            parcel: waybill, occasion: .acceptance, result: .pass, decision: .nothing,
            isContentsInspected: true, isDeclarationTrue: true, isSenderTold: true,
            catalogueVersion: 1)
        fact.inspectionMark = InspectionMark(
            site: "HZ0931", courier: BenchServer.person, date: 20_261_125)
        fact.quantity = "3 本"
        return fact
    }

    private var quote: QuoteFact {
        var fact = QuoteFact(
            totalFen: 1_250, currency: "CNY",
            lines: [
                ChargeLine(code: code("FIRST"), amountFen: 1_000),
                ChargeLine(code: code("STEP"), amountFen: 200),
                ChargeLine(code: code("PACKAGING"), amountFen: 50),
            ], actualGrams: 1_250, volumetricGrams: 1_000, chargeableGrams: 1_250, divisor: 6_000,
            payType: .prepaid, isAccepted: true)
        fact.parcel = waybill
        fact.zone = code("SAME_CITY")
        fact.firstGrams = 1_000
        fact.stepGrams = 500
        return fact
    }

    private var payment: PaymentFact {
        var fact = PaymentFact(
            money: Money(amountFen: 1_250, currency: "CNY", method: .cash),
            charge: FactCode.madeID(ids.count > 2 ? ids[2] : ""), purpose: .freight, state: .taken)
        fact.parcel = waybill
        fact.tenderedFen = 2_000
        fact.changeFen = 750
        fact.receiptNumber = "HZ0931-07-\(parcel)"
        return fact
    }

    private var pickup: PickupFact {
        var fact = PickupFact(
            parcel: waybill, source: .walkIn, sender: party("王芳", "文三路259号昌地火炬大厦1号楼"),
            recipient: party("李强", "科技园北区12栋402"),
            goods: Goods(itemName: "图书", itemNature: "印刷品", quantity: 3),
            weight: ParcelWeight(
                actualGrams: 1_250, volumetricGrams: 1_000, chargeableGrams: 1_250),
            packedBy: .courier, isNoticeGiven: true)
        fact.quote = ids.count > 2 ? ids[2] : nil
        fact.payments = ids.count > 3 ? [ids[3]] : []
        return fact
    }

    private var delivery: DeliverFact {
        var fact = DeliverFact(
            parcel: waybill, proofType: .recipient, condition: .intact,
            evidence: [code("SIGNATURE")])
        fact.signer = "李强"
        fact.isRecipientSelf = true
        fact.signature = SignatureStrokes(format: .strokes1, data: BenchFacts.strokes)
        return fact
    }

    private func party(_ name: String, _ address: String) -> Party {
        var party = Party(name: name, phone: "13800005521", address: address)
        party.province = "浙江"
        party.city = "杭州"
        return party
    }

    private func code(_ text: String) -> Code { Code(text) ?? .nothing }

    /// A name written with a finger: three strokes of thirty points.
    private static let strokes: String = {
        let strokes = (0..<3).map { stroke in
            (0..<30).map { point in
                Strokes.Point(x: 40 + stroke * 120 + point * 3, y: 80 + (point * 7) % 40)
            }
        }
        return Strokes(width: 480, height: 160, strokes: strokes)?.encoded ?? ""
    }()
}
