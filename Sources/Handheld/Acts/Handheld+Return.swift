package import Domain
package import HandheldUI
package import Journal
import SyncProtocol

/// Parcels that go back to their senders (PJS 4.5).
extension Handheld {
    /// Records that the way back begins, or that the sender has the parcel again.
    package mutating func returning(
        _ input: ReturnInput, photos: [TakenPhoto] = [], draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { fact in
            if case .return(let step) = fact.payload {
                step.parcel == input.parcel && step.step == input.step
            } else {
                false
            }
        }
        if let known { return known }
        let person: Person
        switch try actor(.deliver) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        guard let parcel = try parcel(input.parcel) else {
            return .refused(.unknownParcel(input.parcel))
        }
        let isHeld = try holds(parcel, person.id)
        guard isHeld || parcel.stage.isTerminal else {
            return .refused(.parcelsNotHeld([parcel.id]))
        }
        var form = ReturnForm(parcel: parcel, step: input.step)
        form.reason = input.reason
        if form.reason == nil { form.reason = try startedReason(of: parcel.id) }
        form.payer = input.payer
        form.formNumbers = input.formNumbers
        form.signer = input.signer
        form.hasPhoto = !photos.isEmpty
        form.approvedBy = input.approvedBy
        form.note = input.note
        if let text = input.signature {
            guard let strokes = Strokes(decoding: text) else {
                return .refused(.unreadableSignature)
            }
            form.signature = DrawnSignature(
                strokes: SignatureStrokes(format: .strokes1, data: text),
                pointCount: strokes.pointCount)
        }
        switch ReturnRules.decide(form) {
        case .incomplete(let problems): return .refused(.form(problems))
        case .recorded(let fact):
            return .recorded(
                try record(fact, of: parcel, by: person.id, photos, draft: draft, at: now))
        }
    }

    private mutating func record(
        _ fact: ReturnFact, of parcel: Parcel, by person: String, _ photos: [TakenPhoto],
        draft: String, at now: Moment
    ) throws(JournalError) -> Receipt {
        let task = try deliveryTask(of: parcel.id, person: person)
        let reference = EntityReference(.parcel, parcel.id)
        let subject = task.map { EntityReference(.task, $0.id) } ?? reference
        let base = try versions(of: subject == reference ? [reference] : [subject, reference])
        return try record(
            Handheld.listing(
                photos, as: .proof,
                in: [{ _ in FactDraft(.return(fact), subject: subject, base: base) }]),
            by: person, at: now, draft: draft)
    }

    /// Why the way back began, where this handheld recorded it.
    private func startedReason(of parcel: String) throws(JournalError) -> ReturnReason? {
        for fact in try journal.facts(at: try journal.keys(naming: parcel)).reversed() {
            if case .return(let step) = fact.payload, step.step == .started { return step.reason }
        }
        return nil
    }
}
