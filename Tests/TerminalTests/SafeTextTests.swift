import Testing

@testable import Terminal

@Suite struct SafeTextTests {
    @Test(
        arguments: [
            ("\u{1B}[31mred", "?[31mred"), ("a\u{0}b\nc\u{7F}", "a?b?c?"), ("\u{85}\u{9F}", "??"),
            ("a\u{202A}\u{202E}\u{2066}\u{2069}b", "a????b"), ("\u{200E}\u{200F}\u{061C}", "???"),
            ("\u{2028}\u{2029}\u{FEFF}", "???"), ("\r\n", "??"),
        ])
    func `what could steer a terminal becomes a mark`(text: String, safe: String) {
        #expect(SafeText.visible(text) == safe)
    }

    @Test(arguments: ["", "王芳, 文三路259号", "a b~", "\u{A0}é", "👩‍👩‍👧", "\u{2027}\u{202F}\u{2065}"])
    func `other text stays as it is`(text: String) {
        #expect(SafeText.visible(text) == text)
    }
}
