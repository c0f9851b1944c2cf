/// The real-name check (实名收寄). Never holds a document number, birth date or sex (PJS 3.5.6).
package struct IdentityFact: Hashable, Sendable {
    package var who: IdentityParty
    package var documentType: DocumentType
    package var method: IdentityMethod
    package var result: IdentityResult
    package var parcel: String?
    /// First 3 and last 4 characters of the number, the rest masked.
    package var masked: String?
    package var personMatches: Bool?
    package var goodsMatch: Bool?
    package var exemption: Exemption?
    package var agreementNumber: String?
    package var unifiedSocialCreditCode: String?
    /// HMAC of the number under a salt of this record alone.
    package var identityCode: String?

    package init(
        who: IdentityParty, documentType: DocumentType, method: IdentityMethod,
        result: IdentityResult
    ) {
        self.who = who
        self.documentType = documentType
        self.method = method
        self.result = result
    }
}

/// The acceptance inspection (收寄验视) or a later one: PJS code CK.
package struct CheckFact: Hashable, Sendable {
    package var parcel: String
    package var occasion: CheckOccasion
    package var result: CheckResult
    /// The strictest decision of the catalogue, `NONE` when nothing was found.
    package var decision: Code
    package var isContentsInspected: Bool
    package var isDeclarationTrue: Bool
    package var isSenderTold: Bool
    package var catalogueVersion: Int
    package var openedBy: Code?
    package var hits: [ProhibitedHit] = []
    package var quantity: String?
    package var certificates: [Certificate] = []
    package var approvedBy: String?
    package var inspectionMark: InspectionMark?
    package var securityMark: String?
    package var action: Code?
    package var reported: [AuthorityReport] = []
    package var note: String?

    package init(
        parcel: String, occasion: CheckOccasion, result: CheckResult, decision: Code,
        isContentsInspected: Bool, isDeclarationTrue: Bool, isSenderTold: Bool,
        catalogueVersion: Int
    ) {
        self.parcel = parcel
        self.occasion = occasion
        self.result = result
        self.decision = decision
        self.isContentsInspected = isContentsInspected
        self.isDeclarationTrue = isDeclarationTrue
        self.isSenderTold = isSenderTold
        self.catalogueVersion = catalogueVersion
    }
}

/// A price told to the sender; makes a charge when it was accepted.
package struct QuoteFact: Hashable, Sendable {
    package var totalFen: Int
    package var currency: String
    /// Their sum is `totalFen`.
    package var lines: [ChargeLine]
    package var actualGrams: Int
    package var volumetricGrams: Int
    package var chargeableGrams: Int
    package var divisor: Int
    package var payType: PayType
    package var isAccepted: Bool
    package var parcel: String?
    package var origin: String?
    package var destination: String?
    package var zone: Code?
    package var productCode: Code?
    package var distanceKilometres: Int?
    package var firstGrams: Int?
    package var stepGrams: Int?
    package var units: Int?
    package var firstFeeFen: Int?
    package var stepFeeFen: Int?
    package var zonePermille: Int?
    package var rounding: Code?
    package var discountCode: String?
    package var validUntil: Int?
    package var promiseAt: Int?
    /// The rough time told to the customer.
    package var pickupAt: Int?
    package var told: [Told] = []

    package init(
        totalFen: Int, currency: String, lines: [ChargeLine], actualGrams: Int,
        volumetricGrams: Int, chargeableGrams: Int, divisor: Int, payType: PayType, isAccepted: Bool
    ) {
        self.totalFen = totalFen
        self.currency = currency
        self.lines = lines
        self.actualGrams = actualGrams
        self.volumetricGrams = volumetricGrams
        self.chargeableGrams = chargeableGrams
        self.divisor = divisor
        self.payType = payType
        self.isAccepted = isAccepted
    }
}

/// A parcel was accepted (揽收): PJS code PU. Makes the parcel.
package struct PickupFact: Hashable, Sendable {
    package var parcel: String
    package var source: PickupSource
    package var sender: Party
    package var recipient: Party
    package var goods: Goods
    package var weight: ParcelWeight
    package var packedBy: PackedBy
    package var isNoticeGiven: Bool
    package var orderNumber: String?
    package var carrierCode: Code?
    package var productCode: Code?
    package var createdAt: Int?
    package var routing: Routing?
    package var pieces: Pieces?
    package var services: Services?
    package var charges: Charges?
    /// Fact id of the `identity` of the same act.
    package var identity: String?
    package var check: String?
    package var quote: String?
    package var payments: [String] = []
    package var binding: Binding?
    package var isPackagingFit: Bool?
    package var packagingCode: Code?
    package var inspectionMark: InspectionMark?
    package var securityMark: String?
    package var contact: ContactPoint?
    package var appointmentFrom: Int?
    package var appointmentUntil: Int?
    package var arrivedAt: Int?
    package var customs: [Code] = []
    package var exemption: Code?
    package var told: [Told] = []
    package var note: String?

    package init(
        parcel: String, source: PickupSource, sender: Party, recipient: Party, goods: Goods,
        weight: ParcelWeight, packedBy: PackedBy, isNoticeGiven: Bool
    ) {
        self.parcel = parcel
        self.source = source
        self.sender = sender
        self.recipient = recipient
        self.goods = goods
        self.weight = weight
        self.packedBy = packedBy
        self.isNoticeGiven = isNoticeGiven
    }
}

/// The courier did not accept, or the sender did not hand over; a finished record.
package struct RefusalFact: Hashable, Sendable {
    package var reason: RefusalReason
    package var parcel: String?
    package var goods: Goods?
    package var sender: Party?
    package var decision: Code?
    package var catalogueVersion: Int?
    package var told: [Told] = []
    package var notified: [Notified] = []
    package var next: Code?
    package var retryFrom: Int?
    package var retryUntil: Int?
    package var contacts: [ContactTry] = []
    package var note: String?

    package init(reason: RefusalReason) {
        self.reason = reason
    }
}
