import Domain
import Ledger
import SQLite
import SyncProtocol

/// Applies the new lines of a section, act by act, and keeps what became of each.
struct SectionApplication {
    let device: String
    /// What the handheld may do.
    let state: Domain.DeviceState
    let stream: String
    let number: Int
    /// The first new sequence; earlier ones were stored before.
    let first: Int
    /// Whether a parcel was accepted, which uses up a waybill number.
    private(set) var hasPickup = false
    private var dispositions: [Int: (sequence: Int, disposition: Disposition)] = [:]
    /// New facts of acts whose last line has not come.
    private var acts: [ActKey: [LedgerWriter.Pending]] = [:]
    /// The same from earlier sections.
    private let held: [ActKey: [LedgerWriter.Pending]]

    /// Begins with the acts that earlier sections left open.
    init(
        device: String, state: Domain.DeviceState, stream: String, number: Int, first: Int,
        _ writer: LedgerWriter, _ db: borrowing Connection
    ) throws {
        self.device = device
        self.state = state
        self.stream = stream
        self.number = number
        self.first = first
        var held: [ActKey: [LedgerWriter.Pending]] = [:]
        for line in try db.linesHeldForActs(of: device) {
            guard let pending = writer.pending(line, isNew: false), let key = pending.reading.act
            else { continue }
            held[key, default: []].append(pending)
        }
        self.held = held
    }

    /// Whether a fact waits for the rest of its act.
    var hasOpenActs: Bool { !acts.isEmpty }

    /// What the handheld is told of its new entries: those not plainly applied, in order. An open
    /// case stands for `applied` and `noop`.
    func notices(_ cases: [Int: CaseOfFact?]) -> [PushResult.Notice] {
        var told = dispositions
        for (lsn, entry) in dispositions {
            guard let open = cases[lsn] ?? nil, entry.disposition.mayBeDisputed else { continue }
            told[lsn]?.disposition = .disputed(CaseRow.id(open.number), rule: open.rule)
        }
        return told.values.sorted { $0.sequence < $1.sequence }
            .filter { $0.disposition != .applied }
            .map { entry in
                PushResult.Notice(
                    sequence: entry.sequence, disposition: entry.disposition.word.rawValue,
                    why: entry.disposition.why ?? "", rule: entry.disposition.rule)
            }
    }

    /// Takes the next new line, and applies whatever it completes.
    mutating func take(
        _ reading: LineReading, lsn: Int, sequence: Int, isNewFact: Bool, says said: ServerReading,
        _ writer: inout LedgerWriter, _ db: borrowing Connection
    ) throws {
        if isNewFact {
            try takeFact(said, of: reading, lsn: lsn, sequence: sequence, &writer, db)
        } else {
            dispositions[lsn] = (sequence, .noop(.carriedTwice))
            writer.tell(
                .noop(.carriedTwice), reading: reading, stream: stream, sequence: sequence)
        }
        let isLast = { (key: ActKey) in
            key.stream == reading.stream && key.last == reading.sequence
        }
        guard acts.keys.contains(where: isLast) || held.keys.contains(where: isLast) else { return }
        let complete = Set(acts.keys.filter(isLast)).union(held.keys.filter(isLast))
        for key in complete.sorted(by: { $0.first < $1.first }) {
            try finish(key, at: sequence, &writer, db)
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
        _ said: ServerReading, of reading: LineReading, lsn: Int, sequence: Int,
        _ writer: inout LedgerWriter, _ db: borrowing Connection
    ) throws {
        let fact: Fact
        switch said {
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
        switch state {
        case .active: nil
        case .suspended: .held(.suspended)
        case .revoked: .held(.revoked)
        }
    }

    private mutating func settle(
        _ disposition: Disposition, _ pending: LedgerWriter.Pending,
        _ writer: inout LedgerWriter, _ db: borrowing Connection
    ) throws {
        note(disposition, of: pending)
        try writer.setDisposition(disposition, of: pending, db)
    }

    private mutating func apply(
        _ act: [LedgerWriter.Pending], _ writer: inout LedgerWriter, _ db: borrowing Connection
    ) throws {
        for (pending, disposition) in try writer.apply(act, db) {
            if pending.fact.kind == .pickup, disposition == .applied { hasPickup = true }
            note(disposition, of: pending)
        }
    }

    /// Keeps what became of a new line; earlier ones are told by their rows.
    private mutating func note(_ disposition: Disposition, of pending: LedgerWriter.Pending) {
        guard pending.stream == stream, pending.sequence >= first else { return }
        dispositions[pending.lsn] = (pending.sequence, disposition)
    }

    // MARK: Acts

    /// Applies an act whose last line has come at a place of this stream.
    ///
    /// Members that were refused are told so alone; of two facts that claim one place, as after a
    /// fork, the later one is meant.
    private mutating func finish(
        _ key: ActKey, at place: Int, _ writer: inout LedgerWriter, _ db: borrowing Connection
    ) throws {
        let here = acts.removeValue(forKey: key) ?? []
        var members: [Int: LedgerWriter.Pending] = [:]
        for pending in (held[key] ?? []) + here { members[pending.reading.sequence] = pending }
        guard try isComplete(key, Set(members.keys), at: place, db) else {
            for pending in here { try settle(.held(.group), pending, &writer, db) }
            return
        }
        if let hold = holdOfState {
            // Its last line is held back, so what came before is held with it.
            for pending in members.values.sorted(by: { $0.lsn < $1.lsn }) {
                try settle(hold, pending, &writer, db)
            }
            return
        }
        try apply(
            members.values.sorted { $0.reading.sequence < $1.reading.sequence }, &writer, db)
    }

    /// Whether every line of an act is stored, be it in its own stream or carried into another one
    /// (PJS 9.7).
    private func isComplete(
        _ key: ActKey, _ members: Set<Int>, at place: Int, _ db: borrowing Connection
    ) throws -> Bool {
        guard key.stream != stream else { return true }
        var have = 0
        if let own = try db.stream(key.stream), own.device == device {
            have = try db.end(ofStream: own.number)?.sequence ?? 0
        }
        var missing = Set((key.first..<key.last).filter { $0 > have && !members.contains($0) })
        // Lines that say no fact of the act were carried too, one after the other.
        let record = StreamRecord.reference(number: number, id: stream, device: device)
        for distance in 1..<key.count where !missing.isEmpty {
            guard let line = try db.line(stream: record, sequence: place - distance) else { break }
            let reading = line.reading
            guard reading.isCarried, reading.stream == key.stream,
                reading.sequence == key.last - distance
            else { break }
            missing.remove(reading.sequence)
        }
        return missing.isEmpty
    }
}
