import Commands
import Domain

/// Prices that were told.
extension StationTable {
    static let quotes = [
        Command(
            "quote", "verify",
            summary: Words(zh: "重算每一个报价, 核对到分", en: "compute every quote again, to the fen"),
            details: Words(
                zh: "按报价自己记下的数、当时的价目和设置、以及收件记录重算。不符的逐个列出, 退出码 1。",
                en: "From the figures that a quote keeps, the tariff and settings of then, and the "
                    + "pickup. Every one that differs is named, with exit status 1."),
            examples: [
                Example(
                    "station quote verify --json",
                    Words(zh: "给脚本看的结果", en: "the result for a script"))
            ])
    ]
}
