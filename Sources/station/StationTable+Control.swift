import Commands
import Domain
import SyncProtocol

extension StationTable {
    /// What a manager orders a handheld to do, and what is known of one.
    static let control = [
        Command(
            "deposit",
            summary: Words(
                zh: "收下手持端导出的文件 (没有网络的手持端)",
                en: "take in files that a handheld without a network exported"),
            details: Words(
                zh: "回执写在旁边的 .reply.pjs 文件, 带回手持端用 courier journal import 读入。同一个文件收几次都不会重复。",
                en:
                    "The reply lies beside each as .reply.pjs for courier journal import. A "
                    + "file may be taken in any number of times."),
            arguments: [
                Argument("FILE", .many, Words(zh: ".pjs 文件", en: "the .pjs files"))
            ]),
        Command(
            "device", "show",
            summary: Words(
                zh: "一台手持端的全部情况: 记录, 指令, 报告, 异常",
                en: "everything about one handheld: records, orders, reports, incidents"),
            arguments: [label]),
        Command(
            "device", "message",
            summary: Words(
                zh: "给手持端发一条消息, 下次同步时显示一次",
                en: "send a text that the handheld shows once, at its next exchange"),
            arguments: [
                label,
                Argument(
                    "TEXT", .many,
                    Words(
                        zh: "消息, 最多 \(Directive.Order.messageLengthMax) 字",
                        en: "the text, at most \(Directive.Order.messageLengthMax) characters")),
            ],
            examples: [
                Example(
                    "station device message HH-07 下班前回站交款",
                    Words(zh: "发一条消息", en: "sends a message"))
            ]),
        Command(
            "device", "report",
            summary: Words(
                zh: "要一台手持端的详细报告, 用 device show 看",
                en: "ask a handheld for a full report; device show shows it"),
            arguments: [label]),
        Command(
            "device", "rekey",
            summary: Words(
                zh: "让手持端换一把新密钥", en: "have a handheld take a new key"),
            details: Words(
                zh: "手持端下次同步时换上。换上之后旧密钥还收几天 (设置 device.rekey_days)。"
                    + "密钥已被偷时换密钥没有用: 用 device revoke。",
                en: "It takes it at its next exchange; after that the old one is accepted for some "
                    + "days (setting device.rekey_days). Against a stolen key this does not help: "
                    + "use device revoke."),
            arguments: [label], flags: [reason]),
        Command(
            "device", "release",
            summary: Words(
                zh: "让一台被吊销或暂停的手持端已交的记录入账",
                en: "apply what a revoked or suspended handheld delivered"),
            details: Words(
                zh: "手持端仍是吊销或暂停。先用 ledger exceptions 逐条核对; 只放行几条用 ledger reread。",
                en:
                    "The handheld stays revoked or suspended. Look at them first with ledger "
                    + "exceptions; ledger reread applies some of them only."),
            arguments: [label], flags: [reason]),
        Command(
            "device", "wipe",
            summary: Words(
                zh: "吊销一台手持端并让它擦除自己 (遗失时)",
                en: "revoke a handheld and have it erase itself (when it is lost)"),
            details: Words(
                zh: "手持端下次联网时先交完没传的记录再擦除; --now 是立刻擦除, 没传的记录会丢。"
                    + "先显示会丢什么, 看清后用 --confirm 重写一遍标签。",
                en:
                    "At its next contact it delivers what was not sent, then erases all; with "
                    + "--now it erases at once and what was not sent is lost. What may be lost is "
                    + "shown first; --confirm repeats the label."),
            arguments: [label],
            flags: [
                reason,
                Flag("now", .toggle, Words(zh: "不等记录交完", en: "do not wait for the records")),
                Flag(
                    "grace", .value("HOURS"),
                    Words(
                        zh: "最多等几小时把记录交完 (默认 24)",
                        en: "how long to wait for the records at most (default 24)")),
                Flag(
                    "confirm", .value("LABEL"),
                    Words(zh: "重写一遍标签, 表示确认", en: "the label again, to confirm")),
            ],
            examples: [
                Example(
                    "station device wipe HH-07 --reason 遗失 --confirm HH-07",
                    Words(zh: "遗失的手持端", en: "a lost handheld"))
            ]),
        Command(
            "device", "rotate",
            summary: Words(
                zh: "让手持端结束当前的流, 另起新流", en: "have a handheld end its stream and begin a new one"),
            arguments: [label], flags: [reason]),
    ]
}
