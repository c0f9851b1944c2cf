package import Domain
import SQLite
import SyncProtocol

/// A handheld as the server knows it.
package struct DeviceRecord: Equatable, Sendable {
    package var device: String
    package var label: String
    package var state: Domain.DeviceState
    /// No request counter above it was ever accepted; see `raiseCounter`.
    package var counterCeiling: Int
    /// The open stream and the last recorded sequence of the last hello.
    package var stream: String?
    package var recorded: Int
    /// When an exchange was last written down.
    package var seenMilliseconds: Int?
    package var persons: [String]
    package var app: String?
    package var model: String?
    /// When it said that it was erased, and how many facts went with it that nobody has.
    package var wipedMilliseconds: Int?
    package var wipedFacts: Int?
    /// What a carried frame said that it had recorded, and when; nothing vouches for it.
    package var hintedRecorded: Int?
    package var hintedMilliseconds: Int?
    /// What its program can do beside what every one can.
    package var options: [String] = []
}

extension Connection {
    /// The handheld of an id; nil also for the server's own identity.
    func handheld(_ device: String) throws(SQLiteError) -> DeviceRecord? {
        try first(
            """
            SELECT dev,label,state,counter,stream,rec,seen_ms,who,app,model,
                wiped_ms,wiped_left,hint_rec,hint_ms,caps FROM device
            WHERE dev=? AND kind='handheld'
            """, device, as: DeviceRecord.init)
    }

    /// The newest handheld of a label that was not revoked.
    func handheld(label: String) throws(SQLiteError) -> DeviceRecord? {
        try first(
            """
            SELECT dev,label,state,counter,stream,rec,seen_ms,who,app,model,
                wiped_ms,wiped_left,hint_rec,hint_ms,caps FROM device
            WHERE label=? AND kind='handheld'
            ORDER BY state='revoked', enrolled_ms DESC, dev DESC LIMIT 1
            """, label, as: DeviceRecord.init)
    }

    /// All handhelds by label, the newest of a label first.
    func handhelds() throws(SQLiteError) -> [DeviceRecord] {
        try rows(
            """
            SELECT dev,label,state,counter,stream,rec,seen_ms,who,app,model,
                wiped_ms,wiped_left,hint_rec,hint_ms,caps FROM device
            WHERE kind='handheld' ORDER BY label, enrolled_ms DESC, dev
            """, as: DeviceRecord.init)
    }

    /// Whether the handheld has the key number, at a time.
    func hasKey(_ device: String, number: Int, at now: Int) throws(SQLiteError) -> Bool {
        try first(
            """
            SELECT 1 FROM device_key WHERE dev=? AND kid=? AND (until_ms IS NULL OR until_ms>?)
            """, device, number, now, as: { _ in true }) ?? false
    }

    func insertDevice(
        _ device: String, isHandheld: Bool, label: String, at now: Int, model: String?,
        app: String?
    ) throws(SQLiteError) {
        try execute(
            "INSERT INTO device(dev,kind,label,state,enrolled_ms,model,app) VALUES(?,?,?,?,?,?,?)",
            device, isHandheld ? "handheld" : "station", label, "active", now, model, app)
        if isHandheld {
            try execute("INSERT INTO device_key(dev,kid) VALUES(?,1)", device)
        }
    }

    func setState(_ state: Domain.DeviceState, of device: String) throws(SQLiteError) {
        try execute(
            "UPDATE device SET state=? WHERE dev=? AND kind='handheld'", state.rawValue, device)
    }

    func setCounterCeiling(_ ceiling: Int, of device: String) throws(SQLiteError) {
        try execute(
            "UPDATE device SET counter=? WHERE dev=? AND counter<?", ceiling, device, ceiling)
    }

    /// Writes down what a hello says of its sender.
    func noteHello(_ hello: HelloRequest, at now: Int) throws(SQLiteError) {
        try execute(
            """
            UPDATE device SET stream=?,rec=?,seen_ms=?,who=?,app=?,status=?,caps=? WHERE dev=?
            """, hello.stream, hello.recorded, now, hello.who.joined(separator: " "), hello.app,
            hello.status?.encoded(), hello.options.joined(separator: " "), hello.device)
        try execute(
            "UPDATE stream SET rec=MAX(rec,?) WHERE id=? AND dev=?", hello.recorded, hello.stream,
            hello.device)
        for old in hello.old {
            try execute(
                "UPDATE stream SET rec=MAX(rec,?) WHERE id=? AND dev=?", old.recorded, old.stream,
                hello.device)
        }
    }

    // MARK: Anchors

    /// The anchors of one boot of a handheld (PJS 6.2).
    func anchors(of device: String, boot: Int) throws(SQLiteError) -> [Anchor] {
        try rows("SELECT m,now,u FROM anchor WHERE dev=? AND o=? ORDER BY m", device, boot) { row in
            Anchor(
                boot: boot, bootMilliseconds: row.integer(0), now: row.integer(1),
                uncertainty: row.integer(2))
        }
    }

    /// Keeps an anchor; at one place of the boot clock the surer one stays.
    func insertAnchor(_ anchor: Anchor, of device: String) throws(SQLiteError) {
        try execute(
            """
            INSERT INTO anchor(dev,o,m,now,u) VALUES(?,?,?,?,?)
            ON CONFLICT DO UPDATE SET now=excluded.now,u=excluded.u WHERE excluded.u<u
            """, device, anchor.boot, anchor.bootMilliseconds, anchor.now, anchor.uncertainty)
    }

    // MARK: Scope

    /// The newest scope of a handheld and its buckets; number 0 before the first.
    func newestScope(of device: String) throws(SQLiteError) -> (number: Int, buckets: [String]) {
        try first(
            "SELECT no,buckets FROM scope WHERE dev=? ORDER BY no DESC LIMIT 1", device,
            as: { ($0.integer(0), words($0.text(1))) }) ?? (0, [])
    }

    /// The buckets of an earlier scope, nil when it is not known any more.
    func buckets(ofScope number: Int, device: String) throws(SQLiteError) -> [String]? {
        try first(
            "SELECT buckets FROM scope WHERE dev=? AND no=?", device, number,
            as: { words($0.text(0)) })
    }

    func insertScope(_ number: Int, buckets: [String], of device: String) throws(SQLiteError) {
        try execute(
            "INSERT INTO scope(dev,no,buckets) VALUES(?,?,?)", device, number,
            buckets.joined(separator: " "))
        try execute(
            "DELETE FROM scope WHERE dev=? AND no<=?", device, number - keptScopesMax)
    }
}

/// How many scopes of a handheld are remembered; an older cursor begins again.
let keptScopesMax = 16

/// The words of a text that was joined by spaces.
private func words(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
}

extension DeviceRecord {
    fileprivate init(_ row: borrowing Row) {
        guard let state = Domain.DeviceState(rawValue: row.text(2)) else {
            preconditionFailure("the schema allows the three states only")
        }
        self.init(
            device: row.text(0), label: row.text(1), state: state, counterCeiling: row.integer(3),
            stream: row.optionalText(4), recorded: row.integer(5),
            seenMilliseconds: row.optionalInteger(6), persons: words(row.text(7)),
            app: row.optionalText(8), model: row.optionalText(9),
            wipedMilliseconds: row.optionalInteger(10), wipedFacts: row.optionalInteger(11),
            hintedRecorded: row.optionalInteger(12), hintedMilliseconds: row.optionalInteger(13),
            options: words(row.text(14)))
    }
}
