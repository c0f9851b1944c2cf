import Domain
import Testing

@testable import Terminal

@Suite struct ScreenChangesTests {
    private let size = Size(columns: 9, rows: 2)

    private func frame(_ random: inout SeededGenerator) -> Grid {
        let texts = ["收", "件", "a", "1 ", "派件a", " ", "ex", "，", "ｱ", "⡇"]
        let styles: [Style] = [[], [], .bold, .reverse]
        var grid = Grid(size)
        for _ in 0..<Int.random(in: 0...9, using: &random) {
            let column = Int.random(in: 0..<size.columns, using: &random)
            let row = Int.random(in: 0..<size.rows, using: &random)
            grid.put(
                texts[Int.random(in: 0..<texts.count, using: &random)],
                at: Point(column: column, row: row),
                style: styles[Int.random(in: 0..<styles.count, using: &random)])
        }
        return grid
    }

    @Test func `a terminal that tears shows each new frame exactly`() {
        var random = SeededGenerator(seed: 5)
        var terminal = ModelTerminal(size)
        var shown = frame(&random)
        terminal.show(ScreenChanges.repaint(shown, caret: nil))
        #expect(terminal.shows(shown))
        var wrong = 0
        var shownCaret: Point?
        for turn in 0..<30_000 {
            let next = frame(&random)
            let caret = turn.isMultiple(of: 2) ? Point(column: turn % 9, row: turn % 2) : nil
            terminal.show(ScreenChanges.between(shown, shownCaret, next, caret: caret))
            if !terminal.shows(next) || terminal.caret != caret { wrong += 1 }
            shown = next
            shownCaret = caret
        }
        #expect(wrong == 0)
        #expect(terminal.faults == [])
    }

    @Test func `nothing is sent when nothing changed`() {
        var grid = Grid(size)
        grid.put("收件", at: Point(column: 0, row: 0))
        let place = Point(column: 1, row: 1)
        #expect(ScreenChanges.between(grid, place, grid, caret: place) == "")
        #expect(
            ScreenChanges.between(grid, place, grid, caret: Point(column: 2, row: 1))
                == "\u{1B}[?25l\u{1B}[0m\u{1B}[2;3H\u{1B}[?25h")
    }

    @Test func `a small change sends little`() {
        var old = Grid(size)
        old.put("count 1", at: Point(column: 0, row: 1))
        var new = old
        new.put("2", at: Point(column: 6, row: 1))
        #expect(
            ScreenChanges.between(old, nil, new, caret: nil)
                == "\u{1B}[?25l\u{1B}[2;7H\u{1B}[0m2")
    }

    @Test func `what was switched on is switched off on the way out`() {
        let modes = { (text: String, end: Character) in
            Set(text.split(separator: "\u{1B}").filter { $0.last == end }.map { $0.dropLast() })
        }
        let entered = TerminalModes.enter(withMouse: true)
        #expect(modes(entered, "h").isSubset(of: modes(TerminalModes.leave, "l")))
        #expect(modes(entered, "l").isSubset(of: modes(TerminalModes.leave, "h")))
        #expect(TerminalModes.leave.hasSuffix("\u{1B}[?1049l"))
        #expect(!TerminalModes.enter(withMouse: false).contains("1002"))
    }
}
