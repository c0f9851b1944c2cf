package import Domain
package import HandheldUI
package import Journal
import SyncProtocol

/// Work on problem parcels after they were reported.
extension Handheld {
    /// Records one step. The problem is named by its id, or by its parcel while one is open.
    package mutating func work(
        on input: ProblemStepInput, draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { $0.kind == .problemStep }
        if let known { return known }
        let person: Person
        switch try actor(nil) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        guard let problem = try problem(named: input.problem) else {
            return .refused(.unknownProblem(input.problem))
        }
        guard problem.state != .closed else { return .refused(.problemEnded(problem.id)) }
        var form = ProblemStepForm(problem: problem, step: input.step)
        form.outcome = input.outcome
        form.owner = input.owner
        form.dueAt = input.dueAt
        form.told = input.told.map { told in
            Told(topics: [told.whom], at: now.wallMilliseconds, channel: told.channel)
        }
        form.amountFen = input.amountFen
        form.formNumber = input.formNumber
        form.note = input.note
        form.isManager = person.capabilities.contains(.manager)
        switch ProblemStepRules.decide(form, now: now.wallMilliseconds) {
        case .incomplete(let problems): return .refused(.form(problems))
        case .recorded(let fact):
            let subject = EntityReference(.problem, problem.id)
            let said = FactDraft(
                .problemStep(fact), subject: subject, base: try versions(of: [subject]))
            return .recorded(try record([{ _ in said }], by: person.id, at: now, draft: draft))
        }
    }

    private mutating func problem(
        named name: String
    ) throws(JournalError) -> ProblemParcel? {
        if case .problem(let problem) = try entity(EntityReference(.problem, name)) {
            return problem
        }
        return try problems().last { $0.parcel == name && $0.state != .closed }
    }
}
