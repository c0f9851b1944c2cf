import Domain
import Ledger
import SQLite
import SyncProtocol
import WireMapping

/// Writes the changed rows of one transaction: versions, memberships and bucket sums together.
///
/// A row is read once and written once, however many facts of the transaction changed it.
struct RowWriter {
    let station: String
    let revision: Int
    /// Rows as they were before this transaction; nil for rows that were not there.
    private var stored: [EntityReference: Slot?] = [:]
    private var buckets: [Bucket: BucketSlot] = [:]
    private var names: [Int: Bucket] = [:]
    private var memberships: [EntityReference: [Bucket]] = [:]

    private struct Slot {
        let row: StoredRow
        let entity: Entity
    }

    private struct BucketSlot {
        let number: Int
        var sum: BucketSum
        var isChanged = false
    }

    init(station: String, revision: Int) {
        self.station = station
        self.revision = revision
    }

    /// The entity and version of a row before this transaction.
    mutating func load(
        _ reference: EntityReference, _ db: borrowing Connection
    ) throws -> (entity: Entity, version: Int)? {
        try slot(reference, db).map { ($0.entity, $0.row.version) }
    }

    /// Writes everything that the projection changed.
    mutating func write(_ projection: Projection, _ db: borrowing Connection) throws {
        var pending = projection.changed
        var seen = Set(pending)
        for reference in projection.changed {
            for child in try writeLinks(of: reference, projection, db)
            where seen.insert(child).inserted {
                if try slot(child, db) != nil { pending.append(child) }
            }
        }
        // Children of a row that entered or left a bucket follow it.
        var index = 0
        while index < pending.count {
            let reference = pending[index]
            index += 1
            guard reference.type.hasChildren, try isMoving(reference, projection, db) else {
                continue
            }
            for child in try db.children(of: reference) where seen.insert(child).inserted {
                if try slot(child, db) != nil { pending.append(child) }
            }
        }
        for reference in pending { try writeRow(reference, projection, db) }
        try writeSums(db)
    }

    // MARK: Membership

    /// Whether the row's set of buckets differs from the stored one.
    private mutating func isMoving(
        _ reference: EntityReference, _ projection: Projection, _ db: borrowing Connection
    ) throws -> Bool {
        guard let row = try slot(reference, db)?.row else { return true }
        let now = try membership(reference, projection, db)
        return try now.map { try bucketSlot($0, db).number }.sorted() != row.buckets
    }

    /// The buckets of a row: its own and those of the rows it follows.
    private mutating func membership(
        _ reference: EntityReference, _ projection: Projection, _ db: borrowing Connection
    ) throws -> [Bucket] {
        if let known = memberships[reference] { return known }
        // A chain of links is at most task, parcel, charge; this also ends a loop.
        memberships[reference] = []
        guard let entity = try current(reference, projection, db) else { return [] }
        var devices: [String: String] = [:]
        if let stream = entity.ofStream {
            devices[stream] = try db.stream(stream)?.device
        }
        var set = Set(entity.ownBuckets(station: station, deviceOfStream: { devices[$0] }))
        if reference.type == .case, let number = CaseRow.number(of: reference.id) {
            set = Set(try db.handhelds(ofDispute: number).map { .device($0) })
        }
        if reference.type.hasParents {
            for parent in try db.parents(of: reference) {
                set.formUnion(try membership(parent, projection, db))
            }
        }
        let sorted = set.sorted()
        memberships[reference] = sorted
        return sorted
    }

    private mutating func current(
        _ reference: EntityReference, _ projection: Projection, _ db: borrowing Connection
    ) throws -> Entity? {
        if let changed = projection.entity(reference) { return changed }
        return try load(reference, db)?.entity
    }

    /// Writes whom the row follows and who follows it; answers the rows whose parents changed.
    private mutating func writeLinks(
        of reference: EntityReference, _ projection: Projection, _ db: borrowing Connection
    ) throws -> [EntityReference] {
        guard reference.type.makesLinks, let links = projection.entity(reference)?.links else {
            return []
        }
        let before = try load(reference, db)?.entity.links ?? []
        guard links != before else { return [] }
        let ended = before.filter { !links.contains($0) }
        let begun = links.filter { !before.contains($0) }
        for link in ended { try db.deleteLink(link) }
        for link in begun { try db.insertLink(link) }
        return (ended + begun).map(\.child)
    }

    // MARK: Rows

    private mutating func writeRow(
        _ reference: EntityReference, _ projection: Projection, _ db: borrowing Connection
    ) throws {
        let before = try slot(reference, db)?.row
        var row =
            before ?? StoredRow(version: 0, revision: 0, body: [], hash: .zero, buckets: [])
        if let entity = projection.entity(reference), let version = projection.version(reference) {
            row.version = version
            row.body = RowMapping.body(of: entity).encoded()
            row.hash = BucketSum.rowHash(
                type: reference.type.rawValue, id: reference.id, version: row.version,
                body: row.body)
        }
        row.revision = revision
        row.buckets = []
        for bucket in try membership(reference, projection, db) {
            let number = try bucketSlot(bucket, db).number
            row.buckets.append(number)
            try change(bucket, db) { $0.add(row.hash) }
            try db.writeMembership(reference, bucket: number, revision: revision, left: nil)
        }
        row.buckets.sort()
        if let before {
            for number in before.buckets {
                let bucket = try bucket(number, db)
                try change(bucket, db) { $0.remove(before.hash) }
                if !row.buckets.contains(number) {
                    let entity = try current(reference, projection, db)
                    try db.writeMembership(
                        reference, bucket: number, revision: revision,
                        left: (entity?.leavingReason ?? .moved).rawValue)
                }
            }
        }
        try db.writeRow(reference, row)
    }

    // MARK: Buckets

    private mutating func bucketSlot(
        _ bucket: Bucket, _ db: borrowing Connection
    ) throws -> BucketSlot {
        if let known = buckets[bucket] { return known }
        let name = bucket.description
        let slot =
            if let (number, sum) = try db.bucket(name) {
                BucketSlot(number: number, sum: sum)
            } else {
                BucketSlot(number: try db.insertBucket(name), sum: BucketSum())
            }
        buckets[bucket] = slot
        names[slot.number] = bucket
        return slot
    }

    private mutating func bucket(_ number: Int, _ db: borrowing Connection) throws -> Bucket {
        if let known = names[number] { return known }
        guard let name = try db.bucketName(number), let bucket = Bucket(name) else {
            throw StoreFault.unreadableRow(type: "bucket", id: String(number))
        }
        names[number] = bucket
        return bucket
    }

    private mutating func change(
        _ bucket: Bucket, _ db: borrowing Connection, _ change: (inout BucketSum) -> Void
    ) throws {
        var slot = try bucketSlot(bucket, db)
        change(&slot.sum)
        slot.isChanged = true
        buckets[bucket] = slot
    }

    private func writeSums(_ db: borrowing Connection) throws {
        for slot in buckets.values.sorted(by: { $0.number < $1.number }) where slot.isChanged {
            try db.updateBucket(slot.number, slot.sum)
        }
    }

    private mutating func slot(
        _ reference: EntityReference, _ db: borrowing Connection
    ) throws -> Slot? {
        if let known = stored[reference] { return known }
        let slot = try db.row(reference).map { row in
            Slot(row: row, entity: try row.entity(reference))
        }
        stored[reference] = .some(slot)
        return slot
    }
}
