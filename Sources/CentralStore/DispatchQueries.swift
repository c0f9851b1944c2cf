package import Domain
import SQLite

/// What an act of dispatch is decided on.
extension CentralStore {
    /// The present state of an entity and the version of its row.
    package func row(_ reference: EntityReference) throws -> (entity: Entity, version: Int)? {
        try writer.read { db in
            try db.row(reference).map { (try $0.entity(reference), $0.version) }
        }
    }

    /// The charges of a parcel, its own and those of its tasks, by id.
    package func charges(ofParcel parcel: String) throws -> [Charge] {
        try writer.read { db in
            let reference = EntityReference(.parcel, parcel)
            var holders = [reference]
            for parent in try db.parents(of: reference) where parent.type == .task {
                holders.append(parent)
            }
            var ids: Set<EntityReference> = []
            for holder in holders {
                ids.formUnion(try db.children(of: holder).filter { $0.type == .charge })
            }
            return try ids.sorted().compactMap { id in
                if case .charge(let charge) = try db.entity(id) { charge } else { nil }
            }
        }
    }
}
