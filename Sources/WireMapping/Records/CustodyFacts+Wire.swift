import Domain

extension ReturnFact: WireRecord {
    static var blank: ReturnFact {
        ReturnFact(parcel: "", step: ReturnStep.allCases[0], reason: .customerWish)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("parcel", &parcel, .parcel)
        try fields.need("step", &step, .word)
        try fields.need("reason", &reason, .word)
        try fields.may("freight_by", &freightBy, .code)
        try fields.may("advance_fen", &advanceFen, .fen)
        try fields.may("return_parcel", &returnParcel, .parcel)
        try fields.may("replacement", &replacement, .parcel)
        try fields.may("exchange", &exchange, .text(TextLimit.line))
        try fields.may("customer_id", &customerID, .identifier)
        try fields.may("contact", &contact, .text(TextLimit.name))
        try fields.may(
            "form_numbers", &formNumbers, or: [],
            .list(of: .text(TextLimit.number), max: ListLimit.evidence))
        try fields.may("given_to", &givenTo, .identifier)
        try fields.may("parcel_back", &isParcelBack, .flag)
        try fields.may("checked_by", &checkedBy, .identifier)
        try fields.may("signer", &signer, .text(TextLimit.name))
        try fields.may("sig", &signature, .record)
        try fields.may("approved_by", &approvedBy, .identifier)
        try fields.may("note", &note, .text(TextLimit.note))
    }
}

extension HandoverFact: WireRecord {
    static var blank: HandoverFact {
        HandoverFact(
            number: "", side: HandoverSide.allCases[0], taker: EntityReference(.person, ""),
            reason: HandoverReason.allCases[0], parcels: [], count: 0)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("number", &number, .identifier)
        try fields.need("side", &side, .word)
        try fields.need("other", &taker, .reference(.person, .station))
        try fields.need("why", &reason, .word)
        try fields.need("parcels", &parcels, .list(of: .parcel, max: ListLimit.handed))
        try fields.need("count", &count, .natural)
        try fields.may(
            "problems", &problems, or: [], .list(of: .identifier, max: ListLimit.parcels))
        try fields.may("tasks", &tasks, or: [], .list(of: .identifier, max: ListLimit.parcels))
        try fields.may(
            "open", &open, or: [], .list(of: .text(TextLimit.name), max: ListLimit.entries))
        try fields.may("cash", &cashFen, or: [:], .amountByCurrency)
        try fields.may("tag", &tag, .text(TextLimit.word))
        try fields.may("bag", &bag, .text(TextLimit.word))
        try fields.may("condition", &condition, .code)
        try fields.may("pin", &hasPIN, .flag)
        try fields.may("missing", &missing, or: [], .list(of: .parcel, max: ListLimit.handed))
        try fields.may("extra", &extra, or: [], .list(of: .parcel, max: ListLimit.handed))
        try fields.may("parts", &part, .tuple)
        try fields.may("note", &note, .text(TextLimit.note))
    }
}

extension PartOf: WireTuple {
    static var blank: PartOf {
        PartOf(index: 1, count: 1)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&index, .positive)
        try elements.next(&count, .positive)
    }
}

extension ScanFact: WireRecord {
    static var blank: ScanFact {
        ScanFact(parcel: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("parcel", &parcel, .parcel)
        try fields.may("event", &event, .word)
        try fields.may("ops", &operation, .code)
        try fields.may("batch", &batch, .identifier)
        try fields.may("at", &station, .identifier)
        try fields.may("pre", &preCheck, .code)
        try fields.may("keyed", &isKeyed, .flag)
        try fields.may("place_in_batch", &placeInBatch, .positive)
        try fields.may("to", &destination, .identifier)
        try fields.may("security_mark", &securityMark, .text(TextLimit.number))
        try fields.may("reason", &reason, .code)
    }
}

extension ReweighFact: WireRecord {
    static var blank: ReweighFact {
        ReweighFact(parcel: "", weight: .blank)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("parcel", &parcel, .parcel)
        try fields.need("weight", &weight, .record)
        try fields.may("at", &station, .identifier)
    }
}

extension ShiftOpenFact: WireRecord {
    static var blank: ShiftOpenFact {
        ShiftOpenFact(shift: "", site: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("shift", &shift, .text(TextLimit.sortCode))
        try fields.need("site", &site, .identifier)
        try fields.may("checks", &checks, or: [:], .checks)
        try fields.may("declared", &declared, or: [], .list(of: .code, max: ListLimit.entries))
        try fields.may("float", &floatFen, or: [:], .amountByCurrency)
        try fields.may("carried", &carried, or: [], .list(of: .parcel, max: ListLimit.handed))
        try fields.may("vehicle", &vehicle, .text(TextLimit.sortCode))
        try fields.may("overtime_by", &overtimeBy, .identifier)
    }
}

extension ShiftCloseFact: WireRecord {
    static var blank: ShiftCloseFact {
        ShiftCloseFact(shift: "", parcelCount: 0)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("shift", &shift, .text(TextLimit.sortCode))
        try fields.need("parcels", &parcelCount, .natural)
        try fields.may("left", &left, or: [], .list(of: .tuple, max: ListLimit.handed))
        try fields.may("counts", &counts, or: [:], .countByCode)
        try fields.may("cash", &cashFen, or: [:], .amountByCurrency)
        try fields.may(
            "open", &open, or: [], .list(of: .text(TextLimit.name), max: ListLimit.entries))
    }
}

extension LeftParcel: WireTuple {
    static var blank: LeftParcel {
        LeftParcel(parcel: "", reason: .nothing)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&parcel, .parcel)
        try elements.next(&reason, .code)
    }
}

extension ConsentFact: WireRecord {
    static var blank: ConsentFact {
        ConsentFact(consent: .blank, ways: [], state: ConsentState.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("consent", &consent, .record)
        try fields.need("what", &ways, .list(of: .word, max: ListLimit.evidence))
        try fields.need("state", &state, .word)
        try fields.may("parcel", &parcel, .parcel)
        try fields.may("phone_tail", &phoneTail, .text(TextLimit.phoneTail))
    }
}
