package import Domain
package import HandheldUI
package import Journal
import SyncProtocol

/// Cases that facts of this handheld are in: a manager decides them, a person concerned may say
/// what is true.
extension Handheld {
    /// Cases, open ones first, then by number.
    package func conflicts() throws(JournalError) -> [CaseRow] {
        var rows: [CaseRow] = []
        for row in try journal.rows(of: .case) {
            if case .dispute(let dispute) = row.entity { rows.append(dispute) }
        }
        return rows.sorted { left, right in
            let ranks = (left.state == .resolved ? 1 : 0, right.state == .resolved ? 1 : 0)
            let numbers = (CaseRow.number(of: left.id) ?? 0, CaseRow.number(of: right.id) ?? 0)
            return (ranks.0, numbers.0) < (ranks.1, numbers.1)
        }
    }

    /// One case; nil when this handheld has none of the id.
    package func conflict(_ id: String) throws(JournalError) -> CaseRow? {
        guard case .dispute(let row) = try journal.row(EntityReference(.case, id))?.entity else {
            return nil
        }
        return row
    }

    /// Records what the person logged in says of a case.
    package mutating func say(
        _ input: CaseSayInput, draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let reference = EntityReference(.case, input.id)
        let known = try result(of: draft) { $0.kind == .caseSay && $0.subject == reference }
        if let known { return known }
        guard let person = persons.first else { return .refused(.nobody) }
        guard let row = try journal.row(reference), case .dispute(let dispute) = row.entity else {
            return .refused(.unknownCase(input.id))
        }
        guard dispute.state != .resolved else { return .refused(.caseEnded(dispute)) }
        var fact = CaseSayFact(version: row.version, stand: input.stand)
        fact.note = input.note
        let said = FactDraft(.caseSay(fact), subject: reference)
        return .recorded(try record([{ _ in said }], by: person, at: now, draft: draft))
    }
}
