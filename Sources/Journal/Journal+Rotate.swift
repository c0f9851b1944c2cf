package import Domain
import SQLite
import SyncProtocol

/// Where a stream ends, and what becomes of the entries after it (PJS 9.9).
package struct Rotation: Equatable, Sendable {
    /// The stream that ends; nil for the open one.
    package let stream: String?
    /// Its last entry that counts.
    package let end: Int
    /// Whether the ledger is known to hold the stream up to there, with the same head.
    package let isProven: Bool
    /// An entry that the server does not take as long as it is; it stays behind.
    package let refused: Int?
    /// The id of the new stream, if one is begun.
    package let newStream: String

    package init(
        stream: String? = nil, end: Int, isProven: Bool = false, refused: Int? = nil,
        newStream: String
    ) {
        self.stream = stream
        self.end = end
        self.isProven = isProven
        self.refused = refused
        self.newStream = newStream
    }
}

/// What a rotation did with the entries after the end of the stream.
package struct RotationOutcome: Equatable, Sendable {
    /// How many stand in the open stream now.
    package internal(set) var carriedCount = 0
    /// How many stayed behind: skeletons, damaged ones, and the one the server does not take.
    package internal(set) var leftCount = 0
    /// Whether one of those is damaged.
    package internal(set) var isDamaged = false
}

/// Entries of one stream that the station lacks and this journal cannot send.
package struct LostRange: Equatable, Sendable {
    package let stream: String
    package let sequences: ClosedRange<Int>

    package init(stream: String, sequences: ClosedRange<Int>) {
        self.stream = stream
        self.sequences = sequences
    }
}

extension Journal {
    /// Ends a stream and carries its entries after the end into the open one, all in one durable
    /// change. The open stream gives way to a new one; a stream that was frozen already ends
    /// earlier than before.
    package func rotate(
        _ rotation: Rotation, at moment: Moment
    ) throws(JournalError) -> RotationOutcome {
        try write { connection in
            let old = try stream(rotation.stream)
            let limit = try limit(of: old)
            precondition((0...limit).contains(rotation.end), "a stream ends within itself")
            try freeze(old, rotation)
            if old.frozenAt == nil {
                try connection.execute(
                    "INSERT INTO stream(no, id, dev, state, made) VALUES (?1, ?2, ?3, 'open', ?4)",
                    try newestNumber() + 1, rotation.newStream, old.device,
                    moment.wallMilliseconds)
            }
            let outcome = try carry(
                from: old, rotation.end..<limit, leaving: rotation.refused, at: moment)
            try releasePins()
            return outcome
        }
    }

    /// Takes back lines that the ledger has and this journal lost, as history: they are
    /// acknowledged, and seen like all own entries as far as the rows do not contain them. The open
    /// stream then gives way to a new one.
    ///
    /// The caller has verified that the lines continue the stream. A line that this journal cannot
    /// hold ends them.
    ///
    /// - Returns: how many came back.
    package func bringBack(
        _ lines: [[UInt8]], to stream: String, newStream: String, at moment: Moment
    ) throws(JournalError) -> Int {
        try write { connection in
            let old = try self.stream(stream)
            var tail = try tail(of: old)
            let limit = try limit(of: old)
            precondition(limit == tail.sequence, "history continues a whole stream")
            var count = 0
            for line in lines {
                guard let next = try append(history: line, to: old, after: tail) else { break }
                tail = next
                count += 1
            }
            try connection.execute(
                """
                UPDATE stream SET acked = ?2, verified = ?2,
                    applied = max(applied, min(told, ?2)) WHERE no = ?1
                """, old.number, tail.sequence)
            if old.frozenAt != nil {
                try connection.execute(
                    "UPDATE stream SET frozen_at = ?2 WHERE no = ?1", old.number, tail.sequence)
            } else {
                _ = try rotate(
                    Rotation(end: tail.sequence, isProven: true, newStream: newStream), at: moment)
            }
            return count
        }
    }

    /// Entries that count in no stream: they were left behind when theirs ended.
    package func lostRanges() throws(JournalError) -> [LostRange] {
        try read { connection in
            var ranges: [LostRange] = []
            for stream in try streams() {
                guard let frozenAt = stream.frozenAt else { continue }
                try connection.scan(
                    """
                    SELECT seq FROM entry AS e WHERE id > ?1 AND id < ?2 AND NOT EXISTS
                        (SELECT 1 FROM entry WHERE kind = 'carry' AND fact = e.fact AND id > e.id)
                    ORDER BY id
                    """, stream.key(frozenAt), stream.keyEnd
                ) { row in
                    let sequence = row.integer(0)
                    if let last = ranges.last, last.stream == stream.id,
                        last.sequences.upperBound == sequence - 1
                    {
                        ranges.removeLast()
                        ranges.append(
                            LostRange(
                                stream: stream.id,
                                sequences: last.sequences.lowerBound...sequence))
                    } else {
                        ranges.append(
                            LostRange(stream: stream.id, sequences: sequence...sequence))
                    }
                    return true
                }
            }
            return ranges
        }
    }

    private func freeze(_ stream: Stream, _ rotation: Rotation) throws {
        let acknowledged =
            rotation.isProven ? rotation.end : min(stream.acknowledged, rotation.end)
        try connection.execute(
            """
            UPDATE stream SET state = 'frozen', frozen_at = ?2, acked = ?3,
                secured = min(secured, ?2), applied = min(applied, ?2) WHERE no = ?1
            """, stream.number, rotation.end, acknowledged)
    }

    private func newestNumber() throws -> Int {
        try connection.first("SELECT MAX(no) FROM stream", as: { $0.integer(0) }) ?? 0
    }

    // MARK: Carrying

    func carry(
        from old: Stream, _ range: Range<Int>, leaving refused: Int?, at moment: Moment
    ) throws -> RotationOutcome {
        var outcome = RotationOutcome()
        guard !range.isEmpty else { return outcome }
        let open = try openStream()
        var tail = try tail(of: open)
        var clock = try clockState()
        guard var previous = try head(at: range.lowerBound, of: old) else {
            throw JournalError.damaged(stream: old.id, sequence: range.lowerBound)
        }
        for sequence in range.lowerBound + 1...range.upperBound {
            guard let stored = try storedLine(at: sequence, of: old) else {
                throw JournalError.damaged(stream: old.id, sequence: sequence)
            }
            let isIntact =
                stored.line.map { Chain.link(previous, $0) == stored.head } ?? true
            previous = stored.head
            guard isIntact, sequence != refused, let line = stored.line,
                let entry = carrying(line, stored.fact, from: old, sequence)
            else {
                outcome.leftCount += 1
                if !isIntact { outcome.isDamaged = true }
                continue
            }
            let carried = entry(tail.sequence + 1, clock.stamp(at: moment), moment)
            tail = try append(
                carried, to: open, after: tail, clock: clock.hybrid, carrying: stored.fact)
            outcome.carriedCount += 1
        }
        return outcome
    }

    private func storedLine(
        at sequence: Int, of stream: Stream
    ) throws -> (line: [UInt8]?, head: Digest, fact: Digest)? {
        try connection.first(
            "SELECT line, head, fact FROM entry WHERE id = ?1", stream.key(sequence)
        ) { row in
            (
                line: row.isNull(0) ? nil : row.blob(0), head: digest(row.blob(1)),
                fact: digest(row.blob(2))
            )
        }
    }

    /// The entry that carries a line, once its place and time are known; nil for a line that is no
    /// text.
    private func carrying(
        _ line: [UInt8], _ fact: Digest, from stream: Stream, _ sequence: Int
    ) -> ((_ sequence: Int, _ stamp: String, _ moment: Moment) -> Entry)? {
        let entry = try? Entry(decoding: line)
        let payload: CanonicalObject
        if let entry, entry.kind == Carry.kind {
            payload = entry.payload
        } else {
            guard
                let carry = Carry(
                    fact: fact, stream: stream.id, sequence: sequence, line: line)
            else { return nil }
            payload = carry.payload
        }
        return { sequence, stamp, moment in
            Entry(
                kind: Carry.kind, sequence: sequence, person: entry?.person ?? "system",
                wallMilliseconds: moment.wallMilliseconds,
                bootMilliseconds: moment.bootMilliseconds, bootNumber: moment.bootNumber,
                offsetMinutes: moment.offsetMinutes, stamp: stamp, payload: payload)
        }
    }

    // MARK: History

    /// Appends a line that was recorded before; nil when this journal cannot hold it.
    private func append(
        history line: [UInt8], to stream: Stream, after tail: (sequence: Int, head: Digest)
    ) throws -> (sequence: Int, head: Digest)? {
        let entry = try? Entry(decoding: line)
        let isCarry = entry?.kind == Carry.kind
        let bytesMax = isCarry ? Limits.carryLineBytesMax : Limits.recordedLineBytesMax
        guard (1...bytesMax).contains(line.count) else { return nil }
        let head = Chain.link(tail.head, line)
        var row = EntryRow(line: line, head: head, fact: head, kind: entry?.kind ?? "unread")
        if let entry {
            row.fact = isCarry ? (try? Carry(entry.payload))?.fact ?? head : head
            row.subject = entry.subject
            row.clock = HybridClock(entry)
            // The draft is known here where a copy of the journal recorded it too.
            if let draft = entry.draft {
                let place = entry.act?.index ?? 1
                let known = try connection.first(
                    "SELECT 1 FROM entry WHERE draft = ?1 AND place = ?2", draft, place,
                    as: { $0.integer(0) })
                if known == nil {
                    row.draft = draft
                    row.place = place
                }
            }
        }
        try insert(row, at: stream.key(tail.sequence + 1))
        if let entry { try noteAttachments(of: entry, at: stream.key(tail.sequence + 1)) }
        return (tail.sequence + 1, head)
    }
}

extension HybridClock {
    /// The clock as it stood when an entry was stamped.
    fileprivate init(_ entry: Entry) {
        let parts = entry.stamp.split(separator: "-")
        self.init(
            milliseconds: parts.first.flatMap { Int($0, radix: 16) } ?? 0,
            counter: parts.last.flatMap { Int($0, radix: 16) } ?? 0, boot: entry.bootNumber,
            bootMilliseconds: entry.bootMilliseconds)
    }
}
