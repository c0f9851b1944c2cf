import Commands
import Domain
import Handheld

/// Parcels and money that go back.
extension OutputPage {
    /// What a receipt says of a step of a return.
    func returnDetails(_ fact: ReturnFact) -> ([JSONMember], [String]) {
        let signer = fact.signer.map { Masking.name($0) }
        return (
            [
                JSONMember("waybill", .text(fact.parcel)),
                JSONMember("step", .text(fact.step.rawValue)),
                JSONMember("reason", .text(fact.reason.rawValue)),
                JSONMember("signer", .optional(signer)),
            ],
            [
                [fact.parcel, fact.step.words[language], fact.reason.words[language], signer]
                    .compactMap(\.self).joined(separator: "  ")
            ]
        )
    }

    /// What a receipt says of a refund.
    func refundDetails(_ fact: RefundFact, of parcel: String) -> ([JSONMember], [String]) {
        let reason =
            RefundReason(rawValue: fact.reason.text)?.words[language] ?? fact.reason.text
        return (
            [
                JSONMember("waybill", .text(parcel)), JSONMember("charge", .text(fact.charge)),
                JSONMember("amount_fen", .integer(fact.money.amountFen)),
                JSONMember("currency", .text(fact.money.currency)),
                JSONMember("method", .text(fact.money.method.rawValue)),
                JSONMember("reason", .text(fact.reason.text)),
            ],
            ["\(parcel)  \(Fen.text(fact.money.amountFen))  \(reason)"]
        )
    }
}

extension CommandError {
    /// Why no money was given back.
    static func refund(_ refusal: ActRefusal) -> CommandError {
        switch refusal {
        case .withoutCharge(let parcel, let purpose):
            CommandError(
                "E-NO-CHARGE", field: "for",
                Words(
                    zh: "\(parcel) 没有「\(purpose.words.zh)」这笔费用",
                    en: "\(parcel) has no charge for: \(purpose.words.en)"),
                hint: Words(
                    zh: "courier pickup show \(parcel) 看这件的费用",
                    en: "courier pickup show \(parcel) shows its charges"),
                status: .answerIsNo)
        case .refundTooMuch(let asked, let paid): .refundTooMuch(asked, paidFen: paid)
        case .cashTooLittle(let asked, let held):
            CommandError(
                "E-CASH-LITTLE", field: "cash-fen",
                Words(
                    zh: "账上你手里只有 \(Fen.text(held)), 不够退 \(Fen.text(asked))",
                    en: "by the books you hold \(Fen.text(held)), less than \(Fen.text(asked))"),
                hint: Words(zh: "请站点退: station refund", en: "the station gives it back"),
                status: .refusedByRule)
        default: preconditionFailure("a refusal of something else")
        }
    }
}
