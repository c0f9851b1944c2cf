import Commands
import Domain
import Foundation

/// One courier of the demonstration with a handheld of his own: real `courier` processes.
struct DemoCourier {
    let person: String
    let name: String
    let program: String
    let folder: String

    /// One command of `courier` on this handheld, answered in JSON.
    @discardableResult
    func run(_ arguments: [String], input: String = "") throws(CommandFailure) -> ChildProcess {
        try ChildProcess.run(
            program, arguments + ["--data", folder, "--json", "--lang", "zh"], input: input)
    }

    /// The same for a command that must succeed.
    func must(_ arguments: [String], input: String = "") throws(CommandFailure) -> ChildProcess {
        let child = try run(arguments, input: input)
        guard child.status == 0 else {
            throw CommandFailure(
                .demo(
                    "courier \(arguments.prefix(2).joined(separator: " ")) (\(person)): "
                        + "\(child.status) \(child.complaint)"))
        }
        return child
    }

    /// Does one order at the door and says what came of it, in a few words.
    func work(_ order: DemoOrder) throws(CommandFailure) -> DoorResult {
        order.isPickup ? try pickUp(order) : try deliver(order)
    }

    /// What came of one order.
    struct DoorResult {
        let waybill: String
        let words: Words
    }

    private func pickUp(_ order: DemoOrder) throws(CommandFailure) -> DoorResult {
        let item = order.goods?.item ?? ""
        switch order.story {
        case .identityRefused:
            _ = try must([
                "pickup", "refuse", "--task", order.task, "--reason", "identity-refused",
            ])
            return DoorResult(
                waybill: "", words: Words(zh: "拒收: 寄件人不出示证件", en: "refused: no document shown"))
        case .prohibited:
            // The order said something else; the box is opened at the door.
            let found = DemoCourier.found
            let child = try run(
                issue(order, acceptFen: 0) + ["--item", found], input: DemoCourier.document)
            guard child.status == DemoCourier.refusedByRule else {
                throw CommandFailure(.demo("\(found) was not refused: \(child.status)"))
            }
            _ = try must([
                "pickup", "refuse", "--task", order.task, "--reason", "prohibited-item", "--item",
                found,
            ])
            return DoorResult(
                waybill: "",
                words: Words(
                    zh: "拒收: 单上写\(item), 开箱是\(found)",
                    en: "refused: ordered as \(item), \(found) in the box"))
        case .asPlanned, .restricted, .proxy, .nobodyHome, .refusedByRecipient, .damaged:
            let quote = try must(quote(order))
            guard let total = quote.document["total_fen"] as? Int else {
                throw CommandFailure(.demo("no total in the quote of \(order.number)"))
            }
            let issued = try must(issue(order, acceptFen: total), input: DemoCourier.document)
            let waybill = issued.document["waybill"] as? String ?? ""
            let note =
                order.story == .restricted
                ? Words(zh: ", 限陆运", en: ", ground only") : Words(zh: "", en: "")
            return DoorResult(
                waybill: waybill,
                words: Words(
                    zh: "收件 \(item) \(Fen.text(total))\(note.zh)",
                    en: "picked up \(item) \(Fen.text(total))\(note.en)"))
        }
    }

    private func deliver(_ order: DemoOrder) throws(CommandFailure) -> DoorResult {
        let due = order.collectFen + order.codFen
        var money: [String] = []
        if due > 0 { money = ["--pay", "cash", "--tendered-fen", String(due)] }
        switch order.story {
        case .nobodyHome:
            _ = try must([
                "deliver", "fail", order.waybill, "--reason", "no-answer", "--contact",
                "call:no-answer",
            ])
            return DoorResult(
                waybill: order.waybill,
                words: Words(zh: "派件不成功: 无人应答", en: "failed: nobody answers"))
        case .refusedByRecipient:
            _ = try must([
                "deliver", "fail", order.waybill, "--reason", "refused", "--contact",
                "visit:refused",
            ])
            return DoorResult(
                waybill: order.waybill,
                words: Words(zh: "派件不成功: 收件人拒收", en: "failed: refused by the recipient"))
        case .damaged:
            _ = try must([
                "problem", "add", order.waybill, "--reason", "outer-damaged", "--direction", "in",
                "--degree", "一角压坏",
            ])
            return DoorResult(
                waybill: order.waybill,
                words: Words(zh: "问题件: 外包装破损", en: "problem: packing damaged"))
        case .proxy:
            _ = try must(
                [
                    "deliver", "sign", order.waybill, "--outside", "intact", "--received-by",
                    "proxy", "--signer", "郭建", "--relation", "family", "--consent-by",
                    order.recipient?.name ?? "", "--consent-channel", "call", "--told-to-inspect",
                    "--id-type", "resident-id", "--id-number-file", "-", "--seen",
                    "name-and-phone-tail", "--phone-tail",
                    String(order.recipient?.phone.suffix(4) ?? ""), "--signature", signatureFile,
                ], input: DemoCourier.document)
            return DoorResult(
                waybill: order.waybill,
                words: Words(zh: "家人代收, 已电话同意", en: "family signs, agreed by phone"))
        case .asPlanned, .prohibited, .restricted, .identityRefused:
            _ = try must(
                [
                    "deliver", "sign", order.waybill, "--outside", "intact", "--received-by",
                    "recipient", "--signer", order.recipient?.name ?? "", "--told-to-inspect",
                    "--signature", signatureFile,
                ] + money)
            let paid =
                due > 0
                ? Words(zh: ", 收现金 \(Fen.text(due))", en: ", cash \(Fen.text(due))")
                : Words(zh: "", en: "")
            return DoorResult(
                waybill: order.waybill,
                words: Words(zh: "本人签收\(paid.zh)", en: "signed by the recipient\(paid.en)"))
        }
    }

    /// Where this handheld's canvas left the last signature.
    var signatureFile: String { folder + ".strokes" }

    private func quote(_ order: DemoOrder) -> [String] {
        ["pickup", "quote", "--task", order.task] + measures(order) + ["--pay", order.pay]
    }

    private func issue(_ order: DemoOrder, acceptFen: Int) -> [String] {
        var arguments = ["pickup", "issue", "--task", order.task] + measures(order)
        arguments += [
            "--notice", "--id-type", "resident-id", "--id-number-file", "-", "--id-method",
            "manual", "--id-matches", "--inspected", "--declaration-ok", "--packed-by", "courier",
            "--packing-ok", "--accept-fen", String(acceptFen), "--pay", order.pay, "--mark",
            "--bind", "next",
        ]
        if order.pay == "cash" {
            arguments += ["--tendered-fen", String((acceptFen + 9_999) / 10_000 * 10_000)]
        }
        return arguments
    }

    private func measures(_ order: DemoOrder) -> [String] {
        guard let goods = order.goods else { return [] }
        return [
            "--weight-g", String(goods.grams), "--size-mm", goods.size, "--insure",
            order.insureFen.map(String.init) ?? "none",
        ]
    }

    /// The worked example of GB 11643: nobody's number.
    private static let document = "11010519491231002X\n"
    private static let refusedByRule: Int32 = 20
    /// What is in the box that was ordered as something else.
    private static let found = "烟花"
}
