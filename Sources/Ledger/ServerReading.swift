package import Domain
package import SyncProtocol
import WireMapping

/// What the server reads a stored entry as: a fact to apply, or why not.
package enum ServerReading: Hashable, Sendable {
    case fact(Fact)
    case notApplied(Disposition)

    /// Reads an entry of a handheld, or of the server's own stream.
    ///
    /// The kinds that only the station makes are refused from a handheld: nobody becomes a manager
    /// by writing so. The station may record the others, for what is done at its counter.
    package init(_ entry: Entry, fact: Digest, effectiveMilliseconds: Int, isStation: Bool) {
        switch FactReader.fact(from: entry, id: fact, recordedAt: effectiveMilliseconds) {
        case .fact(let fact) where fact.kind.isMadeByStation && !isStation:
            self = .notApplied(.quarantined(.badPayload))
        case .fact(let fact): self = .fact(fact)
        case .badPayload: self = .notApplied(.quarantined(.badPayload))
        case .unknownKind, .unknownCode: self = .notApplied(.held(.schema))
        }
    }
}
