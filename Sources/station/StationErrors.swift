import Central
import Commands
import Domain
import SyncProtocol

/// Everything that can go wrong with a command of `station`, with its code and its words.
extension CommandError {
    static func noStation(_ folder: String) -> CommandError {
        CommandError(
            "E-NO-STATION", field: "data",
            Words(zh: "\(folder) 里没有站点", en: "there is no station in \(folder)"),
            hint: Words(
                zh: "先运行 station init, 或用 --data 指明文件夹",
                en: "run station init first, or name the folder with --data"),
            status: .configuration)
    }

    static var unfinishedStation: CommandError {
        CommandError(
            "E-NO-STATION", field: "data",
            Words(zh: "这里的数据库还没有站点", en: "the database here has no station yet"),
            hint: Words(zh: "运行 station init", en: "run station init"), status: .configuration)
    }

    static func stationExists(_ station: String) -> CommandError {
        CommandError(
            "E-STATION-EXISTS", field: "data",
            Words(zh: "这里已经有站点 \(station)", en: "station \(station) is here already"),
            hint: Words(
                zh: "用 --data 换一个文件夹; 已有数据不会被覆盖",
                en: "choose another folder with --data; nothing is overwritten"),
            status: .cannotCreate)
    }

    static func masterKeyUnreadable(_ path: String) -> CommandError {
        CommandError(
            "E-MASTER-KEY", field: "data",
            Words(
                zh: "主密钥 \(path) 读不出来或长度不对",
                en: "the master key \(path) cannot be read or has a wrong length"),
            hint: Words(
                zh: "从另存的副本恢复这个文件, 权限 0400",
                en: "put the copy you kept back in its place, mode 0400"), status: .configuration)
    }

    static func busy(seconds: Int) -> CommandError {
        CommandError(
            "E-BUSY",
            Words(
                zh: "另一个进程占用着数据库, 等了 \(seconds) 秒",
                en: "another process holds the database; waited \(seconds) s"),
            hint: Words(
                zh: "稍后再试, 或用 --timeout 多等几秒",
                en: "try again, or wait longer with --timeout"), isRetryable: true, status: .busy)
    }

    static func serverGone(_ what: String) -> CommandError {
        CommandError(
            "E-SERVER",
            Words(
                zh: "正在运行的 station serve 没有回答 (\(what))",
                en: "the running station serve did not answer (\(what))"),
            hint: Words(
                zh: "结果不明: 先用相应的 list 命令查看, 再决定是否重做",
                en: "the outcome is not known: look with the list command before you repeat it"),
            isRetryable: true, status: .serverUnreachable)
    }

    static func damaged(_ what: String) -> CommandError {
        CommandError(
            "E-DATABASE-DAMAGED", field: "data",
            Words(zh: "数据库损坏: \(what)", en: "the database is damaged: \(what)"),
            hint: Words(
                zh: "停止使用, 留好这个文件夹, 请联系支持",
                en: "stop using it, keep the folder as it is and call support"),
            status: .inputOutput)
    }

    static func unreadable(_ folder: String) -> CommandError {
        CommandError(
            "E-NOT-ALLOWED", field: "data",
            Words(zh: "没有权限读 \(folder)", en: "no permission to read \(folder)"),
            hint: Words(
                zh: "用站点所属的用户运行", en: "run station as the user that owns the folder"),
            status: .notAllowed)
    }

    static func storage(_ what: String) -> CommandError {
        CommandError(
            "E-STORAGE",
            Words(zh: "数据库出错: \(what)", en: "the database failed: \(what)"),
            hint: Words(
                zh: "检查磁盘空间和权限; 已保存的记录不受影响",
                en: "check disk space and modes; what was saved is not affected"),
            status: .inputOutput)
    }

    static func system(_ what: String, status: ExitStatus = .inputOutput) -> CommandError {
        CommandError(
            "E-SYSTEM", Words(zh: "系统调用失败: \(what)", en: "the system refused: \(what)"),
            hint: Words(zh: "检查路径和权限", en: "check the path and its modes"), status: status)
    }

    static func noSuchFile(_ path: String, field: String = "FILE") -> CommandError {
        CommandError(
            "E-NO-FILE", field: field,
            Words(zh: "没有文件 \(path)", en: "there is no file \(path)"),
            hint: Words(zh: "检查路径; - 表示标准输入", en: "check the path; - means stdin"),
            status: .noInput)
    }

    static func missing(_ flag: String, _ example: String) -> CommandError {
        CommandError(
            "E-USAGE-MISSING", field: flag,
            Words(zh: "缺少 --\(flag)", en: "--\(flag) is missing"),
            hint: Words(zh: "例如 --\(flag) \(example)", en: "for example --\(flag) \(example)"),
            status: .usage)
    }

    static func badOption(_ flag: String, _ seen: String, expected: Words) -> CommandError {
        CommandError(
            "E-USAGE-VALUE", field: flag,
            Words(
                zh: "--\(flag) 不能是「\(seen)」", en: "--\(flag) cannot be \"\(seen)\""),
            hint: expected, status: .usage)
    }

    static func badPIN(_ why: Words) -> CommandError {
        CommandError(
            "E-PIN", field: "pin-file", why,
            hint: Words(zh: "密码是 6 到 12 位数字", en: "a PIN is 6 to 12 digits"), status: .badData)
    }

    static func notFound(_ what: String, hint: Words) -> CommandError {
        CommandError(
            "E-NOT-FOUND", field: what,
            Words(zh: "没有找到 \(what)", en: "\(what) was not found"), hint: hint,
            status: .answerIsNo)
    }

    static func listen(_ address: String, _ why: Words) -> CommandError {
        CommandError(
            "E-LISTEN", field: "listen",
            Words(
                zh: "不能监听 \(address): \(why.zh)", en: "cannot listen on \(address): \(why.en)"),
            hint: Words(
                zh: "换一个端口; 本机以外的地址需要 nginx 或 --insecure-public",
                en: "choose another port; an address other than this machine's own needs nginx or "
                    + "--insecure-public"), status: .configuration)
    }
}

extension CommandError {
    /// The words of a refused action; nothing was changed.
    static func refusal(
        _ refusal: ManagerRefusal, of action: ManagerAction, folder: String
    ) -> [CommandError] {
        switch refusal {
        case .noStation: return [.noStation(folder)]
        case .stationExists(let station): return [.stationExists(station)]
        case .badValue(let field):
            let seen = action.value(of: field)
            let name = commandLineName(of: field)
            return [
                CommandError(
                    "E-VALUE", field: name.hasPrefix("--") ? String(name.dropFirst(2)) : name,
                    Words(zh: "\(name) 不能是「\(seen)」", en: "\(name) cannot be \"\(seen)\""),
                    hint: valueHint(field), status: .badData)
            ]
        case .labelTaken(let label):
            return [
                CommandError(
                    "E-LABEL-TAKEN", field: "LABEL",
                    Words(zh: "标签 \(label) 已经有手持端了", en: "the label \(label) is taken"),
                    hint: Words(
                        zh: "换一个标签; station device list 列出已有的",
                        en: "choose another; station device list shows those in use"),
                    status: .badData)
            ]
        case .unknownDevice(let label):
            return [
                CommandError(
                    "E-NOT-FOUND", field: "LABEL",
                    Words(
                        zh: "没有已登记的手持端 \(label)", en: "no enrolled handheld is called \(label)"),
                    hint: Words(
                        zh: "station device list 列出所有手持端; 待登记的要先登记",
                        en: "station device list shows them all; one that waits must enrol first"),
                    status: .answerIsNo)
            ]
        case .unknownSetting(let name):
            return [
                .notFound(
                    name,
                    hint: Words(
                        zh: "station config list 列出全部设置",
                        en: "station config list shows all settings"))
            ]
        case .pack(let name, let refusal): return [packRefusal(name, refusal)]
        case .tooManyDirectives, .alreadyDirected, .wiped, .neverExchanged, .notActive, .tooOld:
            return [directiveRefusal(refusal)]
        case .orders(let problems): return problems.map(orderProblem)
        case .unknownFact(let fact):
            return [
                .notFound(
                    fact, hint: Words(zh: "检查记录号", en: "check the record's number"))
            ]
        case .notPending(let fact):
            return [
                CommandError(
                    "E-NOT-PENDING", field: fact,
                    Words(zh: "\(fact) 不是待确认的付款", en: "\(fact) is no pending payment"),
                    status: .answerIsNo)
            ]
        case .otherLedger: return [.otherLedger]
        case .nothingToRead(let lines): return [.nothingToRead(lines)]
        case .nothingChanges: return [.nothingChanges]
        case .unknownCase, .caseClosed, .notAnOption: return [caseRefusal(refusal)]
        case .dayNotNow, .dayNotBegun, .dayBlocked, .unknownBlock: return [dayRefusal(refusal)]
        case .stale, .unknownEntity, .ended, .blocked, .notStopped, .assignedAlready,
            .withoutAddress, .withoutCharge:
            return [dispatchRefusal(refusal)]
        case .countedAlready, .giverUnknown, .giverDiffers, .heldElsewhere, .refundTooMuch:
            return [deskRefusal(refusal)]
        }
    }

    /// What the command line calls a field of an action.
    private static func commandLineName(of field: String) -> String {
        switch field {
        case "person": "ID"
        case "label": "LABEL"
        case "capabilities": "--caps"
        case "text": "TEXT"
        case "ext_ref": "--ref"
        case "challenge": "CHALLENGE"
        case "version": "VERSION"
        default: "--" + field
        }
    }

    private static func valueHint(_ field: String) -> Words {
        switch field {
        case "station":
            Words(zh: "1 到 20 个大写字母或数字", en: "1 to 20 capital letters or digits")
        case "person", "label":
            Words(
                zh: "字母、数字和 _ . @ -, 标签最多 20 个字",
                en: "letters, digits and _ . @ -; a label has at most 20")
        case "capabilities":
            Words(
                zh: "pickup, deliver, cash, hub, desk, lead, head, manager, finance, dispatch",
                en:
                    "pickup, deliver, cash, hub, desk, lead, head, manager, finance, dispatch"
            )
        case "challenge":
            Words(
                zh: "手持端 courier unlock 显示的 8 个字, 如 7K2M-93QX",
                en: "the 8 characters that courier unlock shows, such as 7K2M-93QX")
        case "version":
            Words(zh: "写作 0.3.0", en: "write it as 0.3.0")
        case "method":
            Words(zh: "到付没有收过钱, 没有可退的", en: "COLLECT moves no money that could go back")
        case "grace":
            Words(zh: "0 到 744 小时", en: "0 to 744 hours")
        default:
            Words(
                zh: "不能为空, 不能太长, 不能有控制字符",
                en: "it must not be empty, too long or hold control characters")
        }
    }

    private static func orderProblem(_ problem: OrderProblem) -> CommandError {
        let why =
            switch problem.reason {
            case .unknownCourier:
                Words(zh: "没有这名快递员", en: "there is no such courier")
            case .orderTaken: Words(zh: "订单号已经有了", en: "the order number is there already")
            case .parcelTaken: Words(zh: "运单号已经有了", en: "the waybill number is there already")
            case .missingField: Words(zh: "缺少这一项", en: "the field is missing")
            case .badField: Words(zh: "这一项不合要求", en: "the field is not accepted")
            case .prohibitedGoods: Words(zh: "禁寄物品", en: "the goods may not be sent")
            }
        return .orderRow(line: problem.line, column: problem.field, why)
    }

    static func orderRow(line: Int, column: String, _ why: Words) -> CommandError {
        CommandError(
            "E-ORDER-ROW", field: column,
            Words(
                zh: "第 \(line) 行 \(column): \(why.zh)", en: "line \(line), \(column): \(why.en)"),
            hint: Words(
                zh: "改好后重新导入; 这次一行都没有导入",
                en: "correct the file and import it again; nothing was imported"), status: .badData)
    }
}

extension ManagerAction {
    /// What was given for a field that was refused.
    fileprivate func value(of field: String) -> String {
        switch (self, field) {
        case (.initialise(let setup), "station"): setup.station
        case (.initialise(let setup), "name"): setup.name
        case (.initialise(let setup), "hotline"): setup.hotline ?? ""
        case (.setPerson(let setup), "person"): setup.person
        case (.setPerson(let setup), "name"): setup.name
        case (.setPerson(let setup), "capabilities"): setup.capabilities.joined(separator: ",")
        case (.addDevice(let label), "label"): label
        case (.setDevice(_, _, let reason), "reason"): reason
        case (.direct(_, .message(let text), _), "text"): text
        case (.direct(_, .wipe(let wipe), _), "grace"): String(wipe.graceSeconds / 3_600)
        case (.direct(_, _, let reason), "reason"): reason
        case (.unlock(_, let challenge, _), "challenge"): challenge
        case (.unlock(_, _, let reason), "reason"): reason
        case (.requireVersion(let required), "version"): required?.version ?? ""
        case (.setSetting(_, let value), "value"): value
        case (.desk(.refund(let order)), "method"): order.method.rawValue.lowercased()
        case (.settlePayment(_, _, let reference), "ext_ref"): reference ?? ""
        default: ""
        }
    }
}
