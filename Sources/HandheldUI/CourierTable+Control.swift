import Commands
import Domain

extension CommandTable {
    /// What concerns the handheld itself and its station.
    static let control = [
        Command(
            "unlock",
            summary: Words(
                zh: "离线太久后, 用站长给的解锁码打开本机",
                en: "open a handheld that was offline for too long"),
            details: Words(
                zh: "不写 CODE 显示挑战码: 打电话念给站长, 站长用 station device unlock 算出解锁码。"
                    + "密码错 10 次后也这样打开。"
                    + "有网时不用解锁: 同步一次就好。",
                en: "Without CODE it shows a challenge: tell it to the manager by phone, who "
                    + "makes the code with station device unlock. It also helps after 10 wrong "
                    + "PINs. With a network an exchange is enough."),
            arguments: [
                Argument("CODE", .optional, Words(zh: "站长念的解锁码", en: "the manager's code"))
            ],
            examples: [
                Example("courier unlock", Words(zh: "显示挑战码", en: "shows the challenge")),
                Example(
                    "courier unlock 93QX-7K2M", Words(zh: "打开本机", en: "opens the handheld")),
            ]),
        Command(
            "message", "list",
            summary: Words(zh: "看站点发来的消息", en: "show what the station sent to be read")),
        Command(
            "journal", "export",
            summary: Words(
                zh: "把本机的记录写成文件, 用存储卡带到站点",
                en: "write the records into files that are carried to the station"),
            details: Words(
                zh: "写成 NAME-001.pjs 等文件, 站长用 station deposit 收。内容和联网上传的一样, 收几次都不会重复。",
                en: "Writes NAME-001.pjs and so on for station deposit. They hold the same as what "
                    + "is sent by network, and may be taken in any number of times."),
            arguments: [
                Argument("NAME", .one, Words(zh: "文件名的开头", en: "what the names begin with"))
            ],
            flags: [
                Flag("unsent", .toggle, Words(zh: "只写还没传的", en: "only what was not sent"))
            ],
            examples: [
                Example(
                    "courier journal export /media/stick/HH-07",
                    Words(zh: "写到存储卡", en: "writes onto a stick"))
            ]),
        Command(
            "journal", "import",
            summary: Words(
                zh: "读入站点的回执文件", en: "take in the reply that the station wrote"),
            arguments: [
                Argument(
                    "FILE", .one,
                    Words(zh: "station deposit 写的 .reply.pjs", en: "a .reply.pjs file"))
            ]),
    ]
}
