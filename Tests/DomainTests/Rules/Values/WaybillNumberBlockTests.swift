import Domain
import Testing

@Suite struct WaybillNumberBlockTests {
    @Test func `a block is drawn from its first to its last number`() throws {
        let range = try WaybillNumberBlock.parse(first: "EX010000000001", last: "EX010000001000")
            .get()
        #expect(range.count == 1000)
        #expect(range.number(at: 0)?.text == "EX0100000000019")
        #expect(range.number(at: 999).map { $0.text.hasPrefix("EX010000001000") } == true)
        #expect(range.number(at: 1000) == nil)
        #expect(range.number(at: -1) == nil)
    }

    @Test func `a number knows its place in its block`() throws {
        let range = try WaybillNumberBlock.parse(first: "EX010000000001", last: "EX010000001000")
            .get()
        for index in [0, 1, 500, 999] {
            let number = try #require(range.number(at: index))
            #expect(range.index(of: number) == index)
        }
        let foreign = try WaybillNumber.parse("EX0000000000012").get()
        #expect(range.index(of: foreign) == nil)
    }

    @Test(arguments: [
        ("EX01", "EX010000001000", WaybillNumberBlock.Problem.shape),
        ("EX010000000001", "EY010000001000", .prefixesDiffer),
        ("EX010000000002", "EX010000000001", .order),
        ("EX010000000000", "EX010000100000", .size),
    ])
    func `ends that make no block are refused`(
        first: String, last: String, problem: WaybillNumberBlock.Problem
    ) {
        #expect(WaybillNumberBlock.parse(first: first, last: last) == .failure(problem))
    }

    @Test func `the greatest block holds exactly the limit`() throws {
        let range = try WaybillNumberBlock.parse(first: "EX010000000000", last: "EX010000099999")
            .get()
        #expect(range.count == WaybillNumberBlock.countMax)
    }
}
