import Terminal

/// Text as printers take it.
enum PaperText {
    /// `text` without control characters, marks of direction and emoji: what is left cannot steer
    /// a printer and takes the columns that the layout counts.
    static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isRemoved(scalar) { plain.append(scalar) }
        return String(plain)
    }

    /// The characters that Code 128 set B prints and that no printer language reads as more.
    static func barcode(_ text: String) -> String {
        String(text.unicodeScalars.filter(isCoded))
    }

    private static func isCoded(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z", "-": true
        default: false
        }
    }

    private static func isRemoved(_ scalar: Unicode.Scalar) -> Bool {
        SafeText.isUnsafe(scalar) || scalar.properties.isEmojiPresentation
            || scalar.properties.isVariationSelector || scalar.properties.generalCategory == .format
            || scalar.properties.generalCategory == .privateUse
    }

    /// Lines of at most `columns`; a word that is longer than a line is cut.
    static func broken(_ text: String, _ columns: Int) -> [String] {
        DisplayWidth.wrapped(plain(text), to: columns).flatMap { cut($0, columns) }
    }

    static func cut(_ text: String, _ columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for cluster in text {
            if DisplayWidth.columns(line) + DisplayWidth.columns(of: cluster) > columns {
                lines.append(line)
                line = ""
            }
            line.append(cluster)
        }
        return lines + [line]
    }

    /// A name on the left and its value on the right; below it when both do not fit on one line.
    static func pair(_ name: String, _ value: String, _ columns: Int) -> [String] {
        let (left, right) = (plain(name), plain(value))
        let room = columns - DisplayWidth.columns(left) - DisplayWidth.columns(right)
        if room >= 1 { return [left + String(repeating: " ", count: room) + right] }
        return broken(left, columns)
            + broken(right, columns - indent).map { String(repeating: " ", count: indent) + $0 }
    }

    private static let indent = 2

    static func centred(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, (columns - DisplayWidth.columns(text)) / 2)) + text
    }

    /// `text` with a line to write on.
    static func filled(_ text: String, _ columns: Int) -> String {
        text + String(repeating: "_", count: max(0, columns - DisplayWidth.columns(text)))
    }
}
