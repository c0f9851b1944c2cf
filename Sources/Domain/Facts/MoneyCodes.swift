/// Why money goes back to a payer (PJS 4.5, `refund`).
package enum RefundReason: String, CaseIterable, Sendable {
    case overpaid = "OVERPAID"
    case cancelled = "CANCELLED"
    case returned = "RETURNED"
    case remedy = "REMEDY"
    case price = "PRICE"
    case other = "OTHER"
}

/// Who pays the freight and when (`pay_types`).
package enum PayType: String, CaseIterable, Sendable {
    case prepaid = "PREPAID"
    case collect = "COLLECT"
    case monthly = "MONTHLY"
    case thirdParty = "THIRD_PARTY"
}

/// Means of payment (`payment_methods` and BANK_TRANSFER).
package enum PaymentMethod: String, CaseIterable, Sendable {
    case cash = "CASH"
    case unionpayCard = "UNIONPAY_CARD"
    case wechat = "WECHAT"
    case alipay = "ALIPAY"
    case eCny = "E_CNY"
    case monthlyAccount = "MONTHLY_ACCOUNT"
    case collect = "COLLECT"
    case bankTransfer = "BANK_TRANSFER"

    /// What totals and accounts tell apart (PJS 4.2).
    package var methodClass: PaymentMethodClass {
        switch self {
        case .cash: .cash
        case .unionpayCard: .card
        case .wechat, .alipay, .eCny, .bankTransfer: .wallet
        case .monthlyAccount: .monthly
        case .collect: .collect
        }
    }

    /// Whether a payment may wait for the station; the others are taken at once.
    package var canBePending: Bool {
        switch methodClass {
        case .card, .wallet: true
        case .cash, .monthly, .collect: false
        }
    }
}

/// Classes of payment methods; `monthly` and `collect` move no money.
package enum PaymentMethodClass: CaseIterable, Sendable {
    case cash, card, wallet, monthly, collect
}

/// Whether the money is there or the station must still confirm it.
package enum PaymentState: String, CaseIterable, Sendable {
    case taken
    case pending
}

/// What became of a pending payment.
package enum ConfirmationOutcome: String, CaseIterable, Sendable {
    case confirmed
    case failed
}

/// What an amount is for.
package enum ChargePurpose: String, CaseIterable, Sendable {
    case freight = "FREIGHT"
    case collect = "COLLECT"
    case cod = "COD"
    case `return` = "RETURN"
    case storage = "STORAGE"
    case packaging = "PACKAGING"
    case other = "OTHER"
}

/// Where a charge stands.
package enum ChargeState: String, CaseIterable, Sendable {
    case open
    case settled
    case refundDue = "refund_due"
    case waived
}

/// Why what is due for a charge changes by an amount (PJS 4.6, `adjustment`).
package enum AdjustmentReason: String, CaseIterable, Sendable {
    case reweigh = "REWEIGH"
}
