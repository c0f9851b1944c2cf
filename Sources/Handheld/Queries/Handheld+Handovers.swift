package import Domain
package import Journal

/// One handover of parcels as a courier sees it.
package struct HandoverStanding: Equatable, Sendable {
    package let row: Handover
    /// Whether the person logged in gives.
    package let isGiver: Bool
    /// The name of the other side.
    package let other: String

    /// Whether one side is still missing.
    package var isOpen: Bool { (row.given == nil) != (row.taken == nil) }
}

/// Parcels on their way from hand to hand.
extension Handheld {
    /// Handovers of the person logged in, open ones first.
    package mutating func handovers() throws(JournalError) -> [HandoverStanding] {
        guard let person = persons.first.map({ EntityReference(.person, $0) }) else { return [] }
        var standings: [HandoverStanding] = []
        for case .handover(let row) in try entities(of: .handover)
        where row.content == .parcels && (row.giver == person || row.taker == person) {
            let isGiver = row.giver == person
            standings.append(
                HandoverStanding(
                    row: row, isGiver: isGiver,
                    other: try name(of: isGiver ? row.taker : row.giver)))
        }
        return standings.sorted { ($0.isOpen ? 0 : 1, $0.row.id) < ($1.isOpen ? 0 : 1, $1.row.id) }
    }

    /// Parcels that the person logged in took out and has no open task for: the work is somebody
    /// else's now, so they are to be handed over.
    package mutating func parcelsWithoutTask() throws(JournalError) -> [String] {
        guard let person = persons.first else { return [] }
        var ofTasks: Set<String> = []
        for case .task(let task) in try entities(of: .task)
        where task.assignee == person && !task.state.isEnded {
            ofTasks.formUnion(task.parcels)
        }
        var parcels: [String] = []
        for case .parcel(let parcel) in try entities(of: .parcel)
        where parcel.stage == .outForDelivery && !ofTasks.contains(parcel.id) {
            if try holds(parcel, person) { parcels.append(parcel.id) }
        }
        return parcels
    }

    /// Whether a person has a parcel, as far as this handheld knows: the station may have taken
    /// its row away because somebody else has it.
    mutating func holds(_ parcel: Parcel, _ person: String) throws(JournalError) -> Bool {
        guard parcel.custody == .person(person) else { return false }
        let reference = EntityReference(.parcel, parcel.id)
        if overlay?.changes(reference) == true { return true }
        return try journal.row(reference)?.isGone != true
    }

    /// What people call a person or station.
    package mutating func name(of reference: EntityReference) throws(JournalError) -> String {
        if case .person(let person) = try entity(reference) { return person.name }
        return reference.id
    }
}
