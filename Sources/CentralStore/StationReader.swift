package import Domain
import Ledger
import SQLite
import SyncProtocol

/// Reads the station's database beside its writer, for commands that only show something.
///
/// The caller has made sure that the writer lives, or that the log of a dead one was copied
///. Each function reads one snapshot.
package struct StationReader: ~Copyable {
    let connection: Connection

    /// Opens an existing database for reading only.
    package init(path: String, vfs: String? = nil) throws {
        connection = try Connection.openReadOnly(path, vfs: vfs)
    }

    /// The station at a glance. `now` tells open slots from expired ones.
    package func status(now: Int) throws -> StationStatus {
        try connection.snapshot { db in try db.stationStatus(now: now) }
    }

    /// The persons of the station, by id.
    package func people() throws -> [PersonStatus] {
        try connection.snapshot { db in try db.people() }
    }

    /// The tasks of the station, by id; of one courier or in one state if that is named.
    package func orders(
        courier: String? = nil, state: TaskState? = nil
    ) throws -> [OrderStatus] {
        try connection.snapshot { db in
            try db.orders().filter {
                (courier == nil || $0.courier == courier)
                    && (state == nil || $0.state == state?.rawValue)
            }
        }
    }

    /// A parcel and everything that happened to it; nil when nobody ever spoke of it.
    package func track(_ parcel: String) throws -> TrackedParcel? {
        try connection.snapshot { db in try db.track(parcel) }
    }

    /// A business day, `YYYY-MM-DD`, recomputed from the ledger.
    package func day(_ day: String) throws -> DayStatus {
        try connection.snapshot { db in try db.dayStatus(day) }
    }

    /// The business day of a moment.
    package func day(at milliseconds: Int) throws -> String {
        try connection.snapshot { db in
            CalendarDay(
                milliseconds: milliseconds, offsetMinutes: try db.existingStation().zoneMinutes
            ).text
        }
    }

    /// Lines of the ledger after a number, at most `max`.
    package func ledger(after number: Int = 0, max: Int) throws -> [LedgerLine] {
        try connection.snapshot { db in try db.ledgerLines(after: number, max: max) }
    }

    /// Recomputes every chain from its genesis and counts what it finds.
    package func verify() throws -> LedgerProof {
        try connection.snapshot { db in try db.proof() }
    }
}

extension Connection {
    fileprivate func stationStatus(now: Int) throws -> StationStatus {
        let station = try existingStation()
        return StationStatus(
            station: station.code, name: station.name, epoch: station.epoch,
            facts: try factCount(ofStation: false), stationFacts: try factCount(ofStation: true),
            revision: station.revision, exceptions: try exceptions(),
            missingBlobs: try missingBlobCount(), waitingPayments: try waitingPaymentCount(),
            waitingTasks: Set(try waitingTasks().map(\.task)).count,
            declinedTasks: try declinedTaskCount(),
            backup: try backupMark(),
            witness: try witness(in: station.epoch),
            devices: try deviceStatuses(now: now))
    }

    /// Distinct facts of handhelds, or of the station, whose lines are facts one and all.
    private func factCount(ofStation isStation: Bool) throws -> Int {
        let own =
            try first(
                """
                SELECT COUNT(*) FROM ledger
                WHERE stream IN (SELECT no FROM stream WHERE dev=(SELECT dev FROM station))
                """, as: { $0.integer(0) }) ?? 0
        guard !isStation else { return own }
        return (try first("SELECT COUNT(*) FROM fact", as: { $0.integer(0) }) ?? 0) - own
    }

    /// Tasks that couriers gave back and nobody has given out again.
    private func declinedTaskCount() throws(SQLiteError) -> Int {
        try first(
            """
            SELECT COUNT(*) FROM row
            WHERE t='task' AND json_extract(CAST(f AS TEXT),'$.st')='declined'
            """, as: { $0.integer(0) }) ?? 0
    }

    private func exceptions() throws -> [NamedCount] {
        try rows(
            """
            SELECT disp,why,COUNT(*) FROM fact WHERE disp<>'applied'
                AND lsn NOT IN (SELECT lsn FROM remark WHERE closes=1)
            GROUP BY disp,why ORDER BY disp,why
            """
        ) { row in
            NamedCount(
                name: [row.text(0), row.optionalText(1)].compactMap { $0 }.joined(separator: ":"),
                count: row.integer(2))
        }
    }

    private func deviceStatuses(now: Int) throws -> [DeviceStatus] {
        var statuses = try handhelds().map { device in
            var recorded = device.recorded
            var have = 0
            for stream in try streams(of: device.device) {
                let stored = try end(ofStream: stream.number)?.sequence ?? 0
                have += stored
                // A handheld that lost entries reports less than the ledger has of it.
                recorded +=
                    stream.id == device.stream
                    ? max(0, stored - device.recorded) : max(stream.recorded, stored)
            }
            return DeviceStatus(
                label: device.label, device: device.device, state: device.state.rawValue,
                recorded: recorded, have: have, lastExchangeMilliseconds: device.seenMilliseconds,
                persons: device.persons, appVersion: device.app)
        }
        statuses += try rows(
            """
            SELECT label FROM enrolment WHERE dev IS NULL AND until_ms>? AND tries_left>0
            ORDER BY label
            """, now
        ) { row in
            DeviceStatus(
                label: row.text(0), device: nil, state: "waiting", recorded: 0, have: 0,
                lastExchangeMilliseconds: nil, persons: [], appVersion: nil)
        }
        return statuses.sorted { $0.label < $1.label }
    }

    /// All rows of a type in the order of their ids.
    func entities(_ type: EntityType) throws -> [Entity] {
        let stored = try rows(
            "SELECT i,v,r,f,hash,buckets FROM row WHERE t=? ORDER BY i", type.rawValue
        ) { row in
            (
                EntityReference(type, row.text(0)),
                StoredRow(
                    version: row.integer(1), revision: row.integer(2), body: row.blob(3),
                    hash: digest(row, 4), buckets: BucketList.numbers(row.text(5)))
            )
        }
        return try stored.map { try $1.entity($0) }
    }

    fileprivate func people() throws -> [PersonStatus] {
        try entities(.person).compactMap { entity in
            guard case .person(let person) = entity else { return nil }
            return PersonStatus(
                person: person.id, name: person.name,
                capabilities: person.capabilities.map(\.rawValue),
                isActive: person.state == .active)
        }
    }

    fileprivate func orders() throws -> [OrderStatus] {
        try entities(.task).compactMap { entity in
            guard case .task(let task) = entity else { return nil }
            return OrderStatus(
                task: task.id, kind: task.kind.rawValue, state: task.state.rawValue,
                courier: task.assignee, orderNumber: task.orderNumber, parcels: task.parcels,
                contactName: task.contact?.name)
        }
    }

    // MARK: One parcel

    fileprivate func track(_ parcel: String) throws -> TrackedParcel? {
        let stationStreams = try existingStation().streams
        var row: Parcel?
        if case .parcel(let stored) = try entity(EntityReference(.parcel, parcel)) { row = stored }
        let facts = try factsInEffect(of: parcel, stationStreams: stationStreams)
        guard row != nil || !facts.isEmpty else { return nil }
        return TrackedParcel(
            parcel: parcel, stage: row?.stage, custody: row?.custody.text ?? "",
            isException: row?.isException ?? false, isStopped: row?.isStopped ?? false,
            events: ParcelTimeline.entries(of: parcel, row: row, facts: facts))
    }

    /// The facts in effect about a parcel and those that answer one of them, in ledger order.
    private func factsInEffect(
        of parcel: String, stationStreams: Set<String>
    ) throws -> [Fact] {
        let lines = try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms FROM
                (SELECT lsn FROM mention WHERE parcel=?1
                UNION SELECT a.lsn FROM mention m JOIN fact f ON f.lsn=m.lsn
                    JOIN answer a ON a.target=f.fact WHERE m.parcel=?1) x
            JOIN ledger l ON l.lsn=x.lsn JOIN stream s ON s.no=l.stream ORDER BY l.lsn
            """, parcel, as: StoredLine.init)
        return try lines.compactMap { line in
            try isInEffect(lsn: line.lsn) ? line.fact(stationStreams: stationStreams) : nil
        }
    }

    // MARK: One day

    fileprivate func dayStatus(_ day: String) throws -> DayStatus {
        let zone = try existingStation().zoneMinutes
        var couriers: [String: CourierDay] = [:]
        func change(_ person: String, _ change: (inout CourierDay) -> Void) {
            var courier =
                couriers[person]
                ?? CourierDay(
                    courier: person, name: nil, cashFen: 0, cardFen: 0, walletFen: 0, kinds: [])
            change(&courier)
            couriers[person] = courier
        }
        let counts = try rows(
            """
            SELECT f.person,f.kind,COUNT(*) FROM fact f JOIN ledger l ON l.lsn=f.lsn
            WHERE f.person IS NOT NULL AND f.kind IS NOT NULL AND f.disp='applied'
                AND l.stream NOT IN
                    (SELECT no FROM stream WHERE dev=(SELECT dev FROM station))
                AND date((l.eff_ms+?*60000)/1000,'unixepoch')=?
            GROUP BY f.person,f.kind ORDER BY f.person,f.kind
            """, zone, day,
            as: { (person: $0.text(0), kind: NamedCount(name: $0.text(1), count: $0.integer(2))) })
        for count in counts { change(count.person) { $0.kinds.append(count.kind) } }
        // A payment counts for who took it, whoever voids or confirms it later.
        let money = try rows(
            """
            SELECT COALESCE(t.person,f.person),p.account,SUM(p.amount)
            FROM posting p JOIN fact f ON f.lsn=p.lsn
            LEFT JOIN answer a ON a.lsn=p.lsn LEFT JOIN fact t ON t.fact=a.target
            WHERE p.day=? AND p.cur=? AND COALESCE(t.person,f.person) IS NOT NULL
            GROUP BY 1,2 ORDER BY 1,2
            """, day, Charge.currencyDefault,
            as: { (person: $0.text(0), account: $0.text(1), fen: $0.integer(2)) })
        for sum in money {
            change(sum.person) { $0.add(sum.fen, account: sum.account) }
        }
        for person in try people() {
            couriers[person.person]?.name = person.name
        }
        return DayStatus(
            day: day, couriers: couriers.values.sorted { $0.courier < $1.courier })
    }

    // MARK: The ledger

    func ledgerLines(after number: Int, max: Int) throws -> [LedgerLine] {
        try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms,l.recv_ms,f.disp,f.why
            FROM ledger l JOIN stream s ON s.no=l.stream LEFT JOIN fact f ON f.lsn=l.lsn
            WHERE l.lsn>? ORDER BY l.lsn LIMIT ?
            """, number, max
        ) { row in
            let line = StoredLine(row)
            let reading = line.reading
            let disposition = [row.optionalText(7), row.optionalText(8)].compactMap { $0 }
            return LedgerLine(
                number: line.lsn, stream: line.stream, sequence: line.sequence,
                receivedMilliseconds: row.integer(6), kind: reading.entry?.kind,
                person: reading.entry?.person, subject: reading.entry?.subject,
                reference: Code32.reference(of: reading.fact),
                disposition: disposition.isEmpty
                    ? Disposition.noop(.carriedTwice).text : disposition.joined(separator: ":"))
        }
    }

    fileprivate func proof() throws -> LedgerProof {
        var faults: [LedgerFault] = []
        let streams = try streams()
        for stream in streams {
            if let sequence = try firstFault(in: stream, after: 0) {
                faults.append(LedgerFault(stream: stream.id, sequence: sequence))
            }
        }
        let audit = try auditProof()
        return LedgerProof(
            faults: faults, auditEntries: audit.entries, auditFault: audit.fault,
            dayFaults: try dayFaults(), streams: streams.count,
            facts: try factCount(ofStation: false),
            lines: try first("SELECT COUNT(*) FROM ledger", as: { $0.integer(0) }) ?? 0)
    }
}

extension CourierDay {
    fileprivate mutating func add(_ fen: Int, account: String) {
        if account == LedgerAccount.cash(person: courier).text { cashFen += fen }
        if account == LedgerAccount.card.text { cardFen += fen }
        if account == LedgerAccount.wallet.text { walletFen += fen }
    }
}
