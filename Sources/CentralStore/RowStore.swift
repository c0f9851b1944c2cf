import Domain
import Ledger
import SQLite
import SyncProtocol
import WireMapping

/// A row as the table holds it.
struct StoredRow: Sendable {
    var version: Int
    var revision: Int
    /// The exact canonical text of `f`.
    var body: [UInt8]
    /// Its part of the bucket sums.
    var hash: Digest
    /// Numbers of the buckets it is in, ascending.
    var buckets: [Int]
}

extension Connection {
    func row(_ reference: EntityReference) throws(SQLiteError) -> StoredRow? {
        try row(type: reference.type.rawValue, id: reference.id)
    }

    func row(type: String, id: String) throws(SQLiteError) -> StoredRow? {
        try first("SELECT v,r,f,hash,buckets FROM row WHERE t=? AND i=?", type, id) { row in
            StoredRow(
                version: row.integer(0), revision: row.integer(1), body: row.blob(2),
                hash: digest(row, 3), buckets: BucketList.numbers(row.text(4)))
        }
    }

    /// The entity of a row, nil when there is none.
    func entity(_ reference: EntityReference) throws -> Entity? {
        try row(reference).map { try $0.entity(reference) }
    }

    func writeRow(_ reference: EntityReference, _ row: StoredRow) throws(SQLiteError) {
        try execute(
            """
            INSERT INTO row(t,i,v,r,f,hash,buckets) VALUES(?,?,?,?,?,?,?)
            ON CONFLICT(t,i) DO UPDATE SET v=excluded.v,r=excluded.r,f=excluded.f,
                hash=excluded.hash,buckets=excluded.buckets
            """,
            reference.type.rawValue, reference.id, row.version, row.revision, row.body,
            row.hash.bytes, BucketList.text(row.buckets))
    }

    /// Writes down that a row is in a bucket, or that it left it and why.
    func writeMembership(
        _ reference: EntityReference, bucket: Int, revision: Int, left why: String?
    ) throws(SQLiteError) {
        try execute(
            """
            INSERT INTO row_bucket(bucket,t,i,r,why) VALUES(?,?,?,?,?)
            ON CONFLICT(bucket,t,i) DO UPDATE SET r=excluded.r,why=excluded.why
            """,
            bucket, reference.type.rawValue, reference.id, revision, why)
    }

    /// The rows of one type that are in a bucket, in the order of their ids.
    func rowsOfBucket(_ name: String, type: EntityType) throws(SQLiteError) -> [EntityReference] {
        try rows(
            """
            SELECT m.i FROM bucket b JOIN row_bucket m ON m.bucket=b.no
            WHERE b.name=? AND m.t=? AND m.why IS NULL ORDER BY m.i
            """, name, type.rawValue, as: { EntityReference(type, $0.text(0)) })
    }

    // MARK: Links

    func insertLink(_ link: Link) throws(SQLiteError) {
        try execute(
            "INSERT INTO link(child,parent) VALUES(?,?) ON CONFLICT DO NOTHING",
            link.child.description, link.parent.description)
    }

    func deleteLink(_ link: Link) throws(SQLiteError) {
        try execute(
            "DELETE FROM link WHERE child=? AND parent=?", link.child.description,
            link.parent.description)
    }

    func parents(of child: EntityReference) throws(SQLiteError) -> [EntityReference] {
        try rows(
            "SELECT parent FROM link WHERE child=? ORDER BY parent", child.description,
            as: { reference($0.text(0)) })
    }

    func children(of parent: EntityReference) throws(SQLiteError) -> [EntityReference] {
        try rows(
            "SELECT child FROM link WHERE parent=? ORDER BY child", parent.description,
            as: { reference($0.text(0)) })
    }

    // MARK: Buckets

    /// The number and the sum of a bucket, nil before its first row.
    func bucket(_ name: String) throws(SQLiteError) -> (number: Int, sum: BucketSum)? {
        try first("SELECT no,sum,n FROM bucket WHERE name=?", name) { row in
            (row.integer(0), BucketSum(sum: digest(row, 1), count: row.integer(2)))
        }
    }

    func bucketName(_ number: Int) throws(SQLiteError) -> String? {
        try first("SELECT name FROM bucket WHERE no=?", number, as: { $0.text(0) })
    }

    /// Makes an empty bucket and answers its number.
    func insertBucket(_ name: String) throws(SQLiteError) -> Int {
        let number =
            try first("SELECT COALESCE(MAX(no),0)+1 FROM bucket", as: { $0.integer(0) }) ?? 1
        try execute(
            "INSERT INTO bucket(no,name,sum,n) VALUES(?,?,?,0)", number, name, Digest.zero.bytes)
        return number
    }

    func updateBucket(_ number: Int, _ sum: BucketSum) throws(SQLiteError) {
        try execute(
            "UPDATE bucket SET sum=?,n=? WHERE no=?", sum.sum.bytes, sum.count, number)
    }
}

extension StoredRow {
    /// Reads the body; it was written by this program.
    func entity(_ reference: EntityReference) throws -> Entity {
        guard let object = try? CanonicalObject(decoding: body),
            case .entity(let entity) = RowMapping.entity(
                type: reference.type.rawValue, id: reference.id, body: object)
        else { throw StoreFault.unreadableRow(type: reference.type.rawValue, id: reference.id) }
        return entity
    }
}

/// Numbers of buckets as a column of `row` holds them: ascending, joined by commas.
enum BucketList {
    static func text(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: ",")
    }

    static func numbers(_ text: String) -> [Int] {
        text.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
            Int(String(decoding: part, as: UTF8.self))
        }
    }
}

private func reference(_ text: String) -> EntityReference {
    guard let reference = EntityReference(text) else {
        preconditionFailure("links are written from references")
    }
    return reference
}
