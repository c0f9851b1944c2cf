/// A rule for some days, some destinations or one province of origin. It only makes the catalogue
/// stricter, and ends by itself.
package struct DatedRule: Hashable, Sendable {
    package let id: String
    package let title: Words
    package let from: CalendarDay
    /// The first day on which it does not hold any more.
    package let until: CalendarDay?
    /// Provinces and cities by how their names begin; empty: everywhere.
    package let destinations: [String]
    /// The province of the station as two digits; nil: everywhere.
    package let originProvince: String?
    /// Goods of these categories are under it. The first is that of its own keywords.
    package let categories: [Code]
    package let keywords: [String]
    package let decision: InspectionDecision
    package let steps: [Step]
    package let issuer: String

    /// What is done besides.
    package enum Step: String, CaseIterable, Sendable {
        case xRayEveryItem = "X_RAY_EVERY_ITEM"
        case secondScreening = "SECOND_SCREENING_ON_ARRIVAL"
    }

    package init(
        id: String, title: Words, from: CalendarDay, until: CalendarDay?, destinations: [String],
        originProvince: String?, categories: [Code], keywords: [String],
        decision: InspectionDecision, steps: [Step], issuer: String
    ) {
        self.id = id
        self.title = title
        self.from = from
        self.until = until
        self.destinations = destinations
        self.originProvince = originProvince
        self.categories = categories
        self.keywords = keywords
        self.decision = decision
        self.steps = steps
        self.issuer = issuer
    }

    func holds(for journey: GoodsJourney) -> Bool {
        guard from <= journey.day, until.map({ journey.day < $0 }) ?? true,
            originProvince.map({ $0 == journey.originProvince }) ?? true
        else { return false }
        let places = [journey.province, journey.city].compactMap(\.self)
        return destinations.isEmpty
            || destinations.contains { name in places.contains { $0.hasPrefix(name) } }
    }

    /// What the courier has to know of it: title, further steps and who issued it.
    var note: Words {
        let steps = steps.map(\.words)
        return Words(
            zh: ([title.zh] + steps.map(\.zh) + [issuer]).joined(separator: "; "),
            en: ([title.en] + steps.map(\.en) + [issuer]).joined(separator: "; "))
    }
}

extension DatedRule.Step {
    /// The step, said to people.
    package var words: Words {
        switch self {
        case .xRayEveryItem:
            Words(zh: "逐件过机安检并加贴标识", en: "X-ray and sticker on every item")
        case .secondScreening: Words(zh: "到达后二次安检", en: "second screening on arrival")
        }
    }
}

/// When goods are sent, from where and to where, as far as it is known.
package struct GoodsJourney: Hashable, Sendable {
    package var day: CalendarDay
    /// Two digits; nil or 00: none.
    package var originProvince: String?
    package var province: String?
    package var city: String?

    package init(
        day: CalendarDay, originProvince: String? = nil, province: String? = nil,
        city: String? = nil
    ) {
        self.day = day
        self.originProvince = originProvince
        self.province = province
        self.city = city
    }
}
