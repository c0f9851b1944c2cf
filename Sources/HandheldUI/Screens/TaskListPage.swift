import Commands
import Domain
import Terminal

/// The tasks of the round, two lines each, a page of them numbered from 1.
struct TaskListPage: ScreenPage {
    private var tasks: [TaskView] = []
    private var tab = Tab.all
    private var first = 0
    private var isAsked = false

    /// Which tasks are listed.
    enum Tab: Int, CaseIterable {
        case all, pickup, delivery

        func contains(_ task: CourierTask) -> Bool {
            switch self {
            case .all: true
            case .pickup: task.kind == .pickup
            case .delivery: task.kind == .delivery || task.kind == .return
            }
        }
    }

    init(_ tab: Tab = .all) { self.tab = tab }

    var help: [Words] {
        [
            Words(
                zh: "数字打开一单; 左右换页签。", en: "A digit opens a task; left and right change the list."),
            Words(
                zh: "P/收 上门收件, D/派 派件, R/退 退件。",
                en: "P is a pickup, D a delivery, R a return."),
        ]
    }

    private var listed: [TaskView] { tasks.filter { tab.contains($0.task) } }

    private func perPage(_ screen: ScreenContext) -> Int {
        min(9, max(2, (screen.size.rows - 5) / 2))
    }

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        let perPage = perPage(screen)
        switch input {
        case .opened, .changed: return [.ask(.tasks)]
        case .answer(.tasks(let tasks)):
            self.tasks = tasks
            isAsked = true
            if first >= listed.count { first = 0 }
            return []
        case .key(.left), .key(.right):
            let step = if case .key(.left) = input { Tab.allCases.count - 1 } else { 1 }
            tab = Tab(rawValue: (tab.rawValue + step) % Tab.allCases.count) ?? .all
            first = 0
            return []
        case .key(.pageDown):
            if first + perPage < listed.count { first += perPage }
            return []
        case .key(.pageUp):
            first = max(0, first - perPage)
            return []
        case .key(let key):
            guard let digit = key.digit else { return [.unhandled] }
            if digit == 0 { return [.back] }
            let index = first + digit - 1
            guard digit <= perPage, listed.indices.contains(index) else { return [.unhandled] }
            return [.push(TaskPage(listed[index].task.id))]
        case .scan, .paste, .paused, .answer, .mouse: return [.unhandled]
        }
    }

    func view(_ screen: ScreenContext) -> PageView {
        let perPage = perPage(screen)
        let counts = Tab.allCases.map { tab in tasks.count { tab.contains($0.task) } }
        let names = [
            screen.say("全部", "all "), screen.say("收", "P "), screen.say("派", "D "),
        ]
        let tabs = Tab.allCases.map { tab in
            (tab == self.tab ? ">" : "") + names[tab.rawValue] + String(counts[tab.rawValue])
        }
        let pageCount = max(1, (listed.count + perPage - 1) / perPage)
        var view = PageView(
            screen.say("任务 ", "Tasks ") + tabs.joined(separator: " "),
            corner: "\(first / perPage + 1)/\(pageCount)")
        for (index, task) in listed.dropFirst(first).prefix(perPage).enumerated() {
            view.lines += lines(of: task, index + 1, screen)
        }
        if listed.isEmpty {
            view.lines = [
                .note(
                    isAsked
                        ? screen.say(
                            " 没有任务。按 Esc, 再按 9 同步。", " No tasks. For new ones: Esc, then 9.")
                        : "")
            ]
        }
        view.note =
            screen.figures.link == .offline
            ? screen.say("离线: 清单为 ", "Offline: this list is from ")
                + (screen.figures.lastExchangeAt.map(screen.time) ?? "-") : ""
        view.hints = [
            Hint(screen.say("数字开", "digit opens")), Hint(screen.say("左右换页签", "left right"), .right),
            Hint(screen.say("PgDn下页", "PgDn"), .pageDown),
            Hint(screen.say("Esc返回", "Esc"), .escape),
        ]
        return view
    }

    private func lines(
        of view: TaskView, _ number: Int, _ screen: ScreenContext
    ) -> [PageLine] {
        let words = TaskWords(view, screen)
        let count = view.task.parcels.count
        let pieces = count > 0 ? screen.say("\(count)件", "x\(count)") : ""
        var head = PageLine.choice(
            number, "\(words.kind) \(words.window) \(words.name)", right: pieces)
        let marks = [
            view.task.isUrgent ? screen.say("!急", "!urgent") : nil,
            words.isStopped ? screen.say("!停", "!stop") : nil,
            view.dueFen > 0 ? Fen.text(view.dueFen) : nil,
        ].compactMap(\.self).joined(separator: " ")
        var second = PageLine("   " + words.place, right: marks)
        second.taps = head.taps
        head.style = view.task.isUrgent ? .bold : []
        return [head, second]
    }
}
