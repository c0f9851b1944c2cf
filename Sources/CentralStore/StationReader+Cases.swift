package import Domain
import Ledger
import SQLite
import SyncProtocol
import WireMapping

/// A case as the station's commands show it.
package struct CaseDetail: Equatable, Sendable {
    package var row: CaseRow
    /// To be cited by a decision.
    package var version: Int
    /// Names of the persons in it, by id.
    package var names: [String: String]
    /// The parcels that its facts name.
    package var parcels: [String]
}

extension StationReader {
    /// Cases in the order of their numbers; decided ones only if they are asked for.
    package func cases(isWithResolved: Bool = false) throws -> [CaseDetail] {
        try connection.snapshot { db in
            let numbers = try db.rows(
                "SELECT no FROM dispute WHERE ?=1 OR state='open' ORDER BY no",
                isWithResolved ? 1 : 0, as: { $0.integer(0) })
            return try numbers.compactMap { try db.caseDetail($0) }
        }
    }

    /// One case; nil when there is none of the id.
    package func caseDetail(_ id: String) throws -> CaseDetail? {
        guard let number = CaseRow.number(of: id) else { return nil }
        return try connection.snapshot { db in try db.caseDetail(number) }
    }
}

extension CentralStore {
    /// A case and the version of its row.
    package func caseRow(_ id: String) throws -> (row: CaseRow, version: Int)? {
        try writer.read { db in
            let reference = EntityReference(.case, id)
            guard let stored = try db.row(reference),
                case .dispute(let row) = try stored.entity(reference)
            else { return nil }
            return (row, stored.version)
        }
    }
}

extension Connection {
    fileprivate func caseDetail(_ number: Int) throws -> CaseDetail? {
        let reference = EntityReference(.case, CaseRow.id(number))
        guard let stored = try row(reference),
            case .dispute(let row) = try stored.entity(reference)
        else { return nil }
        var names: [String: String] = [:]
        for person in Set(row.facts.map(\.person) + [row.decidedBy].compactMap { $0 }) {
            if case .person(let found) = try entity(EntityReference(.person, person)) {
                names[person] = found.name
            }
        }
        let parcels = try rows(
            """
            SELECT DISTINCT m.parcel FROM dispute_fact d JOIN mention m ON m.lsn=d.lsn
            WHERE d.no=? AND instr(m.parcel,':')=0 ORDER BY m.parcel
            """, number, as: { $0.text(0) })
        return CaseDetail(row: row, version: stored.version, names: names, parcels: parcels)
    }
}
