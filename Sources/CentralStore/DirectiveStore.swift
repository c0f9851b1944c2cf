package import Domain
import SQLite
package import SyncProtocol

/// What the station orders a handheld to do. A key is not in it: no table holds one, and it is
/// derived when the order is sent (PJS 11.2).
package enum DirectiveOrder: Equatable, Sendable {
    case wipe(Directive.Wipe)
    /// Sign with the key of this number from now on.
    case rekey(number: Int)
    case report
    case rotate(stream: String)
    case message(String)
    case refetch(pack: String)
}

/// An order to a handheld and how far it has come.
package struct DirectiveRecord: Equatable, Sendable {
    package var id: String
    package var order: DirectiveOrder
    /// Who ordered it, and when.
    package var person: String
    package var madeMilliseconds: Int
    /// When it first stood in an answer, and when the handheld said that it was carried out.
    package var sentMilliseconds: Int?
    package var doneMilliseconds: Int?
}

/// What a handheld reported, or said when it was erased; the section as it came.
package struct KeptReport: Equatable, Sendable {
    package var atMilliseconds: Int
    package var section: CanonicalObject

    /// How many are kept of one handheld.
    static let keptMax = 16
}

/// What an exchange brings about directives.
package struct DirectiveNews: Sendable {
    package var device: String
    /// The number of the key that signed the request.
    package var keyNumber: Int
    /// Directives that hello names as carried out.
    package var done: [String]
    package var reports: [DeviceReport]
    package var wiped: WipeNotice?
    /// How long an old key is still accepted after the new one is known to be in use.
    package var oldKeyMilliseconds: Int
    package var now: Int

    package init(
        device: String, keyNumber: Int, done: [String], reports: [DeviceReport],
        wiped: WipeNotice?, oldKeyMilliseconds: Int, now: Int
    ) {
        self.device = device
        self.keyNumber = keyNumber
        self.done = done
        self.reports = reports
        self.wiped = wiped
        self.oldKeyMilliseconds = oldKeyMilliseconds
        self.now = now
    }
}

extension CentralStore {
    /// Orders a handheld something, together with facts of the station: all or none.
    ///
    /// - Returns: false when the handheld has as many open orders as an answer holds.
    package func direct(
        _ order: DirectiveOrder, to device: String, id: String, facts: [StationFact] = [],
        by person: String, at moment: Moment
    ) throws -> Bool {
        try writer.write { db in
            guard try db.openDirectives(of: device).count < Limits.directivesMax else {
                return false
            }
            if !facts.isEmpty { try db.record(facts, by: person, at: moment) }
            try db.insertDirective(
                order, to: device, id: id, by: person, now: moment.wallMilliseconds)
            return true
        }
    }

    /// Takes in what an exchange says of orders and answers those still open, the oldest first. It
    /// writes only if there is anything new.
    package func settle(_ news: DirectiveNews) throws -> [DirectiveRecord] {
        let known = try writer.read { db in try db.openDirectives(of: news.device) }
        let done = known.filter(news.settles)
        let open = known.filter { !news.settles($0) }
        guard !done.isEmpty || !news.reports.isEmpty || news.wiped != nil else { return open }
        return try writer.write { db in
            for directive in done { try db.finish(directive, news) }
            for report in news.reports {
                try db.insertReport(report.encoded, of: news.device, now: news.now)
            }
            if let wiped = news.wiped { try db.noteWipe(wiped, news) }
            return open
        }
    }

    /// Notes that orders stood in an answer for the first time.
    package func noteSent(_ directives: [DirectiveRecord], now: Int) throws {
        let new = directives.filter { $0.sentMilliseconds == nil }
        guard !new.isEmpty else { return }
        try writer.write { db in
            for directive in new {
                try db.execute(
                    "UPDATE directive SET sent_ms=? WHERE id=? AND sent_ms IS NULL", now,
                    directive.id)
            }
        }
    }

    /// The orders that a handheld has not carried out, the oldest first.
    package func openDirectives(of device: String) throws -> [DirectiveRecord] {
        try writer.read { db in try db.openDirectives(of: device) }
    }

    /// Notes what a carried frame said that its handheld had recorded.
    package func noteHint(_ recorded: Int, of device: String, now: Int) throws {
        try writer.write { db in
            try db.execute(
                "UPDATE device SET hint_rec=?,hint_ms=? WHERE dev=?", recorded, now, device)
        }
    }

    /// The highest key number that a handheld may sign with.
    package func newestKey(of device: String) throws -> Int {
        try writer.read { db in try db.newestKey(of: device) }
    }
}

extension DirectiveNews {
    /// Whether an open order is carried out: it is named, or its effect is seen.
    fileprivate func settles(_ directive: DirectiveRecord) -> Bool {
        if done.contains(directive.id) { return true }
        if case .rekey(let number) = directive.order { return keyNumber >= number }
        if case .wipe = directive.order { return wiped?.id == directive.id }
        return false
    }
}

extension Connection {
    func insertDirective(
        _ order: DirectiveOrder, to device: String, id: String, by person: String, now: Int
    ) throws(SQLiteError) {
        try execute(
            """
            INSERT INTO directive(id,dev,what,args,person,made_ms) VALUES(?,?,?,?,?,?)
            """, id, device, order.what, order.stored.encoded(), person, now)
        try insertAudit(
            .directed, on: device, by: person,
            detail: ["id": .text(id), "what": .text(order.what)], at: now)
        if case .rekey(let number) = order {
            try execute("INSERT INTO device_key(dev,kid) VALUES(?,?)", device, number)
        }
    }

    func openDirectives(of device: String) throws(SQLiteError) -> [DirectiveRecord] {
        try rows(
            """
            SELECT id,what,args,person,made_ms,sent_ms,done_ms FROM directive
            WHERE dev=? AND done_ms IS NULL ORDER BY made_ms,id LIMIT ?
            """, device, Limits.directivesMax, as: DirectiveRecord.init)
    }

    /// The newest orders to a handheld, the newest first.
    func directives(of device: String, max: Int) throws(SQLiteError) -> [DirectiveRecord] {
        try rows(
            """
            SELECT id,what,args,person,made_ms,sent_ms,done_ms FROM directive
            WHERE dev=? ORDER BY made_ms DESC,id LIMIT ?
            """, device, max, as: DirectiveRecord.init)
    }

    func newestKey(of device: String) throws(SQLiteError) -> Int {
        try first("SELECT MAX(kid) FROM device_key WHERE dev=?", device, as: { $0.integer(0) }) ?? 1
    }

    fileprivate func finish(
        _ directive: DirectiveRecord, _ news: DirectiveNews
    ) throws(SQLiteError) {
        try execute(
            "UPDATE directive SET done_ms=? WHERE id=? AND done_ms IS NULL", news.now,
            directive.id)
        guard case .rekey(let number) = directive.order else { return }
        try execute(
            "UPDATE device_key SET until_ms=? WHERE dev=? AND kid<? AND until_ms IS NULL",
            news.now + news.oldKeyMilliseconds, news.device, number)
    }

    fileprivate func insertReport(
        _ section: CanonicalObject, of device: String, now: Int
    ) throws(SQLiteError) {
        try execute(
            "INSERT INTO report(dev,at_ms,section) VALUES(?,?,?)", device, now, section.encoded())
        try execute(
            """
            DELETE FROM report WHERE dev=?1 AND no NOT IN
                (SELECT no FROM report WHERE dev=?1 ORDER BY no DESC LIMIT ?2)
            """, device, KeptReport.keptMax)
    }

    /// The reports of a handheld that are kept, the newest first.
    func reports(of device: String) throws(SQLiteError) -> [KeptReport] {
        try rows("SELECT at_ms,section FROM report WHERE dev=? ORDER BY no DESC", device) { row in
            KeptReport(
                atMilliseconds: row.integer(0),
                section: (try? CanonicalObject(decoding: row.blob(1))) ?? [:])
        }
    }

    fileprivate func noteWipe(
        _ wiped: WipeNotice, _ news: DirectiveNews
    ) throws(SQLiteError) {
        try insertReport(wiped.encoded, of: news.device, now: news.now)
        try execute(
            "UPDATE device SET wiped_ms=?,wiped_left=? WHERE dev=? AND wiped_ms IS NULL",
            news.now, wiped.left, news.device)
        for stream in wiped.streams {
            try execute(
                "UPDATE stream SET rec=MAX(rec,?) WHERE id=? AND dev=?", stream.recorded,
                stream.stream, news.device)
        }
        try insertIncident(.wipe, device: news.device, stream: "", at: wiped.left, now: news.now)
    }
}

extension DirectiveOrder {
    /// The word of the wire.
    package var what: String {
        switch self {
        case .wipe: "wipe"
        case .rekey: "rekey"
        case .report: "report"
        case .rotate: "rotate"
        case .message: "message"
        case .refetch: "refetch"
        }
    }

    /// The arguments that may be kept.
    fileprivate var stored: CanonicalObject {
        switch self {
        case .wipe(let wipe): Directive.Order.wipe(wipe).arguments
        case .rekey(let number): ["kid": .integer(number)]
        case .report: Directive.Order.report.arguments
        case .rotate(let stream): Directive.Order.rotate(stream: stream).arguments
        case .message(let text): Directive.Order.message(text).arguments
        case .refetch(let pack): Directive.Order.refetch(pack: pack).arguments
        }
    }

    fileprivate init?(what: String, stored: CanonicalObject) {
        if what == "rekey" {
            guard let number = stored["kid"]?.integer else { return nil }
            self = .rekey(number: number)
            return
        }
        switch Directive.Order(what: what, arguments: stored) {
        case .wipe(let wipe): self = .wipe(wipe)
        case .report: self = .report
        case .rotate(let stream): self = .rotate(stream: stream)
        case .message(let text): self = .message(text)
        case .refetch(let pack): self = .refetch(pack: pack)
        case .rekey, nil: return nil
        }
    }
}

extension DirectiveRecord {
    fileprivate init(_ row: borrowing Row) {
        guard let stored = try? CanonicalObject(decoding: row.blob(2)),
            let order = DirectiveOrder(what: row.text(1), stored: stored)
        else { preconditionFailure("only orders that can be read are written") }
        self.init(
            id: row.text(0), order: order, person: row.text(3), madeMilliseconds: row.integer(4),
            sentMilliseconds: row.optionalInteger(5), doneMilliseconds: row.optionalInteger(6))
    }
}
