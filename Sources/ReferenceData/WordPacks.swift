import Domain

/// The words of every code, gathered from the packs that hold codes.
enum WordPacks {
    static func rows() throws(PackProblems) -> [CodeWords.Row] {
        var rows = try PackReader(pack: .codeWords).rows(["list", "code", "zh", "en"]) {
            row throws(PackProblem) in
            CodeWords.Row(
                list: try row.member("list", of: CodeList.self), code: row.text("code"),
                words: row.words())
        }
        for source in sources { rows += try words(source) }
        rows += try words(
            Source(
                list: .decisionDuty, pack: .inspectionDecisions, header: decisionHeader,
                zh: "courier_zh", en: "courier_en"))
        return rows
    }

    private struct Source {
        let list: CodeList
        let pack: ReferencePack
        let header: [String]
        var code = "code"
        var zh = "zh"
        var en = "en"
    }

    private static let decisionHeader = [
        "code", "zh", "en", "blocks", "override", "courier_zh", "courier_en",
    ]

    private static let sources: [Source] = [
        Source(
            list: .acceptanceStep, pack: .acceptanceSteps,
            header: ["id", "zh", "en", "required", "exempt_if", "source"], code: "id"),
        Source(list: .decision, pack: .inspectionDecisions, header: decisionHeader),
        Source(
            list: .document, pack: .identityDocuments,
            header: ["code", "zh", "en", "organisation"]),
        Source(
            list: .exceptionReason, pack: .exceptionReasons,
            header: [
                "code", "zh", "en", "group", "attempt_counts", "default_next", "delay_cause",
            ]),
        Source(
            list: .itemCategory, pack: .itemCategories,
            header: ["code", "zh", "en", "report", "evacuate", "head_noun", "source"]),
        Source(
            list: .paymentMethod, pack: .paymentMethods,
            header: ["code", "zh", "en", "moves_money", "offline"]),
        Source(
            list: .proofType, pack: .proofTypes,
            header: ["code", "zh", "en", "consent", "evidence", "interim"]),
        Source(
            list: .trackingEvent, pack: .trackingEvents,
            header: ["code", "zh", "en", "stage", "exception_flag"]),
        Source(list: .zone, pack: .freightZones, header: ["code", "zh", "en"]),
    ]

    private static func words(_ source: Source) throws(PackProblems) -> [CodeWords.Row] {
        try PackReader(pack: source.pack).rows(source.header) { row throws(PackProblem) in
            CodeWords.Row(
                list: source.list, code: row.text(source.code),
                words: row.words(source.zh, source.en))
        }
    }
}
