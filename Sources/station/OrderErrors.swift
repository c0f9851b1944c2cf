import Central
import Commands
import Domain
import Platform

/// What is wrong with a file of orders, row by row.
extension CommandError {
    static func orderFault(_ fault: OrderFile.Fault) -> CommandError {
        let seen = fault.seen.isEmpty ? "" : ": \(fault.seen)"
        let why =
            switch fault.kind {
            case .missing: Words(zh: "不能为空", en: "must not be empty")
            case .tooLong(let max): Words(zh: "超过 \(max) 个字", en: "longer than \(max) characters")
            case .unknownKind:
                Words(zh: "种类写 PICKUP 或 DELIVERY\(seen)", en: "write PICKUP or DELIVERY\(seen)")
            case .notAnIdentifier:
                Words(
                    zh: "只能用字母、数字和 _ . @ -\(seen)",
                    en: "only letters, digits and _ . @ - are allowed\(seen)")
            case .notAParcelNumber:
                Words(zh: "运单号不对\(seen)", en: "not a waybill number\(seen)")
            case .notAPhone: Words(zh: "电话号码不对\(seen)", en: "not a phone number\(seen)")
            case .notANumber(let max):
                Words(
                    zh: "要 0 到 \(max) 的整数\(seen)",
                    en: "a whole number from 0 to \(max) is needed\(seen)")
            case .notAMoment:
                Words(
                    zh: "时间写作 2026-11-25T09:00+08:00\(seen)",
                    en: "write times as 2026-11-25T09:00+08:00\(seen)")
            case .windowReversed:
                Words(zh: "结束早于开始\(seen)", en: "the window ends before it begins\(seen)")
            }
        return .orderRow(line: fault.line, column: fault.column, why)
    }

    static func orderTable(_ problem: CSVProblem) -> CommandError {
        .orderRow(
            line: problem.line, column: problem.column ?? "-", problem.kind.words)
    }

    static func tooManyOrders(_ count: Int, max: Int) -> CommandError {
        CommandError(
            "E-ORDER-COUNT", field: "FILE",
            Words(
                zh: "文件有 \(count) 个订单, 一次最多 \(max) 个",
                en: "the file has \(count) orders, one import takes at most \(max)"),
            hint: Words(zh: "分成几个文件导入", en: "split the file"), status: .badData)
    }

    /// The running server takes a request of at most 1 MiB.
    static var importTooLarge: CommandError {
        CommandError(
            "E-ORDER-COUNT", field: "FILE",
            Words(zh: "文件太大, 一次导入不了", en: "the file is too large for one import"),
            hint: Words(zh: "分成几个文件导入", en: "split the file"), status: .badData)
    }

    static func secret(_ failure: SecretInput.Failure, path: String) -> CommandError {
        switch failure {
        case .empty: .badPIN(Words(zh: "没有读到密码", en: "no PIN was read"))
        case .tooLong, .malformed: .badPIN(Words(zh: "密码不合要求", en: "the PIN is not accepted"))
        case .cancelled:
            CommandError(
                "E-CANCELLED", Words(zh: "已取消", en: "cancelled"), status: .interrupted)
        case .system(let failure) where failure.isMissingFile:
            .noSuchFile(path, field: "pin-file")
        case .system(let failure): .system("\(failure)", status: .noInput)
        }
    }
}
