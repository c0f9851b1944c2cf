import Commands
import Domain

/// What can be wrong with one value on the command line or in a form.
extension CommandError {
    static func flagMissing(_ flag: String) -> CommandError {
        CommandError(
            "E-USAGE-FLAG", field: flag,
            Words(zh: "缺少 --\(flag)", en: "--\(flag) is missing"),
            hint: Words(zh: "加 -h 看可以写什么", en: "-h shows what it takes"), status: .usage)
    }

    static var nameEmpty: CommandError {
        bad(
            "E-NAME-EMPTY", "NAME", Words(zh: "品名是空的", en: "the name of the goods is empty"))
    }

    static func secretEmpty(_ flag: String) -> CommandError {
        bad(
            "E-SECRET-EMPTY", flag,
            Words(zh: "没有读到 --\(flag) 的内容", en: "nothing was read for --\(flag)"),
            hint: Words(zh: "内容写在文件首行", en: "it stands on the file's first line"))
    }

    static func problemSubject(isBoth: Bool) -> CommandError {
        CommandError(
            "E-USAGE-ARGUMENT", field: "WAYBILL",
            isBoth
                ? Words(
                    zh: "WAYBILL 和 --unreadable 只能写一个",
                    en: "WAYBILL and --unreadable exclude each other")
                : Words(zh: "缺少 WAYBILL", en: "WAYBILL is missing"),
            hint: Words(
                zh: "单号看不清时写 --unreadable 和能看到的部分",
                en: "when the number cannot be read, write --unreadable and what can be"),
            status: .usage)
    }

    static var boundTwice: CommandError {
        CommandError(
            "E-USAGE-FLAG", field: "bind",
            Words(
                zh: "--bind 和扫描的号只能写一种", en: "--bind and scanned numbers exclude each other"),
            hint: Words(
                zh: "扫了两次就不写 --bind", en: "leave --bind out when both were scanned"),
            status: .usage)
    }

    static func parcelTwice(_ parcels: [String]) -> CommandError {
        let twice = parcels.first { number in parcels.count { $0 == number } > 1 } ?? ""
        return CommandError(
            "E-USAGE-ARGUMENT", field: "WAYBILL",
            Words(zh: "\(twice) 写了两次", en: "\(twice) is named twice"),
            hint: Words(zh: "每件只写一次", en: "name each parcel once"), status: .usage)
    }

    static var windowBackwards: CommandError {
        bad(
            "E-TIME", "retry-until",
            Words(
                zh: "--retry-until 不晚于 --retry-from", en: "--retry-until is not after --retry-from")
        )
    }

    static func tooManyPhotos(_ count: Int, countMax: Int) -> CommandError {
        bad(
            "E-PHOTO-COUNT", "photo",
            Words(
                zh: "一条记录最多 \(countMax) 张照片, 给了 \(count) 张",
                en: "a record takes at most \(countMax) photos; these are \(count)"))
    }

    static func textTooLong(_ flag: String, bytesMax: Int) -> CommandError {
        bad(
            "E-TEXT-LONG", flag,
            Words(
                zh: "--\(flag) 太长, 最多 \(bytesMax) 字节",
                en: "--\(flag) is longer than \(bytesMax) bytes"))
    }

    /// A control character, such as a line end, at a place counted from one.
    static func textNotPlain(_ flag: String, place: Int) -> CommandError {
        bad(
            "E-TEXT-CONTROL", flag,
            Words(
                zh: "--\(flag) 的第 \(place) 个字符是控制字符",
                en: "--\(flag): character \(place) is a control character"),
            hint: Words(zh: "写成一行普通文字", en: "write plain text on one line"))
    }

    static func badNumber(_ flag: String, _ text: String, minimum: Int) -> CommandError {
        bad(
            "E-NUMBER", flag,
            Words(
                zh: "--\(flag) 的「\(text)」不是 \(minimum) 以上的整数",
                en: "--\(flag): \"\(text)\" is not a whole number from \(minimum)"),
            hint: Words(zh: "只写数字, 不写单位", en: "digits only, no unit"))
    }

    static func badAmount(_ flag: String, _ text: String) -> CommandError {
        bad(
            "E-AMOUNT", flag,
            Words(
                zh: "--\(flag) 的「\(text)」不是金额", en: "--\(flag): \"\(text)\" is not an amount"),
            hint: Words(zh: "单位是分: 12 元写 1200", en: "the unit is fen: 12 yuan is 1200"))
    }

    static func badSize(_ flag: String, _ text: String) -> CommandError {
        bad(
            "E-SIZE", flag,
            Words(
                zh: "--\(flag) 的「\(text)」不是长x宽x高",
                en: "--\(flag): \"\(text)\" is not length x width x height"),
            hint: Words(zh: "单位毫米, 如 300x200x100", en: "in millimetres: 300x200x100"))
    }

    static func badTime(_ flag: String, _ text: String) -> CommandError {
        bad(
            "E-TIME", flag,
            Words(zh: "--\(flag) 的「\(text)」不是时间", en: "--\(flag): \"\(text)\" is not a time"),
            hint: Words(
                zh: "带时区, 如 2026-11-22T10:00+08:00", en: "with its offset: 2026-11-22T10:00+08:00"))
    }

    static func badDay(_ flag: String, _ text: String) -> CommandError {
        bad(
            "E-DAY", flag,
            Words(zh: "--\(flag) 的「\(text)」不是日期", en: "--\(flag): \"\(text)\" is not a date"),
            hint: Words(zh: "如 2026-11-22", en: "like 2026-11-22"))
    }

    static func badCode(_ flag: String, _ text: String) -> CommandError {
        bad(
            "E-CODE", flag,
            Words(zh: "--\(flag) 的「\(text)」不是代码", en: "--\(flag): \"\(text)\" is not a code"),
            hint: Words(
                zh: "字母、数字和横线, 2 到 40 个", en: "2 to 40 letters, digits and dashes"))
    }

    /// A value made of parts, such as `FIELD=VALUE`.
    static func badParts(_ flag: String, _ text: String, form: String) -> CommandError {
        bad(
            "E-FORM", flag,
            Words(
                zh: "--\(flag) 的「\(text)」写法不对", en: "--\(flag): \"\(text)\" is not written right"),
            hint: Words(zh: "写作 \(form)", en: "write \(form)"))
    }

    static func badRecord(_ field: String, _ text: String) -> CommandError {
        bad(
            "E-RECORD", field,
            Words(zh: "「\(text)」不是记录号", en: "\"\(text)\" is not a record's number"),
            hint: Words(
                zh: "写序号或记录号, 如 12 或 7K2M-93QX; courier journal list 会列出",
                en: "write its number or reference, 12 or 7K2M-93QX; see courier journal list"))
    }

    static func badParcel(
        _ field: String, _ text: String, _ problem: ParcelID.Problem
    ) -> CommandError {
        bad(
            "E-WB-NUMBER", field,
            Words(
                zh: "「\(text)」不是运单号: \(problem.words.zh)",
                en: "\"\(text)\" is not a waybill number: \(problem.words.en)"),
            hint: Words(zh: "对着面单再看一遍, 或扫码", en: "look at the label again, or scan it"))
    }

    private static func bad(
        _ code: String, _ field: String, _ message: Words, hint: Words? = nil
    ) -> CommandError {
        CommandError(code, field: field, message, hint: hint, status: .badData)
    }
}

extension ParcelID.Problem {
    /// What is wrong with the number, said to people.
    var words: Words {
        switch self {
        case .tooShort:
            Words(
                zh: "太短, 至少 \(ParcelID.lengthMin) 位",
                en: "too short, it has at least \(ParcelID.lengthMin) characters")
        case .tooLong:
            Words(
                zh: "太长, 最多 \(ParcelID.lengthMax) 位",
                en: "too long, it has at most \(ParcelID.lengthMax) characters")
        case .character(let position):
            Words(zh: "第 \(position) 位不能用", en: "character \(position) cannot be in it")
        case .ownNumber(let problem): problem.words
        }
    }
}

extension WaybillNumber.Problem {
    /// What is wrong with a number of the company, said to people.
    var words: Words {
        switch self {
        case .length(let found):
            Words(
                zh: "有 \(found) 位, 应为 \(WaybillNumber.length) 位",
                en: "it has \(found) characters instead of \(WaybillNumber.length)")
        case .letterExpected(let position):
            Words(zh: "第 \(position) 位应为字母", en: "character \(position) is no letter")
        case .digitExpected(let position):
            Words(zh: "第 \(position) 位应为数字", en: "character \(position) is no digit")
        case .checkDigit: Words(zh: "校验位不对", en: "its check digit is wrong")
        }
    }
}
