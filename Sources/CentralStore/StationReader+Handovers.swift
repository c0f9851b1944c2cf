package import Domain
import Ledger
import SQLite

/// A handover of parcels as both sides have recorded it.
package struct HandoverStatus: Equatable, Sendable {
    package var number: String
    package var giver: EntityReference
    package var taker: EntityReference
    package var giverName: String
    package var takerName: String
    /// When it was recorded first, ms UTC.
    package var atMilliseconds: Int
    /// What each side lists; nil while it has not come.
    package var given: [String]?
    package var taken: [String]?
    /// The side that has not come; nil when both are there, or the taker typed the PIN.
    package var missing: MissingSide?
    /// The open case about it.
    package var caseID: String?
}

/// A task that waits until its parcel comes to the person whose task it is.
package struct WaitingTask: Equatable, Sendable {
    package var task: String
    package var person: String
    /// The parcel that somebody else has, and who.
    package var parcel: String
    package var holder: String
}

extension StationReader {
    /// Handovers of parcels by number: those of which a side is missing, or all.
    package func handovers(isWithMatched: Bool = false) throws -> [HandoverStatus] {
        try connection.snapshot { db in
            try db.handoverSides().filter { !$0.isCash && (isWithMatched || $0.isOneSided) }
                .compactMap { try db.handoverStatus($0) }
        }
    }

    /// One handover of parcels; nil while neither side is known.
    package func handover(_ number: String) throws -> HandoverStatus? {
        try connection.snapshot { db in
            try db.handoverSides(number).flatMap { $0.isCash ? nil : try db.handoverStatus($0) }
        }
    }

    /// Tasks that wait for a handover, with who has their parcels.
    package func waitingTasks() throws -> [WaitingTask] {
        try connection.snapshot { db in try db.waitingTasks() }
    }
}

extension Connection {
    fileprivate func handoverStatus(_ sides: HandoverSides) throws -> HandoverStatus? {
        guard let first = sides.facts.first, let giver = sides.giver, let taker = sides.taker else {
            return nil
        }
        func parcels(_ facts: [HandoverSides.Side]) -> [String]? {
            facts.isEmpty ? nil : facts.flatMap(\.fact.parcels)
        }
        var status = HandoverStatus(
            number: sides.number, giver: giver, taker: taker, giverName: try name(of: giver),
            takerName: try name(of: taker), atMilliseconds: first.fact.recordedAt,
            given: parcels(sides.give), taken: parcels(sides.take))
        if sides.isOneSided { status.missing = sides.give.isEmpty ? .give : .take }
        status.caseID = try disputes(ofScope: "handover:\(sides.number)")
            .first { $0.isOpen }.map { CaseRow.id($0.number) }
        return status
    }

    /// Tasks in the state `needs_handover`, in the order of their ids.
    func waitingTasks() throws -> [WaitingTask] {
        let ids = try rows(
            """
            SELECT i FROM row
            WHERE t='task' AND json_extract(CAST(f AS TEXT),'$.st')='needs_handover' ORDER BY i
            """, as: { $0.text(0) })
        var waiting: [WaitingTask] = []
        for id in ids {
            guard case .task(let task) = try entity(EntityReference(.task, id)) else { continue }
            for parcel in task.parcels {
                guard case .parcel(let row) = try entity(EntityReference(.parcel, parcel)),
                    let holder = row.custody.holder, holder != task.assignee
                else { continue }
                waiting.append(
                    WaitingTask(
                        task: id, person: task.assignee, parcel: parcel, holder: holder))
            }
        }
        return waiting
    }
}
