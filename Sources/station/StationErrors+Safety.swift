import CentralStore
import Commands
import Domain

/// What can go wrong with saving the ledger, putting it back and reading it again.
extension CommandError {
    /// What the store found wrong with a database.
    static func fault(_ fault: StoreFault) -> CommandError {
        switch fault {
        case .noStation: .unfinishedStation
        case .notABackup:
            CommandError(
                "E-NO-BACKUP", field: "FILE",
                Words(zh: "这个文件不是站点的备份", en: "the file is no backup of a station"),
                hint: Words(
                    zh: "换一份 station backup 做出的文件",
                    en: "take a file that station backup has made"), status: .badData)
        case .chainBroken(let stream, let sequence):
            .damaged("chain \(stream), line \(sequence)")
        case .copyDiffers(let stream): .damaged("copy of \(stream)")
        case .unreadableRow(let type, let id): .damaged("row \(type):\(id)")
        case .unreadableLine(let number): .damaged("ledger line \(number)")
        case .newerRules(let version):
            CommandError(
                "E-PROGRAM-OLD", field: "data",
                Words(
                    zh: "账本用的规则版本 \(version) 比本程序新",
                    en: "the ledger was written with rules of version \(version), newer than ours"),
                hint: Words(zh: "升级 station", en: "upgrade station"), status: .configuration)
        }
    }

    static var serverRuns: CommandError {
        CommandError(
            "E-SERVER-RUNS",
            Words(
                zh: "服务器或另一条命令正在使用这个数据库",
                en: "the server, or another command, is using this database"),
            hint: Words(
                zh: "先停下 station serve, 再运行这条命令",
                en: "stop station serve first, then run this command"), isRetryable: true,
            status: .busy)
    }

    static func fileExists(_ file: String) -> CommandError {
        CommandError(
            "E-FILE-EXISTS", field: "to",
            Words(zh: "\(file) 已经存在", en: "\(file) is there already"),
            hint: Words(
                zh: "换一个文件名; 从不覆盖文件",
                en: "choose another name; nothing is overwritten"), status: .cannotCreate)
    }

    static func copyDiffers(_ file: String) -> CommandError {
        CommandError(
            "E-BACKUP-DIFFERS", field: "to",
            Words(
                zh: "写到 \(file) 的副本与账本不符, 已删除, 没有算作备份",
                en: "the copy written to \(file) is not what the ledger holds; it was removed and "
                    + "secures nothing"),
            hint: Words(zh: "检查那里的磁盘, 再试一次", en: "check the disk there and try again"),
            status: .inputOutput)
    }

    static func otherStation(_ station: String, here: String) -> CommandError {
        CommandError(
            "E-OTHER-STATION", field: "FILE",
            Words(
                zh: "备份是站点 \(station) 的, 这里是 \(here)",
                en: "the backup is of station \(station), and here is \(here)"),
            hint: Words(
                zh: "用 --data 指明那个站点的文件夹", en: "name that station's folder with --data"),
            status: .badData)
    }

    static var otherLedger: CommandError {
        CommandError(
            "E-OTHER-LEDGER",
            Words(
                zh: "备份期间账本被换过, 这份副本不算数",
                en: "the ledger was replaced while the copy was made; the copy secures nothing"),
            hint: Words(zh: "再备份一次", en: "back up again"), isRetryable: true,
            status: .answerIsNo)
    }

    static func nothingToRead(_ lines: [Int]) -> CommandError {
        let numbers = lines.map(String.init).joined(separator: ", ")
        return CommandError(
            "E-NOT-QUARANTINED", field: "NUMBER",
            Words(
                zh: "第 \(numbers) 行里有不存在的, 或不是隔离、格式暂缓、因吊销暂缓的记录",
                en:
                    "of the lines \(numbers) one is missing, or is not quarantined or held for its "
                    + "form or its handheld's state"),
            hint: Words(
                zh: "用 station ledger exceptions 查看; 等别的记录或等站长的会自己入账",
                en: "look with station ledger exceptions; what waits for another record or for a "
                    + "manager is applied by itself"), status: .answerIsNo)
    }

    static var nothingChanges: CommandError {
        CommandError(
            "E-NOTHING-CHANGES", field: "NUMBER",
            Words(
                zh: "重读的结果和原来一样, 没有记下什么",
                en: "read again they come to the same; nothing was recorded"),
            hint: Words(
                zh: "先升级程序; 不用再管的用 station ledger close 结案",
                en: "upgrade the program first, or close them with station ledger close"),
            status: .answerIsNo)
    }
}
