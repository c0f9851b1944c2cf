/// A page for people: how to behave, what to say, the terms of the waybill, what a mistake costs.
/// The product shows it and enforces nothing of it.
package struct HelpPage: Hashable, Sendable {
    package let id: String
    package let kind: Kind
    package let title: Words
    /// Lines, with `{station}` and `{person}` where these are to stand.
    package let lines: [Words]
    /// The day from which it holds.
    package let since: CalendarDay
    package let source: String

    /// What a page is about.
    package enum Kind: String, CaseIterable, Sendable {
        case conduct = "CONDUCT"
        case script = "SCRIPT"
        case terms = "TERMS"
        case penalty = "PENALTY"
        case unknown = "UNKNOWN"
    }

    package init(
        id: String, kind: Kind, title: Words, lines: [Words], since: CalendarDay, source: String
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.lines = lines
        self.since = since
        self.source = source
    }

    /// The page with the names of the station and of whoever reads it.
    package func filled(station: String, person: String) -> HelpPage {
        func fill(_ words: Words) -> Words {
            Words(zh: fill(words.zh), en: fill(words.en))
        }
        func fill(_ text: String) -> String {
            text.split(separator: "{station}", omittingEmptySubsequences: false)
                .joined(separator: station)
                .split(separator: "{person}", omittingEmptySubsequences: false)
                .joined(separator: person)
        }
        return HelpPage(
            id: id, kind: kind, title: title, lines: lines.map(fill), since: since,
            source: source)
    }
}

extension HelpPage.Kind {
    /// The kind, said to people.
    package var words: Words {
        switch self {
        case .conduct: Words(zh: "规范", en: "conduct")
        case .script: Words(zh: "话术", en: "script")
        case .terms: Words(zh: "条款", en: "terms")
        case .penalty: Words(zh: "罚则", en: "penalty")
        case .unknown: Words(zh: "未定", en: "unknown")
        }
    }
}
