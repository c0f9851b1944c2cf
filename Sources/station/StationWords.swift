import Central
import CentralStore
import Commands
import Domain

/// What `station` says to people, both languages, in one place.
enum StationWords {
    static func statusHead(_ status: StationStatus) -> Words {
        Words(
            zh: "站点 \(status.station) \(status.name): 手持端记录 \(status.facts) 条, 站点记录 "
                + "\(status.stationFacts) 条",
            en: "station \(status.station) \(status.name): \(status.facts) records of "
                + "handhelds, \(status.stationFacts) of the station")
    }

    static func stillOnHandhelds(_ count: Int) -> Words {
        Words(
            zh: "还有 \(count) 条记录在手持端上, 没有到站点。",
            en: "\(count) records are still on handhelds and have not reached the station.")
    }

    static func incidents(_ count: Int) -> Words {
        Words(
            zh: "最近 7 天有 \(count) 项异常: 运行 station incident list",
            en: "\(count) incidents in the last 7 days: run station incident list")
    }

    static func declinedTasks(_ count: Int) -> Words {
        Words(
            zh: "快递员退回了 \(count) 个任务, 请改派: 运行 station order list --state declined",
            en: "tasks that couriers gave back: \(count); run station order list --state declined")
    }

    static func waitingTasks(_ count: Int) -> Words {
        Words(
            zh: "\(count) 个改派的任务等交接: 运行 station handover list",
            en: "reassigned tasks that wait for a handover: \(count); run station handover list")
    }

    static func waitingPayments(_ count: Int) -> Words {
        Words(
            zh: "\(count) 笔电子付款待确认: 运行 station payment list",
            en: "electronic payments to be confirmed: \(count); run station payment list")
    }

    static func deviceState(_ word: String) -> Words {
        switch word {
        case "active": Words(zh: "正常", en: "active")
        case "suspended": Words(zh: "暂停", en: "suspended")
        case "revoked": Words(zh: "吊销", en: "revoked")
        case "waiting": Words(zh: "待登记", en: "waiting")
        default: Words(zh: word, en: word)
        }
    }

    static func personState(_ isActive: Bool) -> Words {
        isActive ? Words(zh: "在职", en: "active") : Words(zh: "停用", en: "closed")
    }

    static func taskKind(_ word: String) -> Words {
        TaskKind(rawValue: word)?.words ?? Words(zh: word, en: word)
    }

    static func taskState(_ word: String) -> Words {
        TaskState(rawValue: word)?.words ?? Words(zh: word, en: word)
    }

    static func disposition(_ word: String) -> Words {
        DispositionWord(rawValue: word)?.words ?? Words(zh: word, en: word)
    }

    static let noPeople = Words(
        zh: "还没有快递员。用 station courier add 登记。",
        en: "There are no couriers yet. Add one with station courier add.")
    static let noOrders = Words(
        zh: "没有任务。用 station order import 导入。",
        en: "There are no tasks. Import some with station order import.")
    static let noDevices = Words(
        zh: "还没有手持端。用 station device add 开通。",
        en: "There are no handhelds yet. Make a slot with station device add.")

    /// Stands before an event that a correction declared void.
    static let voided = Words(zh: "(已作废) ", en: "(void) ")

    static func emptyDay(_ day: String) -> Words {
        Words(zh: "\(day): 没有记录", en: "\(day): nothing recorded")
    }

    static func proof(_ proof: LedgerProof) -> Words {
        proof.isIntact
            ? Words(
                zh: "账本完好: \(proof.streams) 条链, \(proof.lines) 行, "
                    + "其中手持端记录 \(proof.facts) 条; 站点日志 \(proof.auditEntries) 条",
                en:
                    "the ledger is intact: chains: \(proof.streams), lines: \(proof.lines), "
                    + "of these records of handhelds: \(proof.facts); audit entries: "
                    + "\(proof.auditEntries)")
            : Words(
                zh: "账本有 \(proof.faultCount) 处与哈希链不符, 不要继续使用, 请联系支持",
                en:
                    "\(proof.faultCount) places contradict their chain; stop using the ledger "
                    + "and call support")
    }

    static func fault(_ fault: LedgerFault) -> Words {
        Words(
            zh: "  链 \(fault.stream) 第 \(fault.sequence) 行",
            en: "  chain \(fault.stream), line \(fault.sequence)")
    }

    static func fault(_ fault: AuditFault) -> Words {
        switch fault {
        case .entry(let number):
            Words(zh: "  站点日志第 \(number) 条", en: "  audit trail, entry \(number)")
        case .checkpoint(let number):
            Words(
                zh: "  站点日志第 \(number) 条: 核对点与账本不符",
                en: "  audit trail, entry \(number): the checkpoint tells of another ledger")
        }
    }

    static func initialised(_ station: String, folder: String) -> Words {
        Words(
            zh: "站点 \(station) 已建立, 数据在 \(folder)",
            en: "station \(station) is made; its data is in \(folder)")
    }

    static let keepTheKey = Words(
        zh: "master.key 不在任何备份里: 请另存两份。丢了它, 每台手持端都要重新登记。",
        en:
            "master.key is in no backup: keep two copies. Without it every handheld must be "
            + "enrolled again.")

    static func personSet(_ person: String, _ name: String, isNew: Bool) -> Words {
        isNew
            ? Words(zh: "已登记 \(person) \(name)", en: "added \(person) \(name)")
            : Words(zh: "已更新 \(person) \(name)", en: "changed \(person) \(name)")
    }

    static func initialPIN(_ pin: String) -> Words {
        Words(
            zh: "初始密码: \(pin) (只显示这一次, 请当面告诉本人)",
            en: "first PIN: \(pin) (shown this once; tell the person face to face)")
    }

    static func deviceSlot(_ label: String, code: String, until: String) -> Words {
        Words(
            zh: "\(label) 的登记码: \(code), \(until) 前有效, 只能用一次",
            en: "enrolment code for \(label): \(code), valid until \(until), for one use")
    }

    static let enrolHint = Words(
        zh: "在手持端上: courier enrol --server 站点地址, 然后输入登记码",
        en: "on the handheld: courier enrol --server ADDRESS, then type the code")

    static func deviceSet(_ label: String, _ state: String, isChanged: Bool) -> Words {
        let words = deviceState(state)
        return isChanged
            ? Words(zh: "\(label) 现在是\(words.zh)状态", en: "\(label) is \(words.en) now")
            : Words(zh: "\(label) 本来就是\(words.zh)状态", en: "\(label) was \(words.en) already")
    }

    static func imported(_ count: Int) -> Words {
        Words(zh: "已导入 \(count) 个任务", en: "imported \(count) tasks")
    }

    static let drained = Words(zh: "已停止", en: "stopped")
}
