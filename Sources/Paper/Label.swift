/// A label before anyone chose the printer: things at places, in millimetres from the upper left.
package struct Label: Sendable, Equatable {
    package let widthMillimetres: Int
    package let heightMillimetres: Int
    package let items: [Item]

    package init(widthMillimetres: Int, heightMillimetres: Int, items: [Item]) {
        self.widthMillimetres = widthMillimetres
        self.heightMillimetres = heightMillimetres
        self.items = items
    }

    /// One thing on a label.
    package enum Item: Sendable, Equatable {
        case text(x: Int, y: Int, size: TextSize, String)
        /// Code 128, its number below.
        case barcode(x: Int, y: Int, height: Int, String)
        /// From the left edge to the right one.
        case rule(y: Int)
    }

    /// How large letters are; a Chinese letter is as wide as high, a Latin one half as wide.
    package enum TextSize: Int, Sendable {
        case normal = 3
        case large = 6

        /// Height of a letter.
        package var millimetres: Int { rawValue }
    }

    /// 203 dots an inch, as nearly every label printer has.
    static let dotsPerMillimetre = 8
    /// White on both sides of a label.
    static let margin = 2

    static func dots(_ millimetres: Int) -> Int { millimetres * dotsPerMillimetre }

    /// The label as a terminal shows it before it is printed.
    package var preview: [String] {
        let columns = PaperWidth.wide.columns
        return items.map { item in
            switch item {
            case .text(_, _, let size, let text):
                size == .large ? "# " + PaperText.plain(text) : PaperText.plain(text)
            case .barcode(_, _, _, let number):
                PaperText.centred("||| \(PaperText.barcode(number)) |||", columns)
            case .rule: String(repeating: "-", count: columns)
            }
        }
    }
}
