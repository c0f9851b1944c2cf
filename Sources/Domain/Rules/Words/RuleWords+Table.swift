extension CSVProblem.Kind {
    /// Why a table cannot be read, said to people.
    package var words: Words {
        switch self {
        case .fileTooLarge:
            Words(
                zh: "文件超过 \(CSVTable.bytesMax / 1_048_576) MiB",
                en: "the file is larger than \(CSVTable.bytesMax / 1_048_576) MiB")
        case .tooManyRows:
            Words(zh: "超过 \(CSVTable.rowCountMax) 行", en: "more than \(CSVTable.rowCountMax) rows")
        case .empty: Words(zh: "文件是空的", en: "the file is empty")
        case .header(let expected, let found):
            Words(
                zh:
                    "表头应为 \(expected.joined(separator: ",")), 看到 "
                    + found.joined(separator: ","),
                en: "the header must be \(expected.joined(separator: ",")), found "
                    + found.joined(separator: ","))
        case .fieldCount(let expected, let found):
            Words(
                zh: "应有 \(expected) 列, 看到 \(found) 列",
                en: "\(expected) fields are needed, found \(found)")
        case .fieldTooLong:
            Words(
                zh: "有一格超过 \(CSVTable.fieldBytesMax) 字节",
                en: "a field is longer than \(CSVTable.fieldBytesMax) bytes")
        case .notUTF8: Words(zh: "不是 UTF-8 文本, 请另存为 UTF-8", en: "not UTF-8 text; save it as UTF-8")
        case .strayQuote: Words(zh: "引号出现在字段中间", en: "a quote stands inside a field")
        case .textAfterQuote: Words(zh: "引号后面有多余的字", en: "text follows a closing quote")
        case .unclosedQuote: Words(zh: "引号没有成对", en: "a quote is not closed")
        case .controlByte: Words(zh: "有控制字符", en: "there is a control character")
        }
    }
}
