import Domain
import Ledger
import SQLite
import SyncProtocol
import WireMapping

/// One writing transaction over the ledger: lines go in; what they come to is written at the end.
///
/// Facts are applied in memory, in ledger order; a fact or act that fails leaves nothing behind,
/// because nothing of it was put in. So each has what a savepoint would give it, and each row is
/// read and written once.
struct LedgerWriter {
    private(set) var station: StationRecord
    /// The revision of what is being changed.
    private(set) var revision: Int
    /// When the lines that are taken in came.
    private(set) var received: Int
    var rows: RowWriter
    var projection = Projection()
    private var lastLSN: Int
    /// Facts whose disposition is told to their handheld.
    private var told: [String: DispositionRow] = [:]
    private var stationStream: StreamPosition?
    private var blocks: [String: [EntityReference]] = [:]
    private var hasAwaiting: Bool
    var conflicts = ConflictCache()
    var days = DayCache()

    /// A fact that was taken in, on its way to be applied.
    struct Pending {
        let lsn: Int
        let stream: String
        let sequence: Int
        let reading: LineReading
        let fact: Fact
        /// Whether it was taken in as applied and nothing else was said of it yet.
        let isNew: Bool
    }

    /// The end of a stream that is being extended.
    struct StreamPosition {
        let number: Int
        let id: String
        var sequence: Int
        var head: Digest
    }

    init(at received: Int, _ db: borrowing Connection) throws {
        self.received = received
        station = try db.existingStation()
        revision = station.revision + 1
        rows = RowWriter(station: station.code, revision: revision)
        lastLSN = try db.lastLSN()
        hasAwaiting = try db.hasAwaitingFacts()
    }

    // MARK: Taking lines in

    /// Appends a line and answers its number; nil when its fact was there before.
    mutating func append(
        _ line: [UInt8], to stream: StreamPosition, reading: LineReading, time: EffectiveTime,
        firstAttempt: Int?, _ db: borrowing Connection
    ) throws -> (lsn: Int, isNewFact: Bool) {
        lastLSN += 1
        try db.insertLine(
            lsn: lastLSN, stream: stream.number, sequence: stream.sequence, line: line,
            head: stream.head, received: received, time: time, firstAttempt: firstAttempt,
            revision: revision)
        try compareWaitingSeals(of: stream, db)
        let isNew = try db.insertFact(
            lsn: lastLSN, fact: reading.fact, kind: reading.entry?.kind,
            person: reading.entry?.person)
        if isNew, let attachments = reading.entry?.attachments, !attachments.isEmpty {
            try db.insertAttachments(attachments, lsn: lastLSN)
        }
        return (lastLSN, isNew)
    }

    /// A stored line as a fact to apply, if it is one.
    func pending(_ line: StoredLine, isNew: Bool) -> Pending? {
        guard let fact = line.fact(stationStreams: station.streams) else { return nil }
        return Pending(
            lsn: line.lsn, stream: line.stream, sequence: line.sequence, reading: line.reading,
            fact: fact, isNew: isNew)
    }

    /// Lists a fact under its parcels.
    func mention(_ fact: Fact, lsn: Int, _ db: borrowing Connection) throws {
        for parcel in fact.mentions { try db.insertMention(of: parcel, lsn: lsn) }
        for key in fact.dispatched { try db.insertMention(of: key, lsn: lsn) }
    }

    // MARK: Applying

    /// Applies an act, or a single fact, as one unit, and then whatever waited for what it made.
    ///
    /// Answers the disposition of every fact that was looked at.
    @discardableResult
    mutating func apply(
        _ act: [Pending], _ db: borrowing Connection
    ) throws -> [(pending: Pending, disposition: Disposition)] {
        var results: [(pending: Pending, disposition: Disposition)] = []
        var acts = [act]
        var index = 0
        while index < acts.count {
            // What is released was held before, so it needs no revision of its own line.
            if index > 0 { try turnRevision(db) }
            let (dispositions, released) = try applyAlone(acts[index], db)
            results += zip(acts[index], dispositions).map { ($0, $1) }
            acts += released
            index += 1
        }
        return results
    }

    private mutating func applyAlone(
        _ act: [Pending], _ db: borrowing Connection
    ) throws -> (dispositions: [Disposition], released: [[Pending]]) {
        let result = try interpret(act, db)
        var isNew: [EntityReference] = []
        for entity in result.changes {
            let reference = entity.reference
            let before = try rows.load(reference, db)
            if before == nil, projection.entity(reference) == nil { isNew.append(reference) }
            projection.put(entity, storedVersion: before?.version ?? 0)
        }
        try openWaitingTasks(after: act, result.changes, db)
        for (pending, interpretation) in zip(act, result.facts) {
            try note(interpretation, of: pending, db)
        }
        for (pending, interpretation) in zip(act, result.facts) where interpretation.isInEffect {
            try noteDecision(pending.fact, db)
        }
        try findConflicts(after: act, result.facts, db)
        var released: [[Pending]] = []
        for case .caseResolve(let decision) in act.map(\.fact.payload) {
            released += try actsApproved(by: decision, db)
        }
        for case .deviceState(let change) in act.map(\.fact.payload) where change.state == .active {
            released += try releaseHeld(of: change.device, db)
        }
        for case .reinterpret(let order) in act.map(\.fact.payload) {
            released += try actsToReadAgain(order.facts, db)
        }
        guard hasAwaiting else { return (result.facts.map(\.disposition), released) }
        var keys = isNew.map(\.description)
        for (pending, interpretation) in zip(act, result.facts) where interpretation.isAnswerable {
            keys.append(pending.fact.id)
        }
        for key in keys {
            for line in try db.lines(awaiting: key) {
                if let pending = pending(line, isNew: false) { released.append([pending]) }
            }
        }
        return (result.facts.map(\.disposition), released)
    }

    /// The acts that a handheld's state held back, now that a manager lets it work again; what
    /// still lacks the rest of its act waits for that (PJS 11.5).
    private mutating func releaseHeld(
        of device: String, _ db: borrowing Connection
    ) throws -> [[Pending]] {
        var acts: [[Pending]] = []
        var places: [ActKey: Int] = [:]
        for line in try db.linesHeldForState(of: device) {
            guard let pending = pending(line, isNew: false) else {
                // No fact could be read of it: it was held for its unknown kind or code as well.
                try setDisposition(
                    .held(.schema), lsn: line.lsn, reading: line.reading, stream: line.stream,
                    sequence: line.sequence, db)
                continue
            }
            let key = pending.reading.act
            if let key, let place = places[key] {
                acts[place].append(pending)
            } else if let key, key.stream == line.stream,
                let stream = try db.stream(key.stream),
                let end = try db.end(ofStream: stream.number), end.sequence < key.last
            {
                try setDisposition(.held(.group), of: pending, db)
            } else {
                if let key { places[key] = acts.count }
                acts.append([pending])
            }
        }
        return acts
    }

    private mutating func interpret(
        _ act: [Pending], _ db: borrowing Connection
    ) throws -> ActInterpretation {
        var blocks: [NumberBlock] = []
        if let pickup = act.first(where: { $0.fact.kind == .pickup }),
            let stream = try db.stream(pickup.stream)
        {
            blocks = try numberBlocks(stream.device, db)
        }
        // The fold asks and cannot fail; what failed below it is thrown afterwards.
        var failure: (any Error)?
        let stationStreams = station.streams
        let result = ActInterpretation.of(act.map(\.fact), blocks: blocks) { reference in
            if let changed = projection.entity(reference) { return changed }
            do {
                return try rows.load(reference, db)?.entity
            } catch {
                failure = error
                return nil
            }
        } answered: { id in
            do {
                return try db.answeredFact(id, stationStreams: stationStreams)
            } catch {
                failure = error
                return nil
            }
        } judge: { fact, target in
            guard let pending = act.first(where: { $0.fact.id == fact.id }) else { return .counts }
            do {
                return try judgement(of: fact, pending: pending, target: target, db)
            } catch {
                failure = error
                return .counts
            }
        }
        if let failure { throw failure }
        return result
    }

    /// Writes down what a fact came to.
    private mutating func note(
        _ interpretation: Interpretation, of pending: Pending, _ db: borrowing Connection
    ) throws {
        let fact = pending.fact
        try setDisposition(
            interpretation.disposition, awaits: interpretation.awaits, of: pending, db)
        guard interpretation.isInEffect else { return }
        let (day, lateFor) = try postingDay(of: fact, db)
        if let lateFor { try db.insertLateFact(pending.lsn, day: lateFor) }
        for (index, posting) in interpretation.postings.enumerated() {
            try db.insertPosting(posting, number: index + 1, day: day, lsn: pending.lsn)
        }
        try noteDay(pending, db)
        if let target = fact.corrects.flatMap(Digest.init(hex:)) {
            try db.insertAnswer(to: target, lsn: pending.lsn)
        }
        if case .deviceState(let change) = fact.payload {
            try db.setState(change.state, of: change.device)
        }
        if case .numbersGrant(let grant) = fact.payload { noteGrant(grant) }
    }

    /// Gives a fact its disposition and tells its handheld, unless it is and was plainly applied.
    mutating func setDisposition(
        _ disposition: Disposition, awaits: String? = nil, of pending: Pending,
        _ db: borrowing Connection
    ) throws {
        if pending.isNew, disposition == .applied { return }
        try setDisposition(
            disposition, awaits: awaits, lsn: pending.lsn, reading: pending.reading,
            stream: pending.stream, sequence: pending.sequence, db)
    }

    /// Gives the fact of a line its disposition and tells its handheld.
    mutating func setDisposition(
        _ disposition: Disposition, awaits: String? = nil, lsn: Int, reading: LineReading,
        stream: String, sequence: Int, _ db: borrowing Connection
    ) throws {
        try db.setDisposition(disposition, awaits: awaits, lsn: lsn)
        if awaits != nil { hasAwaiting = true }
        tell(disposition, reading: reading, stream: stream, sequence: sequence)
    }

    /// Tells the handheld what became of the fact at a place of its stream.
    mutating func tell(
        _ disposition: Disposition, reading: LineReading, stream: String, sequence: Int
    ) {
        if case .disputed(let id, let rule) = disposition {
            tell(
                word: DispositionWord.case.rawValue, why: nil, reading: reading, stream: stream,
                sequence: sequence, case: id, rule: rule)
        } else {
            tell(
                word: disposition.word.rawValue, why: disposition.why, reading: reading,
                stream: stream, sequence: sequence)
        }
    }

    /// The same in the words of the wire.
    mutating func tell(
        word: String, why: String?, reading: LineReading, stream: String, sequence: Int,
        case id: String? = nil, rule: String? = nil
    ) {
        guard !station.streams.contains(stream), let word = DispositionWord(rawValue: word)
        else { return }
        let place = DispositionRow.id(stream: stream, sequence: sequence)
        var row = DispositionRow(id: place, fact: reading.fact.hex, disposition: word)
        row.why = why
        row.caseID = id
        row.rule = rule
        row.kind = reading.entry?.kind
        told[place] = row
    }

    // MARK: The station's own facts

    /// Records a fact of the station in its own stream and applies it.
    mutating func record(
        _ payload: FactPayload, subject: EntityReference? = nil,
        base: [EntityReference: Int] = [:], corrects: Digest? = nil, by person: String,
        at moment: Moment, _ db: borrowing Connection
    ) throws {
        var position = try stationPosition(db)
        position.sequence += 1
        station.clock.newestNow = max(station.clock.newestNow, moment.wallMilliseconds)
        var entry = Entry(
            kind: payload.kind.rawValue, sequence: position.sequence, person: person,
            wallMilliseconds: moment.wallMilliseconds, bootMilliseconds: moment.bootMilliseconds,
            bootNumber: moment.bootNumber, offsetMinutes: moment.offsetMinutes,
            stamp: station.clock.stamp(
                wallMilliseconds: moment.wallMilliseconds,
                bootMilliseconds: moment.bootMilliseconds, boot: moment.bootNumber, anchor: nil),
            payload: try FactWriter.payload(of: payload))
        entry.subject = subject?.description
        entry.base = Dictionary(uniqueKeysWithValues: base.map { ($0.key.description, $0.value) })
        entry.corrects = corrects
        let line = entry.encoded()
        position.head = Chain.link(position.head, line)
        stationStream = position
        let reading = LineReading(
            line[...], stream: position.id, sequence: position.sequence, head: position.head)
        let (lsn, isNew) = try append(
            line, to: position, reading: reading,
            time: EffectiveTime(milliseconds: received, uncertainty: 0, quality: .good),
            firstAttempt: nil, db)
        guard isNew,
            case .fact(let fact) = ServerReading(
                entry, fact: position.head, effectiveMilliseconds: received, isStation: true)
        else { preconditionFailure("a written fact is read back before it is stored") }
        try mention(fact, lsn: lsn, db)
        let pending = Pending(
            lsn: lsn, stream: position.id, sequence: position.sequence, reading: reading,
            fact: fact, isNew: true)
        try apply([pending], db)
    }

    private func stationPosition(_ db: borrowing Connection) throws -> StreamPosition {
        if let stationStream { return stationStream }
        guard let stream = try db.stream(station.stream) else {
            return StreamPosition(
                number: try db.insertStream(station.stream, device: station.device, recorded: 0),
                id: station.stream, sequence: 0,
                head: Chain.genesis(device: station.device, stream: station.stream))
        }
        let genesis = Chain.genesis(device: station.device, stream: station.stream)
        let end = try db.end(ofStream: stream.number) ?? StreamEnd(sequence: 0, head: genesis)
        return StreamPosition(
            number: stream.number, id: stream.id, sequence: end.sequence, head: end.head)
    }

    // MARK: Waybill numbers

    /// Gives the handheld another block when few numbers are left in its blocks.
    mutating func refillNumbers(
        of device: String, _ rules: NumberRules, at moment: Moment, _ db: borrowing Connection
    ) throws {
        let left = try numberBlocks(device, db).reduce(0) { $0 + $1.leftCount }
        guard left < rules.refillBelow,
            let range = rules.range(
                from: station.nextWaybillSequence, for: device)
        else { return }
        try record(
            .numbersGrant(NumbersGrantFact(block: range.first, numbers: range)),
            by: systemPerson, at: moment, db)
    }

    private mutating func noteGrant(_ grant: NumbersGrantFact) {
        blocks[grant.numbers.device]?.append(EntityReference(.numbers, grant.block))
        guard
            case .success(let block) = WaybillNumberBlock.parse(
                first: grant.numbers.first, last: grant.numbers.last)
        else { return }
        let serial = block.lastSequence % NumberRules.serialsPerGroup
        station.nextWaybillSequence = max(station.nextWaybillSequence, serial + 1)
    }

    /// The blocks of a handheld as they are now, in the order of their ids.
    private mutating func numberBlocks(
        _ device: String, _ db: borrowing Connection
    ) throws -> [NumberBlock] {
        let references =
            try blocks[device]
            ?? db.rowsOfBucket(
                Bucket.device(device).description, type: .numbers)
        blocks[device] = references
        var result: [NumberBlock] = []
        for reference in references {
            let entity = try projection.entity(reference) ?? rows.load(reference, db)?.entity
            if case .numbers(let block) = entity { result.append(block) }
        }
        return result
    }

    // MARK: The end

    /// Most rows of one revision, so that its 64 KiB lines fit into the 4 MiB that a page may need
    /// for it (PJS 10.2).
    static let rowsPerRevisionMax = 64

    /// Goes on with the next revision when the present one has enough rows.
    ///
    /// The revisions of one transaction become visible together, but a page may end between them.
    mutating func turnRevision(_ db: borrowing Connection) throws {
        guard projection.count + told.count >= LedgerWriter.rowsPerRevisionMax else { return }
        try writeRows(db)
        begin(revision + 1)
    }

    /// Goes on with the revision and the receipt of a line that was taken in before, when a ledger
    /// is read again.
    mutating func goOn(
        at line: Int, received: Int, _ db: borrowing Connection
    ) throws {
        self.received = received
        guard line != revision else { return }
        precondition(line > revision, "revisions rise in ledger order")
        try writeRows(db)
        begin(line)
    }

    private mutating func begin(_ next: Int) {
        revision = next
        rows = RowWriter(station: station.code, revision: next)
        projection = Projection()
        told = [:]
    }

    /// Writes the rows, their sums and the station's counters. Ends the use of this value.
    mutating func finish(_ db: borrowing Connection) throws {
        try writeRows(db)
        station.revision = revision
        try db.updateStation(station)
    }

    private mutating func writeRows(_ db: borrowing Connection) throws {
        for row in told.values.sorted(by: { $0.id < $1.id }) {
            let entity = Entity.disposition(row)
            let before = try rows.load(entity.reference, db)
            guard before?.entity != entity else { continue }
            projection.put(entity, storedVersion: before?.version ?? 0)
        }
        try rows.write(projection, db)
    }
}

/// Who acts where nobody did: the software.
let systemPerson = "system"

extension Fact {
    /// The parcels that list the fact: those the payload names, and the subject.
    var mentions: [String] {
        guard let subject, subject.type == .parcel, !parcels.contains(subject.id) else {
            return parcels
        }
        return parcels + [subject.id]
    }

    /// What else lists the fact: what a dispatch act changes, the two sides of a handover, and the
    /// person of whom it says what that person may do.
    fileprivate var dispatched: [String] {
        switch payload {
        case .taskOpen(let fact): ["task:\(fact.task)"]
        case .taskAssign(let fact): ["task:\(fact.task)"]
        case .taskCancel(let fact): ["task:\(fact.task)"]
        case .taskChange(let fact): ["task:\(fact.task)"]
        case .addressChange(let fact): ["addr:\(fact.addressID)"]
        case .chargePrice(let fact): ["charge:\(fact.charge)"]
        case .refund(let fact): ["charge:\(fact.charge)"]
        case .adjustment(let fact): ["charge:\(fact.charge)"]
        case .handover(let fact): ["handover:\(fact.number)"]
        case .cashHandover(let fact): ["handover:\(fact.number)"]
        case .personSet(let fact): ["person:\(fact.person)"]
        case .payment(let fact) where fact.parcel == nil && subject?.type == .task:
            ["task:\(subject?.id ?? "")"]
        default: []
        }
    }
}
