package import Domain
package import Journal

/// What computing the quotes of this handheld again came to.
package struct QuoteStanding: Sendable {
    package let reference: String
    package let parcel: String?
    package let review: QuoteReview
}

extension Handheld {
    /// Every quote of the journal, computed again, oldest first.
    package mutating func reviewQuotes() throws(JournalError) -> [QuoteStanding] {
        var standings: [QuoteStanding] = []
        var quote: Fact?
        let tables = try tables()
        try eachFact { (fact) throws(JournalError) in
            switch fact.payload {
            case .quote:
                if let last = quote { standings.append(try standing(of: last, nil, tables)) }
                quote = fact
            case .pickup(let pickup):
                guard let last = quote, last.id == pickup.quote else { return }
                standings.append(try standing(of: last, pickup, tables))
                quote = nil
            default: return
            }
        }
        if let last = quote { standings.append(try standing(of: last, nil, tables)) }
        return standings
    }

    private func standing(
        of fact: Fact, _ pickup: PickupFact?, _ tables: RuleTables
    ) throws(JournalError) -> QuoteStanding {
        guard case .quote(let quote) = fact.payload else {
            preconditionFailure("only a quote is reviewed")
        }
        var terms: TariffTerms? = tables.standardTariff
        if let (reference, version) = fact.base.first(where: { $0.key.type == .tariff }) {
            terms = nil
            if let row = try journal.row(reference), row.version == version,
                case .tariff(let tariff) = row.entity
            {
                terms = tariff.terms
            }
        }
        var settings: RuleSettings?
        if let (reference, version) = fact.base.first(where: { $0.key.type == .config }),
            let row = try journal.row(reference), row.version == version,
            case .config(let config) = row.entity
        {
            settings = RuleSettings(tables.settings, config: config)
        }
        return QuoteStanding(
            reference: fact.reference, parcel: quote.parcel,
            review: QuoteReview(of: quote, pickup: pickup, terms: terms, settings: settings))
    }
}
