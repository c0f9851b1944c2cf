/// Someone who sends or receives: PJS 4.2 `party`.
package struct Party: Hashable, Sendable {
    /// The person, or the contact at a company.
    package var name: String
    /// As written by the customer; may be a privacy number.
    package var phone: String
    /// Street and number; the regions stand beside it when known.
    package var address: String
    package var company: String?
    package var province: String?
    package var city: String?
    package var district: String?
    /// Number of the safety agreement with the carrier (协议客户).
    package var agreementCustomerNumber: String?

    package init(name: String, phone: String, address: String) {
        self.name = name
        self.phone = phone
        self.address = address
    }
}

/// What is inside and how it must be handled: PJS 4.2 `goods`.
package struct Goods: Hashable, Sendable {
    package var itemName: String
    /// Nature of the goods as declared, such as "documents" or "food".
    package var itemNature: String
    package var quantity: Int
    /// Category of the catalogue.
    package var category: Code?
    /// Value of the goods as the sender declares it.
    package var declaredValueFen: Int?
    package var isDangerous: Bool?
    /// Dangerous-goods labels seen on the packing.
    package var labels: [Code] = []
    package var isFragile: Bool?
    package var keepsUpright: Bool?
    package var keepsDry: Bool?
    /// How it looked when it was taken in.
    package var appearance: String?
    /// `AMBIENT`, `COOL` or `FROZEN`.
    package var temperature: Code?
    package var volumeCubicCentimetres: Int?

    package init(itemName: String, itemNature: String, quantity: Int) {
        self.itemName = itemName
        self.itemNature = itemNature
        self.quantity = quantity
    }
}

/// Weights in grams and sides in millimetres: PJS 4.2 `weight`.
package struct ParcelWeight: Hashable, Sendable {
    package var actualGrams: Int
    /// Volume over the tariff's divisor.
    package var volumetricGrams: Int
    /// What the freight is counted from: the greater of the two.
    package var chargeableGrams: Int
    package var lengthMillimetres: Int?
    package var widthMillimetres: Int?
    package var heightMillimetres: Int?
    /// `SCALE` or `TYPED`.
    package var source: Code?

    package init(actualGrams: Int, volumetricGrams: Int, chargeableGrams: Int) {
        self.actualGrams = actualGrams
        self.volumetricGrams = volumetricGrams
        self.chargeableGrams = chargeableGrams
    }
}

/// One shipment of several pieces: PJS 4.2 `pieces`.
package struct Pieces: Hashable, Sendable {
    package var pieceCount: Int
    package var waybillType: WaybillType?
    package var masterWaybillNumber: String?
    /// Which piece this is, from 1.
    package var pieceIndex: Int?
    /// The numbers of the other pieces, on the master.
    package var subWaybillNumbers: [String] = []

    package init(pieceCount: Int) {
        self.pieceCount = pieceCount
    }
}

/// The choices of the sender beside carriage: PJS 4.2 `services`.
package struct Services: Hashable, Sendable {
    /// The choice itself: false says that cover was offered and declined.
    package var isInsured: Bool?
    package var insuranceAmountFen: Int?
    /// What the recipient pays for the goods (代收货款).
    package var codAmountFen: Int?
    /// Where the carrier pays the COD amount to.
    package var codAccount: String?
    /// The recipient pays the freight (到付).
    package var isCollect: Bool?
    /// Waybill number of the return receipt (签单返还).
    package var returnReceiptNumber: String?
    /// When the recipient wants the parcel.
    package var deliveryWindow: TimeWindow?
    /// The latest delivery the sender accepts, ms UTC.
    package var requiredBy: Int?
    package var place: String?
    package var isLockerAllowed: Bool?
    package var invoiceTitle: String?
    /// Text of a greeting card.
    package var card: String?
    /// A wish that cannot be met.
    package var unmet: String?
    package var notes: String?

    package init() {}
}

/// What the waybill says about money: PJS 4.2 `charges`.
package struct Charges: Hashable, Sendable {
    package var baseFen: Int
    package var totalFen: Int
    package var payType: PayType
    /// Surcharges, by their code.
    package var extraFenByCode: [Code: Int] = [:]
    package var insuranceFeeFen: Int?
    package var codFeeFen: Int?
    package var packagingFen: Int?
    package var returnReceiptFen: Int?
    package var discountFen: Int?
    package var currency: String?
    package var payMethod: PaymentMethod?
    /// ms UTC.
    package var paidAt: Int?
    package var receiptNumber: String?

    package init(baseFen: Int, totalFen: Int, payType: PayType) {
        self.baseFen = baseFen
        self.totalFen = totalFen
        self.payType = payType
    }
}

/// Where the network takes the parcel: PJS 4.2 `routing`.
package struct Routing: Hashable, Sendable {
    /// The station that accepted the parcel.
    package var originSite: String
    package var destinationSite: String?
    package var destination: String?
    /// Three-segment code.
    package var sortCode: String?
    package var bagMark: String?

    package init(originSite: String) {
        self.originSite = originSite
    }
}

/// The recipient agreed to another way of delivery: PJS 4.2 `consent`.
package struct Consent: Hashable, Sendable {
    package var givenBy: String
    package var channel: ConsentChannel
    /// ms UTC.
    package var givenAt: Int
    package var scope: ConsentScope
    package var recordedBy: String

    package init(
        givenBy: String, channel: ConsentChannel, givenAt: Int, scope: ConsentScope,
        recordedBy: String
    ) {
        self.givenBy = givenBy
        self.channel = channel
        self.givenAt = givenAt
        self.scope = scope
        self.recordedBy = recordedBy
    }
}

/// The inspection mark (验视标识) on the parcel: PJS 4.2 `inspection_mark`.
package struct InspectionMark: Hashable, Sendable {
    /// The station that inspected.
    package var site: String
    package var courier: String
    /// `YYYYMMDD` as a number.
    package var date: Int
    package var number: String?

    package init(site: String, courier: String, date: Int) {
        self.site = site
        self.courier = courier
        self.date = date
    }
}

/// A signature drawn on the handheld: PJS 4.2 `sig`.
package struct SignatureStrokes: Hashable, Sendable {
    package var format: SignatureFormat
    /// Base64url of the varints of PJS 4.1; at most 4,096 characters.
    package var data: String

    package init(format: SignatureFormat, data: String) {
        self.format = format
        self.data = data
    }
}

/// The money block of PJS 4.2: always at the top of the payload under these names.
package struct Money: Hashable, Sendable {
    /// Never negative: a reversal is a kind of its own.
    package var amountFen: Int
    package var currency: String
    package var method: PaymentMethod

    package init(amountFen: Int, currency: String, method: PaymentMethod) {
        self.amountFen = amountFen
        self.currency = currency
        self.method = method
    }
}

/// Whom to ask for at the door: PJS 4.5 `contact` of `pickup`.
package struct ContactPoint: Hashable, Sendable {
    package var name: String?
    package var phone: String?
    package var address: String?

    package init() {}
}

/// How the number was tied to the parcel: PJS 4.5 `bound`.
package struct Binding: Hashable, Sendable {
    /// How often the number was scanned to be sure.
    package var scanCount: Int?
    /// Typed by hand instead of scanned.
    package var isKeyed: Bool?

    package init() {}
}

/// From one moment to another, both in ms UTC.
package struct TimeWindow: Hashable, Sendable {
    package var from: Int
    package var until: Int

    package init(from: Int, until: Int) {
        self.from = from
        self.until = until
    }
}

/// One attempt to reach somebody: PJS 4.2 `contact`.
package struct ContactTry: Hashable, Sendable {
    /// ms UTC.
    package var at: Int
    /// `CALL`, `SMS` or `VISIT`.
    package var channel: Code
    /// `REACHED`, `NO_ANSWER`, `OFF`, `INVALID`, `BUSY` or `REFUSED`.
    package var outcome: Code

    package init(at: Int, channel: Code, outcome: Code) {
        self.at = at
        self.channel = channel
        self.outcome = outcome
    }
}

/// What somebody was told, when and how: PJS 4.2 `told`.
package struct Told: Hashable, Sendable {
    /// Such as `TERMS`, `PROHIBITED`, `INSURANCE`, `INSPECT`, `PRICE`.
    package var topics: [Code]
    /// ms UTC.
    package var at: Int
    /// `IN_PERSON`, `CALL`, `SMS` or `WRITTEN`.
    package var channel: Code

    package init(topics: [Code], at: Int, channel: Code) {
        self.topics = topics
        self.at = at
        self.channel = channel
    }
}

/// One line of a quote.
package struct ChargeLine: Hashable, Sendable {
    /// `FREIGHT` or the code of a surcharge or service.
    package var code: Code
    package var amountFen: Int

    package init(code: Code, amountFen: Int) {
        self.code = code
        self.amountFen = amountFen
    }
}

/// One word of the declaration that the catalogue knows: PJS 4.5 `hits`.
package struct ProhibitedHit: Hashable, Sendable {
    /// The word as it stands in the declaration.
    package var keyword: String
    /// The catalogue's category.
    package var category: Code
    /// What the catalogue says of it.
    package var decision: Code

    package init(keyword: String, category: Code, decision: Code) {
        self.keyword = keyword
        self.category = category
        self.decision = decision
    }
}

/// A paper that was seen: PJS 4.5 `certificates`.
package struct Certificate: Hashable, Sendable {
    /// Code of the kind of paper.
    package var document: Code
    package var number: String
    package var issuer: String

    package init(document: Code, number: String, issuer: String) {
        self.document = document
        self.number = number
        self.issuer = issuer
    }
}

/// A report to an authority: PJS 4.5 `reported`.
package struct AuthorityReport: Hashable, Sendable {
    /// To whom, as a code of the rules data.
    package var code: Code
    /// ms UTC.
    package var at: Int
    /// Number or name given by the authority.
    package var reference: String

    package init(code: Code, at: Int, reference: String) {
        self.code = code
        self.at = at
        self.reference = reference
    }
}

/// Who was told and when.
package struct Notified: Hashable, Sendable {
    package var whom: Code
    /// ms UTC.
    package var at: Int

    package init(whom: Code, at: Int) {
        self.whom = whom
        self.at = at
    }
}

/// Who was told, when and by which channel.
package struct NotifiedBy: Hashable, Sendable {
    /// `SUPERVISOR`, `SALESMAN`, `MANAGER`, `CUSTOMER` or `SENDER`.
    package var whom: Code
    /// ms UTC.
    package var at: Int
    package var channel: Code

    package init(whom: Code, at: Int, channel: Code) {
        self.whom = whom
        self.at = at
        self.channel = channel
    }
}

/// One corrected field: path in the payload, old text, new text.
package struct FieldChange: Hashable, Sendable {
    /// Keys in `p`, with dots between levels.
    package var path: String
    package var old: String
    package var new: String

    package init(path: String, old: String, new: String) {
        self.path = path
        self.old = old
        self.new = new
    }
}

/// An amount to collect on delivery, made with a delivery task.
package struct CollectDue: Hashable, Sendable {
    package var purpose: ChargePurpose
    package var amountFen: Int

    package init(purpose: ChargePurpose, amountFen: Int) {
        self.purpose = purpose
        self.amountFen = amountFen
    }
}
