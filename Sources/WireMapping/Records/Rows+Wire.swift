import Domain

extension CourierTask: WireRow {
    static func blank(id: String) -> CourierTask {
        CourierTask(id: id, kind: TaskKind.allCases[0], state: TaskState.allCases[0], assignee: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("kind", &kind, .word)
        try fields.need("st", &state, .word)
        try fields.need("to", &assignee, .identifier)
        try fields.may("parcels", &parcels, or: [], .list(of: .parcel, max: ListLimit.parcels))
        try fields.may("order_number", &orderNumber, .text(TextLimit.number))
        try fields.may("addr", &address, .identifier)
        try fields.may("contact", &contact, .tuple)
        try fields.may("from", &from, .milliseconds)
        try fields.may("until", &until, .milliseconds)
        try fields.may("promise", &promiseAt, .milliseconds)
        try fields.may("stop", &stopOrder, .positive)
        try fields.may("attempt", &attemptNumber, or: 0, .natural)
        try fields.may("carry", &isCarried, or: false, .flag)
        try fields.may("prio", &isUrgent, or: false, .flag)
        try fields.may("charges", &charges, or: [], .list(of: .identifier, max: ListLimit.evidence))
        try fields.may("need", &neededEvidence, or: [], .list(of: .code, max: ListLimit.evidence))
        try fields.may("quote_fen", &quoteFen, .fen)
        try fields.may("cur", &currency, .currency)
        try fields.may("note", &note, .text(TextLimit.note))
        try fields.may("sender", &sender, .record)
        try fields.may("recipient", &recipient, .record)
        try fields.may("goods", &goods, .record)
        try fields.may("services", &services, .record)
        try fields.may("ev", &event, .code)
    }
}

extension Parcel: WireRow {
    static func blank(id: String) -> Parcel {
        Parcel(id: id, stage: Stage.allCases[0], custody: .sender)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("stage", &stage, .word)
        try fields.need("cust", &custody, .custody)
        try fields.may("ev", &event, .code)
        try fields.may("at", &at, .milliseconds)
        try fields.may("place", &place, .text(TextLimit.line))
        try fields.may("flag", &isException, or: false, .flag)
        try fields.may("stop", &isStopped, or: false, .flag)
        try fields.may("stop_for", &stopOrder, .word)
        try fields.may("by", &by, .identifier)
        try fields.may("product_code", &productCode, .code)
        try fields.may("recipient", &recipient, .record)
        try fields.may("sender", &sender, .record)
        try fields.may("goods", &goods, .record)
        try fields.may("weight", &weight, .record)
        try fields.may("services", &services, .record)
        try fields.may("pieces", &pieces, .record)
        try fields.may("insurance_amount_fen", &insuranceAmountFen, .fen)
        try fields.may("attempts", &attempts, or: 0, .natural)
        try fields.may("return_receipt", &returnReceipt, .code)
        try fields.may("packed_by", &packedBy, .word)
        try fields.may("hist", &history, or: [], .list(of: .tuple, max: ListLimit.entries))
    }
}

extension HistoryEntry: WireTuple {
    static var blank: HistoryEntry {
        HistoryEntry(at: 0, event: .nothing, place: "", fact: "")
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&at, .milliseconds)
        try elements.next(&event, .code)
        try elements.next(&place, .text(TextLimit.line))
        try elements.next(&fact, .text(TextLimit.reference))
    }
}

extension Address: WireRow {
    static func blank(id: String) -> Address {
        Address(id: id, details: .blank)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try details.visit(&fields)
    }
}

extension Charge: WireRow {
    static func blank(id: String) -> Charge {
        Charge(
            id: id, purpose: ChargePurpose.allCases[0], dueFen: 0, currency: "", paidFen: 0,
            balanceFen: 0, state: ChargeState.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("for", &purpose, .word)
        try fields.need("due", &dueFen, .fen)
        try fields.need("cur", &currency, .currency)
        try fields.need("paid", &paidFen, .fen)
        try fields.need("bal", &balanceFen, .fen)
        try fields.need("st", &state, .word)
        try fields.may("parcel", &parcel, .parcel)
        try fields.may("wait", &waitingFen, or: 0, .fen)
        try fields.may("waived", &waivedFen, or: 0, .fen)
        try fields.may("tariff", &tariff, .tuple)
    }
}

extension TariffCitation: WireTuple {
    static var blank: TariffCitation {
        TariffCitation(id: "", version: 1)
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&id, .identifier)
        try elements.next(&version, .positive)
    }
}

extension ProblemParcel: WireRow {
    static func blank(id: String) -> ProblemParcel {
        ProblemParcel(
            id: id, parcel: "", reason: ExceptionReason.allCases[0], state: ProblemState.allCases[0]
        )
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("parcel", &parcel, .text(TextLimit.name))
        try fields.need("reason", &reason, .word)
        try fields.need("st", &state, .word)
        try fields.may("owner", &owner, .identifier)
        try fields.may("due", &dueAt, .milliseconds)
        try fields.may("next", &next, .code)
        try fields.may("note", &note, .text(TextLimit.report))
    }
}

extension Handover: WireRow {
    static func blank(id: String) -> Handover {
        Handover(
            id: id, content: HandoverContent.allCases[0], giver: EntityReference(.person, ""),
            taker: EntityReference(.person, ""))
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("what", &content, .word)
        try fields.need("from", &giver, .reference(.person, .station))
        try fields.need("to", &taker, .reference(.person, .station))
        try fields.may("given", &given, .natural)
        try fields.may("taken", &taken, .natural)
        try fields.may("cur", &currency, .currency)
        try fields.may("parts", &parts, or: CashParts(), .record)
        try fields.may("tasks", &tasks, or: [], .list(of: .identifier, max: ListLimit.parcels))
    }
}

extension Account: WireRow {
    static func blank(id: String) -> Account {
        Account(id: id, cashFen: [:])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("cash", &cashFen, .amountByCurrency)
        try fields.may("part", &parts, or: CashParts(), .record)
        try fields.may("parcels", &parcelCount, or: 0, .natural)
    }
}

extension CashParts: WireRecord {
    static var blank: CashParts {
        CashParts()
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.may("FREIGHT", &freightFen, or: 0, .fen)
        try fields.may("COLLECT", &collectFen, or: 0, .fen)
        try fields.may("COD", &codFen, or: 0, .fen)
    }
}

extension Person: WireRow {
    static func blank(id: String) -> Person {
        Person(id: id, name: "", capabilities: [], state: PersonState.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("name", &name, .text(TextLimit.number))
        try fields.need("caps", &capabilities, .list(of: .word, max: ListLimit.evidence))
        try fields.need("st", &state, .word)
        try fields.may("pin", &pin, .text(TextLimit.note))
        try fields.may("nda", &hasConfidentiality, .flag)
        try fields.may("org", &organisation, .identifier)
    }
}

extension Pack: WireRow {
    static func blank(id: String) -> Pack {
        Pack(id: id, version: 0, hash: "", length: 0, mediaType: "", from: 0)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("ver", &version, .natural)
        try fields.need("h", &hash, .hex64)
        try fields.need("l", &length, .natural)
        try fields.need("t", &mediaType, .text(TextLimit.account))
        try fields.need("from", &from, .milliseconds)
        try fields.may("to", &until, .milliseconds)
    }
}

extension TariffRow: WireRow {
    static func blank(id: String) -> TariffRow {
        TariffRow(id: id, terms: .blank)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try terms.visit(&fields)
    }
}

extension NumberBlock: WireRow {
    static func blank(id: String) -> NumberBlock {
        NumberBlock(id: id, numbers: .blank)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try numbers.visit(&fields)
        try fields.may("used", &lastUsed, .parcel)
    }
}

extension DispositionRow: WireRow {
    static func blank(id: String) -> DispositionRow {
        DispositionRow(id: id, fact: "", disposition: DispositionWord.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("fact", &fact, .hex64)
        try fields.need("d", &disposition, .word)
        try fields.may("why", &why, .text(TextLimit.number))
        try fields.may("case", &caseID, .identifier)
        try fields.may("rule", &rule, .text(TextLimit.rule))
        try fields.may("k", &kind, .text(TextLimit.kind))
    }
}
