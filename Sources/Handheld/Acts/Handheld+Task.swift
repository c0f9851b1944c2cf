package import Domain
package import HandheldUI
package import Journal
import SyncProtocol

/// What the courier says of a task: taken on, begun, or given back to dispatch.
extension Handheld {
    /// Records the answer of the person whose task it is.
    package mutating func answer(
        _ input: TaskAnswerInput, draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let reference = EntityReference(.task, input.task)
        let known = try result(of: draft) { fact in
            fact.kind == input.answer.kind && fact.subject == reference
        }
        if let known { return known }
        let person: Person
        switch try actor(nil) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        guard case .task(let task) = try entity(reference) else {
            return .refused(.unknownTask(input.task))
        }
        guard task.assignee == person.id else {
            return .refused(.taskOfOther(task.id, person: task.assignee))
        }
        guard !task.state.isEnded else { return .refused(.taskEnded(task.id, task.state)) }
        switch TaskRules.decide(input.answer, to: task) {
        case .stands: return .refused(.taskStands(task.id, task.state))
        case .incomplete(let problems): return .refused(.form(problems))
        case .recorded(let payload):
            let said = FactDraft(payload, subject: reference, base: try versions(of: [reference]))
            return .recorded(try record([{ _ in said }], by: person.id, at: now, draft: draft))
        }
    }
}

extension TaskAnswer {
    /// The kind of fact that the answer becomes.
    fileprivate var kind: FactKind {
        switch self {
        case .accept: .taskAccept
        case .decline: .taskDecline
        case .start: .taskStart
        }
    }
}
