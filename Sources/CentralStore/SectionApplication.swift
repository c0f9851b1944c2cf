import Domain
import Ledger
import SQLite
import SyncProtocol

/// Applies the new lines of a section, act by act, and keeps what became of each.
struct SectionApplication {
    let visit: Visit
    let stream: String
    let number: Int
    /// The first new sequence; earlier ones were stored before.
    let first: Int
    /// Whether a parcel was accepted, which uses up a waybill number.
    private(set) var hasPickup = false
    private var dispositions: [Int: (sequence: Int, disposition: Disposition)] = [:]
    private var acts: [ActKey: [LedgerWriter.Pending]] = [:]

    init(visit: Visit, stream: String, number: Int, first: Int) {
        self.visit = visit
        self.stream = stream
        self.number = number
        self.first = first
    }

    /// What the handheld is told of its new entries: those not plainly applied, in order.
    var notices: [PushResult.Notice] {
        dispositions.values.sorted { $0.sequence < $1.sequence }
            .filter { $0.disposition != .applied }
            .map { entry in
                PushResult.Notice(
                    sequence: entry.sequence, disposition: entry.disposition.word.rawValue,
                    why: entry.disposition.why ?? "")
            }
    }

    /// Takes the next new line, and applies whatever it completes.
    mutating func take(
        _ reading: LineReading, lsn: Int, sequence: Int, isNewFact: Bool, effective: Int,
        _ writer: inout LedgerWriter, _ db: borrowing Connection
    ) throws {
        if isNewFact {
            try takeFact(
                reading, lsn: lsn, sequence: sequence, effective: effective, &writer, db)
        } else {
            dispositions[lsn] = (sequence, .noop(.carriedTwice))
            writer.tell(
                .noop(.carriedTwice), reading: reading, stream: stream, sequence: sequence)
        }
        let complete = acts.keys.filter {
            $0.stream == reading.stream && $0.last == reading.sequence
        }
        for key in complete.sorted(by: { $0.first < $1.first }) {
            try finish(key, &writer, db)
        }
    }

    /// Holds the facts of acts whose rest is still to come.
    mutating func holdOpenActs(
        _ writer: inout LedgerWriter, _ db: borrowing Connection
    ) throws {
        for pending in acts.values.joined().sorted(by: { $0.lsn < $1.lsn }) {
            try settle(.held(.group), pending, &writer, db)
        }
        acts = [:]
    }

    private mutating func takeFact(
        _ reading: LineReading, lsn: Int, sequence: Int, effective: Int,
        _ writer: inout LedgerWriter, _ db: borrowing Connection
    ) throws {
        let fact: Fact
        switch reading.serverReading(effective: effective) {
        case .fact(let read): fact = read
        case .notApplied(let disposition):
            let final =
                if case .held = disposition { holdOfState ?? disposition } else { disposition }
            dispositions[lsn] = (sequence, final)
            try writer.setDisposition(
                final, lsn: lsn, reading: reading, stream: stream, sequence: sequence, db)
            return
        }
        try writer.mention(fact, lsn: lsn, db)
        let pending = LedgerWriter.Pending(
            lsn: lsn, stream: stream, sequence: sequence, reading: reading, fact: fact, isNew: true)
        if let hold = holdOfState {
            try settle(hold, pending, &writer, db)
        } else if let key = reading.act {
            acts[key, default: []].append(pending)
        } else {
            if reading.hasFalsePlace { try db.setFlag("bad_group", lsn: lsn) }
            try apply([pending], &writer, db)
        }
    }

    /// What the handheld's state does to all its facts.
    private var holdOfState: Disposition? {
        switch visit.state {
        case .active: nil
        case .suspended: .held(.suspended)
        case .revoked: .held(.revoked)
        }
    }

    private mutating func settle(
        _ disposition: Disposition, _ pending: LedgerWriter.Pending,
        _ writer: inout LedgerWriter, _ db: borrowing Connection
    ) throws {
        dispositions[pending.lsn] = (pending.sequence, disposition)
        try writer.setDisposition(disposition, of: pending, db)
    }

    private mutating func apply(
        _ act: [LedgerWriter.Pending], _ writer: inout LedgerWriter, _ db: borrowing Connection
    ) throws {
        for (pending, disposition) in try writer.apply(act, device: visit.device, db) {
            if pending.fact.kind == .pickup, disposition == .applied { hasPickup = true }
            if pending.stream == stream, pending.sequence >= first {
                dispositions[pending.lsn] = (pending.sequence, disposition)
            }
        }
    }

    // MARK: Acts

    /// Applies an act whose last line has come.
    private mutating func finish(
        _ key: ActKey, _ writer: inout LedgerWriter, _ db: borrowing Connection
    ) throws {
        guard let here = acts.removeValue(forKey: key) else { return }
        guard let earlier = try earlierMembers(of: key, before: here, writer, db) else {
            for pending in here { try settle(.held(.group), pending, &writer, db) }
            return
        }
        try apply(earlier + here, &writer, db)
    }

    /// The facts of an act that came in earlier sections; nil when one is missing or held otherwise.
    private func earlierMembers(
        of key: ActKey, before here: [LedgerWriter.Pending], _ writer: LedgerWriter,
        _ db: borrowing Connection
    ) throws -> [LedgerWriter.Pending]? {
        let record = StreamRecord.reference(number: number, id: stream, device: visit.device)
        guard key.stream != stream else {
            return try members(
                of: key, in: record, key.first..<max(key.first, min(first, key.last + 1)), writer,
                db)
        }
        // A carried act: its carried entries follow each other here, what was not carried is in
        // the old stream (PJS 3.10.5).
        var carriedFrom = here[0].reading.sequence
        var place = here[0].sequence
        var carried: [LedgerWriter.Pending] = []
        while carriedFrom > key.first, place > 1 {
            place -= 1
            guard let line = try db.line(stream: record, sequence: place) else { break }
            let reading = line.reading
            guard reading.isCarried, reading.stream == key.stream,
                reading.sequence == carriedFrom - 1
            else { break }
            carriedFrom -= 1
            guard place < first, reading.act == key else { continue }
            guard try db.isHeldForAct(stream: number, sequence: place),
                let pending = writer.pending(line, isNew: false)
            else { return nil }
            carried.insert(pending, at: 0)
        }
        guard carriedFrom > key.first else { return carried }
        guard let old = try db.stream(key.stream), old.device == visit.device,
            let stored = try db.end(ofStream: old.number), stored.sequence >= carriedFrom - 1,
            let kept = try members(of: key, in: old, key.first..<carriedFrom, writer, db)
        else { return nil }
        return kept + carried
    }

    private func members(
        of key: ActKey, in stream: StreamRecord, _ sequences: Range<Int>, _ writer: LedgerWriter,
        _ db: borrowing Connection
    ) throws -> [LedgerWriter.Pending]? {
        var members: [LedgerWriter.Pending] = []
        for sequence in sequences {
            guard let line = try db.line(stream: stream, sequence: sequence) else { return nil }
            guard line.reading.act == key else { continue }
            guard try db.isHeldForAct(stream: stream.number, sequence: sequence),
                let pending = writer.pending(line, isNew: false)
            else { return nil }
            members.append(pending)
        }
        return members
    }
}

extension LineReading {
    /// The fact that a handheld's line says, or why there is none.
    fileprivate func serverReading(effective: Int) -> ServerReading {
        switch content {
        case .refused(let why): .notApplied(.quarantined(why))
        case .entry(let entry):
            ServerReading(
                entry, fact: fact, effectiveMilliseconds: effective, isStation: false)
        }
    }
}
