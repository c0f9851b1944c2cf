import Domain

extension Party: RandomValue {
    static func random(from random: inout RandomValues) -> Party {
        var value = Party(
            name: random.text(max: 60), phone: random.text(max: 24), address: random.text(max: 200))
        value.company = random.maybe { $0.text(max: 100) }
        value.province = random.maybe { $0.text(max: 30) }
        value.city = random.maybe { $0.text(max: 30) }
        value.district = random.maybe { $0.text(max: 30) }
        value.agreementCustomerNumber = random.maybe { $0.identifier() }
        return value
    }
}

extension Goods: RandomValue {
    static func random(from random: inout RandomValues) -> Goods {
        var value = Goods(
            itemName: random.text(max: 60), itemNature: random.text(max: 40),
            quantity: random.positive())
        value.category = random.maybe { $0.code() }
        value.declaredValueFen = random.maybe { $0.integer() }
        value.isDangerous = random.maybe { $0.flag() }
        value.labels = random.list(max: 3) { $0.code() }
        value.isFragile = random.maybe { $0.flag() }
        value.keepsUpright = random.maybe { $0.flag() }
        value.keepsDry = random.maybe { $0.flag() }
        value.appearance = random.maybe { $0.text(max: 100) }
        value.temperature = random.maybe { $0.code() }
        value.volumeCubicCentimetres = random.maybe { $0.natural() }
        return value
    }
}

extension ParcelWeight: RandomValue {
    static func random(from random: inout RandomValues) -> ParcelWeight {
        var value = ParcelWeight(
            actualGrams: random.natural(), volumetricGrams: random.natural(),
            chargeableGrams: random.natural())
        value.lengthMillimetres = random.maybe { $0.natural() }
        value.widthMillimetres = random.maybe { $0.natural() }
        value.heightMillimetres = random.maybe { $0.natural() }
        value.source = random.maybe { $0.code() }
        return value
    }
}

extension Pieces: RandomValue {
    static func random(from random: inout RandomValues) -> Pieces {
        var value = Pieces(pieceCount: random.positive())
        value.waybillType = random.maybe { $0.word() }
        value.masterWaybillNumber = random.maybe { $0.parcel() }
        value.pieceIndex = random.maybe { $0.positive() }
        value.subWaybillNumbers = random.list(max: 3) { $0.parcel() }
        return value
    }
}

extension Services: RandomValue {
    static func random(from random: inout RandomValues) -> Services {
        var value = Services()
        value.isInsured = random.maybe { $0.flag() }
        value.insuranceAmountFen = random.maybe { $0.integer() }
        value.codAmountFen = random.maybe { $0.integer() }
        value.codAccount = random.maybe { $0.text(max: 64) }
        value.isCollect = random.maybe { $0.flag() }
        value.returnReceiptNumber = random.maybe { $0.parcel() }
        value.deliveryWindow = random.maybe { $0.value() }
        value.requiredBy = random.maybe { $0.natural() }
        value.place = random.maybe { $0.text(max: 100) }
        value.isLockerAllowed = random.maybe { $0.flag() }
        value.invoiceTitle = random.maybe { $0.text(max: 100) }
        value.card = random.maybe { $0.text(max: 200) }
        value.unmet = random.maybe { $0.text(max: 200) }
        value.notes = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension Charges: RandomValue {
    static func random(from random: inout RandomValues) -> Charges {
        var value = Charges(
            baseFen: random.integer(), totalFen: random.integer(), payType: random.word())
        value.extraFenByCode = random.amountsByCode()
        value.insuranceFeeFen = random.maybe { $0.integer() }
        value.codFeeFen = random.maybe { $0.integer() }
        value.packagingFen = random.maybe { $0.integer() }
        value.returnReceiptFen = random.maybe { $0.integer() }
        value.discountFen = random.maybe { $0.integer() }
        value.currency = random.maybe { $0.currency() }
        value.payMethod = random.maybe { $0.word() }
        value.paidAt = random.maybe { $0.natural() }
        value.receiptNumber = random.maybe { $0.text(max: 40) }
        return value
    }
}

extension Routing: RandomValue {
    static func random(from random: inout RandomValues) -> Routing {
        var value = Routing(originSite: random.identifier())
        value.destinationSite = random.maybe { $0.identifier() }
        value.destination = random.maybe { $0.text(max: 60) }
        value.sortCode = random.maybe { $0.text(max: 20) }
        value.bagMark = random.maybe { $0.text(max: 30) }
        return value
    }
}

extension Consent: RandomValue {
    static func random(from random: inout RandomValues) -> Consent {
        let value = Consent(
            givenBy: random.text(max: 60), channel: random.word(), givenAt: random.natural(),
            scope: random.word(), recordedBy: random.identifier())
        return value
    }
}

extension InspectionMark: RandomValue {
    static func random(from random: inout RandomValues) -> InspectionMark {
        var value = InspectionMark(
            site: random.identifier(), courier: random.identifier(), date: random.natural())
        value.number = random.maybe { $0.text(max: 40) }
        return value
    }
}

extension SignatureStrokes: RandomValue {
    static func random(from random: inout RandomValues) -> SignatureStrokes {
        let value = SignatureStrokes(format: random.word(), data: random.strokes())
        return value
    }
}

extension Money: RandomValue {
    static func random(from random: inout RandomValues) -> Money {
        let value = Money(
            amountFen: random.natural(), currency: random.currency(), method: random.word())
        return value
    }
}

extension ContactPoint: RandomValue {
    static func random(from random: inout RandomValues) -> ContactPoint {
        var value = ContactPoint()
        value.name = random.maybe { $0.text(max: 60) }
        value.phone = random.maybe { $0.text(max: 24) }
        value.address = random.maybe { $0.text(max: 200) }
        return value
    }
}

extension Binding: RandomValue {
    static func random(from random: inout RandomValues) -> Binding {
        var value = Binding()
        value.scanCount = random.maybe { $0.natural() }
        value.isKeyed = random.maybe { $0.flag() }
        return value
    }
}

extension TimeWindow: RandomValue {
    static func random(from random: inout RandomValues) -> TimeWindow {
        let value = TimeWindow(from: random.natural(), until: random.natural())
        return value
    }
}

extension ContactTry: RandomValue {
    static func random(from random: inout RandomValues) -> ContactTry {
        let value = ContactTry(at: random.natural(), channel: random.code(), outcome: random.code())
        return value
    }
}

extension Told: RandomValue {
    static func random(from random: inout RandomValues) -> Told {
        let value = Told(
            topics: random.list(max: 3) { $0.code() }, at: random.natural(), channel: random.code())
        return value
    }
}

extension ChargeLine: RandomValue {
    static func random(from random: inout RandomValues) -> ChargeLine {
        let value = ChargeLine(code: random.code(), amountFen: random.integer())
        return value
    }
}

extension PieceWeight: RandomValue {
    static func random(from random: inout RandomValues) -> PieceWeight {
        let value = PieceWeight(
            actualGrams: random.natural(), volumetricGrams: random.natural())
        return value
    }
}

extension ProhibitedHit: RandomValue {
    static func random(from random: inout RandomValues) -> ProhibitedHit {
        let value = ProhibitedHit(
            keyword: random.text(max: 30), category: random.code(), decision: random.code())
        return value
    }
}

extension Certificate: RandomValue {
    static func random(from random: inout RandomValues) -> Certificate {
        let value = Certificate(
            document: random.code(), number: random.text(max: 60), issuer: random.text(max: 60))
        return value
    }
}

extension AuthorityReport: RandomValue {
    static func random(from random: inout RandomValues) -> AuthorityReport {
        let value = AuthorityReport(
            code: random.code(), at: random.natural(), reference: random.text(max: 60))
        return value
    }
}

extension Notified: RandomValue {
    static func random(from random: inout RandomValues) -> Notified {
        let value = Notified(whom: random.code(), at: random.natural())
        return value
    }
}

extension NotifiedBy: RandomValue {
    static func random(from random: inout RandomValues) -> NotifiedBy {
        let value = NotifiedBy(whom: random.code(), at: random.natural(), channel: random.code())
        return value
    }
}

extension FieldChange: RandomValue {
    static func random(from random: inout RandomValues) -> FieldChange {
        let value = FieldChange(
            path: random.text(max: 60), old: random.text(max: 200), new: random.text(max: 200))
        return value
    }
}

extension CollectDue: RandomValue {
    static func random(from random: inout RandomValues) -> CollectDue {
        let value = CollectDue(purpose: random.word(), amountFen: random.natural())
        return value
    }
}

extension AddressFields: RandomValue {
    static func random(from random: inout RandomValues) -> AddressFields {
        var value = AddressFields(text: random.text(max: 200))
        value.name = random.maybe { $0.text(max: 60) }
        value.phone = random.maybe { $0.text(max: 24) }
        value.city = random.maybe { $0.text(max: 30) }
        value.district = random.maybe { $0.text(max: 30) }
        value.latitude = random.maybe { $0.integer() }
        value.longitude = random.maybe { $0.integer() }
        value.hint = random.maybe { $0.text(max: 100) }
        return value
    }
}

extension TaskContact: RandomValue {
    static func random(from random: inout RandomValues) -> TaskContact {
        let value = TaskContact(name: random.text(max: 60), phone: random.text(max: 24))
        return value
    }
}

extension TariffTerms: RandomValue {
    static func random(from random: inout RandomValues) -> TariffTerms {
        var value = TariffTerms(
            from: random.natural(), currency: random.currency(), firstGrams: random.positive(),
            stepGrams: random.positive(), divisor: random.positive(), rounding: random.code(),
            zones: random.list(max: 3) { $0.value() })
        value.until = random.maybe { $0.natural() }
        value.surcharges = random.amountsByCode()
        value.quoteValidHours = random.maybe { $0.natural() }
        value.volumetricMinSideMillimetres = random.maybe { $0.natural() }
        value.isRoundedPerPiece = random.maybe { $0.flag() }
        return value
    }
}

extension TariffZone: RandomValue {
    static func random(from random: inout RandomValues) -> TariffZone {
        let value = TariffZone(
            zone: random.code(), firstFeeFen: random.natural(), stepFeeFen: random.natural(),
            permille: random.natural())
        return value
    }
}

extension NumberRange: RandomValue {
    static func random(from random: inout RandomValues) -> NumberRange {
        let value = NumberRange(
            device: random.uuid(), first: random.parcel(), last: random.parcel(),
            check: random.word())
        return value
    }
}
