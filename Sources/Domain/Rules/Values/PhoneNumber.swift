/// A phone number as written on a waybill: mobile, landline or privacy number.
package struct PhoneNumber: Hashable, Sendable {
    /// Digits and hyphens.
    package let text: String
    package let kind: Kind

    /// What the shape of the number says.
    package enum Kind: Hashable, Sendable {
        case mobile
        case landline
        case privacyNumber
    }

    /// Why a text is no phone number.
    package enum Problem: Error, Hashable {
        case shape
    }

    /// Reads a typed number; spaces inside are dropped.
    package static func parse(_ typed: String) -> Result<PhoneNumber, Problem> {
        let bytes = TypedText.upperBytes(typed).filter { $0 != 0x20 }
        guard let kind = kind(of: bytes) else { return .failure(.shape) }
        return .success(PhoneNumber(text: String(decoding: bytes, as: UTF8.self), kind: kind))
    }

    private init(text: String, kind: Kind) {
        self.text = text
        self.kind = kind
    }

    /// The three patterns of the reference data: `1[3-9]` and nine digits, the same with a hyphen
    /// and four digits, and `0dd` or `0ddd`, a hyphen or none, seven or eight digits, then a
    /// hyphen and an extension of up to six digits or none.
    private static func kind(of bytes: [UInt8]) -> Kind? {
        let parts = bytes.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }), let head = parts.first
        else { return nil }
        if head.count == 11, head[0] == 0x31, (0x33...0x39).contains(head[1]) {
            switch parts.count {
            case 1: return .mobile
            case 2: return parts[1].count == 4 ? .privacyNumber : nil
            default: return nil
            }
        }
        guard head[0] == 0x30 else { return nil }
        switch parts.count {
        case 1: return (10...12).contains(head.count) ? .landline : nil
        case 2 where (10...12).contains(head.count):
            return parts[1].count <= 6 ? .landline : nil
        case 2: return isAreaAndNumber(head, parts[1]) ? .landline : nil
        case 3: return isAreaAndNumber(head, parts[1]) && parts[2].count <= 6 ? .landline : nil
        default: return nil
        }
    }

    private static func isAreaAndNumber(_ area: ArraySlice<UInt8>, _ number: ArraySlice<UInt8>)
        -> Bool
    {
        (3...4).contains(area.count) && (7...8).contains(number.count)
    }
}
