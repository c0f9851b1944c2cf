import Commands
import Domain

/// Parcels that change hands: between couriers, and between a courier and the station.
extension StationTable {
    private static let parcels = Argument(
        "WAYBILL", .many, Words(zh: "运单号, 可以多个", en: "waybill numbers, one or more"))
    private static let counted = Flag(
        "counted", .value("N"),
        Words(zh: "手数的件数", en: "pieces counted by hand"))

    static let handovers = [
        Command(
            "handover", "list",
            summary: Words(
                zh: "列出没交接完的: 谁还没确认, 谁的任务在等件",
                en: "what waits for a handover: who has to confirm, whose task waits for a parcel"),
            flags: [
                Flag("all", .toggle, Words(zh: "连两边都记了的也列", en: "also where both sides are known"))
            ]),
        Command(
            "handover", "give",
            summary: Words(
                zh: "把站里的件交给快递员", en: "hand parcels of the station to a courier"),
            details: Words(
                zh: "给出交接号; 快递员同步后在手持端上确认, 确认以前件还在站里。",
                en: "Answers a number, with which the courier confirms after an exchange; until "
                    + "then the parcels are the station's."),
            arguments: [parcels],
            flags: [
                Flag("to", .value("ID"), Words(zh: "交给谁", en: "who takes them")),
                Flag(
                    "why", .value("dispatch|second-attempt|..."),
                    Words(zh: "为什么, 默认派出", en: "why; else dispatch")),
            ],
            examples: [
                Example(
                    "station handover give SF1234567890 --to c10483 --why second-attempt",
                    Words(zh: "再派一次", en: "another attempt"))
            ]),
        Command(
            "handover", "take",
            summary: Words(
                zh: "点收快递员交回站点的件", en: "take parcels that a courier brings back"),
            details: Words(
                zh: "扫实际收到的件。快递员用 courier handover give --back 记交回并给出交接号; "
                    + "他还没同步就加 --from。",
                en: "Read what you really got. The courier records it with courier handover give "
                    + "--back, which shows the number; before an exchange add --from."),
            arguments: [parcels],
            flags: [
                Flag(
                    "number", .value("NUMBER"),
                    Words(zh: "快递员手持端上的交接号", en: "the number on the courier's handheld")),
                Flag("from", .value("ID"), Words(zh: "交件的快递员", en: "the courier who gives")),
                counted,
            ],
            examples: [
                Example(
                    "station handover take SF1234567890 --number H7K2M93QX",
                    Words(zh: "收回一件", en: "one parcel came back"))
            ]),
    ]
}
