/// How the weight above the first step is rounded (`weight_rounding_codes`).
package enum WeightRounding: String, CaseIterable, Sendable {
    /// Up to 100 g, then in proportion to the step.
    case ceilTo100Grams = "CEIL_TO_100G"
    /// Up to 500 g, then in proportion to the step.
    case ceilToHalfKilogram = "CEIL_TO_HALF_KG"
    /// A started step counts as a whole step.
    case ceilToStep = "CEIL_TO_STEP"
    /// To the nearest whole step, half up.
    case halfUp = "HALF_UP"

    /// The weight that one unit stands for.
    private func unitGrams(stepGrams: Int) -> Int {
        switch self {
        case .ceilTo100Grams: 100
        case .ceilToHalfKilogram: 500
        case .ceilToStep, .halfUp: stepGrams
        }
    }

    /// The units of a weight of at least 0.
    func units(excessGrams: Int, stepGrams: Int) -> Int {
        let unit = unitGrams(stepGrams: stepGrams)
        return switch self {
        case .ceilTo100Grams, .ceilToHalfKilogram, .ceilToStep: excessGrams.dividedUp(by: unit)
        case .halfUp: excessGrams.dividedHalfUp(by: unit)
        }
    }

    /// A weight in whole units, at least one; `nil` when it does not fit.
    func rounded(grams: Int, stepGrams: Int) -> Int? {
        max(1, units(excessGrams: grams, stepGrams: stepGrams))
            .times(unitGrams(stepGrams: stepGrams))
    }

    /// What the units cost, or `nil` when it does not fit.
    func stepsFen(units: Int, stepFeeFen: Int, stepGrams: Int) -> Int? {
        units.times(unitGrams(stepGrams: stepGrams))?.times(stepFeeFen)?
            .dividedHalfUp(by: stepGrams)
    }
}
