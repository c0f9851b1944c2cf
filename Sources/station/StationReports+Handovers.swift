import CentralStore
import Commands
import Domain

/// What is said of parcels that change hands.
extension StationReports {
    func handovers(_ found: [HandoverStatus], waiting: [WaitingTask]) -> CommandOutput {
        let rows = found.map { item in
            OutputList.Row(
                [
                    item.number, short(item.atMilliseconds), item.giverName, item.takerName,
                    item.given.map { String($0.count) } ?? "",
                    item.taken.map { String($0.count) } ?? "", item.words[language],
                ], json: .object(members(item)))
        }
        let say = { (zh: String, en: String) in Words(zh: zh, en: en)[language] }
        return CommandOutput(
            members: [
                JSONMember("count", .integer(rows.count)),
                JSONMember(
                    "waiting_tasks",
                    .list(
                        waiting.map {
                            [
                                "task": .text($0.task), "courier": .text($0.person),
                                "waybill": .text($0.parcel), "holder": .text($0.holder),
                            ]
                        })),
            ],
            text: found.isEmpty ? [say("没有等确认的交接", "No handover waits.")] : [],
            list: OutputList(
                key: "handovers",
                columns: [
                    .init(Words(zh: "交接号", en: "number")), .init(Words(zh: "时间", en: "time")),
                    .init(Words(zh: "交", en: "from")), .init(Words(zh: "接", en: "to")),
                    .init(Words(zh: "交件", en: "given"), isNumber: true),
                    .init(Words(zh: "接件", en: "taken"), isNumber: true),
                    .init(Words(zh: "状态", en: "state")),
                ], rows: rows),
            closing: waiting.map { task in
                say(
                    "\(task.task) 是 \(task.person) 的, 快件 \(task.parcel) 还在 \(task.holder) 手里",
                    "\(task.task) is \(task.person)'s, and \(task.holder) still has "
                        + task.parcel)
            })
    }

    /// What the station took, beside what the courier says.
    func taken(_ item: HandoverStatus) -> CommandOutput {
        let count = item.taken?.count ?? 0
        return CommandOutput(
            members: members(item),
            text: [
                Words(
                    zh: "\(item.number)  从 \(item.giverName) 收到 \(count) 件: \(item.words.zh)",
                    en: "\(item.number)  \(count) taken from \(item.giverName): \(item.words.en)")[
                        language]
            ])
    }

    private func members(_ item: HandoverStatus) -> [JSONMember] {
        [
            JSONMember("handover", .text(item.number)), JSONMember("at", time(item.atMilliseconds)),
            JSONMember("from", .text(item.giver.description)),
            JSONMember("to", .text(item.taker.description)),
            JSONMember("given", item.given.map { .list($0.map { .text($0) }) } ?? .null),
            JSONMember("taken", item.taken.map { .list($0.map { .text($0) }) } ?? .null),
            JSONMember("waits_for", .optional(item.missing?.rawValue)),
            JSONMember("case", .optional(item.caseID)),
        ]
    }
}

extension HandoverStatus {
    fileprivate var words: Words {
        switch missing {
        case .take: return Words(zh: "等 \(takerName) 确认", en: "\(takerName) has to confirm")
        case .give, .cash, .count:
            return Words(zh: "等 \(giverName) 记交出", en: "\(giverName) has not recorded giving")
        case nil: break
        }
        if let caseID { return Words(zh: "不一致, 个案 \(caseID)", en: "differs, case \(caseID)") }
        guard let given, let taken else { return Words(zh: "已当面确认", en: "confirmed with PIN") }
        return Set(given) == Set(taken)
            ? Words(zh: "两边一致", en: "both sides agree")
            : Words(zh: "不一致, 已裁决", en: "differs, decided")
    }
}
