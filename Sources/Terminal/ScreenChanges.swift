/// The bytes that turn what a terminal shows into a new frame.
///
/// Only absolute moves, styles and text are sent. A wide glyph is never overwritten by halves: one
/// that goes is blanked whole first, and after a cluster that is not ASCII the place of the cursor
/// is not relied on, so a terminal with another opinion of a width cannot shift the rest of a row.
package enum ScreenChanges {
    /// Everything, for a terminal of which nothing is known.
    package static func repaint(_ grid: Grid, caret: Point?) -> String {
        var writer = Writer()
        writer.text = hideCaret + "\u{1B}[0m\u{1B}[2J"
        writer.style = []
        for row in 0..<grid.size.rows {
            writer.draw(grid, row) { grid[$0, row] != .blank }
        }
        return writer.text + end(caret)
    }

    /// What differs; nothing when all is the same, the caret too. Both frames have one size.
    package static func between(
        _ old: Grid, _ oldCaret: Point?, _ new: Grid, caret: Point?
    ) -> String {
        precondition(old.size == new.size, "frames of two sizes")
        if old == new { return oldCaret == caret ? "" : hideCaret + end(caret) }
        var writer = Writer()
        writer.text = hideCaret
        for row in 0..<new.size.rows {
            let marks = marked(old, new, row)
            guard marks.contains(true) else { continue }
            writer.erase(old, row) { column in marks[column] && old[column, row] != new[column, row]
            }
            writer.draw(new, row) { marks[$0] }
        }
        return writer.text + end(caret)
    }

    /// Cells of a row to be drawn: those that differ, widened until no wide glyph of either frame
    /// is half marked.
    private static func marked(_ old: Grid, _ new: Grid, _ row: Int) -> [Bool] {
        let columns = new.size.columns
        var marks = (0..<columns).map { old[$0, row] != new[$0, row] }
        var isWidened = true
        while isWidened {
            isWidened = false
            for column in 0..<max(0, columns - 1) where marks[column] != marks[column + 1] {
                if old[column, row].width == 2 || new[column, row].width == 2 {
                    marks[column] = true
                    marks[column + 1] = true
                    isWidened = true
                }
            }
        }
        return marks
    }

    private static let hideCaret = "\u{1B}[?25l"

    private static func end(_ caret: Point?) -> String {
        guard let caret else { return "" }
        return "\u{1B}[0m\u{1B}[\(caret.row + 1);\(caret.column + 1)H\u{1B}[?25h"
    }

    /// Text on its way, and what the terminal will think after it.
    private struct Writer {
        var text = ""
        var style: Style?
        /// Where the cursor surely is.
        var cursor: Point?

        /// Blanks the wide glyphs of the old frame that go, each whole.
        mutating func erase(_ old: Grid, _ row: Int, where goes: (Int) -> Bool) {
            for column in 0..<old.size.columns where old[column, row].width == 2 && goes(column) {
                move(to: Point(column: column, row: row))
                set([])
                text += "  "
                cursor = Point(column: column + 2, row: row)
            }
        }

        mutating func draw(_ new: Grid, _ row: Int, where isMarked: (Int) -> Bool) {
            for column in 0..<new.size.columns where isMarked(column) {
                let cell = new[column, row]
                guard cell.width > 0 else { continue }
                move(to: Point(column: column, row: row))
                set(cell.style)
                text.append(cell.cluster)
                cursor =
                    cell.cluster.isASCII && column + 1 < new.size.columns
                    ? Point(column: column + 1, row: row) : nil
            }
        }

        private mutating func move(to point: Point) {
            if cursor != point { text += "\u{1B}[\(point.row + 1);\(point.column + 1)H" }
        }

        private mutating func set(_ wanted: Style) {
            if style != wanted { text += wanted.sequence }
            style = wanted
        }
    }
}
