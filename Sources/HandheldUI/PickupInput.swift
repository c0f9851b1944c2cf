package import Domain

/// What a courier says of somebody who sends or receives; the task's order fills what is nil.
package struct PartyInput: Sendable, Equatable {
    package var name: String?
    package var phone: String?
    package var address: String?
    package var company: String?
    package var province: String?
    package var city: String?
    package var district: String?

    package init() {}
}

/// What a price is asked for.
package struct QuoteInput: Sendable, Equatable {
    /// A pickup task; its order fills what is nil.
    package var task: String?
    package var grams: Int?
    package var size: ParcelSize?
    /// A zone of the tariff; without it the destination decides.
    package var zone: Code?
    package var province: String?
    package var city: String?
    package var productCode: Code?
    package var cover: CoverChoice?
    package var codFen: Int?
    package var codAccount: String?
    package var isAirProduct = false
    /// What the packing material costs.
    package var packagingFen: Int?
    package var returnReceiptFen: Int?
    package var discountFen: Int?
    /// Codes of the tariff's surcharges.
    package var surcharges: [Code] = []
    package var method: PaymentMethod?

    package init() {}
}

/// What the courier says of the sender's document.
package struct IdentityInput: Sendable, Equatable {
    package var documentType: DocumentType?
    /// Never from the command line.
    package var number: Secret?
    package var method: IdentityMethod?
    package var exemption: Exemption?
    package var agreementNumber: String?
    /// The unified social credit code of a company that sends.
    package var companyCode: String?
    /// The person is the one on the document.
    package var personMatches = false

    package init() {}
}

/// The answer to one question of the prohibited check: does the word mean what it may mean?
package struct CatalogueAnswer: Sendable, Equatable {
    package var keyword: String
    package var applies: Bool
}

/// Which number goes on the parcel.
package enum BindingInput: Sendable, Equatable {
    /// The next free number of this handheld's block.
    case next
    /// The number on the label in the courier's hand.
    case number(String)
    /// The number on the waybill and on the parcel, both scanned.
    case scanned(String, String)
}

/// Everything a pickup needs, said at once: the gate's steps in their order.
package struct PickupInput: Sendable, Equatable {
    /// Names this act: said again with the same key it is the same pickup, not a second one.
    package var idempotencyKey: String?
    package var orderNumber: String?
    package var sender = PartyInput()
    package var recipient = PartyInput()
    package var itemName: String?
    package var itemNature: String?
    package var quantity: Int?
    /// What the sender says the goods are worth.
    package var goodsValueFen: Int?
    package var isFragile = false
    package var keepsUpright = false
    package var keepsDry = false
    // The gate's steps.
    package var isNoticeGiven = false
    package var identity = IdentityInput()
    /// Behind an agent: for whom he sends.
    package var principal: IdentityInput?
    package var isInspected = false
    package var isDeclarationTrue = false
    package var answers: [CatalogueAnswer] = []
    package var certificates: [Certificate] = []
    /// Goods with a limit, counted, in the courier's words.
    package var counted: String?
    package var isWithinLimit = false
    /// The person who approved goods that need a manager's review.
    package var approvedBy: String?
    package var packedBy: PackedBy?
    package var isPackagingFit = false
    /// Task, weight, size, zone, product, cover, COD and means of payment.
    package var quote = QuoteInput()
    /// The total that the sender accepted.
    package var acceptedFen: Int?
    package var tenderedFen: Int?
    package var paymentReference: String?
    package var isMarked = false
    package var binding: BindingInput?
    package var note: String?
    /// The files of photos.
    package var photos: [String] = []

    package init() {}
}

/// A pickup that did not happen: a finished record of its own.
package struct RefusalInput: Sendable, Equatable {
    package var idempotencyKey: String?
    package var task: String?
    package var reason: RefusalReason
    package var itemName: String?
    package var itemNature: String?
    package var quantity: Int?
    package var next: NextAction?
    package var retryFrom: Int?
    package var retryUntil: Int?
    package var note: String?
    /// The files of photos.
    package var photos: [String] = []

    package init(reason: RefusalReason) { self.reason = reason }
}
