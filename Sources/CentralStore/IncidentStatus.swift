import SQLite

/// Something between a handheld and the ledger, as the manager's list shows it.
package struct IncidentStatus: Equatable, Sendable {
    /// What the manager calls the handheld; nil when the station itself is meant.
    package var label: String?
    package var device: String
    package var what: Incident
    /// The stream and the sequence it is about; empty and 0 where it is about none.
    package var stream: String
    package var sequence: Int
    /// When it came up first and last, in ms UTC, and how often.
    package var firstMilliseconds: Int
    package var lastMilliseconds: Int
    package var count: Int
}

extension StationReader {
    /// Incidents that came up after a moment, the newest first, at most `max`.
    package func incidents(after milliseconds: Int = 0, max: Int) throws -> [IncidentStatus] {
        try connection.snapshot { db in try db.incidents(after: milliseconds, max: max) }
    }

    /// How many of them there are.
    package func incidentCount(after milliseconds: Int) throws -> Int {
        try connection.snapshot { db in
            try db.first(
                "SELECT COUNT(*) FROM incident WHERE last_ms>?", milliseconds,
                as: { $0.integer(0) }) ?? 0
        }
    }
}

extension CentralStore {
    /// Whether what happened to a handheld says that there may be a copy of it: two forks within
    /// these days, or request numbers that came twice more often than a restart explains.
    package func mayBeCopied(
        _ device: String, forkDays: Int, now: Int
    ) throws -> Bool {
        try writer.read { db in
            let forks = try db.first(
                "SELECT COUNT(*) FROM incident WHERE dev=? AND what=? AND last_ms>?", device,
                Incident.fork.rawValue, now - forkDays * 86_400_000, as: { $0.integer(0) })
            let repeats = try db.first(
                "SELECT count FROM incident WHERE dev=? AND what=? AND last_ms>?", device,
                Incident.staleCounter.rawValue, now - 86_400_000, as: { $0.integer(0) })
            return (forks ?? 0) >= 2 || (repeats ?? 0) > staleCountersMax
        }
    }
}

/// Request numbers of one handheld that may come twice before a copy of it is suspected.
private let staleCountersMax = 3

extension Connection {
    func incidents(
        after milliseconds: Int, device: String? = nil, max: Int
    ) throws -> [IncidentStatus] {
        let labels = Dictionary(
            try handhelds().map { ($0.device, $0.label) }, uniquingKeysWith: { first, _ in first })
        return try rows(
            """
            SELECT dev,what,stream,k,first_ms,last_ms,count FROM incident
            WHERE last_ms>?1 AND (?2 IS NULL OR dev=?2)
            ORDER BY last_ms DESC,dev,what,stream,k LIMIT ?3
            """, milliseconds, device, max
        ) { row in
            guard let what = Incident(rawValue: row.text(1)) else {
                preconditionFailure("an incident that this program does not write")
            }
            return IncidentStatus(
                label: labels[row.text(0)], device: row.text(0), what: what, stream: row.text(2),
                sequence: row.integer(3), firstMilliseconds: row.integer(4),
                lastMilliseconds: row.integer(5), count: row.integer(6))
        }
    }
}
