package import Domain
import SQLite
import SyncProtocol
import WireMapping

extension Journal {
    /// Records one act of a person: all its facts in one durable change, or nothing.
    ///
    /// Each step sees the facts before it, so that it can name them. A draft is recorded once: the
    /// same draft again gives `.already` and changes nothing. `.checking` means that only opening
    /// the journal again and `find(draft:)` can tell.
    ///
    /// - Parameter steps: 1 to `Limits.actFactsMax` facts.
    package func record(
        _ steps: [ActStep], by person: String, at moment: Moment, draft: String? = nil
    ) throws(JournalError) -> RecordOutcome {
        precondition((1...Limits.actFactsMax).contains(steps.count), "an act has 1 to 16 facts")
        return try write { connection in
            if let draft {
                let known = try find(draft: draft)
                guard known.isEmpty else { return .already(known) }
            }
            let stream = try openStream()
            var tail = try tail(of: stream)
            var clock = try clockState()
            var facts: [RecordedFact] = []
            for (index, step) in steps.enumerated() {
                let entry = try entry(
                    step(facts), by: person, at: moment, sequence: tail.sequence + 1,
                    stamp: clock.stamp(at: moment),
                    act: steps.count == 1
                        ? nil : Entry.Act(index: index + 1, count: steps.count),
                    draft: draft)
                tail = try append(entry, to: stream, after: tail, clock: clock.hybrid)
                facts.append(
                    RecordedFact(
                        stream: stream.id, sequence: tail.sequence, fact: tail.head,
                        kind: entry.kind))
            }
            if let draft {
                try connection.execute("DELETE FROM draft WHERE id = ?1", draft)
            }
            return .recorded(facts)
        }
    }

    /// The facts recorded from a draft, in their order and where they stand now; empty when there
    /// are none.
    package func find(draft: String) throws(JournalError) -> [RecordedFact] {
        try read { connection in
            try connection.rows(
                """
                SELECT s.id, e.seq, e.fact, e.kind FROM entry e JOIN stream s ON s.no = e.stream
                WHERE e.draft = ?1 ORDER BY e.place LIMIT ?2
                """, draft, Limits.actFactsMax
            ) {
                RecordedFact(
                    stream: $0.text(0), sequence: $0.integer(1), fact: digest($0.blob(2)),
                    kind: $0.text(3))
            }
            .map { try standing($0) }
        }
    }

    private func entry(
        _ draft: FactDraft, by person: String, at moment: Moment, sequence: Int, stamp: String,
        act: Entry.Act?, draft id: String?
    ) throws(JournalError) -> Entry {
        let kind = draft.payload.kind.rawValue
        let payload: CanonicalObject
        do {
            payload = try FactWriter.payload(of: draft.payload)
        } catch {
            throw .badField(kind: kind, field: error.path)
        }
        var entry = Entry(
            kind: kind, sequence: sequence, person: person,
            wallMilliseconds: moment.wallMilliseconds, bootMilliseconds: moment.bootMilliseconds,
            bootNumber: moment.bootNumber, offsetMinutes: moment.offsetMinutes, stamp: stamp,
            payload: payload)
        entry.subject = draft.subject?.description
        entry.base = FactWriter.base(of: draft.base)
        if let corrects = draft.corrects {
            guard let fact = Digest(hex: corrects) else {
                throw .badField(kind: kind, field: "r")
            }
            entry.corrects = fact
        }
        for attachment in draft.attachments {
            guard let blob = Digest(hex: attachment.blob) else {
                throw .badField(kind: kind, field: "a")
            }
            entry.attachments.append(
                Entry.Attachment(
                    blob: blob, byteCount: attachment.byteCount,
                    role: attachment.role.rawValue, mediaType: attachment.mediaType))
        }
        entry.act = act
        entry.draft = id
        return entry
    }

    /// Appends an entry, which is a fact of its own unless it carries one.
    func append(
        _ entry: Entry, to stream: Stream, after tail: (sequence: Int, head: Digest),
        clock: HybridClock, carrying fact: Digest? = nil
    ) throws -> (sequence: Int, head: Digest) {
        let line = entry.encoded()
        let bytesMax = fact == nil ? Limits.recordedLineBytesMax : Limits.carryLineBytesMax
        guard line.count <= bytesMax else {
            throw JournalError.lineTooLong(
                kind: entry.kind, bytes: line.count, bytesMax: bytesMax)
        }
        // A line that cannot be read would be quarantined at the station, at night, with nobody
        // there to ask.
        do {
            guard try Entry(decoding: line) == entry else {
                throw JournalError.badField(kind: entry.kind, field: "")
            }
        } catch let error as EntryError {
            guard case .badPayload(let key) = error else {
                throw JournalError.badField(kind: entry.kind, field: error.why)
            }
            throw JournalError.badField(kind: entry.kind, field: key)
        }
        let head = Chain.link(tail.head, line)
        var row = EntryRow(line: line, head: head, fact: fact ?? head, kind: entry.kind)
        row.subject = entry.subject
        row.draft = entry.draft
        row.place = entry.act?.index ?? 1
        row.clock = clock
        try insert(row, at: stream.key(entry.sequence))
        try noteAttachments(of: entry, at: stream.key(entry.sequence))
        let isThere = try connection.first(
            "SELECT line = ?2 AND head = ?3 FROM entry WHERE id = ?1", stream.key(entry.sequence),
            line, head.bytes, as: { $0.integer(0) == 1 })
        guard isThere == true else {
            throw JournalError.damaged(stream: stream.id, sequence: entry.sequence)
        }
        return (entry.sequence, head)
    }

    func insert(_ row: EntryRow, at key: Int) throws {
        try connection.execute(
            """
            INSERT INTO entry(id, line, head, fact, kind, subject, draft, place, l, c, o, m)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """, key, row.line, row.head.bytes, row.fact.bytes, row.kind, row.subject, row.draft,
            row.place, row.clock.milliseconds, row.clock.counter, row.clock.boot,
            row.clock.bootMilliseconds)
    }
}

/// A row of the table of entries.
struct EntryRow {
    let line: [UInt8]
    let head: Digest
    /// The head where the fact was first recorded.
    var fact: Digest
    let kind: String
    var subject: String?
    var draft: String?
    var place = 1
    /// The clock after the entry was stamped.
    var clock = HybridClock()

    init(line: [UInt8], head: Digest, fact: Digest, kind: String) {
        self.line = line
        self.head = head
        self.fact = fact
        self.kind = kind
    }
}
