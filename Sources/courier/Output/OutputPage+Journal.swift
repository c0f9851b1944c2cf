import Commands
import Domain
import Handheld
import Journal
import SyncProtocol

/// Records, their proof, and the day.
extension OutputPage {
    func records(_ views: [RecordView]) -> CommandOutput {
        let rows = views.map { view in
            OutputList.Row(
                [
                    String(view.entry.place.sequence), view.entry.place.reference,
                    clock(view.object["w"]?.integer), kind(view),
                    about(view), view.object["u"]?.text ?? "", view.state.words[language],
                ], json: json(view))
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            text: rows.isEmpty ? [say("还没有记录。", "No records yet.")] : [],
            list: OutputList(
                key: "records",
                columns: [
                    column("序号", "no.", isNumber: true), column("记录", "record"),
                    column("时间", "time"), column("种类", "kind"), column("运单或任务", "about"),
                    column("工号", "person"), column("状态", "state"),
                ], rows: rows))
    }

    /// One record with every field as it was recorded.
    func record(_ view: RecordView) -> CommandOutput {
        guard case .object(var members) = json(view) else {
            preconditionFailure("a record is an object")
        }
        members.append(JSONMember("fact", .text(view.entry.place.id)))
        members.append(
            JSONMember("corrected_by", .optional(view.correctedBy?.reference)))
        members.append(JSONMember("entry", PersonalField.masked(.object(view.object), key: "")))
        var lines = [
            "\(view.entry.place.reference)  \(kind(view))  \(view.state.words[language])",
            say("序号 ", "number ") + "\(view.entry.place.sequence)  "
                + short(view.object["w"]?.integer) + "  " + (view.object["u"]?.text ?? ""),
        ]
        if let correction = view.correctedBy {
            lines.append(say("! 已被更正: ", "! corrected by ") + correction.reference)
        }
        if let payload = view.object["p"]?.object {
            lines += fields(of: payload).map { "  \($0.path) = \($0.text)" }
        }
        lines.append(say("指纹 ", "fingerprint ") + view.entry.place.id)
        return CommandOutput(members: members, text: lines)
    }

    func proof(_ proof: JournalProof) -> CommandOutput {
        let isIntact = proof.fault == nil
        return CommandOutput(
            status: isIntact ? .done : .answerIsNo,
            members: [
                JSONMember("count", .integer(proof.count)),
                JSONMember("head", .text(proof.head.hex)),
                JSONMember("fault", .optional(proof.fault)),
            ],
            text: [
                isIntact
                    ? say(
                        "完好: \(proof.count) 条记录, 哈希链从头到尾对得上",
                        "intact: \(proof.count) records, the hash chain holds from first to last")
                    : say(
                        "! 第 \(proof.fault ?? 0) 条记录对不上: 停止使用, 把手持端交给站长",
                        "! record \(proof.fault ?? 0) does not hold: stop using this handheld"),
                say("链头 ", "head ") + proof.head.hex,
            ])
    }

    func day(_ day: DaySummary) -> CommandOutput {
        let kinds = FactKind.allCases.compactMap { kind in
            day.counts[kind].map { (kind, $0) }
        }
        let date =
            "\(day.day.number / 10_000)-\(twoDigits(day.day.month))-\(twoDigits(day.day.day))"
        let rows = kinds.map { kind, count in
            OutputList.Row(
                [kind.words[language], String(count)],
                json: ["kind": .text(kind.rawValue), "count": .integer(count)])
        }
        let money = day.money.map { entry -> JSONValue in
            [
                "person": .text(entry.person), "cash_fen": .integer(entry.summary.cashFen),
                "freight_fen": .integer(entry.summary.cashParts.freightFen),
                "collect_fen": .integer(entry.summary.cashParts.collectFen),
                "cod_fen": .integer(entry.summary.cashParts.codFen),
                "card_fen": .integer(entry.summary.cardFen),
                "wallet_fen": .integer(entry.summary.walletFen),
                "monthly_fen": .integer(entry.summary.monthlyFen),
                "waiting_fen": .integer(entry.summary.waitingFen),
            ]
        }
        return CommandOutput(
            members: [
                JSONMember("day", .text(date)), JSONMember("cash_fen", .integer(day.cashFen)),
                JSONMember("currency", "CNY"), JSONMember("unsent", .integer(day.unsent)),
                JSONMember("money", .list(money)),
            ],
            text: [rows.isEmpty ? say("\(date): 没有记录", "\(date): nothing recorded") : date],
            list: OutputList(
                key: "counts",
                columns: [
                    column("种类", "kind"), column("条数", "count", isNumber: true),
                ], rows: rows),
            closing: day.money.flatMap(lines)
                + [
                    day.unsent > 0 ? say("未传 \(day.unsent) 条", "\(day.unsent) not sent") : nil,
                    day.unsent == 0 && !rows.isEmpty ? say("全部已传", "all sent") : nil,
                ].compactMap(\.self))
    }

    // MARK: Parts

    private func lines(_ entry: DaySummary.PersonMoney) -> [String] {
        let money = entry.summary
        var lines = [
            "\(entry.person)  " + say("现金 ", "cash ") + Fen.text(money.cashFen) + " ("
                + say("运费 ", "freight ") + Fen.text(money.cashParts.freightFen) + ", "
                + say("到付 ", "collect ") + Fen.text(money.cashParts.collectFen) + ", "
                + say("代收 ", "COD ") + Fen.text(money.cashParts.codFen) + ")"
        ]
        for (label, fen) in [
            (say("刷卡 ", "card "), money.cardFen), (say("电子 ", "electronic "), money.walletFen),
            (say("月结 ", "monthly "), money.monthlyFen),
            (say("待确认 ", "to be confirmed "), money.waitingFen),
        ] where fen != 0 {
            lines.append("  " + label + Fen.text(fen))
        }
        return lines
    }

    private func kind(_ view: RecordView) -> String {
        view.fact?.kind.words[language] ?? view.kind
    }

    private func about(_ view: RecordView) -> String {
        view.fact?.parcels.first ?? view.entry.subject ?? ""
    }

    private func json(_ view: RecordView) -> JSONValue {
        [
            "record": .text(view.entry.place.reference),
            "number": .integer(view.entry.place.sequence),
            "kind": .text(view.kind), "at": time(view.object["w"]?.integer),
            "person": .optional(view.object["u"]?.text), "subject": .optional(view.entry.subject),
            "waybill": .optional(view.fact?.parcels.first), "sync": .text(view.state.rawValue),
        ]
    }

    /// Every scalar of a payload with its path, in the order of the keys.
    private func fields(
        of object: CanonicalObject, under path: String = ""
    ) -> [(path: String, text: String)] {
        object.members.flatMap { key, value -> [(path: String, text: String)] in
            let whole = path.isEmpty ? key : "\(path).\(key)"
            if let inner = value.object { return fields(of: inner, under: whole) }
            if let text = value.text { return [(whole, PersonalField.masked(text, key: key))] }
            return [(whole, PersonalField.masked(value, key: key).serialized)]
        }
    }

    private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
