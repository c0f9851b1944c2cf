import CentralStore
import Commands
import Domain
import ReferenceData

/// Computing every stored quote again.
extension StationProgram {
    func verifyQuotes(
        _ store: borrowing StationReader, _ reports: StationReports
    ) throws(CommandFailure) -> CommandOutput {
        var tally = QuoteTally()
        try stored { try store.eachQuote { tally.take($0) } }
        return reports.quotes(tally)
    }
}

/// What computing the quotes again has found so far.
struct QuoteTally {
    private(set) var count = 0
    /// Quotes whose tariff, settings and pickup were all there.
    private(set) var completeCount = 0
    private(set) var differing: [(record: QuoteRecord, review: QuoteReview)] = []

    mutating func take(_ record: QuoteRecord) {
        let tables = ReferenceData.tables
        let terms: TariffTerms? =
            switch record.tariff {
            case .none: tables.standardTariff
            case .known(let terms): terms
            case .unknown: nil
            }
        let settings: RuleSettings? =
            switch record.config {
            case .none, .unknown: nil
            case .known(let config): RuleSettings(tables.settings, config: config)
            }
        let review = QuoteReview(
            of: record.quote, pickup: record.pickup, terms: terms, settings: settings)
        count += 1
        if review.isComplete { completeCount += 1 }
        if !review.differences.isEmpty { differing.append((record, review)) }
    }
}

extension StationReports {
    func quotes(_ tally: QuoteTally) -> CommandOutput {
        let words = ReferenceData.tables.words
        let rows = tally.differing.map { record, review in
            let differences = review.differences.map { $0.words(words)[language] }
            return OutputList.Row(
                [
                    record.reference, record.quote.parcel ?? "-", record.person,
                    differences.joined(separator: "; "),
                ],
                json: [
                    "record": .text(record.reference), "waybill": .optional(record.quote.parcel),
                    "person": .text(record.person),
                    "differences": .list(differences.map { .text($0) }),
                ])
        }
        let partial = tally.count - tally.completeCount
        return CommandOutput(
            status: rows.isEmpty ? .done : .answerIsNo,
            members: [
                JSONMember("count", .integer(tally.count)),
                JSONMember("complete", .integer(tally.completeCount)),
                JSONMember("differing", .integer(rows.count)),
            ],
            text: [Words.reviewedQuotes(tally.count, differing: rows.count)[language]],
            list: OutputList(
                key: "quotes",
                columns: [
                    .init(Words(zh: "报价", en: "quote")), .init(Words(zh: "运单", en: "waybill")),
                    .init(Words(zh: "工号", en: "person")),
                    .init(Words(zh: "哪里不对", en: "what differs")),
                ], rows: rows),
            closing: partial == 0
                ? []
                : [
                    Words(
                        zh: "其中 \(partial) 个只核对了算术: 当时的价目、设置或收件记录这里没有",
                        en: "\(partial) of them by their own figures only: the tariff, settings or "
                            + "pickup they came from is not here")[language]
                ])
    }
}
