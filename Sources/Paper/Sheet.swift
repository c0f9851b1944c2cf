/// A paper for a roll printer before anyone chose the printer: texts from top to bottom.
package struct Sheet: Sendable, Equatable {
    /// What stands on top, centred and large.
    package let title: String
    package let blocks: [Block]
    /// Printed before: COPY stands above and below.
    package let isCopy: Bool

    package init(title: String, blocks: [Block], isCopy: Bool) {
        self.title = title
        self.blocks = blocks
        self.isCopy = isCopy
    }

    /// One thing of a sheet.
    package enum Block: Sendable, Equatable {
        /// Broken into lines where it is too long.
        case text(String)
        /// A name on the left, its value on the right; on two lines when one is too short.
        case pair(String, String)
        case rule
        /// Code 128 with its number below.
        case barcode(String)
        /// A name and room to write by hand.
        case signature(String)
    }

    /// The mark of a reprint, in both languages: nobody may take it for the first one.
    package static let copyMark = "*** 副本 COPY ***"
}

/// How many columns of half-width letters a roll of paper has.
package enum PaperWidth: Int, CaseIterable, Sendable {
    /// 58 mm.
    case narrow = 32
    /// 80 mm.
    case wide = 48

    /// Columns of half-width letters.
    package var columns: Int { rawValue }
}
