/// What a form problem says to a person: a stable code, the field, what is wrong with the value
/// seen, and what to do.
package struct ProblemText: Hashable, Sendable {
    /// Such as `E-ID-CHECK`; scripts compare it.
    package let code: String
    package let field: FormField
    package let message: Words
    package let hint: Words

    init(
        _ code: String, _ field: FormField, zh: String, en: String, hintZh: String, hintEn: String
    ) {
        self.code = code
        self.field = field
        message = Words(zh: zh, en: en)
        hint = Words(zh: hintZh, en: hintEn)
    }
}

extension FormProblem {
    /// The problem in both languages; `words` names the codes that stand in it.
    package func text(_ words: CodeWords) -> ProblemText {
        switch self {
        case .field(let problem): problem.text
        case .step(let problem): problem.text
        case .identity(let problem): problem.text
        case .goods(let problem): problem.text
        case .price(let problem): problem.text(words)
        case .payment(let problem): problem.text(words)
        case .label(let problem): problem.text
        case .parcel(let problem): problem.text(words)
        case .door(let problem): problem.text
        case .proof(let problem): problem.text(words)
        case .followUp(let problem): problem.text(words)
        case .correction(let problem): problem.text
        }
    }
}

extension FieldProblem {
    fileprivate var text: ProblemText {
        switch self {
        case .missing(let field):
            ProblemText(
                "E-FORM-MISSING", field, zh: "未填写：\(field.words.zh)",
                en: "Missing: \(field.words.en).",
                hintZh: "请补填。", hintEn: "Fill it in.")
        case .tooLong(let field, let found, let max):
            ProblemText(
                "E-FORM-LONG", field, zh: "\(field.words.zh)过长：\(found) 字，最多 \(max) 字",
                en: "Too long: \(field.words.en) has \(found) characters, at most \(max) are kept.",
                hintZh: "请缩短。", hintEn: "Shorten it.")
        case .tooMany(let field, let max):
            ProblemText(
                "E-FORM-MANY", field, zh: "\(field.words.zh)过多：最多 \(max) 个",
                en: "Too many: \(field.words.en), at most \(max).", hintZh: "请减少。",
                hintEn: "Give fewer.")
        case .notPositive(let field, let value):
            ProblemText(
                "E-FORM-POSITIVE", field, zh: "\(field.words.zh)必须大于 0，现为 \(value)",
                en: "Must be above 0: \(field.words.en) is \(value).", hintZh: "请重新填写。",
                hintEn: "Enter it again.")
        case .phone(let field, let masked):
            ProblemText(
                "E-FORM-PHONE", field, zh: "\(field.words.zh)格式不对：\(masked)",
                en: "No phone number: \(field.words.en) is \(masked).",
                hintZh: "手机 11 位；固话带区号，如 0631-0000000。",
                hintEn: "A mobile has 11 digits; a landline has its area code, as 0631-0000000.")
        case .identifier(let field, let value):
            ProblemText(
                "E-FORM-ID", field, zh: "\(field.words.zh)不是有效编号：\(value)",
                en: "No id: \(field.words.en) is \(value).",
                hintZh: "1 至 48 个字母、数字或 _ . @ -。",
                hintEn: "Use 1 to 48 letters, digits or _ . @ -.")
        }
    }
}

extension LabelProblem {
    fileprivate var text: ProblemText {
        switch self {
        case .number(.ownNumber(.checkDigit), let seen):
            ProblemText(
                "E-WB-CHECK", .label, zh: "运单号校验位不对：\(seen)",
                en: "The check digit of the waybill number is wrong: \(seen).",
                hintZh: "重新扫描，或逐位核对后再输入。",
                hintEn: "Scan it again, or compare it digit by digit.")
        case .number(_, let seen):
            ProblemText(
                "E-WB-FORMAT", .label, zh: "不是运单号：\(seen)", en: "No waybill number: \(seen).",
                hintZh: "运单号为 6 至 40 位字母、数字和连字符。",
                hintEn: "A number has 6 to 40 letters, digits and hyphens.")
        case .differ(let first, let second):
            ProblemText(
                "E-WB-DIFFER", .label, zh: "两次读取的单号不同：\(first) 与 \(second)",
                en: "Two readings differ: \(first) and \(second).",
                hintZh: "确认手中快件，重新扫描。", hintEn: "Look at the parcel in hand and scan again.")
        case .keyedOnce(let number):
            ProblemText(
                "E-WB-TWICE", .label, zh: "手工输入的单号 \(number) 没有校验位可核对",
                en: "The typed number \(number) has no check digit that confirms it.",
                hintZh: "请再输入一次，或扫描。", hintEn: "Type it a second time, or scan it.")
        case .used(let number):
            ProblemText(
                "E-WB-USED", .label, zh: "单号 \(number) 已用于另一件",
                en: "The number \(number) is already on another parcel.",
                hintZh: "换一张面单。", hintEn: "Take another label.")
        }
    }
}

extension CorrectionProblem {
    fileprivate var text: ProblemText {
        switch self {
        case .moneyIsVoided:
            ProblemText(
                "E-COR-MONEY", .changes, zh: "收款记录不能修改",
                en: "A payment cannot be changed.",
                hintZh: "作废整笔收款，再按正确金额重新收。",
                hintEn: "Void the whole payment and take it again with the right amount.")
        case .notCorrectable(let kind):
            ProblemText(
                "E-COR-KIND", .parcel, zh: "这类记录不能更正：\(kind.rawValue)",
                en: "Records of this kind cannot be corrected: \(kind.rawValue).",
                hintZh: "请联系站长。", hintEn: "Ask the station manager.")
        case .alreadyCorrected:
            ProblemText(
                "E-COR-AGAIN", .parcel, zh: "这条记录已更正过",
                en: "This record was already corrected.", hintZh: "查看最新的更正记录。",
                hintEn: "Look at the newest correction.")
        case .notTheAuthor:
            ProblemText(
                "E-COR-AUTHOR", .parcel, zh: "只能更正自己的记录",
                en: "Only your own records can be corrected.", hintZh: "请记录人或站长更正。",
                hintEn: "Ask whoever recorded it, or the station manager.")
        case .unknownField(let path):
            ProblemText(
                "E-COR-FIELD", .changes, zh: "记录中没有字段 \(path)",
                en: "The record has no field \(path).", hintZh: "先查看记录的字段名。",
                hintEn: "Show the record to see the names of its fields.")
        case .unchangedField(let path):
            ProblemText(
                "E-COR-SAME", .changes, zh: "字段 \(path) 的新旧值相同",
                en: "The field \(path) already has that value.", hintZh: "填写正确的新值。",
                hintEn: "Give the right new value.")
        }
    }
}
