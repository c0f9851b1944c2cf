import Commands
import Domain

extension CommandTable {
    /// Cash that goes to the station.
    static let cash = [
        Command(
            "cash", "give",
            summary: Words(zh: "交款: 把现金交给站点", en: "hand cash to the station"),
            details: Words(
                zh: "记下交多少, 给出一个交款号; 站长不看你写的数, 自己点, 点完两边才对。没有网也能记。"
                    + "点完以前, 这笔钱还在你的账上。与账上不符时用 --differs 写明原因。",
                en: "Says how much you give and answers a number. The manager counts without "
                    + "seeing it; only then both are compared. It works offline. Until it is "
                    + "counted the cash is yours in the books. When it is not what the books say "
                    + "you hold, --differs tells why."),
            flags: [
                Flag("cash-fen", .value("FEN"), Words(zh: "交多少, 分", en: "how much, in fen")),
                Flag(
                    "count", .value("LIST"),
                    Words(
                        zh: "各面额的张数, 如 100=2,50=1; 可代替 --cash-fen",
                        en: "pieces of each note, such as 100=2,50=1; instead of --cash-fen")),
                Flag(
                    "differs", .value("WHY"),
                    Words(zh: "与账上不符的原因", en: "why it is not what the books say")),
                CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier cash give --count 100=2,50=1,20=1",
                    Words(zh: "交 270 元", en: "270 yuan"))
            ]),
        Command(
            "cash", "list",
            summary: Words(
                zh: "交过的款: 站长点了没有, 对不对", en: "what you gave, and what was counted")),
    ]
}
