/// Keeps text from outside from steering the terminal that it is printed on.
package enum SafeText {
    /// The mark that stands where a character was that must not reach a terminal.
    package static let mark: Unicode.Scalar = "?"

    /// `text` with every unsafe character replaced by the mark.
    package static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { safe.append(isUnsafe(scalar) ? mark : scalar) }
        return String(safe)
    }

    /// Control characters (C0, DEL, C1), bidirectional controls, line and paragraph separators and
    /// the byte order mark: each can move the cursor, forge a line or turn the reading order.
    package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
            0xFEFF:
            true
        default: false
        }
    }
}

extension SafeText {
    /// `text` made safe and free of clusters whose width terminals do not agree on: what is drawn
    /// as a picture becomes two marks, which have its two columns.
    package static func drawable(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 || $0 < 0x20 || $0 == 0x7F }) else {
            return text
        }
        return String(
            visible(text).flatMap { isPicture($0) ? [Character(mark), Character(mark)] : [$0] })
    }

    private static func isPicture(_ cluster: Character) -> Bool {
        cluster.unicodeScalars.contains {
            $0.properties.isEmojiPresentation || $0.value == 0xFE0F || $0.value == 0x200D
                || $0.value == 0x20E3
        }
    }
}
