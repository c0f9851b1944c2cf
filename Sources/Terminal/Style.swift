/// How a cell is drawn. No colour: it is read in the sun, by everybody, on every terminal.
package struct Style: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier letters.
    package static let bold = Style(rawValue: 1)
    /// Foreground and background exchanged.
    package static let reverse = Style(rawValue: 2)

    /// The sequence that sets this style whatever was set before.
    var sequence: String {
        "\u{1B}[0" + (contains(.bold) ? ";1" : "") + (contains(.reverse) ? ";7" : "") + "m"
    }
}
