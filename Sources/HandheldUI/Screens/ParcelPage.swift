import Commands
import Domain
import Terminal

/// What is known here of one parcel: where it stands and its trace.
struct ParcelPage: ScreenPage {
    private let parcel: ParcelView
    private var isFull = false

    init(_ parcel: ParcelView) { self.parcel = parcel }

    var help: [Words] {
        [
            Words(zh: "7 显示或遮住姓名和电话。", en: "7 shows or masks names and phones."),
            Words(
                zh: "轨迹是本机的记录和站点发来的合在一起, 最早的在上。",
                en: "The trace joins this handheld's records and the station's, oldest first."),
        ]
    }

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        guard case .key(let key) = input else { return [.unhandled] }
        switch key.digit {
        case 0: return [.back]
        case 1 where parcel.isMine:
            return [.begin(DeliveryFlow(parcel.id), replaces: true)]
        case 4: return [.begin(ProblemFlow(parcel.id), replaces: true)]
        case 7 where screen.figures.mayShowPersonal:
            isFull.toggle()
            return []
        default: return [.unhandled]
        }
    }

    func view(_ screen: ScreenContext) -> PageView {
        var view = PageView(screen.say("轨迹", "Track"), corner: parcel.id)
        if let row = parcel.parcel {
            let stage = row.stage.words[screen.language]
            view.lines.append(
                PageLine(" " + stage, right: row.isException ? screen.say("问题件", "problem") : ""))
            if row.isStopped {
                var line = PageLine(screen.say(" ! 停止派送", " ! stopped: do not move"))
                line.style = [.bold, .reverse]
                view.lines.append(line)
            }
            for (label, party) in [
                (screen.say("寄 ", "from "), row.sender), (screen.say("收 ", "to "), row.recipient),
            ] {
                guard let party else { continue }
                let isShown = isFull && screen.figures.mayShowPersonal
                let name = isShown ? party.name : Masking.name(party.name)
                let phone = isShown ? party.phone : Masking.phone(party.phone)
                view.lines.append(PageLine(" " + label + name, right: phone))
            }
        }
        for charge in parcel.charges {
            let state =
                charge.balanceFen > 0
                ? screen.say("欠 ", "open ") + Fen.text(charge.balanceFen)
                : screen.say("已清", "settled")
            view.lines.append(
                PageLine(
                    " \(charge.purpose.words[screen.language]) \(Fen.text(charge.dueFen))",
                    right: state))
        }
        if parcel.isMine { view.lines.append(.choice(1, screen.say("签收", "hand over"))) }
        view.lines.append(.choice(4, screen.say("记问题件", "report a problem")))
        view.lines.append(.rule(screen.size.columns))
        view.lines += parcel.events.map { line(of: $0, screen) }
        view.hints = [
            Hint(
                isFull ? screen.say("7遮住", "7 mask") : screen.say("7显示", "7 show"), .character("7")),
            Hint(screen.say("PgDn翻页", "PgDn more"), .pageDown),
            Hint(screen.say("Esc返回", "Esc back"), .escape),
        ]
        return view
    }

    private func line(of entry: TimelineEntry, _ screen: ScreenContext) -> PageLine {
        let what =
            entry.event.map { event in
                TrackingEvent(rawValue: event.text)?.words[screen.language] ?? event.text
            } ?? entry.kind?.words[screen.language] ?? ""
        let voided = entry.isVoided ? screen.say(" (已冲正)", " (reversed)") : ""
        return PageLine(
            " \(screen.time(entry.at)) \(what)\(voided)", right: entry.person ?? entry.place ?? "")
    }
}
