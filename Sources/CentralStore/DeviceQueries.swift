import Domain
import SQLite
package import SyncProtocol

/// Everything that the station knows of one handheld.
package struct DeviceDetails: Equatable, Sendable {
    package var record: DeviceRecord
    /// The number of the newest key it may sign with.
    package var keyNumber: Int
    /// What its last hello said of its condition (PJS section 8, `st`).
    package var condition: CanonicalObject
    package var streams: [StreamDetails]
    /// The newest orders first.
    package var directives: [DirectiveRecord]
    /// The newest first.
    package var reports: [KeptReport]
    package var incidents: [IncidentStatus]
    /// Its facts by disposition other than applied.
    package var exceptions: [NamedCount]

    /// Most orders that are listed.
    static let directivesMax = 20
    /// Most incidents that are listed.
    static let incidentsMax = 50
}

/// How far one stream of a handheld has come.
package struct StreamDetails: Equatable, Sendable {
    package var stream: String
    package var isOpen: Bool
    /// The last sequence that the handheld said it has recorded.
    package var recorded: Int
    /// The last sequence of the ledger, and of its verified backup.
    package var have: Int
    package var secured: Int

    /// Entries that are known to exist and are not here.
    package var missing: Int { max(0, recorded - have) }
}

extension StationReader {
    /// The newest handheld of a label; nil when none was enrolled.
    package func device(label: String) throws -> DeviceDetails? {
        try connection.snapshot { db in
            try db.handheld(label: label).map { try db.details(of: $0) }
        }
    }
}

extension StationReader {
    /// The lines whose facts the state of a handheld held back, in ledger order.
    package func heldForState(label: String, max: Int) throws -> [Int] {
        try connection.snapshot { db in
            guard let record = try db.handheld(label: label) else { return [] }
            return try db.linesHeldForState(of: record.device).prefix(max).map(\.lsn)
        }
    }
}

extension Connection {
    fileprivate func details(of record: DeviceRecord) throws -> DeviceDetails {
        DeviceDetails(
            record: record, keyNumber: try newestKey(of: record.device),
            condition: try condition(of: record.device),
            streams: try streamDetails(of: record),
            directives: try directives(of: record.device, max: DeviceDetails.directivesMax),
            reports: try reports(of: record.device),
            incidents: try incidents(
                after: 0, device: record.device, max: DeviceDetails.incidentsMax),
            exceptions: try exceptions(of: record.device))
    }

    private func condition(of device: String) throws(SQLiteError) -> CanonicalObject {
        let text = try first(
            "SELECT status FROM device WHERE dev=?", device, as: { $0.optionalBlob(0) })
        return (text ?? nil).flatMap { try? CanonicalObject(decoding: $0) } ?? [:]
    }

    private func streamDetails(of record: DeviceRecord) throws -> [StreamDetails] {
        var details = try streams(of: record.device).map { stream in
            StreamDetails(
                stream: stream.id, isOpen: stream.id == record.stream,
                recorded: stream.id == record.stream
                    ? max(record.recorded, stream.recorded) : stream.recorded,
                have: try end(ofStream: stream.number)?.sequence ?? 0, secured: stream.secured)
        }
        if let open = record.stream, !details.contains(where: \.isOpen) {
            details.append(
                StreamDetails(
                    stream: open, isOpen: true, recorded: record.recorded, have: 0, secured: 0))
        }
        return details
    }

    private func exceptions(of device: String) throws(SQLiteError) -> [NamedCount] {
        try rows(
            """
            SELECT f.disp,f.why,COUNT(*) FROM fact f JOIN ledger l ON l.lsn=f.lsn
                JOIN stream s ON s.no=l.stream
            WHERE f.disp<>'applied' AND s.dev=? GROUP BY f.disp,f.why ORDER BY f.disp,f.why
            """, device
        ) { row in
            NamedCount(
                name: [row.text(0), row.optionalText(1)].compactMap { $0 }.joined(separator: ":"),
                count: row.integer(2))
        }
    }
}
