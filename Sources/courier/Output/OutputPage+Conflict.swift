import Commands
import Domain

/// Conflicts, as the courier sees them.
extension OutputPage {
    func conflicts(_ found: [CaseRow], isWithEnded: Bool) -> CommandOutput {
        let shown = found.filter { isWithEnded || $0.state != .resolved }
        let rows = shown.map { row in
            OutputList.Row(
                [
                    row.id, row.words[language], row.subjectID,
                    row.amountFen.map { Fen.text($0) } ?? "", row.stateWords[language],
                ], json: json(row))
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            text: rows.isEmpty ? [say("没有冲突。", "No conflicts.")] : [],
            list: OutputList(
                key: "conflicts",
                columns: [
                    column("个案", "case"), column("发生了什么", "what happened"),
                    column("对象", "about"), column("金额", "amount", isNumber: true),
                    column("状态", "state"),
                ], rows: rows))
    }

    func conflict(_ row: CaseRow) -> CommandOutput {
        var lines = [
            "\(row.id)  \(row.words[language])", "  \(row.subjectID)  \(row.stateWords[language])",
        ]
        lines += row.facts.map { fact in
            "  \(short(fact.at))  \(fact.person)  "
                + (FactKind(rawValue: fact.kind)?.words[language] ?? fact.kind)
                + "  " + FactCode.reference(fact.fact)
        }
        lines += row.comparison.map { "  \($0.words[language]): \($0.first) / \($0.last)" }
        lines += row.says.map {
            "  \(short($0.at))  \($0.person): \($0.stand.words[language])  \($0.note)"
        }
        if row.state != .resolved {
            lines.append(
                say(
                    "站长裁决。说出实情: courier conflict resolve \(row.id) --choose server|mine|both|later",
                    "The manager decides. Say what is true: courier conflict resolve "
                        + "\(row.id) --choose server|mine|both|later"))
        }
        guard case .object(let members) = json(row) else { return CommandOutput(text: lines) }
        return CommandOutput(members: members, text: lines)
    }

    private func json(_ row: CaseRow) -> JSONValue {
        [
            "case": .text(row.id), "kind": .text(row.kind), "rule": .text(row.rule),
            "meaning": .text(row.words[language]), "state": .text(row.state.rawValue),
            "about": .optional(row.subject),
            "amount_fen": row.amountFen.map { .integer($0) } ?? .null,
            "records": .list(
                row.facts.map { fact in
                    [
                        "record": .text(FactCode.reference(fact.fact)),
                        "person": .text(fact.person), "at": time(fact.at),
                        "kind": .text(fact.kind),
                    ]
                }),
            "says": .list(
                row.says.map {
                    ["person": .text($0.person), "stand": .text($0.stand.rawValue)]
                }),
            "resolution": .optional(row.resolution),
        ]
    }
}
