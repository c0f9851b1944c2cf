import Domain
import Testing

@Suite struct FenTests {
    @Test(arguments: [
        ("12.50", 1250), ("12.5", 1250), ("12", 1200), ("0", 0), ("0.01", 1), ("007.10", 710),
        (" 12.50 ", 1250), ("１２．５０", 1250), ("100000000", Fen.amountMax),
    ])
    func `an amount in yuan is read as fen`(text: String, fen: Int) {
        #expect(Fen.parse(text) == .success(fen))
    }

    @Test(arguments: [
        ("", Fen.Problem.empty), ("  ", .empty), ("-1", .notANumber), ("1,000", .notANumber),
        ("1.", .notANumber), (".5", .notANumber), ("1.2.3", .notANumber), ("一", .notANumber),
        ("1.005", .fractionOfFen), ("100000000.01", .tooLarge),
        ("99999999999999999999999999", .tooLarge),
    ])
    func `what is no amount is refused`(text: String, problem: Fen.Problem) {
        #expect(Fen.parse(text) == .failure(problem))
    }

    @Test(arguments: [
        (1250, "¥12.50"), (5, "¥0.05"), (0, "¥0.00"), (100, "¥1.00"), (-1205, "-¥12.05"),
        (Int.min, "-¥92233720368547758.08"),
    ])
    func `fen are shown as yuan`(fen: Int, text: String) {
        #expect(Fen.text(fen) == text)
    }

    @Test func `a sum that does not fit is no sum`() {
        #expect(Fen.sum([1, 2, 3]) == 6)
        #expect(Fen.sum([]) == 0)
        #expect(Fen.sum([Int.max, 1]) == nil)
    }

    @Test(arguments: [
        (1000, 5, 5), (100, 5, 1), (99, 5, 0), (300, 5, 2), (0, 5, 0), (1, 500, 1), (1, 499, 0),
    ])
    func `a share in permille is rounded half up`(amount: Int, permille: Int, share: Int) {
        #expect(Fen.share(of: amount, permille: permille) == share)
    }

    @Test func `a share of a negative or enormous amount is no share`() {
        #expect(Fen.share(of: -1, permille: 5) == nil)
        #expect(Fen.share(of: Int.max, permille: 2) == nil)
    }
}
