import Domain

extension Party: WireRecord {
    static var blank: Party {
        Party(name: "", phone: "", address: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("name", &name, .text(TextLimit.name))
        try fields.need("phone", &phone, .text(TextLimit.phone))
        try fields.need("address", &address, .text(TextLimit.note))
        try fields.may("company", &company, .text(TextLimit.line))
        try fields.may("province", &province, .text(TextLimit.word))
        try fields.may("city", &city, .text(TextLimit.word))
        try fields.may("district", &district, .text(TextLimit.word))
        try fields.may("agreement_customer_number", &agreementCustomerNumber, .identifier)
    }
}

extension Goods: WireRecord {
    static var blank: Goods {
        Goods(itemName: "", itemNature: "", quantity: 1)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("item_name", &itemName, .text(TextLimit.name))
        try fields.need("item_nature", &itemNature, .text(TextLimit.number))
        try fields.need("quantity", &quantity, .positive)
        try fields.may("category", &category, .code)
        try fields.may("declared_value_fen", &declaredValueFen, .fen)
        try fields.may("dangerous", &isDangerous, .flag)
        try fields.may("labels", &labels, or: [], .list(of: .code, max: ListLimit.entries))
        try fields.may("fragile", &isFragile, .flag)
        try fields.may("keep_upright", &keepsUpright, .flag)
        try fields.may("keep_dry", &keepsDry, .flag)
        try fields.may("appearance", &appearance, .text(TextLimit.line))
        try fields.may("temperature", &temperature, .code)
        try fields.may("volume_cm3", &volumeCubicCentimetres, .natural)
    }
}

extension ParcelWeight: WireRecord {
    static var blank: ParcelWeight {
        ParcelWeight(actualGrams: 0, volumetricGrams: 0, chargeableGrams: 0)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("actual_g", &actualGrams, .natural)
        try fields.need("volumetric_g", &volumetricGrams, .natural)
        try fields.need("chargeable_g", &chargeableGrams, .natural)
        try fields.may("length_mm", &lengthMillimetres, .natural)
        try fields.may("width_mm", &widthMillimetres, .natural)
        try fields.may("height_mm", &heightMillimetres, .natural)
        try fields.may("src", &source, .code)
    }
}

extension Pieces: WireRecord {
    static var blank: Pieces {
        Pieces(pieceCount: 1)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("piece_count", &pieceCount, .positive)
        try fields.may("waybill_type", &waybillType, .word)
        try fields.may("master_waybill_number", &masterWaybillNumber, .parcel)
        try fields.may("piece_index", &pieceIndex, .positive)
        try fields.may(
            "subs", &subWaybillNumbers, or: [], .list(of: .parcel, max: ListLimit.parcels))
    }
}

extension Services: WireRecord {
    static var blank: Services {
        Services()
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.may("insured", &isInsured, .flag)
        try fields.may("insurance_amount_fen", &insuranceAmountFen, .fen)
        try fields.may("cod_amount_fen", &codAmountFen, .fen)
        try fields.may("cod_account", &codAccount, .text(TextLimit.account))
        try fields.may("collect", &isCollect, .flag)
        try fields.may("return_receipt", &returnReceiptNumber, .parcel)
        try fields.may("delivery_window", &deliveryWindow, .tuple)
        try fields.may("required_by", &requiredBy, .milliseconds)
        try fields.may("place", &place, .text(TextLimit.line))
        try fields.may("locker_allowed", &isLockerAllowed, .flag)
        try fields.may("invoice_title", &invoiceTitle, .text(TextLimit.line))
        try fields.may("card", &card, .text(TextLimit.note))
        try fields.may("unmet", &unmet, .text(TextLimit.note))
        try fields.may("notes", &notes, .text(TextLimit.note))
    }
}

extension Charges: WireRecord {
    static var blank: Charges {
        Charges(baseFen: 0, totalFen: 0, payType: PayType.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("base_fen", &baseFen, .fen)
        try fields.need("total_fen", &totalFen, .fen)
        try fields.need("pay_type", &payType, .word)
        try fields.may("extra_fen_by_code", &extraFenByCode, or: [:], .amountByCode)
        try fields.may("insurance_fee_fen", &insuranceFeeFen, .fen)
        try fields.may("cod_fee_fen", &codFeeFen, .fen)
        try fields.may("packaging_fen", &packagingFen, .fen)
        try fields.may("return_receipt_fen", &returnReceiptFen, .fen)
        try fields.may("discount_fen", &discountFen, .fen)
        try fields.may("cur", &currency, .currency)
        try fields.may("pay_method", &payMethod, .word)
        try fields.may("paid_at", &paidAt, .milliseconds)
        try fields.may("receipt_number", &receiptNumber, .text(TextLimit.number))
    }
}

extension Routing: WireRecord {
    static var blank: Routing {
        Routing(originSite: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("origin_site", &originSite, .identifier)
        try fields.may("destination_site", &destinationSite, .identifier)
        try fields.may("destination", &destination, .text(TextLimit.name))
        try fields.may("sort_code", &sortCode, .text(TextLimit.sortCode))
        try fields.may("bag_mark", &bagMark, .text(TextLimit.word))
    }
}

extension Consent: WireRecord {
    static var blank: Consent {
        Consent(
            givenBy: "", channel: ConsentChannel.allCases[0], givenAt: 0,
            scope: ConsentScope.allCases[0], recordedBy: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("given_by", &givenBy, .text(TextLimit.name))
        try fields.need("channel", &channel, .word)
        try fields.need("given_at", &givenAt, .milliseconds)
        try fields.need("scope", &scope, .word)
        try fields.need("recorded_by", &recordedBy, .identifier)
    }
}

extension InspectionMark: WireRecord {
    static var blank: InspectionMark {
        InspectionMark(site: "", courier: "", date: 0)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("site", &site, .identifier)
        try fields.need("courier", &courier, .identifier)
        try fields.need("date", &date, .natural)
        try fields.may("number", &number, .text(TextLimit.number))
    }
}

extension SignatureStrokes: WireRecord {
    static var blank: SignatureStrokes {
        SignatureStrokes(format: SignatureFormat.allCases[0], data: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("fmt", &format, .word)
        try fields.need("data", &data, .strokes)
    }
}

extension Money: WireRecord {
    static var blank: Money {
        Money(amountFen: 0, currency: "", method: PaymentMethod.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("amount", &amountFen, .fenNotNegative)
        try fields.need("cur", &currency, .currency)
        try fields.need("method", &method, .word)
    }
}

extension ContactPoint: WireRecord {
    static var blank: ContactPoint {
        ContactPoint()
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.may("name", &name, .text(TextLimit.name))
        try fields.may("phone", &phone, .text(TextLimit.phone))
        try fields.may("address", &address, .text(TextLimit.note))
    }
}

extension Binding: WireRecord {
    static var blank: Binding {
        Binding()
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.may("scans", &scanCount, .natural)
        try fields.may("keyed", &isKeyed, .flag)
    }
}

extension TimeWindow: WireTuple {
    static var blank: TimeWindow {
        TimeWindow(from: 0, until: 0)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&from, .milliseconds)
        try elements.next(&until, .milliseconds)
    }
}

extension ContactTry: WireTuple {
    static var blank: ContactTry {
        ContactTry(at: 0, channel: .nothing, outcome: .nothing)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&at, .milliseconds)
        try elements.next(&channel, .code)
        try elements.next(&outcome, .code)
    }
}

extension Told: WireTuple {
    static var blank: Told {
        Told(topics: [], at: 0, channel: .nothing)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&topics, .list(of: .code, max: ListLimit.entries))
        try elements.next(&at, .milliseconds)
        try elements.next(&channel, .code)
    }
}

extension ChargeLine: WireTuple {
    static var blank: ChargeLine {
        ChargeLine(code: .nothing, amountFen: 0)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&code, .code)
        try elements.next(&amountFen, .fen)
    }
}

extension PieceWeight: WireTuple {
    static var blank: PieceWeight {
        PieceWeight(actualGrams: 0, volumetricGrams: 0)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&actualGrams, .natural)
        try elements.next(&volumetricGrams, .natural)
    }
}

extension ProhibitedHit: WireTuple {
    static var blank: ProhibitedHit {
        ProhibitedHit(keyword: "", category: .nothing, decision: .nothing)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&keyword, .text(TextLimit.word))
        try elements.next(&category, .code)
        try elements.next(&decision, .code)
    }
}

extension Certificate: WireTuple {
    static var blank: Certificate {
        Certificate(document: .nothing, number: "", issuer: "")
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&document, .code)
        try elements.next(&number, .text(TextLimit.name))
        try elements.next(&issuer, .text(TextLimit.name))
    }
}

extension AuthorityReport: WireTuple {
    static var blank: AuthorityReport {
        AuthorityReport(code: .nothing, at: 0, reference: "")
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&code, .code)
        try elements.next(&at, .milliseconds)
        try elements.next(&reference, .text(TextLimit.name))
    }
}

extension Notified: WireTuple {
    static var blank: Notified {
        Notified(whom: .nothing, at: 0)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&whom, .code)
        try elements.next(&at, .milliseconds)
    }
}

extension NotifiedBy: WireTuple {
    static var blank: NotifiedBy {
        NotifiedBy(whom: .nothing, at: 0, channel: .nothing)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&whom, .code)
        try elements.next(&at, .milliseconds)
        try elements.next(&channel, .code)
    }
}

extension FieldChange: WireTuple {
    static var blank: FieldChange {
        FieldChange(path: "", old: "", new: "")
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&path, .text(TextLimit.name))
        try elements.next(&old, .text(TextLimit.note))
        try elements.next(&new, .text(TextLimit.note))
    }
}

extension CollectDue: WireTuple {
    static var blank: CollectDue {
        CollectDue(purpose: ChargePurpose.allCases[0], amountFen: 0)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&purpose, .word)
        try elements.next(&amountFen, .fenNotNegative)
    }
}
