import Commands
import Domain

extension CommandTable {
    static let delivery = [
        Command(
            "deliver", "sign", summary: Words(zh: "签收", en: "hand a parcel over"),
            details: Words(
                zh: "没有收件人同意, 不能由他人代收, 也不能放柜、放驿站、放指定位置。外包装有损时先请收件人验看内件。"
                    + "同一收件人的几件可一起签一次, 每件都要扫; 款只随第一件收。",
                en: "Without the recipient's consent nobody else takes the parcel and it is "
                    + "not left in a locker, at a pickup station or at a place. With damaged "
                    + "packing the recipient inspects the contents first. Several parcels of one "
                    + "recipient take one signature; each is scanned, and money is taken with the "
                    + "first only."),
            arguments: [
                Argument("WAYBILL", .many, Words(zh: "运单号, 可以多件一起签", en: "waybill numbers"))
            ],
            flags: DeliveryFlags.parcel + DeliveryFlags.receiver + DeliveryFlags.proof + [
                CourierFlags.method, CourierFlags.tendered, CourierFlags.reference,
                CourierFlags.photo, CourierFlags.note, CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier deliver sign EX0000000000012 --outside intact --received-by recipient "
                        + "--code - --told-to-inspect",
                    Words(zh: "本人凭取件码签收", en: "the recipient says the pickup code")),
                Example(
                    "courier deliver sign EX0000000000012 --outside intact --received-by proxy "
                        + "--signer 李强 --relation family --consent-by 王芳 --consent-channel call "
                        + "--signature strokes.txt",
                    Words(zh: "家人代收, 电话同意", en: "family signs, agreed by phone")),
            ]),
        Command(
            "deliver", "fail", summary: Words(zh: "派件不成功, 记下原因", en: "record a failed delivery"),
            arguments: [CourierFlags.waybill],
            flags: [
                CourierFlags.reason(
                    Choice.all(ExceptionReason.self, \.words), Words(zh: "原因", en: "why")),
                Flag(
                    "contact", .list("HOW:RESULT"),
                    Words(
                        zh: "联系过: call, sms, visit; 结果 reached, no-answer, off, invalid, busy, "
                            + "refused; 可重复",
                        en: "a try to reach them: call, sms or visit, with reached, no-answer, "
                            + "off, invalid, busy or refused; repeatable")),
                CourierFlags.next, CourierFlags.retryFrom, CourierFlags.retryUntil,
                Flag(
                    "price-told-fen", .value("FEN"),
                    Words(
                        zh: "免费次数用完后再派的价格, 已告知并同意, 分",
                        en: "what another try costs once the free ones are used; told and agreed")),
                CourierFlags.photo, CourierFlags.note, CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier deliver fail EX0000000000012 --reason no-answer "
                        + "--contact call:no-answer",
                    Words(zh: "电话没人接", en: "nobody answered the phone"))
            ]),
        Command(
            "deliver", "list", summary: Words(zh: "列出待派的件", en: "list parcels to deliver"),
            flags: [CourierFlags.full]),
    ]
}

/// The flags of a delivery, in the order of its steps.
enum DeliveryFlags {
    static let parcel = [
        Flag(
            "outside", .choice(Choice.all(OuterState.self, \.words), named: "PACKING"),
            Words(zh: "外包装怎样", en: "how the packing looks")),
        Flag("outside-note", .value("TEXT"), Words(zh: "外包装说明", en: "more about the packing")),
        Flag(
            "told-to-inspect", .toggle,
            Words(zh: "已请收件人当面验看", en: "the recipient was told to inspect")),
        Flag(
            "inspected", .toggle, Words(zh: "收件人已当面验看", en: "the recipient inspected face to face")),
        Flag(
            "condition", .choice(Choice.all(ParcelCondition.self, \.words), named: "CONDITION"),
            Words(zh: "验看结果, 默认完好", en: "what the recipient found; intact if not said")),
    ]

    static let receiver = [
        Flag(
            "received-by", .choice(Choice.all(ProofType.self, \.words), named: "WHO"),
            Words(zh: "谁收的, 怎样收的", en: "who or what received it")),
        Flag("signer", .value("TEXT"), Words(zh: "签收人姓名", en: "the signer's name")),
        Flag(
            "relation", .choice(Choice.all(SignerRelation.self, \.words), named: "RELATION"),
            Words(zh: "代收人是收件人的什么人", en: "who the signer is to the recipient")),
        Flag("consent-by", .value("TEXT"), Words(zh: "谁同意的", en: "who agreed")),
        Flag(
            "consent-channel", .choice(Choice.all(ConsentChannel.self, \.words), named: "CHANNEL"),
            Words(zh: "怎样同意的", en: "how they agreed")),
        Flag(
            "consent-at", .value("TIME"), Words(zh: "几时同意的, 默认现在", en: "when they agreed; else now")
        ),
        Flag(
            "consent-standing", .toggle,
            Words(zh: "长期同意, 不只这一件", en: "for every parcel, not only this")),
        Flag("drop", .value("ID"), Words(zh: "柜号或驿站号", en: "the locker or pickup station")),
        Flag("drop-place", .value("TEXT"), Words(zh: "格口或货架", en: "the box or shelf")),
        Flag("place", .value("TEXT"), Words(zh: "放在哪里", en: "where it was left")),
    ]

    static let proof = [
        Flag(
            "code", .secret("FILE"),
            Words(zh: "首行是取件码的文件, - 是标准输入", en: "a file with the pickup code; - is stdin")),
        Flag(
            "signature", .file("FILE"),
            Words(zh: "签名笔迹文件 (strokes1)", en: "a file with the signature's strokes (strokes1)")),
        Flag("no-signature", .value("CODE"), Words(zh: "没有签名的原因", en: "why nothing was signed")),
        Flag(
            "seen", .list("EVIDENCE"),
            Words(
                zh: "另外看到的凭证: stamp-photo, photo, position, name-and-phone-tail, "
                    + "sms-code, 可重复",
                en: "other proof: stamp-photo, photo, position, name-and-phone-tail, "
                    + "sms-code; repeatable")),
        Flag(
            "paper-slip", .value("NUMBER"), Words(zh: "纸质签收单号", en: "a signed paper slip's number")),
        Flag(
            "return-receipt",
            .choice(Choice.all(ReturnReceiptResult.self, \.words), named: "RESULT"),
            Words(zh: "签单返还收到没有", en: "what came of the slip for the sender")),
        Flag(
            "phone-tail", .value("DIGITS"),
            Words(zh: "收件人报的电话尾号", en: "the end of the phone they said")),
        CourierFlags.documentType, CourierFlags.documentNumber,
    ]
}
