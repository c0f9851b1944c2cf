package import Domain

extension FormField {
    /// The flag that fills this field, without dashes; nil for a field that no flag fills.
    package var flag: String? { Self.flags[self] }

    /// Fields of the pickup, of the delivery and of what follows them.
    private static let flags: [FormField: String] = [
        .senderName: "from-name", .senderPhone: "from-phone", .senderAddress: "from-address",
        .senderCompany: "from-company", .recipientName: "to-name", .recipientPhone: "to-phone",
        .recipientAddress: "to-address", .recipientCompany: "to-company", .itemName: "item",
        .itemNature: "nature", .quantity: "qty", .goodsValue: "value-fen", .notice: "notice",
        .document: "id-type", .documentNumber: "id-number-file", .identityMethod: "id-method",
        .personMatches: "id-matches", .goodsMatch: "declaration-ok", .agreement: "agreement",
        .companyCode: "id-company", .inspection: "inspected", .declaration: "declaration-ok",
        .catalogue: "answer", .certificate: "certificate", .approval: "approved-by",
        .countedQuantity: "counted", .product: "product", .packedBy: "packed-by",
        .packaging: "packing-ok", .weight: "weight-g", .size: "size-mm", .zone: "zone",
        .surcharge: "surcharge",
        .accepted: "accept-fen", .insurance: "insure", .cod: "cod-fen", .payType: "pay",
        .payment: "pay", .tendered: "tendered-fen", .mark: "mark", .label: "bind",
        .outer: "outside", .outerNote: "outside-note", .recipientCheck: "phone-tail",
        .toldToInspect: "told-to-inspect", .condition: "condition", .proof: "received-by",
        .signature: "signature", .pickupCode: "code", .signer: "signer", .relation: "relation",
        .consent: "consent-by", .drop: "drop", .place: "place", .photo: "seen",
        .reason: "reason", .contacts: "contact", .retry: "retry-from", .note: "note",
        .changes: "change", .price: "price-told-fen", .outcome: "outcome", .owner: "owner",
        .due: "due", .told: "told", .amount: "amount-fen", .destination: "to", .preCheck: "pre",
        .screening: "screening", .returnReceipt: "return-receipt",
    ]
}
