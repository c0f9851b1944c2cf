import Domain
package import Journal

/// Forms that were begun and not recorded. They lie in the journal, where a record takes its draft
/// away in the same change.
extension Handheld {
    /// Keeps a draft, in the place of its older state.
    package func keep(_ draft: Draft) throws(JournalError) { try journal.keep(draft) }

    /// The drafts that were not recorded, the newest first.
    package func drafts() throws(JournalError) -> [Draft] { try journal.drafts() }

    /// Throws a draft away that will not be recorded.
    package func discardDraft(_ id: String) throws(JournalError) { try journal.discardDraft(id) }

    /// Whether the person logged in has an open task to bring the parcel.
    package mutating func isOwnDelivery(_ parcel: String) throws(JournalError) -> Bool {
        guard let person = persons.first else { return false }
        return try deliveryTask(of: parcel, person: person) != nil
    }

    /// What is to be collected with a parcel now, in fen.
    package mutating func dueFen(of parcel: String) throws(JournalError) -> Int {
        let task = try persons.first.flatMap { person throws(JournalError) in
            try deliveryTask(of: parcel, person: person)
        }
        return Fen.sum(try dues(of: parcel, task: task).map(\.fen)) ?? .max
    }
}
