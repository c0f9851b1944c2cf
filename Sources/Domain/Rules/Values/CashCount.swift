/// Cash as somebody counted it: so many pieces of each note and coin.
package struct CashCount: Hashable, Sendable {
    /// Why a text is no count.
    package enum Problem: Error, Hashable, Sendable {
        /// Not written as denomination and pieces.
        case form(String)
        /// There is no such note or coin.
        case denomination(String)
        case twice(String)
        /// More than anybody can have.
        case tooLarge
    }

    /// Notes and coins in fen, the greatest first.
    package static let denominations = [
        10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1,
    ]
    /// The most pieces of one denomination.
    package static let piecesMax = 100_000

    /// Pieces by denomination in fen; never none of one.
    package let notes: [Int: Int]

    /// What they come to.
    package var totalFen: Int { notes.reduce(0) { $0 + $1.key * $1.value } }

    /// Reads `100=10,50=4,0.5=1`: yuan, and how many pieces.
    package static func parse(_ typed: String) -> Result<CashCount, Problem> {
        var notes: [Int: Int] = [:]
        var seen: Set<Int> = []
        for part in typed.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false)
            guard sides.count == 2, let pieces = pieces(sides[1]) else {
                return .failure(.form(String(part)))
            }
            guard case .success(let fen) = Fen.parse(String(sides[0])), denominations.contains(fen)
            else { return .failure(.denomination(String(sides[0]))) }
            guard seen.insert(fen).inserted else { return .failure(.twice(String(sides[0]))) }
            guard pieces <= piecesMax else { return .failure(.tooLarge) }
            if pieces > 0 { notes[fen] = pieces }
        }
        let count = CashCount(notes: notes)
        return count.totalFen <= Fen.amountMax ? .success(count) : .failure(.tooLarge)
    }

    private static func pieces(_ text: Substring) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy(\.isDigit) else {
            return nil
        }
        return Int(text)
    }
}
