import Domain
import Terminal

/// A number is typed or scanned; what is known here of the parcel opens.
struct SearchPage: ScreenPage {
    private var entry = TextEntry(countMax: ParcelID.lengthMax)

    var isTyping: Bool { true }
    var help: [Words] {
        [
            Words(
                zh: "扫面单, 或输入单号后按 Enter。查的是本机已有的数据, 不联网。",
                en: "Scan a label, or type a number and press Enter. It looks at what is here.")
        ]
    }

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        switch input {
        case .opened:
            entry = TextEntry(countMax: ParcelID.lengthMax)
            return []
        case .key(.enter):
            return entry.text.isEmpty ? [] : [.ask(.parcel([entry.text]))]
        case .key(.backspace) where entry.text.isEmpty: return [.back]
        case .key(let key):
            if case .character(let character) = key {
                entry.insert(String(character.narrow))
                return []
            }
            return entry.take(key) ? [] : [.unhandled]
        case .answer(.parcel(let parcel?, _)): return [.push(ParcelPage(parcel))]
        case .scan(let code): return [.ask(.parcel(code.candidates))]
        case .paste(let text): return [.ask(.parcel(ScannedCode(Array(text.utf8)).candidates))]
        case .answer, .changed, .paused, .mouse: return [.unhandled]
        }
    }

    func view(_ screen: ScreenContext) -> PageView {
        var view = PageView(screen.say("查询/轨迹", "Search and track"))
        view.lines = [
            PageLine(screen.say(" 扫面单, 或输入单号:", " Scan a label, or type the number:")),
            .field("", entry, columns: min(44, screen.size.columns - 1)),
        ]
        let left = WaybillNumber.length - entry.text.count
        let isOwn = entry.text.uppercased().hasPrefix(screen.figures.companyPrefix)
        if isOwn, !entry.text.isEmpty, left > 0 {
            view.lines.append(
                PageLine(
                    screen.say(
                        " 还差 \(left) 位 (15 位, 末位为校验)", " \(left) to go (15, the last is a check)")))
        }
        view.note = screen.say("查的是本机已有的数据", "Looks at what this handheld has")
        view.hints = [
            Hint(screen.say("输入或扫码", "type or scan")),
            Hint(screen.say("Enter查", "Enter find"), .enter),
            Hint(screen.say("Esc返回", "Esc back"), .escape),
        ]
        return view
    }
}
