import Domain
import Ledger
import SQLite
import SyncProtocol
import WireMapping

/// What is known of days within one transaction.
struct DayCache {
    var days: BusinessDays?
    /// The newest closed day; nil inside when none is.
    var lastClosed: CalendarDay??
    var hasWaitingSeals: Bool?
}

/// Days: to which one a fact is posted, what seals say, and what a manager closes (PJS 16).
extension LedgerWriter {
    /// The day to which a fact is posted, and the closed day that it came too late for.
    mutating func postingDay(
        of fact: Fact, _ db: borrowing Connection
    ) throws -> (day: String, lateFor: String?) {
        let own = try businessDays(db).day(of: fact.recordedAt)
        guard let closed = try lastClosed(db), own <= closed else { return (own.text, nil) }
        return (closed.next.text, own.text)
    }

    mutating func businessDays(_ db: borrowing Connection) throws -> BusinessDays {
        if let known = days.days { return known }
        var config: StationConfig?
        if case .config(let row) = try present(EntityReference(.config, station.code), db) {
            config = row
        }
        let made = BusinessDays(config, zoneMinutes: station.zoneMinutes)
        days.days = made
        return made
    }

    private mutating func lastClosed(_ db: borrowing Connection) throws -> CalendarDay? {
        if let known = days.lastClosed { return known }
        let found = try db.lastClosedDay().flatMap { CalendarDay(text: $0.day) }
        days.lastClosed = .some(found)
        return found
    }

    /// What a fact does to days.
    mutating func noteDay(_ pending: Pending, _ db: borrowing Connection) throws {
        switch pending.fact.payload {
        case .configSet: days.days = nil
        case .daySeal(let seal): try take(seal, pending, db)
        case .dayBegin(let begin):
            guard let day = CalendarDay(dayID: begin.day)?.text else { return }
            try db.insertDay(day, number: begin.number, at: pending.lsn)
            for entry in begin.roster { try db.insertRoster(entry, day: day) }
        case .dayWaive(let waiver):
            guard let day = CalendarDay(dayID: waiver.day)?.text else { return }
            try db.insertWaiver(
                DayWaiver(
                    what: waiver.what, reference: waiver.reference, reason: waiver.reason,
                    person: pending.fact.person), day: day, lsn: pending.lsn)
        case .dayClose(let close): try take(close, pending, db)
        default: return
        }
    }

    // MARK: Seals

    /// Keeps a seal, and compares it when its range is here.
    private mutating func take(
        _ seal: DaySealFact, _ pending: Pending, _ db: borrowing Connection
    ) throws {
        let name = seal.stream ?? pending.reading.stream
        guard let day = CalendarDay(dayID: seal.day)?.text, let own = try db.stream(pending.stream),
            let sealed = try db.stream(name)
        else { return }
        guard sealed.device == own.device else {
            try db.insertSeal(
                pending.lsn, stream: sealed.number, range: seal.range, day: day,
                person: pending.fact.person, state: "foreign")
            try db.insertIncident(
                .sealForeign, device: own.device, stream: name, at: seal.range.to, now: received)
            return
        }
        let have = try db.end(ofStream: sealed.number)?.sequence ?? 0
        if seal.stream == nil, name != pending.stream {
            // It was carried: its stream was ended. If that was before the end of its range, it
            // counts no more, and what it sealed is sealed where it was carried to (16.4).
            guard have >= seal.range.to,
                try found(seal, lsn: pending.lsn, sealed, db).differences.isEmpty
            else { return }
        }
        try db.insertSeal(
            pending.lsn, stream: sealed.number, range: seal.range, day: day,
            person: pending.fact.person, state: "waits")
        if have >= seal.range.to {
            try compare(seal, lsn: pending.lsn, sealed, day: day, db)
        } else {
            days.hasWaitingSeals = true
            let row = DayRow(
                id: Self.dayRowID(day, sealed.id, seal.range.from), day: seal.day, state: .open)
            try put(.day(row), db)
        }
    }

    /// Compares seals whose last missing line has come.
    mutating func compareWaitingSeals(
        of stream: StreamPosition, _ db: borrowing Connection
    ) throws {
        if days.hasWaitingSeals == nil { days.hasWaitingSeals = try db.hasWaitingSeals() }
        guard days.hasWaitingSeals == true else { return }
        for waiting in try db.waitingSeals(stream: stream.number, last: stream.sequence) {
            guard let judged = try db.judgedLine(lsn: waiting.lsn),
                let fact = judged.line.fact(stationStreams: station.streams),
                case .daySeal(let seal) = fact.payload,
                let sealed = try db.stream(waiting.streamID)
            else { continue }
            try compare(seal, lsn: waiting.lsn, sealed, day: waiting.day, db)
        }
    }

    /// What the ledger has of a sealed range.
    private func found(
        _ seal: DaySealFact, lsn: Int, _ sealed: StreamRecord, _ db: borrowing Connection
    ) throws -> (line: DayLine, differences: SealDifferences) {
        let range = seal.range
        let lines = range.to >= range.from ? range.from...range.to : nil
        let totals = try db.totals(ofStream: sealed.number, lines)
        let head =
            range.to == 0
            ? Chain.genesis(device: sealed.device, stream: sealed.id)
            : try db.head(ofStream: sealed.number, at: range.to) ?? .zero
        let found = DayMapping.range(from: range.from, head: head, totals)
        let expected = try db.sealEnd(ofStream: sealed.number, before: lsn) + 1
        let differences = SealDifferences(sealed: range, found: found, expectedFrom: expected)
        let line = DayLine(
            device: sealed.device, stream: sealed.id, range: found,
            cashDeclared: seal.cashDeclared, result: differences.isEmpty ? .agree : .waived)
        return (line, differences)
    }

    /// Says whether the ledger has a sealed range as it was sealed.
    private mutating func compare(
        _ seal: DaySealFact, lsn: Int, _ sealed: StreamRecord, day: String,
        _ db: borrowing Connection
    ) throws {
        let range = seal.range
        let (line, differences) = try found(seal, lsn: lsn, sealed, db)
        try db.setSeal(
            lsn, state: differences.isEmpty ? "agree" : "differ", line: line,
            differences: differences)
        if !differences.isEmpty {
            try db.insertIncident(
                .sealDiffers, device: sealed.device, stream: sealed.id, at: range.to,
                now: received)
        }
        var row = DayRow(
            id: Self.dayRowID(day, sealed.id, range.from), day: seal.day, state: .open)
        row.line = line
        row.code = DayMapping.code(of: line)
        row.differences = differences
        try put(.day(row), db)
    }

    /// `<YYYYMMDD>.<stream>.<from>`.
    static func dayRowID(_ day: String, _ stream: String, _ from: Int) -> String {
        "\(day.filter { $0 != "-" }).\(stream).\(from)"
    }

    // MARK: Closing

    /// A closed day never changes; its seals and their rows say in which manifest they are.
    private mutating func take(
        _ close: DayCloseFact, _ pending: Pending, _ db: borrowing Connection
    ) throws {
        guard let day = CalendarDay(dayID: close.day), let hash = Digest(hex: close.hash) else {
            return
        }
        let manifest = close.manifest
        try db.closeDay(
            day.text, at: pending.lsn, manifest: DayMapping.object(of: manifest).encoded(),
            hash: hash)
        days.lastClosed = .some(day)
        let state: DayState = manifest.hasExceptions ? .closedWithExceptions : .closed
        for seal in try db.seals(try db.sealsToClose(upTo: day.text)) {
            try db.setSealClosed(seal.lsn, day: day.text)
            let reference = EntityReference(
                .day, Self.dayRowID(seal.day, seal.streamID, seal.first))
            guard case .day(var row) = try present(reference, db) else { continue }
            row.day = close.day
            row.state = state
            row.manifest = close.hash
            row.number = manifest.number
            try put(.day(row), db)
            try turnRevision(db)
        }
    }
}
