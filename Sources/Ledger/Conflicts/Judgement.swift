import Domain
package import SyncProtocol

/// What the rules of conflict say of a fact before it counts.
package enum Judgement: Hashable, Sendable {
    case counts
    /// The same person recorded the same act before (R01).
    case sameAct
    /// A manager has to approve it first (R11, R25).
    case unapproved
}

extension FactKind {
    /// Whether an act of the kind can be done again, so that only R01 tells a second record of it
    /// from a second one. Of other kinds the state says so.
    var isRepeatable: Bool { self == .attempt || self == .problem || self == .scan }
}

extension Entry {
    /// Where the handheld was when it recorded the fact, if it knew.
    package var fix: Fix? {
        position.map {
            Fix(
                latitude: $0.latitude, longitude: $0.longitude,
                accuracyMetres: $0.accuracyMetres)
        }
    }
}
