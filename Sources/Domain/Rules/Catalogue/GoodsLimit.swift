/// How much of some goods a parcel may hold (`goods_limits`).
package struct GoodsLimit: Hashable, Sendable {
    /// What is counted or measured; amounts are thousandths of the unit.
    package enum Measure: String, CaseIterable, Sendable {
        /// Cigarettes and cigars, by the stick.
        case stick = "STICK"
        /// Things, by the piece.
        case piece = "PIECE"
        /// All of the liquid, in millilitres.
        case volume = "VOLUME"
        /// All of the goods, in grams.
        case mass = "MASS"
        /// The battery of each thing, in watt-hours.
        case energy = "ENERGY"
        /// The battery of each thing, in milliampere-hours; a limit is given as energy.
        case charge = "CHARGE"
        /// The battery's, in volts.
        case voltage = "VOLTAGE"
        /// Of alcohol, in per cent by volume.
        case strength = "STRENGTH"
    }

    /// A number of the law, or the name of the setting that holds it.
    package enum Bound: Hashable, Sendable {
        case fixed(Int)
        case setting(String)
    }

    package let code: Code
    /// The first names of the catalogue rows it holds for.
    package let items: [String]
    package let measure: Measure
    /// In whole units; a parcel may hold as much.
    package let max: Bound
    /// Up to here a manager may let it go on; above nobody.
    package let reviewMax: Bound?
    package let words: Words
    package let unit: Words
    /// The law, standard or terms behind it.
    package let basis: String

    package init(
        code: Code, items: [String], measure: Measure, max: Bound, reviewMax: Bound?,
        words: Words, unit: Words, basis: String
    ) {
        self.code = code
        self.items = items
        self.measure = measure
        self.max = max
        self.reviewMax = reviewMax
        self.words = words
        self.unit = unit
        self.basis = basis
    }
}

/// More than a limit allows, as a declared name states it.
package struct LimitExcess: Hashable, Sendable {
    package let limit: GoodsLimit
    /// In whole units, rounded up.
    package let stated: Int
    /// In whole units.
    package let max: Int
    /// Whether a manager may let it go on.
    package let isReviewable: Bool
}

/// A word that follows a number and what one of it is (`goods_units`).
package struct GoodsUnit: Hashable, Sendable {
    package let word: String
    package let measure: GoodsLimit.Measure
    /// Thousandths of the measure's unit in one.
    package let thousandths: Int

    package init(word: String, measure: GoodsLimit.Measure, thousandths: Int) {
        self.word = word
        self.measure = measure
        self.thousandths = thousandths
    }
}
