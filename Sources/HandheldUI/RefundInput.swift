import Commands
package import Domain

/// Cash that the person logged in gives back to a payer.
package struct RefundInput: Sendable, Equatable {
    package var parcel: String
    package var purpose: ChargePurpose
    package var amountFen: Int
    package var reason: RefundReason
    /// Who gets it.
    package var payee: String?
    package var approvedBy: String?
    package var note: String?
    package var idempotencyKey: String?

    package init(
        parcel: String, purpose: ChargePurpose, amountFen: Int, reason: RefundReason,
        payee: String? = nil, approvedBy: String? = nil, note: String? = nil,
        idempotencyKey: String? = nil
    ) {
        self.parcel = parcel
        self.purpose = purpose
        self.amountFen = amountFen
        self.reason = reason
        self.payee = payee
        self.approvedBy = approvedBy
        self.note = note
        self.idempotencyKey = idempotencyKey
    }
}

extension FlagReader {
    mutating func refund(_ waybill: String) -> CourierCommand? {
        let parcel = parcel(waybill, as: "WAYBILL")
        let purpose = requiredChoice("for", ChargePurpose.self)
        let reason = requiredChoice("reason", RefundReason.self)
        guard invocation.has("cash-fen") else {
            note(.flagMissing("cash-fen"))
            return nil
        }
        guard let amount = fen("cash-fen"), let purpose, let reason else { return nil }
        guard amount > 0 else {
            note(.badNumber("cash-fen", "0", minimum: 1))
            return nil
        }
        return .goBack(
            .money(
                RefundInput(
                    parcel: parcel, purpose: purpose, amountFen: amount, reason: reason,
                    payee: text("to"), approvedBy: text("approved-by"), note: text("note"),
                    idempotencyKey: text("idempotency-key"))))
    }
}
