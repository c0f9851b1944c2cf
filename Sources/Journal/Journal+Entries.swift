import SQLite
package import SyncProtocol

/// A run of entries as a push section sends them.
package struct EntryBatch: Equatable, Sendable {
    package let stream: String
    /// Sequence of the first line, also when there is none.
    package let from: Int
    package let lines: [[UInt8]]
    /// H(from−1), and the head after the last line.
    package let previous: Digest
    package let head: Digest
    /// When the entries were first put into a request, as far as they were.
    package let attempts: [Push.Attempt]

    /// The last sequence, from−1 when there is no line.
    package var last: Int { from + lines.count - 1 }
}

extension Journal {
    /// The entries of a stream after a sequence, verbatim and in order; without an id, of the open
    /// one. Those after the end of a frozen stream do not count.
    ///
    /// At least one line when there is one, however long; then as many as both limits allow.
    package func entries(
        of stream: String? = nil, after sequence: Int, bytesMax: Int,
        countMax: Int = Limits.pushLinesMax
    ) throws(JournalError) -> EntryBatch {
        try read { connection in
            let stream = try self.stream(stream)
            guard let previous = try head(at: sequence, of: stream) else {
                preconditionFailure("entry \(sequence) is not there to go on from")
            }
            var lines: [[UInt8]] = []
            var head = previous
            var byteCount = 0
            let attempts = try attempts(of: stream, from: sequence + 1)
            try connection.scan(
                """
                SELECT line, head FROM entry WHERE id > ?1 AND id < ?2 ORDER BY id LIMIT ?3
                """, stream.key(sequence),
                stream.frozenAt.map { stream.key($0 + 1) } ?? stream.keyEnd,
                min(countMax, attempts.end - sequence)
            ) { row in
                guard !row.isNull(0) else { return false }
                let line = row.blob(0)
                byteCount += line.count + 1
                guard lines.isEmpty || byteCount <= bytesMax else { return false }
                lines.append(line)
                head = digest(row.blob(1))
                return true
            }
            return EntryBatch(
                stream: stream.id, from: sequence + 1, lines: lines, previous: previous,
                head: head, attempts: attempts.runs(upTo: sequence + lines.count))
        }
    }

    /// The chain head at a sequence of a stream, of the open one without an id; nil past its end
    /// and for a stream that is not known here. 0 gives the genesis.
    package func head(
        at sequence: Int, of stream: String? = nil
    ) throws(JournalError) -> Digest? {
        guard let stream else { return try head(at: sequence, of: try openStream()) }
        guard let known = try streamIfKnown(stream) else { return nil }
        return try head(at: sequence, of: known)
    }

    /// Entries of the open stream for people to look at, in order.
    package func list(from sequence: Int, countMax: Int) throws(JournalError) -> [StoredEntry] {
        let stream = try openStream()
        return try list(after: EntryKey(stream.key(sequence - 1)), countMax: countMax)
    }

    /// Entries of all streams after a place, in order, each fact once; without a place, from the
    /// first one on.
    package func list(
        after key: EntryKey?, countMax: Int
    ) throws(JournalError) -> [StoredEntry] {
        try read { connection in
            try connection.rows(
                """
                SELECT id, stream_id, fact, kind, line, subject, draft, acked FROM live
                WHERE id > ?1 ORDER BY id LIMIT ?2
                """, key?.value ?? 0, countMax
            ) { StoredEntry($0) }
        }
    }

    /// The newest entries of all streams, oldest first, each fact once.
    package func newest(_ countMax: Int) throws(JournalError) -> [StoredEntry] {
        try read { connection in
            try connection.rows(
                """
                SELECT id, stream_id, fact, kind, line, subject, draft, acked FROM live
                ORDER BY id DESC LIMIT ?1
                """, countMax
            ) { StoredEntry($0) }.reversed()
        }
    }

    /// One entry; nil where there is none that counts.
    package func entry(at key: EntryKey) throws(JournalError) -> StoredEntry? {
        try read { connection in
            try connection.first(
                """
                SELECT id, stream_id, fact, kind, line, subject, draft, acked FROM live
                WHERE id = ?1
                """, key.value
            ) { StoredEntry($0) }
        }
    }

    func head(at sequence: Int, of stream: Stream) throws(JournalError) -> Digest? {
        if sequence == 0 { return stream.genesis }
        return try read { connection in
            try connection.first(
                "SELECT head FROM entry WHERE id = ?1", stream.key(sequence),
                as: { digest($0.blob(0)) })
        }
    }
}

extension StoredEntry {
    /// Reads the columns id, stream_id, fact, kind, line, subject, draft, acked.
    fileprivate init(_ row: borrowing Row) {
        key = EntryKey(row.integer(0))
        place = RecordedFact(
            stream: row.text(1), sequence: key.sequence, fact: digest(row.blob(2)),
            kind: row.text(3))
        line = row.isNull(4) ? [] : row.blob(4)
        subject = row.optionalText(5)
        draft = row.optionalText(6)
        isAcknowledged = key.sequence <= row.integer(7)
    }
}
