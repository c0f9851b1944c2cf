import Commands
import Domain

/// Money that goes back, at the desk of the station.
extension StationTable {
    static let refunds = [
        Command(
            "refund", summary: Words(zh: "退款给付款人", en: "give money back to a payer"),
            details: Words(
                zh: "最多退这一笔收过的数。要退款的个案退完会自己消除。",
                en: "At most what was taken for the charge. A case that asks for the refund ends "
                    + "by itself."),
            arguments: [Argument("WAYBILL", .one, Words(zh: "运单号", en: "waybill number"))],
            flags: [
                Flag(
                    "for", .value("freight|collect|cod|..."),
                    Words(zh: "退哪一笔", en: "which charge")),
                Flag("amount-fen", .value("FEN"), Words(zh: "退多少, 分", en: "how much, in fen")),
                Flag(
                    "method", .value("cash|wechat|..."),
                    Words(zh: "怎么退, 默认现金", en: "how; else cash")),
                Flag(
                    "reason", .value("overpaid|returned|..."),
                    Words(
                        zh: "原因: overpaid, cancelled, returned, remedy, price, other",
                        en: "why: overpaid, cancelled, returned, remedy, price or other")),
                Flag("to", .value("NAME"), Words(zh: "退给谁", en: "who gets it")),
                Flag("note", .value("TEXT"), Words(zh: "备注", en: "a remark")),
            ],
            examples: [
                Example(
                    "station refund SF1234567890 --for cod --amount-fen 700 --reason overpaid",
                    Words(zh: "代收多收的 7 元退现金", en: "7 yuan of COD, in cash"))
            ])
    ]
}
