/// The citizen identification number of GB 11643-1999: six digits of region, eight of birth date,
/// three of sequence and a check character (ISO 7064 MOD 11-2).
///
/// The number itself is never kept in a fact, a log or an error; `mask` is what may be shown.
package struct ResidentID: Hashable, Sendable {
    /// The eighteen characters, `X` in upper case.
    package let text: String

    /// Why a text is no citizen number. No case carries any part of the number.
    package enum Problem: Error, Hashable {
        /// Fifteen-digit numbers are withdrawn since 2013-01-01.
        case withdrawn15
        case length(found: Int)
        /// `position` counts from 1.
        case character(position: Int)
        case region
        case birthDate
        case birthInFuture
        case olderThanAgeMax
        case checkCharacter
    }

    package static let length = 18
    /// Birth dates that make a person older than this are typing errors.
    package static let ageMaxYears = 150

    /// Reads a typed number. `today` is the local date of the check.
    package static func parse(_ typed: String, today: CalendarDay) -> Result<ResidentID, Problem> {
        let bytes = TypedText.upperBytes(typed)
        guard bytes.count != 15 else { return .failure(.withdrawn15) }
        guard bytes.count == length else { return .failure(.length(found: bytes.count)) }
        for (index, byte) in bytes.enumerated()
        where !(byte.isDigit || (byte == 0x58 && index == length - 1)) {
            return .failure(.character(position: index + 1))
        }
        guard regionPrefixes.contains(number(bytes[0..<2])) else { return .failure(.region) }
        guard
            let birth = CalendarDay(
                year: number(bytes[6..<10]), month: number(bytes[10..<12]),
                day: number(bytes[12..<14])),
            (1800...2099).contains(birth.year)
        else { return .failure(.birthDate) }
        guard birth <= today else { return .failure(.birthInFuture) }
        let hadBirthday = (today.month, today.day) >= (birth.month, birth.day)
        guard today.year - birth.year - (hadBirthday ? 0 : 1) <= ageMaxYears else {
            return .failure(.olderThanAgeMax)
        }
        guard hasValidCheck(bytes) else { return .failure(.checkCharacter) }
        return .success(ResidentID(text: String(decoding: bytes, as: UTF8.self)))
    }

    /// The first three and the last four characters.
    package var mask: String { Masking.document(text) }

    private init(text: String) { self.text = text }

    /// The first two digits of today's and former regions; the six-digit code need not be in
    /// today's table, because abolished codes stay valid for life.
    private static let regionPrefixes: Set<Int> = [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
        50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91,
    ]

    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checkCharacters = Array("10X98765432".utf8)

    /// Whether the last of eighteen bytes fits ISO 7064 MOD 11-2 over the other seventeen digits.
    static func hasValidCheck(_ bytes: [UInt8]) -> Bool {
        let sum = zip(bytes, weights).reduce(0) { $0 + ($1.0.digit ?? 0) * $1.1 }
        return bytes.last == checkCharacters[sum % 11]
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + ($1.digit ?? 0) }
    }
}
