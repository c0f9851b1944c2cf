import Domain
import Ledger
import SQLite
import SyncProtocol

/// An open case, as somebody who decides at random needs it.
package struct OpenCase: Equatable, Sendable {
    package var id: String
    package var options: [String]
}

extension CentralStore {
    /// The cases that nobody has decided, by number.
    package func openCases() throws -> [OpenCase] {
        try writer.read { db in
            try db.openDisputes().compactMap { number in
                let reference = EntityReference(.case, CaseRow.id(number))
                guard case .dispute(let row) = try db.entity(reference) else { return nil }
                return OpenCase(id: row.id, options: row.options)
            }
        }
    }

    /// Searches every set of facts from scratch: what is found must be exactly the cases that are
    /// there, whatever the order in which the facts came (I-19, I-21). Empty when all is well.
    package func auditCases() throws -> [String] {
        try writer.read { db in
            var writer = try LedgerWriter(at: 0, db)
            var found: Set<String> = []
            var known: [String: Bool] = [:]
            for scope in try db.scopes() {
                let (findings, stored) = try writer.findings(in: scope, db)
                found.formUnion(findings.cases.map(\.key.text))
                for dispute in stored.values { known[dispute.key] = dispute.isOpen }
            }
            let missing = found.filter { known[$0] == nil }.map { "no case for \($0)" }
            let empty = known.filter { $0.value && !found.contains($0.key) }
                .map { "nothing behind \($0.key)" }
            return missing.sorted() + empty.sorted()
        }
    }
}

extension Connection {
    /// Every set of facts that can be in conflict: parcels, handovers, and tasks.
    fileprivate func scopes() throws(SQLiteError) -> [String] {
        try rows(
            """
            SELECT DISTINCT CASE WHEN instr(parcel,':')=0 THEN 'parcel:'||parcel ELSE parcel END
            FROM mention WHERE instr(parcel,':')=0 OR parcel LIKE 'parcel:%'
                OR parcel LIKE 'handover:%' OR parcel LIKE 'task:%'
            ORDER BY 1
            """, as: { $0.text(0) })
    }
}
