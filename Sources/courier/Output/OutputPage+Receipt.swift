import Commands
import Domain
import Handheld
import HandheldUI

/// Receipts of acts and prices.
extension OutputPage {
    /// What was recorded.
    func receipt(_ receipt: Receipt) -> CommandOutput {
        let state = receipt.state.words[language]
        let saved =
            receipt.isRepeated
            ? say("早已保存, 没有重复记", "recorded before, not recorded twice") : say("已保存", "saved")
        var members = [
            JSONMember("record", .text(receipt.main.reference)),
            JSONMember("number", .integer(receipt.sequence)),
            JSONMember("kind", .text(receipt.main.kind.rawValue)),
            JSONMember("sync", .text(receipt.state.rawValue)),
            JSONMember("repeated", .bool(receipt.isRepeated)),
        ]
        var text = [
            "\(saved)  \(receipt.main.reference)  \(receipt.main.kind.words[language])  (\(state))"
        ]
        let (details, lines) = details(of: receipt)
        members += details
        text += lines.map { "  " + $0 }
        let photoCount = receipt.main.attachments.count
        members.append(JSONMember("photos", .integer(photoCount)))
        if photoCount > 0 {
            text.append("  " + say("照片 \(photoCount) 张", "photos: \(photoCount)"))
        }
        members.append(
            JSONMember("records", .list(receipt.facts.map { .text($0.reference) })))
        return CommandOutput(members: members, text: text)
    }

    private func details(of receipt: Receipt) -> ([JSONMember], [String]) {
        switch receipt.main.payload {
        case .pickup(let pickup): pickupDetails(pickup, receipt)
        case .deliver(let deliver): deliverDetails(deliver, receipt)
        case .refusal(let refusal):
            (
                [JSONMember("reason", .text(refusal.reason.rawValue))],
                [refusal.reason.words[language]]
            )
        case .attempt(let attempt):
            (
                [
                    JSONMember("waybill", .text(attempt.parcel)),
                    JSONMember("reason", .text(attempt.reason.rawValue)),
                    JSONMember("attempt", .integer(attempt.attemptNumber)),
                    JSONMember("next", .text(attempt.next.text)),
                ],
                [
                    "\(attempt.parcel)  \(attempt.reason.words[language])",
                    say(
                        "第 \(attempt.attemptNumber) 次; 下一步: ",
                        "attempt \(attempt.attemptNumber); next: ")
                        + next(attempt.next),
                ]
            )
        case .problem(let problem):
            (
                [
                    JSONMember("waybill", .text(problem.subject.text)),
                    JSONMember("problem", .text(receipt.main.madeID)),
                    JSONMember("reason", .text(problem.reason.rawValue)),
                    JSONMember("next", .optional(problem.next?.text)),
                ],
                [
                    "\(problem.subject.text)  \(problem.reason.words[language])",
                    problem.next.map { say("下一步: ", "next: ") + next($0) },
                ].compactMap(\.self)
            )
        case .problemStep(let step):
            (
                [
                    JSONMember("problem", .optional(receipt.main.subject?.id)),
                    JSONMember("step", .text(step.step.rawValue)),
                    JSONMember("outcome", .optional(step.outcome?.rawValue)),
                ],
                [
                    [step.step.words[language], step.outcome?.words[language]]
                        .compactMap(\.self).joined(separator: ": ")
                ]
            )
        case .taskAccept, .taskStart: taskDetails(receipt, reason: nil)
        case .taskDecline(let fact): taskDetails(receipt, reason: fact.reason)
        case .correct, .paymentVoid:
            (
                [JSONMember("corrects", .optional(receipt.main.corrects.map(FactCode.reference)))],
                [
                    receipt.main.corrects.map {
                        say("更正的是 ", "corrects ") + FactCode.reference($0)
                    }
                ].compactMap(\.self)
            )
        case .cashHandover(let cash): cashDetails(cash)
        case .handover(let handover): handoverDetails(handover)
        case .return(let step): returnDetails(step)
        case .refund(let refund): refundDetails(refund, of: receipt.main.subject?.id ?? "")
        case .identity, .check, .quote, .payment, .note, .scan, .reweigh, .caseSay,
            .shiftOpen, .shiftClose, .oversize, .blobCorrupt, .consent, .taskOpen, .taskAssign,
            .taskCancel, .personSet, .configSet, .deviceState, .paymentConfirm, .tariffSet,
            .packSet,
            .numbersGrant, .taskChange, .addressChange, .chargePrice, .parcelIntercept,
            .parcelRelease, .adjustment, .caseResolve, .streamClose, .reinterpret:
            ([], [])
        case .daySeal, .dayReceipt, .dayBegin, .dayWaive, .dayClose: ([], [])
        }
    }

    private func taskDetails(
        _ receipt: Receipt, reason: Code?
    ) -> ([JSONMember], [String]) {
        let task = receipt.main.subject?.id ?? ""
        var members = [JSONMember("task", .text(task))]
        if let reason { members.append(JSONMember("reason", .text(reason.text))) }
        let why = reason.map { code in
            DeclineReason(rawValue: code.text)?.words[language] ?? code.text
        }
        return (members, [[task, why].compactMap(\.self).joined(separator: "  ")])
    }

    private func pickupDetails(
        _ pickup: PickupFact, _ receipt: Receipt
    ) -> ([JSONMember], [String]) {
        let total = pickup.charges?.totalFen ?? 0
        var lines = [
            say("运单 ", "waybill ") + pickup.parcel,
            "\(Masking.name(pickup.sender.name)) → \(Masking.name(pickup.recipient.name))  "
                + "\(pickup.goods.itemName) x\(pickup.goods.quantity)  "
                + "\(pickup.weight.chargeableGrams) g",
        ]
        if let charges = pickup.charges {
            lines.append(
                say("运费 ", "freight ") + Fen.text(total) + "  "
                    + (charges.payMethod?.words[language] ?? charges.payType.words[language]))
        }
        let carriers = Handheld.carriers(of: pickup.parcel)
        if !carriers.isEmpty {
            let names = carriers.map { $0.words[language] }.joined(separator: say("、", ", "))
            lines.append(
                say("单号像是 \(names) 的", "the number looks like one of \(names)"))
        }
        let (payments, paymentLines) = paymentDetails(receipt)
        return (
            [
                JSONMember("waybill", .text(pickup.parcel)),
                JSONMember("looks_like", .list(carriers.map { .text($0.code) })),
                JSONMember("total_fen", .integer(total)),
                JSONMember("currency", .text(pickup.charges?.currency ?? "CNY")),
            ] + payments, lines + paymentLines
        )
    }

    private func deliverDetails(
        _ deliver: DeliverFact, _ receipt: Receipt
    ) -> ([JSONMember], [String]) {
        let signer = deliver.signer.map { Masking.name($0) }
        let (payments, paymentLines) = paymentDetails(receipt)
        let parcels = receipt.facts.compactMap { fact -> String? in
            if case .deliver(let part) = fact.payload { part.parcel } else { nil }
        }
        return (
            [
                JSONMember("waybill", .text(deliver.parcel)),
                JSONMember("waybills", .list(parcels.map { .text($0) })),
                JSONMember("proof", .text(deliver.proofType.rawValue)),
                JSONMember("signer", .optional(signer)),
            ] + payments,
            [
                parcels.joined(separator: " ") + "  " + deliver.proofType.words[language]
                    + (signer.map { "  \($0)" } ?? "")
            ] + paymentLines
        )
    }

    /// Every payment of the act: amount, method, whether it counts already, receipt number.
    private func paymentDetails(_ receipt: Receipt) -> ([JSONMember], [String]) {
        let payments = receipt.facts.compactMap { fact -> (Fact, PaymentFact)? in
            if case .payment(let payment) = fact.payload { (fact, payment) } else { nil }
        }
        let json = payments.map { fact, payment -> JSONValue in
            [
                "record": .text(fact.reference), "for": .text(payment.purpose.rawValue),
                "amount_fen": .integer(payment.money.amountFen),
                "method": .text(payment.money.method.rawValue),
                "state": .text(payment.state.rawValue),
                "change_fen": .optional(payment.changeFen),
                "receipt": .optional(payment.receiptNumber),
            ]
        }
        let lines = payments.map { fact, payment -> String in
            let change = payment.changeFen ?? 0
            let parts = [
                payment.purpose.words[language], Fen.text(payment.money.amountFen),
                payment.money.method.words[language],
                payment.state == .pending ? say("待站点确认", "to be confirmed") : nil,
                change > 0 ? say("找零 ", "change ") + Fen.text(change) : nil,
                payment.receiptNumber.map { say("收据 ", "receipt ") + $0 }, fact.reference,
            ]
            return parts.compactMap(\.self).joined(separator: "  ")
        }
        return ([JSONMember("payments", .list(json))], lines)
    }

    private func next(_ code: Code) -> String {
        NextAction(rawValue: code.text)?.words[language] ?? code.text
    }

    /// A price with everything that it was made from.
    func quote(_ quote: FreightQuote) -> CommandOutput {
        let lines = quote.lines.map { line in
            OutputList.Row(
                [line.code.lineWords(Handheld.words)[language], Fen.text(line.amountFen)],
                json: ["code": .text(line.code.text), "amount_fen": .integer(line.amountFen)])
        }
        let zone = Handheld.words[.zone, quote.zone.zone.text][language]
        let valid = quote.validUntil(now: now.wallMilliseconds)
        return CommandOutput(
            members: [
                JSONMember("total_fen", .integer(quote.totalFen)),
                JSONMember("currency", .text(quote.terms.currency)),
                JSONMember("zone", .text(quote.zone.zone.text)),
                JSONMember("actual_g", .integer(quote.actualGrams)),
                JSONMember("volumetric_g", .integer(quote.volumetricGrams)),
                JSONMember("chargeable_g", .integer(quote.chargeableGrams)),
                JSONMember("divisor", .integer(quote.terms.divisor)),
                JSONMember("rounding", .text(quote.terms.rounding.text)),
                JSONMember("units", .integer(quote.units)),
                JSONMember("first_fee_fen", .integer(quote.zone.firstFeeFen)),
                JSONMember("step_fee_fen", .integer(quote.zone.stepFeeFen)),
                JSONMember("valid_until", time(valid)),
            ],
            text: [
                say("区域 ", "zone ") + zone,
                say("实重 ", "actual ") + "\(quote.actualGrams) g  "
                    + say("体积重 ", "volumetric ") + "\(quote.volumetricGrams) g (÷"
                    + "\(quote.terms.divisor))  "
                    + say("计费重 ", "charged ") + "\(quote.chargeableGrams) g",
                say("首重 ", "first ") + Fen.text(quote.zone.firstFeeFen)
                    + say("  续重 ", "  further ") + "\(quote.units) x "
                    + Fen.text(quote.zone.stepFeeFen) + "  "
                    + Handheld.words[.weightRounding, quote.terms.rounding.text][language],
            ],
            list: OutputList(
                key: "lines",
                columns: [
                    column("项目", "item"), column("金额", "amount", isNumber: true),
                ], rows: lines),
            closing: [
                say("合计 ", "total ") + Fen.text(quote.totalFen)
                    + say("  有效至 ", "  valid until ") + short(valid)
            ])
    }
}
