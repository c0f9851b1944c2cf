/// One line of text being typed, with a caret that knows wide characters.
package struct TextEntry: Hashable, Sendable {
    /// What was typed.
    package private(set) var text: String
    /// Characters before the caret.
    private var position: Int
    /// No more characters are taken.
    private let countMax: Int

    /// Begins with the caret at the end of `text`.
    package init(_ text: String = "", countMax: Int = 200) {
        self.text = String(text.prefix(countMax))
        self.countMax = countMax
        position = self.text.count
    }

    /// Puts text in at the caret; whether all of it was taken. Line ends become blanks.
    @discardableResult
    package mutating func insert(_ added: String) -> Bool {
        let line = String(added.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        let room = countMax - text.count
        let index = text.index(text.startIndex, offsetBy: position)
        let before = text[..<index] + line.prefix(room)
        let after = text[index...]
        // A scalar may join the character before it, so the caret is counted anew.
        position = before.count
        text = String(before + after)
        return line.count <= room
    }

    /// Does what the key means in a line of text; whether it means anything there.
    package mutating func take(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .left: position = max(0, position - 1)
        case .right: position = min(text.count, position + 1)
        case .home: position = 0
        case .end: position = text.count
        case .backspace where position > 0:
            position -= 1
            text.remove(at: text.index(text.startIndex, offsetBy: position))
        case .delete where position < text.count:
            text.remove(at: text.index(text.startIndex, offsetBy: position))
        default: return false
        }
        return true
    }

    /// The part that fits in `columns`, which leaves one for the caret, and the caret's column.
    package func shown(columns: Int) -> (text: String, caret: Int) {
        let room = max(1, columns - 1)
        let index = text.index(text.startIndex, offsetBy: position)
        var before = String(text[..<index])
        while DisplayWidth.columns(before) > room { before.removeFirst() }
        let caret = DisplayWidth.columns(before)
        return (DisplayWidth.prefix(before + text[index...], columns: room), caret)
    }
}
