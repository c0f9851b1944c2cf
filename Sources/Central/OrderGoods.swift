package import Domain

/// What the catalogue says to the goods of an order.
package struct OrderGoods: Sendable {
    package let line: Int
    package let name: String
    package let finding: CatalogueFinding
    /// No courier may fetch it. What is on its way already is delivered or held by a person.
    package let isRefused: Bool

    /// Nil for goods of which the catalogue says nothing.
    package init?(_ order: ImportedOrder, _ rules: OrderRules) {
        guard let goods = order.goods else { return nil }
        var journey = rules.journey
        journey.city = order.recipient?.city
        let finding = rules.tables.catalogue.check(
            goods.name, bounds: rules.settings.goodsBounds, on: journey)
        guard !finding.hits.isEmpty else { return nil }
        line = order.line
        name = goods.name
        self.finding = finding
        isRefused = order.kind == .pickup && finding.hits.contains(where: \.isBeyondLifting)
    }
}

/// The rules that orders are taken by.
package struct OrderRules: Sendable {
    package let tables: RuleTables
    package let settings: RuleSettings
    package let journey: GoodsJourney

    /// Those of a station on a day.
    package init(_ tables: RuleTables, config: StationConfig?, day: CalendarDay) {
        self.tables = tables
        settings = RuleSettings(tables.settings, config: config)
        journey = GoodsJourney(day: day, originProvince: settings.provinceCode)
    }
}

extension CatalogueHit {
    /// Nothing that a sender or a manager does lets it go.
    fileprivate var isBeyondLifting: Bool {
        if let excess, !excess.isReviewable { return true }
        guard let decision else { return false }
        return decision.block == .always && decision.lift == .nothing
    }
}
