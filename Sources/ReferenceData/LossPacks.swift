import Domain

/// The pack with the gaps that locate a loss.
enum LossPacks {
    static func locator() throws(PackProblems) -> LossLocator {
        let header = ["code", "last_scan", "suspect", "zh", "en", "suspect_zh", "suspect_en"]
        return LossLocator(
            try PackReader(pack: .lossPatterns).rows(header) { row throws(PackProblem) in
                LossPattern(
                    code: try row.code("code"),
                    last: try row.members("last_scan", of: TrackingEvent.self),
                    suspect: try row.code("suspect"), words: row.words(),
                    suspectWords: row.words("suspect_zh", "suspect_en"))
            })
    }
}
