/// The settings that hold at a station, typed; a value out of range gives way to its default.
package struct RuleSettings: Hashable, Sendable {
    package var codAmountMaxFen: Int
    package var codFeeMinFen: Int
    package var codFeePermille: Int
    package var freeAttempts: Int
    /// Hours without a scan after which a parcel is looked for.
    package var quietHoursDomestic: Int
    package var quietHoursSameCity: Int
    package var isAgreementCustomerExempt: Bool
    package var isChinesePassportAccepted: Bool
    package var isPrincipalCheckedToo: Bool
    package var insuranceTiers: [InsuranceTier]
    package var insurancePermilleAboveTiers: Int
    package var declaredValueMaxFen: Int
    package var mustDeclareAboveFen: Int
    package var invoiceRequiredAboveFen: Int
    package var appraisalRequiredAboveFen: Int
    package var parcelLimits: ParcelLimits
    package var methodsEnabled: [PaymentMethod]
    package var isSplitPaymentAllowed: Bool
    package var companyPrefix: String
    package var stationGroup: String
    /// Of the station, as two digits.
    package var provinceCode: String
    package var numberBlockSize: Int
    package var numberBlockRefillBelow: Int
    /// Limits of goods, by key of the setting.
    package var goodsBounds: [String: Int]

    /// What `config` sets over the defaults of `table`. Cash is always accepted
    /// (人民币管理条例 3).
    package init(_ table: SettingTable, config: StationConfig? = nil) {
        let read = Reader(table: table, config: config)
        codAmountMaxFen = read.integer("cod.amount_max_fen")
        codFeeMinFen = read.integer("cod.fee_min_fen")
        codFeePermille = read.integer("cod.fee_permille")
        freeAttempts = read.integer("delivery.free_attempts")
        quietHoursDomestic = read.integer("alert.no_scan_hours.domestic")
        quietHoursSameCity = read.integer("alert.no_scan_hours.same_city")
        isAgreementCustomerExempt = read.flag("identity.agreement_customer_exempt")
        isChinesePassportAccepted = read.flag("identity.chinese_passport_accepted")
        isPrincipalCheckedToo = read.flag("identity.principal_checked_too")
        insuranceTiers = read.tiers("insurance.fee_tiers")
        insurancePermilleAboveTiers = read.integer("insurance.rate_permille_above_tiers")
        declaredValueMaxFen = read.integer("insurance.declared_max_fen")
        mustDeclareAboveFen = read.integer("insurance.must_declare_above_fen")
        invoiceRequiredAboveFen = read.integer("insurance.invoice_required_above_fen")
        appraisalRequiredAboveFen = read.integer("insurance.appraisal_required_above_fen")
        parcelLimits = ParcelLimits(
            weightMaxGrams: read.integer("parcel.weight_max_g"),
            sideMaxMillimetres: read.integer("parcel.side_max_mm"),
            sideSumMaxMillimetres: read.integer("parcel.side_sum_max_mm"))
        let enabled = read.texts("payment.methods_enabled").compactMap(PaymentMethod.init)
        methodsEnabled = enabled.contains(.cash) ? enabled : enabled + [.cash]
        isSplitPaymentAllowed = read.flag("payment.split_allowed")
        companyPrefix = read.text("waybill.company_prefix")
        stationGroup = read.text("waybill.station_group")
        provinceCode = read.text("rules.province_code")
        numberBlockSize = read.integer("waybill.block_size")
        numberBlockRefillBelow = read.integer("waybill.block_refill_below")
        goodsBounds = Dictionary(
            uniqueKeysWithValues: Self.goodsBoundKeys.map { ($0, read.integer($0)) })
    }

    /// The settings that bound what a parcel may hold of some goods.
    package static let goodsBoundKeys = [
        "alcohol.strength_max_percent", "alcohol.volume_max_ml", "battery.ground_accept_max_wh",
        "battery.ground_review_max_wh", "battery.nominal_millivolts", "dry_ice.weight_max_g",
        "liquid.nail_polish_volume_max_ml",
    ]

    /// A table whose default has another type than the code expects is a bug of the product.
    private struct Reader {
        let table: SettingTable
        let config: StationConfig?

        func integer(_ key: String) -> Int {
            guard case .integer(let value) = table.value(key, in: config) else { wrong(key) }
            return value
        }

        func flag(_ key: String) -> Bool {
            guard case .flag(let value) = table.value(key, in: config) else { wrong(key) }
            return value
        }

        func text(_ key: String) -> String {
            guard case .text(let value) = table.value(key, in: config) else { wrong(key) }
            return value
        }

        func texts(_ key: String) -> [String] {
            guard case .list(let list) = table.value(key, in: config) else { wrong(key) }
            return list.compactMap { if case .text(let text) = $0 { text } else { nil } }
        }

        func tiers(_ key: String) -> [InsuranceTier] {
            guard let tiers = InsuranceTier.tiers(table.value(key, in: config)) else { wrong(key) }
            return tiers
        }

        private func wrong(_ key: String) -> Never {
            preconditionFailure("setting \(key) has another type")
        }
    }
}
