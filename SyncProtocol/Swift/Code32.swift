/// Short codes in base32 for people: fact references, device-made ids, enrolment codes
/// (PJS section 5.4).
public enum Code32 {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    /// Characters of an enrolment code: 50 bits.
    public static let enrolmentLength = 10

    /// The first 40 bits of a digest as `XXXX-XXXX`: a fact reference or a day's line code.
    public static func reference(of digest: Digest) -> String {
        let characters = text(of: digest.bytes, length: 8)
        return "\(characters.prefix(4))-\(characters.suffix(4))"
    }

    /// `L` and the first 80 bits of the creating fact's id: the id of an entity made on a handheld.
    public static func madeID(of fact: Digest) -> String {
        "L" + text(of: fact.bytes, length: 16)
    }

    /// The first `length` characters of the bytes, most significant bits first.
    ///
    /// The bytes must hold at least 5 bits for each character.
    public static func text(of bytes: [UInt8], length: Int) -> String {
        precondition(bytes.count * 8 >= length * 5)
        var output: [UInt8] = []
        output.reserveCapacity(length)
        for index in 0..<length {
            let bit = index * 5
            let pair =
                UInt32(bytes[bit / 8]) << 8
                | (bit / 8 + 1 < bytes.count ? UInt32(bytes[bit / 8 + 1]) : 0)
            output.append(alphabet[Int(pair >> UInt32(11 - bit % 8) & 31)])
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a text has characters of the alphabet only.
    public static func isText(_ text: String) -> Bool { text.utf8.allSatisfy(alphabet.contains) }

    /// What a person typed, in upper case, without spaces and hyphens, O as 0, I and L as 1.
    ///
    /// Characters outside the alphabet stay, so that a comparison fails.
    public static func normalised(_ typed: String) -> String {
        var output: [UInt8] = []
        for byte in typed.utf8 {
            let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
            switch upper {
            case UInt8(ascii: " "), UInt8(ascii: "-"): continue
            case UInt8(ascii: "O"): output.append(UInt8(ascii: "0"))
            case UInt8(ascii: "I"), UInt8(ascii: "L"): output.append(UInt8(ascii: "1"))
            default: output.append(upper)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
