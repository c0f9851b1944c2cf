/// Length, width and height of a parcel in millimetres.
package struct ParcelSize: Hashable, Sendable {
    package var lengthMillimetres: Int
    package var widthMillimetres: Int
    package var heightMillimetres: Int

    package init(lengthMillimetres: Int, widthMillimetres: Int, heightMillimetres: Int) {
        self.lengthMillimetres = lengthMillimetres
        self.widthMillimetres = widthMillimetres
        self.heightMillimetres = heightMillimetres
    }

    package var sides: [Int] { [lengthMillimetres, widthMillimetres, heightMillimetres] }

    /// Reads "300x200x150" in millimetres; `x`, `X`, `*` and `×` separate.
    package init?(_ typed: String) {
        let parts = TypedText.upper(typed).unicodeScalars.split(
            omittingEmptySubsequences: false
        ) { $0 == "X" || $0 == "*" || $0 == "×" }
        guard parts.count == 3 else { return nil }
        let sides = parts.compactMap { part -> Int? in
            let text = String(String.UnicodeScalarView(part))
            guard !text.isEmpty, text.utf8.count <= 6, text.utf8.allSatisfy(\.isDigit) else {
                return nil
            }
            return Int(text)
        }
        guard sides.count == 3 else { return nil }
        self.init(
            lengthMillimetres: sides[0], widthMillimetres: sides[1], heightMillimetres: sides[2])
    }
}

/// The greatest parcel an express carrier accepts (邮政法 84, YZ/T 0128): a company may lower the
/// limits, never raise them.
package struct ParcelLimits: Hashable, Sendable {
    package let weightMaxGrams: Int
    package let sideMaxMillimetres: Int
    package let sideSumMaxMillimetres: Int

    package static let legal = ParcelLimits(
        weightMaxGrams: 50_000, sideMaxMillimetres: 1500, sideSumMaxMillimetres: 3000)

    /// Limits above the legal ones are cut down to them.
    package init(weightMaxGrams: Int, sideMaxMillimetres: Int, sideSumMaxMillimetres: Int) {
        self.weightMaxGrams = min(weightMaxGrams, 50_000)
        self.sideMaxMillimetres = min(sideMaxMillimetres, 1500)
        self.sideSumMaxMillimetres = min(sideSumMaxMillimetres, 3000)
    }

    /// What is over a limit.
    package enum Excess: Hashable, Sendable {
        case weight(grams: Int, maxGrams: Int)
        case side(millimetres: Int, maxMillimetres: Int)
        case sideSum(millimetres: Int, maxMillimetres: Int)
    }

    /// Everything in which a parcel is over the limits. Sides are at least 0.
    package func excesses(grams: Int, size: ParcelSize) -> [Excess] {
        var found: [Excess] = []
        if grams > weightMaxGrams { found.append(.weight(grams: grams, maxGrams: weightMaxGrams)) }
        let longest = size.sides.max() ?? 0
        if longest > sideMaxMillimetres {
            found.append(.side(millimetres: longest, maxMillimetres: sideMaxMillimetres))
        }
        let sum = Fen.sum(size.sides) ?? Int.max
        if sum > sideSumMaxMillimetres {
            found.append(.sideSum(millimetres: sum, maxMillimetres: sideSumMaxMillimetres))
        }
        return found
    }
}
