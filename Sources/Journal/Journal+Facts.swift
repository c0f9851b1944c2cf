package import Domain
import SQLite
import SyncProtocol
import WireMapping

/// Own facts of the open stream.
///
/// The facts of a season do not fit in the memory of a handheld, and reading one takes far longer
/// than finding it: so they are found by their text or id first, and only those are read.
extension Journal {
    /// Gives all facts after a sequence, in the order of recording, without holding them all.
    package func forEachFact(
        after sequence: Int, _ body: (_ sequence: Int, Fact) throws(JournalError) -> Void
    ) throws(JournalError) {
        try read { connection in
            let stream = try openStream()
            var last = sequence
            while true {
                let facts = try connection.rows(
                    """
                    SELECT seq, line, fact FROM entry WHERE id > ?1 AND id < ?2
                    ORDER BY id LIMIT ?3
                    """, stream.key(last), stream.keyEnd, Journal.factsAtOnce
                ) { row in
                    (sequence: row.integer(0), fact: fact(line: row.blob(1), id: row.blob(2)))
                }
                guard let end = facts.last else { return }
                for case (let sequence, let fact?) in facts { try body(sequence, fact) }
                last = end.sequence
            }
        }
    }

    /// The facts at these sequences, in the order of recording.
    package func facts(at sequences: some Sequence<Int>) throws(JournalError) -> [Fact] {
        try read { connection in
            let stream = try openStream()
            return try Set(sequences).sorted().compactMap { sequence in
                try connection.first(
                    "SELECT line, fact FROM entry WHERE id = ?1", stream.key(sequence),
                    as: { fact(line: $0.blob(0), id: $0.blob(1)) }) ?? nil
            }
        }
    }

    /// The sequences of the entries whose line contains a text: an id of an entity or of a fact.
    package func sequences(naming text: String) throws(JournalError) -> [Int] {
        try read { connection in
            let stream = try openStream()
            return try connection.rows(
                """
                SELECT seq FROM entry WHERE id > ?1 AND id < ?2 AND instr(line, ?3) > 0
                ORDER BY id
                """, stream.key(0), stream.keyEnd, Array(text.utf8), as: { $0.integer(0) })
        }
    }

    /// The sequences of the facts that correct or void another one.
    package func sequencesOfAnswers() throws(JournalError) -> [Int] {
        try read { connection in
            let stream = try openStream()
            return try connection.rows(
                """
                SELECT seq FROM entry WHERE id > ?1 AND id < ?2 AND kind IN (?3, ?4) ORDER BY id
                """, stream.key(0), stream.keyEnd, FactKind.correct.rawValue,
                FactKind.paymentVoid.rawValue, as: { $0.integer(0) })
        }
    }

    /// The facts that correct or void this one, in the order of recording.
    package func answers(to id: String) throws(JournalError) -> [Fact] {
        try facts(at: try sequences(naming: id)).filter { $0.corrects == id }
    }

    /// The sequence of a fact.
    package func sequence(of id: String) throws(JournalError) -> Int? {
        guard let id = Digest(hex: id) else { return nil }
        return try read { connection in
            let stream = try openStream()
            return try connection.first(
                "SELECT seq FROM entry WHERE id > ?1 AND id < ?2 AND fact = ?3", stream.key(0),
                stream.keyEnd, id.bytes, as: { $0.integer(0) })
        }
    }

    /// The sequence of the first fact that people know by a reference, `XXXX-XXXX`.
    package func sequence(ofReference reference: String) throws(JournalError) -> Int? {
        try read { connection in
            let stream = try openStream()
            var found: Int?
            try connection.scan(
                "SELECT seq, fact FROM entry WHERE id > ?1 AND id < ?2 ORDER BY id",
                stream.key(0), stream.keyEnd
            ) { row in
                if FactCode.reference(digest(row.blob(1)).hex) == reference {
                    found = row.integer(0)
                }
                return found == nil
            }
            return found
        }
    }

    /// How many facts are read from the database at once.
    private static let factsAtOnce = 256
}

/// The fact of a stored line; nil for a kind that this program cannot read.
private func fact(line: [UInt8], id: [UInt8]) -> Fact? {
    guard let entry = try? Entry(decoding: line),
        case .fact(let fact) = FactReader.fact(from: entry, id: digest(id))
    else { return nil }
    return fact
}
