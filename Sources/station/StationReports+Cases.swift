import CentralStore
import Commands
import Domain

/// What is said of cases.
extension StationReports {
    func cases(_ found: [CaseDetail], isWithResolved: Bool) -> CommandOutput {
        let rows = found.map { item in
            OutputList.Row(
                [
                    item.row.id, item.row.severity.words[language], item.row.words[language],
                    item.parcels.first ?? item.row.subjectID, people(item).joined(separator: " "),
                    item.row.facts.last.map { short($0.at) } ?? "",
                    item.row.amountFen.map { Fen.text($0) } ?? "", item.row.stateWords[language],
                ], json: json(item))
        }
        return CommandOutput(
            members: [JSONMember("count", .integer(rows.count))],
            text: found.isEmpty
                ? [
                    isWithResolved
                        ? Words(zh: "还没有过个案", en: "There has been no case.")[language]
                        : Words(zh: "没有要裁决的个案", en: "No case is to be decided.")[language]
                ] : [],
            list: OutputList(
                key: "cases",
                columns: [
                    .init(Words(zh: "个案", en: "case")), .init(Words(zh: "轻重", en: "severity")),
                    .init(Words(zh: "发生了什么", en: "what happened")),
                    .init(Words(zh: "快件", en: "parcel")), .init(Words(zh: "经手人", en: "persons")),
                    .init(Words(zh: "最近", en: "latest")),
                    .init(Words(zh: "金额", en: "amount"), isNumber: true),
                    .init(Words(zh: "状态", en: "state")),
                ], rows: rows))
    }

    func oneCase(_ item: CaseDetail) -> CommandOutput {
        let row = item.row
        let label = { (zh: String, en: String) in Words(zh: zh, en: en)[language] }
        var text = [
            "\(row.id)  \(row.words[language])  (\(row.rule), \(row.severity.words[language]))",
            label("快件", "parcel") + "  "
                + (item.parcels.isEmpty ? row.subjectID : item.parcels.joined(separator: " ")),
            label("状态", "state") + "  \(row.stateWords[language])  "
                + label("第 \(item.version) 版", "version \(item.version)"),
        ]
        if let amount = row.amountFen {
            text.append(label("金额", "amount") + "  " + Fen.text(amount))
        }
        text.append(label("记录", "records"))
        text += row.facts.map { fact in
            let isProvisional = row.provisional.map { FactCode.reference(fact.fact) == $0 } ?? false
            return "  \(short(fact.at)) ±\(fact.uncertainty / 1_000) s  "
                + "\(name(fact.person, item))  \(kind(fact.kind))  "
                + FactCode.reference(fact.fact)
                + (isProvisional ? label("  (暂以此为准)", "  (counts for now)") : "")
        }
        text += row.comparison.map {
            "  \($0.words[language]): \($0.first) / \($0.last)"
        }
        text += row.says.map {
            "  \(short($0.at))  \(name($0.person, item)): \($0.stand.words[language])  \($0.note)"
        }
        if row.state == .resolved {
            if let note = row.note { text.append(label("理由", "why") + "  " + note) }
        } else {
            text.append(label("可以裁决为", "it can be decided as"))
            text += row.options.map {
                "  \($0)  " + (CaseOption(rawValue: $0)?.words[language] ?? "")
            }
        }
        guard case .object(let members) = json(item) else { return CommandOutput(text: text) }
        return CommandOutput(members: members, text: text)
    }

    private func people(_ item: CaseDetail) -> [String] {
        var seen: Set<String> = []
        return item.row.facts.map(\.person).filter { seen.insert($0).inserted }
            .map { name($0, item) }
    }

    private func name(_ person: String, _ item: CaseDetail) -> String {
        item.names[person].map { "\($0) \(person)" } ?? person
    }

    private func json(_ item: CaseDetail) -> JSONValue {
        let row = item.row
        return [
            "case": .text(row.id), "kind": .text(row.kind), "rule": .text(row.rule),
            "meaning": .text(row.words[language]), "severity": .text(row.severity.rawValue),
            "state": .text(row.state.rawValue), "version": .integer(item.version),
            "about": .optional(row.subject), "parcels": .list(item.parcels.map { .text($0) }),
            "amount_fen": row.amountFen.map { .integer($0) } ?? .null,
            "records": .list(
                row.facts.map { fact in
                    [
                        "record": .text(FactCode.reference(fact.fact)),
                        "person": .text(fact.person), "at": time(fact.at),
                        "uncertainty_ms": .integer(fact.uncertainty), "kind": .text(fact.kind),
                    ]
                }),
            "differences": .list(
                row.comparison.map {
                    [
                        "field": .text($0.field), "first": .text($0.first), "last": .text($0.last),
                    ]
                }),
            "says": .list(
                row.says.map {
                    [
                        "person": .text($0.person), "stand": .text($0.stand.rawValue),
                        "at": time($0.at), "note": .text($0.note),
                    ]
                }),
            "options": .list(row.options.map { .text($0) }),
            "resolution": .optional(row.resolution), "decided_by": .optional(row.decidedBy),
            "note": .optional(row.note),
        ]
    }
}
