/// The prohibited and restricted goods, indexed so that a declared name is read once.
package struct ProhibitedCatalogue: Sendable {
    /// The version that facts cite.
    package let version: Int
    package let categories: [Code: ItemCategory]
    private let keywords: [Unicode.Scalar: [Keyword]]
    private let guards: [Unicode.Scalar: [Guard]]
    private let headNouns: [(text: CatalogueText, noun: String)]
    private let measureWords: [CatalogueText]
    private let simplified: [Unicode.Scalar: Unicode.Scalar]
    private let limits: GoodsLimits
    private let datedRules: [DatedRule]

    /// The tables that make a catalogue.
    package struct Tables: Sendable {
        package var version: Int
        package var items: [CatalogueItem] = []
        package var guards: [CatalogueGuard] = []
        package var categories: [ItemCategory] = []
        package var headNouns: [String] = []
        package var measureWords: [String] = []
        package var simplified: [Unicode.Scalar: Unicode.Scalar] = [:]
        package var limits: [GoodsLimit] = []
        package var units: [GoodsUnit] = []
        package var datedRules: [DatedRule] = []
        /// What settings hold where a station has not set them, by key.
        package var bounds: [String: Int] = [:]

        package init(version: Int) { self.version = version }
    }

    private struct Keyword: Sendable {
        let text: CatalogueText
        let name: String
        let qualifier: String?
        let item: CatalogueItem
    }

    private struct Guard: Sendable {
        let text: CatalogueText
        let row: CatalogueGuard
    }

    package init(_ tables: Tables) {
        version = tables.version
        simplified = tables.simplified
        limits = GoodsLimits(tables)
        datedRules = tables.datedRules
        let simplified = tables.simplified
        categories = Dictionary(
            tables.categories.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let keywords = tables.items.flatMap { item in
            item.names.map { name in
                let (bare, qualifier) = Self.split(name)
                let text = CatalogueText(bare, simplified: simplified)
                return Keyword(text: text, name: bare, qualifier: qualifier, item: item)
            }
        }
        self.keywords = Self.index(keywords, by: \.text)
        let guards = tables.guards.map { row in
            Guard(text: CatalogueText(Self.split(row.text).bare, simplified: simplified), row: row)
        }
        self.guards = Self.index(guards, by: \.text)
        headNouns = tables.headNouns
            .map { (text: CatalogueText($0, simplified: simplified), noun: $0) }
            .sorted { $0.text.count > $1.text.count }
        measureWords = tables.measureWords
            .map { CatalogueText($0, simplified: simplified) }
            .sorted { $0.count > $1.count }
    }

    /// Checks a declared name, which may list several goods and state amounts.
    ///
    /// - Parameters:
    ///   - answers: by keyword, whether the goods count as what it stands for; in doubt they do.
    ///   - bounds: limits that the station has set, by key of the setting.
    ///   - journey: picks the rules of a time and a place; without it none of them holds.
    package func check(
        _ declared: String, answers: [String: Bool] = [:], bounds: [String: Int] = [:],
        on journey: GoodsJourney? = nil
    ) -> CatalogueFinding {
        let clauses = GoodsClauses(declared)
        var hits: [CatalogueHit] = []
        for name in clauses.names {
            let text = CatalogueText(name, simplified: simplified)
            hits.append(contentsOf: self.hits(in: text, answers: answers))
        }
        var judged = limits.apply(to: hits, in: clauses, bounds: bounds)
        if let journey {
            for rule in datedRules where rule.holds(for: journey) {
                judged = apply(rule, to: judged, in: clauses)
            }
        }
        return CatalogueFinding(hits: Self.sorted(judged), version: version)
    }

    /// The hits of the rule's categories, no milder than it says, and those of its own keywords.
    private func apply(
        _ rule: DatedRule, to hits: [CatalogueHit], in clauses: GoodsClauses
    ) -> [CatalogueHit] {
        let own = rule.keywords.compactMap { keyword -> CatalogueHit? in
            let text = CatalogueText(keyword, simplified: simplified)
            let isNamed = clauses.names.contains {
                CatalogueText($0, simplified: simplified).contains(text)
            }
            return isNamed ? CatalogueHit(keyword: keyword, rule: rule) : nil
        }
        return hits.map { hit in
            guard rule.categories.contains(hit.category), let decision = hit.decision,
                decision != .none, rule.decision.rank < decision.rank
            else { return hit }
            return CatalogueHit(keyword: hit.keyword, rule: rule)
        } + own
    }

    // MARK: Matching

    private struct Match {
        let keyword: Keyword
        let span: Range<Int>
    }

    private func hits(in text: CatalogueText, answers: [String: Bool]) -> [CatalogueHit] {
        let nameEnd = endWithoutQuantity(text)
        let matches = matches(in: text, nameEnd: nameEnd)
        guard !matches.isEmpty else { return [] }
        let guards = guards(in: text)
        let head = headNoun(of: text, nameEnd: nameEnd)
        return matches.map { match in
            let guardRow = guards.filter { $0.span.contains(match.span) }
                .max { $0.span.count < $1.span.count }?.row
            let isBeforeHead = head.map { match.span.upperBound <= $0.start } ?? false
            let asksHead =
                isBeforeHead && categories[match.keyword.item.category]?.asksAboutHeadNouns == true
            return decide(
                match.keyword, in: text, guardRow: guardRow, head: asksHead ? head?.noun : nil,
                answers: answers)
        }
    }

    /// The longest keyword at each place; a hit wholly inside a longer one is dropped. A keyword
    /// of one character counts only as the whole name.
    private func matches(in text: CatalogueText, nameEnd: Int) -> [Match] {
        var matches: [Match] = []
        var reach = 0
        for start in 0..<text.count {
            var length = 0
            for keyword in keywords[text.scalars[start]] ?? [] {
                let count = keyword.text.count
                let end = start + count
                if length > 0 && count < length { break }
                guard end > reach || count == length, text.holds(keyword.text, at: start) else {
                    continue
                }
                guard count > 1 || (start == 0 && (end == nameEnd || end == text.count)) else {
                    continue
                }
                length = count
                matches.append(Match(keyword: keyword, span: start..<end))
            }
            reach = max(reach, start + length)
        }
        return matches
    }

    private func guards(in text: CatalogueText) -> [(row: CatalogueGuard, span: Range<Int>)] {
        (0..<text.count).flatMap { start in
            (guards[text.scalars[start]] ?? [])
                .filter { text.holds($0.text, at: start) }
                .map { (row: $0.row, span: start..<(start + $0.text.count)) }
        }
    }

    private func headNoun(of text: CatalogueText, nameEnd: Int) -> (noun: String, start: Int)? {
        for head in headNouns where text.ends(with: head.text, before: nameEnd) {
            return (head.noun, nameEnd - head.text.count)
        }
        return nil
    }

    /// Where the name ends when a quantity such as "2个", "x2" or "十盒" is dropped.
    private func endWithoutQuantity(_ text: CatalogueText) -> Int {
        var end = text.count
        for word in measureWords where text.ends(with: word, before: end) {
            end -= word.count
            break
        }
        let numberEnd = end
        while end > 0, Self.isNumeral(text.scalars[end - 1]) { end -= 1 }
        guard end < numberEnd, end > 0 else { return text.count }
        if end > 1, text.scalars[end - 1] == "x" { end -= 1 }
        return end
    }

    // MARK: Deciding

    /// The hit of a keyword: firm, open, or decided by its answer. Of several reasons to ask, the
    /// name of a harmless thing comes first, then the last word, then the qualifier.
    private func decide(
        _ keyword: Keyword, in text: CatalogueText, guardRow: CatalogueGuard?, head: String?,
        answers: [String: Bool]
    ) -> CatalogueHit {
        let item = keyword.item
        let kind: CatalogueQuestion.Kind
        let harmless: (decision: InspectionDecision, category: Code)
        if let guardRow {
            kind = .harmlessName(text: guardRow.text, meaning: guardRow.meaning)
            harmless = (guardRow.confirmedDecision, guardRow.confirmedCategory ?? item.category)
        } else if let head {
            kind = .headNoun(head)
            harmless = (.none, item.category)
        } else if let qualifier = keyword.qualifier,
            !text.contains(CatalogueText(qualifier, simplified: simplified))
        {
            kind = .qualifier(qualifier)
            harmless = (.care, item.category)
        } else {
            return CatalogueHit(
                keyword: keyword.name, item: item, category: item.category,
                decision: item.decision, question: nil,
                isConfirmed: true)
        }
        let answer = answers[keyword.name]
        return CatalogueHit(
            keyword: keyword.name, item: item,
            category: answer == false ? harmless.category : item.category,
            decision: answer.map { $0 ? item.decision : harmless.decision },
            question: answer == nil
                ? CatalogueQuestion(keyword: keyword.name, kind: kind) : nil,
            isConfirmed: answer == true)
    }

    /// Decided hits before open ones, severe before mild, everyday rows before the catalogue,
    /// then by category; the same keyword of the same category counts once.
    private static func sorted(_ hits: [CatalogueHit]) -> [CatalogueHit] {
        let order = hits.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            let ranks = (one.decision?.rank ?? .max, other.decision?.rank ?? .max)
            if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
            if one.item.isOfficial != other.item.isOfficial { return other.item.isOfficial }
            if one.category != other.category { return one.category < other.category }
            return left.offset < right.offset
        }
        var seen: Set<[String]> = []
        return order.map(\.element).filter { hit in
            seen.insert([hit.keyword, hit.category.text]).inserted
        }
    }

    // MARK: Words

    private static let chineseNumerals: Set<Unicode.Scalar> = [
        "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "半",
    ]

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || chineseNumerals.contains(scalar)
    }

    /// "砍刀(长)" is 砍刀 with the qualifier 长.
    private static func split(_ name: String) -> (bare: String, qualifier: String?) {
        guard name.last == ")", let open = name.firstIndex(of: "(") else { return (name, nil) }
        let inside = name[name.index(after: open)...].dropLast()
        return (String(name[..<open]), String(inside))
    }

    /// Rows by their first scalar, longest first.
    private static func index<Row>(
        _ rows: [Row], by text: (Row) -> CatalogueText
    ) -> [Unicode.Scalar: [Row]] {
        let known = rows.filter { text($0).count > 0 }
        return Dictionary(grouping: known) { text($0).scalars[0] }
            .mapValues { $0.sorted { text($0).count > text($1).count } }
    }
}
