import Domain
import Terminal

/// The first page: numbered tiles that follow the keys of a phone, and what happened last.
struct HomePage: ScreenPage {
    private var tasks: [TaskView] = []

    var help: [Words] {
        [
            Words(
                zh: "扫面单直接打开那一件; 数字打开一项功能。",
                en: "Scan a label to open the parcel; a digit opens a tile."),
            Words(
                zh: "* 草稿  # 锁屏  0 换语言", en: "* drafts  # locks  0 changes the language"),
        ]
    }

    /// One place of the keypad.
    private struct Tile {
        let key: Character
        let name: String
        let detail: String
    }

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        switch input {
        case .opened, .changed: return [.ask(.figures), .ask(.tasks)]
        case .answer(.tasks(let tasks)):
            self.tasks = tasks
            return []
        case .key(let key):
            if key.is("#") { return [.lock] }
            if key.is("*") {
                return screen.figures.draftCount > 0 ? [.push(DraftsPage())] : [.unhandled]
            }
            switch key.digit {
            case 1: return [.push(PickupPage())]
            case 2: return [.push(DeliverPage())]
            case 3: return [.push(BatchPage())]
            case 8: return [.begin(DayFlow(), replaces: false)]
            case 4: return [.begin(ProblemFlow(nil), replaces: false)]
            case 5: return [.push(TaskListPage())]
            case 6: return [.push(SearchPage())]
            case 9: return [.push(SyncPage())]
            case 0: return [.language(screen.language == .zh ? .en : .zh), .ask(.figures)]
            default: return [.unhandled]
            }
        case .scan, .paste, .paused, .answer, .mouse: return [.unhandled]
        }
    }

    private func tiles(_ screen: ScreenContext) -> [Tile?] {
        let figures = screen.figures
        let sync =
            screen.say("未传", "") + StatusRow.counted(figures.unsentCount)
            + screen.say(" 冲突", " unsent !") + StatusRow.counted(figures.conflictCount)
        let drafts = figures.draftCount
        return [
            Tile(
                key: "1", name: screen.say("收件", "Pickup"),
                detail: screen.say("待取\(figures.pickupCount)", "\(figures.pickupCount) due")),
            Tile(
                key: "2", name: screen.say("派件", "Deliver"),
                detail: screen.say("待派\(figures.deliveryCount)", "\(figures.deliveryCount) due")),
            Tile(key: "3", name: screen.say("批量扫描", "Batch scan"), detail: ""),
            Tile(
                key: "4", name: screen.say("问题件", "Problem"),
                detail: screen.say("未结\(figures.problemCount)", "\(figures.problemCount) open")),
            Tile(
                key: "5", name: screen.say("任务", "Tasks"),
                detail: screen.say(
                    "收\(figures.pickupCount) 派\(figures.deliveryCount)",
                    "\(figures.pickupCount) P  \(figures.deliveryCount) D")),
            Tile(key: "6", name: screen.say("查询/轨迹", "Track"), detail: ""),
            nil,
            Tile(
                key: "8", name: screen.say("日结", "Day end"),
                detail: screen.say("点钞封账", "count, seal")),
            Tile(key: "9", name: screen.say("同步", "Sync"), detail: sync),
            drafts == 0
                ? nil
                : Tile(
                    key: "*", name: screen.say("草稿", "Drafts"),
                    detail: screen.say("\(drafts)份", "\(drafts)")),
            Tile(
                key: "0", name: screen.say("语言", "Language"),
                detail: screen.say("English", "中文")),
            Tile(key: "#", name: screen.say("锁屏", "Lock"), detail: ""),
        ]
    }

    func view(_ screen: ScreenContext) -> PageView {
        let figures = screen.figures
        let who = [figures.personName ?? "", figures.person ?? ""].joined(separator: " ")
        var view = PageView(who, corner: figures.station + " " + figures.label)
        let tiles = tiles(screen)
        if screen.isCompact {
            view.lines = compact(tiles, screen)
        } else {
            let isWide = screen.size.columns >= Self.wideColumns
            view.lines = boxes(tiles, columns: isWide ? Self.deskColumns : screen.size.columns)
            view.lines = isWide ? beside(view.lines, screen) : view.lines + recent(screen)
        }
        if figures.conflictCount > 0 {
            view.note = screen.say(
                "! \(figures.conflictCount) 条冲突待站点裁决 -> 按 9",
                "! \(figures.conflictCount) to be decided at the station: press 9")
        } else if let problem = figures.problem {
            view.note = "! " + problem[screen.language]
        }
        view.hints = [
            Hint(screen.say("扫码直达", "scan to open")), Hint(screen.say("数字 # 选", "digits # go")),
            Hint(screen.say("Ctrl-Q退出", "Ctrl-Q quit")),
        ]
        return view
    }

    static let deskColumns = 52
    /// From here on tasks and records fit beside the tiles.
    static let wideColumns = 76

    private func compact(_ tiles: [Tile?], _ screen: ScreenContext) -> [PageLine] {
        stride(from: 0, to: tiles.count, by: 3).compactMap { start in
            let width = screen.size.columns / 3
            var line = PageLine()
            for (place, tile) in tiles[start..<start + 3].enumerated() {
                let text = tile.map { "\($0.key) \($0.name)" } ?? ""
                line.text += DisplayWidth.padded(
                    DisplayWidth.cut(text, to: width - 1), to: width)
                if let tile {
                    line.taps.append(
                        .init(
                            columns: place * width..<(place + 1) * width, key: .character(tile.key))
                    )
                }
            }
            return line.taps.isEmpty ? nil : line
        }
    }

    /// Rows of tiles with borders; a row of the keypad with nothing in it is left out.
    private func boxes(_ tiles: [Tile?], columns: Int) -> [PageLine] {
        let inner = (columns - 4) / 3
        let border = "+" + String(repeating: String(repeating: "-", count: inner) + "+", count: 3)
        var lines: [PageLine] = []
        for start in stride(from: 0, to: tiles.count, by: 3) {
            let row = Array(tiles[start..<start + 3])
            guard row.contains(where: { $0 != nil }) else { continue }
            var name = PageLine("|")
            var detail = PageLine("|")
            for (place, tile) in row.enumerated() {
                let top = tile.map { " \($0.key) \($0.name)" } ?? ""
                let below = tile.map { " \($0.detail)" } ?? ""
                name.text += DisplayWidth.padded(DisplayWidth.cut(top, to: inner), to: inner) + "|"
                detail.text +=
                    DisplayWidth.padded(DisplayWidth.cut(below, to: inner), to: inner) + "|"
                if let tile {
                    let columns = place * (inner + 1)..<(place + 1) * (inner + 1)
                    name.taps.append(.init(columns: columns, key: .character(tile.key)))
                    detail.taps.append(.init(columns: columns, key: .character(tile.key)))
                }
            }
            if lines.isEmpty { lines.append(PageLine(border)) }
            lines += [name, detail, PageLine(border)]
        }
        return lines
    }

    private func recent(_ screen: ScreenContext) -> [PageLine] {
        guard let record = screen.figures.records.first else {
            return [PageLine(screen.say(" 还没有记录", " no records yet"))]
        }
        return [line(of: record, screen)]
    }

    private func line(of record: ScreenFigures.RecordLine, _ screen: ScreenContext) -> PageLine {
        let about = ScreenContext.tail(record.about)
        return PageLine(
            " \(screen.time(record.at)) \(record.what[screen.language]) \(about)",
            right: record.state[screen.language])
    }

    /// Next tasks and last records at the right of the tiles.
    private func beside(_ lines: [PageLine], _ screen: ScreenContext) -> [PageLine] {
        var texts = [screen.say("下几单", "NEXT TASKS")]
        for view in tasks.prefix(Self.besideMax) {
            let line = TaskWords(view, screen)
            texts.append("  " + [line.window, line.kind, line.place].joined(separator: " "))
        }
        if tasks.isEmpty { texts.append("  -") }
        texts += ["", screen.say("最近记录", "LAST RECORDS")]
        for record in screen.figures.records.prefix(Self.besideMax) {
            let about = ScreenContext.tail(record.about)
            texts += [
                "  " + screen.time(record.at) + " " + record.what[screen.language],
                "    " + about + "  " + record.state[screen.language],
            ]
        }
        let room = screen.size.columns - Self.deskColumns - 2
        return (0..<max(lines.count, texts.count)).map { index in
            var line = lines.indices.contains(index) ? lines[index] : PageLine()
            if texts.indices.contains(index) {
                line.text =
                    DisplayWidth.padded(line.text, to: Self.deskColumns + 2)
                    + DisplayWidth.cut(texts[index], to: room)
            }
            return line
        }
    }

    private static let besideMax = 3
}
