/// The rules of conflict (PJS 17.3).
package enum ConflictRule: Int, CaseIterable, Sendable, Comparable {
    case sameAct = 1
    case doublePickup
    case checksDiffer
    case afterFailedCheck
    case doubleDelivery
    case reassignedButDone
    case cancelledButDone
    case addressChanged
    case priceChanged
    case paidTwice
    case void
    case paidForNothing
    case outOfSequence
    case problemAgainstProgress
    case returnedAndDelivered
    case unknownSubject
    case notEntitled
    case late
    case interceptIgnored
    case handoverUnmatched
    case unknownKind
    case evidenceMissing
    case implausible
    case problemOpened
    case correction

    /// `R01` … `R25`.
    package var text: String { rawValue < 10 ? "R0\(rawValue)" : "R\(rawValue)" }

    /// Reads `R01` … `R25`.
    package init?(text: String) {
        guard let rule = ConflictRule.allCases.first(where: { $0.text == text }) else { return nil }
        self = rule
    }

    /// By number.
    package static func < (left: ConflictRule, right: ConflictRule) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// What a person has to decide (PJS 17.4).
package enum CaseKind: String, CaseIterable, Sendable {
    case custody
    case checkDiffers = "check_differs"
    case uncheckedOrFailed = "unchecked_or_failed"
    case doubleDelivery = "double_delivery"
    case deliveredAfterCancel = "delivered_after_cancel"
    case returnNeeded = "return_needed"
    case deliveredToOldAddress = "delivered_to_old_address"
    case collectOrWaive = "collect_or_waive"
    case refundDue = "refund_due"
    case doublePayment = "double_payment"
    case voidApproval = "void_approval"
    case correctionApproval = "correction_approval"
    case afterTerminal = "after_terminal"
    case problemAfterDelivery = "problem_after_delivery"
    case problem
    case returnedAndDelivered = "returned_and_delivered"
    case unknownSubject = "unknown_subject"
    case notEntitled = "not_entitled"
    case lateEntry = "late_entry"
    case interceptIgnored = "intercept_ignored"
    case handoverUnmatched = "handover_unmatched"
    case cashVariance = "cash_variance"
    case implausible
    case possibleClone = "possible_clone"
    case evidenceLost = "evidence_lost"
    case sealDiffers = "seal_differs"

    /// How serious such a case is, unless what happened makes it worse.
    package var severity: CaseSeverity {
        switch self {
        case .collectOrWaive, .implausible: .low
        case .custody, .checkDiffers, .uncheckedOrFailed, .deliveredAfterCancel, .returnNeeded,
            .refundDue, .voidApproval, .correctionApproval, .afterTerminal,
            .problemAfterDelivery, .problem, .unknownSubject, .notEntitled, .lateEntry,
            .evidenceLost:
            .mid
        case .doubleDelivery, .deliveredToOldAddress, .doublePayment, .returnedAndDelivered,
            .interceptIgnored, .handoverUnmatched, .cashVariance, .possibleClone, .sealDiffers:
            .high
        }
    }

    /// The answers that a manager may give.
    package var options: [CaseOption] {
        switch self {
        case .custody: [.firstHolds, .secondHolds, .handoverHappened]
        case .checkDiffers: [.stayBlocked, .release]
        case .uncheckedOrFailed: [.recall, .release, .report]
        case .doubleDelivery: [.firstTrue, .secondTrue, .bothTrue]
        case .deliveredAfterCancel, .returnNeeded: [.senderPays, .carrierPays, .return, .keep]
        case .deliveredToOldAddress, .interceptIgnored: [.accept, .recover]
        case .collectOrWaive: [.collect, .waive]
        case .refundDue: [.refund, .keepWithReason]
        case .doublePayment: [.refundFirst, .refundSecond, .bothTrue]
        case .voidApproval, .correctionApproval: [.approve, .refuse]
        case .afterTerminal: [.ignoreLater, .reopen]
        case .problemAfterDelivery, .problem: CaseOption.outcomes
        case .returnedAndDelivered: [.delivered, .returned]
        case .unknownSubject: [.match, .create, .writeOff]
        case .notEntitled: [.accept, .reversePlan]
        case .lateEntry: [.accept]
        case .handoverUnmatched, .cashVariance: [.giverRight, .takerRight, .split, .loss]
        case .implausible: [.accept, .examine]
        case .possibleClone: [.revoke, .keep]
        case .evidenceLost: [.accept, .askAgain]
        case .sealDiffers: [.deviceRight, .ledgerRight]
        }
    }
}

/// One answer to a case.
package enum CaseOption: String, CaseIterable, Sendable {
    case firstHolds = "FIRST_HOLDS"
    case secondHolds = "SECOND_HOLDS"
    case handoverHappened = "HANDOVER_HAPPENED"
    case stayBlocked = "STAY_BLOCKED"
    case release = "RELEASE"
    case recall = "RECALL"
    case report = "REPORT"
    case firstTrue = "FIRST_TRUE"
    case secondTrue = "SECOND_TRUE"
    case bothTrue = "BOTH_TRUE"
    case senderPays = "SENDER_PAYS"
    case carrierPays = "CARRIER_PAYS"
    case `return` = "RETURN"
    case keep = "KEEP"
    case accept = "ACCEPT"
    case recover = "RECOVER"
    case collect = "COLLECT"
    case waive = "WAIVE"
    case refund = "REFUND"
    case keepWithReason = "KEEP_WITH_REASON"
    case refundFirst = "REFUND_FIRST"
    case refundSecond = "REFUND_SECOND"
    case approve = "APPROVE"
    case refuse = "REFUSE"
    case ignoreLater = "IGNORE_LATER"
    case reopen = "REOPEN"
    case delivered = "DELIVERED"
    case returned = "RETURNED"
    case match = "MATCH"
    case create = "CREATE"
    case writeOff = "WRITE_OFF"
    case reversePlan = "REVERSE_PLAN"
    case giverRight = "GIVER_RIGHT"
    case takerRight = "TAKER_RIGHT"
    case split = "SPLIT"
    case loss = "LOSS"
    case examine = "EXAMINE"
    case revoke = "REVOKE"
    case askAgain = "ASK_AGAIN"
    case deviceRight = "DEVICE_RIGHT"
    case ledgerRight = "LEDGER_RIGHT"
    case closeNoCompensation = "CLOSE_NO_COMPENSATION"
    case compensate = "COMPENSATE"
    case continueDelivery = "CONTINUE_DELIVERY"
    case continueDeliveryAndCompensate = "CONTINUE_DELIVERY_AND_COMPENSATE"
    case customerMustChangeData = "CUSTOMER_MUST_CHANGE_DATA"
    case discardAndCompensate = "DISCARD_AND_COMPENSATE"
    case foundContinueDelivery = "FOUND_CONTINUE_DELIVERY"
    case inDiscussion = "IN_DISCUSSION"
    case returnAndCompensate = "RETURN_AND_COMPENSATE"

    /// How a problem ends: the codes of `ResolutionOutcome`.
    package static let outcomes = ResolutionOutcome.allCases.compactMap {
        CaseOption(rawValue: $0.rawValue)
    }
}

/// How serious a case is.
package enum CaseSeverity: String, CaseIterable, Comparable, Sendable {
    case low, mid, high

    private var rank: Int {
        switch self {
        case .low: 0
        case .mid: 1
        case .high: 2
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// Where a case stands.
package enum CaseState: String, CaseIterable, Sendable {
    case open
    /// A person concerned has taken a stand.
    case said
    case resolved
}
