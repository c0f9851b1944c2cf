import Testing

@testable import Commands

@Suite struct WholeNumberTests {
    @Test(
        arguments: [
            ("0", 0), ("007", 7), ("9223372036854775807", Int.max), ("9223372036854775808", nil),
            ("", nil), ("-1", nil), ("+1", nil), ("1 ", nil), ("１", nil), ("1.0", nil),
        ] as [(String, Int?)])
    func `a whole number is digits alone and fits`(text: String, value: Int?) {
        #expect(WholeNumber.parse(text) == value)
    }
}
