/// A recorded quote, computed again: from what it keeps by itself, and where the tariff, the
/// settings and the pickup of its act are known, from these too.
package struct QuoteReview: Hashable, Sendable {
    /// Everything that is not what it should be, in the order of the computation.
    package private(set) var differences: [Difference] = []
    /// Tariff, settings and pickup were all there, so that every line was computed again.
    package let isComplete: Bool

    /// One value that is not what the others give.
    package struct Difference: Hashable, Sendable {
        package let item: Item
        /// `nil`: the quote does not keep it.
        package let recorded: Int?
        /// `nil`: it should not be there, or cannot be computed.
        package let computed: Int?
    }

    /// What can differ.
    package enum Item: Hashable, Sendable {
        case volumetricGrams
        case chargeableGrams
        case divisor
        case firstGrams
        case stepGrams
        case firstFee
        case stepFee
        case zoneFactor
        case rounding
        case units
        /// A line of the quote, by its code.
        case line(Code)
        case total
        /// The total of the pickup's charges.
        case charged
    }

    /// Reviews a quote. What is nil is not known, and what depends on it is not compared.
    package init(
        of quote: QuoteFact, pickup: PickupFact? = nil, terms: TariffTerms? = nil,
        settings: RuleSettings? = nil
    ) {
        isComplete = pickup != nil && terms != nil && settings != nil
        compareTerms(of: quote, terms)
        compareWeights(of: quote, pickup, terms)
        compareFreight(of: quote)
        if let terms { compareSurcharges(of: quote, terms) }
        if let pickup { compareServices(of: quote, pickup, settings) }
        compare(.total, quote.totalFen, Fen.sum(quote.lines.map(\.amountFen)))
        if let charges = pickup?.charges { compare(.charged, charges.totalFen, quote.totalFen) }
    }

    private mutating func compare(_ item: Item, _ recorded: Int?, _ computed: Int?) {
        guard recorded != computed || recorded == nil else { return }
        differences.append(Difference(item: item, recorded: recorded, computed: computed))
    }

    /// What the quote says of its tariff is what the tariff says.
    private mutating func compareTerms(of quote: QuoteFact, _ terms: TariffTerms?) {
        guard let terms else { return }
        compare(.divisor, quote.divisor, terms.divisor)
        compare(.firstGrams, quote.firstGrams, terms.firstGrams)
        compare(.stepGrams, quote.stepGrams, terms.stepGrams)
        let zone = terms.zones.first { $0.zone == quote.zone }
        compare(.firstFee, quote.firstFeeFen, zone?.firstFeeFen)
        compare(.stepFee, quote.stepFeeFen, zone?.stepFeeFen)
        compare(.zoneFactor, quote.zonePermille, zone?.permille)
        if quote.rounding != terms.rounding {
            differences.append(Difference(item: .rounding, recorded: nil, computed: nil))
        }
    }

    private mutating func compareWeights(
        of quote: QuoteFact, _ pickup: PickupFact?, _ terms: TariffTerms?
    ) {
        let rounding = quote.rounding.flatMap { WeightRounding(rawValue: $0.text) }
        if quote.pieces.isEmpty {
            compare(
                .chargeableGrams, quote.chargeableGrams,
                max(quote.actualGrams, quote.volumetricGrams))
        } else if let rounding, let step = quote.stepGrams, step > 0 {
            compare(
                .volumetricGrams, quote.volumetricGrams,
                Fen.sum(quote.pieces.map(\.volumetricGrams)))
            compare(
                .chargeableGrams, quote.chargeableGrams,
                FreightWeights.charged(quote.pieces, rounding, stepGrams: step))
        }
        guard let pickup, let terms, let rounding, pickup.pieces == nil else { return }
        let weight = pickup.weight
        var inputs = FreightInputs(grams: weight.actualGrams, zone: quote.zone ?? .nothing)
        if let length = weight.lengthMillimetres, let width = weight.widthMillimetres,
            let height = weight.heightMillimetres
        {
            inputs.size = ParcelSize(
                lengthMillimetres: length, widthMillimetres: width, heightMillimetres: height)
        }
        guard terms.divisor > 0 else { return }
        let weights = try? FreightWeights(inputs, terms, rounding)
        compare(.volumetricGrams, quote.volumetricGrams, weights?.volumetricGrams)
    }

    /// The units and the freight follow from the weights and fees that the quote keeps.
    private mutating func compareFreight(of quote: QuoteFact) {
        let freight = quote.line(.freight)
        let line = Item.line(Code(of: FreightQuote.LineCode.freight))
        guard let kept = KeptFreight(of: quote, chargeableGrams: quote.chargeableGrams) else {
            differences.append(Difference(item: line, recorded: freight, computed: nil))
            return
        }
        compare(.units, quote.units, kept.units)
        compare(line, freight, kept.fen)
    }

    /// Every line that is no part of the model is a surcharge of the tariff, at its price.
    private mutating func compareSurcharges(of quote: QuoteFact, _ terms: TariffTerms) {
        for line in quote.lines where FreightQuote.LineCode(rawValue: line.code.text) == nil {
            compare(.line(line.code), line.amountFen, terms.surcharges[line.code])
        }
    }

    /// Cover and COD follow from the services that were agreed, the rest from the charges.
    private mutating func compareServices(
        of quote: QuoteFact, _ pickup: PickupFact, _ settings: RuleSettings?
    ) {
        typealias Line = FreightQuote.LineCode
        func compare(_ code: Line, _ computed: Int?) {
            let recorded = quote.line(code) ?? 0
            guard recorded != computed else { return }
            differences.append(
                Difference(item: .line(Code(of: code)), recorded: recorded, computed: computed))
        }
        if let settings {
            let services = pickup.services
            let declared = services?.isInsured == true ? services?.insuranceAmountFen : nil
            compare(.insurance, settings.insuranceFeeFen(declaredFen: declared))
            compare(.codFee, settings.codFeeFen(codFen: services?.codAmountFen))
        }
        guard let charges = pickup.charges else { return }
        compare(.packaging, charges.packagingFen ?? 0)
        compare(.returnReceipt, charges.returnReceiptFen ?? 0)
        compare(.discount, -(charges.discountFen ?? 0))
    }
}

extension QuoteFact {
    /// The amount of a line; nil without one.
    fileprivate func line(_ code: FreightQuote.LineCode) -> Int? {
        lines.first { $0.code.text == code.rawValue }?.amountFen
    }
}
