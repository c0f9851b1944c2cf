import Domain
import Terminal

/// What one page shows, before it is laid out on a grid.
struct PageView {
    /// The flow and step, and what is looked at.
    var title: String
    /// At the right end of the title.
    var corner = ""
    var lines: [PageLine] = []
    /// Beside the lines where there is room for two panes.
    var side: [String] = []
    /// Below the lines while nothing newer is to be said.
    var note = ""
    /// The keys that work now, the most important first.
    var hints: [Hint] = []

    init(_ title: String, corner: String = "") {
        self.title = title
        self.corner = corner
    }
}

/// A key and what it does, in the fewest words.
struct Hint: Hashable {
    let text: String
    /// What a tap on it presses.
    let key: Key?

    init(_ text: String, _ key: Key? = nil) {
        self.text = text
        self.key = key
    }
}

/// One line of a page.
struct PageLine: Hashable {
    var text: String
    /// At the right end: never cut, unlike the text.
    var right = ""
    var style: Style = []
    /// Broken over several rows instead of cut.
    var isWrapped = false
    /// The line that must be in view.
    var isActive = false
    /// The column of the caret.
    var caret: Int?
    /// What a tap presses.
    var taps: [Tap] = []
    /// Which row of the box for signing this is; the box begins after two columns.
    var canvasRow: Int?

    /// Columns of a line that act as a key.
    struct Tap: Hashable {
        let columns: Range<Int>
        let key: Key
    }

    init(_ text: String = "", right: String = "", style: Style = []) {
        self.text = text
        self.right = right
        self.style = style
    }

    /// Text for reading, over as many rows as it takes.
    static func note(_ text: String) -> PageLine {
        var line = PageLine(text)
        line.isWrapped = true
        return line
    }

    /// A line across.
    static func rule(_ columns: Int) -> PageLine {
        PageLine(" " + String(repeating: "-", count: max(0, columns - 2)))
    }

    /// A number, never cut, and what is said of it: on a line of its own where there is no room.
    static func number(_ number: String, _ said: String, columns: Int) -> [PageLine] {
        let isFitting = number.count + DisplayWidth.columns(said) + 2 <= columns
        return isFitting
            ? [PageLine(" " + number, right: said)]
            : [PageLine(" " + number), PageLine("   " + said)]
    }

    /// Something to choose by its number.
    static func choice(
        _ number: Int, _ text: String, right: String = "", isChosen: Bool = false
    ) -> PageLine {
        var line = PageLine("\(isChosen ? ">" : " ")\(number) \(text)", right: right)
        line.style = isChosen ? .bold : []
        line.isActive = isChosen
        if let digit = String(number).first {
            line.taps = [Tap(columns: 0..<Size.sideMax, key: .character(digit))]
        }
        return line
    }

    /// A field being typed into, with its caret.
    static func field(
        _ label: String, _ entry: TextEntry, columns: Int, isActive: Bool = true,
        isHidden: Bool = false
    ) -> PageLine {
        let head = (isActive ? ">" : " ") + label + (label.isEmpty ? "[" : " [")
        let room = max(4, columns - DisplayWidth.columns(head) - 2)
        var (text, caret) = entry.shown(columns: room)
        if isHidden { text = String(repeating: "*", count: text.count) }
        if isHidden { caret = text.count }
        var line = PageLine(head + DisplayWidth.padded(text, to: room) + "]")
        line.isActive = isActive
        line.caret = isActive ? DisplayWidth.columns(head) + caret : nil
        line.style = isActive ? .bold : []
        return line
    }
}
