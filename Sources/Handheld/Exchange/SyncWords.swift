package import Domain
import SyncEngine
package import SyncProtocol

/// What the exchange has to say to people.
package enum SyncWords {
    /// A failure of the exchange, by its code (PJS 13).
    package static func problem(_ code: String) -> Words {
        switch code {
        case "no_network":
            Words(zh: "连不上站点", en: "the station cannot be reached")
        case "cut", "timeout":
            Words(zh: "连接中断, 没有收到完整的回答", en: "the connection broke before the whole answer came")
        case "not_pjs":
            Words(
                zh: "回答不是站点发出的: 网络可能要先登录",
                en: "something else than the station answered: the network may need a login")
        case "misconfigured_endpoint":
            Words(
                zh: "站点地址转到了别处, 本机不跟随: 请告诉站长",
                en: "the address leads elsewhere and is not followed: tell the manager")
        case "bad_signature":
            Words(
                zh: "站点不认本机的签名: 请告诉站长",
                en: "the station does not accept this handheld's signature: tell the manager")
        case "dev_unknown":
            Words(
                zh: "站点没有登记这台手持端: 请告诉站长",
                en: "the station does not know this handheld: tell the manager")
        case "busy", "slow_down", "maintenance", "concurrent":
            Words(zh: "站点正忙", en: "the station is busy")
        case "server_full":
            Words(zh: "站点的存储满了", en: "the station's storage is full")
        case "no_echo":
            Words(
                zh: "站点的确认与本机不符, 没有采用",
                en: "the station confirmed something else than was sent; not accepted")
        case "bad_page":
            Words(zh: "站点发来的资料不完整, 没有采用", en: "the station's data was not whole; not applied")
        case "upgrade_required":
            Words(zh: "本程序太旧, 要先升级", en: "this program is too old and must be upgraded")
        default: unexpected(code)
        }
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

    /// Why nothing more is pushed (PJS 9.3). The records stay on the handheld.
    package static func stop(_ code: String) -> Words {
        switch code {
        case "fork", "gap":
            Words(
                zh: "站点的记录与本机的不是同一本账, 已停止上传: 请告诉站长",
                en: "the station holds another history of this journal; sending stopped: tell the "
                    + "manager")
        case "behind":
            Words(
                zh: "站点的记录比本机多, 已停止上传: 请告诉站长",
                en: "the station holds records that this handheld lost; sending stopped: tell the "
                    + "manager")
        case "local_corrupt":
            Words(
                zh: "本机的账核对不上, 已停止上传: 请交回手持端",
                en: "this journal does not verify; sending stopped: hand in the handheld")
        default:
            Words(
                zh: "站点不收这本账 (\(code)), 已停止上传: 请告诉站长",
                en: "the station refuses this journal (\(code)); sending stopped: tell the manager")
        }
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
        case .forked: stop("fork")
        case .behind: stop("behind")
        case .pushStopped(let code): stop(code)
        case .journalDamaged: stop("local_corrupt")
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
        }
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
