import Domain

extension CaseRow: WireRow {
    static func blank(id: String) -> CaseRow {
        CaseRow(
            id: id, kind: "", rule: "", severity: CaseSeverity.allCases[0], facts: [], options: [])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("kind", &kind, .text(TextLimit.kind))
        try fields.need("rule", &rule, .text(TextLimit.rule))
        try fields.need("sev", &severity, .word)
        try fields.need("facts", &facts, .list(of: .tuple, max: ListLimit.disputed))
        try fields.need(
            "options", &options, .list(of: .text(TextLimit.kind), max: ListLimit.evidence))
        try fields.need("st", &state, .word)
        try fields.may("about", &subject, .text(TextLimit.line))
        try fields.may("sum", &comparison, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("prov", &provisional, .text(TextLimit.number))
        try fields.may("amount_fen", &amountFen, .fen)
        try fields.may("says", &says, or: [], .list(of: .tuple, max: ListLimit.disputed))
        try fields.may("due", &dueAt, .milliseconds)
        try fields.may("res", &resolution, .text(TextLimit.kind))
        try fields.may("note", &note, .text(TextLimit.statement))
        try fields.may("by", &decidedBy, .identifier)
    }
}

extension CaseRowFact: WireTuple {
    static var blank: CaseRowFact { CaseRowFact(fact: "", person: "", at: 0, kind: "") }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&fact, .hex64)
        try elements.next(&person, .identifier)
        try elements.next(&at, .milliseconds)
        try elements.next(&kind, .text(TextLimit.kind))
        try elements.next(&uncertainty, .natural)
    }
}

extension CaseDifference: WireTuple {
    static var blank: CaseDifference { CaseDifference("", "", "") }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&field, .text(TextLimit.kind))
        try elements.next(&first, .text(TextLimit.note))
        try elements.next(&last, .text(TextLimit.note))
    }
}

extension CaseSaying: WireTuple {
    static var blank: CaseSaying {
        CaseSaying(person: "", stand: CaseStand.allCases[0], at: 0, note: "")
    }

    mutating func visit(_ elements: inout ElementScribe) throws(FieldProblem) {
        try elements.next(&person, .identifier)
        try elements.next(&stand, .word)
        try elements.next(&at, .milliseconds)
        try elements.next(&note, .text(TextLimit.statement))
    }
}
