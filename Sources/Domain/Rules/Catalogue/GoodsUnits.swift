/// The words of units, found by their first character.
struct GoodsUnits: Sendable {
    let simplified: [Unicode.Scalar: Unicode.Scalar]
    private let words: [Unicode.Scalar: [(word: [Unicode.Scalar], rows: [GoodsUnit])]]

    init(_ units: [GoodsUnit], simplified: [Unicode.Scalar: Unicode.Scalar]) {
        self.simplified = simplified
        let grouped = Dictionary(grouping: units, by: \.word).map { word, rows in
            (word: Self.folded(word, simplified: simplified), rows: rows)
        }
        words = Dictionary(grouping: grouped.filter { !$0.word.isEmpty }) { $0.word[0] }
            .mapValues { $0.sorted { $0.word.count > $1.word.count } }
    }

    /// The longest unit that starts here; one of Latin letters ends with its word.
    func unit(
        in scalars: [Unicode.Scalar], at start: Int
    ) -> (length: Int, rows: [GoodsUnit])? {
        guard start < scalars.count else { return nil }
        for (word, rows) in words[scalars[start]] ?? [] {
            let end = start + word.count
            guard end <= scalars.count, scalars[start..<end].elementsEqual(word) else { continue }
            let isCut =
                end < scalars.count && Self.isLatin(scalars[end - 1])
                && Self.isLatin(scalars[end])
            if !isCut || scalars[end] == "x" { return (word.count, rows) }
        }
        return nil
    }

    /// Narrow forms, small letters, simplified characters; marks and spaces stay.
    static func folded(
        _ text: String, simplified: [Unicode.Scalar: Unicode.Scalar]
    ) -> [Unicode.Scalar] {
        text.unicodeScalars.flatMap { scalar in
            let narrow = TypedText.narrow(simplified[scalar] ?? scalar)
            return Array(narrow.properties.lowercaseMapping.unicodeScalars)
        }
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
}
