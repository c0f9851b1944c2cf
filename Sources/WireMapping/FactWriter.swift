package import Domain
package import SyncProtocol

/// Writes facts as payloads of entries (PJS 4.4).
package enum FactWriter {
    /// The payload as it stands in the entry's `p`.
    ///
    /// What was written is read again before it is given back, so a recorder never writes a payload
    /// that a reader refuses: it throws the field instead.
    package static func payload(of payload: FactPayload) throws(FieldProblem) -> CanonicalObject {
        let object = fields(of: payload)
        _ = try FactReader.payload(payload.kind, object)
        return object
    }

    /// The base versions as they stand in the entry's `b`.
    package static func base(of versions: [EntityReference: Int]) -> [String: Int] {
        var base: [String: Int] = [:]
        for (reference, version) in versions { base[reference.description] = version }
        return base
    }

    private static func fields(of payload: FactPayload) -> CanonicalObject {
        switch payload {
        case .identity(let fact): fact.written()
        case .check(let fact): fact.written()
        case .quote(let fact): fact.written()
        case .payment(let fact): fact.written()
        case .paymentVoid(let fact): fact.written()
        case .pickup(let fact): fact.written()
        case .refusal(let fact): fact.written()
        case .deliver(let fact): fact.written()
        case .attempt(let fact): fact.written()
        case .problem(let fact): fact.written()
        case .correct(let fact): fact.written()
        case .note(let fact): fact.written()
        case .return(let fact): fact.written()
        case .handover(let fact): fact.written()
        case .cashHandover(let fact): fact.written()
        case .refund(let fact): fact.written()
        case .taskAccept(let fact): fact.written()
        case .taskDecline(let fact): fact.written()
        case .taskStart(let fact): fact.written()
        case .problemStep(let fact): fact.written()
        case .scan(let fact): fact.written()
        case .reweigh(let fact): fact.written()
        case .caseSay(let fact): fact.written()
        case .shiftOpen(let fact): fact.written()
        case .shiftClose(let fact): fact.written()
        case .oversize(let fact): fact.written()
        case .blobCorrupt(let fact): fact.written()
        case .consent(let fact): fact.written()
        case .taskOpen(let fact): fact.written()
        case .taskAssign(let fact): fact.written()
        case .taskCancel(let fact): fact.written()
        case .personSet(let fact): fact.written()
        case .configSet(let fact): fact.written()
        case .deviceState(let fact): fact.written()
        case .paymentConfirm(let fact): fact.written()
        case .tariffSet(let fact): fact.written()
        case .packSet(let fact): fact.written()
        case .numbersGrant(let fact): fact.written()
        case .taskChange(let fact): fact.written()
        case .addressChange(let fact): fact.written()
        case .chargePrice(let fact): fact.written()
        case .parcelIntercept(let fact): fact.written()
        case .parcelRelease(let fact): fact.written()
        case .adjustment(let fact): fact.written()
        case .caseResolve(let fact): fact.written()
        case .streamClose(let fact): fact.written()
        case .reinterpret(let fact): fact.written()
        case .daySeal(let fact): fact.written()
        case .dayReceipt(let fact): fact.written()
        case .dayBegin(let fact): fact.written()
        case .dayWaive(let fact): fact.written()
        case .dayClose(let fact): fact.written()
        }
    }
}
