/// The unified social credit code of an organisation (GB 32100-2015): eighteen characters, the
/// last a check character modulo 31.
package struct SocialCreditCode: Hashable, Sendable {
    package let text: String

    /// Why a text is no such code.
    package enum Problem: Error, Hashable {
        case length(found: Int)
        /// `position` counts from 1.
        case character(position: Int)
        case checkCharacter
    }

    package static let length = 18
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let weights = [
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
    ]

    /// Reads a typed code; letters may be lower-case or full-width.
    package static func parse(_ typed: String) -> Result<SocialCreditCode, Problem> {
        let bytes = TypedText.upperBytes(typed)
        guard bytes.count == length else { return .failure(.length(found: bytes.count)) }
        var values: [Int] = []
        for (index, byte) in bytes.enumerated() {
            // The third to the eighth character are the digits of the region.
            guard let value = alphabet.firstIndex(of: byte),
                !(2...7).contains(index) || byte.isDigit
            else { return .failure(.character(position: index + 1)) }
            values.append(value)
        }
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard values[17] == (31 - sum % 31) % 31 else { return .failure(.checkCharacter) }
        return .success(SocialCreditCode(text: String(decoding: bytes, as: UTF8.self)))
    }

    private init(text: String) { self.text = text }
}
