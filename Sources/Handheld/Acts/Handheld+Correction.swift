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
        let key = try key(named: input.record)
        let target = try key.flatMap { (key) throws(JournalError) in
            try journal.facts(at: [key]).first
        }
        let known = try result(of: draft) { target != nil && $0.corrects == target?.id }
        if let known { return known }
        guard let id = persons.first,
            case .person(let person) = try entity(EntityReference(.person, id)),
            person.state == .active
        else { return .refused(.nobody) }
        guard let target else { return .refused(.unknownRecord(input.record)) }
        var form = CorrectionForm(target: target, reason: input.reason)
        for change in input.changes {
            guard let old = Handheld.text(at: change.path, of: target.payload) else {
                return .refused(.form([.correction(.unknownField(change.path))]))
            }
            form.changes.append(FieldChange(path: change.path, old: old, new: change.new))
        }
        form.isAlreadyCorrected = try !journal.answers(to: target.id).isEmpty
        form.isManager = person.capabilities.contains(.manager)
        form.note = input.note
        switch CorrectionRules.decide(form, in: try context(for: person.id, at: now)) {
        case .incomplete(let problems): return .refused(.form(problems))
        case .recorded(let reversal):
            guard let said = input.confirmation,
                try self.key(named: said) == key
            else { return .refused(.unconfirmed(target)) }
            return .recorded(
                try record([{ _ in reversal }], by: person.id, at: now, draft: draft))
        }
    }

    /// The place of the record that a person names by reference, id, or number in the open stream.
    func key(named name: RecordName) throws(JournalError) -> EntryKey? {
        switch name {
        case .number(let number): try journal.key(ofNumber: number)
        case .reference(let reference): try journal.key(ofReference: reference)
        case .fact(let id): try journal.key(of: id)
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
