import CentralStore
import Commands
import Domain
import ReferenceData
import SyncProtocol

/// Settings and the audit trail, for people and for scripts.
extension StationReports {
    func settings(_ config: StationConfig?) -> CommandOutput {
        let table = ReferenceData.tables.settings
        let rows = table.keys.compactMap { table[$0] }.map { definition in
            let value = table.value(definition.key, in: config)
            let isOwn = value != definition.standard
            return OutputList.Row(
                [
                    definition.key, value.typed, isOwn ? definition.standard.typed : "",
                    definition.form[language], definition.words[language],
                ],
                json: [
                    "name": .text(definition.key), "value": .text(value.typed),
                    "default": .text(definition.standard.typed), "own": .bool(isOwn),
                    "unit": .text(definition.unit),
                    "may_be": .text(definition.form[language]),
                    "source": .text(RuleBasis.words(definition.source)[language]),
                ])
        }
        return CommandOutput(
            list: OutputList(
                key: "settings",
                columns: [
                    .init(Words(zh: "设置", en: "setting")), .init(Words(zh: "值", en: "value")),
                    .init(Words(zh: "默认", en: "default")), .init(Words(zh: "可填", en: "may be")),
                    .init(Words(zh: "说明", en: "meaning")),
                ], rows: rows))
    }

    func audit(_ entries: [AuditEntry]) -> CommandOutput {
        let rows = entries.map { entry in
            OutputList.Row(
                [
                    String(entry.number), short(entry.atMilliseconds), entry.person,
                    entry.act.words[language], entry.object,
                ],
                json: [
                    "number": .integer(entry.number), "at": time(entry.atMilliseconds),
                    "who": .text(entry.person), "what": .text(entry.act.rawValue),
                    "on": .text(entry.object), "with": json(.object(entry.detail)),
                    "head": .text(entry.head.hex),
                ])
        }
        return CommandOutput(
            list: OutputList(
                key: "entries",
                columns: [
                    .init(Words(zh: "号", en: "no."), isNumber: true),
                    .init(Words(zh: "时间", en: "time")), .init(Words(zh: "谁", en: "who")),
                    .init(Words(zh: "做了什么", en: "what")), .init(Words(zh: "对象", en: "on")),
                ], rows: rows))
    }
}

extension AuditAct {
    /// What was done, said to people.
    var words: Words {
        switch self {
        case .founded: Words(zh: "建站", en: "station made")
        case .recorded: Words(zh: "站点记录", en: "facts recorded")
        case .slot: Words(zh: "开登记码", en: "enrolment code made")
        case .enrolled: Words(zh: "手持端登记", en: "handheld enrolled")
        case .recognised: Words(zh: "凭密钥认出手持端", en: "handheld known by its key")
        case .directed: Words(zh: "下达指令", en: "order to a handheld")
        case .remarked: Words(zh: "批注", en: "remark")
        case .unlocked: Words(zh: "给出解锁码", en: "unlock code given")
        case .viewed: Words(zh: "查看凭证", en: "evidence written out")
        case .checkpoint: Words(zh: "备份后的核对点", en: "checkpoint of a backup")
        case .restored: Words(zh: "恢复备份", en: "backup put back")
        case .rebuilt: Words(zh: "重算资料", en: "rows made again")
        }
    }
}

extension ConfigValue {
    /// The value as it is typed.
    fileprivate var typed: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let values):
            values.map { value in
                if case .list(let pair) = value {
                    return pair.map(\.typed).joined(separator: ":")
                }
                return value.typed
            }.joined(separator: ";")
        }
    }
}

extension SettingDefinition {
    /// What may be typed.
    var form: Words {
        switch type {
        case .integer(let range):
            let text = "\(range.lowerBound)–\(range.upperBound)"
            return Words(zh: text, en: text)
        case .flag: return Words(zh: "true false", en: "true false")
        case .letters(let count):
            return Words(zh: "\(count) 个大写字母", en: "\(count) capital letters")
        case .digits(let count): return Words(zh: "\(count) 位数字", en: "\(count) digits")
        case .choice(let options), .choiceList(let options):
            let text = options.joined(separator: " ")
            return Words(zh: text, en: text)
        case .tiers: return Words(zh: "上限:费用;…", en: "bound:fee;…")
        }
    }

    /// What would have been taken.
    func expected(_ problem: Problem) -> Words {
        if case .tiersNotRising = problem {
            return Words(zh: "上限和费用要一档比一档高", en: "bounds and fees have to rise")
        }
        return Words(zh: "填 \(form.zh)", en: "it takes \(form.en)")
    }
}
