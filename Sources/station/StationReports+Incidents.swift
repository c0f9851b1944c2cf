import CentralStore
import Commands
import Domain

/// Incidents, for people and for scripts.
extension StationReports {
    func incidents(_ incidents: [IncidentStatus]) -> CommandOutput {
        let rows = incidents.map { incident in
            OutputList.Row(
                [
                    short(incident.lastMilliseconds), incident.label ?? "-",
                    incident.what.words[language],
                    incident.count == 1 ? "" : "×\(incident.count)",
                ],
                json: [
                    "incident": .text(incident.what.rawValue), "label": .optional(incident.label),
                    "device": .text(incident.device), "stream": .text(incident.stream),
                    "sequence": .integer(incident.sequence), "count": .integer(incident.count),
                    "first": time(incident.firstMilliseconds),
                    "last": time(incident.lastMilliseconds),
                    "meaning": .text(incident.what.words[language]),
                ])
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            text: rows.isEmpty
                ? [Words(zh: "没有异常。", en: "There were no incidents.")[language]] : [],
            list: OutputList(
                key: "incidents",
                columns: [
                    .init(Words(zh: "最近", en: "last")), .init(Words(zh: "手持端", en: "handheld")),
                    .init(Words(zh: "发生了什么", en: "what happened")),
                    .init(Words(zh: "次数", en: "times")),
                ], rows: rows))
    }
}

extension Incident {
    /// What happened, and what the manager does about it.
    var words: Words {
        switch self {
        case .rewind:
            Words(
                zh: "账本比手持端所知的少, 手持端已补传: 站点恢复过备份?",
                en: "the ledger had less than the handheld was told; it sent the rest again: was a "
                    + "backup put back?")
        case .behind:
            Words(
                zh: "手持端丢过记录, 已从账本取回: 数据被换成旧副本?",
                en: "the handheld had lost records and took them back: was an older copy put on it?"
            )
        case .fork:
            Words(
                zh: "同一本账有两种历史, 两边的记录都已收下: 手持端被复制或恢复过?",
                en: "two histories under one stream, both were taken in: was the handheld "
                    + "copied or restored?")
        case .rotate:
            Words(
                zh: "手持端另开了新账", en: "the handheld began a new stream; nothing to do")
        case .cursor:
            Words(
                zh: "手持端的资料来自另一份账本, 已重发",
                en: "the handheld's rows were of another ledger and were sent anew")
        case .staleCounter:
            Words(
                zh: "请求号用过两次: 多次出现说明有复制品",
                en: "a request number came twice: if often, there is a copy of the handheld")
        case .wipe:
            Words(
                zh: "手持端已按指令擦除: station device show 看有没有记录没交回",
                en: "the handheld was erased by order; station device show tells whether records "
                    + "were lost with it")
        case .sealDiffers:
            Words(
                zh: "手持端封账的数和账本不一样: station day show 看差在哪里",
                en: "what a handheld sealed is not what the ledger has: station day show tells "
                    + "where")
        case .sealForeign:
            Words(
                zh: "手持端封了别的手持端的账, 不算数: 核对实物",
                en: "a handheld sealed another one's records; it counts for nothing: find out why")
        case .possibleClone:
            Words(
                zh: "手持端可能被复制: 已要它报告; 核对实物, 必要时吊销 (station device show)",
                en: "the handheld may have been copied, a report was asked for: find the machine, "
                    + "revoke it if need be (station device show)")
        case .restored:
            Words(
                zh: "站点恢复了备份: 之后的派单和人员变动要重做",
                en: "a backup of the station was put back: tasks and people since then must be "
                    + "done again")
        case .historyRewritten:
            Words(
                zh: "手持端记得的站点日志与这里不符: 数据库被换过或改过, 立即查备份和 ledger verify",
                en: "a handheld remembers another audit trail than this one: the database was "
                    + "replaced or altered; look at once, with the backups and ledger verify")
        case .recognised:
            Words(
                zh: "备份之后登记或换过密钥的手持端, 已凭密钥认出: 核对实物后 station device activate",
                en: "a handheld that was enrolled, or took its key, after the backup was known by "
                    + "its key: look at the machine, then station device activate")
        case .rebuilt:
            Words(zh: "站点凭账本重算了资料", en: "the rows were made again from the ledger")
        }
    }
}
