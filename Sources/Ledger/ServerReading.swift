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
    /// by writing so.
    package init(_ entry: Entry, fact: Digest, effectiveMilliseconds: Int, isStation: Bool) {
        switch FactReader.fact(from: entry, id: fact, recordedAt: effectiveMilliseconds) {
        case .fact(let fact) where fact.kind.isMadeByStation != isStation:
            self = .notApplied(.quarantined(.badPayload))
        case .fact(let fact): self = .fact(fact)
        case .badPayload: self = .notApplied(.quarantined(.badPayload))
        case .unknownKind, .unknownCode: self = .notApplied(.held(.schema))
        }
    }
}

extension Fact {
    /// The parcels a fact speaks of; a timeline lists it under each.
    package var parcels: [String] {
        var parcels: [String] = []
        func add(_ parcel: String?) {
            if let parcel, !parcels.contains(parcel) { parcels.append(parcel) }
        }
        if let subject, subject.type == .parcel { add(subject.id) }
        switch payload {
        case .identity(let fact): add(fact.parcel)
        case .check(let fact): add(fact.parcel)
        case .quote(let fact): add(fact.parcel)
        case .payment(let fact): add(fact.parcel)
        case .pickup(let fact): add(fact.parcel)
        case .refusal(let fact): add(fact.parcel)
        case .deliver(let fact): add(fact.parcel)
        case .attempt(let fact): add(fact.parcel)
        case .problem(let fact):
            if case .parcel(let parcel) = fact.subject { add(parcel) }
        case .taskOpen(let fact): fact.parcels.forEach { add($0) }
        case .paymentVoid, .correct, .note, .taskAssign, .taskCancel, .personSet, .configSet,
            .deviceState, .paymentConfirm, .tariffSet, .numbersGrant:
            break
        }
        return parcels
    }
}
