import Testing

@testable import Terminal

@Suite struct DisplayWidthTests {
    @Test(
        arguments: [
            ("", 0), ("abc", 3), ("收件", 4), ("收a", 3), ("「」", 4), ("，", 2), ("é", 1),
            ("e\u{301}", 1),
            ("👩‍👩‍👧", 2), ("🇨🇳", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("\u{20BB7}", 2), ("क्न", 2), ("✓", 1),
        ])
    func `text has the columns that a terminal gives it`(text: String, columns: Int) {
        #expect(DisplayWidth.columns(text) == columns)
    }

    @Test func `padding counts columns and never cuts`() {
        #expect(DisplayWidth.padded("收件", to: 6) == "收件  ")
        #expect(DisplayWidth.paddedLeft("收", to: 3) == " 收")
        #expect(DisplayWidth.padded("收件", to: 3) == "收件")
    }

    @Test(
        arguments: [
            ("one two three", 7, ["one two", "three"]),
            ("one two three", 8, ["one two", "three"]),
            ("extraordinary", 5, ["extraordinary"]),
            ("箱子放入后记下", 6, ["箱子放", "入后记", "下"]),
            ("箱子放，入后", 6, ["箱子", "放，入", "后"]),
            ("箱子「放」入", 7, ["箱子", "「放」", "入"]),
            ("", 5, [""]),
        ])
    func `lines break at blanks and between wide characters`(
        text: String, width: Int, lines: [String]
    ) {
        #expect(DisplayWidth.wrapped(text, to: width) == lines)
    }
}

extension DisplayWidthTests {
    @Test func `text is cut between clusters`() {
        #expect(DisplayWidth.prefix("收件a", columns: 3) == "收")
        #expect(DisplayWidth.prefix("收件a", columns: 5) == "收件a")
        #expect(DisplayWidth.cut("文三路259号", to: 8) == "文三路..")
        #expect(DisplayWidth.cut("文三路259号", to: 11) == "文三路259号")
    }
}
