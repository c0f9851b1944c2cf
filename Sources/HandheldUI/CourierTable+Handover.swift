import Commands
import Domain

extension CommandTable {
    private static let parcels = Argument(
        "WAYBILL", .many, Words(zh: "运单号, 可以多个", en: "waybill numbers, one or more"))
    private static let counted = Flag(
        "counted", .value("N"),
        Words(zh: "手数的件数, 与扫的不一样会提醒", en: "pieces counted by hand, compared with the list"))

    /// Parcels and cash that leave the courier's hands.
    static let custody = handover + returns + [refund] + cash

    private static let handover = [
        Command(
            "handover", "give",
            summary: Words(zh: "把快件交给别的快递员或站点", en: "hand parcels to a colleague or the station"),
            details: Words(
                zh: "给出一个交接号; 对方在自己的手持端上用它确认接收, 两边都没网也能记。对方确认以前, "
                    + "快件还在你名下。对方当场在你的手持端上输密码 (--pin-file), 就不用再确认。"
                    + "只含这些件的任务跟着走。",
                en: "Answers a number, with which the other one confirms on their own handheld, "
                    + "offline too. Until then the parcels are yours. When the other one types "
                    + "their PIN here (--pin-file), nothing more has to be confirmed. Tasks that "
                    + "are about these parcels only go with them."),
            arguments: [parcels],
            flags: [
                Flag("to", .value("PERSON"), Words(zh: "交给谁 (工号)", en: "who takes them")),
                Flag("back", .toggle, Words(zh: "交回站点", en: "back to the station")),
                Flag(
                    "why", .choice(Choice.all(HandoverReason.self, \.words), named: "REASON"),
                    Words(zh: "为什么交接, 默认转交", en: "why; else transfer")),
                counted,
                Flag(
                    "pin-file", .secret("FILE"),
                    Words(
                        zh: "首行是接收人密码的文件, - 是标准输入",
                        en: "a file with the taker's PIN; - is stdin")),
                CourierFlags.note, CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier handover give EX0000000000012 --to c10483",
                    Words(zh: "转交一件", en: "one parcel for a colleague"))
            ]),
        Command(
            "handover", "take",
            summary: Words(zh: "确认接收别人交来的快件", en: "confirm parcels that somebody hands you"),
            details: Words(
                zh: "扫实际收到的件, 不是照着单子抄。与对方记的不一样会立个案。",
                en: "Read what you really got. What differs from the other side opens a case."),
            arguments: [parcels],
            flags: [
                Flag(
                    "number", .value("NUMBER"),
                    Words(zh: "对方的交接号", en: "the number on the other handheld")),
                Flag(
                    "from", .value("PERSON"),
                    Words(
                        zh: "谁交的 (工号); 同步过就不用写", en: "who gives; not needed after an exchange")),
                counted, CourierFlags.note, CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier handover take EX0000000000012 --number H7K2M93QX --from c10482",
                    Words(zh: "接收一件", en: "one parcel"))
            ]),
        Command(
            "handover", "list",
            summary: Words(
                zh: "交接记录: 谁还没确认", en: "handovers, and who still has to confirm")),
    ]
}
