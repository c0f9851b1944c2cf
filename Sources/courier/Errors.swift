import Commands
import Domain
import Handheld
import HandheldUI
import Journal
import Platform
import SyncProtocol

/// Everything around the rules that can go wrong with a command of `courier`, with its code and
/// its words.
extension CommandError {
    static func notEnrolled(_ places: CourierPlaces) -> CommandError {
        CommandError(
            "E-NOT-ENROLLED", field: "data",
            Words(
                zh: "\(places.data) 里没有登记过的手持端", en: "no handheld is enrolled in \(places.data)"),
            hint: Words(
                zh: "先运行 courier enrol --server 地址, 或用 --data 指明文件夹",
                en: "run courier enrol --server URL first, or name the folder with --data"),
            status: .configuration)
    }

    static func alreadyEnrolled(_ file: DeviceFile, _ places: CourierPlaces) -> CommandError {
        CommandError(
            "E-ENROLLED", field: "data",
            Words(
                zh: "本机已登记为 \(file.device.label), 站点 \(file.device.station)",
                en: "this handheld is enrolled already: \(file.device.label) of "
                    + "\(file.device.station)"),
            hint: Words(
                zh: "要重新登记本机 (记录都保留并转入新账): --confirm \(file.device.label); "
                    + "另一台手持端用 --data 换一个文件夹",
                en: "to enrol it again, with all records kept and carried over: --confirm "
                    + "\(file.device.label); for another handheld choose another folder with --data"
            ), status: .cannotCreate)
    }

    static func badServer(_ text: String) -> CommandError {
        CommandError(
            "E-SERVER-ADDRESS", field: "server",
            Words(zh: "站点地址不能是「\(text)」", en: "\"\(text)\" is no address of a station"),
            hint: Words(
                zh: "写作 https://主机[:端口]; http:// 只用于本机试用 (127.0.0.1)",
                en: "write https://host[:port]; http:// only for trials on this machine (127.0.0.1)"
            ), status: .usage)
    }

    static func unreachable(_ server: ServerAddress) -> CommandError {
        CommandError(
            "E-NO-NETWORK", field: "server",
            Words(
                zh: "连不上站点 \(server.text)", en: "the station \(server.text) cannot be reached"),
            hint: Words(
                zh: "检查网络和地址; 登记码没有用掉时可以再试",
                en: "check the network and the address; try again while the code is good"),
            isRetryable: true, status: .serverUnreachable)
    }

    static func notStation(_ server: ServerAddress) -> CommandError {
        CommandError(
            "E-NOT-STATION", field: "server",
            Words(
                zh: "\(server.text) 的回答不是站点发出的",
                en: "what answers at \(server.text) is no station"),
            hint: Words(
                zh: "网络可能要先登录, 或地址不对",
                en: "the network may need a login, or the address is wrong"),
            isRetryable: true, status: .serverUnreachable)
    }

    static func enrolRefused(_ answer: ReceivedAnswer, _ server: ServerAddress) -> CommandError {
        let object = try? CanonicalObject(decoding: answer.body)
        switch object?["code"]?.text {
        case "code_wrong":
            return wrongCode(triesLeft: object?["left"]?.integer)
        case "code_expired":
            return CommandError(
                "E-CODE-EXPIRED", field: "code-file",
                Words(
                    zh: "登记码过期或已用过", en: "the code is too old or was used already"),
                hint: newCode, status: .notAllowed)
        default:
            guard answer.status == 429 || answer.status >= 500 else { return .notStation(server) }
            return CommandError(
                "E-SERVER-BUSY", field: "server",
                Words(zh: "站点正忙 (\(answer.status))", en: "the station is busy (\(answer.status))"),
                hint: Words(zh: "过一分钟再试", en: "try again in a minute"), isRetryable: true,
                status: .busy)
        }
    }

    private static func wrongCode(triesLeft: Int?) -> CommandError {
        guard triesLeft != 0 else {
            return CommandError(
                "E-CODE-WRONG", field: "code-file",
                Words(
                    zh: "登记码不对, 次数已用完", en: "the code is wrong, and that was the last try"),
                hint: newCode, status: .notAllowed)
        }
        let left = triesLeft.map(String.init) ?? "?"
        return CommandError(
            "E-CODE-WRONG", field: "code-file",
            Words(
                zh: "登记码不对, 还能试 \(left) 次", en: "the code is wrong; tries left: \(left)"),
            hint: Words(
                zh: "对照 station device add 给的码再输入",
                en: "compare it with what station device add printed"), status: .notAllowed)
    }

    private static let newCode = Words(
        zh: "请站长用 station device add 开一个新的",
        en: "ask the manager for a new one: station device add")

    static func lock(_ failure: LockFile.Failure, seconds: Int) -> CommandError {
        switch failure {
        case .busy:
            CommandError(
                "E-BUSY",
                Words(
                    zh: "另一个 courier 正在用这本账, 等了 \(seconds) 秒",
                    en: "another courier is using this journal; waited \(seconds) s"),
                hint: Words(
                    zh: "稍后再试, 或用 --timeout 多等几秒",
                    en: "try again, or wait longer with --timeout"), isRetryable: true,
                status: .busy)
        case .system(let failure): system(failure)
        }
    }

    static func damagedFile(_ path: String) -> CommandError {
        CommandError(
            "E-FILE-DAMAGED", field: path,
            Words(zh: "文件 \(path) 损坏", en: "the file \(path) is damaged"),
            hint: Words(
                zh: "记录还在账里; 请把手持端交给站长",
                en: "the records are in the journal; hand the handheld to the manager"),
            status: .configuration)
    }

    static func system(_ failure: POSIXFailure) -> CommandError {
        CommandError(
            "E-SYSTEM",
            Words(zh: "系统调用失败: \(failure)", en: "the system refused: \(failure)"),
            hint: Words(zh: "检查路径、权限和磁盘空间", en: "check path, modes and disk space"),
            status: .inputOutput)
    }

    static func journal(_ error: JournalError, _ places: CourierPlaces) -> CommandError {
        switch error {
        case .storage(let cause) where error.isFileDamage:
            CommandError(
                "E-JOURNAL-DAMAGED",
                Words(
                    zh: "\(places.journal) 损坏: \(cause)",
                    en: "\(places.journal) is damaged: \(cause)"),
                hint: Words(
                    zh: "停止使用, 把手持端交给站长",
                    en: "stop using this handheld and hand it to the manager"),
                status: .inputOutput)
        case .checking(let cause), .storage(let cause):
            storage(
                Words(zh: "数据库出错: \(cause)", en: "the database failed: \(cause)"))
        case .busy: lock(.busy(pid: nil), seconds: 0)
        case .notBegun:
            CommandError(
                "E-NO-JOURNAL", field: "data",
                Words(
                    zh: "\(places.journal) 不在, 是空的, 或是另一台手持端的",
                    en: "\(places.journal) is missing, empty or of another handheld"),
                hint: Words(
                    zh: "请把手持端交给站长; 找不回文件时用 courier journal renew 开始新账",
                    en: "hand the handheld to the manager; when the file cannot be found, courier "
                        + "journal renew begins a new one"), status: .configuration)
        case .alreadyBegun:
            CommandError(
                "E-JOURNAL-EXISTS", field: "data",
                Words(
                    zh: "\(places.journal) 里已有记录, 但没有密钥",
                    en: "\(places.journal) holds records, but there is no key"),
                hint: Words(
                    zh: "用 --data 换一个文件夹; 旧记录请交给站长",
                    en: "choose another folder with --data; give the old records to the manager"),
                status: .cannotCreate)
        case .damaged(_, let sequence):
            CommandError(
                "E-JOURNAL-DAMAGED",
                Words(
                    zh: "第 \(sequence) 条记录被改动或损坏",
                    en: "record \(sequence) was altered or is damaged"),
                hint: Words(
                    zh: "停止使用, 把手持端交给站长",
                    en: "stop using this handheld and hand it to the manager"),
                status: .inputOutput)
        case .lineTooLong(let kind, let bytes, let bytesMax):
            CommandError(
                "E-RECORD-LONG",
                Words(
                    zh: "记录 \(kind) 太长: \(bytes) 字节, 最多 \(bytesMax)",
                    en: "the record \(kind) is too long: \(bytes) bytes, at most \(bytesMax)"),
                hint: Words(zh: "缩短备注", en: "shorten the notes"), status: .badData)
        case .badField(let kind, let field):
            CommandError(
                "E-RECORD-FIELD", field: field,
                Words(
                    zh: "记录 \(kind) 的 \(field) 不合要求",
                    en: "the field \(field) of the record \(kind) is not accepted"),
                hint: Words(zh: "改短或改正这一项", en: "shorten or correct it"), status: .badData)
        case .draftRefused, .badPage:
            CommandError(
                "E-BUG", Words(zh: "程序出错: \(error)", en: "a fault of the program: \(error)"),
                status: .bug)
        }
    }

    /// The disk failed in a change and again in looking whether it is stored. Nobody knows, so
    /// neither "saved" nor "not saved" is said.
    static func unconfirmed(_ error: JournalError, draft: String?) -> CommandError {
        let cause =
            switch error {
            case .checking(let cause), .storage(let cause): "\(cause)"
            case .busy, .notBegun, .alreadyBegun, .damaged, .lineTooLong, .badField, .draftRefused,
                .badPage:
                "\(error)"
            }
        return CommandError(
            "E-CHECKING",
            Words(
                zh: "正在核对: 存储出错, 不知道是否已保存 (\(cause))",
                en: "being checked: the disk failed, and whether it is saved is not known "
                    + "(\(cause))"),
            hint: draft.map { draft in
                Words(
                    zh: "检查磁盘后重做同一命令, 加 --idempotency-key \(draft): 不会记两次",
                    en: "once the disk is well repeat the command with --idempotency-key \(draft): "
                        + "nothing is recorded twice")
            } ?? Words(zh: "检查磁盘后再运行", en: "run it again once the disk is well"),
            isRetryable: true, status: .inputOutput)
    }

    private static func storage(_ words: Words) -> CommandError {
        CommandError(
            "E-STORAGE", words,
            hint: Words(
                zh: "检查磁盘空间和权限; 已保存的记录不受影响",
                en: "check disk space and modes; what was saved is not affected"),
            status: .inputOutput)
    }
}

// MARK: Login, input, settings

extension CommandError {
    static func login(_ person: String, _ lookup: LoginLookup) -> CommandError {
        switch lookup {
        case .noPersonsYet:
            CommandError(
                "E-NO-PERSONS", field: "PERSON",
                Words(
                    zh: "本机还没有人员资料", en: "this handheld does not know any person yet"),
                hint: Words(zh: "先运行 courier sync run", en: "run courier sync run first"),
                status: .notAllowed)
        case .unknownPerson:
            CommandError(
                "E-PERSON", field: "PERSON",
                Words(zh: "站点没有工号 \(person)", en: "the station has no person \(person)"),
                hint: Words(
                    zh: "检查工号; 新加的人先运行 courier sync run",
                    en: "check the number; for somebody new run courier sync run first"),
                status: .notAllowed)
        case .closed:
            CommandError(
                "E-PERSON-CLOSED", field: "PERSON",
                Words(zh: "工号 \(person) 已停用", en: "the account \(person) is closed"),
                hint: Words(zh: "请问站长", en: "ask the manager"), status: .notAllowed)
        case .withoutPIN, .person:
            CommandError(
                "E-NO-PIN", field: "PERSON",
                Words(zh: "工号 \(person) 没有设密码", en: "\(person) has no PIN"),
                hint: Words(
                    zh: "请站长设密码, 再运行 courier sync run",
                    en: "ask the manager to set one, then run courier sync run"),
                status: .notAllowed)
        }
    }

    static func loginLocked(_ person: String, _ milliseconds: Int) -> CommandError {
        let minutes = (milliseconds + 59_999) / 60_000
        return CommandError(
            "E-PIN-LOCKED", field: "PERSON",
            Words(
                zh: "密码错得太多, \(person) 要等 \(minutes) 分钟",
                en: "too many wrong PINs; \(person) has to wait \(minutes) min"),
            hint: Words(zh: "忘了密码请问站长", en: "ask the manager if it is forgotten"),
            isRetryable: true, status: .notAllowed)
    }

    static func wrongPIN(_ person: String, _ lock: PINLock, at now: Moment) -> CommandError {
        guard lock.triesLeft > 0 else {
            return loginLocked(person, lock.lockedMilliseconds(at: now))
        }
        return CommandError(
            "E-PIN", field: "pin-file",
            Words(
                zh: "密码不对, 还能试 \(lock.triesLeft) 次",
                en: "the PIN is wrong; \(lock.triesLeft) tries left"), status: .notAllowed)
    }

    static func secret(_ flag: String, _ failure: SecretInput.Failure) -> CommandError {
        switch failure {
        case .system(let failure) where failure.isMissingFile:
            return noFile(flag, failure.subject)
        case .system(let failure): return unreadableFile(flag, failure)
        case .cancelled:
            return CommandError(
                "E-CANCELLED", field: flag, Words(zh: "已取消", en: "cancelled"),
                status: .interrupted)
        case .empty: return secret(flag, Words(zh: "首行是空的", en: "the first line is empty"))
        case .tooLong:
            return secret(
                flag,
                Words(
                    zh: "首行超过 \(SecretInput.bytesMax) 字节",
                    en: "the first line is longer than \(SecretInput.bytesMax) bytes"))
        case .malformed:
            return secret(
                flag,
                Words(
                    zh: "首行有控制字符或不是 UTF-8",
                    en: "the first line has control characters or is not UTF-8"))
        }
    }

    private static func secret(_ flag: String, _ why: Words) -> CommandError {
        CommandError(
            "E-SECRET", field: flag,
            Words(
                zh: "没有读到\(name(flag).zh): \(why.zh)",
                en: "no \(name(flag).en) was read: \(why.en)"),
            hint: Words(
                zh: "在终端里输入, 或写在文件首行; - 从标准输入读",
                en: "type it at a terminal, or put it on a file's first line; - reads stdin"),
            status: .badData)
    }

    /// What a secret's flag asks for.
    private static func name(_ flag: String) -> Words {
        switch flag {
        case "pin-file": Words(zh: "密码", en: "PIN")
        case "code-file": Words(zh: "登记码", en: "enrolment code")
        case "id-number-file": Words(zh: "证件号码", en: "document number")
        default: Words(zh: " --\(flag)", en: "--\(flag)")
        }
    }

    static func noFile(_ flag: String, _ path: String) -> CommandError {
        CommandError(
            "E-NO-FILE", field: flag,
            Words(zh: "没有文件 \(path)", en: "there is no file \(path)"),
            hint: Words(zh: "检查路径; - 表示标准输入", en: "check the path; - means stdin"),
            status: .noInput)
    }

    static func unreadableFile(_ flag: String, _ failure: POSIXFailure) -> CommandError {
        CommandError(
            "E-FILE", field: flag,
            Words(zh: "文件读不了: \(failure)", en: "the file cannot be read: \(failure)"),
            hint: Words(zh: "检查路径、权限和大小", en: "check path, modes and size"),
            status: .noInput)
    }

    static func inputTooLong(bytesMax: Int) -> CommandError {
        CommandError(
            "E-INPUT-TOO-LONG",
            Words(
                zh: "标准输入超过 \(bytesMax) 字节", en: "standard input is longer than \(bytesMax) bytes"),
            hint: Words(zh: "分几次查", en: "check it in parts"), status: .badData)
    }

    static var inputNotText: CommandError {
        CommandError(
            "E-INPUT-NOT-TEXT",
            Words(zh: "标准输入不是 UTF-8 文字", en: "standard input is no UTF-8 text"),
            hint: Words(zh: "先转成 UTF-8", en: "convert it to UTF-8 first"), status: .badData)
    }

    static func badKey(_ key: String) -> CommandError {
        CommandError(
            "E-KEY", field: "idempotency-key",
            Words(zh: "键不能是「\(key)」", en: "the key cannot be \"\(key)\""),
            hint: Words(
                zh: "1 到 48 个字母、数字或 _ . @ -", en: "1 to 48 letters, digits or _ . @ -"),
            status: .usage)
    }

    static func unknownSetting(_ name: String) -> CommandError {
        let names = Settings.Key.allCases.map(\.rawValue).joined(separator: ", ")
        return CommandError(
            "E-CONFIG-KEY", field: "NAME",
            Words(zh: "没有设置项「\(name)」", en: "there is no setting \"\(name)\""),
            hint: Words(zh: "可用: \(names)", en: "known: \(names)"), status: .usage)
    }

    static func badSetting(_ name: String, _ text: String, expected: Words) -> CommandError {
        CommandError(
            "E-CONFIG-VALUE", field: name,
            Words(zh: "\(name) 不能是「\(text)」", en: "\(name) cannot be \"\(text)\""),
            hint: expected, status: .configuration)
    }

    /// The same fault, found in a file.
    func inFile(_ path: String) -> CommandError {
        CommandError(
            code, field: field,
            Words(zh: "\(path): \(message.zh)", en: "\(path): \(message.en)"), hint: hint,
            status: status)
    }
}

// MARK: Not found

extension CommandError {
    static func unknownParcel(_ parcel: String) -> CommandError {
        CommandError(
            "E-NOT-FOUND", field: "WAYBILL",
            Words(zh: "本机不知道运单 \(parcel)", en: "this handheld does not know \(parcel)"),
            hint: Words(
                zh: "检查单号; 新派的件先运行 courier sync run",
                en: "check the number; run courier sync run for what came in since"),
            status: .answerIsNo)
    }

    static func unknownTask(_ task: String) -> CommandError {
        CommandError(
            "E-NOT-FOUND", field: "TASK",
            Words(zh: "没有任务 \(task)", en: "there is no task \(task)"),
            hint: Words(
                zh: "courier task list 列出任务; 新的先运行 courier sync run",
                en: "courier task list shows them; run courier sync run for new ones"),
            status: .answerIsNo)
    }

    static func taskStands(_ task: String, _ state: TaskState) -> CommandError {
        let hint: Words =
            switch state {
            case .needsHandover:
                Words(
                    zh: "先从上一位手里接过件, 再由站点改派",
                    en: "take the parcels over first and ask the station to assign the task again")
            case .open, .accepted, .declined, .started, .done, .overtaken, .cancelled:
                Words(zh: "不用再记一次", en: "there is nothing more to record")
            }
        return CommandError(
            "E-TASK-STATE", field: "TASK",
            Words(
                zh: "任务 \(task) 现在是: \(state.words.zh)",
                en: "the task \(task) is: \(state.words.en)"),
            hint: hint, status: .answerIsNo)
    }

    static func unknownCase(_ id: String) -> CommandError {
        CommandError(
            "E-NOT-FOUND", field: "CASE",
            Words(
                zh: "本机的记录不在个案 \(id) 里", en: "no record of this handheld is in a case \(id)"),
            hint: Words(
                zh: "courier conflict list --all 列出; 新的先运行 courier sync run",
                en: "courier conflict list --all shows them; run courier sync run for new ones"),
            status: .answerIsNo)
    }

    static func unknownRecord(_ name: RecordName) -> CommandError {
        CommandError(
            "E-NOT-FOUND", field: "RECORD",
            Words(zh: "本机没有记录 \(name.text)", en: "there is no record \(name.text) here"),
            hint: Words(
                zh: "courier journal list 列出记录", en: "courier journal list shows the records"),
            status: .answerIsNo)
    }
}

extension RecordName {
    /// As the person said it.
    var text: String {
        switch self {
        case .number(let number): String(number)
        case .reference(let reference): reference
        case .fact(let id): id
        }
    }
}
