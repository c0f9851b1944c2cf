import Commands
import Domain

/// Facts that are stored and not applied.
extension StationTable {
    private static let number = Argument(
        "NUMBER", .one,
        Words(zh: "账本行号", en: "the line's number in the ledger"))

    static let exceptions = [
        Command(
            "ledger", "exceptions",
            summary: Words(
                zh: "列出收下了但没有入账的记录: 暂缓的和隔离的",
                en: "list records that are stored and not applied: held and quarantined"),
            flags: [
                Flag(
                    "closed", .toggle,
                    Words(zh: "也列出已结案的", en: "also those that were closed")),
                Flag(
                    "limit", .value("COUNT"), Words(zh: "最多几条 (默认 50)", en: "at most, else 50")),
            ]),
        Command(
            "ledger", "show",
            summary: Words(
                zh: "看账本的一行: 原文、时间、处理和批注",
                en: "show one line of the ledger: its bytes, times, disposition and notes"),
            arguments: [number]),
        Command(
            "ledger", "reread",
            summary: Words(
                zh: "程序修好后, 重新解读没有入账的记录",
                en: "read records again that were not applied, after a fix"),
            details: Words(
                zh: "先用 --dry-run 看会变成什么。真正重读会在账本里留下一条站点记录, 写明原因。一件事分成"
                    + "几条记录的, 一起重读。",
                en:
                    "Look first with --dry-run what would come of it. The act is itself a record "
                    + "of the station with its reason. Records of one act are read together."),
            arguments: [
                Argument("NUMBER", .many, Words(zh: "账本行号", en: "numbers in the ledger"))
            ],
            flags: [
                Flag("reason", .value("TEXT"), Words(zh: "原因", en: "reason")),
                Flag(
                    "dry-run", .toggle,
                    Words(zh: "只看结果, 不改", en: "say what would come of it, change nothing")),
            ],
            examples: [
                Example(
                    "station ledger reread 1042 --reason 程序已修复 --dry-run",
                    Words(zh: "看第 1042 行会变成什么", en: "what would become of line 1042"))
            ]),
        Command(
            "ledger", "annotate",
            summary: Words(zh: "在账本一行旁写批注", en: "write a note beside a line"),
            arguments: [number],
            flags: [Flag("note", .value("TEXT"), Words(zh: "批注", en: "the note"))]),
        Command(
            "ledger", "close",
            summary: Words(
                zh: "隔离的一行不用再处理, 写明原因", en: "say that a quarantined line needs nothing more"),
            arguments: [number],
            flags: [Flag("reason", .value("TEXT"), Words(zh: "原因", en: "reason"))]),
    ]
}
