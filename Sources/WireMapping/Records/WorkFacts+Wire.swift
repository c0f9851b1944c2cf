import Domain

extension TaskAcceptFact: WireRecord {
    static var blank: TaskAcceptFact { TaskAcceptFact() }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {}
}

extension TaskDeclineFact: WireRecord {
    static var blank: TaskDeclineFact {
        TaskDeclineFact(reason: .nothing)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("reason", &reason, .code)
        try fields.may("note", &note, .text(TextLimit.note))
    }
}

extension TaskStartFact: WireRecord {
    static var blank: TaskStartFact { TaskStartFact() }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.may("out_of_order", &isOutOfOrder, .flag)
        try fields.may("reason", &reason, .text(TextLimit.note))
        try fields.may("arrived_at", &arrivedAt, .milliseconds)
    }
}

extension ProblemStepFact: WireRecord {
    static var blank: ProblemStepFact {
        ProblemStepFact(step: ProblemStep.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("step", &step, .word)
        try fields.may("outcome", &outcome, .word)
        try fields.may("to", &owner, .identifier)
        try fields.may("due", &dueAt, .milliseconds)
        try fields.may("told", &told, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("amount_fen", &amountFen, .fen)
        try fields.may("form_number", &formNumber, .text(TextLimit.number))
        try fields.may("note", &note, .text(TextLimit.report))
    }
}

extension CaseSayFact: WireRecord {
    static var blank: CaseSayFact {
        CaseSayFact(version: 1, stand: CaseStand.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("v", &version, .positive)
        try fields.need("stand", &stand, .word)
        try fields.may("note", &note, .text(TextLimit.statement))
    }
}

extension OversizeFact: WireRecord {
    static var blank: OversizeFact {
        OversizeFact(stream: "", sequence: 1, fact: "", blob: "", length: 1)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("stream", &stream, .uuid)
        try fields.need("s", &sequence, .positive)
        try fields.need("h", &fact, .hex64)
        try fields.need("blob", &blob, .hex64)
        try fields.need("l", &length, .positive)
    }
}

extension BlobCorruptFact: WireRecord {
    static var blank: BlobCorruptFact {
        BlobCorruptFact(blob: "", length: 0)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("h", &blob, .hex64)
        try fields.need("l", &length, .natural)
        try fields.may("found_l", &foundLength, .natural)
    }
}
