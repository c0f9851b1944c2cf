/// The bytes that turn what a terminal shows into a new frame.
///
/// Only absolute moves, styles and text are sent. The right half of a wide glyph is a cell of its
/// own kind, so both halves of one that comes or goes differ and are drawn over from left to right:
/// no glyph is left torn. After a cluster that is not ASCII the place of the cursor is not relied
/// on, so a terminal with another opinion of a width cannot shift the rest of a row.
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
            writer.draw(new, row) { old[$0, row] != new[$0, row] }
        }
        return writer.text + end(caret)
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
