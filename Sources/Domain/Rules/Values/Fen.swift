/// Amounts of money are whole fen in an `Int`; these are the only ways in and out of text and
/// the only rounding.
package enum Fen {
    /// Why a text is no amount.
    package enum Problem: Error, Hashable {
        case empty
        case notANumber
        /// More than two digits after the point.
        case fractionOfFen
        case tooLarge
    }

    /// The greatest amount the product takes from a person or a file: 100 million CNY.
    package static let amountMax = 10_000_000_000

    /// Reads an amount in yuan as fen: "12.5" and "12.50" are 1250. No sign, no separators.
    package static func parse(_ typed: String) -> Result<Int, Problem> {
        let bytes = TypedText.upperBytes(typed)
        guard !bytes.isEmpty else { return .failure(.empty) }
        let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) })
        else { return .failure(.notANumber) }
        var fraction = parts.count == 2 ? parts[1].compactMap(\.digit) : []
        guard fraction.count <= 2 else { return .failure(.fractionOfFen) }
        while fraction.count < 2 { fraction.append(0) }
        var fen = 0
        for digit in parts[0].compactMap(\.digit) + fraction {
            fen = fen * 10 + digit
            guard fen <= amountMax else { return .failure(.tooLarge) }
        }
        return .success(fen)
    }

    /// The amount for the screen: 1250 is "¥12.50".
    package static func text(_ fen: Int) -> String {
        let magnitude = fen.magnitude
        let cents = magnitude % 100
        return "\(fen < 0 ? "-" : "")¥\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }

    /// The sum, or `nil` when it does not fit.
    package static func sum(_ amounts: some Sequence<Int>) -> Int? {
        amounts.reduce(Int?.some(0)) { total, amount in total?.plus(amount) }
    }

    /// `amount * permille / 1000` rounded half up, for amounts of at least 0.
    package static func share(of amount: Int, permille: Int) -> Int? {
        guard amount >= 0, permille >= 0 else { return nil }
        return amount.times(permille)?.dividedHalfUp(by: 1000)
    }
}
