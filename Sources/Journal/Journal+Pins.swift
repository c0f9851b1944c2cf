import Domain
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
