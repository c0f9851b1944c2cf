/// A table of the rules data that is built into the program. The bytes of `csv` are its identity.
package struct ReferencePack: Sendable {
    package let name: String
    /// The date of the version as `YYYYMMDD`.
    package let version: Int
    /// RFC 4180 with LF line ends, the last included, and the header first.
    package let csv: String

    package init(name: String, version: Int, csv: String) {
        self.name = name
        self.version = version
        self.csv = csv
    }

    /// Every built-in pack, by name.
    package static let all: [ReferencePack] = [
        acceptanceSteps, carrierNumbers, codeWords, datedRules, everydayItems, exceptionReasons,
        falseAlarmGuards,
        foreignEvents, foreignStates, freightZones, goodsLimits, goodsUnits,
        harmlessHeadNouns, helpPages, identityDocuments, inspectionDecisions, itemCategories,
        lossPatterns, measureWords, officialItems, paymentMethods, proofTypes, provinceRules,
        settings, standardTariff,
        surcharges, trackingEvents, traditionalForms,
    ]

    /// The packs that a station may replace, by name.
    package static let replaceable: [ReferencePack] =
        (CataloguePacks.names + [exceptionReasons, helpPages, proofTypes] + tariff)
        .sorted { $0.name < $1.name }

    /// The packs that make the tariff.
    package static let tariff: [ReferencePack] = [standardTariff, surcharges]
}
