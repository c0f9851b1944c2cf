package import Domain
import SQLite
package import SyncProtocol

/// One published version of a rule pack.
package struct PublishedPack: Equatable, Sendable {
    package var name: String
    package var version: Int
    package var content: [UInt8]
    package var atMilliseconds: Int
    package var person: String
    /// It is the one in force.
    package var isInForce = false

    package init(
        name: String, version: Int, content: [UInt8], atMilliseconds: Int, person: String
    ) {
        self.name = name
        self.version = version
        self.content = content
        self.atMilliseconds = atMilliseconds
        self.person = person
    }
}

/// Every published version stays, so that an earlier one can be put in force again and what a fact
/// cites can be read.
extension CentralStore {
    /// Keeps a version and records the facts that put it in force, in one transaction.
    package func publish(
        _ pack: PublishedPack, facts: [StationFact], at moment: Moment
    ) throws {
        try writer.write { db in
            try db.execute(
                "INSERT INTO pack(name,ver,hash,content,at_ms,person) VALUES(?,?,?,?,?,?)",
                pack.name, pack.version, SHA256.hash(pack.content).bytes, pack.content,
                pack.atMilliseconds, pack.person)
            try db.record(facts, by: pack.person, at: moment)
        }
    }

    /// All versions, newest first.
    package func packs() throws -> [PublishedPack] {
        try writer.read { db in try db.publishedPacks() }
    }

    /// The content of a pack in force, for a handheld that the row of the pack is sent to.
    package func packContent(_ hash: Digest) throws -> [UInt8]? {
        try writer.read { db in
            try db.publishedPacks().first { $0.isInForce && SHA256.hash($0.content) == hash }?
                .content
        }
    }
}

extension StationReader {
    /// All versions, newest first.
    package func packs() throws -> [PublishedPack] {
        try connection.snapshot { db in try db.publishedPacks() }
    }
}

extension Connection {
    fileprivate func publishedPacks() throws -> [PublishedPack] {
        let stored = try rows(
            "SELECT name,ver,content,at_ms,person FROM pack ORDER BY ver DESC"
        ) { row in
            PublishedPack(
                name: row.text(0), version: row.integer(1), content: row.blob(2),
                atMilliseconds: row.integer(3), person: row.text(4))
        }
        return try stored.map { pack in
            var pack = pack
            if case .pack(let row) = try entity(EntityReference(.pack, pack.name)) {
                pack.isInForce = row.version == pack.version && row.until == nil
            }
            return pack
        }
    }
}
