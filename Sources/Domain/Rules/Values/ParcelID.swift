/// The number on a label, ours or another carrier's: `[A-Z0-9][A-Z0-9-]{5,39}` (PJS 2.1).
///
/// No carrier publishes a stable grammar, so a number is never refused for not looking like ours.
package struct ParcelID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    /// Why a text cannot be a parcel number.
    package enum Problem: Error, Hashable {
        case tooShort
        case tooLong
        /// `position` counts from 1.
        case character(position: Int)
        /// It has the company's letters and length, so its check digit must be right.
        case ownNumber(WaybillNumber.Problem)
    }

    package static let lengthMin = 6
    package static let lengthMax = 40

    /// Reads a typed or scanned number; letters may be lower-case or full-width. A number with
    /// the letters `companyPrefix` and the length of an own number must be one.
    package static func parse(_ typed: String, companyPrefix: String) -> Result<ParcelID, Problem> {
        let bytes = TypedText.upperBytes(typed)
        guard bytes.count >= lengthMin else { return .failure(.tooShort) }
        guard bytes.count <= lengthMax else { return .failure(.tooLong) }
        for (index, byte) in bytes.enumerated()
        where !(byte.isDigit || byte.isUpperLetter || (byte == 0x2D && index > 0)) {
            return .failure(.character(position: index + 1))
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if bytes.count == WaybillNumber.length, text.hasPrefix(companyPrefix),
            bytes.dropFirst(WaybillNumber.letterCount).allSatisfy(\.isDigit),
            case .failure(let problem) = WaybillNumber.parse(text)
        {
            return .failure(.ownNumber(problem))
        }
        return .success(ParcelID(text: text))
    }

    package init(_ number: WaybillNumber) { text = number.text }

    private init(text: String) { self.text = text }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
