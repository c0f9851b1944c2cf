import SQLite
import SyncProtocol

/// What a page changes in a copy besides the rows, gathered until its end.
struct PageChanges {
    /// New bucket sums.
    fileprivate var sums: [String: BucketSum] = [:]
    /// Rows that own facts need, once it has been asked.
    fileprivate var needed: Set<RowReference>?
}

/// `type` and `id` of a row; the type may be one of a later version.
struct RowReference: Hashable {
    let type: String
    let id: String

    init(type: String, id: String) {
        self.type = type
        self.id = id
    }

    /// Reads `type:id`.
    init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        self.init(
            type: String(text[..<colon]), id: String(text[text.utf8.index(after: colon)...]))
    }
}

extension Journal {
    /// Applies one `c` line to a copy of the rows.
    func apply(_ change: RowChange, to copy: RowCopy, _ changes: inout PageChanges) throws {
        let row = RowReference(type: change.type, id: change.id)
        let oldBuckets = try buckets(of: row, in: copy)
        if !oldBuckets.isEmpty, let hash = try hash(of: row, in: copy) {
            for bucket in oldBuckets {
                try changeSum(of: bucket, in: copy, &changes) { $0.remove(hash) }
            }
        }
        switch change.operation {
        case .put(let version, let body):
            try put(row, version: version, revision: change.revision, body: body, in: copy)
            if oldBuckets != change.buckets {
                try leaveBuckets(row, in: copy)
                for bucket in change.buckets {
                    try connection.execute(
                        "INSERT INTO row_bucket VALUES (?1, ?2, ?3, ?4)", copy.id, row.type,
                        row.id, bucket)
                }
            }
            let hash = BucketSum.rowHash(
                type: row.type, id: row.id, version: version, body: body)
            for bucket in change.buckets {
                try changeSum(of: bucket, in: copy, &changes) { $0.add(hash) }
            }
        case .out(let why): try remove(row, from: copy, why: why ?? "out", &changes)
        case .delete: try remove(row, from: copy, why: "deleted", &changes)
        }
    }

    /// Takes a bucket out of a copy; rows in no other bucket go.
    func drop(_ bucket: String, from copy: RowCopy, _ changes: inout PageChanges) throws {
        let rows = try connection.rows(
            "SELECT t, i FROM row_bucket WHERE cursor = ?1 AND bk = ?2 ORDER BY t, i", copy.id,
            bucket, as: { RowReference(type: $0.text(0), id: $0.text(1)) })
        for row in rows {
            try connection.execute(
                "DELETE FROM row_bucket WHERE cursor = ?1 AND t = ?2 AND i = ?3 AND bk = ?4",
                copy.id, row.type, row.id, bucket)
            if try buckets(of: row, in: copy).isEmpty {
                try remove(row, from: copy, why: Journal.pinnedByScope, &changes)
            }
        }
        changes.sums[bucket] = nil
        try connection.execute(
            "DELETE FROM bucket WHERE cursor = ?1 AND bk = ?2", copy.id, bucket)
    }

    /// Writes the sums that a page has changed.
    func keep(_ changes: PageChanges, of copy: RowCopy) throws {
        for (bucket, sum) in changes.sums.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                """
                INSERT INTO bucket VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT DO UPDATE SET sum = excluded.sum, n = excluded.n
                """, copy.id, bucket, sum.sum.bytes, sum.count)
        }
    }

    /// Lets go of pinned rows that no own fact needs any more.
    func releasePins() throws {
        let live = try liveCopy()
        // Asked for in an order of its own, SQLite reads every row instead of the index of pins.
        let pinned = try connection.rows(
            "SELECT t, i FROM row WHERE cursor = ?1 AND pinned IS NOT NULL", live.id,
            as: { RowReference(type: $0.text(0), id: $0.text(1)) })
        guard !pinned.isEmpty else { return }
        let needed = Set(try ownReferences())
        for row in pinned where !needed.contains(row) { try delete(row, from: live) }
    }

    private func put(
        _ row: RowReference, version: Int, revision: Int, body: [UInt8], in copy: RowCopy
    ) throws {
        try connection.execute(
            """
            INSERT INTO row(cursor, t, i, v, r, f) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT DO UPDATE
            SET v = excluded.v, r = excluded.r, f = excluded.f, pinned = NULL, since = NULL
            """, copy.id, row.type, row.id, version, revision, body)
    }

    /// Removes a row, or pins it when an own fact needs it.
    private func remove(
        _ row: RowReference, from copy: RowCopy, why: String, _ changes: inout PageChanges
    ) throws {
        let needed = try changes.needed ?? Set(try ownReferences())
        changes.needed = needed
        if needed.contains(row) {
            try leaveBuckets(row, in: copy)
            try connection.execute(
                """
                UPDATE row SET pinned = ?4, since = COALESCE(since, ?5)
                WHERE cursor = ?1 AND t = ?2 AND i = ?3
                """, copy.id, row.type, row.id, why, try lastContained())
        } else {
            try delete(row, from: copy)
        }
    }

    private func leaveBuckets(_ row: RowReference, in copy: RowCopy) throws {
        try connection.execute(
            "DELETE FROM row_bucket WHERE cursor = ?1 AND t = ?2 AND i = ?3", copy.id, row.type,
            row.id)
    }

    private func delete(_ row: RowReference, from copy: RowCopy) throws {
        try connection.execute(
            "DELETE FROM row WHERE cursor = ?1 AND t = ?2 AND i = ?3", copy.id, row.type, row.id)
    }

    private func buckets(of row: RowReference, in copy: RowCopy) throws -> [String] {
        try connection.rows(
            "SELECT bk FROM row_bucket WHERE cursor = ?1 AND t = ?2 AND i = ?3 ORDER BY bk",
            copy.id, row.type, row.id, as: { $0.text(0) })
    }

    private func hash(of row: RowReference, in copy: RowCopy) throws -> Digest? {
        try connection.first(
            "SELECT v, f FROM row WHERE cursor = ?1 AND t = ?2 AND i = ?3", copy.id, row.type,
            row.id
        ) {
            BucketSum.rowHash(
                type: row.type, id: row.id, version: $0.integer(0), body: $0.blob(1))
        }
    }

    private func changeSum(
        of bucket: String, in copy: RowCopy, _ changes: inout PageChanges,
        by body: (inout BucketSum) -> Void
    ) throws {
        var sum: BucketSum
        if let known = changes.sums[bucket] {
            sum = known
        } else {
            sum =
                try connection.first(
                    "SELECT sum, n FROM bucket WHERE cursor = ?1 AND bk = ?2", copy.id, bucket,
                    as: { BucketSum(sum: digest($0.blob(0)), count: $0.integer(1)) })
                ?? BucketSum()
        }
        body(&sum)
        changes.sums[bucket] = sum
    }
}
