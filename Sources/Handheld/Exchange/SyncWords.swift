package import Domain
import SyncEngine
package import SyncProtocol

/// What the exchange has to say to people.
package enum SyncWords {
    /// A failure of the exchange, or the reason why a stream is not pushed, by its code (PJS 13).
    /// The records stay on the handheld.
    package static func problem(_ code: String) -> Words {
        ExchangeCode(rawValue: code)?.courier ?? unexpected(code)
    }

    /// An answer without a code of the protocol has only its HTTP status.
    private static func unexpected(_ code: String) -> Words {
        let parts = code.split(separator: "_")
        guard parts.count == 2, parts[0] == "http" else {
            return Words(zh: "站点回答 \(code)", en: "the station answered \(code)")
        }
        return Words(
            zh: "对方回答 HTTP \(parts[1]), 可能不是站点: 检查地址",
            en: "the answer was HTTP \(parts[1]), perhaps not the station's: check the address")
    }

    /// What the station lets this handheld do.
    package static func deviceState(_ state: SyncProtocol.DeviceState) -> Words {
        switch state {
        case .active: Words(zh: "站点已恢复本机", en: "the station made this handheld active")
        case .suspended:
            Words(
                zh: "站点已暂停本机: 记录照收, 但先不入账",
                en: "the station suspended this handheld: records are taken but held")
        case .revoked:
            Words(
                zh: "站点已吊销本机: 只收已有的记录",
                en: "the station revoked this handheld: it only takes what was recorded")
        }
    }

    /// What came up in an exchange.
    static func report(_ report: SyncReport) -> Words {
        switch report {
        case .rewound(let from, let to):
            Words(
                zh: "站点恢复过备份, 第 \(to + 1) 到 \(from) 条重新上传",
                en: "the station was restored; records \(to + 1) to \(from) are sent again")
        case .rotated(let cause, let carried, let left):
            rotated(cause, carried: carried, left: left)
        case .broughtBack(let count):
            Words(
                zh: "本机的数据是旧的副本: 已取回 \(count) 条记录, 另开新账",
                en: "the data here was an older copy; \(records(count)) brought back; a new stream "
                    + "was started")
        case .pushStopped(let code): problem(code)
        case .journalDamaged: problem("local_corrupt")
        case .noEcho: problem("no_echo")
        case .diverged(let bucket):
            Words(
                zh: "资料 \(bucket) 与站点不一致, 重取后仍不同: 请告诉站长",
                en: "the data of \(bucket) differs from the station's also after fetching it anew: "
                    + "tell the manager")
        case .badPages: problem("bad_page")
        case .needsPerson(let code): problem(code)
        case .deviceState(let state):
            deviceState(state)
        case .upgradeRequired: problem("upgrade_required")
        case .falseDirective:
            Words(
                zh: "收到一条校验不对的站点指令, 没有执行: 请告诉站长",
                en: "an order of the station had a wrong code and was not carried out: tell the "
                    + "manager")
        case .unknownDirective(let what):
            Words(
                zh: "本程序不认识站点的指令 \(what), 没有执行: 要先升级",
                en: "this program does not know the station's order \(what) and did not carry it "
                    + "out: it must be upgraded")
        }
    }

    /// Why a stream ended, and what became of its records.
    private static func rotated(_ cause: RotationCause, carried: Int, left: Int) -> Words {
        let reason =
            switch cause {
            case .fork:
                Words(
                    zh: "站点的记录与本机的不是同一本账",
                    en: "the station holds another history of this journal")
            case .closed: Words(zh: "站点关闭了这本账", en: "the station closed this journal")
            case .lineTooLong:
                Words(zh: "站点不收太长的记录", en: "the station does not take so long a record")
            case .unrecoverable:
                Words(
                    zh: "站点丢了本机已不再保存的记录",
                    en: "the station lost records that are not kept here any more")
            case .olderCopy:
                Words(zh: "本机的数据是旧的副本", en: "the data here was an older copy")
            case .enrolled: Words(zh: "本机重新登记", en: "this handheld was enrolled again")
            case .ordered: Words(zh: "站点要求另开新账", en: "the station asked for a new stream")
            }
        let moved =
            carried == 0
            ? Words(zh: "已另开新账", en: "a new stream was started")
            : Words(
                zh: "\(carried) 条记录转入新账再传",
                en: "\(records(carried)) carried into a new stream and sent from there")
        guard left > 0 else {
            return Words(zh: "\(reason.zh): \(moved.zh)", en: "\(reason.en): \(moved.en)")
        }
        return Words(
            zh: "\(reason.zh): \(moved.zh); \(left) 条转不过去: 请告诉站长",
            en: "\(reason.en): \(moved.en); \(records(left)) left behind: tell the manager")
    }

    private static func records(_ count: Int) -> String {
        count == 1 ? "1 record was" : "\(count) records were"
    }
}

extension Handheld {
    /// What somebody has to hear of the exchange since the last call, each thing once.
    package mutating func takeReports() -> [Words] {
        var said: Set<Words> = []
        let words = reports.map(SyncWords.report).filter { said.insert($0).inserted }
        reports = []
        return words
    }
}
