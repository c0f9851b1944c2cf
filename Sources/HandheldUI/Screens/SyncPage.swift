import Domain
import Terminal

/// Where the exchange with the station stands, from the journal.
struct SyncPage: ScreenPage {
    var help: [Words] {
        [
            Words(
                zh: "记录先在本机存好, 有网时在后台上传, 不用等。",
                en: "Records are stored here first and sent in the background; nobody waits."),
            Words(
                zh: "冲突由站长裁决; 按 2 看两边的记录, 说出实情。",
                en: "Conflicts are decided by the manager; 2 shows both records, and you say what "
                    + "is true."),
        ]
    }

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        switch input {
        case .opened, .changed: return [.ask(.figures)]
        case .key(let key):
            switch key.digit {
            case 0: return [.back]
            case 1: return [.ask(.exchange)]
            case 2 where screen.figures.conflictCount > 0: return [.push(ConflictPage())]
            default: return [.unhandled]
            }
        case .scan, .paste, .paused, .answer, .mouse: return [.unhandled]
        }
    }

    func view(_ screen: ScreenContext) -> PageView {
        let figures = screen.figures
        let link =
            switch figures.link {
            case .never: screen.say("还没有同步过", "never exchanged")
            case .online: screen.say("在线", "online")
            case .offline: screen.say("离线", "OFFLINE")
            }
        var view = PageView(screen.say("同步", "Sync"), corner: link)
        let last = figures.lastExchangeAt.map { screen.time($0) + " " + screen.ago($0) } ?? "-"
        view.lines = [
            PageLine(screen.say(" 上次同步", " last exchange"), right: last),
            .rule(screen.size.columns),
            PageLine(
                screen.say(" 待传", " not sent"),
                right: StatusRow.counted(figures.unsentCount)),
        ]
        if let oldest = figures.oldestUnsentAt {
            view.lines.append(
                PageLine(
                    screen.say("   最早", "   oldest"),
                    right: screen.time(oldest) + " " + screen.ago(oldest)))
        }
        view.lines += [
            PageLine(screen.say(" 已传", " sent"), right: String(figures.sentCount)),
            PageLine(
                screen.say(" 站点待裁决", " to be decided"),
                right: StatusRow.counted(figures.conflictCount)),
            PageLine(screen.say(" 本机记录", " records here"), right: String(figures.recordedCount)),
            PageLine(screen.say(" 剩余运单号", " numbers left"), right: String(figures.numbersLeft)),
            .rule(screen.size.columns),
        ]
        if let problem = figures.problem {
            view.lines.append(.note(" ! " + problem[screen.language]))
        }
        if let retry = figures.retryAt, figures.problem != nil {
            view.lines.append(
                PageLine(screen.say(" 自动重试", " tried again"), right: screen.time(retry)))
        }
        view.lines += figures.news.map { .note(" " + $0) }
        view.lines.append(.choice(1, screen.say("现在就同步", "exchange now")))
        if figures.conflictCount > 0 {
            view.lines.append(.choice(2, screen.say("审查冲突", "look at the conflicts")))
        }
        view.note =
            figures.isExchanging
            ? screen.say("正在后台传输, 可以离开此页", "sending in the background; you may leave")
            : screen.say("断网照常干活, 记录都在本机", "Work goes on offline: records are here")
        view.hints = [
            Hint(screen.say("1现在同步", "1 now"), .character("1")),
            Hint(screen.say("Esc返回", "Esc back"), .escape),
        ]
        return view
    }
}
