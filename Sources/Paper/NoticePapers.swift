import Commands
package import Domain
import ReferenceData

/// The notice of a problem parcel (问题件通知单).
package struct ProblemNotice: Sendable {
    private let problem: ProblemFact
    private let record: PaperRecord

    package init(_ problem: ProblemFact, _ record: PaperRecord) {
        self.problem = problem
        self.record = record
    }

    /// The notice, with room for whoever takes it over.
    package func sheet(_ context: PaperContext) -> Sheet {
        var blocks = subject(context)
        blocks += [
            .pair(context.say("站点", "Station"), context.stationWords),
            .pair(context.say("上报人", "Reported by"), record.person),
            .pair(context.say("时间", "At"), context.time(record.at)),
            .rule,
            .pair(context.say("原因", "Reason"), problem.reason.words[context.language]),
        ]
        if let cause = problem.delayCause {
            blocks.append(.pair(context.say("延误原因", "Cause"), cause.words[context.language]))
        }
        if let degree = problem.degree {
            blocks.append(.pair(context.say("程度", "How bad"), degree))
        }
        if let packedBy = problem.packedBy {
            blocks.append(.pair(context.say("包装方", "Packed by"), packedBy.words[context.language]))
        }
        if let next = problem.next {
            let words = NextAction(rawValue: next.text)?.words[context.language]
            blocks.append(.pair(context.say("下一步", "Next"), words ?? next.text))
        }
        blocks += [
            .rule, .text(context.say("未经许可不得拆开快件。", "Nobody opens the parcel.")),
            .signature(context.say("接收人", "Taken over by")),
            .signature(context.say("处理结果", "What came of it")),
            .pair(context.say("记录", "Record"), record.reference),
        ]
        return Sheet(
            title: context.say("问题件通知单", "PROBLEM PARCEL"), blocks: blocks,
            isCopy: context.isCopy)
    }

    private func subject(_ context: PaperContext) -> [Sheet.Block] {
        switch problem.subject {
        case .parcel(let id):
            [.pair(context.say("运单号", "Waybill"), id), .barcode(id)]
        case .unreadable(let text):
            [.pair(context.say("单号不清", "Number unreadable"), text)]
        }
    }
}

/// The record of a refusal (拒收、禁寄登记表): what was not accepted and why. No document number
/// is on it.
package struct RefusalPaper: Sendable {
    private let refusal: RefusalFact
    private let record: PaperRecord

    package init(_ refusal: RefusalFact, _ record: PaperRecord) {
        self.refusal = refusal
        self.record = record
    }

    /// The record, with room for both signatures.
    package func sheet(_ context: PaperContext) -> Sheet {
        var blocks: [Sheet.Block] = []
        if let parcel = refusal.parcel {
            blocks.append(.pair(context.say("运单号", "Waybill"), parcel))
        }
        blocks += [
            .pair(context.say("站点", "Station"), context.stationWords),
            .pair(context.say("拒收人", "Refused by"), record.person),
            .pair(context.say("时间", "At"), context.time(record.at)), .rule,
            .pair(context.say("原因", "Reason"), refusal.reason.words[context.language]),
        ]
        if let goods = refusal.goods {
            blocks.append(
                .pair(
                    context.say("物品", "Goods"),
                    "\(goods.itemName) \(goods.itemNature) x\(goods.quantity)"))
        }
        if let sender = refusal.sender {
            blocks.append(
                .pair(
                    context.say("寄件人", "Sender"),
                    Masking.lines(sender).joined(separator: "  ")))
        }
        if let decision = refusal.decision {
            let words = ReferenceData.words[.decision, decision.text]
            blocks.append(.pair(context.say("判定", "Decision"), words[context.language]))
        }
        for notified in refusal.notified {
            blocks.append(
                .pair(
                    context.say("已告知 ", "Told ") + notified.whom.text,
                    context.time(notified.at)))
        }
        blocks += [
            .rule, .signature(context.say("寄件人", "Sender")),
            .signature(context.say("快递员", "Courier")),
            .pair(context.say("记录", "Record"), record.reference),
        ]
        return Sheet(
            title: context.say("拒收、禁寄登记表", "REFUSAL RECORD"), blocks: blocks,
            isCopy: context.isCopy)
    }
}
