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
            let settings = try writer.conflictSettings(db)
            var faults: [String] = []
            for scope in try db.scopes() {
                let stored = try db.disputes(ofScope: scope)
                let findings = FactSet(
                    scope, try writer.deeds(ofScope: scope, db),
                    decisions: LedgerWriter.decisions(stored), settings: settings
                ).findings()
                let found = Set(findings.cases.map(\.key.text))
                let known = Set(stored.map(\.key))
                for key in found.subtracting(known).sorted() { faults.append("no case for \(key)") }
                for dispute in stored where dispute.isOpen && !found.contains(dispute.key) {
                    faults.append("nothing behind \(dispute.key)")
                }
            }
            return faults
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
