import Commands
import Domain

/// What the station sets, opens for offline handhelds, and has on record of itself.
extension StationTable {
    static let settings = [
        Command(
            "config", "list",
            summary: Words(
                zh: "列出本站的设置: 值, 默认值, 范围", en: "list the settings: value, default, range")),
        Command(
            "config", "set",
            summary: Words(zh: "改一项设置", en: "change a setting"),
            details: Words(
                zh: "手持端下次同步时跟着改。值写错了会说明要什么。",
                en:
                    "Handhelds follow at their next exchange. A value that is not taken is "
                    + "answered by what is."),
            arguments: [
                Argument("NAME", .one, Words(zh: "设置名", en: "the setting's name")),
                Argument("VALUE", .one, Words(zh: "新的值", en: "its new value")),
            ],
            examples: [
                Example(
                    "station config set device.lease_hours 48",
                    Words(zh: "手持端离线 48 小时后不再显示个人信息", en: "a lease of 48 hours"))
            ]),
        Command(
            "device", "unlock",
            summary: Words(
                zh: "算出解锁码, 念给离线太久的手持端的快递员",
                en: "make the code for a handheld that was offline for too long"),
            details: Words(
                zh: "快递员运行 courier unlock 会看到挑战码, 电话告诉站长; 先问清是谁, 核对人和机。"
                    + "每次解锁都记入站点日志。",
                en:
                    "The courier sees the challenge with courier unlock and tells it by phone. "
                    + "Make sure who is calling. Each code is put on record."),
            arguments: [
                label,
                Argument(
                    "CHALLENGE", .one,
                    Words(zh: "手持端显示的挑战码", en: "what the handheld shows")),
            ], flags: [reason],
            examples: [
                Example(
                    "station device unlock HH-07 7K2M-93QX --reason 山区无信号",
                    Words(zh: "念出解锁码", en: "shows the code to tell"))
            ]),
        Command(
            "device", "refetch",
            summary: Words(
                zh: "让手持端把站点资料全部重取一遍", en: "have a handheld fetch all its rows again"),
            arguments: [label], flags: [reason]),
        Command(
            "device", "require",
            summary: Words(
                zh: "要求手持端程序至少是某个版本", en: "ask for a version of the handheld program"),
            details: Words(
                zh: "较旧的手持端会提示升级; 到 --by 那天起不再下发资料, 但记录照收。VERSION 写 none 取消。",
                en: "Older programs say that they must be upgraded; from --by on they get no data, "
                    + "but their records are taken. VERSION none ends it."),
            arguments: [
                Argument("VERSION", .one, Words(zh: "如 0.3.0", en: "such as 0.3.0"))
            ],
            flags: [
                Flag("by", .value("YYYY-MM-DD"), Words(zh: "从哪天起", en: "from which day on"))
            ]),
        Command(
            "frame", "list",
            summary: Words(
                zh: "列出留存的通信帧 (14 天, 查故障用)",
                en: "list the frames that are kept for 14 days, for looking into faults"),
            flags: [frameDay]),
        Command(
            "frame", "save",
            summary: Words(
                zh: "把一次通信的请求和回答写成文件",
                en: "write request and answer of one exchange into files"),
            details: Words(
                zh: "写成 NAME.request.pjs 和 NAME.answer.pjs。里面有个人信息。",
                en: "Writes NAME.request.pjs and NAME.answer.pjs. They hold personal data."),
            arguments: [
                Argument(
                    "NUMBER", .one, Words(zh: "frame list 里的号", en: "its number in frame list")),
                Argument("NAME", .one, Words(zh: "文件名的开头", en: "what the names begin with")),
            ], flags: [frameDay]),
        Command(
            "audit", "list",
            summary: Words(
                zh: "站点日志: 谁在什么时候做了什么, 一条扣一条",
                en: "the audit trail: who did what and when, each entry chained to the last"),
            details: Words(
                zh: "ledger verify 核对整条链; 手持端也记着链尾, 对不上会成为异常。",
                en: "ledger verify proves the chain. Handhelds remember its end too, and a trail "
                    + "that does not fit is an incident."),
            flags: [
                Flag("count", .value("N"), Words(zh: "最新几条 (默认 50)", en: "how many (default 50)"))
            ]),
    ]

    private static let frameDay = Flag(
        "day", .value("YYYY-MM-DD"), Words(zh: "哪一天 (UTC), 默认今天", en: "which day (UTC); else today")
    )
}
