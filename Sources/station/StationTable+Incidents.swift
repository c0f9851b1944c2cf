import Commands
import Domain

/// What happened between handhelds and the ledger that should not.
extension StationTable {
    static let incidents = [
        Command(
            "incident", "list",
            summary: Words(
                zh: "手持端与账本之间的异常: 恢复, 复制, 丢失, 换新账",
                en: "what went wrong between handhelds and the ledger: restores, copies, losses"),
            details: Words(
                zh: "没有记录会因此丢失或重复: 手持端和站点已自行处理。每一行说明发生了什么, 要做什么。",
                en: "No record is lost or doubled by any of these: handheld and station have dealt "
                    + "with it. Each line says what happened and what to do about it."),
            flags: [
                Flag(
                    "days", .value("COUNT"),
                    Words(zh: "最近几天的 (默认 30)", en: "of so many days (default 30)"))
            ],
            examples: [
                Example(
                    "station incident list --days 7",
                    Words(zh: "最近一周", en: "of the last week"))
            ])
    ]
}
