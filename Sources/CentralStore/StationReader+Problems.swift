package import Domain
import Ledger
import SQLite
import SyncProtocol

/// A problem parcel in the station's register.
package struct ProblemStatus: Equatable, Sendable {
    package var problem: ProblemParcel
    /// The parcel is known here; else it is what somebody could read of it.
    package var isIdentified: Bool
}

/// A waybill number that records speak of and that nobody has picked up or announced here.
package struct UnknownParcel: Equatable, Sendable {
    package var parcel: String
    /// Records that wait for it.
    package var factCount: Int
    /// The first of them, in the ledger.
    package var firstLine: Int
}

extension StationReader {
    /// Problem parcels, those that are not closed first, then by id.
    package func problems() throws -> [ProblemStatus] {
        try connection.snapshot { db in
            var found: [ProblemStatus] = []
            for case .problem(let problem) in try db.entities(.problem) {
                let isParcel = EntityReference.isIdentifier(problem.parcel)
                let row = isParcel ? try db.entity(EntityReference(.parcel, problem.parcel)) : nil
                found.append(ProblemStatus(problem: problem, isIdentified: row != nil))
            }
            return found.sorted { left, right in
                let ranks = [left, right].map { $0.problem.state == .closed ? 1 : 0 }
                return (ranks[0], left.problem.id) < (ranks[1], right.problem.id)
            }
        }
    }

    /// Waybill numbers that held records wait for, by number.
    package func unknownParcels() throws -> [UnknownParcel] {
        try connection.snapshot { db in
            let prefix = EntityType.parcel.rawValue + ":"
            return try db.rows(
                """
                SELECT substr(awaits,?1),COUNT(*),MIN(lsn) FROM fact
                WHERE disp='held' AND substr(awaits,1,?2)=?3 GROUP BY 1 ORDER BY 1
                """, prefix.utf8.count + 1, prefix.utf8.count, prefix
            ) { row in
                UnknownParcel(
                    parcel: row.text(0), factCount: row.integer(1), firstLine: row.integer(2))
            }
        }
    }

    /// Parcels that have not arrived and whose newest event is old, the quietest first.
    package func quietParcels(
        now: Int, hoursSameCity: Int, hoursDomestic: Int
    ) throws -> [Parcel] {
        try connection.snapshot { db in
            var found: [Parcel] = []
            for case .parcel(let parcel) in try db.entities(.parcel)
            where LossLocator.isQuiet(
                parcel, now: now, hoursSameCity: hoursSameCity, hoursDomestic: hoursDomestic)
            {
                found.append(parcel)
            }
            return found.sorted { ($0.at ?? 0, $0.id) < ($1.at ?? 0, $1.id) }
        }
    }
}
