extension DeliveryWalk {
    /// The kind of hand-over with all its evidence, and consent where the law wants it
    /// (快递市场管理办法 28).
    mutating func proof() {
        guard let type = form.proof else { return note(.field(.missing(.proof))) }
        guard let rule = context.tables.proofs[type] else { return note(.field(.missing(.proof))) }
        consent(rule)
        signatureIsDrawn()
        for evidence in rule.evidence where !has(evidence) {
            note(.proof(.evidenceMissing(evidence, type)))
        }
        if isHandedToPerson, form.returnReceipt == nil,
            let slip = form.parcel.services?.returnReceiptNumber
        {
            note(.proof(.returnReceiptOpen(slip)))
        }
        texts()
    }

    private mutating func consent(_ rule: ProofRule) {
        switch rule.consent {
        case .none: return
        case .noneIfAddressedToUnit:
            let company = form.parcel.recipient?.company ?? ""
            if PartyRules.isBlank(company) { note(.proof(.notAddressedToUnit)) }
            return
        case .recipient, .recipientWritten: break
        }
        guard let consent = form.consent else { return note(.proof(.consentMissing(rule.type))) }
        note(PartyRules.text(consent.givenBy, .consent, max: TextMax.name))
        if consent.givenAt > context.now { note(.proof(.consentInFuture)) }
        if rule.consent == .recipientWritten, !consent.channel.leavesText {
            note(.proof(.consentNotWritten(consent.channel)))
        }
    }

    private mutating func signatureIsDrawn() {
        guard let signature = form.signature, signature.pointCount < DrawnSignature.pointCountMin
        else { return }
        note(
            .proof(
                .signatureTooSmall(
                    points: signature.pointCount, pointsMin: DrawnSignature.pointCountMin)))
    }

    /// Whether the form holds a piece of evidence.
    private func has(_ evidence: Evidence) -> Bool {
        switch evidence {
        case .signature: form.signature != nil
        case .signatureOrCode: form.signature != nil || isThere(form.pickupCode)
        case .pickupCode, .smsCode: isThere(form.pickupCode)
        case .proxyName, .receiverName: isThere(form.signer)
        case .relation: form.relation != nil
        // A missing consent is told by its own problem.
        case .consentChannel, .consentReference: true
        case .lockerID, .stationID: isThere(form.dropID)
        case .boxNumber, .shelfNumber: isThere(form.dropPlace)
        case .photo, .stampPhoto: form.hasPhoto
        case .position: isThere(form.place)
        case .exceptionReference: form.problem != nil
        case .nameAndPhoneTail:
            form.recipientCheck.contains(.name) && form.recipientCheck.contains(.phoneTail)
        case .paperSlip: isThere(form.paperSlipNumber)
        }
    }

    private func isThere(_ text: String?) -> Bool {
        text.map { !PartyRules.isBlank($0) } ?? false
    }

    private mutating func texts() {
        let texts: [(String?, FormField, Int)] = [
            (form.signer, .signer, TextMax.name), (form.dropID, .drop, TextMax.word),
            (form.dropPlace, .drop, TextMax.word), (form.place, .place, TextMax.line),
            (form.pickupCode, .pickupCode, TextMax.pickupCode),
            (form.paperSlipNumber, .proof, TextMax.number), (form.note, .note, TextMax.note),
        ]
        for (text, field, max) in texts {
            note(PartyRules.optionalText(text, field, max: max))
        }
    }

    /// The evidence of the rule, and what was given beyond it.
    private func evidence(of rule: ProofRule) -> [Code] {
        var found = rule.evidence.filter(has)
        if form.signature != nil, !found.contains(.signature) { found.append(.signature) }
        if isThere(form.pickupCode), !found.contains(.pickupCode) { found.append(.pickupCode) }
        if has(.nameAndPhoneTail) { found.append(.nameAndPhoneTail) }
        if has(.paperSlip) { found.append(.paperSlip) }
        return found.filter { $0 != .signatureOrCode }.map { Code(of: $0) }
    }

    // MARK: Facts

    func act(identity: IdentityFact?, payments: [PaymentFact]) -> DeliveryAct? {
        guard let type = form.proof, let condition = form.condition,
            let rule = context.tables.proofs[type]
        else { return nil }
        var deliver = DeliverFact(
            parcel: form.parcel.id, proofType: type, condition: condition,
            evidence: evidence(of: rule))
        deliver.signer = form.signer ?? (type == .recipient ? form.parcel.recipient?.name : nil)
        deliver.isRecipientSelf = type == .recipient
        deliver.relation = form.relation
        deliver.signature = form.signature?.strokes
        // Any evidence but a drawn signature is weak.
        deliver.isSignatureWeak = isHandedToPerson ? form.signature == nil : nil
        deliver.noSignatureReason = form.noSignatureReason
        deliver.recipientCheck = form.recipientCheck.map { Code(of: $0) }
        deliver.outer = form.outer.map { Code(of: $0) }
        deliver.outerNote = form.outerNote
        deliver.isToldToInspect = form.isToldToInspect
        deliver.isInspected = form.isInspected
        deliver.consent = form.consent
        if type == .locker {
            deliver.lockerID = form.dropID
            deliver.boxNumber = form.dropPlace
        } else if type == .station {
            deliver.stationID = form.dropID
            deliver.shelfNumber = form.dropPlace
        }
        deliver.pickupCode = form.pickupCode
        deliver.place = form.place
        deliver.paperSlipNumber = form.paperSlipNumber
        deliver.returnReceipt = form.returnReceipt.map { Code(of: $0) }
        reading(into: &deliver)
        deliver.attemptNumber = form.attemptNumber
        deliver.dueFrom = form.due?.from
        deliver.dueUntil = form.due?.until
        deliver.problem = form.problem
        deliver.note = form.note
        return DeliveryAct(
            identity: identity, payments: payments, problem: problem(condition), deliver: deliver)
    }

    private func reading(into deliver: inout DeliverFact) {
        switch form.reading {
        case nil: break
        case .scanned:
            deliver.isScanned = true
            deliver.isKeyed = false
        case .keyed:
            deliver.isScanned = false
            deliver.isKeyed = true
        }
    }

    /// A parcel that is not intact becomes a problem parcel in the same act.
    private func problem(_ condition: ParcelCondition) -> ProblemFact? {
        let reason: ExceptionReason
        switch condition {
        case .intact, .refused: return nil
        case .outerDamaged: reason = .outerDamaged
        case .contentsDamaged: reason = .contentsDamaged
        case .shortage: reason = .shortage
        }
        var problem = ProblemFact(subject: .parcel(form.parcel.id), reason: reason)
        problem.foundBy = context.courier
        problem.stage = Code(of: form.parcel.stage)
        problem.packedBy = form.parcel.packedBy
        problem.next = context.tables.exceptions[reason].map { Code($0.next) }
        problem.degree = form.outerNote
        return problem
    }
}

extension ConsentChannel {
    /// Whether the channel leaves something written behind.
    var leavesText: Bool {
        switch self {
        case .sms, .app, .standing: true
        case .call, .inPerson: false
        }
    }
}
