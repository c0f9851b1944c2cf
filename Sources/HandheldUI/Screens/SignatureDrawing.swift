import Domain
import Terminal

/// Strokes drawn with a finger, stylus or mouse in a box of cells, kept as text in a draft and
/// drawn with braille dots, whose width every terminal agrees on.
struct SignatureDrawing: Hashable {
    private(set) var strokes: [[Spot]] = []

    /// A place in the box, in the units below.
    struct Spot: Hashable {
        let x: Int
        let y: Int
    }

    /// Units of a cell: twice as high as wide, as cells are.
    static let cellWidth = 8
    static let cellHeight = 16
    /// The box.
    static let columns = 36
    static let rows = 8
    static let width = columns * cellWidth
    static let height = rows * cellHeight
    /// More points are not taken; enough for any name.
    static let pointsMax = 1_000

    init(_ text: String = "") {
        strokes = text.split(separator: ";").map { stroke in
            stroke.split(separator: " ").compactMap { spot in
                let parts = spot.split(separator: ",").compactMap { Int($0) }
                return parts.count == 2 ? Spot(x: parts[0], y: parts[1]) : nil
            }
        }.filter { !$0.isEmpty }
    }

    /// The text kept in a draft.
    var text: String {
        strokes.map { $0.map { "\($0.x),\($0.y)" }.joined(separator: " ") }.joined(separator: ";")
    }

    var pointCount: Int { strokes.reduce(0) { $0 + $1.count } }

    /// A finger came down, or moved, in a cell of the box.
    mutating func add(_ mouse: Mouse) {
        guard pointCount < Self.pointsMax else { return }
        let spot = Spot(
            x: mouse.point.column * Self.cellWidth + Self.cellWidth / 2,
            y: mouse.point.row * Self.cellHeight + Self.cellHeight / 2)
        switch mouse.action {
        case .press: strokes.append([spot])
        case .drag:
            if strokes.isEmpty { strokes.append([]) }
            if strokes[strokes.count - 1].last != spot { strokes[strokes.count - 1].append(spot) }
        case .release, .wheelUp, .wheelDown: break
        }
    }

    mutating func undo() { if !strokes.isEmpty { strokes.removeLast() } }

    /// A touch is no signature: it has points enough, and reaches over an eighth of the box.
    var problem: Words? {
        let all = strokes.flatMap(\.self)
        let isWide = Self.span(all.map(\.x)) * 8 >= Self.width
        let isHigh = Self.span(all.map(\.y)) * 8 >= Self.height
        guard all.count >= DrawnSignature.pointCountMin, isWide || isHigh else {
            return Words(zh: "签名太小, 请在框内再签", en: "too small: sign again inside the box")
        }
        return nil
    }

    private static func span(_ values: [Int]) -> Int { (values.max() ?? 0) - (values.min() ?? 0) }

    var drawn: DrawnStrokes {
        DrawnStrokes(
            width: Self.width, height: Self.height,
            strokes: strokes.map { $0.map { (x: $0.x, y: $0.y) } })
    }

    /// The box as rows of braille.
    var lines: [String] {
        var dots = Array(
            repeating: Array(repeating: UInt32(0), count: Self.columns), count: Self.rows)
        for stroke in strokes {
            var last = stroke[0]
            for spot in stroke {
                for dot in Self.line(from: last, to: spot) {
                    let column = dot.x / 2
                    let row = dot.y / 4
                    guard (0..<Self.rows).contains(row), (0..<Self.columns).contains(column) else {
                        continue
                    }
                    dots[row][column] |= Self.bits[dot.x % 2][dot.y % 4]
                }
                last = spot
            }
        }
        return dots.map { row in
            String(
                row.map { bits in
                    guard bits > 0, let scalar = Unicode.Scalar(0x2800 + bits) else { return " " }
                    return Character(scalar)
                })
        }
    }

    /// The bits of a braille cell, column by column from the top.
    private static let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

    /// The dots between two spots (Bresenham).
    private static func line(from start: Spot, to end: Spot) -> [Spot] {
        func dot(_ spot: Spot) -> (Int, Int) {
            (spot.x * 2 / cellWidth, spot.y * 4 / cellHeight)
        }
        var (x, y) = dot(start)
        let (endX, endY) = dot(end)
        let (width, height) = (abs(endX - x), -abs(endY - y))
        let (stepX, stepY) = (x < endX ? 1 : -1, y < endY ? 1 : -1)
        var error = width + height
        var dots: [Spot] = []
        while true {
            dots.append(Spot(x: x, y: y))
            if x == endX && y == endY { return dots }
            let twice = 2 * error
            if twice >= height {
                error += height
                x += stepX
            }
            if twice <= width {
                error += width
                y += stepY
            }
        }
    }
}
