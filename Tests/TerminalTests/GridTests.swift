import Testing

@testable import Terminal

@Suite struct GridTests {
    private func grid(_ columns: Int, _ rows: Int = 1) -> Grid {
        Grid(Size(columns: columns, rows: rows))
    }

    @Test func `text takes its columns`() {
        var grid = grid(8, 2)
        let result1 = grid.put("收a", at: Point(column: 1, row: 1))
        #expect(result1 == 4)
        #expect(grid.lines == ["        ", " 收a    "])
        #expect(grid[1, 1].width == 2 && grid[2, 1].width == 0)
    }

    @Test(arguments: [(0, "a 件  "), (1, " a件  "), (2, "收a   "), (3, "收 a  ")])
    func `writing on either half of a wide glyph blanks the other`(column: Int, line: String) {
        var grid = grid(6)
        grid.put("收件", at: Point(column: 0, row: 0))
        grid.put("a", at: Point(column: column, row: 0))
        #expect(grid.lines == [line])
        #expect(DisplayWidth.columns(grid.lines[0]) == 6)
    }

    @Test func `half a glyph at the edge is a blank`() {
        var grid = grid(3)
        let result2 = grid.put("收件", at: Point(column: 0, row: 0))
        #expect(result2 == 2)
        #expect(grid.lines == ["收 "])
        grid.put("ab收", at: Point(column: 0, row: 0), end: 3)
        #expect(grid.lines == ["ab "])
    }

    @Test func `what lies outside is not written`() {
        var grid = grid(4)
        grid.put("ab", at: Point(column: 0, row: 1))
        grid.put("ab", at: Point(column: 0, row: -1))
        grid.put("abc", at: Point(column: 3, row: 0))
        grid.put("x", at: Point(column: 4, row: 0))
        #expect(grid.lines == ["   a"])
    }

    @Test func `text from outside cannot steer the terminal or disagree on a width`() {
        var grid = grid(12)
        grid.put("a\u{1B}[2Jb👩‍👩‍👧c", at: Point(column: 0, row: 0))
        #expect(grid.lines == ["a?[2Jb??c   "])
    }

    @Test func `styles are seen as letters`() {
        var grid = grid(6)
        grid.put("收b", at: Point(column: 0, row: 0), style: .bold)
        grid.restyle(row: 0, from: 2, to: 5, [.reverse])
        grid.restyle(row: 0, from: 4, to: 5, [.reverse, .bold])
        grid.restyle(row: 3, .bold)
        #expect(grid.styleLines == ["bbrrB."])
    }

    @Test func `a screen has at most so many cells a side`() {
        #expect(Size(columns: Size.sideMax + 1, rows: -1) == Size(columns: Size.sideMax, rows: 0))
        #expect(Size(columns: Size.sideMax, rows: 1).columns == Size.sideMax)
    }
}
