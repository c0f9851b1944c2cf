/// What kind of work a task is.
package enum TaskKind: String, CaseIterable, Sendable {
    case pickup = "PICKUP"
    case delivery = "DELIVERY"
    case `return` = "RETURN"
    case returnReceipt = "RETURN_RECEIPT"
    case visit = "VISIT"
    case call = "CALL"
    case sweep = "SWEEP"
}

/// Where a task stands.
package enum TaskState: String, CaseIterable, Sendable {
    case open
    case accepted
    case declined
    case started
    case done
    case overtaken
    case cancelled
    case needsHandover = "needs_handover"

    /// Whether the task has ended.
    package var isEnded: Bool {
        switch self {
        case .done, .overtaken, .cancelled: true
        case .open, .accepted, .declined, .started, .needsHandover: false
        }
    }
}

/// Where work on a problem parcel stands.
package enum ProblemState: String, CaseIterable, Sendable {
    case open
    case working
    case solved
    case closed
}

/// How the check digit of a waybill number is made.
package enum CheckDigitScheme: String, CaseIterable, Sendable {
    case none
    case s10
    case mod1110 = "mod11_10"
}

/// What became of a fact (PJS 9.5).
package enum DispositionWord: String, CaseIterable, Sendable {
    case applied
    case noop
    case held
    case `case` = "case"
    case quarantined
}
