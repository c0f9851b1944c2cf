/// A code of an *open* list: an unknown one is kept and shown as it is (PJS 2.2 `CODE`).
package struct Code: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Longest code.
    package static let lengthMax = 40
    /// Shortest code.
    package static let lengthMin = 2
    /// `NONE`: nothing of the list applies.
    package static let nothing = Code(unchecked: "NONE")

    /// The code as written on the wire.
    package let text: String

    /// Takes `[A-Z][A-Z0-9_]{1,39}` and nothing else.
    package init?(_ text: String) {
        guard (Code.lengthMin...Code.lengthMax).contains(text.utf8.count) else { return nil }
        for (index, byte) in text.utf8.enumerated() {
            let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            let isUnderscore = byte == UInt8(ascii: "_")
            guard isLetter || (index > 0 && (isDigit || isUnderscore)) else { return nil }
        }
        self.text = text
    }

    /// A tracking event as a code.
    package init(_ event: TrackingEvent) {
        self.init(unchecked: event.rawValue)
    }

    /// What a closed list calls it, for fields where the wire leaves the list open.
    package init(_ action: NextAction) {
        self.init(unchecked: action.rawValue)
    }

    private init(unchecked text: String) {
        self.text = text
    }

    /// The code as written on the wire.
    package var description: String { text }

    /// Byte order, which for codes is also alphabetical order.
    package static func < (left: Code, right: Code) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
