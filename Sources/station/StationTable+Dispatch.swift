import Commands
import Domain

/// Acts of dispatch: the plan changes, what was done stands.
extension StationTable {
    private static let order = Argument(
        "ORDER", .one, Words(zh: "订单号或任务号", en: "number of the order, or of the task"))
    private static let waybill = Argument("WAYBILL", .one, Words(zh: "运单号", en: "waybill number"))
    private static let dispatchReason = Flag(
        "reason", .value("CODE"),
        Words(zh: "原因代码, 大写字母, 如 CUSTOMER", en: "why, in capitals, such as CUSTOMER"))
    private static let seen = Flag(
        "seen", .value("NUMBER"),
        Words(
            zh: "看到的版本; 变了就不执行", en: "the version that was seen; refused if it has changed"))

    static let dispatch = [
        Command(
            "order", "reassign",
            summary: Words(zh: "任务改派给别人", en: "give a task to another courier"),
            details: Words(
                zh: "已经做了的照样算数: 原快递员离线收的、派的仍然有效, 矛盾会立个案。",
                en: "What was done stands: what the first courier did offline counts, and "
                    + "contradictions open a case."),
            arguments: [order],
            flags: [Flag("to", .value("ID"), Words(zh: "给谁", en: "to whom")), seen],
            examples: [
                Example(
                    "station order reassign D0042 --to c10483",
                    Words(zh: "改派给 c10483", en: "c10483 does it from now on"))
            ]),
        Command(
            "order", "cancel", summary: Words(zh: "取消任务", en: "cancel a task"),
            arguments: [order],
            flags: [
                dispatchReason, Flag("note", .value("TEXT"), Words(zh: "备注", en: "a remark")), seen,
            ]),
        Command(
            "order", "address", summary: Words(zh: "改派送地址", en: "change where a task goes"),
            arguments: [order],
            flags: [
                Flag("address", .value("TEXT"), Words(zh: "新地址", en: "the new address")),
                Flag("name", .value("TEXT"), Words(zh: "姓名", en: "name")),
                Flag("phone", .value("TEXT"), Words(zh: "电话", en: "phone")),
                Flag("city", .value("TEXT"), Words(zh: "市", en: "city")),
                Flag("district", .value("TEXT"), Words(zh: "区", en: "district")), seen,
            ]),
        Command(
            "charge", "price",
            summary: Words(zh: "改应收金额", en: "change what is due for a parcel"),
            details: Words(
                zh: "收了的钱不变, 与应收不符会立个案: 补收、免收或退款。",
                en: "What was taken stays; a difference opens a case: collect, waive or refund."),
            arguments: [waybill],
            flags: [
                Flag(
                    "for", .value("freight|collect|cod"),
                    Words(zh: "哪一笔", en: "which charge")),
                Flag("due-fen", .value("FEN"), Words(zh: "应收, 分", en: "what is due, in fen")),
                Flag(
                    "from", .value("TIME"),
                    Words(
                        zh: "从何时起的收款按新价, 默认现在",
                        en: "for payments taken from then on; else from now")),
                dispatchReason, seen,
            ],
            examples: [
                Example(
                    "station charge price SF1234567890 --for cod --due-fen 8800 --reason TYPO",
                    Words(zh: "代收货款改为 88 元", en: "COD is 88 yuan"))
            ]),
        Command(
            "parcel", "intercept", summary: Words(zh: "拦截快件", en: "stop a parcel on its way"),
            arguments: [waybill],
            flags: [
                Flag(
                    "do", .value("hold|return|redirect"),
                    Words(zh: "拦下后怎么办", en: "what is to be done with it")),
                dispatchReason,
                Flag(
                    "prohibited", .toggle,
                    Words(zh: "疑似禁寄物品", en: "suspected prohibited goods")), seen,
            ]),
        Command(
            "parcel", "release", summary: Words(zh: "解除拦截", en: "let a stopped parcel go on"),
            arguments: [waybill], flags: [dispatchReason, seen]),
    ]
}
