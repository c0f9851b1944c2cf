/// The station changes where to go.
package struct AddressChangeFact: Hashable, Sendable {
    /// Id of the address.
    package var addressID: String
    package var address: AddressFields
    /// The parcel that is redirected with it.
    package var parcel: String?
    /// Id of the charge for the redirection.
    package var feeCharge: String?

    package init(addressID: String, address: AddressFields) {
        self.addressID = addressID
        self.address = address
    }
}

/// The station sets what is due.
package struct ChargePriceFact: Hashable, Sendable {
    package var charge: String
    package var dueFen: Int
    /// What the amount is made of.
    package var lines: [ChargeLine] = []
    /// Counts for payments taken from then on, ms UTC.
    package var from: Int
    package var reason: Code

    package init(charge: String, dueFen: Int, from: Int, reason: Code) {
        self.charge = charge
        self.dueFen = dueFen
        self.from = from
        self.reason = reason
    }
}

/// What is to be done with a parcel that is stopped on its way.
package enum InterceptOrder: String, CaseIterable, Sendable {
    case hold
    case `return`
    case redirect
}

/// The station stops a parcel (拦截).
package struct ParcelInterceptFact: Hashable, Sendable {
    package var parcel: String
    package var reason: Code
    package var order: InterceptOrder
    /// Suspected prohibited goods.
    package var isProhibited: Bool?

    package init(parcel: String, reason: Code, order: InterceptOrder) {
        self.parcel = parcel
        self.reason = reason
        self.order = order
    }
}

/// The station ends the stop of a parcel.
package struct ParcelReleaseFact: Hashable, Sendable {
    package var parcel: String
    package var reason: Code

    package init(parcel: String, reason: Code) {
        self.parcel = parcel
        self.reason = reason
    }
}

/// The server changes what is due by an amount of either sign.
package struct AdjustmentFact: Hashable, Sendable {
    package var charge: String
    package var amountFen: Int
    package var currency: String
    package var reason: Code
    /// The rule that asked for it.
    package var rule: String?

    package init(charge: String, amountFen: Int, currency: String, reason: Code) {
        self.charge = charge
        self.amountFen = amountFen
        self.currency = currency
        self.reason = reason
    }
}
