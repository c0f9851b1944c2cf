/// How many columns text takes on a terminal: East Asian wide characters take two.
package enum DisplayWidth {
    /// The columns of `text`, cluster by cluster; a cluster never takes more than two.
    package static func columns(_ text: String) -> Int {
        text.reduce(0) { $0 + columns(of: $1) }
    }

    /// The columns of one cluster as a terminal draws it.
    package static func columns(of cluster: Character) -> Int {
        min(2, cluster.unicodeScalars.reduce(0) { $0 + columns(of: $1) })
    }

    /// `text` with blanks after it up to `width` columns; longer text stays whole.
    package static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - columns(text)))
    }

    /// `text` with blanks before it up to `width` columns; longer text stays whole.
    package static func paddedLeft(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - columns(text))) + text
    }

    /// As much of the beginning as fits in `columns`.
    package static func prefix(_ text: String, columns: Int) -> String {
        var left = columns
        return String(
            text.prefix {
                left -= Self.columns(of: $0)
                return left >= 0
            })
    }

    /// `text`, cut at the end with two dots when it has more than `width` columns.
    package static func cut(_ text: String, to width: Int) -> String {
        columns(text) <= width ? text : prefix(text, columns: width - 2) + ".."
    }

    /// `text` broken into lines of at most `width` columns, at blanks and between wide characters;
    /// a word that is longer than a line stays whole.
    package static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: text) {
            let joined = line + piece
            if line.isEmpty || columns(trimmed(joined)) <= width {
                line = joined
            } else {
                lines.append(trimmed(line))
                line = piece
            }
        }
        lines.append(trimmed(line))
        return lines
    }

    /// The parts that a line may be broken between.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var current = ""
        for cluster in text {
            if let last = current.last, canBreak(between: last, and: cluster) {
                pieces.append(current)
                current = ""
            }
            current.append(cluster)
        }
        pieces.append(current)
        return pieces
    }

    private static func canBreak(between left: Character, and right: Character) -> Bool {
        if right == " " || closing.contains(right) || opening.contains(left) { return false }
        return left == " " || columns(of: left) == 2 || columns(of: right) == 2
    }

    /// `text` without the blanks at its end.
    package static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }

    private static let closing: Set<Character> = ["，", "。", "、", "；", "：", "）", "」", "！", "？"]
    private static let opening: Set<Character> = ["（", "「"]

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value < 0x20 ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        let isWide =
            scalar.properties.isEmojiPresentation
            || wideRanges.contains { $0.contains(scalar.value) }
        return isWide ? 2 : 1
    }

    /// The classes W and F of Unicode's EastAsianWidth.txt, emoji left out.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
        0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
        0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1F200...0x1F265,
        0x20000...0x3FFFD,
    ]
}
