import Commands
import Domain
import Handheld

/// Cash that was given to the station.
extension OutputPage {
    /// What a receipt says of it.
    func cashDetails(_ cash: CashHandoverFact) -> ([JSONMember], [String]) {
        (
            [
                JSONMember("handover", .text(cash.number)),
                JSONMember("amount_fen", .integer(cash.money.amountFen)),
                JSONMember("currency", .text(cash.money.currency)),
                JSONMember("differs", .optional(cash.difference)),
            ],
            [
                say("交款号 ", "number ") + cash.number + "  " + Fen.text(cash.money.amountFen),
                say(
                    "把钱和交款号给站长; 不要告诉他数目, 他自己点",
                    "give the manager cash and number, not the amount: it is counted blind"),
            ]
        )
    }

    func cash(_ standings: [CashStanding]) -> CommandOutput {
        let rows = standings.map { item in
            OutputList.Row(
                [
                    item.number, short(item.at), Fen.text(item.givenFen),
                    item.countedFen.map { Fen.text($0) } ?? "", state(item)[language],
                ],
                json: [
                    "handover": .text(item.number), "at": time(item.at),
                    "given_fen": .integer(item.givenFen),
                    "counted_fen": .optional(item.countedFen),
                    "difference_fen": .optional(item.countedFen.map { $0 - item.givenFen }),
                ])
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            text: rows.isEmpty ? [say("还没交过款。", "No cash was given yet.")] : [],
            list: OutputList(
                key: "handovers",
                columns: [
                    column("交款号", "number"), column("时间", "time"),
                    column("交出", "given", isNumber: true),
                    column("点数", "counted", isNumber: true), column("状态", "state"),
                ], rows: rows))
    }

    private func state(_ item: CashStanding) -> Words {
        switch item.countedFen {
        case nil: Words(zh: "站长还没点, 或还没同步", en: "not counted, or not heard of yet")
        case item.givenFen: Words(zh: "相符", en: "right")
        default: Words(zh: "不符: 已立个案, 找站长", en: "differs: a case is open, see the manager")
        }
    }
}
