package import Domain
import SQLite
import SyncProtocol

/// Which rows stay although the station takes them away: own facts still need them (PJS 10.4).
extension Journal {
    /// The day of a station that never closes one needs its rows no longer than this.
    static let unsealedMillisecondsMax = 3 * 86_400_000
    /// A stamp before July 2017 was made before the handheld knew the time.
    static let firstBelievedMilliseconds = 1_500_000_000_000

    /// The rows that own facts name which the ledger or the rows lack, whose case is open, or whose
    /// day is not sealed; sorted.
    func ownReferences() throws -> [RowReference] {
        var references: Set<String> = []
        let sealed = try dayMarks().sealed
        let old = try clockState().hybrid.newestNow - Journal.unsealedMillisecondsMax
        for stream in try streams() {
            let settled = min(stream.acknowledged, stream.applied)
            try connection.scan(
                """
                SELECT seq, line FROM live
                WHERE id > ?1 AND id < ?2 AND (id > ?3 OR l > ?4 OR l < ?5) ORDER BY id
                """, stream.key(min(settled, sealed[stream.id] ?? 0)), stream.keyEnd,
                stream.key(settled), old, Journal.firstBelievedMilliseconds
            ) { row in
                guard !row.isNull(1), let entry = try? Entry(decoding: row.blob(1)),
                    row.integer(0) > settled || entry.wallMilliseconds > old
                else { return true }
                references.formUnion(Journal.references(in: entry))
                return true
            }
        }
        for key in try keysOfOpenCases() {
            guard let line = try entry(at: key)?.line, let entry = try? Entry(decoding: line)
            else { continue }
            references.formUnion(Journal.references(in: entry))
        }
        return references.sorted().compactMap(RowReference.init)
    }

    /// The last entry whose effects the rows contain, before the page that is being applied.
    func lastContained() throws(JournalError) -> Int {
        let stream = try openStream()
        return stream.key(stream.applied)
    }

    /// A row that stays although the station took it away, and the own facts that came to it since.
    package struct PinnedRow {
        package let reference: EntityReference
        /// In the order of recording; none that the rows do not contain yet.
        package let facts: [Fact]
    }

    /// The pinned rows that own facts have changed since the station took them away: these facts
    /// are in the station's rows, but no longer in those of this handheld.
    package func pinnedRows() throws(JournalError) -> [PinnedRow] {
        try read { connection in
            // Left to itself, SQLite reads every row instead of the few that are pinned.
            let pinned = try connection.rows(
                """
                SELECT t, i, since FROM row INDEXED BY row_pinned
                WHERE cursor = (SELECT id FROM cursor WHERE staged = 0) AND pinned IS NOT NULL
                    AND since IS NOT NULL
                """
            ) { row in (EntityReference("\(row.text(0)):\(row.text(1))"), since: row.integer(2)) }
            guard !pinned.isEmpty else { return [] }
            let streams = try self.streams()
            return try pinned.compactMap { reference, since in
                guard let reference else { return nil }
                let facts = try streams.flatMap { stream in
                    try appliedFacts(naming: reference.id, after: since, of: stream)
                }
                return facts.isEmpty ? nil : PinnedRow(reference: reference, facts: facts)
            }
            .sorted { $0.reference < $1.reference }
        }
    }

    private func appliedFacts(
        naming text: String, after key: Int, of stream: Stream
    ) throws(JournalError) -> [Fact] {
        let last = stream.key(stream.applied)
        guard last > key else { return [] }
        let keys = try read { connection in
            try connection.rows(
                """
                SELECT id FROM live WHERE id > ?1 AND id <= ?2 AND instr(line, ?3) > 0 ORDER BY id
                """, max(key, stream.key(0)), last, Array(text.utf8),
                as: { EntryKey($0.integer(0)) })
        }
        return try facts(at: keys)
    }

    /// What the fact of a line is about and what its person saw.
    private static func references(in entry: Entry) -> Set<String> {
        guard let original = Carry.original(of: entry) else { return [] }
        var references = Set(original.base.keys)
        if let subject = original.subject { references.insert(subject) }
        return references
    }

    /// The places of own facts that are in a case, as the station's dispositions say; the id of
    /// such a row is `<stream>.<s>`.
    private func keysOfOpenCases() throws -> [EntryKey] {
        var keys: [EntryKey] = []
        for row in try rows(of: .disp) {
            guard case .disposition(let disposition) = row.entity,
                disposition.disposition == .case
            else { continue }
            let parts = disposition.id.split(separator: ".")
            guard parts.count == 2, let sequence = Int(parts[1]),
                let stream = try streamIfKnown(String(parts[0])), sequence > 0
            else { continue }
            keys.append(EntryKey(stream.key(sequence)))
        }
        return keys
    }
}
