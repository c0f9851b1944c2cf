import Domain
import Testing

@Suite struct ParcelIDTests {
    @Test(arguments: [
        "EX0000000000012", "SF1234567890123", "JD0001-1-2", "ABCDEF",
        "0123456789012345678901234567890123456789",
    ])
    func `own and foreign numbers are accepted`(text: String) {
        #expect(ParcelID.parse(text, companyPrefix: "EX").map(\.text) == .success(text))
    }

    @Test(arguments: [
        ("ABCDE", ParcelID.Problem.tooShort),
        ("", .tooShort),
        ("01234567890123456789012345678901234567890", .tooLong),
        ("-BCDEF", .character(position: 1)),
        ("ABC DEF", .character(position: 4)),
        ("ABC_DEF", .character(position: 4)),
        ("EX0000000000013", .ownNumber(.checkDigit)),
    ])
    func `what cannot be a number is refused`(text: String, problem: ParcelID.Problem) {
        #expect(ParcelID.parse(text, companyPrefix: "EX") == .failure(problem))
    }

    @Test func `lower-case letters are made upper-case`() {
        #expect(ParcelID.parse("sf123456", companyPrefix: "EX").map(\.text) == .success("SF123456"))
    }
}
