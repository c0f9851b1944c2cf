/// The real-name check (实名收寄). Never holds a document number, birth date or sex (PJS 4.1).
package struct IdentityFact: Hashable, Sendable {
    package var who: IdentityParty
    package var documentType: DocumentType
    package var method: IdentityMethod
    package var result: IdentityResult
    package var parcel: String?
    /// First 3 and last 4 characters of the number, the rest masked.
    package var masked: String?
    /// The person is the one on the document.
    package var personMatches: Bool?
    /// The goods fit the sender, as far as can be seen.
    package var goodsMatch: Bool?
    package var exemption: Exemption?
    /// Of the agreement that makes the check unnecessary.
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

/// The acceptance inspection (收寄验视) or a later one.
package struct CheckFact: Hashable, Sendable {
    package var parcel: String
    package var occasion: CheckOccasion
    package var result: CheckResult
    /// The strictest decision of the catalogue, `NONE` when nothing was found.
    package var decision: Code
    package var isContentsInspected: Bool
    /// The contents are what was declared.
    package var isDeclarationTrue: Bool
    /// The sender was told what may not be sent.
    package var isSenderTold: Bool
    /// Version of the prohibited catalogue that was used.
    package var catalogueVersion: Int
    /// `SENDER`, `RECIPIENT` or `NOBODY`.
    package var openedBy: Code?
    package var hits: [ProhibitedHit] = []
    /// The amount found, where a limit applies.
    package var quantity: String?
    package var certificates: [Certificate] = []
    /// The manager who approved an item that needs it.
    package var approvedBy: String?
    package var inspectionMark: InspectionMark?
    /// Mark of the security screening (安检标识).
    package var securityMark: String?
    /// `NONE`, `REMOVED`, `REFUSED`, `HELD` or `REPORTED`.
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
    /// Of the volumetric weight.
    package var divisor: Int
    package var payType: PayType
    package var isAccepted: Bool
    package var parcel: String?
    package var origin: String?
    package var destination: String?
    /// Code of the tariff's zone.
    package var zone: Code?
    package var productCode: Code?
    package var distanceKilometres: Int?
    package var firstGrams: Int?
    package var stepGrams: Int?
    /// Additional-weight steps that were charged.
    package var units: Int?
    package var firstFeeFen: Int?
    package var stepFeeFen: Int?
    /// Factor of the zone on the base fee.
    package var zonePermille: Int?
    /// How additional weight was rounded.
    package var rounding: Code?
    /// Of a shipment whose pieces were rounded each by itself.
    package var pieces: [PieceWeight] = []
    package var discountCode: String?
    /// ms UTC.
    package var validUntil: Int?
    /// Delivery promised to the sender, ms UTC.
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

/// A parcel was accepted (揽收). Makes the parcel.
package struct PickupFact: Hashable, Sendable {
    package var parcel: String
    package var source: PickupSource
    package var sender: Party
    package var recipient: Party
    package var goods: Goods
    package var weight: ParcelWeight
    package var packedBy: PackedBy
    /// The sender was shown what the law asks to show.
    package var isNoticeGiven: Bool
    package var orderNumber: String?
    package var carrierCode: Code?
    package var productCode: Code?
    /// When the waybill was made, ms UTC.
    package var createdAt: Int?
    package var routing: Routing?
    package var pieces: Pieces?
    package var services: Services?
    package var charges: Charges?
    /// Fact id of the `identity` of the same act.
    package var identity: String?
    /// Fact id of the `check` of the same act.
    package var check: String?
    /// Fact id of the `quote` of the same act.
    package var quote: String?
    /// Fact ids of the payments of the same act.
    package var payments: [String] = []
    package var binding: Binding?
    package var isPackagingFit: Bool?
    package var packagingCode: Code?
    package var inspectionMark: InspectionMark?
    /// Mark of the security screening (安检标识).
    package var securityMark: String?
    /// Whom to ask for at the pickup, if not the sender.
    package var contact: ContactPoint?
    /// ms UTC, like the next two.
    package var appointmentFrom: Int?
    package var appointmentUntil: Int?
    package var arrivedAt: Int?
    /// Papers for customs, as codes.
    package var customs: [Code] = []
    /// `LETTER` or `AGREEMENT_CUSTOMER`: why no identity was checked.
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
    /// A waybill number, if one was already used.
    package var parcel: String?
    package var goods: Goods?
    package var sender: Party?
    /// What the catalogue said, when the goods were the reason.
    package var decision: Code?
    /// Version of the prohibited catalogue that was used.
    package var catalogueVersion: Int?
    package var told: [Told] = []
    package var notified: [Notified] = []
    /// A `NextAction`, or one of a later version.
    package var next: Code?
    /// ms UTC, like `retryUntil`.
    package var retryFrom: Int?
    package var retryUntil: Int?
    package var contacts: [ContactTry] = []
    package var note: String?

    package init(reason: RefusalReason) {
        self.reason = reason
    }
}
