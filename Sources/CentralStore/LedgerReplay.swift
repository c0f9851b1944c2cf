import Domain
import Ledger
import SQLite
import SyncProtocol

/// A line as the ledger keeps it, with everything that was decided when it was taken in.
struct LedgerRecord: Sendable {
    var lsn: Int
    var stream: Int
    var streamID: String
    var device: String
    var sequence: Int
    var line: [UInt8]
    var head: Digest
    var received: Int
    var time: EffectiveTime
    var firstAttempt: Int?
    var revision: Int
    var ruleVersion: Int
}

/// Takes the lines of a ledger in again, in ledger order, and makes of each what it was.
///
/// A line's revision, receipt and effective time are kept with it. A change of revision is where a
/// section ended, or where one went on with no act open, which comes to the same. Nothing is
/// decided anew that a line already says, such as a block of numbers that was given.
struct LedgerReplay {
    private var writer: LedgerWriter
    private var section: SectionApplication?
    private let stationDevice: String

    init(_ db: borrowing Connection) throws {
        writer = try LedgerWriter(at: 0, db)
        stationDevice = writer.station.device
    }

    /// Whether the line begins a revision: what came before is whole.
    func isAtBoundary(_ record: LedgerRecord) -> Bool { record.revision > writer.revision }

    /// Takes the next line in.
    mutating func take(_ record: LedgerRecord, _ db: borrowing Connection) throws {
        guard record.ruleVersion <= CentralStore.ruleVersionNewest else {
            throw StoreFault.newerRules(record.ruleVersion)
        }
        if record.revision != writer.revision || section?.stream != record.streamID {
            try endSection(db)
        }
        try writer.goOn(at: record.revision, received: record.received, db)
        if record.device == stationDevice {
            try takeOwn(record, db)
        } else {
            try takeFromHandheld(record, db)
        }
    }

    /// Writes what the last lines changed. Ends the use of this value.
    mutating func finish(_ db: borrowing Connection) throws {
        try endSection(db)
        try writer.finish(db)
    }

    private mutating func endSection(_ db: borrowing Connection) throws {
        try section?.holdOpenActs(&writer, db)
        section = nil
    }

    private mutating func takeFromHandheld(
        _ record: LedgerRecord, _ db: borrowing Connection
    ) throws {
        if section == nil {
            section = try SectionApplication(
                device: record.device, state: try db.handheld(record.device)?.state ?? .active,
                stream: record.streamID, number: record.stream, first: record.sequence, writer, db)
        }
        let (reading, lsn, isNewFact) = try append(record, db)
        try section?.take(
            reading, lsn: lsn, sequence: record.sequence, isNewFact: isNewFact,
            says: reading.serverReading(effective: record.time.milliseconds), &writer, db)
    }

    private mutating func takeOwn(
        _ record: LedgerRecord, _ db: borrowing Connection
    ) throws {
        let (reading, lsn, isNewFact) = try append(record, db)
        guard isNewFact, let entry = reading.entry,
            case .fact(let fact) = ServerReading(
                entry, fact: reading.fact, effectiveMilliseconds: record.time.milliseconds,
                isStation: true)
        else { throw StoreFault.unreadableLine(lsn: record.lsn) }
        try writer.mention(fact, lsn: lsn, db)
        try writer.apply(
            [
                LedgerWriter.Pending(
                    lsn: lsn, stream: record.streamID, sequence: record.sequence,
                    reading: reading, fact: fact, isNew: true)
            ], db)
    }

    private mutating func append(
        _ record: LedgerRecord, _ db: borrowing Connection
    ) throws -> (reading: LineReading, lsn: Int, isNewFact: Bool) {
        let reading = LineReading(
            record.line[...], stream: record.streamID, sequence: record.sequence,
            head: record.head)
        let position = LedgerWriter.StreamPosition(
            number: record.stream, id: record.streamID, sequence: record.sequence,
            head: record.head)
        let (lsn, isNewFact) = try writer.append(
            record.line, to: position, reading: reading, time: record.time,
            firstAttempt: record.firstAttempt, db)
        guard lsn == record.lsn else { throw StoreFault.unreadableLine(lsn: record.lsn) }
        return (reading, lsn, isNewFact)
    }
}
