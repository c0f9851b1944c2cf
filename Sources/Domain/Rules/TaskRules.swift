/// Why a courier gives a task back to dispatch (PJS 4.5, `task.decline`).
package enum DeclineReason: String, CaseIterable, Sendable {
    case outOfArea = "OUT_OF_AREA"
    case tooFull = "TOO_FULL"
    case tooLarge = "TOO_LARGE"
    case tooLate = "TOO_LATE"
    case vehicle = "VEHICLE"
    case unwell = "UNWELL"
    case other = "OTHER"
}

/// What a courier says of a task before working on it.
package enum TaskAnswer: Hashable, Sendable {
    case accept
    case decline(DeclineReason, note: String?)
    /// - Parameter outOfOrder: why before an earlier stop of the round.
    case start(outOfOrder: String?)
}

/// Answers to tasks: a courier takes one on, begins it, or gives it back with a reason.
package enum TaskRules {
    /// The fact, or what keeps it from being made.
    package enum Outcome: Equatable, Sendable {
        case recorded(FactPayload)
        /// The state of the task leaves nothing to say.
        case stands
        case incomplete([FormProblem])
    }

    /// Judges an answer to a task that has not ended.
    package static func decide(_ answer: TaskAnswer, to task: CourierTask) -> Outcome {
        switch answer {
        case .accept:
            let isNews = task.state == .open || task.state == .declined
            return isNews ? .recorded(.taskAccept(TaskAcceptFact())) : .stands
        case .decline(let reason, let note):
            return task.state == .declined ? .stands : decline(reason, note)
        case .start(let why):
            return task.state == .started || task.state == .needsHandover ? .stands : start(why)
        }
    }

    private static func decline(_ reason: DeclineReason, _ note: String?) -> Outcome {
        var problems = PartyRules.optionalText(note, .note, max: TextMax.note)
        if reason == .other, PartyRules.isBlank(note ?? "") {
            problems.append(.followUp(.explanationMissing))
        }
        guard problems.isEmpty, let code = Code(reason.rawValue) else {
            return .incomplete(problems)
        }
        var fact = TaskDeclineFact(reason: code)
        fact.note = note
        return .recorded(.taskDecline(fact))
    }

    private static func start(_ why: String?) -> Outcome {
        let problems = PartyRules.optionalText(why, .note, max: TextMax.note)
        guard problems.isEmpty else { return .incomplete(problems) }
        var fact = TaskStartFact()
        fact.isOutOfOrder = why == nil ? nil : true
        fact.reason = why
        return .recorded(.taskStart(fact))
    }
}
