extension StepProblem {
    var text: ProblemText {
        switch self {
        case .noticeNotGiven:
            ProblemText(
                "E-NOTICE", .notice, zh: "尚未告知服务条款、禁限寄和保价规则",
                en: "Terms, prohibited goods and cover were not told.",
                hintZh: "先逐项告知寄件人，再确认。", hintEn: "Tell the sender each of them, then confirm.")
        case .notInspected:
            ProblemText(
                "E-INSPECT", .inspection, zh: "尚未开箱验视", en: "The contents were not inspected.",
                hintZh: "请寄件人当面打开；拒绝验视则拒收。",
                hintEn: "Have the sender open it; without inspection the parcel is refused.")
        case .declarationOpen:
            ProblemText(
                "E-DECLARATION", .declaration, zh: "尚未核对品名、性质、数量与实物是否一致",
                en: "Name, nature and quantity were not compared with the contents.",
                hintZh: "核对后选择一致或不一致。", hintEn: "Compare them and answer yes or no.")
        case .notMarked:
            ProblemText(
                "E-MARK", .mark, zh: "尚未加盖验视标识", en: "The inspection mark is missing.",
                hintZh: "在快件上加验视标识后确认。", hintEn: "Put the mark on the parcel and confirm.")
        }
    }
}

extension IdentityProblem {
    var text: ProblemText {
        switch self {
        case .missing:
            ProblemText(
                "E-ID-MISSING", .document, zh: "未查验寄件人证件",
                en: "No identity document was checked.",
                hintZh: "选择证件类型并录入号码；拒绝出示则拒收。",
                hintEn:
                    "Choose the document and enter its number; without it the parcel is refused.")
        case .number(let problem, let masked):
            ProblemText(
                problem.code, .documentNumber, zh: "\(problem.words.zh)：\(masked)",
                en: "\(problem.words.en): \(masked).", hintZh: "对照证件重新录入；证件不实则拒收。",
                hintEn: "Enter it again from the document; a false document means refusal.")
        case .documentOfNoCompany:
            ProblemText(
                "E-ID-COMPANY", .document, zh: "统一社会信用代码只用于单位寄件",
                en: "A unified social credit code proves companies only.",
                hintZh: "填写寄件单位，或改用个人证件。",
                hintEn: "Fill in the sender's company, or use a personal document.")
        case .companyCodeMissing:
            ProblemText(
                "E-ID-COMPANY", .companyCode, zh: "单位寄件未登记统一社会信用代码",
                en: "A company sends, but its unified social credit code is missing.",
                hintZh: "录入 18 位代码。", hintEn: "Enter the code of 18 characters.")
        case .companyCode(let problem, let masked):
            ProblemText(
                "E-ID-COMPANY", .companyCode, zh: "\(problem.words.zh)：\(masked)",
                en: "\(problem.words.en): \(masked).", hintZh: "对照营业执照重新录入。",
                hintEn: "Enter it again from the business licence.")
        case .agreementNotExempt:
            ProblemText(
                "E-ID-EXEMPT", .agreement, zh: "本公司规定协议客户也须逐件实名",
                en: "Here customers with an agreement are checked too.", hintZh: "查验证件。",
                hintEn: "Check a document.")
        case .principalMissing:
            ProblemText(
                "E-ID-PRINCIPAL", .principal, zh: "代寄时未查验委托人证件",
                en: "Somebody sends for another, whose document was not checked.",
                hintZh: "同时录入委托人证件。", hintEn: "Enter the document of the other person too.")
        }
    }
}

extension IdentityDocument.Problem {
    var code: String {
        switch self {
        case .residentID(.checkCharacter), .companyCode(.checkCharacter), .checkCharacter:
            "E-ID-CHECK"
        case .chinesePassport: "E-ID-PASSPORT"
        case .residentID, .companyCode, .form, .permitRegion: "E-ID-FORMAT"
        }
    }

    var words: Words {
        switch self {
        case .residentID(let problem): problem.words
        case .companyCode(let problem): problem.words
        case .form: Words(zh: "证件号码格式不对", en: "The number has not the form of this document")
        case .permitRegion:
            Words(
                zh: "居住证号码应以 810000、820000 或 830000 开头",
                en: "A residence permit starts with 810000, 820000 or 830000")
        case .checkCharacter:
            Words(zh: "证件号码校验位不对", en: "The check character of the number is wrong")
        case .chinesePassport:
            Words(
                zh: "中国普通护照不能单独作为实名证件",
                en: "A Chinese ordinary passport alone is not enough")
        }
    }
}

extension ResidentID.Problem {
    var words: Words {
        switch self {
        case .withdrawn15:
            Words(zh: "15 位身份证号码已停用", en: "Numbers of 15 digits are withdrawn")
        case .length(let found):
            Words(
                zh: "身份证号码应为 18 位，现为 \(found) 位",
                en: "An identity number has 18 characters, not \(found)")
        case .character(let position):
            Words(zh: "身份证号码第 \(position) 位不对", en: "Character \(position) is wrong")
        case .region:
            Words(zh: "身份证号码的地区码不存在", en: "The region of the number does not exist")
        case .birthDate:
            Words(zh: "身份证号码的出生日期不存在", en: "The birth date in the number is no date")
        case .birthInFuture:
            Words(zh: "身份证号码的出生日期在今天之后", en: "The birth date in the number is in the future")
        case .olderThanAgeMax:
            Words(
                zh: "身份证号码的年龄超过 \(ResidentID.ageMaxYears) 岁",
                en: "The number makes the person older than \(ResidentID.ageMaxYears)")
        case .checkCharacter:
            Words(zh: "身份证号码校验位不对", en: "The check character of the number is wrong")
        }
    }
}

extension SocialCreditCode.Problem {
    var words: Words {
        switch self {
        case .length(let found):
            Words(
                zh: "统一社会信用代码应为 18 位，现为 \(found) 位",
                en: "A unified social credit code has 18 characters, not \(found)")
        case .character(let position):
            Words(zh: "统一社会信用代码第 \(position) 位不对", en: "Character \(position) is wrong")
        case .checkCharacter:
            Words(zh: "统一社会信用代码校验位不对", en: "The check character of the code is wrong")
        }
    }
}

extension GoodsProblem {
    var text: ProblemText {
        switch self {
        case .question(let question):
            ProblemText(
                "E-GOODS-QUESTION", .catalogue, zh: question.words.zh, en: question.words.en,
                hintZh: "回答“\(question.keyword)”是或否；不能确认时按禁寄处理。",
                hintEn: "Answer yes or no for \(question.keyword); if unsure, treat it as named.")
        case .certificateMissing(let keyword):
            ProblemText(
                "E-GOODS-CERT", .certificate, zh: "“\(keyword)”须凭证明收寄",
                en: "\(keyword) is accepted on a certificate only.",
                hintZh: "查验原件，登记证明编号和签发单位；没有则拒收。",
                hintEn: "Check the original and record number and issuer; without it, refuse.")
        case .approvalMissing(let keyword):
            ProblemText(
                "E-GOODS-APPROVAL", .approval, zh: "“\(keyword)”须站长审核",
                en: "\(keyword) needs the station manager's review.",
                hintZh: "联系站长，登记批准人；未批准前不收寄。",
                hintEn: "Ask the manager and record who approved; do not accept it before.")
        case .countMissing(let keyword, let note):
            ProblemText(
                "E-GOODS-QUANTITY", .countedQuantity, zh: "“\(keyword)”有限量：\(note.zh)",
                en: "\(keyword) is limited: \(note.en)", hintZh: "当面清点，登记数量和是否超限。",
                hintEn: "Count it and record the quantity and whether it is within the limit.")
        case .closedToAir(let keyword):
            ProblemText(
                "E-GOODS-AIR", .product, zh: "“\(keyword)”不得航空运输",
                en: "\(keyword) does not travel by air.", hintZh: "改选陆运产品。",
                hintEn: "Choose a ground product.")
        }
    }
}

extension CatalogueQuestion {
    /// The question as it is asked.
    package var words: Words {
        switch kind {
        case .qualifier(let qualifier):
            Words(
                zh: "“\(keyword)”是否属于“\(qualifier)”？",
                en: "Is the \(keyword) of the kind “\(qualifier)”?")
        case .harmlessName(let text, let meaning):
            Words(
                zh: "“\(text)”里有“\(keyword)”：是“\(keyword)”，还是\(meaning.zh)？",
                en: "“\(text)” holds “\(keyword)”: is it that, or this: \(meaning.en)?")
        case .headNoun(let noun):
            Words(zh: "是“\(keyword)”，还是只是\(noun)？", en: "Is it “\(keyword)”, or only “\(noun)”?")
        }
    }
}

extension RefusalGround {
    /// Why, beside the words of the reason.
    package func words(_ words: CodeWords) -> Words? {
        switch detail {
        case .answer: return nil
        case .goods(let hit):
            let category = words[.itemCategory, hit.category.text]
            let basis = RuleBasis.words(hit.item.basis)
            return Words(
                zh: "“\(hit.keyword)”属于\(category.zh)，依据：\(basis.zh)",
                en: "\(hit.keyword) counts as: \(category.en). Basis: \(basis.en)")
        case .excess(let excesses):
            return Words(
                zh: excesses.map(\.words.zh).joined(separator: "；"),
                en: excesses.map(\.words.en).joined(separator: "; "))
        case .counted(let statement, let hit):
            return Words(
                zh: "“\(hit.keyword)”\(statement)，超过限量：\(hit.item.note.zh)",
                en: "\(hit.keyword), \(statement), is over the limit: \(hit.item.note.en)")
        case .stated(let excess, _): return excess.text
        }
    }
}

extension ParcelLimits.Excess {
    var words: Words {
        switch self {
        case .weight(let grams, let max):
            Words(zh: "重 \(grams) 克，上限 \(max) 克", en: "\(grams) g, at most \(max) g")
        case .side(let millimetres, let max):
            Words(
                zh: "最长边 \(millimetres) 毫米，上限 \(max) 毫米",
                en: "longest side \(millimetres) mm, at most \(max) mm")
        case .sideSum(let millimetres, let max):
            Words(
                zh: "三边之和 \(millimetres) 毫米，上限 \(max) 毫米",
                en: "sum of sides \(millimetres) mm, at most \(max) mm")
        }
    }
}
