package import Domain

/// The rows that one transaction changes, between the stored state and the next one.
///
/// Nothing is written while facts are applied: a fact or act that fails simply is not put in.
package struct Projection: Sendable {
    private var rows: [EntityReference: Row] = [:]

    private struct Row: Sendable {
        var entity: Entity
        var version: Int
    }

    package init() {}

    /// The changed state of an entity; nil when this transaction has not changed it.
    package func entity(_ reference: EntityReference) -> Entity? { rows[reference]?.entity }

    /// The version of a changed entity.
    package func version(_ reference: EntityReference) -> Int? { rows[reference]?.version }

    /// What has changed, in order.
    package var changed: [EntityReference] { rows.keys.sorted() }

    /// How many rows have changed.
    package var count: Int { rows.count }

    /// Puts in the next state of an entity; `storedVersion` is that of its row, 0 for none.
    package mutating func put(_ entity: Entity, storedVersion: Int) {
        let version = rows[entity.reference]?.version ?? storedVersion
        rows[entity.reference] = Row(entity: entity, version: version + 1)
    }
}
