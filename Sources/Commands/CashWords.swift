package import Domain

extension CommandError {
    /// A count of notes and coins that cannot be read.
    package static func badCash(_ flag: String, _ problem: CashCount.Problem) -> CommandError {
        let why =
            switch problem {
            case .form(let text):
                Words(zh: "「\(text)」不是 面额=张数", en: "\"\(text)\" is not NOTE=PIECES")
            case .denomination(let text):
                Words(
                    zh: "没有面额 \(text) 元的人民币", en: "there is no note or coin of \(text) yuan")
            case .twice(let text):
                Words(zh: "面额 \(text) 写了两次", en: "\(text) yuan stands there twice")
            case .tooLarge: Words(zh: "数目太大", en: "that is too much")
            }
        return CommandError(
            "E-CASH-COUNT", field: flag, why,
            hint: Words(
                zh: "写作 100=10,50=4,0.5=1: 面额是元, 等号后是张数",
                en: "write 100=10,50=4,0.5=1: yuan, and how many pieces"), status: .usage)
    }

    /// The notes do not come to the amount that was said beside them.
    package static func cashSumDiffers(_ totalFen: Int, _ amountFen: Int) -> CommandError {
        CommandError(
            "E-CASH-SUM", field: "count",
            Words(
                zh: "点出的张数合计 \(Fen.text(totalFen)), 写的金额是 \(Fen.text(amountFen))",
                en: "the notes come to \(Fen.text(totalFen)), the amount says "
                    + Fen.text(amountFen)),
            hint: Words(
                zh: "再数一遍; 只写 --count 也可以", en: "count again; --count alone is enough"),
            status: .usage)
    }
}
