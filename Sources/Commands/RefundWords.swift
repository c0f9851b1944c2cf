package import Domain

extension RefundReason {
    /// Why money goes back, said to people.
    package var words: Words {
        switch self {
        case .overpaid: Words(zh: "多收了", en: "Too much was taken")
        case .cancelled: Words(zh: "取消了", en: "Cancelled")
        case .returned: Words(zh: "退件", en: "Returned")
        case .remedy: Words(zh: "补偿", en: "Remedy")
        case .price: Words(zh: "改价", en: "Price changed")
        case .other: Words(zh: "其他", en: "Other")
        }
    }
}

extension CommandError {
    /// More is given back than was taken.
    package static func refundTooMuch(_ askedFen: Int, paidFen: Int) -> CommandError {
        CommandError(
            "E-REFUND-MUCH", field: "cash-fen",
            Words(
                zh: "这一笔一共收了 \(Fen.text(paidFen)), 不能退 \(Fen.text(askedFen))",
                en: "\(Fen.text(paidFen)) was taken for this charge, not \(Fen.text(askedFen))"),
            hint: Words(
                zh: "退过的已经扣掉; 待确认的电子付款不算收过",
                en: "what went back is taken off, and pending payments do not count"),
            status: .refusedByRule)
    }
}
