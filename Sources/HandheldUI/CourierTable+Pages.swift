import Commands
import Domain

extension CommandTable {
    /// Pages for people.
    static let pages = [
        Command(
            "page", "list",
            summary: Words(
                zh: "列出规范、话术、条款、罚则", en: "list the pages: conduct, scripts, terms, penalties"),
            details: Words(
                zh: "没有网、没登记也能看。站点可以换成自己的: station data publish help_pages.csv。",
                en: "They are read without a network and before enrolment. The station can put its "
                    + "own in place: station data publish help_pages.csv.")),
        Command(
            "page", "show", summary: Words(zh: "看一页", en: "read a page"),
            arguments: [
                Argument(
                    "ID", .one, Words(zh: "页名, 如 call_answer", en: "the page, such as call_answer"))
            ],
            examples: [
                Example(
                    "courier page show call_out",
                    Words(zh: "怎样给收件人打电话", en: "how to call a recipient"))
            ]),
    ]
}
