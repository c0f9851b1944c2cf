import Testing

@testable import Commands

@Suite struct QuantityTests {
    @Test(
        arguments: [
            ("0", 0), ("007", 7), ("9223372036854775807", Int.max), ("9223372036854775808", nil),
            ("", nil), ("-1", nil), ("+1", nil), ("1 ", nil), ("１", nil), ("1.0", nil),
        ] as [(String, Int?)])
    func `a count is digits alone and fits`(text: String, value: Int?) {
        #expect(Quantity.count(text) == value)
    }

    @Test(arguments: ["300x200x100", "300X200X100", "300*200*100", "300×200×100"])
    func `a size is three lengths`(text: String) throws {
        let size = try #require(Quantity.size(text))
        #expect(size == (300, 200, 100))
    }

    @Test(arguments: ["", "300", "300x200", "300x200x100x1", "300x200x", "x200x100", "3e2x1x1"])
    func `another number of lengths is no size`(text: String) {
        #expect(Quantity.size(text) == nil)
    }

    @Test(
        arguments: [
            ("12", 1200), ("12.5", 1250), ("12.50", 1250), ("0.05", 5), ("0", 0), ("12.", nil),
            (".5", nil), ("12.505", nil), ("1,200", nil), ("-3", nil), ("", nil), ("1.2.3", nil),
            ("92233720368547758.07", Int.max), ("92233720368547758.08", nil),
            ("92233720368547759", nil),
        ] as [(String, Int?)])
    func `yuan become fen exactly`(text: String, fen: Int?) {
        #expect(Quantity.fen(yuan: text) == fen)
    }

    @Test(
        arguments: [
            (128_650, "1286.50"), (5, "0.05"), (-5, "-0.05"), (0, "0.00"),
            (.max, "92233720368547758.07"), (.min, "-92233720368547758.08"),
        ])
    func `fen become yuan with two decimals`(fen: Int, text: String) {
        #expect(Quantity.yuan(fen: fen) == text)
    }
}
