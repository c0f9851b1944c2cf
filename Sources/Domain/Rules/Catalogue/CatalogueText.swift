/// A declared name or a keyword made comparable: full-width forms narrow, lower case, traditional
/// characters simplified, everything but letters and digits dropped.
struct CatalogueText: Hashable {
    let scalars: [Unicode.Scalar]
    /// Whether a word of Latin letters or digits may start, or end, at a scalar. Chinese
    /// characters are words of their own.
    private let startsWord: [Bool]
    private let endsWord: [Bool]

    init(_ text: String, simplified: [Unicode.Scalar: Unicode.Scalar]) {
        var scalars: [Unicode.Scalar] = []
        var startsWord: [Bool] = []
        var endsWord: [Bool] = []
        var previousIsLatin = false
        for scalar in text.unicodeScalars {
            let folded = TypedText.narrow(simplified[scalar] ?? scalar)
            let isKept = folded.properties.isAlphabetic || folded.properties.numericType != nil
            let isLatin = isKept && folded.value < 0x250
            if !(isLatin && previousIsLatin), !endsWord.isEmpty {
                endsWord[endsWord.count - 1] = true
            }
            if isKept {
                for lower in folded.properties.lowercaseMapping.unicodeScalars {
                    scalars.append(lower)
                    startsWord.append(!(isLatin && previousIsLatin))
                    endsWord.append(!isLatin)
                }
            }
            previousIsLatin = isLatin
        }
        if !endsWord.isEmpty { endsWord[endsWord.count - 1] = true }
        self.scalars = scalars
        self.startsWord = startsWord
        self.endsWord = endsWord
    }

    var count: Int { scalars.count }

    /// Whether `keyword` stands at `start`, as whole words where it has Latin edges.
    func holds(_ keyword: CatalogueText, at start: Int) -> Bool {
        let end = start + keyword.count
        guard keyword.count > 0, end <= count, startsWord[start], endsWord[end - 1] else {
            return false
        }
        return scalars[start..<end].elementsEqual(keyword.scalars)
    }

    /// Whether `keyword` stands anywhere.
    func contains(_ keyword: CatalogueText) -> Bool {
        guard keyword.count > 0, keyword.count <= count else { return false }
        return (0...(count - keyword.count)).contains { holds(keyword, at: $0) }
    }

    /// Whether `keyword` stands right before `end`.
    func ends(with keyword: CatalogueText, before end: Int) -> Bool {
        keyword.count <= end && scalars[(end - keyword.count)..<end].elementsEqual(keyword.scalars)
    }
}
