/// What the catalogue says to a declared name.
package struct CatalogueFinding: Hashable, Sendable {
    /// Every hit, the most severe decided one first, open ones after the decided ones.
    package let hits: [CatalogueHit]
    /// The version of the catalogue that said it.
    package let version: Int

    /// The most severe decision of the hits that are decided; `none` without one.
    package var decision: InspectionDecision { strictest?.decision ?? .none }

    /// The decided hit that the decision comes from.
    package var strictest: CatalogueHit? {
        hits.first.flatMap { $0.decision == nil ? nil : $0 }
    }

    /// What must be asked before the check is finished, one question a keyword.
    package var questions: [CatalogueQuestion] {
        var asked: Set<String> = []
        return hits.compactMap(\.question).filter { asked.insert($0.keyword).inserted }
    }

    /// Whether air products are closed for the parcel.
    package var isForbiddenByAir: Bool { hits.contains(where: \.isForbiddenByAir) }
}

/// One keyword found in a declared name.
package struct CatalogueHit: Hashable, Sendable {
    /// The keyword as the catalogue writes it, without its qualifier.
    package let keyword: String
    package let item: CatalogueItem
    /// The category after the answers: a confirmed harmless meaning can change it.
    package let category: Code
    /// The decision after the answers, or `nil` while `question` is open.
    package let decision: InspectionDecision?
    package let question: CatalogueQuestion?
    /// Whether the goods are what the keyword stands for.
    let isConfirmed: Bool
    /// What the text states beyond a limit.
    package let excess: LimitExcess?

    init(
        keyword: String, item: CatalogueItem, category: Code, decision: InspectionDecision?,
        question: CatalogueQuestion?, isConfirmed: Bool, excess: LimitExcess? = nil
    ) {
        self.keyword = keyword
        self.item = item
        self.category = category
        self.decision = decision
        self.question = question
        self.isConfirmed = isConfirmed
        self.excess = excess
    }

    /// A hit that a dated rule decides.
    init(keyword: String, rule: DatedRule) {
        let category = rule.categories[0]
        let item = CatalogueItem(
            names: [keyword], category: category, decision: rule.decision,
            isForbiddenByAir: false, isOfficial: false, basis: rule.issuer, note: rule.note)
        self.init(
            keyword: keyword, item: item, category: category, decision: rule.decision,
            question: nil, isConfirmed: true)
    }

    /// The hit with an amount over a limit: a manager decides up to the second bound, nobody
    /// above it.
    func with(_ excess: LimitExcess?) -> CatalogueHit {
        guard let excess, let decision else { return self }
        // A limit that is counted anyway blocks by itself; other goods are refused.
        let least: InspectionDecision =
            if excess.isReviewable { .managerReview } else {
                decision.block == .overLimit ? decision : .prohibited
            }
        return CatalogueHit(
            keyword: keyword, item: item, category: category,
            decision: least.rank < decision.rank ? least : decision, question: question,
            isConfirmed: isConfirmed, excess: excess)
    }

    /// Whether it closes air products; goods that turned out harmless do not.
    var isForbiddenByAir: Bool {
        guard let decision, decision != .none else { return false }
        let isGroundOnly = isConfirmed && item.decision.block == .airProduct
        return isGroundOnly || decision.block == .airProduct || item.isForbiddenByAir
    }
}

/// A question to the courier: do the goods count as what the keyword stands for?
package struct CatalogueQuestion: Hashable, Sendable {
    package let keyword: String
    package let kind: Kind

    /// Why it is asked, and what the goods may be instead.
    package enum Kind: Hashable, Sendable {
        /// The row holds only for goods with this quality.
        case qualifier(String)
        /// The declared name is that of a harmless thing.
        case harmlessName(text: String, meaning: Words)
        /// The name ends in a harmless noun.
        case headNoun(String)
    }
}
