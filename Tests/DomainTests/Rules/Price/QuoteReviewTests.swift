import Domain
import ReferenceData
import Testing

/// Quotes computed again.
@Suite struct QuoteReviewTests {
    private let settings = RuleSettings(ReferenceData.tables.settings)
    private let terms = ReferenceData.tables.standardTariff

    /// The facts of a pickup with every line a price can have.
    private func act() throws -> PickupAct {
        var form = try RuleSamples.pickup
        form.price.cover = .declared(fen: 80_000)
        form.price.codFen = 50_000
        form.price.codAccount = "6222"
        form.price.packagingFen = 300
        form.price.returnReceiptFen = 400
        form.price.discountFen = 100
        form.price.surcharges = [try #require(Code("UPSTAIRS"))]
        // 1200 g over STANDARD: 2100; 300; cover 200; COD 500; 300; 400; −100.
        form.acceptance = .accepted(fen: 3700)
        let result = AcceptanceGate.decide(
            form, in: RuleSamples.context(), isBound: { _ in false })
        guard case .accepted(let act) = result else { throw Refused() }
        return act
    }

    private struct Refused: Error {}

    private func review(_ quote: QuoteFact, _ pickup: PickupFact? = nil) -> QuoteReview {
        QuoteReview(of: quote, pickup: pickup, terms: terms, settings: settings)
    }

    @Test func `a quote of the program is right from every side`() throws {
        let act = try act()
        let whole = review(act.quoteFact, act.pickup)
        #expect(whole.differences.isEmpty && whole.isComplete)
        #expect(review(act.quoteFact).differences.isEmpty)
        let alone = QuoteReview(of: act.quoteFact)
        #expect(alone.differences.isEmpty && !alone.isComplete)
    }

    @Test func `a fen in any line is named with what it should be`() throws {
        let act = try act()
        for index in act.quoteFact.lines.indices {
            var quote = act.quoteFact
            let amount = quote.lines[index].amountFen
            quote.lines[index].amountFen += 1
            quote.totalFen += 1
            let item = QuoteReview.Item.line(quote.lines[index].code)
            let found = review(quote, act.pickup).differences
            #expect(found.count == 2, "\(quote.lines[index])")
            let line = try #require(found.first { $0.item == item })
            #expect(line.recorded == amount + 1 && line.computed == amount)
            #expect(found.contains { $0.item == .charged })
        }
    }

    @Test func `another weight costs what the quote would have said of it`() throws {
        let act = try act()
        let before = act.pickup.weight
        let same = Reweighing(grams: before.actualGrams, before: before, quote: act.quoteFact)
        #expect(same.totalFen == act.quoteFact.totalFen)
        // Two more steps of 800 fen: 1200 g began one, 3200 g begin the third.
        let heavy = Reweighing(grams: 3_200, before: before, quote: act.quoteFact)
        #expect(heavy.totalFen == act.quoteFact.totalFen + 1_600)
        #expect(heavy.weight.chargeableGrams == 3_200 && heavy.weight.source?.text == "SCALE")
        // The volume still counts when the scale says less.
        let light = Reweighing(grams: 1, before: before, quote: act.quoteFact)
        #expect(light.weight.chargeableGrams == max(1, before.volumetricGrams))
        var pieces = act.quoteFact
        pieces.pieces = [PieceWeight(actualGrams: 600, volumetricGrams: 0)]
        #expect(Reweighing(grams: 3_200, before: before, quote: pieces).totalFen == nil)
        #expect(Reweighing(grams: 3_200, before: nil, quote: nil).totalFen == nil)
    }

    @Test func `a changed figure is named`() throws {
        let act = try act()
        func items(_ change: (inout QuoteFact) -> Void) -> [QuoteReview.Item] {
            var quote = act.quoteFact
            change(&quote)
            return review(quote, act.pickup).differences.map(\.item)
        }
        let freight = QuoteReview.Item.line(try #require(Code("FREIGHT")))
        #expect(items { $0.units = 2 } == [.units])
        #expect(items { $0.stepFeeFen = 700 } == [.stepFee, freight])
        #expect(items { $0.divisor = 5000 } == [.divisor])
        #expect(items { $0.volumetricGrams = 999 } == [.volumetricGrams])
        #expect(items { $0.chargeableGrams = 2001 } == [.chargeableGrams, .units, freight])
        #expect(items { $0.zonePermille = 1500 } == [.zoneFactor, freight])
        #expect(items { $0.rounding = Code("HALF_UP") } == [.rounding, .units, freight])
        #expect(items { $0.rounding = Code("MOON") } == [.rounding, freight])
        #expect(items { $0.firstGrams = nil } == [.firstGrams, freight])
        #expect(items { $0.totalFen += 1 } == [.total, .charged])
        #expect(items { $0.lines.removeLast() } == [.line(Code(of: Line.discount)), .total])
        let moon = ChargeLine(code: try #require(Code("MOON")), amountFen: 0)
        #expect(items { $0.lines.append(moon) } == [.line(moon.code)])
    }

    private typealias Line = FreightQuote.LineCode

    @Test func `pieces that were rounded each by itself are recomputed`() throws {
        var terms = terms
        terms.isRoundedPerPiece = true
        var inputs = FreightInputs(grams: 0, zone: try #require(Code("STANDARD")))
        inputs.pieces = [FreightPiece(grams: 1200), FreightPiece(grams: 700)]
        let quote = try FreightQuote.make(inputs, terms: terms, settings: settings).get()
        var fact = quote.fact(payType: .prepaid, isAccepted: true, now: 0)
        #expect(fact.chargeableGrams == 3000 && fact.pieces.count == 2)
        #expect(QuoteReview(of: fact, terms: terms).differences.isEmpty)
        fact.pieces[1].actualGrams = 1700
        #expect(QuoteReview(of: fact, terms: terms).differences.map(\.item) == [.chargeableGrams])
    }

    @Test func `every difference is said in both languages`() throws {
        let words = ReferenceData.tables.words
        let act = try act()
        var quote = act.quoteFact
        quote.totalFen += 1
        quote.rounding = Code("MOON")
        quote.stepFeeFen = nil
        let said = review(quote, act.pickup).differences.map { $0.words(words) }
        #expect(said.count == 5)
        #expect(said.contains { $0.zh == "合计: 记的 ¥37.01, 应为 ¥37.00" })
        #expect(said.contains { $0.en == "rounding: not what the tariff says" })
        #expect(said.contains { $0.en == "fee of a step: not recorded, ¥8.00 computed" })
        #expect(said.contains { $0.en == "freight: ¥21.00 recorded, which nothing gives" })
    }

    /// Any shipment under any rounding: more weight never costs less, nothing is negative, the
    /// lines make the total, and what is recorded is found right again.
    @Test func `prices of random shipments`() throws {
        var random = SeededGenerator(seed: 20_261_125)
        for _ in 0..<400 {
            var terms = terms
            let rounding = try #require(WeightRounding.allCases.randomElement(using: &random))
            terms.rounding = try #require(Code(rounding.rawValue))
            terms.stepGrams = try #require([100, 500, 1000, 2000].randomElement(using: &random))
            terms.divisor = try #require([5000, 6000, 8000, 12_000].randomElement(using: &random))
            terms.isRoundedPerPiece = Bool.random(using: &random)
            var inputs = FreightInputs(
                grams: 1 + Int.random(in: 0..<60_000, using: &random),
                zone: try #require(terms.zones.randomElement(using: &random)).zone)
            inputs.pieces = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                FreightPiece(
                    grams: 1 + Int.random(in: 0..<20_000, using: &random),
                    size: ParcelSize(
                        lengthMillimetres: 1 + Int.random(in: 0..<900, using: &random),
                        widthMillimetres: 1 + Int.random(in: 0..<500, using: &random),
                        heightMillimetres: 1 + Int.random(in: 0..<500, using: &random)))
            }
            inputs.packagingFen = Int.random(in: 0..<1000, using: &random)
            inputs.discountFen = Int.random(in: 0..<300, using: &random)
            let quote = try FreightQuote.make(inputs, terms: terms, settings: settings).get()
            #expect(quote.totalFen >= 0)
            #expect(quote.lines.map(\.amountFen).reduce(0, +) == quote.totalFen)
            let fact = quote.fact(payType: .prepaid, isAccepted: true, now: 0)
            #expect(QuoteReview(of: fact, terms: terms).differences.isEmpty, "\(inputs)")
            inputs.grams += 1 + Int.random(in: 0..<3000, using: &random)
            if !inputs.pieces.isEmpty {
                inputs.pieces[0].grams += 1 + Int.random(in: 0..<3000, using: &random)
            }
            let heavier = try FreightQuote.make(inputs, terms: terms, settings: settings).get()
            #expect(heavier.totalFen >= quote.totalFen, "\(inputs)")
        }
    }
}
