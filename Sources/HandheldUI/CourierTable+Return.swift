import Commands
import Domain

extension CommandTable {
    private static let reason = CourierFlags.reason(
        ReturnReason.allCases.map { Choice(Choice.word(for: $0.rawValue), $0.words) },
        Words(zh: "为什么退回", en: "why it goes back"))
    private static let formNumber = Flag(
        "form-number", .list("NUMBER"),
        Words(zh: "快件退回单编号, 可重复", en: "number of the return form; repeatable"))

    /// Parcels that go back to their senders.
    static let returns = [
        Command(
            "return", "start",
            summary: Words(zh: "退回: 不再派送, 退给寄件人", en: "begin to send a parcel back"),
            details: Words(
                zh: "件要在你手里。派送任务就此结束; 收过的代收货款和到付由站点退。",
                en: "The parcel is in your hands. Its delivery task ends; what was collected for "
                    + "it is given back by the station."),
            arguments: [CourierFlags.waybill],
            flags: [
                reason,
                Flag(
                    "freight-by", .choice(Choice.all(ReturnPayer.self, \.words), named: "WHO"),
                    Words(zh: "退回运费谁付", en: "who pays the way back")),
                formNumber,
                Flag("approved-by", .value("PERSON"), Words(zh: "谁批准的", en: "who approved it")),
                CourierFlags.photo, CourierFlags.note, CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier return start EX0000000000012 --reason refused",
                    Words(zh: "收件人拒收, 退回", en: "the recipient refused it"))
            ]),
        Command(
            "return", "sign",
            summary: Words(zh: "退件签收: 寄件人收回", en: "the sender has the parcel again"),
            arguments: [CourierFlags.waybill],
            flags: [
                Flag("signer", .value("TEXT"), Words(zh: "签收人姓名", en: "the signer's name")),
                Flag(
                    "signature", .file("FILE"),
                    Words(
                        zh: "签名笔迹文件 (strokes1); 或附签单照片",
                        en: "a file of the signature's strokes (strokes1), or photo the slip")),
                reason, formNumber, CourierFlags.photo, CourierFlags.note,
                CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier return sign EX0000000000012 --signer 王芳 --signature strokes.txt",
                    Words(zh: "寄件人签了", en: "the sender signed"))
            ]),
    ]
}
