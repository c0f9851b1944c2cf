import Domain
import SQLite
import SyncProtocol

/// The two sides of one handover, of parcels or of cash, as far as their facts are in effect.
struct HandoverSides {
    /// A side's fact and where its line stands.
    struct Side {
        var fact: Fact
        var line: StoredLine
    }

    let number: String
    var give: [Side] = []
    var take: [Side] = []
    /// The taker entered the PIN on the giver's handheld.
    var isConfirmed = false

    /// Whether only one of two persons has recorded it.
    var isOneSided: Bool { !isConfirmed && give.isEmpty != take.isEmpty }
    var isCash: Bool { (give + take).contains { $0.fact.kind == .cashHandover } }
    var giver: EntityReference? { (give + take).first?.fact.subject }
    var taker: EntityReference? {
        switch (give + take).first?.fact.payload {
        case .handover(let handover): handover.taker
        case .cashHandover(let cash): EntityReference(.person, cash.taker)
        default: nil
        }
    }
    /// In ledger order.
    var facts: [Side] { (give + take).sorted { $0.line.lsn < $1.line.lsn } }

    fileprivate mutating func add(_ fact: Fact, _ line: StoredLine) {
        let side = Side(fact: fact, line: line)
        switch fact.payload {
        case .handover(let handover):
            if handover.side == .give { give.append(side) } else { take.append(side) }
            isConfirmed = isConfirmed || handover.hasPIN == true
        case .cashHandover(let cash):
            if cash.side == .give { give.append(side) } else { take.append(side) }
        default: return
        }
    }
}

extension Connection {
    /// Every handover that is known, by number.
    func handoverSides() throws -> [HandoverSides] {
        try handoverSides(of: handoverNumbers(after: "", lsn: 0, shiftMinutes: 0))
    }

    /// Handovers that one day more may be about: those with a fact that came or happened after the
    /// last close, and all with one fact only.
    func handoverSides(since span: DaySpan) throws -> [HandoverSides] {
        try handoverSides(
            of: handoverNumbers(
                after: span.closedDay?.text ?? "", lsn: span.closedLSN,
                shiftMinutes: span.days.shiftMinutes))
    }

    /// Handovers with a fact of a business day.
    func handoverSides(of day: CalendarDay, _ days: BusinessDays) throws -> [HandoverSides] {
        try handoverSides(
            of: rows(
                """
                SELECT DISTINCT m.parcel
                FROM mention m JOIN fact f ON f.lsn=m.lsn JOIN ledger l ON l.lsn=m.lsn
                WHERE m.parcel>='handover:' AND m.parcel<'handover;'
                    AND f.kind IN ('handover','cash.handover')
                    AND date((l.eff_ms+?*60000)/1000,'unixepoch')=? ORDER BY m.parcel
                """, days.shiftMinutes, day.text, as: { $0.text(0) }))
    }

    private func handoverNumbers(
        after day: String, lsn: Int, shiftMinutes: Int
    ) throws(SQLiteError) -> [String] {
        try rows(
            """
            SELECT m.parcel FROM mention m JOIN fact f ON f.lsn=m.lsn JOIN ledger l ON l.lsn=m.lsn
            WHERE m.parcel>='handover:' AND m.parcel<'handover;'
                AND f.kind IN ('handover','cash.handover')
            GROUP BY m.parcel HAVING COUNT(*)=1 OR MAX(l.lsn)>?
                OR MAX(date((l.eff_ms+?*60000)/1000,'unixepoch'))>?
            ORDER BY m.parcel
            """, lsn, shiftMinutes, day, as: { $0.text(0) })
    }

    private func handoverSides(of keys: [String]) throws -> [HandoverSides] {
        try keys.compactMap { try handoverSides(String($0.dropFirst("handover:".count))) }
    }

    /// One handover; nil while neither side is known.
    func handoverSides(_ number: String) throws -> HandoverSides? {
        let stationStreams = try existingStation().streams
        let lines = try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms
            FROM mention m JOIN fact f ON f.lsn=m.lsn JOIN ledger l ON l.lsn=m.lsn
                JOIN stream s ON s.no=l.stream
            WHERE m.parcel='handover:'||? AND f.disp='applied'
                AND f.kind IN ('handover','cash.handover')
            ORDER BY l.lsn
            """, number, as: StoredLine.init)
        var sides = HandoverSides(number: number)
        for line in lines {
            if let fact = line.fact(stationStreams: stationStreams) { sides.add(fact, line) }
        }
        return sides.facts.isEmpty ? nil : sides
    }
}

extension BusinessDays {
    /// Minutes to add to UTC to find the date.
    fileprivate var shiftMinutes: Int { zoneMinutes - (cutMinutes - BusinessDays.cutStandard) }
}
