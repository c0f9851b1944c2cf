import Testing

@testable import HandheldUI

@Suite struct RecordNameTests {
    @Test func `a record is named by number, reference or fact id`() {
        let hex = String(repeating: "a1", count: 32)
        #expect(RecordName("12") == .number(12))
        #expect(RecordName("7k2m-93qx") == .reference("7K2M-93QX"))
        #expect(RecordName(hex) == .fact(hex))
        #expect(RecordName(hex.uppercased()) == .fact(hex))
        #expect(RecordName("999999999999999999") == .number(999_999_999_999_999_999))
    }

    @Test(
        arguments: [
            "", "0", "-1", "1.0", "7K2M93QX", "7K2M-93Q", "7K2M-93QO", "7K2M-93QXX", "一",
            "9999999999999999999",
        ])
    func `anything else names no record`(text: String) {
        #expect(RecordName(text) == nil)
    }
}
