import Domain
import Ledger
import SQLite
import SyncProtocol

/// What the rules of conflict need again and again within one transaction.
struct ConflictCache {
    var settings: ConflictSettings?
    /// What is known of the parcels of this transaction.
    var outlines: [String: ParcelOutline] = [:]
    /// What each person could do, from when on, ms UTC.
    var standings: [String: [(from: Int, standing: PersonStanding)]] = [:]
    /// The open cases of facts that this transaction looked at, by line; nil for none.
    var cases: [Int: CaseOfFact?] = [:]
}

/// As much of the facts of a parcel as tells whether anything can be wrong with them.
struct ParcelOutline: Sendable {
    private(set) var isPlain = true
    private(set) var kinds: Set<FactKind> = []
    private var stream: String?
    private var person: String?

    /// Adds the next fact in ledger order.
    mutating func add(
        _ kind: FactKind?, by person: String, in stream: String, isOrdinary: Bool
    ) {
        guard let kind else {
            isPlain = false
            return
        }
        let isSame = self.stream == nil || (self.stream == stream && self.person == person)
        (self.stream, self.person) = (stream, person)
        let isFirst = kinds.insert(kind).inserted
        let isAfterEnd = kinds.contains(.deliver) && kind != .deliver
        if !isOrdinary || !isSame || !isFirst || isAfterEnd { isPlain = false }
    }
}

/// One earlier fact of a parcel, as its outline needs it.
struct OutlinePart: Sendable {
    var kind: FactKind?
    var person: String
    var stream: String
    var isApplied: Bool
    var isFlagged: Bool
}

/// Looks for what an act contradicts, in the transaction that applies it (PJS 17).
extension LedgerWriter {
    /// Searches every set of facts that the act is part of, and makes cases and dispositions say
    /// what was found.
    mutating func findConflicts(
        after act: [Pending], _ results: [Interpretation], _ db: borrowing Connection
    ) throws {
        let looked = zip(act, results).filter { $1.isLookedAt }.map(\.0)
        guard !looked.isEmpty, try !isPlain(looked, db) else { return }
        var scopes: Set<String> = []
        for pending in looked {
            let own = try self.scopes(of: pending.fact, db)
            if pending.fact.corrects != nil || pending.fact.kind == .problemStep
                || pending.fact.kind == .dayClose
            {
                for scope in own { try db.insertMention(of: scope, lsn: pending.lsn) }
            }
            scopes.formUnion(own)
            noteForConflicts(pending.fact)
        }
        try search(scopes.sorted(), db)
    }

    /// What changes the rules or persons that are kept here.
    private mutating func noteForConflicts(_ fact: Fact) {
        switch fact.kind {
        case .configSet: conflicts.settings = nil
        case .personSet: conflicts.standings = [:]
        default: break
        }
    }

    // MARK: Ordinary acts

    /// Whether nothing can be found: what is known of the parcels is one courier's ordinary work
    /// in one stream, nothing failed, and everything is within bounds and by somebody who may.
    private mutating func isPlain(_ act: [Pending], _ db: borrowing Connection) throws -> Bool {
        let settings = try conflictSettings(db)
        var isPlain = true
        for pending in act {
            let fact = pending.fact
            let isOrdinary = try isOrdinary(pending, settings, db)
            for parcel in fact.mentions {
                var outline = try outline(of: parcel, before: pending.lsn, db)
                outline.add(fact.kind, by: fact.person, in: pending.stream, isOrdinary: isOrdinary)
                conflicts.outlines[parcel] = outline
                if !outline.isPlain { isPlain = false }
            }
            if !isOrdinary { isPlain = false }
        }
        return isPlain
    }

    private mutating func isOrdinary(
        _ pending: Pending, _ settings: ConflictSettings, _ db: borrowing Connection
    ) throws -> Bool {
        let fact = pending.fact
        guard fact.kind.isOrdinary, fact.corrects == nil, fact.subject?.type != .task,
            try postingDay(of: fact, db).lateFor == nil,
            try abs(skew(of: pending, db) ?? 0) <= settings.flagMilliseconds
        else { return false }
        switch fact.payload {
        case .check(let check):
            if check.result == .pass { return true }
            try db.setFlag(Self.failedCheck, lsn: pending.lsn)
            return false
        case .payment(let payment):
            return try payment.money.amountFen <= settings.amountMaxFen
                && standing(of: fact.person, at: fact.recordedAt, db).allows([.cash])
        case .deliver:
            return try pending.reading.entry?.position == nil
                && standing(of: fact.person, at: fact.recordedAt, db).allows([.deliver])
        default: return true
        }
    }

    /// What came of a parcel before a line.
    private mutating func outline(
        of parcel: String, before lsn: Int, _ db: borrowing Connection
    ) throws -> ParcelOutline {
        if let known = conflicts.outlines[parcel] { return known }
        var outline = ParcelOutline()
        for part in try db.outline(under: parcel, before: lsn) {
            outline.add(
                part.kind, by: part.person, in: part.stream,
                isOrdinary: part.kind?.isOrdinary == true && !part.isFlagged && part.isApplied)
        }
        return outline
    }

    /// Marks the line of a check that did not pass.
    static let failedCheck = "failed_check"

    /// Wall clock less effective time, where that is known.
    private func skew(of pending: Pending, _ db: borrowing Connection) throws -> Int? {
        guard let entry = pending.reading.entry, !station.streams.contains(pending.stream) else {
            return nil
        }
        return entry.wallMilliseconds - pending.fact.recordedAt
    }

    // MARK: What belongs together

    /// The sets of facts that a fact is part of: parcels, handovers, and tasks without a parcel.
    private mutating func scopes(
        of fact: Fact, _ db: borrowing Connection
    ) throws -> Set<String> {
        var scopes = Set(fact.mentions.map { "parcel:\($0)" })
        var references: [EntityReference] = [fact.subject].compactMap { $0 }
        switch fact.payload {
        case .taskOpen(let opening): references.append(EntityReference(.task, opening.task))
        case .taskAssign(let change): references.append(EntityReference(.task, change.task))
        case .taskCancel(let change): references.append(EntityReference(.task, change.task))
        case .taskChange(let change): references.append(EntityReference(.task, change.task))
        case .addressChange(let change):
            references.append(EntityReference(.addr, change.addressID))
        case .chargePrice(let price): references.append(EntityReference(.charge, price.charge))
        case .adjustment(let change):
            references.append(EntityReference(.charge, change.charge))
        case .refund(let refund): references.append(EntityReference(.charge, refund.charge))
        case .payment(let payment): references.append(EntityReference(.charge, payment.charge))
        case .handover(let handover): scopes.insert("handover:\(handover.number)")
        case .cashHandover(let handover): scopes.insert("handover:\(handover.number)")
        case .dayClose(let close): scopes.formUnion(try openHandovers(at: close, db))
        case .caseResolve(let decision):
            if let number = CaseRow.number(of: decision.caseID) {
                scopes.formUnion(try db.scopes(ofDispute: number))
            }
        default: break
        }
        for reference in references { scopes.formUnion(try self.scopes(around: reference, db)) }
        if let target = fact.corrects.flatMap(Digest.init(hex:)),
            let line = try db.line(ofFact: target),
            let answered = line.fact(stationStreams: station.streams)
        {
            scopes.formUnion(try self.scopes(of: answered, db))
        }
        return scopes
    }

    /// Handovers of which one side is missing when their day is closed (R20).
    private mutating func openHandovers(
        at close: DayCloseFact, _ db: borrowing Connection
    ) throws -> Set<String> {
        guard let day = CalendarDay(dayID: close.day) else { return [] }
        let span = DaySpan(day, closed: try db.closedDay(before: day), try businessDays(db))
        let open = try db.handoverSides(since: span).filter { sides in
            sides.isOneSided
                && sides.facts.contains { span.contains($0.fact.recordedAt, lsn: $0.line.lsn) }
        }
        return Set(open.map { "handover:\($0.number)" })
    }

    /// The sets that an entity belongs to, by the links of the present rows.
    private mutating func scopes(
        around reference: EntityReference, _ db: borrowing Connection
    ) throws -> Set<String> {
        switch (reference.type, try present(reference, db)) {
        case (.task, let entity):
            var scopes: Set<String> = []
            if case .task(let task) = entity {
                scopes = Set(task.parcels.map { "parcel:\($0)" })
            }
            let own = "task:\(reference.id)"
            // What was found before the task had a parcel goes over to the parcel.
            if try scopes.isEmpty || db.hasDispute(ofScope: own) { scopes.insert(own) }
            return scopes
        case (.charge, .charge(let charge)):
            if let parcel = charge.parcel { return ["parcel:\(parcel)"] }
            return try scopes(ofParents: reference, db)
        case (.addr, _), (.charge, _): return try scopes(ofParents: reference, db)
        case (.problem, .problem(let problem)):
            return EntityReference.isIdentifier(problem.parcel)
                ? ["parcel:\(problem.parcel)"] : []
        default: return []
        }
    }

    private mutating func scopes(
        ofParents reference: EntityReference, _ db: borrowing Connection
    ) throws -> Set<String> {
        var scopes: Set<String> = []
        for parent in try parents(of: reference, db) where parent.type == .task {
            scopes.formUnion(try self.scopes(around: parent, db))
        }
        return scopes
    }

    /// Who holds a row, also where the holder has changed in this transaction.
    private func parents(
        of child: EntityReference, _ db: borrowing Connection
    ) throws -> [EntityReference] {
        var parents = Set(try db.parents(of: child))
        for reference in projection.changed where reference.type == .task {
            let isHolder =
                projection.entity(reference)?.links.contains { $0.child == child } ?? false
            if isHolder { parents.insert(reference) } else { parents.remove(reference) }
        }
        return parents.sorted()
    }

    /// An entity as it is now.
    mutating func present(
        _ reference: EntityReference, _ db: borrowing Connection
    ) throws -> Entity? {
        try projection.entity(reference) ?? rows.load(reference, db)?.entity
    }

    // MARK: The facts of a set

    /// The facts of a set as the rules see them.
    mutating func deeds(
        ofScope scope: String, _ db: borrowing Connection
    ) throws -> [Deed] {
        guard let subject = EntityReference(scope) else { return [] }
        var keys = [scope]
        if subject.type == .parcel { keys.append(subject.id) }
        if case .task(let task) = try present(subject, db), !task.parcels.isEmpty { return [] }
        var deeds: [Int: Deed] = [:]
        var seen = Set(keys)
        var next = 0
        while next < keys.count {
            for line in try db.disputedLines(under: keys[next]) where deeds[line.line.lsn] == nil {
                guard let deed = try deed(line, db) else { continue }
                deeds[line.line.lsn] = deed
                for key in try self.keys(beside: deed, db) where seen.insert(key).inserted {
                    keys.append(key)
                }
            }
            next += 1
        }
        return deeds.keys.sorted().compactMap { deeds[$0] }
    }

    /// Under which keys the dispatch acts stand that concern a fact.
    private mutating func keys(
        beside deed: Deed, _ db: borrowing Connection
    ) throws -> [String] {
        var keys: [String] = []
        if let task = deed.task {
            keys.append("task:\(task)")
            if case .task(let row) = try present(EntityReference(.task, task), db) {
                keys += row.charges.map { "charge:\($0)" }
                keys += [row.address].compactMap { $0 }.map { "addr:\($0)" }
            }
        }
        switch deed.fact.payload {
        case .quote: keys.append("charge:\(deed.fact.madeID)")
        case .pickup: keys.append("charge:\(FactCode.codChargeID(deed.fact.id))")
        case .payment(let payment): keys.append("charge:\(payment.charge)")
        default: break
        }
        return keys
    }

    private mutating func deed(
        _ disputed: DisputedLine, _ db: borrowing Connection
    ) throws -> Deed? {
        let line = disputed.line
        let reading = line.reading
        guard let fact = line.fact(stationStreams: station.streams) else { return nil }
        var deed = Deed(
            fact, stream: reading.stream, sequence: reading.sequence, number: line.lsn,
            uncertainty: disputed.uncertainty, quality: disputed.quality)
        deed.isOfStation = station.streams.contains(line.stream)
        deed.position = reading.entry?.fix
        if !deed.isOfStation, disputed.quality != .unknown {
            deed.skew = reading.entry.map { $0.wallMilliseconds - fact.recordedAt }
        }
        deed.standing = try standing(of: fact.person, at: fact.recordedAt, db)
        deed.lateFor = try db.lateDay(lsn: line.lsn)
        return deed
    }

    /// What a person could do at a time, as the station had said until then.
    private mutating func standing(
        of person: String, at time: Int, _ db: borrowing Connection
    ) throws -> PersonStanding {
        let known: [(from: Int, standing: PersonStanding)]
        if let kept = conflicts.standings[person] {
            known = kept
        } else {
            known = try db.disputedLines(under: "person:\(person)").compactMap { disputed in
                guard let fact = disputed.line.fact(stationStreams: station.streams),
                    case .personSet(let set) = fact.payload
                else { return nil }
                return (
                    fact.recordedAt,
                    set.state == .closed ? .closed : .active(set.capabilities)
                )
            }
            conflicts.standings[person] = known
        }
        // Before the first word of the station that word holds: a clock may be behind.
        return (known.last { $0.from <= time } ?? known.first)?.standing ?? .unknown
    }

    mutating func conflictSettings(_ db: borrowing Connection) throws -> ConflictSettings {
        if let known = conflicts.settings { return known }
        var config: StationConfig?
        if case .config(let row) = try present(EntityReference(.config, station.code), db) {
            config = row
        }
        var settings = ConflictSettings(config)
        settings.zoneMinutes = config?.integer("tz_min") ?? station.zoneMinutes
        conflicts.settings = settings
        return settings
    }

    // MARK: Before a fact counts

    /// What the rules say of a fact before it counts: R01, R11 and R25.
    mutating func judgement(
        of fact: Fact, pending: Pending, target: Fact?, _ db: borrowing Connection
    ) throws -> Judgement {
        if let target {
            guard fact.kind == .paymentVoid || fact.kind == .correct else { return .counts }
            let void = try light(fact, pending, db)
            let settings = try conflictSettings(db)
            let rule = Approval.rule(
                of: void, on: try light(target, pending, db), settings: settings)
            guard rule != nil else { return .counts }
            let choice = try db.choice(ofKey: Approval.key(of: void).text)
            return choice == .approve ? .counts : .unapproved
        }
        guard SameAct.concerns(fact.kind), let parcel = fact.mentions.first,
            try outline(of: parcel, before: pending.lsn, db).kinds.contains(fact.kind)
        else { return .counts }
        let settings = try conflictSettings(db)
        let deed = try light(fact, pending, db)
        let earlier = try db.lines(
            under: parcel, kind: fact.kind, by: fact.person, before: pending.lsn)
        for line in earlier {
            guard let before = line.fact(stationStreams: station.streams) else { continue }
            if SameAct.isSame(try light(before, pending, db), deed, settings) { return .sameAct }
        }
        return .counts
    }

    /// A fact as the rules that look at two facts alone see it.
    private mutating func light(
        _ fact: Fact, _ pending: Pending, _ db: borrowing Connection
    ) throws -> Deed {
        var deed = Deed(
            fact, stream: pending.reading.stream, sequence: pending.reading.sequence,
            number: pending.lsn)
        deed.isOfStation = station.streams.contains(pending.stream)
        deed.standing = try standing(of: fact.person, at: fact.recordedAt, db)
        return deed
    }
}

extension Interpretation {
    /// Whether the rules look at a fact that came to this.
    fileprivate var isLookedAt: Bool {
        switch disposition {
        case .applied, .noop: true
        case .held: isInEffect
        case .disputed, .quarantined: false
        }
    }
}

extension FactKind {
    /// Whether a first act of the kind contradicts nothing by itself.
    fileprivate var isOrdinary: Bool {
        switch self {
        case .identity, .check, .quote, .payment, .pickup, .deliver, .note, .consent, .refusal,
            .shiftOpen, .shiftClose:
            true
        default: false
        }
    }
}
