import Domain
import ReferenceData
import Testing

/// Twenty prices worked out on paper. Built-in tariff: first weight 1000 g, step 1000 g, divisor
/// 6000, first fee + step fee in fen: SAME_CITY 800+200, SAME_PROVINCE 1000+300, NEIGHBOUR
/// 1200+500, STANDARD 1300+800, REMOTE (1500+1200) × 1.5, HMT 3000+1800. Cover: to 500 yuan 100,
/// to 1000 yuan 200, above 5 permille up to a whole yuan. COD: 10 permille, at least 300.
@Suite struct FreightExamplesTests {
    private let settings = RuleSettings(ReferenceData.tables.settings)

    private func total(
        _ zone: String, _ grams: Int, _ size: String? = nil,
        _ change: (inout FreightInputs, inout TariffTerms) throws -> Void = { _, _ in }
    ) throws -> Int {
        var terms = ReferenceData.tables.standardTariff
        var inputs = FreightInputs(
            grams: grams, size: size.flatMap { ParcelSize($0) }, zone: try #require(Code(zone)))
        try change(&inputs, &terms)
        return try FreightQuote.make(inputs, terms: terms, settings: settings).get().totalFen
    }

    private func code(_ text: String) throws -> Code { try #require(Code(text)) }

    @Test func `weights, zones and volume`() throws {
        // 1. 800 g ≤ 1000 g: the first fee.                                   800
        #expect(try total("SAME_CITY", 800) == 800)
        // 2. 2350 − 1000 = 1350 g, 2 steps: 1000 + 2·300 =                    1600
        #expect(try total("SAME_PROVINCE", 2350) == 1600)
        // 3. 300·250·80 mm = 6 000 000 / 6000 = 1000 g; 620 g actual:         1300
        #expect(try total("STANDARD", 620, "300x250x80") == 1300)
        // 4. 400·300·200 = 24 000 000 / 6000 = 4000 g > 1500 g; 3 steps:
        //    1300 + 3·800 =                                                   3700
        #expect(try total("STANDARD", 1500, "400x300x200") == 3700)
        // 5. 301·250·80 = 6 020 000 / 6000 = 1003.33 → 1004 g; 1 step:
        //    1200 + 500 =                                                     1700
        #expect(try total("NEIGHBOUR", 900, "301x250x80") == 1700)
        // 6. 3001 g: 2001 g over, 3 steps: (1500 + 3·1200) · 1.5 = 5100 · 1.5  7650
        #expect(try total("REMOTE", 3001) == 7650)
        // 7. 5000 g: 4 steps: 3000 + 4·1800 =                                10200
        #expect(try total("HMT", 5000) == 10_200)
        // 8. 50 kg: 49 steps: 1300 + 49·800 =                                40500
        #expect(try total("STANDARD", 50_000) == 40_500)
    }

    @Test func `roundings, divisors and the side rule`() throws {
        func rounding(_ rounding: WeightRounding) throws -> Code {
            try code(rounding.rawValue)
        }
        // 9. Half kilograms: 1350 g over → 3·500 = 1500 g: 1300 + 1500·800/1000 = 2500
        #expect(
            try total("STANDARD", 2350) { $1.rounding = try rounding(.ceilToHalfKilogram) } == 2500)
        // 10. 100 g: 1350 g over → 14·100 = 1400 g: 1300 + 1400·800/1000 =     2420
        #expect(
            try total("STANDARD", 2350) { $1.rounding = try rounding(.ceilTo100Grams) } == 2420)
        // 11. Half up: 1350 g over → 1.35 → 1 step: 1300 + 800 =               2100
        #expect(try total("STANDARD", 2350) { $1.rounding = try rounding(.halfUp) } == 2100)
        // 12. Divisor 12000: 24 000 000 / 12000 = 2000 g > 1500 g; 1 step:
        //     1300 + 800 =                                                     2100
        #expect(try total("STANDARD", 1500, "400x300x200") { $1.divisor = 12_000 } == 2100)
        // 13. Volume counts from 600 mm only: 1500 g, 1 step: 1300 + 800 =     2100
        #expect(
            try total("STANDARD", 1500, "400x300x200") { $1.volumetricMinSideMillimetres = 600 }
                == 2100)
        // 14. The half fen: first fee 1001 · 1.5 = 1501.5 →                    1502
        #expect(
            try total("REMOTE", 500) { inputs, terms in
                terms.zones = [
                    TariffZone(
                        zone: inputs.zone, firstFeeFen: 1001, stepFeeFen: 1, permille: 1500)
                ]
            } == 1502)
    }

    @Test func `cover, COD and the other lines`() throws {
        // 15. Cover of 800 yuan: second tier. 1300 + 200 =                     1500
        #expect(
            try total("STANDARD", 500) { inputs, _ in inputs.declaredValueFen = 80_000 } == 1500)
        // 16. Cover of 1200.01 yuan: 5 permille = 600.005 fen·100 → 7 yuan.
        //     1300 + 700 =                                                     2000
        #expect(
            try total("STANDARD", 500) { inputs, _ in inputs.declaredValueFen = 120_001 } == 2000)
        // 17. COD of 88 yuan: 10 permille = 88 fen, at least 300. 800 + 300 =  1100
        #expect(try total("SAME_CITY", 500) { inputs, _ in inputs.codFen = 8800 } == 1100)
        // 18. COD of 888.88 yuan: 888.88 → 889. 800 + 889 =                    1689
        #expect(try total("SAME_CITY", 500) { inputs, _ in inputs.codFen = 88_888 } == 1689)
        // 19. 2350 g in the province 1600, upstairs 300, peak season 200, packing 250,
        //     receipt back 400, discount −150: 1600 + 300 + 200 + 250 + 400 − 150 = 2600
        #expect(
            try total("SAME_PROVINCE", 2350) { inputs, _ in
                inputs.surcharges = [try code("UPSTAIRS"), try code("PEAK_SEASON")]
                inputs.packagingFen = 250
                inputs.returnReceiptFen = 400
                inputs.discountFen = 150
            } == 2600)
    }

    /// 20. Three pieces of 1200, 700 and 2050 g, the last one 300·200·300 mm: 18 000 000 / 6000 =
    ///     3000 g.
    @Test func `several pieces are rounded once, or each by itself`() throws {
        let pieces = [
            FreightPiece(grams: 1200), FreightPiece(grams: 700),
            FreightPiece(grams: 2050, size: ParcelSize("300x200x300")),
        ]
        // Once: 3950 g actual > 3000 g; 2950 g over, 3 steps: 1300 + 3·800 =   3700
        #expect(try total("STANDARD", 0) { inputs, _ in inputs.pieces = pieces } == 3700)
        // Each: 2000 + 1000 + 3000 = 6000 g; 5 steps: 1300 + 5·800 =           5300
        let each = try total("STANDARD", 0) { inputs, terms in
            inputs.pieces = pieces
            terms.isRoundedPerPiece = true
        }
        #expect(each == 5300)
    }
}
