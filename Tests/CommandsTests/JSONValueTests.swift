import Testing

@testable import Commands

@Suite struct JSONValueTests {
    @Test func `keys keep their order and there are no blanks`() {
        let value: JSONValue = [
            "b": 1, "a": [true, "x", -7], "c": ["d": .null], "e": [:], "f": [],
        ]
        #expect(value.serialized == #"{"b":1,"a":[true,"x",-7],"c":{"d":null},"e":{},"f":[]}"#)
        #expect(value["c"]?["d"] == .null)
        #expect(value["z"] == nil)
    }

    @Test(
        arguments: [
            (#"say "hi" \ now"#, #""say \"hi\" \\ now""#),
            ("\u{0}\u{1B}[2J\n\r\t\u{7F}", #""\u0000\u001b[2J\n\r\t\u007f""#),
            ("\u{9B}31m", #""\u009b31m""#),
            ("a\u{202E}b\u{2066}c\u{2028}d\u{FEFF}", #""a\u202eb\u2066c\u2028d\ufeff""#),
            ("王芳 😀 é", #""王芳 😀 é""#),
            ("/", #""/""#),
        ])
    func `text is escaped so that it is JSON and cannot steer a terminal`(
        text: String, json: String
    ) {
        #expect(JSONValue.text(text).serialized == json)
        #expect(JSONValue.object([JSONMember(text, 1)]).serialized == "{\(json):1}")
    }
}
