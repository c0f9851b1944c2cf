package import Domain
import SQLite
import SyncProtocol
import WireMapping

/// One row of the station as the handheld has it.
package struct StoredRow: Hashable, Sendable {
    package let entity: Entity
    /// The version that facts cite.
    package let version: Int
    /// Why the row left; nil while the station still gives it to this handheld.
    package let pinned: String?
}

extension StoredRow {
    /// Whether the station took it away: somebody else has the parcel or the task now.
    package var isGone: Bool {
        pinned != nil && pinned != Journal.pinnedByScope && pinned != Journal.pinnedByReset
    }

    /// The entity as it may be worked with: a task that the station took away has ended here,
    /// although its row is kept.
    package var present: Entity {
        guard let pinned, case .task(var task) = entity, !task.state.isEnded else { return entity }
        switch pinned {
        // The handheld gave these up by itself; nobody said that the work is over.
        case Journal.pinnedByScope, Journal.pinnedByReset: return entity
        case "cancelled": task.state = .cancelled
        case "done", "closed": task.state = .done
        default: task.state = .overtaken
        }
        return .task(task)
    }
}

extension Journal {
    /// Why a row is kept whose bucket left the scope, or that a reset did not bring again.
    static let pinnedByScope = "scope"
    static let pinnedByReset = "reset"

    /// The row of a reference, without the effect of own facts.
    package func row(_ reference: EntityReference) throws(JournalError) -> StoredRow? {
        try read { connection in
            let row = try connection.first(
                """
                SELECT i, v, f, pinned FROM row
                WHERE cursor = (SELECT id FROM cursor WHERE staged = 0) AND t = ?1 AND i = ?2
                """, reference.type.rawValue, reference.id
            ) { StoredRow(type: reference.type, $0) }
            return row ?? nil
        }
    }

    /// All rows of a type, by id, without the effect of own facts.
    ///
    /// Rows whose body this program cannot read are left out; they stay stored.
    package func rows(of type: EntityType) throws(JournalError) -> [StoredRow] {
        try read { connection in
            try connection.rows(
                """
                SELECT i, v, f, pinned FROM row
                WHERE cursor = (SELECT id FROM cursor WHERE staged = 0) AND t = ?1 ORDER BY i
                """, type.rawValue
            ) { StoredRow(type: type, $0) }
            .compactMap(\.self)
        }
    }
}

extension StoredRow {
    fileprivate init?(type: EntityType, _ row: borrowing Row) {
        guard let body = try? CanonicalObject(decoding: row.blob(2)),
            case .entity(let entity) = RowMapping.entity(
                type: type.rawValue, id: row.text(0), body: body)
        else { return nil }
        self.init(entity: entity, version: row.integer(1), pinned: row.optionalText(3))
    }
}
