/// Cash changes hands (交款); both sides record it under one number. The subject is the giver.
package struct CashHandoverFact: Hashable, Sendable {
    /// The same on both sides.
    package var number: String
    package var side: CashSide
    /// What was given or counted; the method is cash.
    package var money: Money
    /// The person who takes, on both sides.
    package var taker: String
    /// Pieces by denomination in fen.
    package var notes: [Int: Int] = [:]
    /// What the courier took it for.
    package var parts = CashParts()
    /// `CASHIER`, `BANK` or `SAFE`.
    package var to: Code?
    /// The time it was taken in, ms UTC.
    package var from: Int?
    package var until: Int?
    /// Reason when the amount is not the cash held.
    package var difference: String?

    package init(number: String, side: CashSide, money: Money, taker: String) {
        self.number = number
        self.side = side
        self.money = money
        self.taker = taker
    }
}

/// Money was given back (退款).
package struct RefundFact: Hashable, Sendable {
    package var money: Money
    package var charge: String
    /// `OVERPAID`, `CANCELLED`, `RETURNED`, `REMEDY`, `PRICE` or `OTHER`.
    package var reason: Code
    package var approvedBy: String?
    /// Who got it.
    package var payee: String?
    package var note: String?

    package init(money: Money, charge: String, reason: Code) {
        self.money = money
        self.charge = charge
        self.reason = reason
    }
}
