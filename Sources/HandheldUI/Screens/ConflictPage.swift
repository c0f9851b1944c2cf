import Commands
import Domain
import Terminal

/// Cases that records of this handheld are in: the manager decides them, and the courier says here
/// what is true. No record is changed by it.
struct ConflictPage: ScreenPage {
    private var cases: [CaseRow] = []
    private var isAsked = false
    private var first = 0
    /// The case looked at.
    private var chosen: CaseRow?
    /// What is about to be said of it.
    private var stand: CaseStand?

    private static let perPage = 8

    var step: Int { (chosen == nil ? 0 : 1) + (stand == nil ? 0 : 1) }
    var help: [Words] {
        [
            Words(
                zh: "两条记录都保留, 由站长裁决; 您只说实情。选好按 8 记录, Enter 无效。",
                en: "Both records stay and the manager decides; you say what is true. Choose, "
                    + "then 8 records it; Enter does nothing.")
        ]
    }

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        switch input {
        case .opened, .changed: return [.ask(.conflicts)]
        case .answer(.conflicts(let cases)):
            self.cases = cases.filter { $0.state != .resolved }
            isAsked = true
            if first >= self.cases.count { first = 0 }
            if let id = chosen?.id { chosen = self.cases.first { $0.id == id } }
            return []
        case .answer(.recorded(let words)):
            chosen = nil
            stand = nil
            return [.say(words), .ask(.conflicts), .ask(.figures)]
        case .key(.escape) where stand != nil: stand = nil
        case .key(.escape) where chosen != nil: chosen = nil
        case .key(let key):
            guard let digit = key.digit else { return [.unhandled] }
            return chosen == nil ? choose(digit) : say(digit)
        // A scan would leave a choice half made.
        case .scan where stand != nil:
            return [.warn(Words(zh: "此页不接受扫码", en: "no scans on this page"))]
        case .scan, .paste, .paused, .mouse, .answer: return [.unhandled]
        }
        return []
    }

    private mutating func choose(_ digit: Int) -> [PageStep] {
        if digit == 0 { return [.back] }
        if digit == 9 {
            first = first + Self.perPage < cases.count ? first + Self.perPage : 0
            return []
        }
        guard cases.indices.contains(first + digit - 1) else { return [.unhandled] }
        chosen = cases[first + digit - 1]
        return []
    }

    private mutating func say(_ digit: Int) -> [PageStep] {
        guard let row = chosen else { return [] }
        switch digit {
        case 0:
            if stand == nil { chosen = nil } else { stand = nil }
        case 8:
            guard let stand else { return [.unhandled] }
            return [.record(.say(CaseSayInput(id: row.id, stand: stand)))]
        default:
            guard CaseStand.allCases.indices.contains(digit - 1) else { return [.unhandled] }
            stand = CaseStand.allCases[digit - 1]
        }
        return []
    }

    func view(_ screen: ScreenContext) -> PageView {
        guard let row = chosen else { return list(screen) }
        var view = PageView(screen.say("冲突 ", "Conflict ") + row.id, corner: row.subjectID)
        view.lines = [.note(" " + row.words[screen.language])]
        view.lines += row.facts.map { fact in
            PageLine(
                " \(screen.time(fact.at)) "
                    + (FactKind(rawValue: fact.kind)?.words[screen.language] ?? fact.kind),
                right: fact.person)
        }
        view.lines += row.comparison.map { difference in
            PageLine(
                " \(difference.words[screen.language])",
                right: "\(difference.first) / \(difference.last)")
        }
        view.lines += row.says.map { saying in
            PageLine(" \(saying.person): \(saying.stand.words[screen.language])")
        }
        view.lines.append(.rule(screen.size.columns))
        view.lines += CaseStand.allCases.enumerated().map { place, stand in
            .choice(place + 1, stand.words[screen.language], isChosen: stand == self.stand)
        }
        if stand != nil {
            view.lines.append(
                PageLine(screen.say(" 按 8 记录 (Enter 无效)", " 8 records it (Enter does not)")))
        }
        view.note = screen.say("两条原始记录都保留", "Both original records are kept")
        view.hints =
            [Hint(screen.say("数字选", "digit"))]
            + (stand == nil ? [] : [Hint(screen.say("8记录", "8 record"))])
            + [Hint(screen.say("Esc返回", "Esc back"), .escape)]
        return view
    }

    private func list(_ screen: ScreenContext) -> PageView {
        var view = PageView(
            screen.say("冲突", "Conflicts"), corner: screen.say("\(cases.count) 件", "\(cases.count)"))
        for (place, row) in cases.dropFirst(first).prefix(Self.perPage).enumerated() {
            var line = PageLine.choice(
                place + 1, "\(row.id) \(row.words[screen.language])",
                right: row.amountFen.map { Fen.text($0) } ?? "")
            line.style = row.severity == .high ? .bold : []
            view.lines.append(line)
        }
        if cases.count > Self.perPage {
            view.lines.append(.choice(9, screen.say("下一页", "next page")))
        }
        if cases.isEmpty, isAsked {
            view.lines = [PageLine(screen.say(" 没有冲突。", " No conflicts."))]
        }
        view.hints = [
            Hint(screen.say("数字选", "digit")), Hint(screen.say("Esc返回", "Esc back"), .escape),
        ]
        return view
    }
}
