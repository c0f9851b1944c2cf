/// What the catalogue says to a declared name.
package struct CatalogueFinding: Hashable, Sendable {
    /// Every hit, the most severe decided one first, open ones after the decided ones.
    package let hits: [CatalogueHit]

    /// The most severe decision of the hits that are decided; `none` without one.
    package var decision: InspectionDecision { strictest?.decision ?? .none }

    /// The decided hit that the decision comes from.
    package var strictest: CatalogueHit? {
        hits.first.flatMap { $0.decision == nil ? nil : $0 }
    }

    /// What must be asked before the check is finished, each question once.
    package var questions: [CatalogueQuestion] {
        var asked: Set<String> = []
        return hits.compactMap(\.question).filter { asked.insert($0.id).inserted }
    }

    /// Whether air products are closed for the parcel.
    package var isForbiddenByAir: Bool {
        hits.contains { hit in
            switch hit.decision {
            case nil, .some(.none): false
            case .groundOnly: true
            case .some: hit.item.isForbiddenByAir
            }
        }
    }
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
}

/// A question to the courier that decides what a hit means.
package struct CatalogueQuestion: Hashable, Sendable {
    /// Names the question in answers; the same for the same words.
    package let id: String
    package let kind: Kind

    /// What is asked. Yes to a qualifier is the strict answer; yes to the others the harmless one.
    package enum Kind: Hashable, Sendable {
        /// Does the qualifier apply to the goods?
        case qualifier(keyword: String, qualifier: String)
        /// Does the name mean this harmless thing?
        case harmlessName(text: String, meaning: Words)
        /// Is it this kind of thing, and not the keyword itself?
        case headNoun(noun: String, keyword: String)
    }
}
