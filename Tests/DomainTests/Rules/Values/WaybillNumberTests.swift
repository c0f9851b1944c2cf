import Domain
import Testing

@Suite struct WaybillNumberTests {
    @Test(arguments: [
        "EX0000000000012", "EX0000000000029", "EX0100000000019", "EX2612345678901",
        "EX9999999999992", "EX0000000000004",
    ])
    func `a number with its right check digit is read`(text: String) {
        #expect(WaybillNumber.parse(text).map(\.text) == .success(text))
        #expect(WaybillNumber(body: String(text.dropLast()))?.text == text)
    }

    @Test(arguments: [
        ("EX0000000000013", WaybillNumber.Problem.checkDigit),
        ("EX2621345678901", .checkDigit),
        ("EX999999999999", .length(found: 14)),
        ("EX00000000000129", .length(found: 16)),
        ("", .length(found: 0)),
        ("E10000000000012", .letterExpected(position: 2)),
        ("EX00000000000A2", .digitExpected(position: 14)),
        ("中000000000012", .letterExpected(position: 1)),
    ])
    func `a wrong number is refused with its exact reason`(
        text: String, problem: WaybillNumber.Problem
    ) {
        #expect(WaybillNumber.parse(text) == .failure(problem))
    }

    @Test func `typing is folded to upper-case narrow characters`() {
        #expect(WaybillNumber.parse(" ｅx000000000001２ ").map(\.text) == .success("EX0000000000012"))
    }

    @Test func `every single wrong digit is found`() {
        let right = Array("EX2612345678901".utf8)
        for position in 2..<15 {
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != right[position] {
                var wrong = right
                wrong[position] = digit
                let parsed = WaybillNumber.parse(String(decoding: wrong, as: UTF8.self))
                #expect(parsed == .failure(.checkDigit))
            }
        }
    }

    @Test(arguments: ["EX00000000000", "EX0000000000012", "ex000000000001", "EX00000000000A"])
    func `a body of another shape makes no number`(body: String) {
        #expect(WaybillNumber(body: body) == nil)
    }
}
