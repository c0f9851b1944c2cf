import Commands
import Domain

extension CommandTable {
    static let task = [
        Command(
            "task", "list", summary: Words(zh: "列出任务", en: "list your tasks"),
            flags: [
                Flag(
                    "kind", .choice(Choice.all(TaskKind.self, \.words), named: "KIND"),
                    Words(zh: "只看一种", en: "one kind only")),
                Flag("all", .toggle, Words(zh: "连已结束的也列", en: "also those that have ended")),
                CourierFlags.full,
            ]),
        Command(
            "task", "show", summary: Words(zh: "看一个任务", en: "show one task"),
            arguments: [number], flags: [CourierFlags.full]),
        Command(
            "task", "accept", summary: Words(zh: "接受任务", en: "take a task on"),
            arguments: [number], flags: [CourierFlags.idempotencyKey],
            examples: [Example("courier task accept T81", Words(zh: "接下 T81", en: "take T81 on"))]),
        Command(
            "task", "decline",
            summary: Words(zh: "退回任务, 说明原因", en: "give a task back, and say why"),
            details: Words(
                zh: "没有网也能退; 站点收到后改派。改派前任务还在你名下。",
                en: "Works offline; the station gives the task to somebody else once it knows. "
                    + "Until then it is yours."),
            arguments: [number],
            flags: [
                CourierFlags.reason(
                    Choice.all(DeclineReason.self, \.words), Words(zh: "原因", en: "why")),
                CourierFlags.note, CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier task decline T81 --reason out-of-area",
                    Words(zh: "不在我的片区", en: "not in my area"))
            ]),
        Command(
            "task", "start", summary: Words(zh: "开始做任务", en: "begin a task"),
            arguments: [number],
            flags: [
                Flag(
                    "out-of-order", .value("WHY"),
                    Words(zh: "不按顺序做的原因", en: "why before an earlier stop of the round")),
                CourierFlags.idempotencyKey,
            ]),
    ]

    private static let number = Argument("TASK", .one, Words(zh: "任务号", en: "the task's number"))
}
