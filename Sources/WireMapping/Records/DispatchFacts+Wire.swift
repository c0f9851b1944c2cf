import Domain

extension TaskChangeFact: WireRecord {
    static var blank: TaskChangeFact {
        TaskChangeFact(task: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("task", &task, .identifier)
        try fields.may("parcels", &parcels, .list(of: .parcel, max: ListLimit.parcels))
        try fields.may("order_number", &orderNumber, .text(TextLimit.number))
        try fields.may("addr", &addressID, .identifier)
        try fields.may("contact", &contact, .tuple)
        try fields.may("from", &from, .milliseconds)
        try fields.may("until", &until, .milliseconds)
        try fields.may("promise", &promiseAt, .milliseconds)
        try fields.may("stop", &stopOrder, .positive)
        try fields.may("prio", &isUrgent, .flag)
        try fields.may("need", &neededEvidence, .list(of: .code, max: ListLimit.evidence))
        try fields.may("quote_fen", &quoteFen, .fen)
        try fields.may("cur", &currency, .currency)
        try fields.may("note", &note, .text(TextLimit.note))
    }
}

extension AddressChangeFact: WireRecord {
    static var blank: AddressChangeFact {
        AddressChangeFact(addressID: "", address: .blank)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("addr", &addressID, .identifier)
        try address.visit(&fields)
        try fields.may("parcel", &parcel, .parcel)
        try fields.may("fee_charge", &feeCharge, .identifier)
    }
}

extension ChargePriceFact: WireRecord {
    static var blank: ChargePriceFact {
        ChargePriceFact(charge: "", dueFen: 0, from: 0, reason: .nothing)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("charge", &charge, .identifier)
        try fields.need("due_fen", &dueFen, .fenNotNegative)
        try fields.may("lines", &lines, or: [], .list(of: .tuple, max: ListLimit.lines))
        try fields.need("from_ms", &from, .milliseconds)
        try fields.need("reason", &reason, .code)
    }
}

extension ParcelInterceptFact: WireRecord {
    static var blank: ParcelInterceptFact {
        ParcelInterceptFact(parcel: "", reason: .nothing, order: InterceptOrder.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("parcel", &parcel, .parcel)
        try fields.need("reason", &reason, .code)
        try fields.need("what", &order, .word)
        try fields.may("prohibited", &isProhibited, .flag)
    }
}

extension ParcelReleaseFact: WireRecord {
    static var blank: ParcelReleaseFact {
        ParcelReleaseFact(parcel: "", reason: .nothing)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("parcel", &parcel, .parcel)
        try fields.need("reason", &reason, .code)
    }
}

extension AdjustmentFact: WireRecord {
    static var blank: AdjustmentFact {
        AdjustmentFact(charge: "", amountFen: 0, currency: "", reason: .nothing)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("charge", &charge, .identifier)
        try fields.need("amount", &amountFen, .fen)
        try fields.need("cur", &currency, .currency)
        try fields.need("reason", &reason, .code)
        try fields.may("rule", &rule, .text(TextLimit.rule))
    }
}

extension CaseResolveFact: WireRecord {
    static var blank: CaseResolveFact {
        CaseResolveFact(caseID: "", version: 1, option: .nothing)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("case", &caseID, .identifier)
        try fields.need("v", &version, .positive)
        try fields.need("option", &option, .code)
        try fields.may("note", &note, .text(TextLimit.note))
        try fields.may("postings", &postings, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("cur", &currency, .currency)
    }
}

extension DecidedPosting: WireTuple {
    static var blank: DecidedPosting {
        DecidedPosting(account: .suspense, amountFen: 0)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&account, .account)
        try elements.next(&amountFen, .fen)
    }
}

extension StreamCloseFact: WireRecord {
    static var blank: StreamCloseFact {
        StreamCloseFact(stream: "", at: 0, reason: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("stream", &stream, .uuid)
        try fields.need("at", &at, .natural)
        try fields.need("reason", &reason, .text(TextLimit.note))
    }
}

extension ReinterpretFact: WireRecord {
    static var blank: ReinterpretFact {
        ReinterpretFact(facts: [], why: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("facts", &facts, .list(of: .hex64, max: ListLimit.parcels))
        try fields.need("why", &why, .text(TextLimit.note))
    }
}
