import Commands
import Domain

/// Flags and arguments that several commands of `courier` share.
enum CourierFlags {
    static let waybill = Argument("WAYBILL", .one, Words(zh: "运单号", en: "the waybill number"))
    static let record = Argument(
        "RECORD", .one,
        Words(
            zh: "记录号, 如 12 或 7K2M-93QX", en: "a record's number or reference: 12 or 7K2M-93QX"))
    static let setting = Argument("NAME", .one, Words(zh: "设置名", en: "the setting's name"))

    static let full = Flag(
        "full", .toggle,
        Words(zh: "姓名、电话、地址不遮挡", en: "names, phones and addresses unhidden"))
    static let answer = Flag(
        "answer", .list("WORD=yes|no"),
        Words(zh: "回答禁寄核对的问题, 可重复", en: "answers a question of the check; repeatable"))
    static let note = Flag("note", .value("TEXT"), Words(zh: "备注", en: "a remark"))
    static let task = Flag(
        "task", .value("TASK"),
        Words(zh: "取件任务; 没写的栏用预约单的", en: "the pickup task; its order fills what is left out"))
    static let next = Flag(
        "next", .choice(Choice.all(NextAction.self, \.words), named: "STEP"),
        Words(zh: "下一步", en: "what is done next"))
    static let photo = Flag(
        "photo", .list("FILE"),
        Words(
            zh: "照片文件 (JPEG, PNG, WebP, 每张最多 2 MiB), 可重复",
            en: "a photo (JPEG, PNG or WebP of at most 2 MiB); repeatable"))
    static let idempotencyKey = Flag(
        "idempotency-key", .value("KEY"),
        Words(
            zh: "同一个键只记一次, 重发不会重复", en: "names this act; said again it is not done twice"))
    static let method = Flag(
        "pay", .choice(Choice.all(PaymentMethod.self, \.words), named: "METHOD"),
        Words(zh: "付款方式", en: "how it is paid"))
    static let tendered = Flag(
        "tendered-fen", .value("FEN"), Words(zh: "现金实收, 分", en: "cash handed over, in fen"))
    static let reference = Flag(
        "pay-reference", .value("TEXT"),
        Words(zh: "电子付款的交易号", en: "the transaction number of an electronic payment"))
    static let documentType = Flag(
        "id-type", .choice(Choice.all(DocumentType.self, \.words), named: "DOCUMENT"),
        Words(zh: "证件种类", en: "the kind of document"))
    static let documentNumber = Flag(
        "id-number-file", .secret("FILE"),
        Words(
            zh: "首行是证件号的文件, - 是标准输入; 号码从不写在命令行上",
            en: "a file with the document's number, - is stdin; the number never stands on the "
                + "command line"))
    static let retryFrom = Flag(
        "retry-from", .value("TIME"),
        Words(zh: "改约从几时, 如 2026-11-22T10:00+08:00", en: "the next try, from: a time with offset"))
    static let retryUntil = Flag(
        "retry-until", .value("TIME"), Words(zh: "改约到几时", en: "the next try, until"))

    static func reason(_ choices: [Choice], _ summary: Words) -> Flag {
        Flag("reason", .choice(choices, named: "REASON"), summary)
    }

    /// The kinds of records that a handheld makes.
    static let recordKinds = FactKind.allCases.filter { !$0.isMadeByStation }.map {
        Choice($0.rawValue, $0.words)
    }
}
