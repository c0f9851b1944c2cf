/// A UPU S10 number of a foreign postal item: two letters, eight digits, a check digit and the
/// country, for example `RB123456785GB`.
package struct S10Number: Hashable, Sendable {
    package let text: String

    /// Why a text is no S10 number. The country is checked for shape only: ISO 3166-1 changes.
    package enum Problem: Error, Hashable {
        case shape
        case checkDigit
    }

    package static let length = 13
    private static let weights = [8, 6, 4, 2, 3, 5, 9, 7]

    /// Reads a typed or scanned number; letters may be lower-case or full-width.
    package static func parse(_ typed: String) -> Result<S10Number, Problem> {
        let bytes = TypedText.upperBytes(typed)
        guard bytes.count == length, bytes[0...1].allSatisfy(\.isUpperLetter),
            bytes[11...12].allSatisfy(\.isUpperLetter), bytes[2...10].allSatisfy(\.isDigit)
        else { return .failure(.shape) }
        let digits = bytes[2...10].compactMap(\.digit)
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let check =
            switch 11 - sum % 11 {
            case 10: 0
            case 11: 5
            case let digit: digit
            }
        guard digits[8] == check else { return .failure(.checkDigit) }
        return .success(S10Number(text: String(decoding: bytes, as: UTF8.self)))
    }

    private init(text: String) { self.text = text }
}
