extension GateWalk {
    /// The facts of an accepted parcel, or `nil` when an answer that they need is missing,
    /// which a step has noted.
    func act() -> PickupAct? {
        guard let quantity = form.quantity, let payType = form.price.payType,
            let packedBy = form.packedBy, let quote, let parcel
        else { return nil }
        let mark = InspectionMark(
            site: context.station, courier: context.courier, date: context.today.number)
        var check = CheckFact(
            parcel: parcel.text, occasion: .acceptance, result: .pass,
            decision: Code(of: finding.decision), isContentsInspected: form.inspection == .done,
            isDeclarationTrue: true, isSenderTold: true,
            catalogueVersion: context.tables.catalogue.version)
        check.openedBy = Code(form.inspection == .done ? "SENDER" : "NOBODY")
        check.hits = finding.factHits
        check.quantity = form.counted?.statement
        check.certificates = form.certificates
        check.approvedBy = form.approvedBy
        check.inspectionMark = mark

        var pickup = PickupFact(
            parcel: parcel.text, source: form.source, sender: form.sender.normalised,
            recipient: form.recipient.normalised, goods: goods(quantity: quantity),
            weight: weight(quote), packedBy: packedBy, isNoticeGiven: true)
        pickup.orderNumber = form.orderNumber
        pickup.productCode = form.price.productCode
        pickup.routing = routing()
        pickup.services = services(payType)
        pickup.charges = charges(quote, payType: payType)
        pickup.binding = form.label?.binding
        pickup.isPackagingFit = true
        pickup.inspectionMark = mark
        pickup.appointmentFrom = form.appointment?.from
        pickup.appointmentUntil = form.appointment?.until
        pickup.arrivedAt = form.arrivedAt
        pickup.exemption = form.identity.exemption.map { Code(of: $0) }
        pickup.told = told
        pickup.note = form.note
        return PickupAct(
            parcel: parcel, identities: identities, check: check, quote: quote,
            quoteFact: quoteFact(quote, parcel: parcel, payType: payType),
            payments: payments.map { $0.with(parcel: parcel.text) },
            pickup: pickup, tariff: context.tariff, settings: context.citation)
    }

    /// What the register of refusals keeps: no document, no number.
    func refusalFact(_ ground: RefusalGround) -> RefusalFact {
        var fact = RefusalFact(reason: ground.reason)
        if !PartyRules.isBlank(form.itemName) {
            fact.goods = goods(quantity: max(form.quantity ?? 1, 1))
        }
        if PartyRules.problems(of: form.sender, .sender).isEmpty {
            fact.sender = form.sender.normalised
        }
        switch ground.detail {
        case .goods(let hit), .counted(_, let hit), .stated(_, let hit):
            fact.decision = hit.decision.map { Code(of: $0) }
        case .answer, .excess: break
        }
        fact.catalogueVersion = context.tables.catalogue.version
        fact.told = told
        return fact
    }

    private func goods(quantity: Int) -> Goods {
        let nature = PartyRules.isBlank(form.itemNature) ? form.itemName : form.itemNature
        var goods = Goods(
            itemName: String(form.itemName.unicodeScalars.prefix(TextMax.name)),
            itemNature: String(nature.unicodeScalars.prefix(TextMax.nature)), quantity: quantity)
        goods.category = finding.strictest?.category
        goods.declaredValueFen = form.goodsValueFen
        goods.isFragile = form.isFragile ? true : nil
        goods.keepsUpright = form.keepsUpright ? true : nil
        goods.keepsDry = form.keepsDry ? true : nil
        return goods
    }

    private func weight(_ quote: FreightQuote) -> ParcelWeight {
        var weight = ParcelWeight(
            actualGrams: quote.actualGrams, volumetricGrams: quote.volumetricGrams,
            chargeableGrams: quote.chargeableGrams)
        weight.lengthMillimetres = quote.inputs.size?.lengthMillimetres
        weight.widthMillimetres = quote.inputs.size?.widthMillimetres
        weight.heightMillimetres = quote.inputs.size?.heightMillimetres
        weight.source = Code(form.price.isFromScale ? "SCALE" : "TYPED")
        return weight
    }

    private func routing() -> Routing {
        var routing = Routing(originSite: context.station)
        routing.destination = form.destination
        return routing
    }

    private func services(_ payType: PayType) -> Services {
        var services = Services()
        switch form.price.cover {
        case nil: break
        case .declined: services.isInsured = false
        case .declared(let fen):
            services.isInsured = true
            services.insuranceAmountFen = fen
        }
        services.codAmountFen = form.price.codFen
        services.codAccount = form.price.codAccount
        services.isCollect = payType == .collect ? true : nil
        return services
    }

    private func charges(_ quote: FreightQuote, payType: PayType) -> Charges {
        var charges = Charges(
            baseFen: quote.fen(.freight), totalFen: quote.totalFen, payType: payType)
        for line in quote.lines where quote.inputs.surcharges.contains(line.code) {
            charges.extraFenByCode[line.code] = line.amountFen
        }
        charges.insuranceFeeFen = quote.fen(.insurance)
        charges.codFeeFen = quote.fen(.codFee)
        charges.packagingFen = quote.fen(.packaging)
        charges.returnReceiptFen = quote.fen(.returnReceipt)
        charges.discountFen = -quote.fen(.discount)
        charges.currency = quote.terms.currency
        charges.payMethod = payType == .collect ? .collect : payments.first?.money.method
        charges.paidAt = payments.isEmpty ? nil : context.now
        return charges
    }

    private func quoteFact(
        _ quote: FreightQuote, parcel: ParcelID, payType: PayType
    ) -> QuoteFact {
        var fact = quote.fact(payType: payType, isAccepted: true, now: context.now)
        fact.parcel = parcel.text
        fact.productCode = form.price.productCode
        fact.destination = form.destination
        return fact
    }
}

extension FreightQuote {
    /// The quote as it is recorded, with all that it was computed from.
    package func fact(payType: PayType, isAccepted: Bool, now: Int) -> QuoteFact {
        var fact = QuoteFact(
            totalFen: totalFen, currency: terms.currency, lines: lines,
            actualGrams: actualGrams, volumetricGrams: volumetricGrams,
            chargeableGrams: chargeableGrams, divisor: terms.divisor, payType: payType,
            isAccepted: isAccepted)
        fact.zone = zone.zone
        fact.firstGrams = terms.firstGrams
        fact.stepGrams = terms.stepGrams
        fact.units = units
        fact.firstFeeFen = zone.firstFeeFen
        fact.stepFeeFen = zone.stepFeeFen
        fact.zonePermille = zone.permille
        fact.rounding = terms.rounding
        fact.pieces = pieces
        fact.validUntil = validUntil(now: now)
        return fact
    }
}

extension CatalogueFinding {
    /// Hits in one fact (PJS 4.5).
    static let factHitCountMax = 20

    /// The hits as a fact keeps them, the most severe first.
    var factHits: [ProhibitedHit] {
        hits.prefix(Self.factHitCountMax).compactMap { hit in
            hit.decision.map { decision in
                ProhibitedHit(
                    keyword: String(hit.keyword.unicodeScalars.prefix(TextMax.word)),
                    category: hit.category, decision: Code(of: decision))
            }
        }
    }
}

extension LabelBinding {
    var binding: Binding {
        var binding = Binding()
        switch self {
        case .issued:
            binding.scanCount = 0
            binding.isKeyed = false
        case .scanned:
            binding.scanCount = 2
            binding.isKeyed = false
        case .keyed:
            binding.scanCount = 0
            binding.isKeyed = true
        }
        return binding
    }
}
