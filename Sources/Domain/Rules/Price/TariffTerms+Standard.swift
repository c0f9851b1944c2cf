extension TariffTerms {
    /// The currency of every built-in amount.
    package static let currencyOfChina = "CNY"

    /// A tariff with these fees and with the freight settings of `config` over the defaults.
    package static func standard(
        zones: [TariffZone], surcharges: [(code: Code, fen: Int)], settings: SettingTable,
        config: StationConfig? = nil
    ) -> TariffTerms {
        func integer(_ key: String) -> Int {
            guard case .integer(let value) = settings.value(key, in: config) else {
                preconditionFailure("setting \(key) is no number")
            }
            return value
        }
        guard case .text(let rounding) = settings.value("freight.weight_rounding", in: config),
            let roundingCode = Code(rounding)
        else { preconditionFailure("setting freight.weight_rounding is no code") }
        var terms = TariffTerms(
            from: 0, currency: currencyOfChina, firstGrams: integer("freight.first_weight_g"),
            stepGrams: integer("freight.step_weight_g"),
            divisor: integer("freight.volumetric_divisor"), rounding: roundingCode, zones: zones)
        for surcharge in surcharges { terms.surcharges[surcharge.code] = surcharge.fen }
        terms.quoteValidHours = integer("freight.quote_valid_hours")
        if settings.value("freight.volumetric_min_side_enabled", in: config) == .flag(true) {
            terms.volumetricMinSideMillimetres = integer("freight.volumetric_min_side_mm")
        }
        if settings.value("freight.multi_piece_rounding", in: config) == .text("PER_PIECE") {
            terms.isRoundedPerPiece = true
        }
        return terms
    }
}
