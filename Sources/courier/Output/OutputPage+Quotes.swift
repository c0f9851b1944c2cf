import Commands
import Domain
import Handheld

/// Quotes computed again.
extension OutputPage {
    func quotes(_ standings: [QuoteStanding]) -> CommandOutput {
        let differing = standings.filter { !$0.review.differences.isEmpty }
        let rows = differing.map { standing in
            let differences = standing.review.differences.map {
                $0.words(Handheld.words)[language]
            }
            return OutputList.Row(
                [
                    standing.reference, standing.parcel ?? "-",
                    differences.joined(separator: "; "),
                ],
                json: [
                    "record": .text(standing.reference), "waybill": .optional(standing.parcel),
                    "differences": .list(differences.map { .text($0) }),
                ])
        }
        let partial = standings.count { !$0.review.isComplete }
        return CommandOutput(
            status: rows.isEmpty ? .done : .answerIsNo,
            members: [
                JSONMember("count", .integer(standings.count)),
                JSONMember("complete", .integer(standings.count - partial)),
                JSONMember("differing", .integer(rows.count)),
            ],
            text: [Words.reviewedQuotes(standings.count, differing: rows.count)[language]],
            list: OutputList(
                key: "quotes",
                columns: [
                    column("报价", "quote"), column("运单", "waybill"),
                    column("哪里不对", "what differs"),
                ], rows: rows),
            closing: partial == 0
                ? []
                : [
                    say(
                        "其中 \(partial) 个只核对了算术: 价目或设置后来改过",
                        "\(partial) of them by their own figures only: tariff or settings have "
                            + "changed since")
                ])
    }
}
