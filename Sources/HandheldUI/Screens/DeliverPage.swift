import Domain
import Terminal

/// The first step of a hand-over: scan, or type the end of a number and choose among the matches.
struct DeliverPage: ScreenPage {
    private var tasks: [TaskView] = []
    private var entry = TextEntry(countMax: ParcelID.lengthMax)
    private var chosen = 0

    /// So many digits are enough to look for.
    static let shownMax = 9

    var isTyping: Bool { true }
    var help: [Words] {
        [
            Words(
                zh: "扫面单; 或输入单号后几位, 上下选, Enter 开始签收。",
                en: "Scan a label, or type the end of a number, choose with up and down, Enter.")
        ]
    }

    private var matches: [(number: String, view: TaskView)] {
        tasks.filter { $0.task.kind == .delivery || $0.task.kind == .return }
            .flatMap { view in view.task.parcels.map { ($0, view) } }
            .filter { entry.text.isEmpty || $0.0.hasSuffix(entry.text.uppercased()) }
    }

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        switch input {
        case .opened, .changed: return [.ask(.tasks)]
        case .answer(.tasks(let tasks)):
            self.tasks = tasks
            chosen = min(chosen, max(0, matches.count - 1))
            return []
        case .key(.down), .key(.tab):
            chosen = min(chosen + 1, max(0, matches.count - 1))
            return []
        case .key(.up), .key(.shiftTab):
            chosen = max(0, chosen - 1)
            return []
        case .key(.enter):
            guard matches.indices.contains(chosen) else {
                return [.warn(Words(zh: "没有匹配的件", en: "no parcel matches"))]
            }
            return [.begin(DeliveryFlow(matches[chosen].number), replaces: true)]
        case .key(.backspace) where entry.text.isEmpty: return [.back]
        case .key(let key):
            var key = key
            if case .character(let typed) = key { key = .character(typed.narrow) }
            guard entry.take(key) else { return [.unhandled] }
            chosen = 0
            return []
        case .scan, .paste, .paused, .answer, .mouse: return [.unhandled]
        }
    }

    func view(_ screen: ScreenContext) -> PageView {
        let matches = matches
        var view = PageView(
            screen.say("派件 扫描", "Deliver: scan"),
            corner: screen.say(
                "待派 \(screen.figures.deliveryCount)", "\(screen.figures.deliveryCount) due"))
        view.lines = [
            PageLine(screen.say(" 扫描面单, 或输入后几位:", " Scan, or type the last digits:")),
            .field("", entry, columns: min(30, screen.size.columns - 1)),
            PageLine(screen.say(" 匹配 \(matches.count) 件:", " \(matches.count) match:")),
        ]
        for (place, match) in matches.prefix(Self.shownMax).enumerated() {
            let words = TaskWords(match.view, screen)
            let mark = place == chosen ? ">" : " "
            var line = PageLine(
                "\(mark)\(match.number) \(words.name)",
                right: match.view.dueFen > 0 ? Fen.text(match.view.dueFen) : "")
            line.style = place == chosen ? .bold : []
            view.lines.append(line)
        }
        view.hints = [
            Hint(screen.say("上下选", "up down"), .down),
            Hint(screen.say("Enter下一步", "Enter next"), .enter),
            Hint(screen.say("Esc返回", "Esc back"), .escape),
        ]
        return view
    }
}
