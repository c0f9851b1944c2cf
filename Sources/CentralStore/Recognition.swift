package import Domain
import SQLite
import SyncProtocol

/// A handheld whose key is right and which this database does not know: it was enrolled, or was
/// given that key, after the backup that was put back (PJS 11.8).
///
/// Only who holds the master key could have made its key, so the key says that it belongs here. It
/// says nothing of what became of the handheld since, so a person decides whether it may work.
package struct Recognition: Equatable, Sendable {
    package var device: String
    /// The number of the key that was right.
    package var keyNumber: Int
    /// The id of the message that tells its courier.
    package var messageID: String
    package var numbers: NumberRules
    /// How long its older keys are still accepted.
    package var oldKeyMilliseconds: Int

    package init(
        device: String, keyNumber: Int, messageID: String, numbers: NumberRules,
        oldKeyMilliseconds: Int
    ) {
        self.device = device
        self.keyNumber = keyNumber
        self.messageID = messageID
        self.numbers = numbers
        self.oldKeyMilliseconds = oldKeyMilliseconds
    }

    /// What a handheld is called until it has told its name.
    static func label(of device: String) -> String { "R-" + device.suffix(8).uppercased() }

    /// What its courier reads, in both languages because nobody is logged in at the station.
    package static let message = Words(
        zh: "站点恢复了备份, 备份里没有本机, 已凭密钥认出。记录照收但先不入账: 请让站长恢复本机。",
        en: "The station was put back to a backup that lacks this handheld; it was known by its "
            + "key. Records are taken but held: ask the manager to make it active again.")
}

extension CentralStore {
    /// Takes a handheld in again. One that is not here at all is suspended until a person of the
    /// station makes it active; what it brings meanwhile is held.
    ///
    /// Its request counter begins at the time: what the lost part accepted is not accepted again.
    package func recognise(_ found: Recognition, at moment: Moment) throws {
        let now = moment.wallMilliseconds
        try writer.write { db in
            if try db.handheld(found.device) == nil {
                try db.insertDevice(
                    found.device, isHandheld: true, label: Recognition.label(of: found.device),
                    at: now, model: nil, app: nil)
                var writer = try LedgerWriter(at: now, db)
                try writer.record(
                    .deviceState(
                        DeviceStateFact(
                            device: found.device, state: .suspended,
                            reason: "known by its key; not in the backup that was put back")),
                    by: systemPerson, at: moment, db)
                try writer.refillNumbers(of: found.device, found.numbers, at: moment, db)
                try writer.finish(db)
                try db.insertDirective(
                    .message("\(Recognition.message.zh) \(Recognition.message.en)"),
                    to: found.device, id: found.messageID, by: systemPerson, now: now)
            }
            try db.setCounterCeiling(min(now, Canonical.integerMax), of: found.device)
            try db.execute(
                "INSERT OR IGNORE INTO device_key(dev,kid) VALUES(?,?)", found.device,
                found.keyNumber)
            try db.execute(
                """
                UPDATE device_key SET until_ms=? WHERE dev=? AND kid<? AND until_ms IS NULL
                """, now + found.oldKeyMilliseconds, found.device, found.keyNumber)
            try db.insertAudit(
                .recognised, on: found.device, by: systemPerson,
                detail: ["kid": .integer(found.keyNumber)], at: now)
            try db.insertIncident(
                .recognised, device: found.device, stream: "", at: found.keyNumber, now: now)
        }
    }
}

extension Connection {
    /// The name that a handheld tells and that takes the place of the one it was given when it was
    /// known by its key; nil if it has its name, or another handheld has that one.
    func toldLabel(_ visit: Visit) throws -> String? {
        guard let known = try handheld(visit.device),
            known.label == Recognition.label(of: visit.device),
            let told = visit.hello.status?["label"]?.text, told != known.label,
            WireText.isID(told), told.utf8.count <= labelBytesMax
        else { return nil }
        if let other = try handheld(label: told), other.state != .revoked { return nil }
        return told
    }
}

/// The longest name of a handheld, as in an enrolment (PJS 11.1).
private let labelBytesMax = 20
