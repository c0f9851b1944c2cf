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
            "device", "rotate",
            summary: Words(
                zh: "让手持端结束当前的流, 另起新流", en: "have a handheld end its stream and begin a new one"),
            arguments: [label], flags: [reason]),
    ]
}
