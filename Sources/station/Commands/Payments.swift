import Central
import CentralStore
import Commands
import Domain

/// The commands about electronic payments.
extension StationProgram {
    func payments(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        let isWithSettled = invocation.has("all")
        return reports.payments(
            try stored { try store.payments(isWithSettled: isWithSettled) },
            isWithSettled: isWithSettled)
    }

    func settlePayment(isConfirmed: Bool) throws(CommandFailure) -> CommandOutput {
        let name = argument()
        let payment = try desk().read { store throws(CommandFailure) in
            try stored { try store.payments(isWithSettled: true) }.first {
                $0.reference == name.uppercased() || $0.fact == name.lowercased()
            }
        }
        guard let payment else {
            throw CommandFailure(
                .notFound(
                    name,
                    hint: Words(
                        zh: "station payment list --all 列出电子付款的记录号; 现金不用确认",
                        en: "station payment list --all shows electronic payments; cash is not "
                            + "confirmed")))
        }
        guard payment.standing == .waiting else { throw CommandFailure(.settledAlready(payment)) }
        let action = ManagerAction.settlePayment(
            fact: payment.fact, isConfirmed: isConfirmed,
            externalReference: invocation.value("ref"))
        guard case .paymentSettled = try desk().perform(action) else {
            preconditionFailure("another outcome than the action's")
        }
        let standing: PaymentStanding = isConfirmed ? .counted : .ended
        var settled = payment
        settled.standing = standing
        let amount = Fen.text(payment.payment.money.amountFen)
        let who = payment.name ?? payment.person
        let words =
            isConfirmed
            ? Words(
                zh: "\(payment.reference) 已确认: \(who) 收的 \(amount) 到账了",
                en: "\(payment.reference) is confirmed: \(amount) taken by \(who)")
            : Words(
                zh: "\(payment.reference) 记为未到账: \(who) 收的 \(amount) 不算, 那笔钱仍然应收",
                en: "\(payment.reference) failed: \(amount) taken by \(who) does not count and "
                    + "is due again")
        return CommandOutput(members: settled.members, text: [words[language]])
    }
}

extension CommandError {
    fileprivate static func settledAlready(_ payment: PaymentStatus) -> CommandError {
        let words = payment.standing.words
        return CommandError(
            "E-NOT-PENDING", field: "RECORD",
            Words(
                zh: "\(payment.reference) 不在待确认: \(words.zh)",
                en: "\(payment.reference) does not wait any more: \(words.en)"),
            hint: Words(
                zh: "station payment list 列出还在等的", en: "station payment list shows those that wait"),
            status: .answerIsNo)
    }
}
