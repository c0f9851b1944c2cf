import Commands
import Domain

/// Electronic payments: whether the money came.
extension StationTable {
    private static let record = Argument(
        "RECORD", .one, Words(zh: "付款的记录号, 如 7K2M-93QX", en: "the payment, such as 7K2M-93QX"))
    private static let reference = Flag(
        "ref", .value("TEXT"),
        Words(zh: "支付平台的流水号", en: "the number that the payment network gave"))

    /// Money and parcels at the desk.
    static let money = payments + refunds + reweighing + cash + handovers

    private static let payments = [
        Command(
            "payment", "list",
            summary: Words(
                zh: "列出待确认的电子付款", en: "list electronic payments to be confirmed"),
            flags: [
                Flag("all", .toggle, Words(zh: "连已确认、已失败的也列", en: "also those settled"))
            ]),
        Command(
            "payment", "confirm",
            summary: Words(
                zh: "确认一笔电子付款已到账", en: "say that an electronic payment arrived"),
            details: Words(
                zh: "先在支付平台上查到这笔钱再确认; 确认后不能改回, 只能退款。",
                en: "Look for the money at the payment network first. A confirmation stays; what "
                    + "was confirmed wrongly is refunded."),
            arguments: [record], flags: [reference],
            examples: [
                Example(
                    "station payment confirm 7K2M-93QX --ref 42000012345",
                    Words(zh: "到账, 记下流水号", en: "it arrived, under this number"))
            ]),
        Command(
            "payment", "fail",
            summary: Words(
                zh: "记下一笔电子付款没有到账", en: "say that an electronic payment did not arrive"),
            details: Words(
                zh: "那笔应收重新变为未付。",
                en: "What it was to pay is due again."),
            arguments: [record], flags: [reference]),
    ]
}
