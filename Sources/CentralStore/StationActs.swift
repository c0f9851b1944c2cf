package import Domain
import Ledger
import SQLite
package import SyncProtocol

/// A fact that the station makes.
package struct StationFact: Equatable, Sendable {
    package var payload: FactPayload
    package var subject: EntityReference?
    /// The fact it confirms.
    package var corrects: Digest?
    /// The versions of rows that it was decided on.
    package var base: [EntityReference: Int]

    package init(
        _ payload: FactPayload, subject: EntityReference? = nil,
        base: [EntityReference: Int] = [:], corrects: Digest? = nil
    ) {
        self.payload = payload
        self.base = base
        self.subject = subject
        self.corrects = corrects
    }
}

/// What a new station is called, on the wire and in its own stream.
package struct Founding: Equatable, Sendable {
    package var code: String
    package var name: String
    package var zoneMinutes: Int
    /// The server's own identity and stream, version 7 UUIDs.
    package var device: String
    package var stream: String
    package var epoch: String

    package init(
        code: String, name: String, zoneMinutes: Int, device: String, stream: String, epoch: String
    ) {
        self.code = code
        self.name = name
        self.zoneMinutes = zoneMinutes
        self.device = device
        self.stream = stream
        self.epoch = epoch
    }
}

/// What came of an enrolment code.
package enum EnrolmentOutcome: Equatable, Sendable {
    case enrolled(label: String)
    /// No open slot has the code; so many tries are left of the best one.
    case wrong(left: Int)
    /// The slot is used, too old, or burnt by wrong tries.
    case expired
}

/// An enrolment slot that waits for its handheld.
package struct OpenSlot: Equatable, Sendable {
    package var label: String
    package var untilMilliseconds: Int

    package init(label: String, untilMilliseconds: Int) {
        self.label = label
        self.untilMilliseconds = untilMilliseconds
    }
}

extension CentralStore {
    /// Makes the station in an empty database, with its first facts.
    package func found(
        _ founding: Founding, facts: [StationFact], by person: String, at moment: Moment
    ) throws {
        try writer.write { db in
            try db.insertDevice(
                founding.device, isHandheld: false, label: founding.code,
                at: moment.wallMilliseconds, model: nil, app: nil)
            try db.insertStation(
                StationRecord(
                    code: founding.code, name: founding.name, zoneMinutes: founding.zoneMinutes,
                    device: founding.device, stream: founding.stream,
                    streams: [founding.stream], epoch: founding.epoch,
                    revision: 0, floor: 0, clock: HybridClock(), nextWaybillSequence: 1))
            try db.insertAudit(
                .founded, on: founding.code, by: person,
                detail: ["epoch": .text(founding.epoch)], at: moment.wallMilliseconds)
            try db.record(facts, by: person, at: moment)
        }
    }

    /// Records facts of the station, all or none.
    package func record(
        _ facts: [StationFact], by person: String, at moment: Moment
    ) throws {
        try writer.write { db in try db.record(facts, by: person, at: moment) }
    }

    /// The present state of an entity.
    package func entity(_ reference: EntityReference) throws -> Entity? {
        try writer.read { db in try db.entity(reference) }
    }

    /// An earlier fact that is in effect, with what was said of it since.
    package func answeredFact(_ id: String) throws -> AnsweredFact? {
        try writer.read { db in
            try db.answeredFact(id, stationStreams: try db.existingStation().streams)
        }
    }

    /// The newest handheld of a label; one that was not revoked before one that was.
    package func handheld(label: String) throws -> DeviceRecord? {
        try writer.read { db in try db.handheld(label: label) }
    }

    // MARK: Enrolment

    /// Opens a slot; an open one of the same label is closed.
    package func openSlot(
        _ slot: OpenSlot, code: Digest, triesMax: Int, by person: String, at now: Int
    ) throws {
        try writer.write { db in
            try db.execute("DELETE FROM enrolment WHERE label=? AND dev IS NULL", slot.label)
            try db.execute(
                "INSERT INTO enrolment(code,label,until_ms,tries_left) VALUES(?,?,?,?)",
                code.bytes, slot.label, slot.untilMilliseconds, triesMax)
            try db.insertAudit(.slot, on: slot.label, by: person, at: now)
        }
    }

    /// Tries an enrolment code. A wrong one costs every open slot a try.
    package func enrol(
        code: Digest, device: String, model: String, app: String, numbers: NumberRules,
        at moment: Moment
    ) throws -> EnrolmentOutcome {
        let now = moment.wallMilliseconds
        return try writer.write { db in
            let slot = try db.first(
                "SELECT label,until_ms,tries_left,dev IS NULL FROM enrolment WHERE code=?",
                code.bytes
            ) { row in
                (
                    label: row.text(0),
                    isOpen: row.integer(1) > now && row.integer(2) > 0 && row.integer(3) == 1
                )
            }
            guard let slot else {
                try db.execute(
                    """
                    UPDATE enrolment SET tries_left=tries_left-1
                    WHERE dev IS NULL AND until_ms>? AND tries_left>0
                    """, now)
                let left = try db.first(
                    "SELECT MAX(tries_left) FROM enrolment WHERE dev IS NULL AND until_ms>?", now,
                    as: { $0.optionalInteger(0) })
                return .wrong(left: (left ?? 0) ?? 0)
            }
            guard slot.isOpen else { return .expired }
            try db.insertDevice(
                device, isHandheld: true, label: slot.label, at: now, model: model, app: app)
            try db.execute("UPDATE enrolment SET dev=? WHERE code=?", device, code.bytes)
            var writer = try LedgerWriter(at: now, db)
            try writer.record(
                .deviceState(
                    DeviceStateFact(
                        device: device, state: .active, reason: "enrolled as \(slot.label)")),
                by: systemPerson, at: moment, db)
            try writer.refillNumbers(of: device, numbers, at: moment, db)
            try writer.finish(db)
            try db.insertAudit(
                .enrolled, on: slot.label, by: systemPerson, detail: ["dev": .text(device)],
                at: now)
            return .enrolled(label: slot.label)
        }
    }
}

extension Connection {
    /// Records facts of the station and applies them.
    func record(
        _ facts: [StationFact], by person: String, at moment: Moment
    ) throws {
        var writer = try LedgerWriter(at: moment.wallMilliseconds, self)
        for fact in facts {
            try writer.record(
                fact.payload, subject: fact.subject, base: fact.base, corrects: fact.corrects,
                by: person, at: moment, self)
            try writer.turnRevision(self)
        }
        try writer.finish(self)
        try insertAudit(
            .recorded, by: person, detail: try detail(of: facts), at: moment.wallMilliseconds)
    }

    /// What the trail says of facts: their kinds, and the line that they end in.
    private func detail(of facts: [StationFact]) throws(SQLiteError) -> CanonicalObject {
        var counts: [String: Int] = [:]
        for fact in facts { counts[fact.payload.kind.rawValue, default: 0] += 1 }
        var detail: CanonicalObject = [
            "kinds": .object(CanonicalObject(counts.map { ($0.key, .integer($0.value)) }))
        ]
        if let end = try ledgerEnd() {
            detail["lsn"] = .integer(end.number)
            detail["head"] = .text(end.head.hex)
        }
        return detail
    }
}
