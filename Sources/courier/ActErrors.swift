import Commands
import Domain
import Handheld
import HandheldUI
import SyncProtocol

/// Why an act was not recorded, as errors of the command line.
extension OutputPage {
    /// Everything that keeps an act from being recorded.
    func failure(_ refusal: ActRefusal) -> CommandFailure {
        switch refusal {
        case .form(let problems): CommandFailure(problems.map(CommandError.problem))
        case .formOf(let parcel, let problems):
            CommandFailure(problems.map { CommandError.problem($0).about(parcel) })
        case .gate(let ground): CommandFailure(.gate(ground))
        case .unconfirmed(let fact): CommandFailure(unconfirmed(fact))
        case .handoverToSelf, .unknownPerson, .parcelsNotHeld, .handoverCount, .handoverDiffers,
            .unknownHandover, .handoverOfOthers, .handoverTaken:
            CommandFailure(.handover(refusal))
        case .withoutCharge, .refundTooMuch, .cashTooLittle: CommandFailure(.refund(refusal))
        case .nobody, .deviceState, .withoutCapability, .unknownTask, .taskOfOther, .taskOfKind,
            .taskEnded, .taskStands,
            .unknownParcel, .withoutNumbers, .unknownRecord, .draftOfOther, .unreadableSignature,
            .phoneTailDiffers, .unknownProblem, .problemEnded,
            .unknownCase, .caseEnded, .cashDiffers:
            CommandFailure(.refusal(refusal))
        }
    }

    /// Says what would be corrected, and how to confirm it.
    private func unconfirmed(_ fact: Fact) -> CommandError {
        var what = fact.kind.words[language]
        if case .payment(let payment) = fact.payload {
            what += " " + Fen.text(payment.money.amountFen)
        }
        if let parcel = fact.parcels.first { what += " " + parcel }
        return CommandError(
            "E-CONFIRM", field: "confirm",
            Words(
                zh: "要更正的是 \(fact.reference): \(what)",
                en: "this would correct \(fact.reference): \(what)"),
            hint: Words(
                zh: "确认无误就加上 --confirm \(fact.reference)",
                en: "if that is right add --confirm \(fact.reference)"), status: .needsPerson)
    }
}

extension CommandError {
    /// One thing that is missing or wrong in a form.
    static func problem(_ problem: FormProblem) -> CommandError {
        let text = problem.text(Handheld.words)
        guard let flag = text.field.flag else {
            return CommandError(
                text.code, field: text.field.name, text.message, hint: text.hint,
                status: problem.status)
        }
        let hint = Words(
            zh: "\(text.hint.zh) (--\(flag))", en: "\(text.hint.en) (--\(flag))")
        return CommandError(
            text.code, field: flag, text.message, hint: hint, status: problem.status)
    }

    /// A hard stop: the parcel is not accepted.
    static func gate(_ ground: RefusalGround) -> CommandError {
        let reason = ground.reason.words
        let detail = ground.words(Handheld.words)
        let flag = ground.reason.rawValue.lowercased().split(separator: "_").joined(separator: "-")
        return CommandError(
            "E-GATE-\(ground.reason.rawValue.split(separator: "_").joined(separator: "-"))",
            field: "item",
            Words(
                zh: "不能收寄: \(reason.zh)" + (detail.map { "。\($0.zh)" } ?? ""),
                en: "not accepted: \(reason.en)" + (detail.map { ". \($0.en)" } ?? "")),
            hint: Words(
                zh: "没有保存。记下拒收: courier pickup refuse --reason \(flag)",
                en: "nothing was recorded. To record the refusal: courier pickup refuse --reason "
                    + flag), status: .refusedByRule)
    }

    static func refusal(_ refusal: ActRefusal) -> CommandError {
        switch refusal {
        case .nobody:
            CommandError(
                "E-LOGIN", Words(zh: "没有人上机", en: "nobody is logged in"),
                hint: Words(zh: "先运行 courier login 工号", en: "run courier login PERSON first"),
                status: .notAllowed)
        case .deviceState(let state):
            CommandError(
                "E-DEVICE-STATE",
                state == .revoked
                    ? Words(zh: "站点已吊销本机", en: "the station has revoked this handheld")
                    : Words(zh: "站点已暂停本机", en: "the station has suspended this handheld"),
                hint: Words(
                    zh: "联系站长; 已有记录仍会上传。恢复后运行 courier sync run",
                    en:
                        "ask the station; what is recorded is still sent. Then run "
                        + "courier sync run"), status: .notAllowed)
        case .withoutCapability(let capability):
            CommandError(
                "E-CAPABILITY",
                Words(
                    zh: "您的工号没有这项权限 (\(capability.rawValue))",
                    en: "your account may not do this (\(capability.rawValue))"),
                hint: Words(zh: "请问站长", en: "ask the manager"), status: .notAllowed)
        case .unknownTask(let task): unknownTask(task)
        case .taskOfOther(let task, let person):
            CommandError(
                "E-TASK-OTHER", field: "task",
                Words(zh: "任务 \(task) 派给了 \(person)", en: "the task \(task) is \(person)'s"),
                hint: Words(zh: "请站点改派", en: "ask the station to assign it to you"),
                status: .refusedByRule)
        case .taskOfKind(let task, let kind):
            CommandError(
                "E-TASK-KIND", field: "task",
                Words(
                    zh: "任务 \(task) 是\(kind.words.zh)任务",
                    en: "the task \(task) is of the kind \(kind.words.en)"),
                hint: Words(zh: "换一个任务或命令", en: "choose another task or command"),
                status: .badData)
        case .taskEnded(let task, let state):
            CommandError(
                "E-TASK-ENDED", field: "task",
                Words(
                    zh: "任务 \(task) \(state.words.zh)", en: "the task \(task) is \(state.words.en)"),
                hint: Words(
                    zh: "courier task show \(task) 看经过", en: "courier task show \(task) tells more"),
                status: .refusedByRule)
        case .taskStands(let task, let state): .taskStands(task, state)
        case .unknownParcel(let parcel): unknownParcel(parcel)
        case .withoutNumbers:
            CommandError(
                "E-NO-NUMBERS", field: "bind",
                Words(zh: "本机没有运单号了", en: "this handheld has no waybill numbers left"),
                hint: Words(
                    zh: "运行 courier sync run 取新的, 或用 --bind 写面单上的号",
                    en: "run courier sync run for new ones, or name the label's with --bind"),
                status: .refusedByRule)
        case .unknownRecord(let name): unknownRecord(name)
        case .draftOfOther(let fact):
            CommandError(
                "E-KEY-USED", field: "idempotency-key",
                Words(
                    zh: "这个键已用于 \(fact.reference) (\(fact.kind.words.zh)), 这次没有保存",
                    en: "this key was used for \(fact.reference) (\(fact.kind.words.en)); "
                        + "nothing was recorded now"),
                hint: Words(
                    zh: "每个动作用一个新键; 同一键只用于重做同一动作",
                    en: "use a new key for each act; the same one only to repeat the same act"),
                status: .usage)
        case .unreadableSignature:
            CommandError(
                "E-SIGNATURE", field: "signature",
                Words(
                    zh: "签名笔迹读不出来", en: "the strokes of the signature cannot be read"),
                hint: Words(
                    zh: "文件里是 strokes1 格式的一行", en: "the file holds one line of strokes1"),
                status: .badData)
        case .phoneTailDiffers:
            CommandError(
                "E-PHONE-TAIL", field: "phone-tail",
                Words(
                    zh: "电话尾号与收件人的不符", en: "this is not the end of the recipient's phone"),
                hint: Words(
                    zh: "至少 4 位; 核对不上就不能交付",
                    en: "at least 4 digits; without a match the parcel is not handed over"),
                status: .refusedByRule)
        case .cashDiffers(let given, let held):
            CommandError(
                "E-CASH-DIFFERS", field: "differs",
                Words(
                    zh: "账上你有现金 \(Fen.text(held)), 要交的是 \(Fen.text(given))",
                    en: "by the books you hold \(Fen.text(held)), and you give \(Fen.text(given))"),
                hint: Words(
                    zh: "再数一遍; 确实不符就用 --differs 写明原因",
                    en: "count again; if it is so say why with --differs"),
                status: .refusedByRule)
        case .unknownProblem(let name):
            CommandError(
                "E-NOT-FOUND", field: "PROBLEM",
                Words(zh: "没有问题件 \(name)", en: "there is no problem \(name)"),
                hint: Words(
                    zh: "courier problem list 会列出", en: "courier problem list shows them"),
                status: .answerIsNo)
        case .problemEnded(let id):
            CommandError(
                "E-PRB-CLOSED", field: "PROBLEM",
                Words(zh: "问题件 \(id) 已关闭", en: "the problem \(id) is closed"),
                hint: Words(
                    zh: "又出了问题就另报一件", en: "report another one if there is trouble again"),
                status: .answerIsNo)
        case .unknownCase(let id): unknownCase(id)
        case .caseEnded(let row):
            CommandError(
                "E-CASE-CLOSED", field: "CASE",
                Words(
                    zh: "\(row.id) 已结束: \(row.stateWords.zh)",
                    en: "\(row.id) has ended: \(row.stateWords.en)"),
                hint: Words(
                    zh: "有不同意见请找站长", en: "speak to the manager if you disagree"),
                status: .answerIsNo)
        case .form, .formOf, .gate, .unconfirmed, .handoverToSelf, .unknownPerson, .parcelsNotHeld,
            .handoverCount, .handoverDiffers, .unknownHandover, .handoverOfOthers, .handoverTaken,
            .withoutCharge, .refundTooMuch, .cashTooLittle:
            preconditionFailure("a refusal with errors of its own")
        }
    }
}

extension FormProblem {
    /// Data to complete, a rule that stands against it, or a question to somebody.
    fileprivate var status: ExitStatus {
        switch self {
        case .goods(.question): .needsPerson
        case .goods, .payment, .parcel, .door, .proof: .refusedByRule
        case .field, .step, .identity, .price, .label, .followUp, .correction: .badData
        }
    }
}

extension CommandError {
    /// The same about one of several parcels.
    fileprivate func about(_ parcel: String) -> CommandError {
        CommandError(
            code, field: field,
            Words(zh: "\(parcel): \(message.zh)", en: "\(parcel): \(message.en)"), hint: hint,
            isRetryable: isRetryable, status: status)
    }
}
