import Domain

extension DeliverFact: WireRecord {
    static var blank: DeliverFact {
        DeliverFact(
            parcel: "", proofType: ProofType.allCases[0], condition: ParcelCondition.allCases[0],
            evidence: [])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("parcel", &parcel, .parcel)
        try fields.need("proof_type", &proofType, .word)
        try fields.need("condition", &condition, .word)
        try fields.need("evidence", &evidence, .list(of: .code, max: ListLimit.evidence))
        try fields.may("signer", &signer, .text(TextLimit.name))
        try fields.may("self", &isRecipientSelf, .flag)
        try fields.may("relation", &relation, .code)
        try fields.may("sig", &signature, .record)
        try fields.may("sig_of", &signatureOf, .hex64)
        try fields.may("weak", &isSignatureWeak, .flag)
        try fields.may("why_no_sig", &noSignatureReason, .code)
        try fields.may(
            "recipient_check", &recipientCheck, or: [], .list(of: .code, max: ListLimit.evidence))
        try fields.may("identity", &identity, .hex64)
        try fields.may("outer", &outer, .code)
        try fields.may("outer_note", &outerNote, .text(TextLimit.line))
        try fields.may("told_inspect", &isToldToInspect, .flag)
        try fields.may("inspected", &isInspected, .flag)
        try fields.may("notice_given", &isNoticeGiven, .flag)
        try fields.may("courier_left_at", &courierLeftAt, .milliseconds)
        try fields.may("consent", &consent, .record)
        try fields.may("locker_id", &lockerID, .text(TextLimit.word))
        try fields.may("box_number", &boxNumber, .text(TextLimit.word))
        try fields.may("station_id", &stationID, .text(TextLimit.word))
        try fields.may("shelf_number", &shelfNumber, .text(TextLimit.word))
        try fields.may("pickup_code", &pickupCode, .text(TextLimit.pickupCode))
        try fields.may("place", &place, .text(TextLimit.line))
        try fields.may("paper_slip_number", &paperSlipNumber, .text(TextLimit.number))
        try fields.may("scanned", &isScanned, .flag)
        try fields.may("keyed", &isKeyed, .flag)
        try fields.may("attempt_number", &attemptNumber, .positive)
        try fields.may("due_from", &dueFrom, .milliseconds)
        try fields.may("due_until", &dueUntil, .milliseconds)
        try fields.may("promise_at", &promiseAt, .milliseconds)
        try fields.may("payments", &payments, or: [], .list(of: .hex64, max: ListLimit.evidence))
        try fields.may("problem", &problem, .hex64)
        try fields.may("return_receipt", &returnReceipt, .code)
        try fields.may("pieces", &pieces, or: [], .list(of: .parcel, max: ListLimit.parcels))
        try fields.may("note", &note, .text(TextLimit.note))
    }
}

extension AttemptFact: WireRecord {
    static var blank: AttemptFact {
        AttemptFact(
            parcel: "", reason: ExceptionReason.allCases[0], attemptNumber: 1, next: .nothing)
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try fields.need("parcel", &parcel, .parcel)
        try fields.need("reason", &reason, .word)
        try fields.need("attempt_number", &attemptNumber, .positive)
        try fields.need("next", &next, .code)
        try fields.may("contacts", &contacts, or: [], .list(of: .tuple, max: ListLimit.contacts))
        try fields.may("retry_from", &retryFrom, .milliseconds)
        try fields.may("retry_until", &retryUntil, .milliseconds)
        try fields.may("price_told_fen", &priceToldFen, .fen)
        try fields.may("told", &told, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("place", &place, .text(TextLimit.line))
        try fields.may("note", &note, .text(TextLimit.note))
    }
}

extension ProblemFact: WireRecord {
    static var blank: ProblemFact {
        ProblemFact(subject: .unreadable(""), reason: ExceptionReason.allCases[0])
    }

    mutating func visit(_ fields: inout FieldScribe) throws(FieldProblem) {
        try visitSubject(&fields)
        try fields.need("reason", &reason, .word)
        try fields.may("direction", &direction, .word)
        try fields.may("delay_cause", &delayCause, .word)
        try fields.may("loss_at", &lossAt, .code)
        try fields.may("missort_excluded", &isMissortExcluded, .flag)
        try fields.may("pieces", &pieces, or: [], .list(of: .parcel, max: ListLimit.parcels))
        try fields.may("found_by", &foundBy, .identifier)
        try fields.may("found_at", &foundAt, .text(TextLimit.name))
        try fields.may("stage", &stage, .code)
        try fields.may("packed_by", &packedBy, .word)
        try fields.may("degree", &degree, .text(TextLimit.line))
        try fields.may("told", &notified, or: [], .list(of: .tuple, max: ListLimit.entries))
        try fields.may("owner", &owner, .identifier)
        try fields.may("next", &next, .code)
        try fields.may("witness", &witness, .text(TextLimit.name))
        try fields.may(
            "photo_refs", &photoReferences, or: [],
            .list(of: .text(TextLimit.number), max: ListLimit.evidence))
        try fields.may("note", &note, .text(TextLimit.report))
    }

    /// `parcel`, or `unknown` when the number cannot be read.
    private mutating func visitSubject(_ fields: inout FieldScribe) throws(FieldProblem) {
        var parcel: String?
        var unreadable: String?
        switch subject {
        case .parcel(let id): parcel = id
        case .unreadable(let text): unreadable = text
        }
        try fields.may("parcel", &parcel, .parcel)
        try fields.may("unknown", &unreadable, .text(TextLimit.name))
        if let parcel {
            subject = .parcel(parcel)
        } else if let unreadable {
            subject = .unreadable(unreadable)
        } else {
            throw .bad(path: "parcel")
        }
    }
}
