import Ledger
import SQLite
import SyncProtocol

extension Connection {
    /// Those of some buckets that hold a row of one of these types.
    func buckets(_ names: [String], holding types: [String]) throws -> [String] {
        guard !types.isEmpty else { return [] }
        return try names.filter { name in
            guard let number = try bucket(name)?.number else { return false }
            return try types.contains { type in
                try first(
                    "SELECT 1 FROM row_bucket WHERE bucket=? AND t=? AND why IS NULL LIMIT 1",
                    number, type, as: { $0.integer(0) }) != nil
            }
        }
    }
}

/// Fills pages with the rows of a handheld's buckets (PJS 10.2).
struct PageRows {
    let state: PullState
    let bytesMax: Int
    /// The numbers of the buckets that exist, in the order of the state; nil before a first row.
    private let numbers: [Int?]
    private let sums: [String: BucketSum]

    init(state: PullState, bytesMax: Int, _ db: borrowing Connection) throws {
        self.state = state
        self.bytesMax = bytesMax
        var numbers: [Int?] = []
        var sums: [String: BucketSum] = [:]
        for name in state.buckets {
            let bucket = try db.bucket(name)
            numbers.append(bucket?.number)
            sums[name] = bucket?.sum ?? BucketSum()
        }
        self.numbers = numbers
        self.sums = sums
    }

    // MARK: Changes

    /// The rows changed after the cursor, whole revisions up to the wanted bytes.
    func fillChanges(_ page: inout Page, _ db: borrowing Connection) throws {
        page.to = state.revision
        var byteCount = 0
        // The changes of the revision that is being read, which goes in whole or not at all.
        var pending: [RowChange] = []
        var pendingBytes = 0
        var cursors = numbers.compactMap { $0 }.map { BucketCursor(bucket: $0, after: page.after) }
        while let entry = try next(&cursors, db) {
            if let revision = pending.last?.revision, revision != entry.revision {
                page.changes += pending
                byteCount += pendingBytes
                pending = []
                pendingBytes = 0
                page.to = revision
            }
            guard let change = try change(at: entry, after: page.after, db) else { continue }
            pending.append(change)
            pendingBytes += change.lineBytesMax
            if byteCount > 0, byteCount + pendingBytes > bytesMax {
                page.isMore = true
                return
            }
        }
        page.changes += pending
        page.to = state.revision
        page.sums = sums
    }

    /// The next row in the order of revision, type and id, once for all its buckets.
    private func next(
        _ cursors: inout [BucketCursor], _ db: borrowing Connection
    ) throws -> BucketCursor.Entry? {
        var first: BucketCursor.Entry?
        for index in cursors.indices {
            guard let entry = try cursors[index].peek(db) else { continue }
            if first.map({ entry < $0 }) ?? true { first = entry }
        }
        guard let first else { return nil }
        for index in cursors.indices where try cursors[index].peek(db) == first {
            cursors[index].advance()
        }
        return first
    }

    /// What the handheld is told of a row; nil when a later entry tells it.
    private func change(
        at entry: BucketCursor.Entry, after: Int, _ db: borrowing Connection
    ) throws -> RowChange? {
        guard let row = try db.row(type: entry.type, id: entry.id) else {
            throw StoreFault.unreadableRow(type: entry.type, id: entry.id)
        }
        let holding = names(of: row.buckets)
        if !holding.isEmpty {
            guard entry.revision == row.revision else { return nil }
            return RowChange(
                operation: .put(version: row.version, body: row.body), type: entry.type,
                id: entry.id, revision: row.revision, buckets: holding)
        }
        let left = try db.left(type: entry.type, id: entry.id, of: numbers.compactMap { $0 })
            .filter { $0.revision > after }
        guard let last = left.max(by: { $0.revision < $1.revision }),
            last.revision == entry.revision
        else { return nil }
        return RowChange(
            operation: .out(why: last.why), type: entry.type, id: entry.id,
            revision: last.revision, buckets: names(of: left.map(\.bucket)))
    }

    /// The names of this handheld's buckets among some, in byte order.
    private func names(of buckets: [Int]) -> [String] {
        zip(state.buckets, numbers).filter { pair in pair.1.map(buckets.contains) ?? false }
            .map(\.0)
    }

    // MARK: Reset

    /// Rows of whole buckets, each once, from the position of the plan on.
    func fillReset(_ page: inout Page, _ plan: ResetPlan, _ db: borrowing Connection) throws {
        page.to = plan.to
        page.isMore = true
        page.reset = plan.isAll ? ["*"] : plan.resetting
        page.isBegin = plan.isBegin
        page.why = plan.why?.rawValue
        page.drop = plan.drop
        var byteCount = 0
        var position = plan.after
        var earlier: [Int] = []
        for (index, name) in state.buckets.enumerated() where plan.resetting.contains(name) {
            guard let number = numbers[index] else { continue }
            defer { earlier.append(number) }
            if let position, index < position.bucket { continue }
            let start = position.flatMap { $0.bucket == index ? ($0.type, $0.id) : nil } ?? ("", "")
            var isFull = false
            try db.scanBucket(number, after: start) { type, id, row in
                guard !row.buckets.contains(where: earlier.contains) else { return true }
                let change = RowChange(
                    operation: .put(version: row.version, body: row.body), type: type, id: id,
                    revision: row.revision, buckets: names(of: row.buckets))
                let size = change.lineBytesMax
                guard byteCount == 0 || byteCount + size <= bytesMax else {
                    isFull = true
                    return false
                }
                byteCount += size
                page.changes.append(change)
                position = ResetPosition(bucket: index, type: type, id: id)
                return true
            }
            if isFull, let position {
                page.token = plan.token(after: position, state: state)
                return
            }
        }
    }
}

/// Walks through the changes of one bucket in the order of revision, type and id.
struct BucketCursor {
    /// A row that is in the bucket or has left it.
    struct Entry: Equatable, Comparable {
        let revision: Int
        let type: String
        let id: String

        static func < (left: Entry, right: Entry) -> Bool {
            (left.revision, left.type, left.id) < (right.revision, right.type, right.id)
        }
    }

    let bucket: Int
    private var last: Entry
    private var buffer: [Entry] = []
    private var index = 0
    private var isAtEnd = false

    /// Entries read at a time.
    static let readMax = 256

    init(bucket: Int, after revision: Int) {
        self.bucket = bucket
        // No type or id is empty, so this stands after all of `revision` only with `revision + 1`.
        last = Entry(revision: revision + 1, type: "", id: "")
    }

    /// The entry the cursor stands at.
    mutating func peek(_ db: borrowing Connection) throws -> Entry? {
        if index == buffer.count, !isAtEnd {
            buffer = try db.changes(ofBucket: bucket, after: last, max: BucketCursor.readMax)
            index = 0
            isAtEnd = buffer.count < BucketCursor.readMax
            last = buffer.last ?? last
        }
        return index < buffer.count ? buffer[index] : nil
    }

    mutating func advance() { index += 1 }
}

extension Connection {
    func changes(
        ofBucket bucket: Int, after entry: BucketCursor.Entry, max: Int
    ) throws(SQLiteError) -> [BucketCursor.Entry] {
        try rows(
            """
            SELECT r,t,i FROM row_bucket WHERE bucket=? AND (r,t,i)>(?,?,?)
            ORDER BY r,t,i LIMIT ?
            """, bucket, entry.revision, entry.type, entry.id, max
        ) { row in
            BucketCursor.Entry(revision: row.integer(0), type: row.text(1), id: row.text(2))
        }
    }

    /// Which of the buckets a row has left, when and why.
    func left(
        type: String, id: String, of buckets: [Int]
    ) throws(SQLiteError) -> [(bucket: Int, revision: Int, why: String?)] {
        var result: [(bucket: Int, revision: Int, why: String?)] = []
        for bucket in buckets {
            let left = try first(
                """
                SELECT r,why FROM row_bucket
                WHERE bucket=? AND t=? AND i=? AND why IS NOT NULL
                """, bucket, type, id, as: { ($0.integer(0), $0.optionalText(1)) })
            if let (revision, why) = left { result.append((bucket, revision, why)) }
        }
        return result
    }

    /// Reads the rows of a bucket in the order of type and id, until the body answers false.
    func scanBucket(
        _ bucket: Int, after start: (type: String, id: String),
        while read: (_ type: String, _ id: String, _ row: StoredRow) -> Bool
    ) throws(SQLiteError) {
        try scan(
            """
            SELECT m.t,m.i,w.v,w.r,w.f,w.hash,w.buckets
            FROM row_bucket m JOIN row w ON w.t=m.t AND w.i=m.i
            WHERE m.bucket=? AND (m.t,m.i)>(?,?) AND m.why IS NULL ORDER BY m.t,m.i
            """, bucket, start.type, start.id
        ) { row in
            read(
                row.text(0), row.text(1),
                StoredRow(
                    version: row.integer(2), revision: row.integer(3), body: row.blob(4),
                    hash: digest(row, 5), buckets: BucketList.numbers(row.text(6))))
        }
    }
}

extension RowChange {
    /// At least as many bytes as the `c` line has, its line feed included.
    fileprivate var lineBytesMax: Int {
        let names = buckets.reduce(0) { $0 + $1.utf8.count + 3 }
        let body = if case .put(_, let body) = operation { body.count } else { 0 }
        return 128 + names + type.utf8.count + id.utf8.count + body
    }
}
