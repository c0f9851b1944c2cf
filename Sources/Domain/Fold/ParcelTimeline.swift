/// One line of a parcel's trace (轨迹).
package struct TimelineEntry: Hashable, Sendable {
    /// ms UTC.
    package let at: Int
    /// `XXXX-XXXX`; the fact may be unknown here, its reference is not.
    package let reference: String
    /// The tracking event; nil for facts that are none, such as a payment.
    package let event: Code?
    /// Nil when only the row knows of it.
    package let kind: FactKind?
    /// Who recorded it, where known.
    package let person: String?
    package let place: String?
    /// What declared it void; it stays in the trace.
    package let voiding: Voiding?

    /// A later fact that says: this one does not count.
    package struct Voiding: Hashable, Sendable {
        package let at: Int
        /// `XXXX-XXXX` of the later fact.
        package let reference: String
        /// Of `CORRECTION_REASON`; nil for the void of a payment.
        package let reason: Code?
    }

    /// A correction declared it void.
    package var isVoided: Bool { voiding != nil }
}

/// The trace of a parcel: the same list on both sides.
package enum ParcelTimeline {
    /// Everything known of the parcel, oldest first.
    ///
    /// - Parameter row: the parcel's row; it tells what others did, as far as its history reaches.
    /// - Parameter facts: facts in the order of the ledger or journal; others may be among them.
    package static func entries(
        of parcel: String, row: Parcel?, facts: [Fact]
    ) -> [TimelineEntry] {
        let own = concerning(parcel, facts)
        var voided: [String: TimelineEntry.Voiding] = [:]
        for fact in own {
            if let (id, voiding) = fact.voiding { voided[id] = voided[id] ?? voiding }
        }
        var stage: Stage?
        var entries: [TimelineEntry] = []
        for fact in own {
            let event = fact.event(at: stage)
            if voided[fact.id] == nil { stage = event?.stage ?? stage }
            entries.append(
                TimelineEntry(
                    at: fact.recordedAt, reference: fact.reference, event: event.map(Code.init),
                    kind: fact.kind, person: fact.person, place: fact.place,
                    voiding: voided[fact.id]))
        }
        let told = Set(entries.map(\.reference))
        for entry in (row?.history ?? []).reversed() where !told.contains(entry.fact) {
            entries.append(
                TimelineEntry(
                    at: entry.at, reference: entry.fact, event: entry.event, kind: nil, person: nil,
                    place: entry.place.isEmpty ? nil : entry.place, voiding: nil))
        }
        return entries.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// The facts about the parcel, those they cite, and those that answer one of them.
    private static func concerning(_ parcel: String, _ facts: [Fact]) -> [Fact] {
        var ids: Set<String> = []
        for fact in facts
        where fact.parcels.contains(parcel) || fact.subject == EntityReference(.parcel, parcel) {
            ids.insert(fact.id)
            ids.formUnion(fact.cited)
        }
        return facts.filter { fact in
            if fact.corrects.map(ids.contains) == true { ids.insert(fact.id) }
            return ids.contains(fact.id)
        }
    }
}

extension Fact {
    /// The parcels that the payload names.
    package var parcels: [String] {
        switch payload {
        case .identity(let fact): [fact.parcel].compactMap { $0 }
        case .check(let fact): [fact.parcel]
        case .quote(let fact): [fact.parcel].compactMap { $0 }
        case .payment(let fact): [fact.parcel].compactMap { $0 }
        case .pickup(let fact): [fact.parcel]
        case .refusal(let fact): [fact.parcel].compactMap { $0 }
        case .deliver(let fact): [fact.parcel]
        case .attempt(let fact): [fact.parcel]
        case .problem(let fact):
            if case .parcel(let id) = fact.subject { [id] } else { [] }
        case .taskOpen(let fact): fact.parcels
        case .return(let fact): [fact.parcel]
        case .handover(let fact): fact.parcels
        case .scan(let fact): [fact.parcel]
        case .reweigh(let fact): [fact.parcel]
        case .consent(let fact): [fact.parcel].compactMap { $0 }
        case .addressChange(let fact): [fact.parcel].compactMap { $0 }
        case .parcelIntercept(let fact): [fact.parcel]
        case .parcelRelease(let fact): [fact.parcel]
        case .paymentVoid, .correct, .note, .cashHandover, .refund, .taskAccept, .taskDecline,
            .taskStart, .problemStep, .caseSay, .shiftOpen, .shiftClose, .oversize, .blobCorrupt,
            .taskAssign, .taskCancel, .personSet, .configSet, .deviceState, .paymentConfirm,
            .tariffSet, .packSet, .numbersGrant, .taskChange, .chargePrice, .adjustment,
            .caseResolve,
            .streamClose, .reinterpret:
            []
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose: []
        }
    }

    /// Earlier facts of the same act that the payload cites.
    package var cited: [String] {
        switch payload {
        case .pickup(let fact):
            [fact.identity, fact.check, fact.quote].compactMap { $0 } + fact.payments
        case .deliver(let fact):
            [fact.identity, fact.problem].compactMap { $0 } + fact.payments
        case .identity, .check, .quote, .payment, .paymentVoid, .refusal, .attempt, .problem,
            .correct, .note, .return, .handover, .cashHandover, .refund, .taskAccept, .taskDecline,
            .taskStart, .problemStep, .scan, .reweigh, .caseSay, .shiftOpen, .shiftClose, .oversize,
            .blobCorrupt, .consent, .taskOpen, .taskAssign, .taskCancel, .personSet, .configSet,
            .deviceState, .paymentConfirm, .tariffSet, .packSet, .numbersGrant, .taskChange,
            .addressChange,
            .chargePrice, .parcelIntercept, .parcelRelease, .adjustment, .caseResolve, .streamClose,
            .reinterpret:
            []
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose: []
        }
    }

    /// The fact that this one declares void, and what is to be said of that.
    fileprivate var voiding: (fact: String, voiding: TimelineEntry.Voiding)? {
        guard let corrects else { return nil }
        let reason: Code?
        if case .correct(let correction) = payload, correction.how == .void {
            reason = correction.reason
        } else if case .paymentVoid = payload {
            reason = nil
        } else {
            return nil
        }
        return (
            corrects,
            TimelineEntry.Voiding(at: recordedAt, reference: reference, reason: reason)
        )
    }

    /// The tracking event it is, for a parcel at this stage.
    fileprivate func event(at stage: Stage?) -> TrackingEvent? {
        switch payload {
        case .check(let check):
            check.result == .pass || stage == nil || stage == .created ? nil : .prohibitedHeld
        case .pickup: .accepted
        case .refusal: .pickupFailed
        case .deliver(let deliver): TrackingEvent(delivering: deliver, from: stage)
        case .attempt(let attempt): TrackingEvent(failing: attempt)
        case .problem(let report): report.reason.event
        case .taskOpen(let opening): opening.kind == .delivery ? .outForDelivery : .orderCreated
        case .return(let step): TrackingEvent(returning: step)
        case .scan(let scan): scan.event?.event
        case .problemStep(let step): step.step == .closed ? .exceptionResolved : nil
        case .addressChange(let change): change.parcel == nil ? nil : .redirected
        case .parcelIntercept(let stop): TrackingEvent(stopping: stop)
        case .parcelRelease: .exceptionResolved
        case .identity, .quote, .payment, .paymentVoid, .correct, .note, .handover, .cashHandover,
            .refund, .taskAccept, .taskDecline, .taskStart, .reweigh, .caseSay, .shiftOpen,
            .shiftClose, .oversize, .blobCorrupt, .consent, .taskAssign, .taskCancel, .personSet,
            .configSet, .deviceState, .paymentConfirm, .tariffSet, .packSet, .numbersGrant,
            .taskChange,
            .chargePrice, .adjustment, .caseResolve, .streamClose, .reinterpret:
            nil
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose: nil
        }
    }

    /// Where it happened, as far as the payload says.
    fileprivate var place: String? {
        switch payload {
        case .pickup(let pickup): pickup.routing?.originSite
        case .deliver(let deliver): deliver.place
        case .attempt(let attempt): attempt.place
        case .problem(let report): report.foundAt
        case .scan(let scan): scan.station
        case .identity, .check, .quote, .payment, .paymentVoid, .refusal, .correct, .note, .return,
            .handover, .cashHandover, .refund, .taskAccept, .taskDecline, .taskStart, .problemStep,
            .reweigh, .caseSay, .shiftOpen, .shiftClose, .oversize, .blobCorrupt, .consent,
            .taskOpen, .taskAssign, .taskCancel, .personSet, .configSet, .deviceState,
            .paymentConfirm, .tariffSet, .packSet, .numbersGrant, .taskChange, .addressChange,
            .chargePrice,
            .parcelIntercept, .parcelRelease, .adjustment, .caseResolve, .streamClose, .reinterpret:
            nil
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose: nil
        }
    }
}
