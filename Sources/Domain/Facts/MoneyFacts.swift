/// Money was taken or asked for.
package struct PaymentFact: Hashable, Sendable {
    package var money: Money
    /// Id of the charge, such as `L` and 16 characters.
    package var charge: String
    package var purpose: ChargePurpose
    package var state: PaymentState
    package var parcel: String?
    /// What the payer handed over.
    package var tenderedFen: Int?
    /// What was given back.
    package var changeFen: Int?
    /// Gap-free per handheld and kind.
    package var receiptNumber: String?
    /// `RECEIPT`, `INVOICE` or `NONE`.
    package var voucher: Code?
    /// Number of the payment request or the card terminal.
    package var externalReference: String?
    /// Who paid; names the monthly account.
    package var payer: String?
    /// Reason when the amount is not the amount due.
    package var difference: String?

    package init(money: Money, charge: String, purpose: ChargePurpose, state: PaymentState) {
        self.money = money
        self.charge = charge
        self.purpose = purpose
        self.state = state
    }
}

/// Reverses the payment that the entry corrects.
package struct PaymentVoidFact: Hashable, Sendable {
    /// Equal to the money of the payment.
    package var money: Money
    /// The charge of the payment.
    package var charge: String
    /// `AMOUNT_WRONG`, `WRONG_PARCEL`, `METHOD_CHANGED`, `DUPLICATE`, `FAILED` or `OTHER`.
    package var reason: Code
    package var note: String?

    package init(money: Money, charge: String, reason: Code) {
        self.money = money
        self.charge = charge
        self.reason = reason
    }
}

/// The outcome of a pending payment; made by the server.
package struct PaymentConfirmFact: Hashable, Sendable {
    package var outcome: ConfirmationOutcome
    /// Number given by the payment network.
    package var externalReference: String?

    package init(outcome: ConfirmationOutcome) {
        self.outcome = outcome
    }
}
