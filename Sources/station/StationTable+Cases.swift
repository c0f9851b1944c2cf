import Commands
import Domain

/// Cases: what facts contradict, and what a manager decides.
extension StationTable {
    private static let id = Argument("CASE", .one, Words(zh: "个案号, 如 K-3", en: "such as K-3"))

    static let cases = [
        Command(
            "case", "list",
            summary: Words(
                zh: "列出等裁决的个案: 记录互相矛盾, 或要人批准",
                en: "list cases to decide: records that contradict each other, or need approval"),
            flags: [
                Flag(
                    "all", .toggle,
                    Words(zh: "连已裁决、已消除的也列", en: "also those decided or ended"))
            ]),
        Command(
            "case", "show",
            summary: Words(
                zh: "看一个个案: 谁、何时、做了什么, 可以怎么裁决",
                en: "show one case: who did what and when, and what can be decided"),
            arguments: [id]),
        Command(
            "case", "resolve",
            summary: Words(zh: "裁决一个个案", en: "decide a case"),
            details: Words(
                zh: "裁决本身也是账本里的一条记录, 任何记录都不会被删掉。case show 列出可选的裁决。"
                    + "写上 --seen, 个案在你看过之后变了就不会误裁。",
                en: "A decision is a record of the ledger too; nothing is ever deleted. case show "
                    + "lists the options. With --seen a case that changed since is refused."),
            arguments: [id],
            flags: [
                Flag(
                    "option", .value("OPTION"),
                    Words(zh: "裁决, 如 FIRST_TRUE", en: "the decision, such as FIRST_TRUE")),
                Flag(
                    "seen", .value("NUMBER"),
                    Words(zh: "看到的版本", en: "the version that was seen")),
                Flag("note", .value("TEXT"), Words(zh: "理由", en: "why")),
            ],
            examples: [
                Example(
                    "station case resolve K-3 --option FIRST_TRUE --note 收件人电话确认",
                    Words(zh: "以第一次签收为准", en: "the first delivery is true"))
            ]),
    ]
}
