import Domain
import Testing

/// Notes and coins as they are typed.
@Suite struct CashCountTests {
    @Test func `a count is read, and what it comes to is exact`() throws {
        let count = try CashCount.parse("100=2,50=1,0.5=3,1=0").get()
        #expect(count.notes == [10_000: 2, 5_000: 1, 50: 3])
        #expect(count.totalFen == 25_150)
        #expect(try CashCount.parse("100=0").get().totalFen == 0)
    }

    @Test func `every note and coin has its name in yuan`() throws {
        for fen in CashCount.denominations {
            let yuan = "\(fen / 100).\(fen / 10 % 10)\(fen % 10)"
            #expect(try CashCount.parse("\(yuan)=1").get().notes == [fen: 1])
        }
    }

    @Test(
        arguments: [
            ("", .form("")), ("100", .form("100")), ("100=2,", .form("")),
            ("100=-1", .form("100=-1")), ("100=1=1", .form("100=1=1")), ("100=", .form("100=")),
            ("3=1", .denomination("3")), ("x=1", .denomination("x")),
            ("100=1,100.00=1", .twice("100.00")), ("100=1,100=0", .twice("100")),
            ("0.001=1", .denomination("0.001")),
        ] as [(String, CashCount.Problem)])
    func `a wrong count is named`(typed: String, problem: CashCount.Problem) {
        #expect(CashCount.parse(typed) == .failure(problem))
    }

    @Test func `so many pieces, and no more`() throws {
        let most = CashCount.piecesMax
        #expect(try CashCount.parse("0.01=\(most)").get().totalFen == most)
        #expect(CashCount.parse("0.01=\(most + 1)") == .failure(.tooLarge))
        #expect(try CashCount.parse("100=\(most)").get().totalFen == 1_000_000_000)
    }
}
