import Testing

@testable import Terminal

@Suite struct ScannedCodeTests {
    private func candidates(_ text: String, prefix: String = "") -> [String] {
        ScannedCode(Array(text.utf8), prefix: Array(prefix.utf8)).candidates
    }

    @Test(
        arguments: [
            ("EX2611210029944", "EX2611210029944"), ("EX2611210029944\r\n", "EX2611210029944"),
            ("\u{2}EX2611210029944\u{3}", "EX2611210029944"),
            ("]C0EX2611210029944", "EX2611210029944"),
            ("EX2611210029944\t", "EX2611210029944"), (" EX1 ", "EX1"),
        ])
    func `what a scanner adds is taken off`(text: String, code: String) {
        #expect(candidates(text) == [code])
    }

    @Test func `the configured prefix is taken off and the symbology kept`() {
        let code = ScannedCode(Array("~~]C1(21)A7".utf8), prefix: Array("~~".utf8))
        #expect(code.symbology == "C1")
        #expect(code.candidates == ["(21)A7", "A7"])
        #expect(code.raw == Array("~~]C1(21)A7".utf8))
    }

    @Test func `GS1 fields are candidates`() {
        #expect(
            candidates("]C100123456789012345675")
                == ["00123456789012345675", "123456789012345675"])
        #expect(
            candidates("]d20106901234567892\u{1D}10LOT1\u{1D}21EX2611210029944").suffix(3)
                == ["06901234567892", "LOT1", "EX2611210029944"])
        #expect(candidates("(00)123456789012345675").last == "123456789012345675")
        #expect(candidates("]C10012345") == ["0012345"])
        #expect(candidates("]C199") == ["99"])
    }

    @Test func `ISO 15434 fields are candidates without their identifiers`() {
        #expect(
            candidates("[)>\u{1E}06\u{1D}1JEX2611210029944\u{1D}Q3\u{1E}\u{4}").suffix(2)
                == ["EX2611210029944", "3"])
    }

    @Test func `an address gives its last part and a doubled text its half`() {
        #expect(candidates("https://p.example/P/EX2611210029944?a=1").last == "EX2611210029944")
        #expect(candidates("EX2611210029944EX2611210029944").last == "EX2611210029944")
        #expect(candidates("121212").count == 1)
    }

    @Test(arguments: ["", "]", "]C1", "[)>\u{1E}", "(", "(00", "(21)", "https://", "\u{1D}"])
    func `stumps are read without harm`(text: String) {
        #expect(candidates(text).count <= 2)
    }
}
