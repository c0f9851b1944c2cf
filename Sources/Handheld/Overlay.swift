import Domain
import Journal

/// The station's rows with the own facts folded in that the rows do not contain yet (PJS 10.2):
/// rows never replace facts, and a courier always sees what was just recorded.
struct Overlay {
    /// Entities that own facts have changed or made.
    private var changed: [EntityReference: Entity] = [:]

    /// Folds all facts in that the rows of the journal do not contain.
    ///
    /// A pinned row is as it was when the station took it away. What own facts have done to it
    /// since is folded in as well, also when the station has applied them.
    init(over journal: Journal) throws(JournalError) {
        for row in try journal.pinnedRows() {
            for fact in row.facts { try fold(fact, over: journal, onlyInto: row.reference) }
        }
        try journal.forEachUnappliedFact { (standing) throws(JournalError) in
            try fold(standing.fact, over: journal)
        }
    }

    /// Folds a fact in that was recorded just now.
    ///
    /// - Parameter only: the one entity that may change; all that it concerns without one.
    mutating func fold(
        _ fact: Fact, over journal: Journal, onlyInto only: EntityReference? = nil
    ) throws(JournalError) {
        var failure: JournalError?
        let answered = try Overlay.fact(answeredBy: fact, in: journal)
        let outcome = Fold.apply(fact, answering: answered) { reference in
            if let entity = changed[reference] { return entity }
            do throws(JournalError) {
                return try journal.row(reference)?.present
            } catch {
                failure = error
                return nil
            }
        }
        if let failure { throw failure }
        for entity in outcome.changes where only == nil || only == entity.reference {
            changed[entity.reference] = entity
        }
    }

    /// The present state of one entity.
    func entity(
        _ reference: EntityReference, over journal: Journal
    ) throws(JournalError) -> Entity? {
        if let entity = changed[reference] { return entity }
        return try journal.row(reference)?.present
    }

    /// Whether own facts that the rows do not contain have changed it.
    func changes(_ reference: EntityReference) -> Bool { changed[reference] != nil }

    /// All entities of a type, by id.
    func entities(
        of type: EntityType, over journal: Journal
    ) throws(JournalError) -> [Entity] {
        var byReference: [EntityReference: Entity] = [:]
        for row in try journal.rows(of: type) { byReference[row.entity.reference] = row.present }
        for (reference, entity) in changed where reference.type == type {
            byReference[reference] = entity
        }
        return byReference.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The own fact that this one corrects or voids, with what answered it before.
    private static func fact(
        answeredBy fact: Fact, in journal: Journal
    ) throws(JournalError) -> AnsweredFact? {
        guard let id = fact.corrects else { return nil }
        guard let key = try journal.key(of: id),
            let answered = try journal.facts(at: [key]).first
        else { return nil }
        let before = try journal.answers(to: id).prefix { $0.id != fact.id }
        return AnsweredFact(answered, answers: Array(before))
    }
}
