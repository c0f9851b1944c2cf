package import Domain
package import Terminal

/// One drawn screen.
package struct Frame: Hashable, Sendable {
    package let grid: Grid
    /// Where text is typed; nil hides it.
    package let caret: Point?
    /// What a tap presses, by place.
    package let targets: [Target]
    /// The cells of the box for signing, if it is shown.
    let canvas: Area?

    /// Cells that act as a key.
    package struct Target: Hashable, Sendable {
        package let area: Area
        package let key: Key
    }
}

/// Drawing: four fixed rows (status, title, message, hints) and the body between.
extension Screens {
    /// The screen at a moment.
    package func frame(at now: Moment) -> Frame {
        if isTooSmall { return tooSmall() }
        let screen = context(at: now)
        let view = isHelpOpen ? HelpView.view(of: page, screen) : page.view(screen)
        var painter = FramePainter(view: view, screen: screen)
        painter.status()
        painter.body(scroll: isHelpOpen ? helpRows : scrolledRows)
        painter.title()
        painter.message(message, language)
        painter.hints(isHelp: isHelpOpen)
        return painter.frame
    }

    private func tooSmall() -> Frame {
        var grid = Grid(size)
        let asked = "\(ScreenContext.smallest.columns)x\(ScreenContext.smallest.rows)"
        let lines = [
            "屏幕太小 \(size.columns)x\(size.rows)", "需要 \(asked) 以上",
            "Too small (need \(asked))", "", "已暂停, 按键和扫码不会生效",
            "Keys and scans are ignored", "", "Ctrl-Q 退出 quit",
        ]
        for (row, line) in lines.enumerated() { grid.put(line, at: Point(column: 0, row: row)) }
        return Frame(grid: grid, caret: nil, targets: [], canvas: nil)
    }
}

/// Lays one page out on a grid.
private struct FramePainter {
    let view: PageView
    let screen: ScreenContext
    private var grid: Grid
    private var caret: Point?
    private var targets: [Frame.Target] = []
    private var hiddenCount = 0
    private var canvas: Area?

    init(view: PageView, screen: ScreenContext) {
        self.view = view
        self.screen = screen
        grid = Grid(screen.size)
    }

    var frame: Frame { Frame(grid: grid, caret: caret, targets: targets, canvas: canvas) }

    private var columns: Int { screen.size.columns }
    private var rows: Int { screen.size.rows }
    private let bodyTop = 2
    private var bodyRows: Int { rows - 4 }

    mutating func status() {
        let row = StatusRow(screen)
        let (text, clock) = row.fitted(columns)
        let style: Style = row.isAlarming ? [.reverse, .bold] : .reverse
        grid.restyle(row: 0, style)
        grid.put(text, at: Point(column: 0, row: 0), style: style)
        if !clock.isEmpty {
            let start = columns - DisplayWidth.columns(clock)
            grid.put(clock, at: Point(column: start, row: 0), style: style)
        }
    }

    mutating func title() {
        let hidden = hiddenCount > 0 ? "+\(hiddenCount) " : ""
        let corner = hidden + view.corner
        put(view.title, right: corner, row: 1, from: 0, to: columns, style: .bold)
    }

    mutating func body(scroll: Int) {
        let hasSide = screen.isDesk && !view.side.isEmpty
        let left = hasSide ? ScreenContext.sideColumns + 2 : 0
        if hasSide { side() }
        let laid = laidOut(columns - left)
        let active = laid.lastIndex { $0.line.isActive }
        var offset = min(scroll, max(0, laid.count - bodyRows))
        if let active, !(offset..<offset + bodyRows).contains(active) {
            offset = max(0, active - bodyRows + 1)
        }
        hiddenCount = max(0, laid.count - bodyRows)
        for (index, piece) in laid.dropFirst(offset).prefix(bodyRows).enumerated() {
            draw(piece, row: bodyTop + index, from: left)
        }
    }

    /// A line, or one of the rows that it was broken into.
    private struct Piece {
        var line: PageLine
        var text: String
    }

    private func laidOut(_ room: Int) -> [Piece] {
        view.lines.flatMap { line -> [Piece] in
            guard line.isWrapped else { return [Piece(line: line, text: line.text)] }
            let indent = String(line.text.prefix { $0 == " " })
            let words = String(line.text.dropFirst(indent.count))
            return DisplayWidth.wrapped(words, to: room - indent.count).map {
                Piece(line: line, text: indent + $0)
            }
        }
    }

    private mutating func draw(_ piece: Piece, row: Int, from left: Int) {
        let line = piece.line
        put(piece.text, right: line.right, row: row, from: left, to: columns, style: line.style)
        if let place = line.canvasRow {
            // The rows above may have scrolled out; the box is where its rows say it is.
            canvas = Area(
                column: left + 2, row: row - place, columns: SignatureDrawing.columns,
                rows: SignatureDrawing.rows)
        }
        if let column = line.caret { caret = Point(column: left + column, row: row) }
        for tap in line.taps {
            let start = left + tap.columns.lowerBound
            let end = min(columns, left + tap.columns.upperBound)
            guard start < end else { continue }
            targets.append(
                Frame.Target(
                    area: Area(column: start, row: row, columns: end - start, rows: 1),
                    key: tap.key))
        }
    }

    private mutating func side() {
        for row in bodyTop..<bodyTop + bodyRows {
            grid.put("|", at: Point(column: ScreenContext.sideColumns, row: row))
        }
        for (index, line) in view.side.prefix(bodyRows).enumerated() {
            let text = DisplayWidth.cut(line, to: ScreenContext.sideColumns - 1)
            grid.put(
                text, at: Point(column: 0, row: bodyTop + index),
                style: line.hasPrefix(">") ? .bold : [])
        }
    }

    /// Text from the left, cut where the part at the right begins.
    private mutating func put(
        _ text: String, right: String, row: Int, from left: Int, to end: Int, style: Style
    ) {
        let rightColumns = DisplayWidth.columns(right)
        let room = end - left - rightColumns - (right.isEmpty ? 0 : 1)
        let cut = DisplayWidth.cut(SafeText.drawable(text), to: max(0, room))
        grid.put(cut, at: Point(column: left, row: row), style: style)
        if !right.isEmpty {
            grid.put(right, at: Point(column: end - rightColumns, row: row), style: style)
        }
    }

    mutating func message(_ message: Screens.Message?, _ language: Language) {
        let text = message.map { ($0.isWarning ? "! " : "") + $0.words[language] } ?? view.note
        let style: Style = message == nil ? [] : .reverse
        let cut = DisplayWidth.cut(SafeText.drawable(text), to: columns)
        grid.put(cut, at: Point(column: 0, row: rows - 2), style: style)
    }

    mutating func hints(isHelp: Bool) {
        let style = Style.reverse
        let row = rows - 1
        grid.restyle(row: row, style)
        let help = isHelp ? screen.say("任意键关", "any key") : screen.say("?帮助", "? help")
        let start = columns - DisplayWidth.columns(help)
        var column = 0
        for hint in view.hints {
            let width = DisplayWidth.columns(hint.text)
            guard column + width < start else { break }
            grid.put(hint.text, at: Point(column: column, row: row), style: style)
            if let key = hint.key {
                let area = Area(column: column, row: row, columns: width, rows: 1)
                targets.append(Frame.Target(area: area, key: key))
            }
            column += width + (screen.isDesk ? 3 : 1)
        }
        grid.put(help, at: Point(column: start, row: row), style: style)
        targets.append(
            Frame.Target(
                area: Area(column: start, row: row, columns: columns - start, rows: 1),
                key: isHelp ? .escape : .function(1)))
    }
}
