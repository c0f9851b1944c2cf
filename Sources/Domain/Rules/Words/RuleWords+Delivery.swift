extension ParcelProblem {
    func text(_ words: CodeWords) -> ProblemText {
        switch self {
        case .notRead(let parcel):
            return ProblemText(
                "E-DLV-SCAN", .parcel, zh: "签收前未扫描快件 \(parcel)",
                en: "The parcel \(parcel) was not scanned in this hand-over.",
                hintZh: "扫描手中快件的单号。", hintEn: "Scan the number on the parcel in hand.")
        case .stopped(let parcel):
            return ProblemText(
                "E-DLV-STOP", .parcel, zh: "快件 \(parcel) 已被叫停，不得派送",
                en: "A stop order holds the parcel \(parcel).", hintZh: "隔离存放，联系站长。",
                hintEn: "Set it apart and ask the station manager.")
        case .stageForbids(let parcel, let stage):
            let now = words[.stage, stage.rawValue]
            return ProblemText(
                "E-DLV-STAGE", .parcel, zh: "快件 \(parcel) 现为“\(now.zh)”，不能这样处理",
                en: "The parcel \(parcel) is “\(now.en)”, not ready for it.",
                hintZh: "查看轨迹，核对单号；记录有误请更正。",
                hintEn: "Look at its trace and its number; correct the record that is wrong.")
        case .wrongLabel(let parcel):
            return ProblemText(
                "E-DLV-LABEL", .outer, zh: "快件 \(parcel) 单货不符",
                en: "Label and parcel differ: \(parcel).",
                hintZh: "不交付，登记问题件。", hintEn: "Do not hand it over; report a problem parcel.")
        case .notPreChecked(let parcel):
            return ProblemText(
                "E-SCAN-CHECK", .preCheck, zh: "快件 \(parcel) 出车前未检查",
                en: "The parcel \(parcel) was not looked at before it leaves.",
                hintZh: "检查外包装，登记完好、破损或缺失。",
                hintEn: "Look at its packing and say: ok, damaged or missing.")
        case .notFitForDelivery(let parcel):
            return ProblemText(
                "E-SCAN-UNFIT", .preCheck, zh: "快件 \(parcel) 破损或缺失，不得出车",
                en: "The parcel \(parcel) is damaged or missing and does not leave.",
                hintZh: "登记留仓，并上报问题件。", hintEn: "Scan it as held and report a problem.")
        }
    }
}

extension DoorProblem {
    var text: ProblemText {
        switch self {
        case .recipientNotChecked:
            ProblemText(
                "E-DLV-RECIPIENT", .recipientCheck, zh: "尚未核对收件人",
                en: "The recipient was not checked.", hintZh: "核对姓名或手机尾号。",
                hintEn: "Compare the name or the last digits of the phone.")
        case .notToldToInspect:
            ProblemText(
                "E-DLV-INSPECT", .toldToInspect, zh: "尚未告知收件人当面验收",
                en: "The recipient was not told to inspect.", hintZh: "告知后确认。",
                hintEn: "Tell them, then confirm.")
        case .damagedNotInspected:
            ProblemText(
                "E-DLV-DAMAGED", .condition, zh: "外包装不完好，须先验内件再签收",
                en: "The packing is not intact: the contents are checked before signing.",
                hintZh: "请收件人开箱查看后确认。", hintEn: "Have the recipient open it and look, then confirm."
            )
        case .outerIsNotIntact:
            ProblemText(
                "E-DLV-CONDITION", .condition, zh: "外包装破损或受潮，状况不能为完好",
                en: "The packing is broken or wet, so the condition is not intact.",
                hintZh: "选择外包装破损、内件破损或短少。",
                hintEn: "Choose outer damage, contents damaged or contents short.")
        case .conditionRefused:
            ProblemText(
                "E-DLV-REFUSED", .condition, zh: "拒收不是签收", en: "A refused parcel is not delivered.",
                hintZh: "登记派送失败，原因 REFUSED。",
                hintEn: "Record a failed attempt with the reason REFUSED.")
        }
    }
}

extension ProofProblem {
    func text(_ words: CodeWords) -> ProblemText {
        switch self {
        case .signatureTooSmall(let points, let pointsMin):
            return ProblemText(
                "E-DLV-SIGN", .signature, zh: "签名只有 \(points) 个点，至少 \(pointsMin) 个",
                en: "The signature has \(points) points, at least \(pointsMin) are needed.",
                hintZh: "请重新签名，或用取件码。", hintEn: "Sign again, or use a pickup code.")
        case .evidenceMissing(let evidence, let type):
            let (proof, needed) =
                (words[.proofType, type.rawValue], words[.evidence, evidence.rawValue])
            return ProblemText(
                "E-DLV-PROOF", evidence.field, zh: "\(proof.zh)缺少：\(needed.zh)",
                en: "\(proof.en): missing \(needed.en).", hintZh: "补齐凭证，或换一种签收方式。",
                hintEn: "Add it, or choose another kind of proof.")
        case .consentMissing(let type):
            let proof = words[.proofType, type.rawValue]
            return ProblemText(
                "E-DLV-CONSENT", .consent, zh: "\(proof.zh)须先征得收件人同意",
                en: "\(proof.en) needs the recipient's consent.",
                hintZh: "登记同意人、方式和时间；未同意不得代收、入柜。",
                hintEn: "Record who agreed, how and when; without it hand over in person only.")
        case .consentNotWritten(let channel):
            let name = words[.consentChannel, channel.rawValue]
            return ProblemText(
                "E-DLV-CONSENT", .consent, zh: "指定位置放置须有书面同意，\(name.zh)不算",
                en: "Leaving it at a place needs written consent; \(name.en) is not.",
                hintZh: "请收件人发短信或在应用内确认。", hintEn: "Have the recipient confirm by SMS or app.")
        case .consentInFuture:
            return ProblemText(
                "E-DLV-CONSENT", .consent, zh: "同意时间在现在之后",
                en: "The consent is dated in the future.", hintZh: "核对时间。",
                hintEn: "Check the time.")
        case .notAddressedToUnit:
            return ProblemText(
                "E-DLV-UNIT", .proof, zh: "收件人不是单位，不能用单位收发章签收",
                en: "The parcel is not addressed to a unit, so its stamp is no proof.",
                hintZh: "换一种签收方式。", hintEn: "Choose another kind of proof.")
        case .returnReceiptOpen(let slip):
            return ProblemText(
                "E-DLV-SLIP", .returnReceipt, zh: "签单返还 \(slip) 未登记结果",
                en: "Nobody said what came of the return receipt \(slip).",
                hintZh: "请收件人签单带回，或登记原因。",
                hintEn: "Have it signed and take it back, or say why not.")
        }
    }
}

extension Evidence {
    /// The field of the form that holds it.
    fileprivate var field: FormField {
        switch self {
        case .signature, .signatureOrCode: .signature
        case .pickupCode, .smsCode: .pickupCode
        case .proxyName, .receiverName: .signer
        case .relation: .relation
        case .consentChannel, .consentReference: .consent
        case .lockerID, .stationID, .boxNumber, .shelfNumber: .drop
        case .photo, .stampPhoto: .photo
        case .position: .place
        case .exceptionReference: .problem
        case .nameAndPhoneTail: .recipientCheck
        case .paperSlip: .proof
        }
    }

}

extension FollowUpProblem {
    func text(_ words: CodeWords) -> ProblemText {
        switch self {
        case .priceNotTold(let attempt):
            ProblemText(
                "E-ATT-PRICE", .price, zh: "第 \(attempt) 次派送收费，尚未告知价格",
                en: "Attempt \(attempt) is charged, and its price was not told.",
                hintZh: "告知价格并征得同意；否则联系寄件人或退回。",
                hintEn: "Tell the price and get a yes; otherwise contact the sender or return it.")
        case .contactMissing(let reason):
            ProblemText(
                "E-ATT-CONTACT", .contacts,
                zh: "“\(words[.exceptionReason, reason.rawValue].zh)”须有联系记录",
                en:
                    "“\(words[.exceptionReason, reason.rawValue].en)” needs a try to reach them.",
                hintZh: "登记何时、以何方式联系、结果如何。",
                hintEn: "Record when and how it was tried, and what came of it.")
        case .retryMissing:
            ProblemText(
                "E-ATT-RETRY", .retry, zh: "改约未填写时间", en: "The new time is missing.",
                hintZh: "填写起止时间。", hintEn: "Give a time from and until.")
        case .retryOrder:
            ProblemText(
                "E-ATT-RETRY", .retry, zh: "约定时间已过，或起止颠倒",
                en: "The new time is past, or its end is before its start.", hintZh: "重新填写时间。",
                hintEn: "Give the time again.")
        case .missortNotExcluded:
            ProblemText(
                "E-PRB-LOST", .reason, zh: "登记遗失前须先排除错分",
                en: "Before a loss is reported, mis-sorting is ruled out.",
                hintZh: "排查后确认，或先登记疑似遗失。",
                hintEn: "Search and confirm, or report a suspected loss first.")
        case .explanationMissing:
            ProblemText(
                "E-NOTE", .note, zh: "原因为其他时须填写说明", en: "The reason OTHER needs a note.",
                hintZh: "写明发生了什么。", hintEn: "Say what happened.")
        case .outcomeMissing, .outcomeTooEarly, .outcomeOpen, .ownerMissing, .toldMissing,
            .dueInPast, .onlyManagerCloses:
            stepText
        }
    }

    /// What is wrong with a step of the work on a problem.
    private var stepText: ProblemText {
        switch self {
        case .outcomeMissing:
            ProblemText(
                "E-PRB-OUTCOME", .outcome, zh: "结案须写明处理结果",
                en: "A problem is closed with an outcome.",
                hintZh: "如继续配送、退回、赔偿。", hintEn: "Say whether it goes on, goes back or is paid.")
        case .outcomeTooEarly:
            ProblemText(
                "E-PRB-OUTCOME", .outcome, zh: "处理结果只写在决定或结案时",
                en: "An outcome belongs to a decision or to the close.",
                hintZh: "换成决定或结案，或去掉结果。", hintEn: "Decide or close, or leave the outcome out.")
        case .outcomeOpen:
            ProblemText(
                "E-PRB-OUTCOME", .outcome, zh: "还在沟通的问题件不能结案",
                en: "What is still being discussed is not closed.", hintZh: "有了结论再结案。",
                hintEn: "Close it when it is settled.")
        case .ownerMissing:
            ProblemText(
                "E-PRB-OWNER", .owner, zh: "指派时须写明处理人", en: "Whoever works on it is not named.",
                hintZh: "填写工号。", hintEn: "Give the person's number.")
        case .toldMissing:
            ProblemText(
                "E-PRB-TOLD", .told, zh: "未写明告知了谁、怎样告知", en: "Who was told, and how, is missing.",
                hintZh: "如 sender:call。", hintEn: "Such as sender:call.")
        case .dueInPast:
            ProblemText(
                "E-PRB-DUE", .due, zh: "处理期限已过", en: "The time it is due is past.",
                hintZh: "填写将来的时间。", hintEn: "Give a time to come.")
        case .onlyManagerCloses:
            ProblemText(
                "E-PRB-MANAGER", .outcome, zh: "禁寄扣件只能由站长结案",
                en: "What was held as prohibited is closed by the station manager only.",
                hintZh: "隔离存放，等站长处理。", hintEn: "Keep it apart and wait for the manager.")
        case .priceNotTold, .contactMissing, .retryMissing, .retryOrder, .missortNotExcluded,
            .explanationMissing:
            preconditionFailure("it is said with the others")
        }
    }
}
