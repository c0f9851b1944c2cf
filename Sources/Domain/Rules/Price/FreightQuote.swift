/// A price computed from a tariff, with everything that it was computed from; the same inputs and
/// tariff give the same price to the fen.
package struct FreightQuote: Hashable, Sendable {
    package let inputs: FreightInputs
    package let terms: TariffTerms
    package let zone: TariffZone
    package let rounding: WeightRounding
    /// Of all pieces together.
    package let actualGrams: Int
    package let volumetricGrams: Int
    /// The greater of actual and volumetric weight; of pieces that are rounded each by itself, the
    /// sum.
    package let chargeableGrams: Int
    /// The pieces, where each of them was rounded by itself.
    package let pieces: [PieceWeight]
    /// Steps above the first weight: of the tariff's step, of 500 g or of 100 g, by `rounding`.
    package let units: Int
    /// The fee before the factor of the zone.
    package let baseFen: Int
    /// Their sum is `totalFen`; lines of 0 are left out, except the freight itself.
    package let lines: [ChargeLine]
    package let totalFen: Int

    /// Why no price can be computed.
    package enum Problem: Error, Hashable {
        case gramsNotPositive
        case sideNotPositive
        case tooManyPieces(Int)
        case amountNegative
        case unknownZone(Code)
        case unknownSurcharge(Code)
        /// The tariff is newer than the program.
        case unknownRounding(Code)
        /// A weight, divisor or fee of the tariff is out of range.
        case unusableTariff
        case declaredValueAboveMax(Int)
        case codAboveMax(Int)
        case discountAboveTotal
        case tooLarge
    }

    /// Codes of the lines that are no surcharges.
    package enum LineCode: String, CaseIterable, Sendable {
        case freight = "FREIGHT"
        case insurance = "INSURANCE"
        case codFee = "COD_FEE"
        case packaging = "PACKAGING"
        case returnReceipt = "RETURN_RECEIPT"
        case discount = "DISCOUNT"
    }

    /// Computes a price.
    package static func make(
        _ inputs: FreightInputs, terms: TariffTerms, settings: RuleSettings
    ) -> Result<FreightQuote, Problem> {
        do throws(Problem) {
            return .success(try FreightQuote(inputs, terms: terms, settings: settings))
        } catch {
            return .failure(error)
        }
    }

    /// When a quote told now ends.
    package func validUntil(now: Int) -> Int {
        now + (terms.quoteValidHours ?? Self.validHoursStandard) * 3_600_000
    }

    /// The amount of a line, 0 when it is not there.
    package func fen(_ code: LineCode) -> Int {
        lines.first { $0.code.text == code.rawValue }?.amountFen ?? 0
    }

    /// Hours a quote is valid under a tariff that does not say.
    package static let validHoursStandard = 24

    private init(
        _ inputs: FreightInputs, terms: TariffTerms, settings: RuleSettings
    ) throws(Problem) {
        try inputs.check(settings)
        guard let zone = terms.zones.first(where: { $0.zone == inputs.zone }) else {
            throw .unknownZone(inputs.zone)
        }
        guard let rounding = WeightRounding(rawValue: terms.rounding.text) else {
            throw .unknownRounding(terms.rounding)
        }
        guard terms.stepGrams > 0, terms.firstGrams >= 0, terms.divisor > 0,
            zone.firstFeeFen >= 0, zone.stepFeeFen >= 0, zone.permille >= 0
        else { throw .unusableTariff }
        self.inputs = inputs
        self.terms = terms
        self.zone = zone
        self.rounding = rounding
        let weights = try FreightWeights(inputs, terms, rounding)
        actualGrams = weights.actualGrams
        volumetricGrams = weights.volumetricGrams
        chargeableGrams = weights.chargeableGrams
        pieces = weights.pieces
        let excess = max(0, chargeableGrams - terms.firstGrams)
        units = rounding.units(excessGrams: excess, stepGrams: terms.stepGrams)
        baseFen = try Self.fitting(
            rounding.stepsFen(
                units: units, stepFeeFen: zone.stepFeeFen, stepGrams: terms.stepGrams)?
                .plus(zone.firstFeeFen))
        lines = try Self.lines(
            inputs, baseFen: baseFen, zone: zone, terms: terms, settings: settings)
        totalFen = try Self.fitting(Fen.sum(lines.map(\.amountFen)))
        guard totalFen >= 0 else { throw .discountAboveTotal }
    }

    private static func fitting(_ value: Int?) throws(Problem) -> Int {
        guard let value, value <= Fen.amountMax else { throw .tooLarge }
        return value
    }

    private static func lines(
        _ inputs: FreightInputs, baseFen: Int, zone: TariffZone, terms: TariffTerms,
        settings: RuleSettings
    ) throws(Problem) -> [ChargeLine] {
        let freight = try fitting(Fen.share(of: baseFen, permille: zone.permille))
        var lines = [ChargeLine(code: Code(of: LineCode.freight), amountFen: freight)]
        for code in inputs.surcharges {
            guard let fee = terms.surcharges[code], fee >= 0 else { throw .unknownSurcharge(code) }
            lines.append(ChargeLine(code: code, amountFen: fee))
        }
        let insurance = try fitting(settings.insuranceFeeFen(declaredFen: inputs.declaredValueFen))
        let codFee = try fitting(settings.codFeeFen(codFen: inputs.codFen))
        let rest: [(LineCode, Int)] = [
            (.insurance, insurance), (.codFee, codFee), (.packaging, inputs.packagingFen),
            (.returnReceipt, inputs.returnReceiptFen), (.discount, -inputs.discountFen),
        ]
        for (code, fen) in rest where fen != 0 {
            lines.append(ChargeLine(code: Code(of: code), amountFen: fen))
        }
        return lines
    }
}

/// What a price is computed from.
package struct FreightInputs: Hashable, Sendable {
    /// Of a parcel that is one piece; unused when there are `pieces`.
    package var grams: Int
    /// `nil`: not measured, the actual weight counts alone.
    package var size: ParcelSize?
    /// Of a shipment of several pieces, every one of them.
    package var pieces: [FreightPiece] = []
    package var zone: Code
    /// What the sender declares for cover; `nil` when cover is declined.
    package var declaredValueFen: Int?
    /// What the recipient pays for the goods.
    package var codFen: Int?
    package var packagingFen = 0
    package var returnReceiptFen = 0
    package var discountFen = 0
    /// Codes of the tariff's surcharges, each charged once.
    package var surcharges: [Code] = []

    package init(grams: Int, size: ParcelSize? = nil, zone: Code) {
        self.grams = grams
        self.size = size
        self.zone = zone
    }

    fileprivate func check(_ settings: RuleSettings) throws(FreightQuote.Problem) {
        let weighed = pieces.isEmpty ? [FreightPiece(grams: grams, size: size)] : pieces
        guard weighed.count <= FreightPiece.countMax else { throw .tooManyPieces(weighed.count) }
        guard weighed.allSatisfy({ $0.grams > 0 }) else { throw .gramsNotPositive }
        let sides = weighed.flatMap { $0.size?.sides ?? [] }
        guard sides.allSatisfy({ $0 > 0 }) else { throw .sideNotPositive }
        let amounts = [
            declaredValueFen ?? 0, codFen ?? 0, packagingFen, returnReceiptFen, discountFen,
        ]
        guard amounts.allSatisfy({ $0 >= 0 }) else { throw .amountNegative }
        guard amounts.allSatisfy({ $0 <= Fen.amountMax }) else { throw .tooLarge }
        guard (declaredValueFen ?? 0) <= settings.declaredValueMaxFen else {
            throw .declaredValueAboveMax(settings.declaredValueMaxFen)
        }
        guard (codFen ?? 0) <= settings.codAmountMaxFen else {
            throw .codAboveMax(settings.codAmountMaxFen)
        }
    }
}

extension RuleSettings {
    /// The fee for a declared value: by tier, above the tiers in permille rounded up to a yuan.
    func insuranceFeeFen(declaredFen: Int?) -> Int? {
        guard let declaredFen, declaredFen > 0 else { return 0 }
        if let tier = insuranceTiers.first(where: { declaredFen <= $0.declaredMaxFen }) {
            return tier.feeFen
        }
        return declaredFen.times(insurancePermilleAboveTiers)?.dividedUp(by: 100_000).times(100)
    }

    /// The fee for cash on delivery: a share, half up, and never less than the least fee.
    func codFeeFen(codFen: Int?) -> Int? {
        guard let codFen, codFen > 0 else { return 0 }
        return Fen.share(of: codFen, permille: codFeePermille).map { max($0, codFeeMinFen) }
    }
}
