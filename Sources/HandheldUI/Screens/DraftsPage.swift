import Domain
import Terminal

/// Flows that were begun and not recorded: each goes on where it was.
struct DraftsPage: ScreenPage {
    private var drafts: [ScreenDraft] = []
    /// The one looked at.
    private var chosen: ScreenDraft?

    /// A page shows so many; the newest come first.
    static let shownMax = 9

    init(_ drafts: [ScreenDraft] = []) { self.drafts = drafts }

    var step: Int { chosen == nil ? 0 : 1 }
    var help: [Words] {
        [
            Words(
                zh: "数字选一份草稿, 1 继续, 8 放弃。Esc 以后再说, 草稿还在。",
                en: "A digit chooses a draft, 1 goes on, 8 discards it. Esc leaves it for later.")
        ]
    }

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        switch input {
        case .opened: return [.ask(.drafts)]
        case .answer(.drafts(let drafts)):
            self.drafts = drafts
            chosen = nil
            return drafts.isEmpty ? [.back] : []
        case .key(.escape) where chosen != nil:
            chosen = nil
            return []
        case .key(let key):
            guard let digit = key.digit else { return [.unhandled] }
            guard let chosen else {
                guard digit > 0, drafts.indices.contains(digit - 1) else { return [.unhandled] }
                self.chosen = drafts[digit - 1]
                return []
            }
            switch digit {
            case 1: return resumed(chosen)
            case 8: return [.ask(.discardDraft(chosen.id)), .ask(.drafts), .ask(.figures)]
            case 0:
                self.chosen = nil
                return []
            default: return [.unhandled]
            }
        case .scan, .paste, .paused, .answer, .changed, .mouse: return [.unhandled]
        }
    }

    private func resumed(_ draft: ScreenDraft) -> [PageStep] {
        guard let flow = Self.flow(of: draft) else {
            return [.warn(Words(zh: "此草稿是别的版本的", en: "this draft is of another version"))]
        }
        return [
            .replace(
                FlowPage(
                    flow, answers: Answers(draft.values), draft: draft.id, step: draft.step))
        ]
    }

    private static func flow(of draft: ScreenDraft) -> (any Flow)? {
        switch draft.form {
        case DeliveryFlow.form: DeliveryFlow(draft.about)
        case AttemptFlow.form: AttemptFlow(draft.about)
        case ProblemFlow.form: ProblemFlow(draft.about.isEmpty ? nil : draft.about)
        case PickupFlow.form: PickupFlow(draft.about.isEmpty ? nil : draft.about)
        case RefusalFlow.form: RefusalFlow(draft.about.isEmpty ? nil : draft.about)
        case DayFlow.form: DayFlow()
        default: nil
        }
    }

    func view(_ screen: ScreenContext) -> PageView {
        var view = PageView(
            screen.say("草稿", "Drafts"), corner: screen.say("\(drafts.count) 份", "\(drafts.count)"))
        view.hints = [Hint(screen.say("Esc以后再说", "Esc later"), .escape)]
        guard let chosen else {
            view.lines = [PageLine(screen.say(" 发现未完成的工作:", " Work that was not finished:"))]
            for (place, draft) in drafts.prefix(Self.shownMax).enumerated() {
                view.lines.append(line(of: draft, place + 1, screen))
            }
            view.hints.insert(Hint(screen.say("数字选", "digit")), at: 0)
            return view
        }
        view.lines = [
            PageLine(" " + title(of: chosen, screen)), PageLine(" " + chosen.about),
            PageLine(screen.say(" 存于 ", " kept ") + screen.time(chosen.changedAt)),
            .rule(screen.size.columns),
            .choice(
                1, screen.say("继续 (回到第 \(chosen.step + 1) 步)", "go on (step \(chosen.step + 1))")),
            .choice(8, screen.say("放弃此草稿", "discard this draft")),
            .choice(0, screen.say("以后再说", "later")),
        ]
        return view
    }

    private func title(of draft: ScreenDraft, _ screen: ScreenContext) -> String {
        Self.flow(of: draft)?.title[screen.language] ?? draft.form
    }

    private func line(of draft: ScreenDraft, _ number: Int, _ screen: ScreenContext) -> PageLine {
        let about = screen.isDesk ? draft.about : ScreenContext.tail(draft.about)
        return .choice(
            number, "\(title(of: draft, screen)) \(about)", right: screen.time(draft.changedAt))
    }
}
