/// A row of the catalogue: names of goods and what becomes of a parcel that holds them.
package struct CatalogueItem: Hashable, Sendable {
    /// Chinese and English names; `name(qualifier)` asks whether the qualifier applies.
    package let names: [String]
    /// P01–P19 of the official catalogue or a restricted group R_….
    package let category: Code
    package let decision: InspectionDecision
    /// Air products are closed for it, whatever the decision is.
    package let isForbiddenByAir: Bool
    /// The official catalogue; otherwise the list of everyday names, which goes first at equal
    /// severity.
    package let isOfficial: Bool
    /// The law, standard or terms behind the row.
    package let basis: String
    /// What else the courier needs to know.
    package let note: Words

    package init(
        names: [String], category: Code, decision: InspectionDecision, isForbiddenByAir: Bool,
        isOfficial: Bool, basis: String, note: Words
    ) {
        self.names = names
        self.category = category
        self.decision = decision
        self.isForbiddenByAir = isForbiddenByAir
        self.isOfficial = isOfficial
        self.basis = basis
        self.note = note
    }
}

/// A harmless name that holds a keyword: it turns the hits inside it into a question.
package struct CatalogueGuard: Hashable, Sendable {
    package let text: String
    /// What becomes of the hit when the harmless meaning is confirmed.
    package let confirmedDecision: InspectionDecision
    package let confirmedCategory: Code?
    package let meaning: Words

    package init(
        text: String, confirmedDecision: InspectionDecision, confirmedCategory: Code?,
        meaning: Words
    ) {
        self.text = text
        self.confirmedDecision = confirmedDecision
        self.confirmedCategory = confirmedCategory
        self.meaning = meaning
    }
}

/// A category of goods.
package struct ItemCategory: Hashable, Sendable {
    package let code: Code
    package let words: Words
    /// Whom the station tells; empty for restricted groups.
    package let reportTarget: String
    package let mustEvacuate: Bool
    /// A harmless last word ("…裤") turns hits of the category into questions.
    package let asksAboutHeadNouns: Bool
    package let basis: String

    package init(
        code: Code, words: Words, reportTarget: String, mustEvacuate: Bool,
        asksAboutHeadNouns: Bool, basis: String
    ) {
        self.code = code
        self.words = words
        self.reportTarget = reportTarget
        self.mustEvacuate = mustEvacuate
        self.asksAboutHeadNouns = asksAboutHeadNouns
        self.basis = basis
    }
}
