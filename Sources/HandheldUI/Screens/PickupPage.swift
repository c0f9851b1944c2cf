import Domain
import Terminal

/// Which pickup: one of the round, or a sender who walked in.
struct PickupPage: ScreenPage {
    private var tasks: [TaskView] = []
    private var first = 0

    var help: [Words] {
        [
            Words(
                zh: "数字选一个收件任务, 9 没有预约的现场收件, 0 下一页。",
                en: "A digit chooses a pickup, 9 is a sender without an order, 0 turns the page.")
        ]
    }

    private static let perPage = 8

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        switch input {
        case .opened, .changed: return [.ask(.tasks)]
        case .answer(.tasks(let tasks)):
            self.tasks = tasks.filter { $0.task.kind == .pickup }
            if first >= self.tasks.count { first = 0 }
            return []
        case .key(let key):
            guard let digit = key.digit else { return [.unhandled] }
            if digit == 9 { return [.begin(PickupFlow(nil), replaces: true)] }
            if digit == 0 {
                first = first + Self.perPage < tasks.count ? first + Self.perPage : 0
                return []
            }
            guard tasks.indices.contains(first + digit - 1) else { return [.unhandled] }
            return [.begin(PickupFlow(tasks[first + digit - 1].task.id), replaces: true)]
        case .scan, .paste, .paused, .answer, .mouse: return [.unhandled]
        }
    }

    func view(_ screen: ScreenContext) -> PageView {
        var view = PageView(
            screen.say("收件 选任务", "Pickup: choose"),
            corner: screen.say("待取 \(tasks.count)", "\(tasks.count) due"))
        for (place, task) in tasks.dropFirst(first).prefix(Self.perPage).enumerated() {
            let words = TaskWords(task, screen)
            view.lines.append(
                .choice(place + 1, "\(words.window) \(words.name) \(words.place)"))
        }
        view.lines.append(.choice(9, screen.say("现场收件 (没有预约)", "a sender without an order")))
        if tasks.count > Self.perPage {
            view.lines.append(.choice(0, screen.say("下一页", "next page")))
        }
        view.hints = [
            Hint(screen.say("数字选", "digit")), Hint(screen.say("Esc返回", "Esc back"), .escape),
        ]
        return view
    }
}
