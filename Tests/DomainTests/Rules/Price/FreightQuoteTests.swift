import Domain
import ReferenceData
import Testing

@Suite struct FreightQuoteTests {
    private let settings = RuleSettings(ReferenceData.tables.settings)
    private let remote = Code("REMOTE")
    private let standard = Code("STANDARD")

    private func terms(_ rounding: WeightRounding = .ceilToStep) throws -> TariffTerms {
        var terms = ReferenceData.tables.standardTariff
        terms.rounding = try #require(Code(rounding.rawValue))
        return terms
    }

    private func inputs(
        grams: Int, size: String? = nil, zone: String = "STANDARD"
    ) throws -> FreightInputs {
        FreightInputs(
            grams: grams, size: size.flatMap { ParcelSize($0) }, zone: try #require(Code(zone)))
    }

    private func quote(
        _ inputs: FreightInputs, _ rounding: WeightRounding = .ceilToStep
    ) throws -> FreightQuote {
        try FreightQuote.make(inputs, terms: try terms(rounding), settings: settings).get()
    }

    /// First fee 1300, step fee 800 for 1000 g, first weight 1000 g; worked out by hand.
    @Test(arguments: [
        (WeightRounding.ceilToStep, 1, 0, 1300), (.ceilToStep, 1000, 0, 1300),
        (.ceilToStep, 1001, 1, 2100), (.ceilToStep, 2000, 1, 2100), (.ceilToStep, 2001, 2, 2900),
        (.ceilToHalfKilogram, 1001, 1, 1700), (.ceilToHalfKilogram, 1500, 1, 1700),
        (.ceilToHalfKilogram, 1501, 2, 2100), (.ceilTo100Grams, 1001, 1, 1380),
        (.ceilTo100Grams, 1250, 3, 1540), (.halfUp, 1499, 0, 1300), (.halfUp, 1500, 1, 2100),
        (.halfUp, 2499, 1, 2100), (.halfUp, 2500, 2, 2900),
    ])
    func `each rounding gives its price`(
        rounding: WeightRounding, grams: Int, units: Int, fen: Int
    ) throws {
        let quote = try quote(inputs(grams: grams), rounding)
        #expect(quote.units == units)
        #expect(quote.totalFen == fen)
    }

    @Test(arguments: [
        ("300x200x150", 1500, 1500), ("300x200x100", 1000, 1200), ("100x100x100", 167, 1200),
        ("1x1x1", 1, 1200),
    ])
    func `volume over the divisor is rounded up, and the greater weight counts`(
        size: String, volumetric: Int, chargeable: Int
    ) throws {
        let quote = try quote(inputs(grams: 1200, size: size))
        #expect(quote.volumetricGrams == volumetric)
        #expect(quote.chargeableGrams == chargeable)
    }

    @Test func `a tariff can count volume only from a side`() throws {
        var terms = try terms()
        terms.volumetricMinSideMillimetres = 600
        for (size, volumetric) in [("599x599x599", 0), ("600x300x300", 9000)] {
            let inputs = try inputs(grams: 1000, size: size)
            let quote = try FreightQuote.make(inputs, terms: terms, settings: settings).get()
            #expect(quote.volumetricGrams == volumetric)
        }
    }

    @Test func `the factor of the zone is rounded half up once`() throws {
        var terms = try terms()
        let zone = try #require(remote)
        terms.zones = [TariffZone(zone: zone, firstFeeFen: 1001, stepFeeFen: 1, permille: 1500)]
        let quote = try FreightQuote.make(
            inputs(grams: 1, zone: "REMOTE"), terms: terms, settings: settings
        ).get()
        #expect(quote.baseFen == 1001)
        #expect(quote.totalFen == 1502)
    }

    @Test(arguments: [
        (1, 100), (50_000, 100), (50_001, 200), (100_000, 200), (100_001, 600), (100_200, 600),
        (120_000, 600), (120_001, 700), (3_000_000, 15_000),
    ])
    func `the cover fee follows the tiers and then the rate`(declared: Int, fee: Int) throws {
        var inputs = try inputs(grams: 500)
        inputs.declaredValueFen = declared
        let quote = try quote(inputs)
        #expect(quote.fen(.insurance) == fee)
        #expect(quote.totalFen == 1300 + fee)
    }

    @Test(arguments: [(1, 300), (30_000, 300), (30_049, 300), (30_050, 301), (30_000_000, 300_000)])
    func `the COD fee is a share with a least amount`(cod: Int, fee: Int) throws {
        var inputs = try inputs(grams: 500)
        inputs.codFen = cod
        #expect(try quote(inputs).fen(.codFee) == fee)
    }

    @Test func `every line is shown and their sum is the total`() throws {
        var inputs = try inputs(grams: 2500, size: "300x200x100", zone: "REMOTE")
        inputs.declaredValueFen = 80_000
        inputs.codFen = 50_000
        inputs.packagingFen = 300
        inputs.returnReceiptFen = 500
        inputs.discountFen = 200
        inputs.surcharges = [try #require(Code("UPSTAIRS")), try #require(Code("REMOTE_AREA"))]
        let quote = try quote(inputs)
        let expected: [(String, Int)] = [
            ("FREIGHT", 5850), ("UPSTAIRS", 300), ("REMOTE_AREA", 500), ("INSURANCE", 200),
            ("COD_FEE", 500), ("PACKAGING", 300), ("RETURN_RECEIPT", 500), ("DISCOUNT", -200),
        ]
        #expect(quote.lines.map(\.code.text) == expected.map(\.0))
        #expect(quote.lines.map(\.amountFen) == expected.map(\.1))
        #expect(quote.totalFen == 7950)
    }

    @Test func `what has no price is refused with its reason`() throws {
        let moon = try #require(Code("MOON"))
        func problem(
            _ change: (inout FreightInputs, inout TariffTerms) -> Void
        ) throws -> FreightQuote.Problem? {
            var inputs = try inputs(grams: 500)
            var terms = try terms()
            change(&inputs, &terms)
            switch FreightQuote.make(inputs, terms: terms, settings: settings) {
            case .success: return nil
            case .failure(let problem): return problem
            }
        }
        #expect(try problem { _, _ in } == nil)
        #expect(try problem { inputs, _ in inputs.grams = 0 } == .gramsNotPositive)
        #expect(try problem { inputs, _ in inputs.size = ParcelSize("0x1x1") } == .sideNotPositive)
        #expect(try problem { inputs, _ in inputs.codFen = -1 } == .amountNegative)
        #expect(try problem { inputs, _ in inputs.zone = moon } == .unknownZone(moon))
        #expect(try problem { inputs, _ in inputs.surcharges = [moon] } == .unknownSurcharge(moon))
        #expect(try problem { _, terms in terms.rounding = moon } == .unknownRounding(moon))
        #expect(try problem { _, terms in terms.stepGrams = 0 } == .unusableTariff)
        #expect(try problem { _, terms in terms.divisor = 0 } == .unusableTariff)
        #expect(try problem { inputs, _ in inputs.declaredValueFen = 3_000_000 } == nil)
        #expect(
            try problem { inputs, _ in inputs.declaredValueFen = 3_000_001 }
                == .declaredValueAboveMax(3_000_000))
        #expect(try problem { inputs, _ in inputs.codFen = 30_000_000 } == nil)
        #expect(
            try problem { inputs, _ in inputs.codFen = 30_000_001 } == .codAboveMax(30_000_000))
        #expect(try problem { inputs, _ in inputs.discountFen = 1300 } == nil)
        #expect(try problem { inputs, _ in inputs.discountFen = 1301 } == .discountAboveTotal)
        #expect(try problem { inputs, _ in inputs.grams = Int.max } == .tooLarge)
        #expect(
            try problem { inputs, _ in inputs.size = ParcelSize("999999x999999x999999") }
                == .tooLarge)
    }

    @Test func `a quote ends after the hours of its tariff`() throws {
        let quote = try quote(inputs(grams: 500))
        #expect(quote.validUntil(now: 1000) == 1000 + 24 * 3_600_000)
    }

    @Test(arguments: WeightRounding.allCases)
    func `more weight never costs less, nothing is negative, and again is the same`(
        rounding: WeightRounding
    ) throws {
        let terms = try terms(rounding)
        for zone in terms.zones {
            var last = 0
            for grams in stride(from: 1, through: 60_000, by: 211) {
                let inputs = FreightInputs(grams: grams, zone: zone.zone)
                let quote = try FreightQuote.make(inputs, terms: terms, settings: settings).get()
                let again = try FreightQuote.make(inputs, terms: terms, settings: settings).get()
                #expect(quote.totalFen >= last)
                #expect(quote == again)
                #expect(quote.lines.map(\.amountFen).reduce(0, +) == quote.totalFen)
                last = quote.totalFen
            }
        }
    }
}
