import Commands
import Domain

extension CommandTable {
    /// The end of a courier's day.
    static let dayEnd = [
        Command(
            "day", "close",
            summary: Words(
                zh: "收班封账: 先数现金, 再看账上多少", en: "seal the day: count the cash, then see the books"),
            details: Words(
                zh: "没有网也能封。封过以后照常能记, 记入下一段。站点的代码和这里的一样, 就说明一条不少。",
                en: "It works offline, and work can go on afterwards. When the station shows the "
                    + "same code, not one record is missing."),
            flags: [
                Flag(
                    "cash-fen", .value("FEN"),
                    Words(zh: "手里的现金, 数出来的, 分", en: "the cash in hand as counted, in fen")),
                Flag(
                    "day", .value("YYYY-MM-DD"),
                    Words(zh: "哪一天, 默认今天", en: "which day; else today")),
                CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier day close --cash-fen 27700",
                    Words(zh: "数出 277 元", en: "277 yuan were counted"))
            ]),
        Command(
            "day", "status",
            summary: Words(
                zh: "封过的账: 站点收齐没有, 关账没有", en: "what was sealed, and what the station says of it")),
    ]
}
