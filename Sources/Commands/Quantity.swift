/// Reads numbers from outside: ASCII digits only, checked arithmetic, nil for anything else.
package enum Quantity {
    /// A whole number that is not negative, written with digits alone.
    package static func count(_ text: String) -> Int? {
        let bytes = text.utf8
        guard !bytes.isEmpty else { return nil }
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int(byte - 0x30))
            if overflow || carry { return nil }
            value = sum
        }
        return value
    }

    /// Length, width and height in millimetres: `300x200x100`, also with `X`, `*` or `×`.
    package static func size(_ text: String) -> (length: Int, width: Int, height: Int)? {
        let parts = text.split(omittingEmptySubsequences: false) { "xX*×".contains($0) }
        let sides = parts.compactMap { count(String($0)) }
        guard parts.count == 3, sides.count == 3 else { return nil }
        return (sides[0], sides[1], sides[2])
    }

    /// Yuan with at most two decimals to fen: `12`, `12.5`, `12.50`.
    package static func fen(yuan text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ count(String($0)) }), parts.count <= 2 else {
            return nil
        }
        var cents = 0
        if parts.count == 2 {
            let digits = String(parts[1])
            guard (1...2).contains(digits.utf8.count), let value = count(digits) else { return nil }
            cents = digits.utf8.count == 1 ? value * 10 : value
        }
        let (fen, overflow) = whole.multipliedReportingOverflow(by: 100)
        let (sum, carry) = fen.addingReportingOverflow(cents)
        return overflow || carry ? nil : sum
    }

    /// Fen as yuan with two decimals: `1286.50`, `-0.05`.
    package static func yuan(fen: Int) -> String {
        let cents = fen.magnitude % 100
        return "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
