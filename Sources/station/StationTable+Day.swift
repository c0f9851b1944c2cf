import Commands
import Domain

/// Closing a business day: what every handheld recorded, and that the books agree.
extension StationTable {
    private static let day = Flag(
        "day", .value("YYYY-MM-DD"),
        Words(zh: "哪一天 (默认未关账的一天)", en: "which day, else the open one"))

    static let days = [
        Command(
            "day", "begin",
            summary: Words(
                zh: "开始关账: 定下要等哪些手持端", en: "begin to close a day: whom it waits for is fixed"),
            flags: [day]),
        Command(
            "day", "show",
            summary: Words(
                zh: "关账到哪一步: 谁没封账, 什么挡着, 怎么办",
                en: "where the close of a day stands: who has not sealed, what is in the way"),
            flags: [day]),
        Command(
            "day", "waive",
            summary: Words(
                zh: "让挡着关账的一项过去, 写明理由", en: "let one thing pass that is in the way, with a reason"),
            details: Words(
                zh: "WHAT 和 REF 照 day show 列出的写。放过的每一项都写进日结, 以后改不了。",
                en: "WHAT and REF as day show lists them. What is let pass stands in the manifest "
                    + "for good."),
            arguments: [
                Argument("WHAT", .one, Words(zh: "哪一种, 如 seal", en: "the kind, such as seal")),
                Argument("REF", .one, Words(zh: "哪一项", en: "which one")),
            ],
            flags: [Flag("reason", .value("TEXT"), Words(zh: "理由", en: "why")), day],
            examples: [
                Example(
                    "station day waive cash c10482 --reason 明早补交",
                    Words(zh: "现金差额明早补", en: "the cash comes tomorrow"))
            ]),
        Command(
            "day", "close",
            summary: Words(
                zh: "关账: 写下日结, 从此不变", en: "close the day: its manifest never changes again"),
            details: Words(
                zh: "还有挡着的就不关, 先用 day show 看。之后才到的记录记入下一天。",
                en: "It is refused while something is in the way; day show tells what. Later "
                    + "records are booked to the next day."),
            flags: [day]),
    ]
}
