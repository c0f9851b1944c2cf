/// The rules data that decisions are made from; the product brings a built-in set, and a station
/// may bring newer packs.
package struct RuleTables: Sendable {
    package let catalogue: ProhibitedCatalogue
    package let proofs: [ProofType: ProofRule]
    package let exceptions: [ExceptionReason: ExceptionRule]
    package let settings: SettingTable
    /// The tariff of a station that has not set its own.
    package let standardTariff: TariffTerms
    package let words: CodeWords
    /// Pages for people, in the order of their table.
    package let pages: [HelpPage]

    package init(
        catalogue: ProhibitedCatalogue, proofs: [ProofType: ProofRule],
        exceptions: [ExceptionReason: ExceptionRule], settings: SettingTable,
        standardTariff: TariffTerms, words: CodeWords, pages: [HelpPage]
    ) {
        self.catalogue = catalogue
        self.proofs = proofs
        self.exceptions = exceptions
        self.settings = settings
        self.standardTariff = standardTariff
        self.words = words
        self.pages = pages
    }
}
