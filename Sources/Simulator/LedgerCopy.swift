import CentralStore
import Domain
import SyncProtocol

/// What a line says, out of all streams that carried it.
struct Origin {
    let fact: Digest
    let line: [UInt8]
    /// Nil when the line says nothing.
    let entry: Entry?

    init(_ line: [UInt8], head: Digest) {
        let outer = try? Entry(decoding: line)
        if let outer, outer.kind == Carry.kind, let carry = try? Carry(outer.payload) {
            fact = carry.fact
            self.line = carry.line
            entry = try? Entry(decoding: carry.line)
        } else {
            fact = head
            self.line = line
            entry = outer
        }
    }
}

extension Origin {
    /// Whether no person did it: the program seals ended streams and keeps receipts by itself.
    var isByProgram: Bool {
        switch entry?.kind {
        case FactKind.dayReceipt.rawValue: true
        case FactKind.daySeal.rawValue: entry?.payload["stream"] != nil
        default: false
        }
    }
}

/// What the ledger was seen to hold, kept outside of it: no fault touches this.
struct LedgerCopy {
    /// Lines in ledger order; `lsn` is one more than the index.
    private(set) var lines: [AuditLine] = []
    /// The heads of each stream; the head of sequence 1 first.
    private(set) var heads: [String: [Digest]] = [:]
    /// Where each fact stands first.
    private(set) var facts: [Digest: Int] = [:]
    /// The facts of each draft: where they stand, and their lines as they were recorded first.
    private(set) var byDraft: [String: [(place: Int, line: [UInt8])]] = [:]
    /// The head of every line that was ever seen, also of those that a restore has taken away.
    private(set) var seen: Set<Digest> = []
    private(set) var revision = 0
    private(set) var epoch = ""
    /// Every row as it was after each revision that changed it.
    private(set) var rows: [RowName: [RowState]] = [:]
    /// The hashes of closed days.
    private(set) var closedDays: [String: Digest] = [:]
    private var stamps: [String: String] = [:]

    /// A row of the station.
    struct RowName: Hashable, Comparable {
        let type: String
        let id: String

        static func < (left: RowName, right: RowName) -> Bool {
            (left.type, left.id) < (right.type, right.id)
        }
    }

    /// A row from a revision on.
    struct RowState {
        let revision: Int
        let version: Int
        let hash: Digest
        let buckets: [String]
    }

    /// An older copy took the place of the ledger.
    mutating func goBack(to older: LedgerCopy) {
        let everything = seen
        self = older
        seen = everything
    }

    func have(_ stream: String) -> Int { heads[stream]?.count ?? 0 }

    func head(_ stream: String, at sequence: Int) -> Digest? {
        guard let heads = heads[stream], heads.indices.contains(sequence - 1) else { return nil }
        return heads[sequence - 1]
    }

    /// The row as it was at a revision.
    func state(of row: RowName, at revision: Int) -> RowState? {
        rows[row]?.last { $0.revision <= revision }
    }

    /// Takes in which days are closed: one that was closed stays as it is (I-11).
    mutating func note(closedDays now: [String: Digest]) throws(Violation) {
        for (day, hash) in closedDays {
            try demand(now[day] == hash, "I-11", "the closed day \(day) has changed")
        }
        closedDays = now
    }

    /// Takes in what the ledger has more, and demands that it only grew.
    mutating func read(_ store: CentralStore) throws(Violation) {
        do {
            let position = try store.auditPosition()
            if position.lsn != lines.count {
                for line in try store.auditLines(after: lines.count) { try append(line) }
            }
            try demand(
                lines.count == position.lsn, "I-31",
                "the ledger has \(position.lsn) lines, it had \(lines.count)")
            if epoch != position.epoch { epoch = position.epoch }
            try demand(
                position.revision >= revision, "I-13",
                "revision \(position.revision) after \(revision)")
            guard position.revision > revision else { return }
            for row in try store.auditRows(after: revision) { try append(row) }
            revision = position.revision
        } catch let violation as Violation {
            throw violation
        } catch {
            // The disk failed in looking; the next look sees the same.
            return
        }
    }

    private mutating func append(_ line: AuditLine) throws(Violation) {
        try demand(line.lsn == lines.count + 1, "I-13", "line \(line.lsn) after \(lines.count)")
        let stream = heads[line.stream] ?? []
        try demand(
            line.sequence == stream.count + 1, "I-03",
            "\(line.sequence) after \(stream.count) of \(line.stream)")
        let before = stream.last ?? Chain.genesis(device: line.device, stream: line.stream)
        try demand(
            Chain.link(before, line.line) == line.head, "I-04",
            "line \(line.sequence) of \(line.stream)")
        if let entry = try? Entry(decoding: line.line) {
            let last = stamps[line.stream] ?? ""
            try demand(
                entry.stamp > last, "I-13", "stamp \(entry.stamp) after \(last)")
            stamps[line.stream] = entry.stamp
        }
        let origin = Origin(line.line, head: line.head)
        if facts[origin.fact] == nil {
            facts[origin.fact] = lines.count
            if let draft = origin.entry?.draft, !origin.isByProgram {
                byDraft[draft, default: []].append((lines.count, origin.line))
            }
        }
        heads[line.stream, default: []].append(line.head)
        seen.insert(line.head)
        lines.append(line)
    }

    private mutating func append(_ row: AuditRow) throws(Violation) {
        let name = RowName(type: row.type, id: row.id)
        let last = rows[name]?.last
        try demand(
            row.version >= last?.version ?? 0, "I-13",
            "version \(row.version) of \(row.type):\(row.id)")
        rows[name, default: []].append(
            RowState(
                revision: row.revision, version: row.version, hash: row.hash,
                buckets: row.buckets))
    }

    /// Reads the whole ledger again and demands that what was seen is what there is.
    mutating func compare(_ store: CentralStore) throws(Violation) {
        let fresh: [AuditLine]
        do {
            fresh = try store.auditLines(after: 0)
        } catch {
            return
        }
        try demand(
            fresh.count >= lines.count, "I-31",
            "the ledger has \(fresh.count) lines, it had \(lines.count)")
        for (old, new) in zip(lines, fresh) {
            try demand(
                old.line == new.line && old.head == new.head && old.stream == new.stream
                    && old.sequence == new.sequence, "I-06", "line \(old.lsn) was changed")
        }
        for index in lines.indices { lines[index].disposition = fresh[index].disposition }
        try read(store)
    }
}
