/// One step of the work on a problem (问题件).
package enum ProblemStep: String, CaseIterable, Sendable {
    case told = "TOLD"
    case traced = "TRACED"
    case found = "FOUND"
    case assigned = "ASSIGNED"
    case accepted = "ACCEPTED"
    case escalated = "ESCALATED"
    case decided = "DECIDED"
    case closed = "CLOSED"
}

/// How a problem ends (`resolution_outcomes`).
package enum ResolutionOutcome: String, CaseIterable, Sendable {
    case closeNoCompensation = "CLOSE_NO_COMPENSATION"
    case compensate = "COMPENSATE"
    case continueDelivery = "CONTINUE_DELIVERY"
    case continueDeliveryAndCompensate = "CONTINUE_DELIVERY_AND_COMPENSATE"
    case customerMustChangeData = "CUSTOMER_MUST_CHANGE_DATA"
    case discardAndCompensate = "DISCARD_AND_COMPENSATE"
    case foundContinueDelivery = "FOUND_CONTINUE_DELIVERY"
    case inDiscussion = "IN_DISCUSSION"
    case `return` = "RETURN"
    case returnAndCompensate = "RETURN_AND_COMPENSATE"
}

/// Something was done about a problem; the subject is the problem.
package struct ProblemStepFact: Hashable, Sendable {
    package var step: ProblemStep
    /// Always there when the problem is closed.
    package var outcome: ResolutionOutcome?
    /// Who works on it from now on.
    package var owner: String?
    /// ms UTC.
    package var dueAt: Int?
    package var told: [Told] = []
    package var amountFen: Int?
    /// Number of the notice of a problem parcel (问题件通知单).
    package var formNumber: String?
    package var note: String?

    package init(step: ProblemStep) {
        self.step = step
    }
}
