/// One step of the work on a problem parcel, as entered.
package struct ProblemStepForm: Sendable {
    package let problem: ProblemParcel
    package var step: ProblemStep
    package var outcome: ResolutionOutcome?
    /// Who works on it from now on.
    package var owner: String?
    /// ms UTC.
    package var dueAt: Int?
    package var told: [Told] = []
    package var amountFen: Int?
    package var formNumber: String?
    package var note: String?
    /// The person may decide for the station.
    package var isManager = false

    package init(problem: ProblemParcel, step: ProblemStep) {
        self.problem = problem
        self.step = step
    }
}

/// Work on problem parcels: who was told, what was found, and how it ends.
package enum ProblemStepRules {
    /// The fact to record, or everything that is still wrong with the form.
    package enum Outcome: Sendable {
        case recorded(ProblemStepFact)
        case incomplete([FormProblem])
    }

    /// Notices in one fact (PJS 4.5).
    static let toldCountMax = 20

    /// Judges a step of a problem that is not closed. What was held as prohibited is closed by a
    /// manager only (快递暂行条例 33).
    package static func decide(_ form: ProblemStepForm, now: Int) -> Outcome {
        var problems: [FormProblem] = []
        let mayHaveOutcome = form.step == .closed || form.step == .decided
        if form.step == .closed, form.outcome == nil {
            problems.append(.followUp(.outcomeMissing))
        }
        if form.outcome != nil, !mayHaveOutcome { problems.append(.followUp(.outcomeTooEarly)) }
        if form.step == .closed, form.outcome == .inDiscussion {
            problems.append(.followUp(.outcomeOpen))
        }
        if form.step == .assigned, form.owner == nil { problems.append(.followUp(.ownerMissing)) }
        if form.step == .told, form.told.isEmpty { problems.append(.followUp(.toldMissing)) }
        if form.told.count > toldCountMax {
            problems.append(.field(.tooMany(.told, max: toldCountMax)))
        }
        if let due = form.dueAt, due <= now { problems.append(.followUp(.dueInPast)) }
        if let amount = form.amountFen, amount <= 0 {
            problems.append(.field(.notPositive(.amount, amount)))
        }
        if form.step == .closed, form.problem.reason == .prohibitedFound, !form.isManager {
            problems.append(.followUp(.onlyManagerCloses))
        }
        if let owner = form.owner, !EntityReference.isIdentifier(owner) {
            problems.append(.field(.identifier(.owner, owner)))
        }
        problems += PartyRules.optionalText(form.note, .note, max: TextMax.report)
        problems += PartyRules.optionalText(form.formNumber, .problem, max: TextMax.number)
        guard problems.isEmpty else { return .incomplete(problems) }
        var fact = ProblemStepFact(step: form.step)
        fact.outcome = form.outcome
        fact.owner = form.owner
        fact.dueAt = form.dueAt
        fact.told = form.told
        fact.amountFen = form.amountFen
        fact.formNumber = form.formNumber
        fact.note = form.note
        return .recorded(fact)
    }
}
