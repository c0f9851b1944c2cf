package import Domain
import Ledger
import SQLite
package import SyncProtocol
import WireMapping

/// Where the close of a day stands, for the manager.
package struct DayStanding: Equatable, Sendable {
    package var day: String
    package var state: DayState
    package var number: Int?
    package var blocks: [DayBlock]
    /// Seals that are, or would be, in its manifest.
    package var lines: [DayLineStatus]
    /// Labels of handhelds that have not sealed.
    package var unsealed: [String]
    package var manifest: DayManifest?
    package var hash: String?
    /// Cash that was given or counted on the day.
    package var cash: [CashHandoverStatus] = []

    /// Whether nothing stands against closing it.
    package var isReady: Bool { blocks.allSatisfy(\.isWaived) }
}

/// One seal of a day.
package struct DayLineStatus: Equatable, Sendable {
    package var label: String
    package var person: String
    package var line: DayLine?
    /// `XXXX-XXXX`, the same on the handheld if the seal agrees.
    package var code: String?
    /// `waits`, `agree`, `differ`.
    package var state: String
    package var differences: SealDifferences
}

/// What closing a day comes to.
package enum DayOutcome: Equatable, Sendable {
    case done(DayStanding)
    /// The day has not come, is closed, or an earlier one is being closed: this one.
    case notNow(String)
    /// Nobody began to close it.
    case notBegun(String)
    case blocked(DayStanding)
    /// Nothing like it stands against the day.
    case unknownBlock(DayStanding)
}

extension CentralStore {
    /// Begins the close of a day: from here on it is known whom it waits for.
    package func beginDay(
        _ day: CalendarDay?, by person: String, at moment: Moment
    ) throws -> DayOutcome {
        try writer.write { db in
            switch try db.dayToClose(day, at: moment.wallMilliseconds) {
            case .failure(let outcome): return outcome
            case .success(let day):
                if try db.storedDay(day.text) == nil {
                    try db.record([try db.begin(day)], by: person, at: moment)
                }
                return .done(try db.dayStanding(day))
            }
        }
    }

    /// The day that is being closed.
    package func begunDay() throws -> CalendarDay? {
        try writer.read { db in
            try db.storedDays().last { $0.closed == nil }.flatMap { CalendarDay(text: $0.day) }
        }
    }

    /// Where the open day stands.
    package func openStanding(at now: Int) throws -> DayStanding {
        try writer.read { db in try db.dayStanding(try db.openDay(at: now)) }
    }

    /// Lets one block pass, with a reason.
    package func waive(
        _ day: CalendarDay, _ what: DayBlockKind, _ reference: String, reason: String,
        by person: String, at moment: Moment
    ) throws -> DayOutcome {
        try writer.write { db in
            guard let stored = try db.storedDay(day.text) else { return .notBegun(day.text) }
            guard stored.closed == nil else { return .notNow(day.text) }
            let standing = try db.dayStanding(day)
            guard
                standing.blocks.contains(where: { $0.what == what && $0.reference == reference })
            else { return .unknownBlock(standing) }
            let station = try db.existingStation().code
            try db.record(
                [
                    StationFact(
                        .dayWaive(
                            DayWaiveFact(
                                day: day.id(of: station), what: what, reference: reference,
                                reason: reason)))
                ], by: person, at: moment)
            return .done(try db.dayStanding(day))
        }
    }

    /// Closes a day; begins it first if nobody has.
    package func closeDay(
        _ asked: CalendarDay?, by person: String, at moment: Moment
    ) throws -> DayOutcome {
        try writer.write { db in
            let day: CalendarDay
            switch try db.dayToClose(asked, at: moment.wallMilliseconds) {
            case .failure(let outcome): return outcome
            case .success(let found): day = found
            }
            if try db.storedDay(day.text) == nil {
                try db.record([try db.begin(day)], by: person, at: moment)
            }
            let standing = try db.dayStanding(day)
            guard standing.isReady else { return .blocked(standing) }
            let manifest = try db.manifest(of: day)
            let fact = DayCloseFact(
                day: manifest.day, manifest: manifest, hash: DayMapping.hash(of: manifest).hex)
            try db.record([StationFact(.dayClose(fact))], by: person, at: moment)
            return .done(try db.dayStanding(day))
        }
    }
}

extension StationReader {
    /// Where a day stands; the open one without a day.
    package func standing(_ day: CalendarDay?, at now: Int) throws -> DayStanding {
        try connection.snapshot { db in
            try db.dayStanding(try day ?? db.openDay(at: now))
        }
    }
}

extension CentralStore {
    /// Where the close of a day stands for one handheld; nil for a day that nobody sealed for or
    /// began. The receipt is not filled in: it belongs to a key.
    package func closing(
        _ dayID: String, of device: String
    ) throws -> CloseResponse.Standing? {
        try writer.read { db in
            guard let day = CalendarDay(dayID: dayID),
                day.id(of: try db.existingStation().code) == dayID
            else { return nil }
            return try db.closing(day, of: device)
        }
    }
}

extension DayOutcome: Error {}

extension Connection {
    fileprivate func begin(_ day: CalendarDay) throws -> StationFact {
        let station = try existingStation().code
        let number = try (lastClosedDay()?.number ?? 0) + 1
        return StationFact(
            .dayBegin(
                DayBeginFact(day: day.id(of: station), number: number, roster: try newRoster())))
    }

    private func businessDays() throws -> BusinessDays {
        let station = try existingStation()
        var config: StationConfig?
        if case .config(let row) = try entity(EntityReference(.config, station.code)) {
            config = row
        }
        return BusinessDays(config, zoneMinutes: station.zoneMinutes)
    }

    /// The day that is being closed, else today unless it is closed.
    fileprivate func openDay(at now: Int) throws -> CalendarDay {
        if let begun = try storedDays().last(where: { $0.closed == nil }),
            let day = CalendarDay(text: begun.day)
        {
            return day
        }
        let today = try businessDays().day(of: now)
        let closed = try lastClosedDay().flatMap { CalendarDay(text: $0.day) }
        return closed.map { max($0.next, today) } ?? today
    }

    /// One day at a time, in rising order, never one that has not come (16.1).
    fileprivate func dayToClose(
        _ asked: CalendarDay?, at now: Int
    ) throws -> Result<CalendarDay, DayOutcome> {
        let today = try businessDays().day(of: now)
        let begun = try storedDays().last { $0.closed == nil }?.day
        let day = try asked ?? openDay(at: now)
        if let begun, begun != day.text { return .failure(.notNow(begun)) }
        let closed = try lastClosedDay().flatMap { CalendarDay(text: $0.day) }
        if day > today || closed.map({ day <= $0 }) ?? false {
            return .failure(.notNow(day.text))
        }
        return .success(day)
    }

    /// The seals that the next manifest takes in, by device, stream and place.
    func sealsToClose(upTo day: String) throws(SQLiteError) -> [Int] {
        try rows(
            """
            SELECT x.lsn FROM seal x JOIN stream s ON s.no=x.stream
            WHERE x.closed IS NULL AND x.day<=? AND x.state IN ('agree','differ')
            ORDER BY s.dev,s.id,x.first
            """, day, as: { $0.integer(0) })
    }

    fileprivate func dayStanding(_ day: CalendarDay) throws -> DayStanding {
        let stored = try storedDay(day.text)
        let manifest = try stored?.manifest.map {
            try DayMapping.manifest(CanonicalObject(decoding: $0))
        }
        var standing = DayStanding(
            day: day.text, state: .open, number: stored?.number, blocks: [], lines: [],
            unsealed: [], manifest: manifest, hash: stored?.hash?.hex)
        let numbers = try rows(
            """
            SELECT x.lsn FROM seal x JOIN stream s ON s.no=x.stream
            WHERE x.state<>'foreign' AND (x.closed=?1 OR (x.closed IS NULL AND x.day<=?1))
            ORDER BY s.dev,s.id,x.first
            """, day.text, as: { $0.integer(0) })
        standing.lines = try seals(numbers).map { seal in
            DayLineStatus(
                label: try handheld(seal.device)?.label ?? seal.device, person: seal.person,
                line: seal.line, code: seal.line.map { DayMapping.code(of: $0) },
                state: seal.state, differences: seal.differences)
        }
        standing.cash = try cashStatuses(of: day, businessDays())
        if let manifest {
            standing.state = manifest.hasExceptions ? .closedWithExceptions : .closed
            return standing
        }
        if stored != nil {
            standing.blocks = try dayBlocks(day)
            standing.state = standing.isReady ? .agreed : .closing
        }
        standing.unsealed = try rows(
            """
            SELECT d.label FROM device d WHERE d.kind='handheld' AND d.state<>'revoked'
                AND d.stream IS NOT NULL AND NOT EXISTS(SELECT 1 FROM seal x
                    JOIN stream s ON s.no=x.stream WHERE s.id=d.stream AND x.day>=?)
            ORDER BY d.label
            """, day.text, as: { $0.text(0) })
        return standing
    }

    // MARK: The manifest

    /// What a close of the day would say (16.6).
    func manifest(of day: CalendarDay) throws -> DayManifest {
        let station = try existingStation().code
        let before = try lastClosedDay()
        var manifest = DayManifest(
            day: day.id(of: station), number: (before?.number ?? 0) + 1, station: station,
            previous: before?.hash?.hex ?? DayManifest.noPrevious)
        manifest.lines = try seals(try sealsToClose(upTo: day.text)).compactMap(\.line)
        manifest.waived = try waivers(of: day.text)
        manifest.missing = try missing(of: day.text, manifest.waived)
        manifest.cases = try openDisputes().map(CaseRow.id)
        manifest.money = try moneyOfDay(day.text, after: before?.day ?? "")
        if let bytes = before?.manifest {
            manifest.cumulative = try DayMapping.manifest(CanonicalObject(decoding: bytes))
                .cumulative
        }
        manifest.cumulative.add(manifest.money)
        return manifest
    }

    private func missing(of day: String, _ waivers: [DayWaiver]) throws -> [MissingStream] {
        var reasons: [String: DayWaiver] = [:]
        for waiver in waivers where waiver.what == .seal || waiver.what == .gap {
            reasons[waiver.reference] = reasons[waiver.reference] ?? waiver
        }
        return try roster(of: day).compactMap { entry in
            guard let waiver = reasons[entry.stream] else { return nil }
            let stream = try stream(entry.stream)
            let record = try handheld(entry.device)
            let isOpen = record?.stream == entry.stream
            return MissingStream(
                device: entry.device, stream: entry.stream,
                recorded: max(stream?.recorded ?? 0, isOpen ? record?.recorded ?? 0 : 0),
                have: try stream.map { try end(ofStream: $0.number)?.sequence ?? 0 } ?? 0,
                reason: waiver.reason, person: waiver.person)
        }
    }

    /// What payments, confirmations, voids and refunds put on cash, card and wallet on days that
    /// are closed now: debits in, credits out.
    func moneyOfDay(
        _ day: String, after closed: String
    ) throws(SQLiteError) -> [String: MoneyTotals] {
        var sums: [String: MoneyTotals] = [:]
        try scan(
            """
            SELECT p.cur,CASE WHEN p.account LIKE 'cash:%' THEN 'cash' ELSE p.account END,
                SUM(MAX(p.amount,0)),SUM(MAX(-p.amount,0))
            FROM posting p JOIN fact f ON f.lsn=p.lsn
            WHERE p.day>? AND p.day<=?
                AND (p.account LIKE 'cash:%' OR p.account IN ('card','wallet'))
                AND f.kind IN ('payment','payment.confirm','payment.void','refund')
            GROUP BY 1,2
            """, closed, day
        ) { row in
            var totals = MoneyTotals()
            let (debit, credit) = (row.integer(2), row.integer(3))
            switch row.text(1) {
            case "cash": (totals.cashIn, totals.cashOut) = (debit, credit)
            case "card": (totals.cardIn, totals.cardOut) = (debit, credit)
            default: (totals.walletIn, totals.walletOut) = (debit, credit)
            }
            sums.add([row.text(0): totals])
            return true
        }
        return sums
    }
}

extension Connection {
    fileprivate func closing(
        _ day: CalendarDay, of device: String
    ) throws -> CloseResponse.Standing? {
        let stored = try storedDay(day.text)
        let numbers = try rows(
            """
            SELECT x.lsn FROM seal x JOIN stream s ON s.no=x.stream
            WHERE s.dev=?2 AND x.state<>'foreign'
                AND (x.closed=?1 OR (x.closed IS NULL AND x.day=?1))
            ORDER BY s.id,x.first
            """, day.text, device, as: { $0.integer(0) })
        let own = try seals(numbers)
        guard stored != nil || !own.isEmpty else { return nil }
        var streams = own.map(Self.stream)
        let sealed = Set(own.map(\.streamID))
        for entry in try roster(of: day.text)
        where entry.device == device && !sealed.contains(entry.stream) {
            streams.append(CloseResponse.Stream(stream: entry.stream, state: .unsealed))
        }
        guard let bytes = stored?.manifest, let hash = stored?.hash else {
            let state: CloseResponse.State = stored == nil ? .open : .closing
            return CloseResponse.Standing(state: state, streams: streams)
        }
        let manifest = try DayMapping.manifest(CanonicalObject(decoding: bytes))
        return CloseResponse.Standing(
            state: manifest.hasExceptions ? .closedWithExceptions : .closed, streams: streams,
            proof: CloseResponse.Proof(
                number: manifest.number, manifest: hash, receipt: .zero))
    }

    private static func stream(_ seal: StoredSeal) -> CloseResponse.Stream {
        let state: CloseResponse.StreamState =
            switch (seal.state, seal.closed) {
            case ("agree", _): .agree
            case ("differ", nil): .differ
            case ("differ", _): .waived
            default: .unsealed
            }
        return CloseResponse.Stream(
            stream: seal.streamID, state: state,
            differences: DayMapping.object(of: seal.differences),
            line: seal.line.map { DayMapping.object(of: $0) },
            code: seal.line.map { DayMapping.code(of: $0) })
    }
}
