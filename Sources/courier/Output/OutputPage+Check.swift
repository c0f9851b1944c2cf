import Commands
import Domain
import Handheld

/// What the catalogue says about goods.
extension OutputPage {
    /// One description.
    func check(_ answer: GoodsAnswer) -> CommandOutput {
        let finding = answer.finding
        var lines = ["\(answer.name): \(decision(answer))"]
        if let duty = duty(finding) { lines.append("  " + duty) }
        lines += finding.hits.map { hit in
            "  “\(hit.keyword)” \(hit.category) \(category(hit.category))  "
                + RuleBasis.words(hit.item.basis)[language]
        }
        var notes: Set<Words> = [Words(zh: "", en: "")]
        for hit in finding.hits where notes.insert(hit.item.note).inserted {
            lines.append("  * " + hit.item.note[language])
        }
        var limits: Set<Code> = []
        for case let excess? in finding.hits.map(\.excess)
        where limits.insert(excess.limit.code).inserted {
            lines.append("  ! " + excess.text[language])
        }
        lines += told(finding).map { "  > " + $0 }
        lines += finding.questions.map { question in
            "  ? \(question.words[language])  --answer \(question.keyword)=yes|no"
        }
        return CommandOutput(status: answer.status, members: members(answer), text: lines)
    }

    /// One description a row; the status is that of the worst.
    func checks(_ answers: [GoodsAnswer]) -> CommandOutput {
        let statuses = answers.map(\.status)
        let status: ExitStatus =
            statuses.contains(.refusedByRule)
            ? .refusedByRule : statuses.contains(.needsPerson) ? .needsPerson : .done
        let rows = answers.map { answer in
            OutputList.Row(
                [
                    answer.name, decision(answer), answer.finding.strictest?.category.text ?? "",
                    answer.finding.hits.map(\.keyword).joined(separator: " "),
                    answer.finding.questions.map { $0.words[language] }.joined(separator: " "),
                ], json: .object(members(answer)))
        }
        return CommandOutput(
            status: status, members: [JSONMember("count", .integer(rows.count))],
            list: OutputList(
                key: "checks",
                columns: [
                    column("品名", "goods"), column("判定", "decision"), column("类别", "category"),
                    column("命中", "matches"), column("要问", "to ask"),
                ], rows: rows))
    }

    // MARK: Parts

    private func members(_ answer: GoodsAnswer) -> [JSONMember] {
        let finding = answer.finding
        var members = [
            JSONMember("name", .text(answer.name)),
            JSONMember("decision", .text(finding.decision.rawValue)),
            JSONMember("category", .optional(finding.strictest?.category.text)),
            JSONMember("over_limit", .bool(answer.isOverLimit)),
            JSONMember("forbidden_by_air", .bool(finding.isForbiddenByAir)),
            JSONMember("matches", .list(finding.hits.map(match))),
            JSONMember("duty", .optional(duty(finding))),
            JSONMember("rules", .integer(finding.version)),
            JSONMember("tell", .list(told(finding).map { .text($0) })),
        ]
        if !finding.questions.isEmpty {
            let questions = finding.questions.map { question -> JSONValue in
                ["keyword": .text(question.keyword), "text": .text(question.words[language])]
            }
            members.append(JSONMember("ask", .list(questions)))
        }
        return members
    }

    private func match(_ hit: CatalogueHit) -> JSONValue {
        let excess = hit.excess.map { excess -> JSONValue in
            [
                "limit": .text(excess.limit.code.text), "stated": .integer(excess.stated),
                "max": .integer(excess.max), "unit": .text(excess.limit.unit[language]),
                "text": .text(excess.text[language]),
            ]
        }
        return [
            "keyword": .text(hit.keyword), "category": .text(hit.category.text),
            "decision": .optional(hit.decision?.rawValue),
            "basis": .text(RuleBasis.words(hit.item.basis)[language]),
            "note": .text(hit.item.note[language]), "over": excess ?? .null,
        ]
    }

    private func decision(_ answer: GoodsAnswer) -> String {
        let finding = answer.finding
        let text = Handheld.words[.decision, finding.decision.rawValue][language]
        let over = say("，超过限量", ", over the limit")
        let isOpen = finding.decision == .none && !finding.questions.isEmpty
        if isOpen { return say("先问清楚", "to be asked first") }
        return answer.isOverLimit && finding.decision == .quantityLimit ? text + over : text
    }

    /// What the courier has to do.
    private func duty(_ finding: CatalogueFinding) -> String? {
        guard finding.decision != .none else { return nil }
        return Handheld.words[.decisionDuty, finding.decision.rawValue][language]
    }

    /// Who must be told of goods that are refused and reported (禁止寄递物品管理规定).
    private func told(_ finding: CatalogueFinding) -> [String] {
        let reported = finding.hits.filter { $0.decision == .prohibitedReport }
        guard !reported.isEmpty else { return [] }
        var lines = [
            say(
                "立即报站长；站长报当地邮政管理部门",
                "tell the station manager at once, who tells the local postal administration")
        ]
        var seen: Set<String> = []
        for category in reported.compactMap({ Handheld.category($0.category) }) {
            guard seen.insert(category.reportTarget).inserted else { continue }
            let target = Handheld.words[.reportTarget, category.reportTarget][language]
            lines.append(say("报告：\(target)", "report to: \(target)"))
        }
        if reported.contains(where: { Handheld.category($0.category)?.mustEvacuate == true }) {
            lines.append(
                say("先疏散、隔离，不要搬动", "first evacuate and isolate; do not move it"))
        }
        return lines
    }

    private func category(_ code: Code) -> String {
        Handheld.words[.itemCategory, code.text][language]
    }
}
