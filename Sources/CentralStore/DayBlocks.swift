package import Domain
import Ledger
import SQLite
import SyncProtocol
import WireMapping

/// Something that stands against closing a day (PJS 16.5).
package struct DayBlock: Hashable, Sendable {
    package var what: DayBlockKind
    /// A stream, a fact reference or a person.
    package var reference: String
    /// The handheld or person, for people.
    package var label: String?
    /// The numbers behind it: what was expected and what is, where there are two.
    package var expected: Int?
    package var found: Int?
    /// When the handheld was last heard of, ms UTC.
    package var seenMilliseconds: Int?
    package var isWaived = false
    /// Which side of a handover is missing.
    package var missingSide: MissingSide?

    package init(_ what: DayBlockKind, _ reference: String) {
        self.what = what
        self.reference = reference
    }
}

extension Connection {
    /// Everything that stands against closing a day, waived or not, in the order of 16.5.
    func dayBlocks(_ day: CalendarDay) throws -> [DayBlock] {
        let station = try existingStation()
        var config: StationConfig?
        if case .config(let row) = try entity(EntityReference(.config, station.code)) {
            config = row
        }
        let days = BusinessDays(config, zoneMinutes: station.zoneMinutes)
        let span = DaySpan(day, closed: try lastClosedDay(), days)
        var blocks: [DayBlock] = []
        for entry in try roster(of: day.text) { blocks += try streamBlocks(entry, day.text) }
        blocks += try differBlocks(day.text)
        blocks += try factBlocks(.quarantine, in: span)
        blocks += try factBlocks(.held, in: span)
        let handovers = try handoverSides(since: span)
        blocks += try handoverBlocks(handovers, in: span)
        blocks += try cashBlocks(day.text, handovers)
        blocks += try roundBlocks(day, days)
        blocks += try clockBlocks(
            span, minutes: config?.integer("clock.close_ack_minutes") ?? clockAcknowledgedMinutes)
        let waived = Set(
            try waivers(of: day.text).map { "\($0.what.rawValue) \($0.reference)" })
        return blocks.map { block in
            var block = block
            block.isWaived = waived.contains("\(block.what.rawValue) \(block.reference)")
            return block
        }
    }

    // MARK: Streams

    /// A stream that is not sealed, or of which entries are missing.
    private func streamBlocks(_ entry: RosterEntry, _ day: String) throws -> [DayBlock] {
        let record = try handheld(entry.device)
        let stream = try self.stream(entry.stream)
        let isOpen = record?.stream == entry.stream
        let have = try stream.map { try end(ofStream: $0.number)?.sequence ?? 0 } ?? 0
        let recorded = max(stream?.recorded ?? 0, isOpen ? record?.recorded ?? 0 : 0)
        let sealedTo = try stream.map { try sealEnd(ofStream: $0.number, before: .max) } ?? 0
        let isSealed = try stream.map { try hasSeal($0.number, day: day) } ?? false
        func block(_ what: DayBlockKind) -> DayBlock {
            var block = DayBlock(what, entry.stream)
            block.label = record?.label
            block.expected = recorded
            block.found = have
            block.seenMilliseconds = record?.seenMilliseconds
            return block
        }
        var blocks: [DayBlock] = []
        let isWhollySealed = !isOpen && sealedTo >= max(have, recorded)
        if !isSealed, !isWhollySealed { blocks.append(block(.seal)) }
        let lacksRange = sealedTo > have
        if lacksRange || (!isSealed && !isWhollySealed && recorded > have) {
            blocks.append(block(.gap))
        }
        return blocks
    }

    private func hasSeal(_ stream: Int, day: String) throws(SQLiteError) -> Bool {
        try first(
            "SELECT 1 FROM seal WHERE stream=? AND day>=? AND state<>'foreign' LIMIT 1", stream,
            day, as: { _ in true }) ?? false
    }

    private func differBlocks(_ day: String) throws(SQLiteError) -> [DayBlock] {
        try rows(
            """
            SELECT DISTINCT s.id,v.label FROM seal x JOIN stream s ON s.no=x.stream
                JOIN device v ON v.dev=s.dev
            WHERE x.state='differ' AND x.closed IS NULL AND x.day<=? ORDER BY s.id
            """, day
        ) { row in
            var block = DayBlock(.differ, row.text(0))
            block.label = row.text(1)
            return block
        }
    }

    // MARK: Facts

    /// Facts of the day that are quarantined, or held for what has not come.
    private func factBlocks(
        _ what: DayBlockKind, in span: DaySpan
    ) throws(SQLiteError) -> [DayBlock] {
        let word = what == .quarantine ? "quarantined" : "held"
        return try rows(
            """
            SELECT f.fact,l.lsn,l.eff_ms,f.why,v.label FROM fact f JOIN ledger l ON l.lsn=f.lsn
                JOIN stream s ON s.no=l.stream JOIN device v ON v.dev=s.dev
            WHERE f.disp<>'applied' AND f.disp=?
                AND (f.disp='quarantined' OR f.why IN ('unknown_subject','group','schema'))
            ORDER BY l.lsn
            """, word
        ) { row -> DayBlock? in
            guard span.contains(row.integer(2), lsn: row.integer(1)) else { return nil }
            var block = DayBlock(what, FactCode.reference(digest(row, 0).hex))
            block.label = row.text(4)
            return block
        }.compactMap { $0 }
    }

    /// Facts of the day whose wall clock was wrong, a stream each.
    private func clockBlocks(
        _ span: DaySpan, minutes: Int
    ) throws(SQLiteError) -> [DayBlock] {
        let found = try rows(
            """
            SELECT l.lsn,l.eff_ms,s.id,v.label,
                json_extract(CAST(l.line AS TEXT),'$.w')-l.eff_ms
            FROM ledger l JOIN stream s ON s.no=l.stream JOIN device v ON v.dev=s.dev
            WHERE v.kind='handheld' AND l.eff_q<>'unknown' AND json_valid(CAST(l.line AS TEXT))
                AND json_type(CAST(l.line AS TEXT),'$.w')='integer'
                AND abs(json_extract(CAST(l.line AS TEXT),'$.w')-l.eff_ms)>?*60000
            """, minutes,
            as: { ($0.integer(0), $0.integer(1), $0.text(2), $0.text(3), $0.integer(4)) })
        var worst: [String: DayBlock] = [:]
        for (lsn, time, stream, label, skew) in found where span.contains(time, lsn: lsn) {
            var block = worst[stream] ?? DayBlock(.clock, stream)
            block.label = label
            if abs(skew) > abs(block.found ?? 0) { block.found = skew }
            worst[stream] = block
        }
        return worst.values.sorted { $0.reference < $1.reference }
    }

    // MARK: Cash and rounds

    /// What a courier counted is not what the books say he holds.
    private func cashBlocks(
        _ day: String, _ handovers: [HandoverSides]
    ) throws -> [DayBlock] {
        var blocks: [DayBlock] = []
        let last = try rows(
            """
            SELECT x.person,MAX(x.lsn) FROM seal x WHERE x.day=? AND x.state<>'foreign'
            GROUP BY x.person ORDER BY x.person
            """, day, as: { (person: $0.text(0), lsn: $0.integer(1)) })
        for (person, lsn) in last {
            guard let seal = try seal(lsn: lsn), let line = seal.line else { continue }
            let counted = line.cashDeclared[Charge.currencyDefault] ?? 0
            let given = try givenCash(of: person, before: lsn, handovers)
            let booked = try cash(of: person, before: lsn) - given
            guard counted != booked else { continue }
            var block = DayBlock(.cash, person)
            block.expected = booked
            block.found = counted
            if case .person(let row) = try entity(EntityReference(.person, person)) {
                block.label = row.name
            }
            blocks.append(block)
        }
        return blocks
    }

    /// The cash of a person by the facts before a seal: of its own stream by sequence, of others by
    /// effective time.
    private func cash(of person: String, before lsn: Int) throws(SQLiteError) -> Int {
        try first(
            """
            SELECT COALESCE(SUM(p.amount),0) FROM posting p JOIN ledger l ON l.lsn=p.lsn
                JOIN ledger z ON z.lsn=?2
            WHERE p.account='cash:'||?1 AND p.cur=?3 AND CASE WHEN l.stream=z.stream
                THEN l.seq<z.seq ELSE l.eff_ms<z.eff_ms END
            """, person, lsn, Charge.currencyDefault, as: { $0.integer(0) }) ?? 0
    }

    /// Persons who went out with parcels, and nothing says what became of them.
    private func roundBlocks(_ day: CalendarDay, _ days: BusinessDays) throws -> [DayBlock] {
        var counts: [String: Int] = [:]
        let tasks = try rows(
            "SELECT i FROM row WHERE t='task' ORDER BY i", as: { $0.text(0) })
        for id in tasks {
            guard case .task(let task) = try entity(EntityReference(.task, id)),
                task.kind == .delivery, task.state != .cancelled, task.state != .done,
                task.state != .overtaken, task.from.map({ days.day(of: $0) <= day }) ?? true
            else { continue }
            for parcel in task.parcels {
                guard case .parcel(let row) = try entity(EntityReference(.parcel, parcel)),
                    row.stage == .outForDelivery, !row.isException,
                    let holder = row.custody.holder, try !wasTried(parcel, on: day, days)
                else { continue }
                counts[holder, default: 0] += 1
            }
        }
        return try counts.sorted { $0.key < $1.key }.map { person, count in
            var block = DayBlock(.round, person)
            block.found = count
            if case .person(let row) = try entity(EntityReference(.person, person)) {
                block.label = row.name
            }
            return block
        }
    }

    private func wasTried(
        _ parcel: String, on day: CalendarDay, _ days: BusinessDays
    ) throws(SQLiteError) -> Bool {
        try rows(
            """
            SELECT l.eff_ms FROM mention m JOIN fact f ON f.lsn=m.lsn JOIN ledger l ON l.lsn=m.lsn
            WHERE m.parcel=? AND f.kind='attempt'
            """, parcel, as: { $0.integer(0) }
        ).contains { days.day(of: $0) == day }
    }

    // MARK: Roster

    /// Whom a day waits for, fixed when its close begins (16.1).
    func newRoster() throws -> [RosterEntry] {
        let before = try lastClosedDay().flatMap { day -> DayManifest? in
            guard let bytes = day.manifest else { return nil }
            return try DayMapping.manifest(CanonicalObject(decoding: bytes))
        }
        var roster = try rows(
            """
            SELECT dev,stream FROM device
            WHERE kind='handheld' AND state<>'revoked' AND stream IS NOT NULL ORDER BY dev
            """, as: { RosterEntry(device: $0.text(0), stream: $0.text(1)) })
        let open = Set(roster.map(\.stream))
        let station = try existingStation()
        for stream in try streams()
        where stream.device != station.device && !open.contains(stream.id) {
            let have = try end(ofStream: stream.number)?.sequence ?? 0
            let sealedTo = try sealEnd(ofStream: stream.number, before: .max)
            let isKnownMissing =
                before?.missing.contains {
                    $0.stream == stream.id && $0.recorded == stream.recorded && $0.have == have
                } ?? false
            guard have > sealedTo || stream.recorded > have, !isKnownMissing else { continue }
            roster.append(RosterEntry(device: stream.device, stream: stream.id))
        }
        return roster.sorted { ($0.device, $0.stream) < ($1.device, $1.stream) }
    }
}

/// `clock.close_ack_minutes` where a station has not set it.
private let clockAcknowledgedMinutes = 10

/// Which facts belong to a day: its own, and those that came after the last close (16.5).
struct DaySpan {
    let day: CalendarDay
    let closedDay: CalendarDay?
    let closedLSN: Int
    let days: BusinessDays

    init(_ day: CalendarDay, closed: StoredDay?, _ days: BusinessDays) {
        self.day = day
        closedDay = closed.flatMap { CalendarDay(text: $0.day) }
        closedLSN = closed?.closed ?? 0
        self.days = days
    }

    func contains(_ time: Int, lsn: Int) -> Bool {
        let own = days.day(of: time)
        return own <= day && (closedDay.map { own > $0 } ?? true || lsn > closedLSN)
    }
}
