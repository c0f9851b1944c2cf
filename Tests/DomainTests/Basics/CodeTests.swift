import Domain
import Testing

struct CodeTests {
    @Test(arguments: ["AB", "NOT_HOME", "A1", "A" + String(repeating: "9", count: 39)])
    func `a code is kept as it is`(text: String) {
        #expect(Code(text)?.text == text)
    }

    @Test(arguments: [
        "", "A", "ab", "1A", "_A", "A-B", "A B", "快件", "A" + String(repeating: "9", count: 40),
    ])
    func `anything else is no code`(text: String) {
        #expect(Code(text) == nil)
    }
}
