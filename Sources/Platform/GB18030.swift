import Foundation

/// Letters in GB 18030, the encoding of Chinese printers. The table is the platform's.
package enum GB18030 {
    private static let encoding = String.Encoding(rawValue: 0x8000_0632)

    /// One, two or four bytes; nil for a character that GB 18030 cannot say.
    @Sendable package static func bytes(of character: Character) -> [UInt8]? {
        String(character).data(using: encoding).map { [UInt8]($0) }
    }
}
