import CentralStore
import SyncProtocol

/// What the ledger was seen to hold, kept outside of it: no fault touches this.
struct LedgerCopy {
    /// Lines in ledger order; `lsn` is one more than the index.
    private(set) var lines: [AuditLine] = []
    /// The heads of each stream; the head of sequence 1 first.
    private(set) var heads: [String: [Digest]] = [:]
    /// Where each draft's lines are.
    private(set) var byDraft: [String: [Int]] = [:]
    private(set) var revision = 0
    private(set) var epoch = ""
    /// Every row as it was after each revision that changed it.
    private(set) var rows: [RowName: [RowState]] = [:]
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

    func have(_ stream: String) -> Int { heads[stream]?.count ?? 0 }

    func head(_ stream: String, at sequence: Int) -> Digest? {
        guard let heads = heads[stream], heads.indices.contains(sequence - 1) else { return nil }
        return heads[sequence - 1]
    }

    /// The row as it was at a revision.
    func state(of row: RowName, at revision: Int) -> RowState? {
        rows[row]?.last { $0.revision <= revision }
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
            if let draft = entry.draft { byDraft[draft, default: []].append(lines.count) }
        }
        heads[line.stream, default: []].append(line.head)
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
