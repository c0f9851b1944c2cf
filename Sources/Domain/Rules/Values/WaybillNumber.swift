/// A waybill number of the company: two letters, two digits of the station group, ten digits of
/// sequence and one check digit, for example `EX0000000000012`.
///
/// The check digit is ISO 7064 MOD 11,10 over the twelve digits; the letters are not part of it.
package struct WaybillNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The fifteen characters, upper-case.
    package let text: String

    /// Why a text is no waybill number of the company.
    package enum Problem: Error, Hashable {
        case length(found: Int)
        /// `position` counts from 1.
        case letterExpected(position: Int)
        case digitExpected(position: Int)
        case checkDigit
    }

    package static let length = 15
    static let letterCount = 2
    static let digitCount = 12

    /// Reads a typed or scanned number; letters may be lower-case or full-width.
    package static func parse(_ typed: String) -> Result<WaybillNumber, Problem> {
        let bytes = TypedText.upperBytes(typed)
        guard bytes.count == length else { return .failure(.length(found: bytes.count)) }
        for index in 0..<letterCount where !bytes[index].isUpperLetter {
            return .failure(.letterExpected(position: index + 1))
        }
        for index in letterCount..<length where !bytes[index].isDigit {
            return .failure(.digitExpected(position: index + 1))
        }
        let digits = bytes[letterCount...].compactMap(\.digit)
        guard digits[digitCount] == checkDigit(of: digits.prefix(digitCount)) else {
            return .failure(.checkDigit)
        }
        return .success(WaybillNumber(text: String(decoding: bytes, as: UTF8.self)))
    }

    /// The number whose text without check digit is `body`: two letters and twelve digits.
    package init?(body: String) {
        let bytes = Array(body.utf8)
        let digits = bytes.dropFirst(Self.letterCount).compactMap(\.digit)
        guard bytes.count == Self.letterCount + Self.digitCount, digits.count == Self.digitCount,
            bytes.prefix(Self.letterCount).allSatisfy(\.isUpperLetter)
        else { return nil }
        text = body + String(Self.checkDigit(of: digits[...]))
    }

    private init(text: String) { self.text = text }

    /// The two letters of the company.
    package var companyPrefix: String { String(text.prefix(Self.letterCount)) }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// ISO 7064 MOD 11,10.
    private static func checkDigit(of digits: ArraySlice<Int>) -> Int {
        var product = 10
        for digit in digits {
            let sum = (product + digit) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10
    }
}
