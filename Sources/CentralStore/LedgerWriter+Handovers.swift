import Domain
import SQLite

/// What follows when parcels come to a person.
extension LedgerWriter {
    /// Tasks that waited for their parcels go on when the person whose tasks they are has them
    /// all, whether or not anybody named the tasks: a giver does not know them any more (PJS 4.5).
    mutating func openWaitingTasks(
        after act: [Pending], _ changes: [Entity], _ db: borrowing Connection
    ) throws {
        let isMove = act.contains { $0.fact.kind == .handover || $0.fact.kind == .scan }
        guard isMove else { return }
        for case .parcel(let parcel) in changes {
            guard let holder = parcel.custody.holder else { continue }
            let reference = EntityReference(.parcel, parcel.id)
            for parent in try db.parents(of: reference) where parent.type == .task {
                guard case .task(var task) = try present(parent, db),
                    task.state == .needsHandover, task.assignee == holder,
                    try holds(holder, allOf: task.parcels, db)
                else { continue }
                task.state = .open
                try put(.task(task), db)
            }
        }
    }

    private mutating func holds(
        _ person: String, allOf parcels: [String], _ db: borrowing Connection
    ) throws -> Bool {
        for id in parcels {
            guard case .parcel(let parcel) = try present(EntityReference(.parcel, id), db),
                parcel.custody == .person(person) || parcel.stage.isTerminal
            else { return false }
        }
        return true
    }
}
