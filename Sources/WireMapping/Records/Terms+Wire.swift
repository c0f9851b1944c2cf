import Domain

extension AddressFields: WireRecord {
    static var blank: AddressFields {
        AddressFields(text: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("text", &text, .text(TextLimit.note))
        try fields.may("name", &name, .text(TextLimit.name))
        try fields.may("phone", &phone, .text(TextLimit.phone))
        try fields.may("city", &city, .text(TextLimit.word))
        try fields.may("district", &district, .text(TextLimit.word))
        try fields.may("lat", &latitude, .integer)
        try fields.may("lon", &longitude, .integer)
        try fields.may("hint", &hint, .text(TextLimit.line))
    }
}

extension TaskContact: WireTuple {
    static var blank: TaskContact {
        TaskContact(name: "", phone: "")
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&name, .text(TextLimit.name))
        try elements.next(&phone, .text(TextLimit.phone))
    }
}

extension TariffTerms: WireRecord {
    static var blank: TariffTerms {
        TariffTerms(
            from: 0, currency: "", firstGrams: 1, stepGrams: 1, divisor: 1, rounding: .nothing,
            zones: [])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("from", &from, .milliseconds)
        try fields.may("to", &until, .milliseconds)
        try fields.need("cur", &currency, .currency)
        try fields.need("first_g", &firstGrams, .positive)
        try fields.need("step_g", &stepGrams, .positive)
        try fields.need("divisor", &divisor, .positive)
        try fields.need("rounding", &rounding, .code)
        try fields.need("zones", &zones, .list(of: .tuple, max: ListLimit.lines))
        try fields.may("surcharges", &surcharges, or: [:], .amountByCode)
        try fields.may("valid_hours", &quoteValidHours, .natural)
        try fields.may("min_side_mm", &volumetricMinSideMillimetres, .natural)
        try fields.may("per_piece", &isRoundedPerPiece, .flag)
    }
}

extension TariffZone: WireTuple {
    static var blank: TariffZone {
        TariffZone(zone: .nothing, firstFeeFen: 0, stepFeeFen: 0, permille: 0)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&zone, .code)
        try elements.next(&firstFeeFen, .fenNotNegative)
        try elements.next(&stepFeeFen, .fenNotNegative)
        try elements.next(&permille, .natural)
    }
}

extension NumberRange: WireRecord {
    static var blank: NumberRange {
        NumberRange(device: "", first: "", last: "", check: CheckDigitScheme.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("dev", &device, .uuid)
        try fields.need("first", &first, .parcel)
        try fields.need("last", &last, .parcel)
        try fields.need("check", &check, .word)
    }
}
