/// Where to go: the body of an `addr` row (PJS 10.6).
package struct AddressFields: Hashable, Sendable {
    package var text: String
    package var name: String?
    package var phone: String?
    package var city: String?
    package var district: String?
    /// 1e-7 degrees.
    package var latitude: Int?
    /// 1e-7 degrees.
    package var longitude: Int?
    /// How to find the door.
    package var hint: String?

    package init(text: String) {
        self.text = text
    }
}

/// Name and phone of the person to ask for.
package struct TaskContact: Hashable, Sendable {
    package var name: String
    package var phone: String

    package init(name: String, phone: String) {
        self.name = name
        self.phone = phone
    }
}

/// All numbers a handheld needs to quote without a network.
package struct TariffTerms: Hashable, Sendable {
    /// In force from then on, ms UTC.
    package var from: Int
    /// In force until then, ms UTC.
    package var until: Int?
    package var currency: String
    /// The first weight (首重).
    package var firstGrams: Int
    /// Step of the additional weight (续重).
    package var stepGrams: Int
    /// Volume in mm³ over this gives volumetric grams.
    package var divisor: Int
    /// One of `freight_policy_defaults` → `weight_rounding_codes`.
    package var rounding: Code
    package var zones: [TariffZone]
    /// Surcharges by code.
    package var surcharges: [Code: Int] = [:]
    package var quoteValidHours: Int?
    /// A parcel counts by volume only when a side reaches this.
    package var volumetricMinSideMillimetres: Int?
    /// Each piece is rounded by itself instead of the shipment.
    package var isRoundedPerPiece: Bool?

    package init(
        from: Int, currency: String, firstGrams: Int, stepGrams: Int, divisor: Int, rounding: Code,
        zones: [TariffZone]
    ) {
        self.from = from
        self.currency = currency
        self.firstGrams = firstGrams
        self.stepGrams = stepGrams
        self.divisor = divisor
        self.rounding = rounding
        self.zones = zones
    }
}

/// The fees of one zone.
package struct TariffZone: Hashable, Sendable {
    /// Code of the zone.
    package var zone: Code
    /// For the first weight.
    package var firstFeeFen: Int
    /// For each step above it.
    package var stepFeeFen: Int
    /// Factor on the base fee.
    package var permille: Int

    package init(zone: Code, firstFeeFen: Int, stepFeeFen: Int, permille: Int) {
        self.zone = zone
        self.firstFeeFen = firstFeeFen
        self.stepFeeFen = stepFeeFen
        self.permille = permille
    }
}

/// A run of waybill numbers without their check digits, for one handheld.
package struct NumberRange: Hashable, Sendable {
    /// The handheld's `dev`.
    package var device: String
    /// First number without its check digit; `last` has the same shape.
    package var first: String
    package var last: String
    package var check: CheckDigitScheme

    package init(device: String, first: String, last: String, check: CheckDigitScheme) {
        self.device = device
        self.first = first
        self.last = last
        self.check = check
    }
}
