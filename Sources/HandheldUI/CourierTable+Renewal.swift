import Commands
import Domain

/// Beginning a new journal.
extension CommandTable {
    static let renewal = Command(
        "journal", "renew",
        summary: Words(
            zh: "账的文件丢失或损坏时, 开始新账", en: "begin a new journal when the file is gone or damaged"),
        details: Words(
            zh: "站点已有的记录会取回; 只在本机、还没有传的记录会丢失。损坏的文件留在旁边。",
            en: "What the station has comes back; records that were only here are lost. A damaged "
                + "file is kept beside the new one."),
        flags: [
            Flag(
                "confirm", .value("LABEL"),
                Words(zh: "本机在站点的名字, 如 H-017", en: "what the station calls this handheld"))
        ],
        examples: [
            Example(
                "courier journal renew --confirm H-017",
                Words(zh: "在 H-017 上开始新账", en: "begins a new journal on H-017"))
        ])
}
