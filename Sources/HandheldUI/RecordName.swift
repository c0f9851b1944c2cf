/// The ways to name a record of this handheld's journal.
package enum RecordName: Sendable, Hashable {
    /// Its place in the journal, from 1.
    case number(Int)
    /// `XXXX-XXXX`, as printed and read aloud.
    case reference(String)
    /// The whole fact id: 64 hex digits.
    case fact(String)

    /// Reads `12`, `7K2M-93QX` or 64 hex digits; nil for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.uppercased().utf8)
        if bytes.count == 64, bytes.allSatisfy({ Self.hexDigits.contains($0) }) {
            self = .fact(text.lowercased())
        } else if bytes.count == 9, bytes[4] == UInt8(ascii: "-"),
            (bytes[..<4] + bytes[5...]).allSatisfy({ Self.codeDigits.contains($0) })
        {
            self = .reference(text.uppercased())
        } else if (1...18).contains(bytes.count),
            bytes.allSatisfy({ Self.hexDigits.prefix(10).contains($0) }), let number = Int(text),
            number >= 1
        {
            self = .number(number)
        } else {
            return nil
        }
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)
    private static let codeDigits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
