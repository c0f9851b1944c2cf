/// A table of the rules data that is built into the program. The bytes of `csv` are its identity.
package struct ReferencePack: Sendable {
    package let name: String
    /// The date of the version as `YYYYMMDD`.
    package let version: Int
    /// RFC 4180 with LF line ends, the last included, and the header first.
    package let csv: String

    /// Every built-in pack, by name.
    package static let all: [ReferencePack] = [
        acceptanceSteps, codeWords, everydayItems, exceptionReasons, falseAlarmGuards,
        foreignEvents, foreignStates, freightZones, goodsLimits, goodsUnits,
        harmlessHeadNouns, identityDocuments, inspectionDecisions, itemCategories,
        measureWords, officialItems, paymentMethods, proofTypes, settings, standardTariff,
        surcharges, trackingEvents, traditionalForms,
    ]
}
