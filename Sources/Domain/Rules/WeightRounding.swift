/// How the weight above the first step is rounded (`weight_rounding_codes`).
package enum WeightRounding: String, CaseIterable, Sendable {
    case ceilTo100Grams = "CEIL_TO_100G"
    case ceilToHalfKilogram = "CEIL_TO_HALF_KG"
    case ceilToStep = "CEIL_TO_STEP"
    case halfUp = "HALF_UP"
}
