package import Domain
import SQLite
package import SyncProtocol

/// What was done at the server.
package enum AuditAct: String, CaseIterable, Sendable {
    /// The station was made.
    case founded
    /// Facts of the station were recorded.
    case recorded
    /// An enrolment code was made, and used.
    case slot
    case enrolled
    /// A handheld was known by its key.
    case recognised
    /// A handheld was ordered something.
    case directed
    /// Something was written beside a line.
    case remarked
    /// An offline handheld was opened by an unlock code.
    case unlocked
    /// Evidence was written out for somebody to see.
    case viewed
    /// What the ledger held when a copy of it was verified.
    case checkpoint
    /// The epoch ended: a backup was put back, or the rows were made again.
    case restored
    case rebuilt
}

/// One entry of the audit trail, which is only ever appended to.
package struct AuditEntry: Equatable, Sendable {
    package var number: Int
    package var atMilliseconds: Int
    package var person: String
    package var act: AuditAct
    /// What it was done to: a label, a stream, a file; empty where there is nothing to name.
    package var object: String
    package var detail: CanonicalObject
    package var head: Digest
}

/// What is wrong with the trail.
package enum AuditFault: Equatable, Sendable {
    /// An entry that is not what its chain says.
    case entry(Int)
    /// A checkpoint that told of another ledger.
    case checkpoint(Int)
}

extension CentralStore {
    /// Notes an act of a person that changes nothing else here.
    package func note(
        _ act: AuditAct, on object: String, by person: String, detail: CanonicalObject = [:],
        at now: Int
    ) throws {
        try writer.write { db in
            try db.insertAudit(act, on: object, by: person, detail: detail, at: now)
        }
    }

    /// Where the trail ends, in the present epoch; nil while it is empty.
    package func witness() throws -> Witness? {
        try writer.read { db in try db.witness(in: try db.existingStation().epoch) }
    }

    /// Whether a handheld was told of an entry that this trail never had: what it says was written
    /// anew, or the database is another one.
    package func contradicts(_ told: Witness) throws -> Bool {
        try writer.read { db in try db.contradicts(told) }
    }
}

extension StationReader {
    /// What the station set over the defaults; nil before anything was set.
    package func config() throws -> StationConfig? {
        try connection.snapshot { db in
            let station = try db.existingStation()
            guard case .config(let row) = try db.entity(EntityReference(.config, station.code))
            else { return nil }
            return row
        }
    }

    /// The newest entries of the trail, oldest first.
    package func audit(max: Int) throws -> [AuditEntry] {
        try connection.snapshot { db in
            try db.rows(
                "SELECT body,hash FROM audit ORDER BY n DESC LIMIT ?", max,
                as: { AuditEntry(body: $0.blob(0), head: digest($0, 1)) }
            ).reversed().compactMap(\.self)
        }
    }
}

extension Connection {
    /// Appends an entry, within the transaction of what it tells of.
    func insertAudit(
        _ act: AuditAct, on object: String = "", by person: String,
        detail: CanonicalObject = [:], ending epoch: String? = nil, at now: Int
    ) throws(SQLiteError) {
        let last = try auditEnd()
        var body: CanonicalObject = [
            "n": .integer(last.number + 1), "at": .integer(now), "who": .text(person),
            "what": .text(act.rawValue),
        ]
        if !object.isEmpty { body["on"] = .text(object) }
        if !detail.isEmpty { body["with"] = .object(detail) }
        let text = body.encoded()
        try execute(
            "INSERT INTO audit(n,body,hash,ends) VALUES(?,?,?,?)", last.number + 1, text,
            AuditChain.link(last.head, text).bytes, epoch)
    }

    private func auditEnd() throws(SQLiteError) -> (number: Int, head: Digest) {
        try first(
            "SELECT n,hash FROM audit ORDER BY n DESC LIMIT 1",
            as: { ($0.integer(0), digest($0, 1)) }) ?? (0, AuditChain.genesis)
    }

    func witness(in epoch: String) throws(SQLiteError) -> Witness? {
        let end = try auditEnd()
        return end.number == 0
            ? nil : Witness(number: end.number, head: end.head, epoch: epoch)
    }

    /// An entry of an earlier epoch is compared as far as that epoch reaches here: what came after
    /// the backup that was put back is gone, and said to be.
    func contradicts(_ told: Witness) throws -> Bool {
        let head = try first(
            "SELECT hash FROM audit WHERE n=?", told.number, as: { digest($0, 0) })
        if try existingStation().epoch == told.epoch { return head != told.head }
        let end = try first(
            "SELECT MIN(n) FROM audit WHERE ends=?", told.epoch, as: { $0.optionalInteger(0) })
        guard let end = end ?? nil, told.number < end else { return false }
        return head != told.head
    }

    /// What a checkpoint says of the ledger up to now.
    func checkpoint() throws(SQLiteError) -> CanonicalObject {
        let ends = try rows(
            """
            SELECT s.id,l.seq,l.head FROM stream s JOIN ledger l ON l.stream=s.no
            WHERE l.seq=(SELECT MAX(seq) FROM ledger WHERE stream=s.no)
            """
        ) { (stream: $0.text(0), sequence: $0.integer(1), head: digest($0, 2)) }
        return [
            "lsn": .integer(try lastLSN()), "streams": .integer(ends.count),
            "ends": .text(AuditChain.ends(ends).hex),
        ]
    }

    /// The first thing that is wrong with the trail, and how many entries it has.
    func auditProof() throws(SQLiteError) -> (entries: Int, fault: AuditFault?) {
        var (head, count) = (AuditChain.genesis, 0)
        var fault: AuditFault?
        var checkpoints: [(number: Int, lsn: Int, ends: String)] = []
        try scan("SELECT n,body,hash FROM audit ORDER BY n") { row in
            let text = row.blob(1)
            head = AuditChain.link(head, text)
            count += 1
            guard row.integer(0) == count, digest(row, 2) == head,
                let entry = AuditEntry(body: text, head: head), entry.number == count
            else {
                fault = .entry(count)
                return false
            }
            if let lsn = entry.detail["lsn"]?.integer, let ends = entry.detail["ends"]?.text {
                checkpoints.append((count, lsn, ends))
            }
            return true
        }
        if fault == nil { fault = try firstFalseCheckpoint(checkpoints) }
        return (count, fault)
    }

    private func firstFalseCheckpoint(
        _ checkpoints: [(number: Int, lsn: Int, ends: String)]
    ) throws(SQLiteError) -> AuditFault? {
        var ends: [String: (sequence: Int, head: Digest)] = [:]
        var left = checkpoints[...]
        var fault: AuditFault?
        func settle(before lsn: Int) {
            while fault == nil, let next = left.first, next.lsn < lsn {
                left.removeFirst()
                let digest = AuditChain.ends(
                    ends.map { ($0.key, $0.value.sequence, $0.value.head) })
                if digest.hex != next.ends { fault = .checkpoint(next.number) }
            }
        }
        try scan(
            """
            SELECT l.lsn,s.id,l.seq,l.head FROM ledger l JOIN stream s ON s.no=l.stream
            ORDER BY l.lsn
            """
        ) { row in
            settle(before: row.integer(0))
            ends[row.text(1)] = (row.integer(2), digest(row, 3))
            return fault == nil && !left.isEmpty
        }
        settle(before: .max)
        return fault
    }
}

extension AuditEntry {
    /// Nil for a text that is no entry.
    fileprivate init?(body: [UInt8], head: Digest) {
        guard let object = try? CanonicalObject(decoding: body),
            let number = object["n"]?.integer, let at = object["at"]?.integer,
            let person = object["who"]?.text,
            let act = object["what"]?.text.flatMap(AuditAct.init(rawValue:))
        else { return nil }
        self.init(
            number: number, atMilliseconds: at, person: person, act: act,
            object: object["on"]?.text ?? "", detail: object["with"]?.object ?? [:], head: head)
    }
}
