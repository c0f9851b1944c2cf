package import Domain
package import SyncProtocol

/// What reading an entry as a fact gives: the fact, or exactly why not.
package enum FactReading: Hashable, Sendable {
    case fact(Fact)
    /// A field is missing, of the wrong type or out of range: `quarantined:bad_payload`.
    case badPayload(field: String)
    /// A kind or version that this program does not know: `held:schema`.
    case unknownKind
    /// A code of a closed list that this program does not know: `held:schema`.
    case unknownCode(field: String)
}

/// Reads entries as facts (PJS 4.4).
package enum FactReader {
    /// The version that every kind has today.
    package static let kindVersion = 1

    /// Reads an entry.
    ///
    /// - Parameter id: the fact id, which a line cannot contain itself (PJS 5.2).
    /// - Parameter recordedAt: the effective time on the server; the entry's own wall clock when
    ///   nil.
    package static func fact(
        from entry: Entry, id: Digest, recordedAt: Int? = nil
    ) -> FactReading {
        guard entry.kindVersion == kindVersion, let kind = FactKind(rawValue: entry.kind)
        else { return .unknownKind }
        var subject: EntityReference?
        if let text = entry.subject {
            guard let reference = EntityReference(text) else {
                return WireText.isReference(text)
                    ? .unknownCode(field: "e") : .badPayload(field: "e")
            }
            subject = reference
        }
        if let types = kind.subjectTypes {
            guard let subject, types.contains(subject.type) else { return .badPayload(field: "e") }
        }
        if kind.namesAnotherFact, entry.corrects == nil { return .badPayload(field: "r") }
        do {
            return .fact(
                Fact(
                    id: id.hex, person: entry.person,
                    recordedAt: recordedAt ?? entry.wallMilliseconds, subject: subject,
                    base: base(entry.base), corrects: entry.corrects?.hex, draft: entry.draft,
                    payload: try payload(kind, entry.payload),
                    attachments: entry.attachments.compactMap(Attachment.init)))
        } catch {
            switch error {
            case .bad(let path): return .badPayload(field: path)
            case .unknownCode(let path): return .unknownCode(field: path)
            }
        }
    }

    /// Versions of entity types unknown to this program say nothing to it.
    private static func base(_ versions: [String: Int]) -> [EntityReference: Int] {
        var base: [EntityReference: Int] = [:]
        for (text, version) in versions {
            if let reference = EntityReference(text) { base[reference] = version }
        }
        return base
    }

    /// Reads the payload of one kind.
    package static func payload(
        _ kind: FactKind, _ object: CanonicalObject
    ) throws(FieldProblem) -> FactPayload {
        let payload = try fields(kind, object)
        if let path = inconsistency(in: payload) { throw .bad(path: path) }
        return payload
    }

    private static func fields(
        _ kind: FactKind, _ object: CanonicalObject
    ) throws(FieldProblem) -> FactPayload {
        switch kind {
        case .identity: .identity(try .read(object))
        case .check: .check(try .read(object))
        case .quote: .quote(try .read(object))
        case .payment: .payment(try .read(object))
        case .paymentVoid: .paymentVoid(try .read(object))
        case .pickup: .pickup(try .read(object))
        case .refusal: .refusal(try .read(object))
        case .deliver: .deliver(try .read(object))
        case .attempt: .attempt(try .read(object))
        case .problem: .problem(try .read(object))
        case .correct: .correct(try .read(object))
        case .note: .note(try .read(object))
        case .return: .return(try .read(object))
        case .handover: .handover(try .read(object))
        case .cashHandover: .cashHandover(try .read(object))
        case .refund: .refund(try .read(object))
        case .taskAccept: .taskAccept(try .read(object))
        case .taskDecline: .taskDecline(try .read(object))
        case .taskStart: .taskStart(try .read(object))
        case .problemStep: .problemStep(try .read(object))
        case .scan: .scan(try .read(object))
        case .reweigh: .reweigh(try .read(object))
        case .caseSay: .caseSay(try .read(object))
        case .shiftOpen: .shiftOpen(try .read(object))
        case .shiftClose: .shiftClose(try .read(object))
        case .oversize: .oversize(try .read(object))
        case .blobCorrupt: .blobCorrupt(try .read(object))
        case .consent: .consent(try .read(object))
        case .taskOpen: .taskOpen(try .read(object))
        case .taskAssign: .taskAssign(try .read(object))
        case .taskCancel: .taskCancel(try .read(object))
        case .personSet: .personSet(try .read(object))
        case .configSet: .configSet(try .read(object))
        case .deviceState: .deviceState(try .read(object))
        case .paymentConfirm: .paymentConfirm(try .read(object))
        case .tariffSet: .tariffSet(try .read(object))
        case .packSet: .packSet(try .read(object))
        case .numbersGrant: .numbersGrant(try .read(object))
        case .taskChange: .taskChange(try .read(object))
        case .addressChange: .addressChange(try .read(object))
        case .chargePrice: .chargePrice(try .read(object))
        case .parcelIntercept: .parcelIntercept(try .read(object))
        case .parcelRelease: .parcelRelease(try .read(object))
        case .adjustment: .adjustment(try .read(object))
        case .caseResolve: .caseResolve(try .read(object))
        case .streamClose: .streamClose(try .read(object))
        case .reinterpret: .reinterpret(try .read(object))
        case .daySeal: .daySeal(try .read(object))
        case .dayReceipt: .dayReceipt(try .read(object))
        case .dayBegin: .dayBegin(try .read(object))
        case .dayWaive: .dayWaive(try .read(object))
        case .dayClose: .dayClose(try .read(object))
        }
    }

    /// The field that contradicts another one, if any does.
    private static func inconsistency(in payload: FactPayload) -> String? {
        switch payload {
        case .quote(let quote):
            return sum(quote.lines.map(\.amountFen)) == quote.totalFen ? nil : "lines"
        case .payment(let payment):
            return payment.state == .pending && !payment.money.method.canBePending ? "state" : nil
        case .cashHandover(let handover): return handover.money.method == .cash ? nil : "method"
        case .handover(let handover):
            return handover.part.map { $0.index <= $0.count } ?? true ? nil : "parts"
        case .problemStep(let step):
            return step.step == .closed && step.outcome == nil ? "outcome" : nil
        case .scan(let scan):
            return scan.event == nil && scan.operation == nil ? "event" : nil
        case .caseResolve(let decision):
            return sum(decision.postings.map(\.amountFen)) == 0 ? nil : "postings"
        case .identity, .check, .paymentVoid, .pickup, .refusal, .deliver, .attempt, .problem,
            .correct, .note, .return, .refund, .taskAccept, .taskDecline, .taskStart, .reweigh,
            .caseSay, .shiftOpen, .shiftClose, .oversize, .blobCorrupt, .consent, .taskOpen,
            .taskAssign, .taskCancel, .personSet, .configSet, .deviceState, .paymentConfirm,
            .tariffSet, .packSet, .numbersGrant, .taskChange, .addressChange, .chargePrice,
            .parcelIntercept,
            .parcelRelease, .adjustment, .streamClose, .reinterpret:
            return nil
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose: return nil
        }
    }

    /// The sum, if it is one of the machine.
    private static func sum(_ amounts: [Int]) -> Int? {
        var sum = 0
        for amount in amounts {
            let (next, hasOverflowed) = sum.addingReportingOverflow(amount)
            if hasOverflowed { return nil }
            sum = next
        }
        return sum
    }
}
