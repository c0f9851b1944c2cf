package import Domain

/// A task with what a courier needs at the door.
package struct TaskView: Equatable, Sendable {
    package let task: CourierTask
    package let address: Address?
    package let parcels: [Parcel]
    /// What is to be collected.
    package let dues: [DueAmount]

    /// What is to be collected, in all.
    package var dueFen: Int { Fen.sum(dues.map(\.fen)) ?? .max }

    package init(task: CourierTask, address: Address?, parcels: [Parcel], dues: [DueAmount]) {
        self.task = task
        self.address = address
        self.parcels = parcels
        self.dues = dues
    }
}

/// A parcel, its charges and its trace.
package struct ParcelView: Equatable, Sendable {
    package let id: String
    /// Nil when only a trace is known.
    package let parcel: Parcel?
    package let charges: [Charge]
    /// Oldest first.
    package let events: [TimelineEntry]
    /// The person logged in has an open task to bring it.
    package var isMine = false

    package init(id: String, parcel: Parcel?, charges: [Charge], events: [TimelineEntry]) {
        self.id = id
        self.parcel = parcel
        self.charges = charges
        self.events = events
    }
}
