import Domain

extension IdentityFact: WireRecord {
    static var blank: IdentityFact {
        IdentityFact(
            who: IdentityParty.allCases[0], documentType: DocumentType.allCases[0],
            method: IdentityMethod.allCases[0], result: IdentityResult.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("who", &who, .word)
        try fields.need("doc_type", &documentType, .word)
        try fields.need("method", &method, .word)
        try fields.need("result", &result, .word)
        try fields.may("parcel", &parcel, .parcel)
        try fields.may("masked", &masked, .text(TextLimit.phone))
        try fields.may("match_person", &personMatches, .flag)
        try fields.may("match_goods", &goodsMatch, .flag)
        try fields.may("exempt", &exemption, .word)
        try fields.may("agreement_number", &agreementNumber, .text(TextLimit.number))
        try fields.may(
            "unified_social_credit_code", &unifiedSocialCreditCode, .text(TextLimit.creditCode))
        try fields.may("id_mac", &identityCode, .hex64)
    }
}

extension CheckFact: WireRecord {
    static var blank: CheckFact {
        CheckFact(
            parcel: "", occasion: CheckOccasion.allCases[0], result: CheckResult.allCases[0],
            decision: .nothing, isContentsInspected: false, isDeclarationTrue: false,
            isSenderTold: false, catalogueVersion: 0)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("parcel", &parcel, .parcel)
        try fields.need("when", &occasion, .word)
        try fields.need("result", &result, .word)
        try fields.need("decision", &decision, .code)
        try fields.need("contents_inspected", &isContentsInspected, .flag)
        try fields.need("declaration_match", &isDeclarationTrue, .flag)
        try fields.need("told", &isSenderTold, .flag)
        try fields.need("rules", &catalogueVersion, .natural)
        try fields.may("opened_by", &openedBy, .code)
        try fields.may("hits", &hits, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("quantity", &quantity, .text(TextLimit.name))
        try fields.may(
            "certificates", &certificates, or: [], .list(of: .tuple, max: ListLimit.certificates))
        try fields.may("approved_by", &approvedBy, .identifier)
        try fields.may("inspection_mark", &inspectionMark, .record)
        try fields.may("security_mark", &securityMark, .text(TextLimit.number))
        try fields.may("action", &action, .code)
        try fields.may("reported", &reported, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("note", &note, .text(TextLimit.note))
    }
}

extension QuoteFact: WireRecord {
    static var blank: QuoteFact {
        QuoteFact(
            totalFen: 0, currency: "", lines: [], actualGrams: 0, volumetricGrams: 0,
            chargeableGrams: 0, divisor: 0, payType: PayType.allCases[0], isAccepted: false)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("total_fen", &totalFen, .fen)
        try fields.need("cur", &currency, .currency)
        try fields.need("lines", &lines, .list(of: .tuple, max: ListLimit.lines))
        try fields.need("actual_g", &actualGrams, .natural)
        try fields.need("volumetric_g", &volumetricGrams, .natural)
        try fields.need("chargeable_g", &chargeableGrams, .natural)
        try fields.need("divisor", &divisor, .natural)
        try fields.need("pay_type", &payType, .word)
        try fields.need("accepted", &isAccepted, .flag)
        try fields.may("parcel", &parcel, .parcel)
        try fields.may("origin", &origin, .text(TextLimit.name))
        try fields.may("destination", &destination, .text(TextLimit.name))
        try fields.may("zone", &zone, .code)
        try fields.may("product_code", &productCode, .code)
        try fields.may("distance_km", &distanceKilometres, .natural)
        try fields.may("first_g", &firstGrams, .natural)
        try fields.may("step_g", &stepGrams, .natural)
        try fields.may("units", &units, .natural)
        try fields.may("first_fee_fen", &firstFeeFen, .fen)
        try fields.may("step_fee_fen", &stepFeeFen, .fen)
        try fields.may("zone_permille", &zonePermille, .natural)
        try fields.may("rounding", &rounding, .code)
        try fields.may("pieces", &pieces, or: [], .list(of: .tuple, max: ListLimit.parcels))
        try fields.may("discount_code", &discountCode, .text(TextLimit.sortCode))
        try fields.may("valid_until", &validUntil, .milliseconds)
        try fields.may("promise_at", &promiseAt, .milliseconds)
        try fields.may("pickup_at", &pickupAt, .milliseconds)
        try fields.may("told", &told, or: [], .list(of: .tuple, max: ListLimit.entries))
    }
}

extension PickupFact: WireRecord {
    static var blank: PickupFact {
        PickupFact(
            parcel: "", source: PickupSource.allCases[0], sender: .blank, recipient: .blank,
            goods: .blank, weight: .blank, packedBy: PackedBy.allCases[0], isNoticeGiven: false)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("parcel", &parcel, .parcel)
        try fields.need("source", &source, .word)
        try fields.need("sender", &sender, .record)
        try fields.need("recipient", &recipient, .record)
        try fields.need("goods", &goods, .record)
        try fields.need("weight", &weight, .record)
        try fields.need("packed_by", &packedBy, .word)
        try fields.need("notice_given", &isNoticeGiven, .flag)
        try fields.may("order_number", &orderNumber, .text(TextLimit.number))
        try fields.may("carrier_code", &carrierCode, .code)
        try fields.may("product_code", &productCode, .code)
        try fields.may("created_at", &createdAt, .milliseconds)
        try fields.may("routing", &routing, .record)
        try fields.may("pieces", &pieces, .record)
        try fields.may("services", &services, .record)
        try fields.may("charges", &charges, .record)
        try fields.may("identity", &identity, .hex64)
        try fields.may("check", &check, .hex64)
        try fields.may("quote", &quote, .hex64)
        try fields.may("payments", &payments, or: [], .list(of: .hex64, max: ListLimit.evidence))
        try fields.may("bound", &binding, .record)
        try fields.may("packaging_ok", &isPackagingFit, .flag)
        try fields.may("packaging_code", &packagingCode, .code)
        try fields.may("inspection_mark", &inspectionMark, .record)
        try fields.may("security_mark", &securityMark, .text(TextLimit.number))
        try fields.may("contact", &contact, .record)
        try fields.may("appointment_from", &appointmentFrom, .milliseconds)
        try fields.may("appointment_until", &appointmentUntil, .milliseconds)
        try fields.may("arrived_at", &arrivedAt, .milliseconds)
        try fields.may("customs", &customs, or: [], .list(of: .code, max: ListLimit.entries))
        try fields.may("exempt", &exemption, .code)
        try fields.may("told", &told, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("note", &note, .text(TextLimit.note))
    }
}

extension RefusalFact: WireRecord {
    static var blank: RefusalFact {
        RefusalFact(reason: RefusalReason.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("reason", &reason, .word)
        try fields.may("parcel", &parcel, .parcel)
        try fields.may("goods", &goods, .record)
        try fields.may("sender", &sender, .record)
        try fields.may("decision", &decision, .code)
        try fields.may("rules", &catalogueVersion, .natural)
        try fields.may("told", &told, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("told_whom", &notified, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("next", &next, .code)
        try fields.may("retry_from", &retryFrom, .milliseconds)
        try fields.may("retry_until", &retryUntil, .milliseconds)
        try fields.may("contacts", &contacts, or: [], .list(of: .tuple, max: ListLimit.contacts))
        try fields.may("note", &note, .text(TextLimit.note))
    }
}
