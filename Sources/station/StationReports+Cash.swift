import CentralStore
import Commands
import Domain

/// What is said of cash that couriers hand in. Nothing tells what a courier says before the cash
/// is counted.
extension StationReports {
    func cashHandovers(
        _ found: [CashHandoverStatus], isWithMatched: Bool
    ) -> CommandOutput {
        let rows = found.map { item in
            OutputList.Row(
                [
                    item.number, item.name ?? item.giver,
                    (item.givenMilliseconds ?? item.countedMilliseconds).map(short) ?? "-",
                    item.shownGivenFen.map { Fen.text($0) } ?? "",
                    item.countedFen.map { Fen.text($0) } ?? "", item.words[language],
                ], json: .object(members(item)))
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            text: found.isEmpty
                ? [
                    isWithMatched
                        ? Words(zh: "还没人交过款", en: "No cash was handed in yet.")[language]
                        : Words(zh: "没有等着点的交款", en: "No cash is to be counted.")[language]
                ] : [],
            list: OutputList(
                key: "handovers",
                columns: [
                    .init(Words(zh: "交款号", en: "number")), .init(Words(zh: "快递员", en: "courier")),
                    .init(Words(zh: "时间", en: "time")),
                    .init(Words(zh: "交出", en: "given"), isNumber: true),
                    .init(Words(zh: "点数", en: "counted"), isNumber: true),
                    .init(Words(zh: "状态", en: "state")),
                ], rows: rows))
    }

    /// Both sides at last, and what the courier still has by the books.
    func counted(_ item: CashHandoverStatus, booked: Int) -> CommandOutput {
        let say = { (zh: String, en: String) in Words(zh: zh, en: en)[language] }
        let counted = Fen.text(item.countedFen ?? 0)
        var text = [
            say(
                "\(item.number)  \(item.name ?? item.giver)  点出 \(counted)",
                "\(item.number)  \(item.name ?? item.giver)  counted \(counted)")
        ]
        if let given = item.givenFen {
            text.append(
                say("快递员写的是 \(Fen.text(given)): ", "the courier says \(Fen.text(given)): ")
                    + item.words[language])
        } else {
            text.append(item.words[language])
        }
        if let reason = item.reason { text.append(say("他的说明: ", "the courier's note: ") + reason) }
        text.append(
            say("账上他手里还有 \(Fen.text(booked))", "by the books \(Fen.text(booked)) is left in hand"))
        return CommandOutput(
            members: members(item) + [JSONMember("booked_fen", .integer(booked))], text: text)
    }

    /// The cash of a day, a line each.
    func lines(_ cash: [CashHandoverStatus]) -> [String] {
        cash.map { item in
            "  \(item.number)  \(item.name ?? item.giver)  "
                + (item.shownGivenFen.map {
                    Words(zh: "交 \(Fen.text($0))  ", en: "gave \(Fen.text($0))  ")[language]
                } ?? "")
                + (item.countedFen.map {
                    Words(zh: "点 \(Fen.text($0))  ", en: "counted \(Fen.text($0))  ")[language]
                } ?? "") + item.words[language]
        }
    }

    func members(_ item: CashHandoverStatus) -> [JSONMember] {
        [
            JSONMember("handover", .text(item.number)), JSONMember("courier", .text(item.giver)),
            JSONMember("name", .optional(item.name)),
            JSONMember("given_at", time(item.givenMilliseconds)),
            JSONMember("counted_at", time(item.countedMilliseconds)),
            JSONMember("given_fen", .optional(item.shownGivenFen)),
            JSONMember("counted_fen", .optional(item.countedFen)),
            JSONMember("difference_fen", .optional(item.differenceFen)),
            JSONMember("currency", "CNY"), JSONMember("case", .optional(item.caseID)),
        ]
    }
}

extension CashHandoverStatus {
    /// What the courier says, once the cash is counted.
    fileprivate var shownGivenFen: Int? { countedFen == nil ? nil : givenFen }

    fileprivate var words: Words {
        guard countedFen != nil else {
            return Words(
                zh: "等着点: station cash count \(number)",
                en: "to be counted: station cash count \(number)")
        }
        guard let difference = differenceFen else {
            return Words(
                zh: "快递员的记录还没到: 让他同步", en: "the courier's record has not come: have it sent")
        }
        guard difference != 0 else { return Words(zh: "相符", en: "right") }
        let amount = Fen.text(abs(difference))
        let follows =
            caseID.map { Words(zh: "个案 \($0)", en: "case \($0)") }
            ?? Words(zh: "已裁决", en: "decided")
        return difference < 0
            ? Words(zh: "少 \(amount), \(follows.zh)", en: "\(amount) too little, \(follows.en)")
            : Words(zh: "多 \(amount), \(follows.zh)", en: "\(amount) too much, \(follows.en)")
    }
}
