import Domain
import SQLite
package import SyncProtocol
import WireMapping

/// What the database says of a sealed range.
package struct AuditSeal: Equatable, Sendable {
    package var stream: String
    /// As the handheld sealed it.
    package var range: ClosedRange<Int>?
    package var last: Int
    package var head: String
    /// Whether the seal begins where the one before it ended.
    package var isNext: Bool
    /// `waits`, `agree`, `differ`, `foreign`.
    package var state: String
}

/// What the whole database says of days, for the simulator.
extension CentralStore {
    /// Every seal, in ledger order.
    package func auditSeals() throws -> [AuditSeal] {
        try writer.read { db in
            let station = try db.existingStation()
            let numbers = try db.rows(
                "SELECT lsn FROM seal ORDER BY lsn", as: { $0.integer(0) })
            return try db.seals(numbers).compactMap { stored in
                guard let judged = try db.judgedLine(lsn: stored.lsn),
                    case .daySeal(let seal) = judged.line.fact(stationStreams: station.streams)?
                        .payload
                else { return nil }
                let range = seal.range
                let end = try db.sealEnd(ofStream: stored.stream, before: stored.lsn)
                return AuditSeal(
                    stream: stored.streamID,
                    range: range.to >= range.from ? range.from...range.to : nil, last: range.to,
                    head: range.head, isNext: range.from == end + 1, state: stored.state)
            }
        }
    }

    /// The hashes of the closed days by day, and what is wrong with them.
    package func auditDays() throws -> (closed: [String: Digest], faults: [String]) {
        try writer.read { db in
            var closed: [String: Digest] = [:]
            for day in try db.storedDays() { closed[day.day] = day.hash }
            return (closed, try db.dayFaults().map { "\($0)" })
        }
    }

    /// How many facts came too late for their day.
    package func auditLateCount() throws -> Int {
        try writer.read { db in
            try db.first("SELECT COUNT(*) FROM late_fact", as: { $0.integer(0) }) ?? 0
        }
    }
}
