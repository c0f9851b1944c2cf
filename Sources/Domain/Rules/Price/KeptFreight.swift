/// The freight of a quote by the figures that it keeps, whatever the tariff says today.
package struct KeptFreight: Hashable, Sendable {
    /// Steps beyond the first weight.
    package let units: Int
    /// `nil` where the sums leave the range of the wire.
    package let fen: Int?

    /// `nil` where the quote keeps too few figures.
    package init?(of quote: QuoteFact, chargeableGrams: Int) {
        guard let code = quote.rounding, let rounding = WeightRounding(rawValue: code.text),
            let first = quote.firstGrams, let step = quote.stepGrams, step > 0,
            let firstFee = quote.firstFeeFen, let stepFee = quote.stepFeeFen,
            let permille = quote.zonePermille
        else { return nil }
        let excess = max(0, chargeableGrams - first)
        units = rounding.units(excessGrams: excess, stepGrams: step)
        fen = rounding.stepsFen(units: units, stepFeeFen: max(0, stepFee), stepGrams: step)?
            .plus(firstFee).flatMap { Fen.share(of: $0, permille: permille) }
    }
}

/// A parcel that was weighed again, and what it would have cost (PJS 4.5, `reweigh`).
package struct Reweighing: Hashable, Sendable {
    package let weight: ParcelWeight
    /// What the quote would have come to; `nil` where its figures do not tell.
    package let totalFen: Int?

    /// The volume that was measured at the pickup stays.
    package init(grams: Int, before: ParcelWeight?, quote: QuoteFact?) {
        let volumetric = before?.volumetricGrams ?? 0
        var weight =
            before ?? ParcelWeight(actualGrams: grams, volumetricGrams: 0, chargeableGrams: grams)
        weight.actualGrams = grams
        weight.chargeableGrams = max(grams, volumetric)
        weight.source = Code("SCALE")
        self.weight = weight
        guard let quote, quote.pieces.isEmpty,
            let told = quote.lines.first(where: {
                $0.code.text == FreightQuote.LineCode.freight.rawValue
            }),
            let freight = KeptFreight(of: quote, chargeableGrams: weight.chargeableGrams)?.fen
        else {
            totalFen = nil
            return
        }
        totalFen = quote.totalFen.plus(freight - told.amountFen)
    }
}
