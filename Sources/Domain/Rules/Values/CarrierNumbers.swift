/// What the numbers of other carriers look like. No carrier publishes a grammar: this is a hint to
/// people and never a reason to refuse a number.
package struct CarrierNumbers: Sendable {
    private let carriers: [Carrier]

    /// One carrier with the shapes of its numbers: `n` is any digit, `a` any letter, everything
    /// else itself.
    package struct Carrier: Sendable {
        package let code: String
        package let words: Words
        package let shapes: [String]
        /// The number also has to have the check digit of S10.
        package let hasCheckDigit: Bool

        package init(code: String, words: Words, shapes: [String], hasCheckDigit: Bool) {
            self.code = code
            self.words = words
            self.shapes = shapes
            self.hasCheckDigit = hasCheckDigit
        }
    }

    package init(_ carriers: [Carrier]) { self.carriers = carriers }

    /// The carriers whose numbers look like it, in the order of the table.
    package func carriers(of typed: String) -> [Carrier] {
        let number = TypedText.upperBytes(typed)
        return carriers.filter { carrier in
            guard carrier.shapes.contains(where: { Self.fits(number, Array($0.utf8)) }) else {
                return false
            }
            guard carrier.hasCheckDigit else { return true }
            if case .success = S10Number.parse(typed) { return true }
            return false
        }
    }

    private static func fits(_ number: [UInt8], _ shape: [UInt8]) -> Bool {
        number.count == shape.count
            && zip(number, shape).allSatisfy { byte, form in
                switch form {
                case UInt8(ascii: "n"): byte.isDigit
                case UInt8(ascii: "a"): byte.isUpperLetter
                default: byte == form
                }
            }
    }
}
