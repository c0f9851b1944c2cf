import Commands
import Domain

/// Pages for people.
extension OutputPage {
    func pages(_ pages: [HelpPage]) -> CommandOutput {
        let rows = pages.map { page in
            OutputList.Row(
                [page.id, page.kind.words[language], page.title[language]],
                json: [
                    "id": .text(page.id), "kind": .text(page.kind.rawValue),
                    "title": .text(page.title[language]), "since": .text(page.since.text),
                ])
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            list: OutputList(
                key: "pages",
                columns: [column("页", "page"), column("种类", "kind"), column("标题", "title")],
                rows: rows))
    }

    func page(_ page: HelpPage) -> CommandOutput {
        CommandOutput(
            members: [
                JSONMember("id", .text(page.id)), JSONMember("kind", .text(page.kind.rawValue)),
                JSONMember("title", .text(page.title[language])),
                JSONMember("lines", .list(page.lines.map { .text($0[language]) })),
                JSONMember("since", .text(page.since.text)),
                JSONMember("source", .text(page.source)),
            ],
            text: [page.title[language]] + page.lines.map { "  " + $0[language] } + [
                say("自 \(page.since.text) 起; 依据: ", "since \(page.since.text); source: ")
                    + RuleBasis.words(page.source)[language]
            ])
    }
}

extension CommandError {
    static func unknownPage(_ id: String, known: [String]) -> CommandError {
        CommandError(
            "E-NOT-FOUND", field: "ID", Words(zh: "没有「\(id)」这一页", en: "there is no page \"\(id)\""),
            hint: Nearest.name(to: id, in: known).map {
                Words(zh: "是不是 \($0)?", en: "did you mean \($0)?")
            } ?? Words(zh: "courier page list 列出全部", en: "courier page list shows them all"),
            status: .answerIsNo)
    }
}
