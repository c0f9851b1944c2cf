package import Domain
package import SyncProtocol

/// Where a fact stands in the journal.
package struct RecordedFact: Hashable, Sendable {
    /// The stream it is in, and its place from 1.
    package let stream: String
    package let sequence: Int
    /// The fact id: the chain head at the place where it was first recorded.
    package let fact: Digest
    /// The kind's name on the wire; `carry` where the fact was carried over.
    package let kind: String

    /// The fact id as other facts name it.
    package var id: String { fact.hex }

    /// The id of the entity the fact makes, if it makes one.
    package var madeID: String { FactCode.madeID(id) }

    /// `XXXX-XXXX`, for people.
    package var reference: String { FactCode.reference(id) }
}

/// One fact of an act: what it says, once the facts before it in the same act have their ids.
package typealias ActStep = (_ earlier: [RecordedFact]) -> FactDraft

/// What recording an act gives.
package enum RecordOutcome: Equatable, Sendable {
    /// Stored now, and durable.
    case recorded([RecordedFact])
    /// This draft was stored before, as these facts; nothing changed.
    case already([RecordedFact])

    /// The facts of the draft, whenever they were stored.
    package var facts: [RecordedFact] {
        switch self {
        case .recorded(let facts), .already(let facts): facts
        }
    }
}

/// One entry as it is stored.
package struct StoredEntry: Equatable, Sendable {
    package let key: EntryKey
    package let place: RecordedFact
    /// The canonical line, byte for byte as it is sent; empty when only a skeleton is kept.
    package let line: [UInt8]
    /// `type:id` of what the act answers to.
    package let subject: String?
    package let draft: String?
    /// Whether the ledger holds it.
    package let isAcknowledged: Bool
}
