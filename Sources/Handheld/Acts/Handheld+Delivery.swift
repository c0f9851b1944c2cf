package import Domain
package import HandheldUI
package import Journal
import ReferenceData
import SyncProtocol

/// Hand-overs, failed attempts and problem parcels.
extension Handheld {
    /// Hands parcels over: money, proof and hand-over in one change, or what is missing. Several
    /// parcels of one recipient are one act with one signature; each was read for itself.
    package mutating func deliver(
        _ input: DeliveryInput, photos: [TakenPhoto] = [], draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let numbers = [input.parcel] + input.others
        let known = try result(of: draft) { fact in
            if case .deliver(let deliver) = fact.payload {
                deliver.parcel == numbers.last
            } else {
                false
            }
        }
        if let known { return known }
        let person: Person
        switch try actor(.deliver) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        var parts: [DeliveryPart] = []
        for number in numbers {
            switch try part(of: input, number, hasPhotos: !photos.isEmpty, person, at: now) {
            case .success(let part): parts.append(part)
            case .failure(.form(let problems)) where numbers.count > 1:
                return .refused(.formOf(number, problems))
            case .failure(let refusal): return .refused(refusal)
            }
        }
        let receipts = try receiptNumbers(for: &parts[0].act.payments)
        let steps = DeliveryPart.steps(
            of: parts, listing: { Handheld.listing(photos, as: Handheld.role(of: input), in: $0) })
        guard steps.count <= Limits.actFactsMax else {
            return .refused(.form([.field(.tooMany(.parcel, max: Limits.actFactsMax))]))
        }
        return .recorded(
            try record(steps, takingFrom: receipts, by: person.id, at: now, draft: draft))
    }

    /// One parcel of a hand-over, judged by the rules.
    private mutating func part(
        of input: DeliveryInput, _ number: String, hasPhotos: Bool, _ person: Person,
        at now: Moment
    ) throws(JournalError) -> Result<DeliveryPart, ActRefusal> {
        guard let parcel = try parcel(number) else { return .failure(.unknownParcel(number)) }
        let task = try deliveryTask(of: parcel.id, person: person.id)
        var form: DeliveryForm
        switch deliveryForm(input, parcel: parcel, person: person.id, at: now) {
        case .success(let filled): form = filled
        case .failure(let refusal): return .failure(refusal)
        }
        form.hasPhoto = form.hasPhoto || hasPhotos
        form.dues = try dues(of: parcel.id, task: task)
        form.attemptNumber = parcel.attempts + 1
        form.due = Handheld.window(task?.from, task?.until)
        if input.proof == .afterException { form.problem = try newestProblem(of: parcel.id) }
        switch DeliveryRules.decide(form, in: try context(for: person.id, at: now)) {
        case .incomplete(let problems): return .failure(.form(problems))
        case .delivered(let act):
            let seen =
                references(parcel, task) + (try rowsInUse(of: [.proofTypes]))
                + form.dues.map { EntityReference(.charge, $0.charge) }
            return .success(
                DeliveryPart(act: act, task: task?.id, base: try versions(of: seen)))
        }
    }

    /// Records that a delivery did not succeed.
    package mutating func fail(
        _ input: AttemptInput, photos: [TakenPhoto] = [], draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { fact in
            if case .attempt(let attempt) = fact.payload {
                attempt.parcel == input.parcel
            } else {
                false
            }
        }
        if let known { return known }
        let person: Person
        switch try actor(.deliver) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        guard let parcel = try parcel(input.parcel) else {
            return .refused(.unknownParcel(input.parcel))
        }
        let task = try deliveryTask(of: parcel.id, person: person.id)
        var form = AttemptForm(parcel: parcel, reason: input.reason)
        form.dues = try dues(of: parcel.id, task: task)
        form.contacts = input.contacts.compactMap { contact in
            guard let channel = Code(contact.channel.rawValue),
                let outcome = Code(contact.outcome.rawValue)
            else { return nil }
            return ContactTry(at: now.wallMilliseconds, channel: channel, outcome: outcome)
        }
        form.next = input.next
        form.retry = Handheld.window(input.retryFrom, input.retryUntil)
        form.priceToldFen = input.priceToldFen
        form.note = input.note
        switch AttemptRules.decide(form, in: try context(for: person.id, at: now)) {
        case .incomplete(let problems): return .refused(.form(problems))
        case .recorded(let fact):
            return .recorded(
                try record(
                    [.attempt(fact)], about: parcel.id, parcel, task,
                    photos: (photos, .door), by: person.id, at: now, draft: draft))
        }
    }

    /// Reports a parcel that is in trouble. Everybody may.
    package mutating func report(
        _ input: ProblemInput, photos: [TakenPhoto] = [], draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { fact in
            if case .problem(let problem) = fact.payload {
                problem.subject == input.subject
            } else {
                false
            }
        }
        if let known { return known }
        guard let id = persons.first,
            case .person(let person) = try entity(EntityReference(.person, id)),
            person.state == .active
        else { return .refused(.nobody) }
        var parcel: Parcel?
        var task: CourierTask?
        if case .parcel(let number) = input.subject {
            parcel = try self.parcel(number)
            task = try deliveryTask(of: number, person: person.id)
        }
        var form = ProblemForm(subject: input.subject, parcel: parcel, reason: input.reason)
        form.direction = input.direction
        form.next = input.next
        form.foundAt = input.foundAt
        form.degree = input.degree
        form.isMissortExcluded = input.isMissortExcluded ? true : nil
        form.note = input.note
        let rules = try context(for: person.id, at: now)
        switch ProblemRules.decide(form, in: rules) {
        case .incomplete(let problems): return .refused(.form(problems))
        case .recorded(let fact):
            var about: String?
            if case .parcel(let number) = fact.subject { about = number }
            var payloads: [FactPayload] = [.problem(fact)]
            if fact.reason == .prohibitedFound, let parcel, !parcel.isStopped {
                payloads.insert(.check(ProblemRules.stop(parcel.id, in: rules)), at: 0)
            }
            return .recorded(
                try record(
                    payloads, about: about, parcel, task,
                    photos: (photos, Handheld.role(of: input.reason)), by: person.id, at: now,
                    draft: draft))
        }
    }

    /// The open task of the person to bring this parcel.
    mutating func deliveryTask(
        of parcel: String, person: String
    ) throws(JournalError) -> CourierTask? {
        for case .task(let task) in try entities(of: .task)
        where task.assignee == person && task.parcels.contains(parcel) && !task.state.isEnded {
            switch task.kind {
            case .delivery, .return: return task
            case .pickup, .returnReceipt, .visit, .call, .sweep: continue
            }
        }
        return nil
    }

    /// Records an act that answers to the task, or to the parcel without one.
    private mutating func record(
        _ payloads: [FactPayload], about number: String?, _ parcel: Parcel?, _ task: CourierTask?,
        photos: ([TakenPhoto], AttachmentRole), by person: String, at now: Moment, draft: String
    ) throws(JournalError) -> Receipt {
        let subject =
            task.map { EntityReference(.task, $0.id) }
            ?? number.map { EntityReference(.parcel, $0) }
        let base = try versions(
            of: references(parcel, task) + rowsInUse(of: [.exceptionReasons]))
        return try record(
            Handheld.listing(
                photos.0, as: photos.1,
                in: payloads.map { payload in
                    { _ in FactDraft(payload, subject: subject, base: base) }
                }), by: person, at: now, draft: draft)
    }

    private func references(_ parcel: Parcel?, _ task: CourierTask?) -> [EntityReference] {
        [
            task.map { EntityReference(.task, $0.id) },
            parcel.map { EntityReference(.parcel, $0.id) },
            task?.address.map { EntityReference(.addr, $0) },
        ].compactMap(\.self)
    }

    /// The own problem report that a hand-over after an exception refers to.
    private func newestProblem(of parcel: String) throws(JournalError) -> String? {
        try journal.facts(at: try journal.keys(naming: parcel)).last { fact in
            guard case .problem(let problem) = fact.payload else { return false }
            return problem.subject == .parcel(parcel)
        }?.id
    }
}

// MARK: The form

extension Handheld {
    private func deliveryForm(
        _ input: DeliveryInput, parcel: Parcel, person: String, at now: Moment
    ) -> Result<DeliveryForm, ActRefusal> {
        var form = DeliveryForm(parcel: parcel)
        form.reading = input.isScanned ? .scanned(parcel.id) : .keyed(parcel.id)
        form.outer = input.outer
        form.outerNote = input.outerNote
        form.isToldToInspect = input.isToldToInspect
        form.isInspected = input.isInspected ? true : nil
        form.condition = input.condition ?? (form.outer == .intact ? .intact : nil)
        form.proof = input.proof
        form.noSignatureReason = input.noSignatureReason
        form.pickupCode = input.pickupCode?.text
        form.signer = input.signer
        form.relation = input.relation.flatMap { Code($0.rawValue) }
        form.dropID = input.dropID
        form.dropPlace = input.dropPlace
        form.place = input.place
        form.hasPhoto = input.seen.contains(.photo) || input.seen.contains(.stampPhoto)
        form.paperSlipNumber = input.paperSlipNumber
        form.returnReceipt = input.returnReceipt
        // Money of several parcels would have to be split: it is taken with the first.
        if parcel.id == input.parcel {
            form.payments = payments(
                input.method, tenderedFen: input.tenderedFen, reference: input.paymentReference)
        }
        form.note = input.note
        form.consent = consent(input.consent, person: person, at: now)
        form.identity = shownDocument(input)
        if let text = input.signature {
            guard let strokes = Strokes(decoding: text) else {
                return .failure(.unreadableSignature)
            }
            form.signature = DrawnSignature(
                strokes: SignatureStrokes(format: .strokes1, data: text),
                pointCount: strokes.pointCount)
        }
        switch recipientCheck(input, parcel: parcel) {
        case .success(let checks): form.recipientCheck = checks
        case .failure(let refusal): return .failure(refusal)
        }
        return .success(form)
    }

    /// What was compared to know the recipient. The end of the phone number is compared here; a
    /// wrong one ends the hand-over.
    private func recipientCheck(
        _ input: DeliveryInput, parcel: Parcel
    ) -> Result<[RecipientCheck], ActRefusal> {
        var checks: [RecipientCheck] = []
        let isNamed = input.signer != nil && input.signer == parcel.recipient?.name
        if isNamed || input.seen.contains(.nameAndPhoneTail) { checks.append(.name) }
        if let tail = input.phoneTail {
            let digits = (parcel.recipient?.phone ?? "").utf8.filter { (0x30...0x39).contains($0) }
            let isLongEnough = tail.utf8.count >= Handheld.phoneTailDigitsMin
            guard isLongEnough, digits.suffix(tail.utf8.count).elementsEqual(tail.utf8) else {
                return .failure(.phoneTailDiffers)
            }
            checks.append(.phoneTail)
        }
        if input.documentNumber != nil { checks.append(.document) }
        return .success(checks)
    }

    private static let phoneTailDigitsMin = 4

    private func consent(_ input: ConsentInput, person: String, at now: Moment) -> Consent? {
        guard let giver = input.givenBy, let channel = input.channel else { return nil }
        return Consent(
            givenBy: giver, channel: channel, givenAt: input.givenAt ?? now.wallMilliseconds,
            scope: input.isStanding ? .standing : .thisParcel, recordedBy: person)
    }

    private func shownDocument(_ input: DeliveryInput) -> IdentityForm? {
        guard input.documentType != nil || input.documentNumber != nil else { return nil }
        var form = IdentityForm()
        form.documentType = input.documentType
        form.number = input.documentNumber?.text
        form.method = .manual
        form.personMatches = true
        return form
    }
}

/// One parcel of a hand-over of several.
private struct DeliveryPart {
    var act: DeliveryAct
    let task: String?
    let base: [EntityReference: Int]

    /// The facts of all parts as one act. The signature stands in the first hand-over, the others
    /// cite it; so do photos.
    static func steps(
        of parts: [DeliveryPart], listing: ([FactStep]) -> [FactStep]
    ) -> [FactStep] {
        var steps: [FactStep] = []
        var signed: Int?
        for part in parts {
            var own = part.act.steps(task: part.task, base: part.base)
            if signed == nil { own = listing(own) }
            let (offset, holder, last) = (steps.count, signed, own.count - 1)
            for (place, step) in own.enumerated() {
                steps.append { earlier in
                    let draft = step(Array(earlier.dropFirst(offset)))
                    guard let holder, place == last else { return draft }
                    return draft.signed(by: earlier[holder])
                }
            }
            if signed == nil { signed = steps.count - 1 }
        }
        return steps
    }
}

extension FactDraft {
    /// The same hand-over with the signature of another one.
    fileprivate func signed(by fact: String) -> FactDraft {
        guard case .deliver(var deliver) = payload, deliver.signature != nil else { return self }
        deliver.signature = nil
        deliver.signatureOf = fact
        var draft = self
        draft.payload = .deliver(deliver)
        return draft
    }
}
