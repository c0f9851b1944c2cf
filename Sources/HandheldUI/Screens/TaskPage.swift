import Commands
import Domain
import Terminal

/// One task: who, where, what is to be collected, and what can be said of it.
struct TaskPage: ScreenPage {
    private let id: String
    private var view: TaskView?
    private var isFull = false
    private var isDeclining = false

    init(_ id: String) { self.id = id }

    var step: Int { isDeclining ? 1 : 0 }
    var help: [Words] {
        [
            Words(zh: "7 显示或遮住姓名、电话、地址。", en: "7 shows or masks name, phone and address."),
            Words(
                zh: "3 退回后站点会派给别人, 要选原因。",
                en: "3 gives the task back to dispatch and asks for the reason."),
        ]
    }

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        switch input {
        case .opened, .changed: return [.ask(.task(id))]
        case .answer(.task(let view)):
            self.view = view
            return view == nil
                ? [.back, .warn(Words(zh: "没有这个任务", en: "no such task"))] : []
        case .answer(.recorded(let words)):
            isDeclining = false
            return [.say(words), .ask(.task(id)), .ask(.figures)]
        case .key(.escape) where isDeclining:
            isDeclining = false
            return []
        case .key(let key):
            guard let digit = key.digit else { return [.unhandled] }
            return isDeclining ? decline(digit) : choose(digit)
        case .scan, .paste, .paused, .answer, .mouse: return [.unhandled]
        }
    }

    private mutating func choose(_ digit: Int) -> [PageStep] {
        switch digit {
        case 0: return [.back]
        case 1 where mayAccept:
            return [.ask(.answerTask(TaskAnswerInput(task: id, answer: .accept)))]
        case 2 where mayStart:
            return [.ask(.answerTask(TaskAnswerInput(task: id, answer: .start(outOfOrder: nil))))]
        case 3 where mayDecline: isDeclining = true
        case 4:
            if let parcel = deliverable {
                return [.begin(DeliveryFlow(parcel), replaces: false)]
            }
            guard mayCollect else { return [.unhandled] }
            return [.begin(PickupFlow(id), replaces: false)]
        case 7: isFull.toggle()
        default: return [.unhandled]
        }
        return []
    }

    private mutating func decline(_ digit: Int) -> [PageStep] {
        if digit == 0 {
            isDeclining = false
            return []
        }
        guard DeclineReason.allCases.indices.contains(digit - 1) else { return [.unhandled] }
        let reason = DeclineReason.allCases[digit - 1]
        // Another reason needs words, which the command line takes.
        guard reason != .other else { return [.unhandled] }
        return [
            .ask(.answerTask(TaskAnswerInput(task: id, answer: .decline(reason, note: nil))))
        ]
    }

    private var state: TaskState? { view?.task.state }
    private var mayAccept: Bool { state == .open }
    private var mayStart: Bool { state == .open || state == .accepted }
    /// The parcel that a hand-over begins with.
    private var deliverable: String? {
        guard let task = view?.task, !task.state.isEnded else { return nil }
        switch task.kind {
        case .delivery, .return: return task.parcels.first
        case .pickup, .returnReceipt, .visit, .call, .sweep: return nil
        }
    }
    private var mayCollect: Bool {
        view.map { $0.task.kind == .pickup && !$0.task.state.isEnded } ?? false
    }
    private var mayDecline: Bool { state == .open || state == .accepted }

    func view(_ screen: ScreenContext) -> PageView {
        guard let task = view else { return PageView(screen.say("任务", "Task")) }
        let words = TaskWords(task, screen, isFull: isFull)
        var view = PageView(
            screen.say("任务 ", "Task ") + task.task.kind.words[screen.language],
            corner: task.task.id)
        view.lines = isDeclining ? reasons(screen) : details(task, words, screen)
        view.hints =
            isDeclining
            ? [
                Hint(screen.say("数字选原因", "digit = reason")),
                Hint(screen.say("Esc返回", "Esc back"), .escape),
            ]
            : actions(screen).map { Hint($0.short, .character(Character(String($0.number)))) }
                + [Hint(screen.say("Esc返回", "Esc back"), .escape)]
        return view
    }

    private func reasons(_ screen: ScreenContext) -> [PageLine] {
        [PageLine(screen.say(" 为什么退回?", " Why is it given back?"))]
            + DeclineReason.allCases.enumerated().filter { $0.element != .other }.map {
                .choice($0.offset + 1, $0.element.words[screen.language])
            }
    }

    private struct Action {
        let number: Int
        let short: String
        let text: String
    }

    private func actions(_ screen: ScreenContext) -> [Action] {
        var actions: [Action] = []
        if mayAccept {
            actions.append(
                Action(
                    number: 1, short: screen.say("1接受", "1 take"),
                    text: screen.say("接受", "take it on")))
        }
        if mayStart {
            actions.append(
                Action(
                    number: 2, short: screen.say("2出发", "2 start"),
                    text: screen.say("出发, 开始办", "start now")))
        }
        if mayDecline {
            actions.append(
                Action(
                    number: 3, short: screen.say("3退回", "3 give back"),
                    text: screen.say("退回给站点", "give back to dispatch")))
        }
        if mayCollect {
            actions.append(
                Action(
                    number: 4, short: screen.say("4收件", "4 collect"),
                    text: screen.say("收件", "collect")))
        }
        if deliverable != nil {
            actions.append(
                Action(
                    number: 4, short: screen.say("4签收", "4 hand over"),
                    text: screen.say("签收", "hand over")))
        }
        if screen.figures.mayShowPersonal {
            actions.append(
                Action(
                    number: 7,
                    short: isFull ? screen.say("7遮住", "7 mask") : screen.say("7显示", "7 show"),
                    text: isFull
                        ? screen.say("遮住姓名电话地址", "mask name, phone, address")
                        : screen.say("显示姓名电话地址", "show name, phone, address")))
        }
        return actions
    }

    private func details(
        _ task: TaskView, _ words: TaskWords, _ screen: ScreenContext
    ) -> [PageLine] {
        var lines = [
            PageLine(
                " " + words.window, right: task.task.state.words[screen.language])
        ]
        lines.append(PageLine(" " + words.name, right: words.phone))
        lines.append(.note(" " + words.place))
        if let hint = words.hint { lines.append(.note(" " + hint)) }
        if let goods = task.task.goods {
            lines.append(PageLine(" \(goods.itemName) x\(goods.quantity)"))
        }
        for parcel in task.task.parcels {
            let known = task.parcels.first { $0.id == parcel }
            let stage =
                known?.isStopped == true
                ? screen.say("!停止派送", "!stopped") : known?.stage.words[screen.language] ?? ""
            lines += PageLine.number(parcel, stage, columns: screen.size.columns)
        }
        lines += words.dues.map { PageLine(screen.say(" 应收 ", " due ") + $0) }
        if let note = task.task.note { lines.append(.note(screen.say(" 备注 ", " note ") + note)) }
        lines.append(.rule(screen.size.columns))
        lines += actions(screen).map { .choice($0.number, $0.text) }
        return lines
    }
}
