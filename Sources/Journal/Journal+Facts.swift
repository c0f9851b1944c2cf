package import Domain
import SQLite
import SyncProtocol
import WireMapping

/// Own facts of all streams, each once: a carried one stands where it was carried to.
///
/// The facts of a season do not fit in the memory of a handheld, and reading one takes far longer
/// than finding it: so they are found by their text or id first, and only those are read.
extension Journal {
    /// One fact, where it lies, and whether the ledger holds it.
    package struct StandingFact {
        package let key: EntryKey
        package let isAcknowledged: Bool
        package let fact: Fact
    }

    /// Gives all facts after a place, in the order of recording, without holding them all.
    package func forEachFact(
        after key: EntryKey? = nil, _ body: (StandingFact) throws(JournalError) -> Void
    ) throws(JournalError) {
        try forEachFact(after: key?.value ?? 0, before: .max, body)
    }

    /// Gives the facts whose effects the station's rows do not contain (PJS 10.2), in the order of
    /// recording.
    package func forEachUnappliedFact(
        _ body: (StandingFact) throws(JournalError) -> Void
    ) throws(JournalError) {
        for stream in try streams() {
            try forEachFact(
                after: stream.key(stream.applied), before: stream.keyEnd, body)
        }
    }

    /// The facts at these places, in the order of recording.
    package func facts(at keys: some Sequence<EntryKey>) throws(JournalError) -> [Fact] {
        try read { connection in
            try Set(keys).sorted().compactMap { key in
                try connection.first(
                    "SELECT line, fact FROM entry WHERE id = ?1", key.value,
                    as: { fact(line: $0, id: 1) }) ?? nil
            }
        }
    }

    /// The facts that were recorded at these places, in the order of recording.
    package func facts(of places: [RecordedFact]) throws(JournalError) -> [Fact] {
        try facts(
            at: places.map { (place) throws(JournalError) in
                EntryKey(try stream(place.stream).key(place.sequence))
            })
    }

    /// The places of the entries whose line contains a text: an id of an entity or of a fact.
    package func keys(naming text: String) throws(JournalError) -> [EntryKey] {
        try read { connection in
            try connection.rows(
                "SELECT id FROM live WHERE instr(line, ?1) > 0 ORDER BY id", Array(text.utf8),
                as: { EntryKey($0.integer(0)) })
        }
    }

    /// The places of an entry and of those recorded just before it, as many in all.
    package func keys(upTo key: EntryKey, countMax: Int) throws(JournalError) -> [EntryKey] {
        try read { connection in
            try connection.rows(
                "SELECT id FROM live WHERE id <= ?1 ORDER BY id DESC LIMIT ?2", key.value,
                countMax, as: { EntryKey($0.integer(0)) }
            ).reversed()
        }
    }

    /// The places of the facts that correct or void another one.
    package func keysOfAnswers() throws(JournalError) -> [EntryKey] {
        try read { connection in
            try connection.rows(
                """
                SELECT id FROM live WHERE kind IN (?1, ?2) OR (kind = ?3
                    AND (instr(line, ?4) > 0 OR instr(line, ?5) > 0)) ORDER BY id
                """, FactKind.correct.rawValue, FactKind.paymentVoid.rawValue, Carry.kind,
                Journal.carriedKind(.correct), Journal.carriedKind(.paymentVoid),
                as: { EntryKey($0.integer(0)) })
        }
    }

    /// The facts that correct or void this one, in the order of recording.
    package func answers(to id: String) throws(JournalError) -> [Fact] {
        try facts(at: try keys(naming: id)).filter { $0.corrects == id }
    }

    /// The place of a fact.
    package func key(of id: String) throws(JournalError) -> EntryKey? {
        guard let id = Digest(hex: id) else { return nil }
        return try read { connection in
            try connection.first(
                "SELECT id FROM live WHERE fact = ?1", id.bytes,
                as: { EntryKey($0.integer(0)) })
        }
    }

    /// The place of an entry of the open stream; nil when it has none of this sequence.
    package func key(ofNumber sequence: Int) throws(JournalError) -> EntryKey? {
        let stream = try openStream()
        guard try (1...max(1, tail(of: stream).sequence)).contains(sequence) else { return nil }
        return EntryKey(stream.key(sequence))
    }

    /// The place of the first fact that people know by a reference, `XXXX-XXXX`.
    package func key(ofReference reference: String) throws(JournalError) -> EntryKey? {
        try read { connection in
            var found: EntryKey?
            try connection.scan("SELECT id, fact FROM live ORDER BY id") { row in
                if FactCode.reference(digest(row.blob(1)).hex) == reference {
                    found = EntryKey(row.integer(0))
                }
                return found == nil
            }
            return found
        }
    }

    /// Whether the ledger holds a fact.
    package func isAcknowledged(_ place: RecordedFact) throws(JournalError) -> Bool {
        let place = try standing(place)
        return try place.sequence <= stream(place.stream).acknowledged
    }

    /// Where a fact stands now: where it was recorded, or where it was carried to.
    func standing(_ place: RecordedFact) throws(JournalError) -> RecordedFact {
        let stream = try stream(place.stream)
        guard let frozenAt = stream.frozenAt, place.sequence > frozenAt else { return place }
        return try read { connection in
            try connection.first(
                """
                SELECT stream_id, seq FROM live WHERE fact = ?1 AND kind = 'carry'
                ORDER BY id DESC LIMIT 1
                """, place.fact.bytes
            ) {
                RecordedFact(
                    stream: $0.text(0), sequence: $0.integer(1), fact: place.fact,
                    kind: place.kind)
            } ?? place
        }
    }

    private func forEachFact(
        after start: Int, before end: Int, _ body: (StandingFact) throws(JournalError) -> Void
    ) throws(JournalError) {
        try read { connection in
            var last = start
            while true {
                let facts = try connection.rows(
                    """
                    SELECT id, line, fact, acked FROM live WHERE id > ?1 AND id < ?2
                    ORDER BY id LIMIT ?3
                    """, last, end, Journal.factsAtOnce
                ) { row in
                    (
                        key: EntryKey(row.integer(0)), acknowledged: row.integer(3),
                        fact: fact(line: row, at: 1, id: 2)
                    )
                }
                guard let newest = facts.last else { return }
                for case (let key, let acknowledged, let fact?) in facts {
                    try body(
                        StandingFact(
                            key: key, isAcknowledged: key.sequence <= acknowledged, fact: fact))
                }
                last = newest.key.value
            }
        }
    }

    /// The kind of a carried line as it stands, escaped, in the line that carries it.
    private static func carriedKind(_ kind: FactKind) -> [UInt8] {
        Array(#"\"k\":\"\#(kind.rawValue)\""#.utf8)
    }

    /// How many facts are read from the database at once.
    private static let factsAtOnce = 256
}

/// The fact of a stored line; nil for a skeleton and for a kind that this program cannot read.
private func fact(line row: borrowing Row, at column: Int = 0, id: Int) -> Fact? {
    guard !row.isNull(column), let entry = try? Entry(decoding: row.blob(column)),
        let original = Carry.original(of: entry),
        case .fact(let fact) = FactReader.fact(from: original, id: digest(row.blob(id)))
    else { return nil }
    return fact
}
