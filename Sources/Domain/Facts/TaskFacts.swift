/// The courier takes on a task.
package struct TaskAcceptFact: Hashable, Sendable {
    package init() {}
}

/// The courier gives a task back to dispatch.
package struct TaskDeclineFact: Hashable, Sendable {
    package var reason: Code
    package var note: String?

    package init(reason: Code) {
        self.reason = reason
    }
}

/// The courier begins a task.
package struct TaskStartFact: Hashable, Sendable {
    /// Before an earlier stop of the round.
    package var isOutOfOrder: Bool?
    /// Why out of order.
    package var reason: String?
    /// At the customer's, ms UTC.
    package var arrivedAt: Int?

    package init() {}
}

/// The station changes what a task says; what is not named stays as it is.
package struct TaskChangeFact: Hashable, Sendable {
    package var task: String
    package var parcels: [String]?
    package var orderNumber: String?
    /// Id of the address.
    package var addressID: String?
    package var contact: TaskContact?
    /// Start of the agreed window, ms UTC.
    package var from: Int?
    /// End of the agreed window, ms UTC.
    package var until: Int?
    /// Delivery promised to the sender, ms UTC.
    package var promiseAt: Int?
    /// Place in the round, from 1.
    package var stopOrder: Int?
    package var isUrgent: Bool?
    /// Evidence that this delivery must have.
    package var neededEvidence: [Code]?
    /// A price told at the desk.
    package var quoteFen: Int?
    package var currency: String?
    package var note: String?

    package init(task: String) {
        self.task = task
    }
}
