import Commands
import Domain
import Terminal

/// Many parcels scanned one after the other for the same act. Each is in the journal before it is
/// counted, so leaving the page or a power cut loses none.
struct BatchPage: ScreenPage {
    /// What is scanned for; nil until it is chosen.
    private var kind: Kind?
    /// The newest first.
    private var entries: [Entry] = []
    /// What was counted, by number.
    private var counted: Set<String> = []
    private var repeatCount = 0
    private var refusedCount = 0
    /// The number whose record is awaited.
    private var awaited: String?

    /// Acts that are done by the dozen, in the order of a morning.
    enum Kind: Int, CaseIterable {
        case arrived, sorted, outForDelivery, loaded, stored

        var act: ScanAct {
            switch self {
            case .arrived: .event(.arrivedDestination)
            case .sorted: .operation(.sorted)
            case .outForDelivery: .event(.outForDelivery)
            case .loaded: .operation(.loaded)
            case .stored: .operation(.stored)
            }
        }

        var words: Words {
            switch self {
            case .arrived: Words(zh: "到件", en: "arrived at the station")
            case .sorted: Words(zh: "分拣", en: "sorted")
            case .outForDelivery: Words(zh: "出仓派送 (外观完好)", en: "out for delivery, looks intact")
            case .loaded: Words(zh: "装车", en: "loaded")
            case .stored: Words(zh: "入库", en: "stored")
            }
        }
    }

    /// One scan and what came of it.
    private struct Entry {
        let number: String
        let place: String
        let said: Words
    }

    /// Entries kept for looking at.
    static let entriesMax = 100

    var step: Int { kind == nil ? 0 : 1 }
    var help: [Words] {
        [
            Words(
                zh: "选一种, 然后一件接一件扫。重复的不计。",
                en: "Choose one, then scan one after the other. Repeats do not count."),
            Words(zh: "每件扫完就存好, 随时可以离开。", en: "Each is stored at once; leave whenever you like."),
        ]
    }

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        switch input {
        case .key(let key):
            guard let digit = key.digit else { return [.unhandled] }
            if digit == 0 { return [.back] }
            guard kind == nil, let chosen = Kind(rawValue: digit - 1) else { return [.unhandled] }
            kind = chosen
            return []
        case .scan(let code):
            guard let kind else { return [.unhandled] }
            return scanned(code, kind, screen)
        case .answer(.recorded): return recorded()
        case .answer(.failed(let errors)):
            guard let number = awaited, let said = errors.first?.message else { return [] }
            awaited = nil
            refusedCount += 1
            note(Entry(number: number, place: "!", said: said))
            return [.warn(said)]
        case .opened, .changed, .paste, .paused, .mouse, .answer: return [.unhandled]
        }
    }

    private mutating func scanned(
        _ code: ScannedCode, _ kind: Kind, _ screen: ScreenContext
    ) -> [PageStep] {
        let prefix = screen.figures.companyPrefix
        let numbers = code.candidates.compactMap { candidate in
            if case .success(let id) = ParcelID.parse(candidate, companyPrefix: prefix) {
                id.text
            } else {
                nil
            }
        }
        guard let number = numbers.first else {
            refusedCount += 1
            return [.warn(Words(zh: "不是单号, 未计", en: "no parcel number, not counted"))]
        }
        guard !counted.contains(number) else {
            repeatCount += 1
            let said = Words(zh: "重复, 未计", en: "duplicate, not counted")
            note(Entry(number: number, place: "-", said: said))
            return [
                .duplicate(Words(zh: "\(number) 重复, 未计", en: "\(number) duplicate"))
            ]
        }
        awaited = number
        return [.record(.scan(number, kind.act))]
    }

    private mutating func recorded() -> [PageStep] {
        guard let number = awaited else { return [] }
        awaited = nil
        counted.insert(number)
        let count = counted.count
        note(Entry(number: number, place: "\(count)", said: Words(zh: "已存", en: "stored")))
        return [
            .say(Words(zh: "\(number) 第 \(count) 件", en: "\(number) no. \(count)")), .ask(.figures),
        ]
    }

    private mutating func note(_ entry: Entry) {
        entries.insert(entry, at: 0)
        if entries.count > Self.entriesMax { entries.removeLast() }
    }

    func view(_ screen: ScreenContext) -> PageView {
        guard let kind else {
            var view = PageView(screen.say("批量扫描", "Batch scan"))
            view.lines =
                [PageLine(screen.say(" 扫什么?", " Scan for what?"))]
                + Kind.allCases.map { .choice($0.rawValue + 1, $0.words[screen.language]) }
            view.hints = [
                Hint(screen.say("数字选", "digit")), Hint(screen.say("Esc返回", "Esc back"), .escape),
            ]
            return view
        }
        var view = PageView(
            screen.say("批量扫描: ", "Batch: ") + kind.words[screen.language],
            corner: "\(counted.count)")
        view.lines = [
            PageLine(
                screen.say(" 已计 \(counted.count) 件", " counted \(counted.count)"),
                right: screen.say(
                    "重复 \(repeatCount) 异常 \(refusedCount)",
                    "repeats \(repeatCount) refused \(refusedCount)"), style: .bold),
            .rule(screen.size.columns),
        ]
        view.lines += entries.map { entry in
            let place = DisplayWidth.paddedLeft(entry.place, to: 4)
            return PageLine("\(place) \(entry.number) \(entry.said[screen.language])")
        }
        view.hints = [
            Hint(screen.say("扫码即计", "scan = count")),
            Hint(screen.say("PgDn翻", "PgDn"), .pageDown),
            Hint(screen.say("Esc离开", "Esc leave"), .escape),
        ]
        return view
    }
}
