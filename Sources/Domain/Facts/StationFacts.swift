/// The station opens a task. A delivery task brings its parcels, address and amounts with it.
package struct TaskOpenFact: Hashable, Sendable {
    package var task: String
    package var kind: TaskKind
    /// The courier.
    package var assignee: String
    package var order: String?
    package var parcels: [String] = []
    package var orderNumber: String?
    /// Id of the address; `address` is its content.
    package var addressID: String?
    package var address: AddressFields?
    package var contact: TaskContact?
    /// Start of the agreed window, ms UTC.
    package var from: Int?
    /// End of the agreed window, ms UTC.
    package var until: Int?
    /// Delivery promised to the sender, ms UTC.
    package var promiseAt: Int?
    /// Place in the round, from 1.
    package var stopOrder: Int?
    package var isUrgent = false
    /// Evidence that this delivery must have.
    package var neededEvidence: [Code] = []
    /// A price told at the desk.
    package var quoteFen: Int?
    package var currency: String?
    package var note: String?
    package var sender: Party?
    package var recipient: Party?
    package var goods: Goods?
    package var weight: ParcelWeight?
    package var services: Services?
    package var productCode: Code?
    /// Makes the charges `L…-1`, `L…-2` … in this order.
    package var collect: [CollectDue] = []

    package init(task: String, kind: TaskKind, assignee: String) {
        self.task = task
        self.kind = kind
        self.assignee = assignee
    }
}

/// The station gives a task to a courier.
package struct TaskAssignFact: Hashable, Sendable {
    package var task: String
    /// The courier from now on.
    package var assignee: String
    /// How to reach a courier whose handheld is silent: `SMS` or `PHONE`.
    package var fallback: Code?

    package init(task: String, assignee: String) {
        self.task = task
        self.assignee = assignee
    }
}

/// The station cancels a task.
package struct TaskCancelFact: Hashable, Sendable {
    package var task: String
    package var reason: Code
    package var note: String?

    package init(task: String, reason: Code) {
        self.task = task
        self.reason = reason
    }
}

/// The station sets what is known of a person: the whole row.
package struct PersonSetFact: Hashable, Sendable {
    package var person: String
    package var name: String
    package var capabilities: [Capability]
    package var state: PersonState
    /// crypt(3) string of the PIN.
    package var pin: String?
    /// Has signed the confidentiality undertaking.
    package var hasConfidentiality: Bool?
    /// The station or company the person belongs to.
    package var organisation: String?

    package init(person: String, name: String, capabilities: [Capability], state: PersonState) {
        self.person = person
        self.name = name
        self.capabilities = capabilities
        self.state = state
    }
}

/// The station sets settings; keys not named keep their value.
package struct ConfigSetFact: Hashable, Sendable {
    package var station: String
    package var values: [String: ConfigValue]

    package init(station: String, values: [String: ConfigValue]) {
        self.station = station
        self.values = values
    }
}

/// The station suspends, revokes or reactivates a handheld.
package struct DeviceStateFact: Hashable, Sendable {
    package var device: String
    package var state: DeviceState
    package var reason: String

    package init(device: String, state: DeviceState, reason: String) {
        self.device = device
        self.state = state
        self.reason = reason
    }
}

/// The station sets a tariff: the whole row.
package struct TariffSetFact: Hashable, Sendable {
    package var tariff: String
    package var terms: TariffTerms

    package init(tariff: String, terms: TariffTerms) {
        self.tariff = tariff
        self.terms = terms
    }
}

/// The station publishes a rule pack: the whole row.
package struct PackSetFact: Hashable, Sendable {
    package var pack: Pack

    package init(pack: Pack) {
        self.pack = pack
    }
}

/// The station gives a block of waybill numbers to a handheld.
package struct NumbersGrantFact: Hashable, Sendable {
    package var block: String
    package var numbers: NumberRange

    package init(block: String, numbers: NumberRange) {
        self.block = block
        self.numbers = numbers
    }
}
