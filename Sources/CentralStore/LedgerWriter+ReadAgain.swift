import Domain
import Ledger
import SQLite
import SyncProtocol

/// Facts that an operator has read again (PJS 9.5): the fact `reinterpret` names them, and they are
/// applied in its place of the ledger, whole acts as one.
extension LedgerWriter {
    /// The acts to apply now, in ledger order. What is in effect, or waits for something that comes
    /// by itself, is left alone.
    func actsToReadAgain(_ facts: [String], _ db: borrowing Connection) throws -> [[Pending]] {
        var acts: [[Pending]] = []
        var seen: Set<Int> = []
        for id in facts {
            guard let digest = Digest(hex: id), let line = try db.line(ofFact: digest) else {
                continue
            }
            var act: [Pending] = []
            for member in try membersOfAct(of: line, db) where seen.insert(member.lsn).inserted {
                guard try db.canBeReadAgain(lsn: member.lsn),
                    let pending = pending(member, isNew: false)
                else { continue }
                act.append(pending)
            }
            if !act.isEmpty {
                acts.append(act.sorted { $0.reading.sequence < $1.reading.sequence })
            }
        }
        return acts.sorted { ($0.first?.lsn ?? 0) < ($1.first?.lsn ?? 0) }
    }

    /// The line, and those of its stream that are of the same act.
    private func membersOfAct(
        of line: StoredLine, _ db: borrowing Connection
    ) throws -> [StoredLine] {
        guard let key = line.reading.act, key.stream == line.stream,
            let stream = try db.stream(key.stream)
        else { return [line] }
        var members: [StoredLine] = []
        for sequence in key.first...key.last {
            guard let member = try db.line(stream: stream, sequence: sequence),
                member.reading.act == key
            else { continue }
            members.append(member)
        }
        return members
    }
}

extension Connection {
    /// Whether the fact of a line had no effect and waits for nothing that comes by itself.
    func canBeReadAgain(lsn: Int) throws(SQLiteError) -> Bool {
        try first(
            """
            SELECT 1 FROM fact f WHERE f.lsn=?
                AND (f.disp='quarantined' OR (f.disp='held'
                    AND f.why IN ('schema','suspended','revoked')))
                AND NOT EXISTS(SELECT 1 FROM posting p WHERE p.lsn=f.lsn)
            """, lsn, as: { _ in true }) ?? false
    }
}
