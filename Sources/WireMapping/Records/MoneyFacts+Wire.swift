import Domain

extension PaymentFact: WireRecord {
    static var blank: PaymentFact {
        PaymentFact(
            money: .blank, charge: "", purpose: ChargePurpose.allCases[0],
            state: PaymentState.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try money.visit(&fields)
        try fields.need("charge", &charge, .identifier)
        try fields.need("for", &purpose, .word)
        try fields.need("state", &state, .word)
        try fields.may("parcel", &parcel, .parcel)
        try fields.may("tendered_fen", &tenderedFen, .fen)
        try fields.may("change_fen", &changeFen, .fen)
        try fields.may("receipt_number", &receiptNumber, .text(TextLimit.number))
        try fields.may("voucher", &voucher, .code)
        try fields.may("ext_ref", &externalReference, .text(TextLimit.account))
        try fields.may("payer", &payer, .text(TextLimit.name))
        try fields.may("differs", &difference, .text(TextLimit.line))
    }
}

extension PaymentVoidFact: WireRecord {
    static var blank: PaymentVoidFact {
        PaymentVoidFact(money: .blank, charge: "", reason: .nothing)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try money.visit(&fields)
        try fields.need("charge", &charge, .identifier)
        try fields.need("reason", &reason, .code)
        try fields.may("note", &note, .text(TextLimit.note))
    }
}

extension PaymentConfirmFact: WireRecord {
    static var blank: PaymentConfirmFact {
        PaymentConfirmFact(outcome: ConfirmationOutcome.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("state", &outcome, .word)
        try fields.may("ext_ref", &externalReference, .text(TextLimit.account))
    }
}

extension CashHandoverFact: WireRecord {
    static var blank: CashHandoverFact {
        CashHandoverFact(number: "", side: CashSide.allCases[0], money: .blank, taker: "")
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("number", &number, .identifier)
        try fields.need("side", &side, .word)
        try money.visit(&fields)
        try fields.need("other", &taker, .identifier)
        try fields.may("notes", &notes, or: [:], .piecesByFen)
        try fields.may("parts", &parts, or: CashParts(), .record)
        try fields.may("to", &to, .code)
        try fields.may("from_ms", &from, .milliseconds)
        try fields.may("until_ms", &until, .milliseconds)
        try fields.may("differs", &difference, .text(TextLimit.line))
    }
}

extension RefundFact: WireRecord {
    static var blank: RefundFact {
        RefundFact(money: .blank, charge: "", reason: .nothing)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try money.visit(&fields)
        try fields.need("charge", &charge, .identifier)
        try fields.need("reason", &reason, .code)
        try fields.may("approved_by", &approvedBy, .identifier)
        try fields.may("to", &payee, .text(TextLimit.name))
        try fields.may("note", &note, .text(TextLimit.note))
    }
}
