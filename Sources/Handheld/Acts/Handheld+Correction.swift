package import Domain
package import HandheldUI
package import Journal
import SyncProtocol
import WireMapping

/// Corrections: the record stays, a reversing record is added.
extension Handheld {
    /// Corrects a record of this journal.
    package mutating func correct(
        _ input: CorrectionInput, draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        if let receipt = try receipt(of: draft) { return .recorded(receipt) }
        guard let id = persons.first,
            case .person(let person) = try entity(EntityReference(.person, id)),
            person.state == .active
        else { return .refused(.nobody) }
        let facts = try journal.facts(after: 0)
        guard let target = try fact(named: input.record, among: facts) else {
            return .refused(.unknownRecord(input.record))
        }
        var form = CorrectionForm(target: target, reason: input.reason)
        for change in input.changes {
            guard let old = Handheld.text(at: change.path, of: target.payload) else {
                return .refused(.form([.correction(.unknownField(change.path))]))
            }
            form.changes.append(FieldChange(path: change.path, old: old, new: change.new))
        }
        form.isAlreadyCorrected = facts.contains { $0.corrects == target.id }
        form.isManager = person.capabilities.contains(.manager)
        form.note = input.note
        switch CorrectionRules.decide(form, in: try context(for: person.id, at: now)) {
        case .incomplete(let problems): return .refused(.form(problems))
        case .recorded(let reversal):
            guard let said = input.confirmation,
                try fact(named: said, among: facts)?.id == target.id
            else { return .refused(.unconfirmed(target)) }
            return .recorded(
                try record([{ _ in reversal }], by: person.id, at: now, draft: draft))
        }
    }

    /// The fact that a person names by number, reference or id.
    func fact(named name: RecordName, among facts: [Fact]) throws(JournalError) -> Fact? {
        switch name {
        case .number(let number):
            guard let entry = try journal.list(from: number, countMax: 1).first,
                entry.place.sequence == number
            else { return nil }
            return facts.first { $0.id == entry.place.id }
        case .reference(let reference): return facts.first { $0.reference == reference }
        case .fact(let id): return facts.first { $0.id == id }
        }
    }

    /// The text of a field of a payload, `recipient.name`; nil for lists, objects and what is not
    /// there.
    private static func text(at path: String, of payload: FactPayload) -> String? {
        guard var object = try? FactWriter.payload(of: payload) else { return nil }
        var keys = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let last = keys.popLast() else { return nil }
        for key in keys {
            guard let inner = object[key]?.object else { return nil }
            object = inner
        }
        switch object[last] {
        case .text(let text): return text
        case .integer(let number): return String(number)
        case .bool(let flag): return flag ? "true" : "false"
        case .list, .object, nil: return nil
        }
    }
}
