import Domain

/// What happened to the parcel, and in which order: R03, R04, R05, R07, R08, R13, R14, R15, R24.
extension ConflictSearch {
    /// R03 and R04: an inspection failed, and somebody passed it or went on.
    mutating func lookAtChecks() {
        let fails = checks(passing: false)
        guard !fails.isEmpty else { return }
        var differing: [Deed] = []
        for fail in fails where !isLifted(fail) {
            let passes = checks(passing: true).filter { !$0.isBefore(fail) }
            if !passes.isEmpty { differing += [fail] + passes }
        }
        if !differing.isEmpty {
            open(
                .checksDiffer, .checkDiffers, differing,
                comparison: differing.first.flatMap { first in
                    differing.last.map { compare(first, $0) }
                } ?? [])
        }
        var acted: [Deed] = []
        let acts = distinct(pickups) + payments + deliveries + handovers
        for fail in fails {
            let after = acts.filter { !$0.isBefore(fail) && !isLifted(fail, before: $0) }
            if !after.isEmpty { acted += [fail] + after }
        }
        if !acted.isEmpty {
            let isDelivered = acted.contains { $0.fact.kind == .deliver }
            open(
                .afterFailedCheck, .uncheckedOrFailed, acted, severity: isDelivered ? .high : .mid)
        }
    }

    /// R05 and R15: the parcel ended its journey more than once.
    mutating func lookAtDeliveries() {
        let deliveries = distinct(deliveries.filter { $0.fact.returnStep == nil })
        var doubled: [Deed] = []
        for (index, first) in deliveries.enumerated() {
            for second in deliveries[(index + 1)...] where isDouble(first, second) {
                doubled += [first, second]
            }
        }
        if let first = doubled.first, let last = doubled.last {
            open(.doubleDelivery, .doubleDelivery, doubled, comparison: compare(first, last))
        }
        let returns = distinct(returns)
        var returned: [Deed] = []
        if !returns.isEmpty, !finals.isEmpty { returned += finals + returns }
        for step in ReturnStep.allCases {
            let same = returns.filter { $0.fact.returnStep == step }
            let isTold =
                Set(same.map(\.person)).count == 1
                && Set(same.map(\.fact.kind)).count == same.count
            if same.count > 1, !isTold { returned += same }
        }
        if let first = returned.first, let last = returned.last {
            open(
                .returnedAndDelivered, .returnedAndDelivered, returned,
                comparison: compare(first, last))
        }
    }

    /// A drop that is collected afterwards is one delivery.
    private func isDouble(_ first: Deed, _ second: Deed) -> Bool {
        switch (first.fact.isTerminal, second.fact.isTerminal) {
        case (true, true): true
        case (false, false): first.person != second.person
        case (false, true): second.isBefore(first)
        case (true, false): first.isBefore(second)
        }
    }

    /// R07: cancelled, and done all the same.
    mutating func lookAtCancellations() {
        for cancel in cancellations {
            let delivered = deliveries.filter { $0.task == cancel.task }
            if !delivered.isEmpty {
                open(
                    .cancelledButDone, .deliveredAfterCancel, [cancel] + delivered,
                    of: "task:\(cancel.task ?? "")")
            }
            let pickedUp = distinct(pickups).filter { $0.task == cancel.task }
            if !pickedUp.isEmpty {
                open(
                    .cancelledButDone, .returnNeeded, [cancel] + pickedUp,
                    of: "task:\(cancel.task ?? "")")
            }
        }
    }

    /// R08 and R08a: the address was another one.
    mutating func lookAtAddresses() {
        var wrong: [Deed] = []
        for deed in deliveries {
            guard let change = missedChange(deed), !isNear(deed, change) else { continue }
            wrong += [change, deed]
        }
        if !wrong.isEmpty {
            open(
                .addressChanged, .deliveredToOldAddress, wrong,
                comparison: wrong.first.map { change in
                    [
                        CaseDifference(
                            "address", change.fact.address?.text ?? "",
                            wrong.last?.fact.deliveryPlace ?? "")
                    ]
                } ?? [])
        }
        for deed in distinct(attempts) where missedChange(deed) != nil {
            result.uncounted.insert(deed.id)
        }
    }

    /// The newest change of the address that was made before the act and that the courier had not
    /// seen.
    private func missedChange(_ deed: Deed) -> Deed? {
        counted.last { change in
            guard case .addressChange(let content) = change.fact.payload,
                !deed.isBefore(change)
            else { return false }
            let address = EntityReference(.addr, content.addressID)
            guard let seen = deed.fact.base[address] else { return false }
            return change.fact.base[address].map { seen <= $0 } ?? true
        }
    }

    private func isNear(_ deed: Deed, _ change: Deed) -> Bool {
        guard let position = deed.position, let address = change.fact.address,
            let metres = position.metres(to: address)
        else { return false }
        return position.accuracyMetres <= settings.oldAddressAccuracyMetres
            && metres <= settings.oldAddressMetres
    }

    /// R13: something happened after the end, as far as can be told.
    mutating func lookAtOrder() {
        var late: [Deed] = []
        let ends = finals + returns
        let fails = Set(checks(passing: false).map(\.id))
        for end in ends {
            for deed in counted where isJourney(deed, end) && !deed.isBefore(end) {
                // Who can tell whether it failed before it was delivered? R04 asks.
                if fails.contains(deed.id), !end.isBefore(deed) { continue }
                late += [end, deed]
            }
        }
        for attempt in distinct(attempts) {
            late += distinct(pickups).filter { attempt.isBefore($0) }.flatMap { [attempt, $0] }
        }
        if let first = late.first, let last = late.last {
            open(.outOfSequence, .afterTerminal, late, comparison: compare(first, last))
        }
    }

    /// Whether a fact belongs before the end of a journey.
    private func isJourney(_ deed: Deed, _ end: Deed) -> Bool {
        switch deed.fact.kind {
        case .pickup, .attempt: true
        case .check: end.fact.returnStep == nil
        // What goes back changes hands on its way.
        case .handover: end.fact.returnStep != .started
        case .identity, .quote, .payment, .paymentVoid, .refusal, .deliver, .problem, .correct,
            .note, .return, .cashHandover, .refund, .taskAccept, .taskDecline, .taskStart,
            .problemStep, .scan, .reweigh, .caseSay, .shiftOpen, .shiftClose, .oversize,
            .blobCorrupt, .consent, .taskOpen, .taskAssign, .taskCancel, .personSet, .configSet,
            .deviceState, .paymentConfirm, .tariffSet, .packSet, .numbersGrant, .taskChange,
            .addressChange,
            .chargePrice, .parcelIntercept, .parcelRelease, .adjustment, .caseResolve,
            .streamClose, .reinterpret, .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose:
            false
        }
    }

    /// R14 and R24: each problem is solved by progress, a complaint after delivery, or work.
    mutating func lookAtProblems() {
        for problem in distinct(problems) {
            guard case .problem(let report) = problem.fact.payload else { continue }
            let madeReference = EntityReference(.problem, problem.fact.madeID)
            let isClosed = counted.contains { step in
                guard case .problemStep(let content) = step.fact.payload else { return false }
                return step.fact.subject == madeReference && content.step == .closed
            }
            let progress =
                report.reason.isLoss
                ? deliveries + pickups + attempts + payments : deliveries
            if progress.contains(where: { problem.isBefore($0) }) {
                result.solved.insert(problem.id)
            } else if isClosed {
                continue
            } else if let end = finals.first {
                open(
                    .problemAgainstProgress, .problemAfterDelivery, [end, problem],
                    of: "fact:\(problem.id)",
                    comparison: [CaseDifference("reason", "", report.reason.rawValue)])
            } else {
                open(
                    .problemOpened, .problem, [problem], of: "fact:\(problem.id)",
                    comparison: [CaseDifference("reason", "", report.reason.rawValue)])
            }
        }
    }
}

extension ExceptionReason {
    /// Whether any sign of the parcel ends the problem.
    var isLoss: Bool {
        self == .lost || self == .suspectedLost || self == .noPhysicalParcel
    }
}

extension Fact {
    /// The address that it sets.
    var address: AddressFields? {
        if case .addressChange(let change) = payload { change.address } else { nil }
    }

    /// Where a delivery says it was.
    var deliveryPlace: String? {
        if case .deliver(let deliver) = payload { deliver.place } else { nil }
    }
}
