import Commands
import Domain

/// What a courier may say of a conflict, as the flag has it.
enum ConflictChoice: String, CaseIterable {
    /// What the station shows is right.
    case server = "SERVER"
    case mine = "MINE"
    case both = "BOTH"
    /// Nothing can be said now.
    case later = "LATER"

    var stand: CaseStand {
        switch self {
        case .server: .yield
        case .mine: .insist
        case .both: .both
        case .later: .unknown
        }
    }

    var words: Words { stand.words }
}

extension CommandTable {
    private static let conflictID = Argument(
        "CASE", .one, Words(zh: "个案号, 如 K-3", en: "the case, such as K-3"))

    /// Conflicts that this handheld's records are in.
    static let conflict = [
        Command(
            "conflict", "list",
            summary: Words(
                zh: "列出和本机记录有关、等站长裁决的冲突",
                en: "list conflicts of this handheld's records that wait for the manager"),
            flags: [
                Flag("all", .toggle, Words(zh: "连已裁决的也列", en: "also those that are decided"))
            ]),
        Command(
            "conflict", "show",
            summary: Words(zh: "看一个冲突的两边记录", en: "show the records of one conflict"),
            arguments: [conflictID]),
        Command(
            "conflict", "resolve",
            summary: Words(
                zh: "说出实情, 供站长裁决", en: "say what is true; the manager decides"),
            details: Words(
                zh: "记录本身不会被改掉。自己记错了, 另用 courier correct 更正。",
                en: "No record is changed by it. What you recorded wrongly is corrected with "
                    + "courier correct."),
            arguments: [conflictID],
            flags: [
                Flag(
                    "choose", .choice(Choice.all(ConflictChoice.self, \.words)),
                    Words(zh: "实情是哪样", en: "what is true")),
                CourierFlags.note, CourierFlags.idempotencyKey,
            ],
            examples: [
                Example(
                    "courier conflict resolve K-3 --choose mine --note 本人签收",
                    Words(zh: "坚持自己的记录", en: "insist on your own record"))
            ]),
    ]
}
