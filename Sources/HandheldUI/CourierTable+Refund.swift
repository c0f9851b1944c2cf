import Commands
import Domain

extension CommandTable {
    /// Money that goes back.
    static let refund = Command(
        "refund", summary: Words(zh: "退款: 把收过的现金退给付款人", en: "give cash back to a payer"),
        details: Words(
            zh: "最多退这一笔收过的数; 从你手里的现金退。电子付款由站点退: station refund。",
            en: "At most what was taken for this charge, out of the cash in your hands. Electronic "
                + "payments are given back by the station: station refund."),
        arguments: [CourierFlags.waybill],
        flags: [
            Flag(
                "for", .choice(Choice.all(ChargePurpose.self, \.words), named: "CHARGE"),
                Words(zh: "退哪一笔", en: "which charge")),
            Flag("cash-fen", .value("FEN"), Words(zh: "退多少, 分", en: "how much, in fen")),
            CourierFlags.reason(
                Choice.all(RefundReason.self, \.words), Words(zh: "原因", en: "why")),
            Flag("to", .value("NAME"), Words(zh: "退给谁", en: "who gets it")),
            Flag("approved-by", .value("PERSON"), Words(zh: "谁批准的", en: "who approved it")),
            CourierFlags.note, CourierFlags.idempotencyKey,
        ],
        examples: [
            Example(
                "courier refund EX0000000000012 --for cod --cash-fen 700 --reason overpaid",
                Words(zh: "代收多收了 7 元", en: "7 yuan too much were taken"))
        ])
}
