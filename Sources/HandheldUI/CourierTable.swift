package import Commands
import Domain
import Exports

extension CommandTable {
    /// The command table of `courier`.
    package static func courier(version: String) -> CommandTable {
        CommandTable(
            program: "courier", version: version, schema: "courier/1",
            summary: Words(
                zh: "快递员随身账: 离线记收派件, 有网再传", en: "a courier's journal that works offline"),
            globalFlags: [
                Flag(
                    "data", .value("DIR"),
                    Words(
                        zh: "数据文件夹; 不写则用 COURIER_HOME",
                        en: "the data folder; else COURIER_HOME names it")),
                Flag(
                    "timeout", .value("SECONDS"),
                    Words(
                        zh: "另一个 courier 在用时最多等几秒, 默认 5",
                        en: "how long to wait while another courier is at work; 5 if not said")),
            ],
            commands: [screen] + pages + people + pickup + delivery + task + work + scanning
                + conflict
                + print + custody + dayEnd + journal + control)
    }

    private static let people = [
        Command(
            "enrol",
            summary: Words(zh: "用站点给的码登记本机", en: "make this handheld known to a station"),
            details: Words(
                zh: "站点用 station device add 开一个登记码, 15 分钟内有效, 只能用一次。"
                    + "不写 --code-file 就在屏幕上问。",
                en: "The station makes the code with \"station device add\"; it is good for 15 "
                    + "minutes and one use. Without --code-file the code is asked for."),
            flags: [
                Flag("server", .value("URL"), Words(zh: "站点地址", en: "the station's address")),
                Flag(
                    "code-file", .secret("FILE"),
                    Words(zh: "首行是登记码的文件, - 是标准输入", en: "a file with the code; - is stdin")),
                Flag(
                    "model", .value("TEXT"),
                    Words(zh: "机型, 写进站点的设备表", en: "what the machine is, for the station's list")),
                Flag(
                    "confirm", .value("LABEL"),
                    Words(
                        zh: "本机已登记时: 写出现在的标签, 表示重新登记; 记录都保留",
                        en: "of an enrolled handheld: its label, to enrol it again; records stay")),
            ],
            examples: [
                Example(
                    "courier enrol --server https://station.example",
                    Words(zh: "登记, 码在屏幕上输入", en: "enrol and type the code when asked"))
            ], needsServer: true),
        Command(
            "login", summary: Words(zh: "快递员上机", en: "begin work as a courier"),
            details: Words(
                zh: "密码从不写在命令行上: 在屏幕上问, 或用 --pin-file 读文件首行。没有网也能上机。",
                en: "The PIN never stands on the command line: it is asked for, or read from the "
                    + "first line of --pin-file. Logging in works offline."),
            arguments: [
                Argument("PERSON", .one, Words(zh: "工号", en: "your number at the station"))
            ],
            flags: [
                Flag(
                    "pin-file", .secret("FILE"),
                    Words(zh: "首行是密码的文件, - 是标准输入", en: "a file with the PIN; - is stdin"))
            ],
            examples: [Example("courier login E0371", Words(zh: "上机", en: "log in"))]),
        Command(
            "logout",
            summary: Words(zh: "下机; 未传的记录照样会传", en: "end work; what is unsent is still sent")),
    ]

    private static let work = [
        Command(
            "track", summary: Words(zh: "查一件的轨迹", en: "show what happened to a parcel"),
            details: Words(
                zh: "用本机已有的数据回答, 不联网; 先 courier sync run 可以拿到最新的。",
                en: "Answers from what this handheld has; run \"courier sync run\" first for the "
                    + "newest."),
            arguments: [CourierFlags.waybill], flags: [TraceFormat.flag]),
        Command(
            "check", summary: Words(zh: "查物品能不能寄", en: "say whether goods may be sent"),
            details: Words(
                zh: "数量也看: 3条烟, 20000mAh 充电宝, 500ml 白酒。登记前用自带的目录。"
                    + "NAME 写 - 就从标准输入读, 一行一个品名。",
                en: "Amounts count: 3 cartons, 20000mAh, 500ml. Before enrolment the built-in "
                    + "catalogue answers. NAME - reads standard input, one description a line."),
            arguments: [Argument("NAME", .many, Words(zh: "品名", en: "the name of the goods"))],
            flags: [CourierFlags.answer, PickupFlags.toProvince, PickupFlags.toCity],
            examples: [
                Example(
                    "courier check 充电宝 20000mAh",
                    Words(zh: "充电宝能不能寄", en: "may a power bank be sent"))
            ]),
        Command(
            "problem", "add", summary: Words(zh: "上报问题件", en: "report a problem parcel"),
            arguments: [Argument("WAYBILL", .optional, Words(zh: "运单号", en: "the waybill number"))],
            flags: [
                Flag(
                    "unreadable", .value("TEXT"),
                    Words(zh: "单号看不清时, 能看到的部分", en: "what can be read when the number cannot")),
                CourierFlags.reason(
                    Choice.all(ExceptionReason.self, \.words), Words(zh: "原因", en: "why")),
                Flag(
                    "direction", .choice(Choice.all(ParcelDirection.self, \.words)),
                    Words(zh: "进港或出港", en: "coming in or going out")),
                CourierFlags.next,
                Flag("found-at", .value("TEXT"), Words(zh: "在哪里发现", en: "where it was found")),
                Flag(
                    "missort-excluded", .toggle,
                    Words(zh: "已排除错分 (报遗失前)", en: "mis-sorting was ruled out (before LOST)")),
                Flag("degree", .value("TEXT"), Words(zh: "程度, 如: 一角压坏", en: "how bad it is")),
                CourierFlags.photo, CourierFlags.note, CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier problem add EX0000000000012 --reason outer-damaged --next inspect",
                    Words(zh: "外包装破损, 要检查内件", en: "packing damaged, contents to be inspected"))
            ]),
        Command("problem", "list", summary: Words(zh: "列出问题件", en: "list problem parcels")),
    ]

    private static let journal = [
        Command(
            "correct",
            summary: Words(zh: "更正一条记录 (冲正)", en: "correct a record by a reversing one"),
            details: Words(
                zh: "记录从不改动: 更正是一条新记录, 两条都留着。没有 --change 是整条作废。"
                    + "先显示要更正什么, 看清后用 --confirm 重写一遍记录号。",
                en: "Records never change: a correction is one more record and both stay. Without "
                    + "--change the whole record is void. What would be corrected is shown first; "
                    + "--confirm repeats the record's number."),
            arguments: [CourierFlags.record],
            flags: [
                CourierFlags.reason(
                    Choice.all(CorrectionReason.self, \.words), Words(zh: "原因", en: "why")),
                Flag(
                    "change", .list("FIELD=VALUE"),
                    Words(zh: "改哪一栏成什么, 可重复", en: "a field and its right value; repeatable")),
                Flag(
                    "confirm", .value("RECORD"),
                    Words(zh: "重写一遍记录号, 表示确认", en: "the record's number again, to confirm")),
                CourierFlags.note, CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier correct 7K2M-93QX --reason wrong-amount --confirm 7K2M-93QX",
                    Words(zh: "作废一条金额写错的记录", en: "void a record with a wrong amount"))
            ]),
        Command(
            "sync", "run", summary: Words(zh: "现在传一次", en: "exchange with the station now"),
            needsServer: true),
        Command(
            "sync", "status", summary: Words(zh: "看传到哪里了", en: "show what is sent and what is not")),
        Command(
            "journal", "list", summary: Words(zh: "列出本机的记录", en: "list this handheld's records"),
            flags: [
                Flag(
                    "count", .value("N"),
                    Words(
                        zh: "最新的几条, 默认 \(JournalRange.countDefault)",
                        en: "how many of the newest; \(JournalRange.countDefault) if not said")),
                Flag("parcel", .value("WAYBILL"), Words(zh: "只看一件", en: "one parcel's only")),
                Flag(
                    "kind", .choice(CourierFlags.recordKinds, named: "KIND"),
                    Words(zh: "只看一种", en: "one kind only")),
            ]),
        Command(
            "journal", "show", summary: Words(zh: "看一条记录", en: "show one record"),
            arguments: [CourierFlags.record]),
        Command(
            "journal", "verify",
            summary: Words(zh: "核对整本账没有被改过", en: "prove that no record was altered")),
        renewal,
        Command(
            "day", "summary", summary: Words(zh: "一天的件数和钱", en: "the day's parcels and money"),
            flags: [
                Flag(
                    "day", .value("YYYY-MM-DD"), Words(zh: "哪一天, 默认今天", en: "which day; else today")
                )
            ]),
        Command(
            "config", "get", summary: Words(zh: "看一项设置", en: "show a setting"),
            arguments: [CourierFlags.setting]),
        Command(
            "config", "set", summary: Words(zh: "改一项设置", en: "change a setting"),
            arguments: [
                CourierFlags.setting,
                Argument("VALUE", .one, Words(zh: "新的值", en: "its new value")),
            ]),
        Command("config", "list", summary: Words(zh: "列出设置", en: "list the settings")),
        Command(
            "config", "path", summary: Words(zh: "设置和数据在哪里", en: "where settings and data are")),
    ]
}
