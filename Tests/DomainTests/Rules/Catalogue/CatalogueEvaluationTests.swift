import Domain
import ReferenceData
import Testing

/// How good the prohibited-item check is, measured both ways (rules of the catalogue, 11): listed
/// goods found, harmless goods let through. A question lets a harmless thing through.
@Suite struct CatalogueEvaluationTests {
    private let catalogue = ReferenceData.tables.catalogue

    /// At most so many harmless descriptions of 1,000 may be blocked.
    static let falseAlarmsPermilleMax = 50

    @Test func `the set is large enough to say something`() {
        #expect(EvaluationSet.listed.count >= 300)
        #expect(EvaluationSet.harmless.count >= 150)
    }

    @Test func `no listed thing is missed`() {
        let missed = EvaluationSet.listed.filter { description in
            let finding = catalogue.check(description.text)
            let isFound = finding.hits.contains { $0.category.text == description.group }
            return !isFound || (finding.decision == .none && finding.questions.isEmpty)
        }
        print(figures("missed", missed, of: EvaluationSet.listed))
        #expect(missed.map(\.text) == [])
    }

    @Test func `few harmless things are blocked`() {
        let blocked = EvaluationSet.harmless.filter { description in
            let finding = catalogue.check(description.text)
            return finding.decision.block == .always || finding.hits.contains { $0.excess != nil }
        }
        let asked = EvaluationSet.harmless.filter {
            !catalogue.check($0.text).questions.isEmpty
        }
        print(figures("blocked", blocked, of: EvaluationSet.harmless))
        print(figures("asked about", asked, of: EvaluationSet.harmless))
        #expect(
            blocked.count * 1_000
                <= EvaluationSet.harmless.count * Self.falseAlarmsPermilleMax,
            "\(blocked.map(\.text))")
    }

    /// "blocked 3 of 196: tools 1/13, …"
    private func figures(
        _ what: String, _ found: [EvaluationSet.Description],
        of all: [EvaluationSet.Description]
    ) -> String {
        let groups = Dictionary(grouping: all, by: \.group)
        let counts = groups.keys.sorted().map { group in
            let count = found.count { $0.group == group }
            return "\(group) \(count)/\(groups[group]?.count ?? 0)"
        }
        return "catalogue check, \(what) \(found.count) of \(all.count): "
            + counts.joined(separator: ", ")
    }
}
