@testable import Terminal

/// A terminal that tears: a narrow glyph over the left half of a wide one leaves ink on the right,
/// and anything over a right half leaves half a glyph. It knows only the sequences that may be sent
/// to it, and takes note of any other.
struct ModelTerminal {
    /// What is in a cell: nothing, a narrow glyph, or half of a wide one, and whether it is torn.
    struct Ink: Hashable {
        var cluster: Character = " "
        var half = 0
        var style: Style = []
        var isTorn = false
    }

    let size: Size
    private(set) var cells: [Ink]
    private(set) var caret: Point?
    private(set) var faults: [String] = []
    private var cursor = Point(column: 0, row: 0)
    private var style: Style = []

    init(_ size: Size) {
        self.size = size
        cells = Array(repeating: Ink(), count: size.columns * size.rows)
    }

    mutating func show(_ text: String) {
        var rest = text[...]
        while let cluster = rest.first {
            rest = rest.dropFirst()
            guard cluster == "\u{1B}" else {
                draw(cluster)
                continue
            }
            let body = rest.dropFirst().prefix { !$0.isLetter }
            let final = rest.dropFirst(1 + body.count).first ?? "?"
            rest = rest.dropFirst(2 + body.count)
            control(String(body), final)
        }
    }

    /// Whether it shows exactly the frame.
    func shows(_ grid: Grid) -> Bool {
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let cell = grid[column, row]
                let ink = cells[row * size.columns + column]
                let isSame =
                    cell.width == 0
                    ? ink.half == 2
                    : ink.cluster == cell.cluster && (ink.half == 1) == (cell.width == 2)
                if !isSame || ink.isTorn || ink.style != cell.style { return false }
            }
        }
        return true
    }

    private mutating func control(_ body: String, _ final: Character) {
        switch (body, final) {
        case ("?25", "l"): caret = nil
        case ("?25", "h"): caret = cursor
        case ("2", "J"): cells = Array(repeating: Ink(), count: cells.count)
        case (_, "m"):
            let parts = body.split(separator: ";")
            if parts.first != "0" { faults.append("style \(body)") }
            style = parts.contains("1") ? .bold : []
            if parts.contains("7") { style.insert(.reverse) }
        case (_, "H"):
            let parts = body.split(separator: ";").compactMap { Int($0) }
            guard parts.count == 2 else { return faults.append("move \(body)") }
            cursor = Point(column: parts[1] - 1, row: parts[0] - 1)
        default: faults.append("\(body)\(final)")
        }
    }

    private mutating func draw(_ cluster: Character) {
        let width = DisplayWidth.columns(of: cluster)
        guard cursor.column + width <= size.columns, cursor.row < size.rows else {
            return faults.append("beyond the edge: \(cluster)")
        }
        for column in cursor.column..<cursor.column + width {
            // Written half by half, as a terminal without wide cells of its own would.
            overwrite(column, isWithin: cursor.column..<cursor.column + width)
        }
        let index = cursor.row * size.columns + cursor.column
        cells[index] = Ink(cluster: cluster, half: width == 2 ? 1 : 0, style: style)
        if width == 2 { cells[index + 1] = Ink(cluster: " ", half: 2, style: style) }
        // Where a wide glyph leaves the cursor, terminals do not agree.
        cursor = Point(column: cursor.column + (cluster.isASCII ? width : 1), row: cursor.row)
    }

    private mutating func overwrite(_ column: Int, isWithin written: Range<Int>) {
        let index = cursor.row * size.columns + column
        if cells[index].half == 1, !written.contains(column + 1) || written.count == 1 {
            // Ink stays on the right half until that is written too.
            cells[index + 1].isTorn = true
            cells[index + 1].half = 0
        }
        if cells[index].half == 2, !written.contains(column - 1) {
            cells[index - 1].isTorn = true
        }
    }
}
