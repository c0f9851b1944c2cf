import Domain
import ReferenceData
import Testing

/// Forms that pass, for tests that break one thing at a time.
enum RuleSamples {
    /// 2026-11-11 00:00 at UTC+8.
    static let now = 1_794_326_400_000

    static func context(
        _ values: [String: ConfigValue] = [:],
        tariff: (citation: TariffCitation, terms: TariffTerms)? = nil
    ) -> RuleContext {
        RuleContext(
            tables: ReferenceData.tables, config: StationConfig(id: "WH01", values: values),
            tariff: tariff, station: "WH01", courier: "C001", now: now, offsetMinutes: 480)
    }

    static let documentNumber = "11010519491231002X"

    static var identity: IdentityForm {
        var identity = IdentityForm()
        identity.documentType = .residentId
        identity.number = documentNumber
        identity.method = .manual
        identity.personMatches = true
        identity.goodsMatch = true
        return identity
    }

    /// 1200 g from the sender's door to another province: 13 + 8 CNY.
    static var pickup: PickupForm {
        get throws {
            var form = PickupForm()
            form.sender = Party(name: "张三", phone: "13800000000", address: "威海市文化西路1号")
            form.recipient = Party(name: "李四", phone: "0631-0000000", address: "济南市经十路2号")
            form.itemName = "书"
            form.itemNature = "印刷品"
            form.quantity = 3
            form.isNoticeGiven = true
            form.identity = identity
            form.inspection = .done
            form.isDeclarationTrue = true
            form.packedBy = .sender
            form.isPackagingFit = true
            form.price.grams = 1200
            form.price.size = ParcelSize("300x200x100")
            form.price.zone = Code("STANDARD")
            form.price.cover = .declined
            form.price.payType = .prepaid
            form.acceptance = .accepted(fen: 2100)
            form.payments = [PaymentForm(method: .cash, tenderedFen: 5000)]
            form.isMarked = true
            form.label = .scanned("EX0000000000012", "ex0000000000012")
            return form
        }
    }

    static var parcel: Parcel {
        var parcel = Parcel(
            id: "EX0000000000012", stage: .outForDelivery, custody: .person("C001"))
        parcel.recipient = Party(name: "李四", phone: "13900000000", address: "济南市经十路2号")
        return parcel
    }

    static var signature: DrawnSignature {
        DrawnSignature(
            strokes: SignatureStrokes(format: .strokes1, data: "AAAA"), pointCount: 40)
    }

    static var delivery: DeliveryForm {
        var form = DeliveryForm(parcel: parcel)
        form.reading = .scanned("EX0000000000012")
        form.outer = .intact
        form.recipientCheck = [.name, .phoneTail]
        form.isToldToInspect = true
        form.condition = .intact
        form.proof = .recipient
        form.signature = signature
        return form
    }

    static var consent: Consent {
        Consent(
            givenBy: "李四", channel: .call, givenAt: now - 60_000, scope: .thisParcel,
            recordedBy: "C001")
    }
}
