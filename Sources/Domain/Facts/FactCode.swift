/// Short names made from a fact id: its reference, and the ids of what the fact makes.
package enum FactCode {
    /// `XXXX-XXXX`: the first 40 bits, shown on receipts, cases and in histories.
    package static func reference(_ factID: String) -> String {
        let code = base32(factID, bits: 40)
        return "\(code.prefix(4))-\(code.suffix(4))"
    }

    /// `L` and the first 80 bits: the id of the entity a fact makes (PJS 2.1).
    package static func madeID(_ factID: String) -> String {
        "L" + base32(factID, bits: 80)
    }

    /// The COD charge that a pickup makes beside the parcel.
    package static func codChargeID(_ factID: String) -> String {
        madeID(factID) + "-D"
    }

    /// The `number`-th charge, from 1, that a delivery task brings with it.
    package static func collectChargeID(_ factID: String, _ number: Int) -> String {
        madeID(factID) + "-\(number)"
    }

    /// Alphabet of PJS 5.4, most significant bits first. A fact id is 64 hex digits; digits that
    /// are missing or strange count as zero, so that outside text never stops the program.
    private static func base32(_ hex: String, bits: Int) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        let digits = hex.utf8.prefix(bits / 4).map { UInt8(hexDigit: $0) }
        var code: [UInt8] = []
        for start in stride(from: 0, to: bits, by: 5) {
            var index = 0
            for bit in start..<(start + 5) {
                let digit = bit / 4 < digits.count ? digits[bit / 4] : 0
                index = index << 1 | Int(digit >> UInt8(3 - bit % 4) & 1)
            }
            code.append(alphabet[index])
        }
        return String(decoding: code, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate init(hexDigit: UInt8) {
        switch hexDigit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self = hexDigit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self = hexDigit - UInt8(ascii: "a") + 10
        default: self = 0
        }
    }
}
