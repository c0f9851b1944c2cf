package import Domain
package import HandheldUI
package import Journal
import SyncProtocol

/// Scans of parcels on their way.
extension Handheld {
    /// Records the scan of one parcel of several; each has its own draft.
    package mutating func scan(
        _ number: String, _ input: ScanInput, draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { fact in
            if case .scan(let scan) = fact.payload { scan.parcel == number } else { false }
        }
        if let known { return known }
        let person: Person
        switch try actor(nil) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        let parcel = try parcel(number)
        var form = ScanForm(number: number, parcel: parcel, act: input.act)
        form.preCheck = input.preCheck
        form.destination = input.destination
        form.securityMark = input.securityMark
        form.isKeyed = input.isKeyed
        switch ScanRules.decide(form, in: try context(for: person.id, at: now)) {
        case .incomplete(let problems): return .refused(.form(problems))
        case .recorded(let fact):
            let subject = EntityReference(.parcel, fact.parcel)
            let said = FactDraft(
                .scan(fact), subject: subject, base: try versions(of: [subject]))
            return .recorded(try record([{ _ in said }], by: person.id, at: now, draft: draft))
        }
    }
}
