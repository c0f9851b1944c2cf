import Testing

@testable import Terminal

@Suite struct TextEntryTests {
    private func typed(_ keys: [Key], into text: String = "") -> TextEntry {
        var entry = TextEntry(text)
        for key in keys { _ = entry.take(key) }
        return entry
    }

    @Test func `keys write, move and erase`() {
        #expect(typed([.character("王"), .character("a")]).text == "王a")
        #expect(typed([.left, .character("b")], into: "ac").text == "abc")
        #expect(typed([.home, .delete], into: "王芳").text == "芳")
        #expect(typed([.backspace, .backspace, .backspace], into: "王芳").text == "")
        #expect(typed([.home, .end, .right, .character("c")], into: "ab").text == "abc")
    }

    @Test func `keys that mean nothing in a line are left to others`() {
        var entry = TextEntry()
        for key in [Key.backspace, .delete, .enter, .tab, .up, .escape] {
            let isTaken = entry.take(key)
            #expect(!isTaken)
        }
    }

    @Test func `an accent joins its letter and the caret stays behind it`() {
        let entry = typed([.character("e"), .character("\u{301}"), .character("x")])
        #expect(entry.text == "e\u{301}x")
        #expect(entry.shown(columns: 10).caret == 2)
    }

    @Test func `a line has its limit`() {
        var entry = TextEntry("", countMax: 3)
        let result1 = entry.insert("ab\n")
        #expect(result1)
        #expect(entry.text == "ab ")
        let isWhole = entry.insert("c")
        #expect(!isWhole)
        #expect(entry.text == "ab ")
    }

    @Test func `the part around the caret is shown`() {
        #expect(typed([], into: "文三路259号").shown(columns: 8) == ("路259号", 7))
        #expect(typed([.home], into: "文三路259号").shown(columns: 8) == ("文三路2", 0))
        #expect(typed([], into: "ab").shown(columns: 8) == ("ab", 2))
    }
}
