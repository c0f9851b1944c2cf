import Domain

extension CorrectFact: WireRecord {
    static var blank: CorrectFact {
        CorrectFact(how: CorrectionWay.allCases[0], reason: .nothing)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("how", &how, .word)
        try fields.need("reason", &reason, .code)
        try fields.may("changes", &changes, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("note", &note, .text(TextLimit.note))
    }
}

extension NoteFact: WireRecord {
    static var blank: NoteFact {
        NoteFact(text: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("text", &text, .text(TextLimit.text))
        try fields.may("what", &what, .code)
        try fields.may("told", &told, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("to", &addressee, .identifier)
        try fields.may("ack", &needsConfirmation, .flag)
    }
}
