import Commands
import Domain
import Handheld

/// The end of a day, as the courier sees it.
extension OutputPage {
    /// What was sealed; only now the books are shown beside what was counted.
    func sealed(
        _ receipt: CommandOutput, _ seal: SealStanding?, counted: Int, expected: Int
    ) -> CommandOutput {
        var output = receipt
        let difference = counted - expected
        output.members += [
            JSONMember("code", .optional(seal?.code)),
            JSONMember("counted_fen", .integer(counted)),
            JSONMember("expected_fen", .integer(expected)),
            JSONMember("difference_fen", .integer(difference)),
        ]
        output.text += [
            say("封账码 ", "seal code ") + (seal?.code ?? ""),
            say(
                "数出 \(Fen.text(counted)), 账上 \(Fen.text(expected))",
                "counted \(Fen.text(counted)), the books say \(Fen.text(expected))"),
            difference == 0
                ? say("现金相符", "the cash is right")
                : say(
                    "差 \(Fen.text(difference)): 告诉站长; 关账时站长要写明理由",
                    "a difference of \(Fen.text(difference)): tell the manager, who has to say why"
                ),
        ]
        return output
    }

    func seals(_ found: [SealStanding]) -> CommandOutput {
        let rows = found.map { seal in
            OutputList.Row(
                [
                    seal.day, "\(seal.range.from)–\(seal.range.to)", seal.code,
                    Fen.text(seal.cashFen), state(seal)[language],
                ],
                json: [
                    "day": .text(seal.day), "from": .integer(seal.range.from),
                    "to": .integer(seal.range.to), "code": .text(seal.code),
                    "station_code": .optional(seal.row?.code),
                    "cash_fen": .integer(seal.cashFen),
                    "state": .text(word(seal)), "proved": .bool(seal.receipt != nil),
                    "number": seal.row?.number.map { .integer($0) } ?? .null,
                ])
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            text: rows.isEmpty ? [say("还没封过账。", "Nothing was sealed yet.")] : [],
            list: OutputList(
                key: "seals",
                columns: [
                    column("账日", "day"), column("记录", "records"), column("封账码", "code"),
                    column("现金", "cash", isNumber: true), column("站点", "station"),
                ], rows: rows))
    }

    private func word(_ seal: SealStanding) -> String {
        guard let row = seal.row else { return "sent_or_waiting" }
        if row.state.isClosed { return row.state.rawValue }
        return row.line == nil ? "waits" : row.differences.isEmpty ? "agree" : "differ"
    }

    private func state(_ seal: SealStanding) -> Words {
        switch word(seal) {
        case "agree": Words(zh: "收齐, 数目一致", en: "all there and the same")
        case "differ": Words(zh: "与站点的不一样: 找站长", en: "differs: see the manager")
        case "waits": Words(zh: "站点还缺记录: 同步", en: "records are missing there: exchange")
        case "closed", "closed_with_exceptions":
            seal.receipt == nil
                ? Words(zh: "已关账, 等凭据", en: "closed, the proof is to come")
                : Words(zh: "已关账, 有凭据", en: "closed, with proof")
        default: Words(zh: "站点还没比对", en: "not compared yet")
        }
    }
}
