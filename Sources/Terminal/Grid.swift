/// One cell of a screen.
package struct Cell: Hashable, Sendable {
    /// What is drawn; in the right half of a wide glyph a blank that is never drawn.
    package let cluster: Character
    /// The columns of the cluster: 1 or 2, and 0 for the right half of a wide glyph.
    package let width: Int
    /// The right half carries the style of its glyph.
    package let style: Style

    init(_ cluster: Character, width: Int, style: Style) {
        self.cluster = cluster
        self.width = width
        self.style = style
    }

    /// A cell with nothing in it.
    package static let blank = Cell(" ", width: 1, style: [])
}

/// A screen as cells. No cell ever holds half a glyph: writing on either half of a wide one blanks
/// the other.
package struct Grid: Hashable, Sendable {
    package let size: Size
    /// Row by row.
    private var cells: [Cell]

    /// All blank.
    package init(_ size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: size.columns * size.rows)
    }

    /// The cell at a place inside the grid.
    package subscript(column: Int, row: Int) -> Cell {
        precondition((0..<size.columns).contains(column) && (0..<size.rows).contains(row))
        return cells[row * size.columns + column]
    }

    /// Writes text from a place to the right, made safe to draw, and returns the column after it.
    /// What lies outside the grid or at `end` and beyond is not written; of a wide glyph that would
    /// be cut in half a blank is.
    @discardableResult
    package mutating func put(
        _ text: String, at point: Point, style: Style = [], end: Int = .max
    ) -> Int {
        let end = min(end, size.columns)
        var column = point.column
        guard (0..<size.rows).contains(point.row) else { return column }
        for cluster in SafeText.drawable(text) {
            let width = DisplayWidth.columns(of: cluster)
            guard width > 0 else { continue }
            if column + width > end {
                if column < end, column >= 0 {
                    set(.init(" ", width: 1, style: style), column, point.row)
                }
                break
            }
            if column >= 0 { set(.init(cluster, width: width, style: style), column, point.row) }
            column += width
        }
        return column
    }

    /// Gives every cell of a row, from `start` up to `end`, a style.
    package mutating func restyle(row: Int, from start: Int = 0, to end: Int = .max, _ style: Style)
    {
        guard (0..<size.rows).contains(row) else { return }
        for column in max(0, start)..<max(0, start, min(end, size.columns)) {
            let cell = self[column, row]
            cells[row * size.columns + column] = Cell(cell.cluster, width: cell.width, style: style)
        }
    }

    /// The rows as text, blanks at the end included; a wide glyph stands for its two cells.
    package var lines: [String] {
        (0..<size.rows).map { row in
            String(
                (0..<size.columns).compactMap { column in
                    let cell = self[column, row]
                    return cell.width == 0 ? nil : cell.cluster
                })
        }
    }

    /// The rows as letters for their styles: `.` plain, `b` bold, `r` reverse, `B` both.
    package var styleLines: [String] {
        (0..<size.rows).map { row in
            String(
                (0..<size.columns).map { column in
                    let letters: [Character] = [".", "b", "r", "B"]
                    return letters[Int(self[column, row].style.rawValue & 3)]
                })
        }
    }

    private mutating func set(_ cell: Cell, _ column: Int, _ row: Int) {
        let start = row * size.columns
        for covered in column..<column + cell.width {
            switch cells[start + covered].width {
            case 2 where covered + 1 < size.columns: blank(start + covered + 1)
            case 0 where covered > 0: blank(start + covered - 1)
            default: break
            }
        }
        cells[start + column] = cell
        if cell.width == 2 {
            cells[start + column + 1] = Cell(" ", width: 0, style: cell.style)
        }
    }

    private mutating func blank(_ index: Int) {
        cells[index] = Cell(" ", width: 1, style: cells[index].style)
    }
}
