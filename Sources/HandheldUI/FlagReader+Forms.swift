import Commands
import Domain

/// The forms of a pickup and of a delivery, read from their flags.
extension FlagReader {
    mutating func quote() -> QuoteInput {
        var quote = QuoteInput()
        quote.task = text("task")
        quote.grams = count("weight-g", from: 1)
        quote.size = size("size-mm")
        quote.zone = code("zone")
        quote.province = text("to-province")
        quote.city = text("to-city")
        quote.productCode = code("product")
        quote.cover = cover()
        quote.codFen = fen("cod-fen")
        quote.codAccount = text("cod-account")
        quote.isAirProduct = invocation.has("air")
        quote.packagingFen = fen("packing-fen")
        quote.returnReceiptFen = fen("receipt-back-fen")
        quote.discountFen = fen("discount-fen")
        quote.surcharges = surcharges()
        quote.method = choice("pay", PaymentMethod.self)
        return quote
    }

    mutating func pickup() -> PickupInput {
        var pickup = PickupInput()
        pickup.idempotencyKey = text("idempotency-key")
        pickup.quote = quote()
        pickup.orderNumber = text("order")
        pickup.sender = party("from")
        pickup.recipient = party("to")
        pickup.itemName = text("item")
        pickup.itemNature = text("nature")
        pickup.quantity = count("qty", from: 1)
        pickup.goodsValueFen = fen("value-fen")
        pickup.isFragile = invocation.has("fragile")
        pickup.keepsUpright = invocation.has("upright")
        pickup.keepsDry = invocation.has("dry")
        pickup.isNoticeGiven = invocation.has("notice")
        pickup.identity = identity()
        pickup.principal = principal()
        pickup.isInspected = invocation.has("inspected")
        pickup.isDeclarationTrue = invocation.has("declaration-ok")
        pickup.answers = answers()
        pickup.certificates = certificates()
        pickup.counted = text("counted")
        pickup.isWithinLimit = invocation.has("within-limit")
        pickup.approvedBy = text("approved-by")
        pickup.packedBy = choice("packed-by", PackedBy.self)
        pickup.isPackagingFit = invocation.has("packing-ok")
        pickup.acceptedFen = fen("accept-fen")
        pickup.tenderedFen = fen("tendered-fen")
        pickup.paymentReference = text("pay-reference")
        pickup.isMarked = invocation.has("mark")
        pickup.binding = binding()
        pickup.note = text("note")
        pickup.photos = photos()
        return pickup
    }

    mutating func refusal() -> RefusalInput? {
        guard let reason = requiredChoice("reason", RefusalReason.self) else { return nil }
        var refusal = RefusalInput(reason: reason)
        refusal.idempotencyKey = text("idempotency-key")
        refusal.task = text("task")
        refusal.itemName = text("item")
        refusal.itemNature = text("nature")
        refusal.quantity = count("qty", from: 1)
        refusal.next = choice("next", NextAction.self)
        (refusal.retryFrom, refusal.retryUntil) = retry()
        refusal.note = text("note")
        refusal.photos = photos()
        return refusal
    }

    mutating func delivery(_ waybills: [String]) -> DeliveryInput {
        let parcels = waybills.map { parcel($0, as: "WAYBILL") }
        if Set(parcels).count < parcels.count { note(.parcelTwice(parcels)) }
        var delivery = DeliveryInput(parcel: parcels[0])
        delivery.others = Array(parcels.dropFirst())
        delivery.idempotencyKey = text("idempotency-key")
        delivery.outer = choice("outside", OuterState.self)
        delivery.outerNote = text("outside-note")
        delivery.isToldToInspect = invocation.has("told-to-inspect")
        delivery.isInspected = invocation.has("inspected")
        delivery.condition = choice("condition", ParcelCondition.self)
        delivery.proof = choice("received-by", ProofType.self)
        delivery.signer = text("signer")
        delivery.relation = choice("relation", SignerRelation.self)
        delivery.consent = consent()
        delivery.dropID = text("drop")
        delivery.dropPlace = text("drop-place")
        delivery.place = text("place")
        delivery.pickupCode = secret("code")
        delivery.signature = signature()
        delivery.noSignatureReason = code("no-signature")
        delivery.seen = seen()
        delivery.paperSlipNumber = text("paper-slip")
        delivery.returnReceipt = choice("return-receipt", ReturnReceiptResult.self)
        delivery.phoneTail = text("phone-tail")
        delivery.documentType = choice("id-type", DocumentType.self)
        delivery.documentNumber = secret("id-number-file")
        delivery.method = choice("pay", PaymentMethod.self)
        delivery.tenderedFen = fen("tendered-fen")
        delivery.paymentReference = text("pay-reference")
        delivery.note = text("note")
        delivery.photos = photos()
        return delivery
    }

    mutating func attempt(_ waybill: String) -> AttemptInput? {
        let parcel = parcel(waybill, as: "WAYBILL")
        guard let reason = requiredChoice("reason", ExceptionReason.self) else { return nil }
        var attempt = AttemptInput(parcel: parcel, reason: reason)
        attempt.idempotencyKey = text("idempotency-key")
        attempt.contacts = contacts()
        attempt.next = choice("next", NextAction.self)
        (attempt.retryFrom, attempt.retryUntil) = retry()
        attempt.priceToldFen = fen("price-told-fen")
        attempt.note = text("note")
        attempt.photos = photos()
        return attempt
    }

    mutating func problem(_ waybill: String?) -> ProblemInput? {
        let unreadable = text("unreadable")
        let subject: ProblemSubject? =
            switch (waybill, unreadable) {
            case (let waybill?, nil): .parcel(parcel(waybill, as: "WAYBILL"))
            case (nil, let text?): .unreadable(text)
            case (nil, nil), (.some, .some): nil
            }
        if subject == nil { note(.problemSubject(isBoth: waybill != nil)) }
        let reason = requiredChoice("reason", ExceptionReason.self)
        guard let subject, let reason else { return nil }
        var problem = ProblemInput(subject: subject, reason: reason)
        problem.idempotencyKey = text("idempotency-key")
        problem.direction = choice("direction", ParcelDirection.self)
        problem.next = choice("next", NextAction.self)
        problem.foundAt = text("found-at")
        problem.degree = text("degree")
        problem.isMissortExcluded = invocation.has("missort-excluded")
        problem.note = text("note")
        problem.photos = photos()
        return problem
    }

    // MARK: Parts of the forms

    mutating func photos() -> [String] {
        let paths = invocation.list("photo")
        if paths.count > Attachment.countMax {
            note(.tooManyPhotos(paths.count, countMax: Attachment.countMax))
        }
        return paths
    }

    private mutating func party(_ prefix: String) -> PartyInput {
        var party = PartyInput()
        party.name = text("\(prefix)-name")
        party.phone = text("\(prefix)-phone")
        party.address = text("\(prefix)-address")
        party.company = text("\(prefix)-company")
        party.province = text("\(prefix)-province")
        party.city = text("\(prefix)-city")
        party.district = text("\(prefix)-district")
        return party
    }

    private mutating func identity() -> IdentityInput {
        var identity = IdentityInput()
        identity.documentType = choice("id-type", DocumentType.self)
        identity.number = secret("id-number-file")
        identity.method = choice("id-method", IdentityMethod.self)
        identity.exemption = choice("exempt", Exemption.self)
        identity.agreementNumber = text("agreement")
        identity.companyCode = text("id-company")
        identity.personMatches = invocation.has("id-matches")
        return identity
    }

    /// For whom an agent sends, if any flag says so.
    private mutating func principal() -> IdentityInput? {
        var principal = IdentityInput()
        principal.documentType = choice("principal-type", DocumentType.self)
        principal.number = secret("principal-number-file")
        principal.companyCode = text("principal-company")
        guard principal != IdentityInput() else { return nil }
        principal.method = choice("principal-method", IdentityMethod.self)
        return principal
    }

    private mutating func cover() -> CoverChoice? {
        guard let text = invocation.value("insure") else { return nil }
        if text == "none" { return .declined }
        return fen(text, of: "insure").map { .declared(fen: $0) }
    }

    private mutating func binding() -> BindingInput? {
        let isScanned = invocation.has("scan") || invocation.has("scan-label")
        if isScanned, invocation.has("bind") { note(.boundTwice) }
        if let label = invocation.value("scan-label") {
            guard let waybill = invocation.value("scan") else {
                note(.flagMissing("scan"))
                return nil
            }
            return .scanned(
                parcel(waybill, as: "scan"), parcel(label, as: "scan-label"))
        }
        if invocation.has("scan") { note(.flagMissing("scan-label")) }
        guard let text = invocation.value("bind") else { return nil }
        return text == "next" ? .next : .number(parcel(text, as: "bind"))
    }

    mutating func answers() -> [CatalogueAnswer] {
        invocation.list("answer").compactMap { text in
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            let isYes = parts.count == 2 ? Self.yesAndNo[String(parts[1]).lowercased()] : nil
            guard let isYes, !parts[0].isEmpty else {
                note(.badParts("answer", text, form: "WORD=yes, WORD=no"))
                return nil
            }
            return CatalogueAnswer(keyword: String(parts[0]), applies: isYes)
        }
    }

    private mutating func surcharges() -> [Code] {
        invocation.list("surcharge").compactMap { text in
            let code = openCode(text)
            if code == nil { note(.badCode("surcharge", text)) }
            return code
        }
    }

    private static let yesAndNo = ["yes": true, "no": false, "是": true, "否": false]

    private mutating func certificates() -> [Certificate] {
        invocation.list("certificate").compactMap { text in
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(
                String.init)
            guard parts.count == 3, !parts[1].isEmpty, !parts[2].isEmpty,
                let kind = openCode(parts[0])
            else {
                note(.badParts("certificate", text, form: "KIND:NUMBER:ISSUER"))
                return nil
            }
            return Certificate(document: kind, number: parts[1], issuer: parts[2])
        }
    }

    private mutating func contacts() -> [ContactInput] {
        invocation.list("contact").compactMap { text in
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let channel: ContactInput.Channel = member(parts[0]),
                let outcome: ContactInput.Outcome = member(parts[1])
            else {
                note(.badParts("contact", text, form: "call:no-answer, visit:reached"))
                return nil
            }
            return ContactInput(channel: channel, outcome: outcome)
        }
    }

    private mutating func consent() -> ConsentInput {
        var consent = ConsentInput()
        consent.givenBy = text("consent-by")
        consent.channel = choice("consent-channel", ConsentChannel.self)
        consent.givenAt = time("consent-at")
        consent.isStanding = invocation.has("consent-standing")
        return consent
    }

    private mutating func seen() -> [SeenEvidence] {
        invocation.list("seen").compactMap { text in
            guard let evidence: SeenEvidence = member(text) else {
                let words = SeenEvidence.allCases.map { Choice.word(for: $0.rawValue) }
                note(.badParts("seen", text, form: words.joined(separator: ", ")))
                return nil
            }
            return evidence
        }
    }

    func signature() -> String? {
        guard let content = invocation.content("signature") else { return nil }
        return String(decoding: content, as: UTF8.self).filter { !$0.isWhitespace }
    }

    /// A window for the next try: both ends or none, in order.
    private mutating func retry() -> (from: Int?, until: Int?) {
        let (from, until) = (time("retry-from"), time("retry-until"))
        if let from, let until, from >= until { note(.windowBackwards) }
        return (from, until)
    }
}
