import Domain
import Terminal

/// The first row of every screen: what is not sent, what needs a decision, when the station was
/// last heard. Fields get shorter when there is little room; none of these three goes.
struct StatusRow {
    private let screen: ScreenContext

    init(_ screen: ScreenContext) { self.screen = screen }

    /// Whether somebody should look.
    var isAlarming: Bool {
        screen.figures.needsAttention(at: screen.now.wallMilliseconds)
    }

    /// The text at the left, and the clock at the right where there is room.
    func fitted(_ columns: Int) -> (text: String, clock: String) {
        let clock = screen.clock(screen.now.wallMilliseconds)
        for parts in [long, middle] {
            let text = parts.joined(separator: screen.isDesk ? "   " : " ")
            if DisplayWidth.columns(text) + 1 + clock.count <= columns { return (text, clock) }
            if DisplayWidth.columns(text) <= columns, parts == middle { return (text, "") }
        }
        return (DisplayWidth.prefix(short.joined(separator: " "), columns: columns), "")
    }

    private var figures: ScreenFigures { screen.figures }
    private var mark: String { isAlarming ? "!" : "" }

    private var unsent: String { Self.counted(figures.unsentCount) }
    private var conflicts: String { Self.counted(figures.conflictCount) }

    private var long: [String] {
        let ago =
            screen.isDesk
            ? figures.lastExchangeAt.map { "(" + screen.ago($0) + ")" } : nil
        let zh = [mark + "未传\(unsent)", "冲突\(conflicts)"]
        let en = [mark + "\(unsent) unsent", "\(conflicts) conflict"]
        let base = screen.language == .zh ? zh : en
        return base + [exchange + (ago.map { " " + $0 } ?? ""), link]
    }

    private var middle: [String] {
        let zh = [mark + "未传\(unsent)", "冲突\(conflicts)", exchange, link]
        let en = [mark + "\(unsent) unsent", "!\(conflicts)", exchange, link]
        return screen.language == .zh ? zh : en
    }

    private var short: [String] {
        [
            mark + screen.say("未\(unsent)", "u\(unsent)"),
            screen.say("冲\(conflicts)", "!\(conflicts)"), link,
        ]
    }

    private var exchange: String {
        guard let at = figures.lastExchangeAt else { return screen.say("未同步过", "no sync") }
        return screen.say("同步", screen.isDesk ? "last sync " : "sync") + screen.time(at)
    }

    private var link: String {
        if figures.isExchanging { return screen.say("传输中", "sending") }
        return switch figures.link {
        case .never: "-"
        case .online: screen.say("在线", "online")
        case .offline: screen.say("离线", "OFFLINE")
        }
    }

    /// Past four digits nobody counts any more.
    static func counted(_ count: Int) -> String { count > 9_999 ? "9999+" : String(count) }
}
