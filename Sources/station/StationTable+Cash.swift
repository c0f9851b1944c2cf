import Commands
import Domain

/// Cash that couriers hand in: counted by somebody who has not seen what they say.
extension StationTable {
    private static let number = Argument(
        "NUMBER", .one,
        Words(zh: "快递员手持端上的交款号", en: "the number that the courier's handheld shows"))

    static let cash = [
        Command(
            "cash", "count",
            summary: Words(zh: "点快递员交来的现金", en: "count the cash that a courier hands in"),
            details: Words(
                zh: "先点, 后看: 点完才显示快递员写的数和账上还剩多少; 不符立个案。点过的数不能改。"
                    + "快递员还没同步时, 用 --from 写明是谁。",
                en: "Count first: only then what the courier says and what the books say is shown, "
                    + "and a difference opens a case. A count stays. When the courier has not "
                    + "exchanged yet, name the person with --from."),
            arguments: [number],
            flags: [
                Flag(
                    "count", .value("LIST"),
                    Words(
                        zh: "各面额的张数, 如 100=2,50=1", en: "pieces of each note, such as 100=2,50=1")),
                Flag(
                    "cash-fen", .value("FEN"),
                    Words(zh: "点出的总数, 分; 可代替 --count", en: "the sum in fen, instead of --count")),
                Flag(
                    "from", .value("ID"),
                    Words(zh: "交款的快递员", en: "the courier who hands it in")),
            ],
            examples: [
                Example(
                    "station cash count C7K2M93QX --count 100=2,50=1,20=1",
                    Words(zh: "点出 270 元", en: "270 yuan were counted"))
            ]),
        Command(
            "cash", "list",
            summary: Words(
                zh: "列出等着点的交款", en: "list cash that is to be counted"),
            flags: [
                Flag("all", .toggle, Words(zh: "连两边都有的也列", en: "also where both sides are known"))
            ]),
    ]
}
