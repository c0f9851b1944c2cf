import Central
import Commands
import Domain

/// The command that gives money back.
extension StationProgram {
    func refund() throws(CommandFailure) -> CommandOutput {
        let parcel = argument().uppercased()
        let purpose: ChargePurpose = try chosen("for", "cod")
        let text = try needed("amount-fen", "700")
        let amount = try number("amount-fen", text, in: 1...Fen.amountMax)
        let reason: RefundReason = try chosen("reason", "overpaid")
        var order = RefundOrder(
            parcel: parcel, purpose: purpose, amountFen: amount, reason: reason)
        if invocation.has("method") { order.method = try chosen("method", "cash") }
        order.payee = invocation.value("to")
        order.note = invocation.value("note")
        if reason == .other, (order.note ?? "").allSatisfy(\.isWhitespace) {
            throw CommandFailure(.missing("note", "说明原因"))
        }
        guard case .deskDone(let charge) = try desk().perform(.desk(.refund(order))) else {
            preconditionFailure("another outcome than the action's")
        }
        let said = Words(
            zh: "\(parcel) 「\(purpose.words.zh)」退了 \(Fen.text(amount)) (\(order.method.words.zh))",
            en: "\(parcel): \(Fen.text(amount)) of \(purpose.words.en) went back "
                + "(\(order.method.words.en))")
        return CommandOutput(
            members: [
                JSONMember("waybill", .text(parcel)), JSONMember("charge", .text(charge)),
                JSONMember("for", .text(purpose.rawValue)),
                JSONMember("amount_fen", .integer(amount)), JSONMember("currency", "CNY"),
                JSONMember("method", .text(order.method.rawValue)),
                JSONMember("reason", .text(reason.rawValue)),
            ], text: [said[language]])
    }
}
