/// How many cells a screen has.
package struct Size: Hashable, Sendable {
    /// Cells from left to right.
    package let columns: Int
    /// Cells from top to bottom.
    package let rows: Int

    /// At most `sideMax` a side, whatever the terminal says of itself.
    package init(columns: Int, rows: Int) {
        self.columns = min(max(0, columns), Self.sideMax)
        self.rows = min(max(0, rows), Self.sideMax)
    }

    /// More cells a side are not drawn.
    package static let sideMax = 512
}

/// The place of a cell; the upper left one is 0, 0.
package struct Point: Hashable, Sendable {
    /// From the left.
    package let column: Int
    /// From the top.
    package let row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// Cells side by side and one above the other, as a tap target is.
package struct Area: Hashable, Sendable {
    /// The upper left cell.
    package let origin: Point
    /// Its sides.
    package let size: Size

    package init(column: Int, row: Int, columns: Int, rows: Int) {
        origin = Point(column: column, row: row)
        size = Size(columns: columns, rows: rows)
    }

    /// Whether the cell lies inside.
    package func contains(_ point: Point) -> Bool {
        (origin.column..<origin.column + size.columns).contains(point.column)
            && (origin.row..<origin.row + size.rows).contains(point.row)
    }
}
