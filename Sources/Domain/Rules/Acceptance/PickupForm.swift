/// What the courier has entered for one pickup, in the order of the gate. What is `nil` was not
/// answered yet; `false` is an answer.
package struct PickupForm: Sendable {
    package var source = PickupSource.walkIn
    package var orderNumber: String?
    package var sender = Party(name: "", phone: "", address: "")
    package var recipient = Party(name: "", phone: "", address: "")
    package var itemName = ""
    package var itemNature = ""
    package var quantity: Int?
    /// What the sender says the goods are worth.
    package var goodsValueFen: Int?
    package var isFragile = false
    package var keepsUpright = false
    package var keepsDry = false

    package var isNoticeGiven = false
    package var identity = IdentityForm()
    /// The identity of the one for whom an agent sends.
    package var principal: IdentityForm?
    package var inspection = Inspection.open
    package var isDeclarationTrue: Bool?
    /// By keyword of the catalogue, whether the goods count as what it stands for.
    package var answers: [String: Bool] = [:]
    package var certificates: [Certificate] = []
    /// The person of the station who approved goods that need a review.
    package var approvedBy: String?
    package var counted: CountedQuantity?
    package var packedBy: PackedBy?
    package var isPackagingFit: Bool?
    package var price = PriceForm()
    /// What the sender said to the total.
    package var acceptance = PriceAnswer.open
    package var payments: [PaymentForm] = []
    package var isMarked = false
    package var label: LabelBinding?
    package var destination: String?
    package var appointment: TimeWindow?
    package var arrivedAt: Int?
    package var note: String?

    package init() {}

    /// What became of the demand to open the parcel.
    package enum Inspection: Sendable {
        case open
        case done
        case refused
    }

    /// What the sender said to the price.
    package enum PriceAnswer: Hashable, Sendable {
        case open
        case accepted(fen: Int)
        case refused
    }
}

/// What was checked of one person.
package struct IdentityForm: Sendable {
    package var exemption: Exemption?
    package var agreementNumber: String?
    package var isRefused = false
    package var documentType: DocumentType?
    /// As typed; it is checked and masked here and goes into no fact.
    package var number: String?
    package var method: IdentityMethod?
    package var personMatches: Bool?
    package var goodsMatch: Bool?
    /// The unified social credit code of a company that sends.
    package var companyCode: String?

    package init() {}
}

/// Goods with a limit, counted.
package struct CountedQuantity: Hashable, Sendable {
    /// In the courier's words: "2 条".
    package var statement: String
    package var isWithinLimit: Bool

    package init(statement: String, isWithinLimit: Bool) {
        self.statement = statement
        self.isWithinLimit = isWithinLimit
    }
}

/// What a price is made from.
package struct PriceForm: Hashable, Sendable {
    package var grams: Int?
    package var isFromScale = false
    package var size: ParcelSize?
    package var zone: Code?
    package var productCode: Code?
    package var isAirProduct = false
    package var cover: CoverChoice?
    package var codFen: Int?
    package var codAccount: String?
    package var packagingFen = 0
    package var returnReceiptFen = 0
    package var discountFen = 0
    package var surcharges: [Code] = []
    package var payType: PayType?

    package init() {}

    /// What the price is computed from; nil before weight and zone are known.
    package var inputs: FreightInputs? {
        guard let grams, let zone else { return nil }
        var inputs = FreightInputs(grams: grams, size: size, zone: zone)
        inputs.codFen = codFen
        inputs.packagingFen = packagingFen
        inputs.returnReceiptFen = returnReceiptFen
        inputs.discountFen = discountFen
        inputs.surcharges = surcharges
        if case .declared(let fen) = cover { inputs.declaredValueFen = fen }
        return inputs
    }
}

/// The sender's choice of cover, which must be made either way.
package enum CoverChoice: Hashable, Sendable {
    case declined
    case declared(fen: Int)
}

/// Money taken or asked for.
package struct PaymentForm: Hashable, Sendable {
    package var method: PaymentMethod
    /// `nil`: all that is due.
    package var amountFen: Int?
    /// Cash put on the table.
    package var tenderedFen: Int?
    /// Number of the terminal or of the payment request.
    package var reference: String?

    package init(method: PaymentMethod, amountFen: Int? = nil, tenderedFen: Int? = nil) {
        self.method = method
        self.amountFen = amountFen
        self.tenderedFen = tenderedFen
    }
}

/// How the number and the parcel were tied together.
package enum LabelBinding: Hashable, Sendable {
    /// The handheld's next number, printed on the label.
    case issued(WaybillNumber)
    /// The number on the waybill and on the parcel, both scanned.
    case scanned(String, String)
    /// A number typed from the label; without a check digit of ours it is typed twice.
    case keyed(String, again: String?)
}
