import Commands
import Terminal

@testable import Domain
@testable import HandheldUI

/// Answers what the screens ask, with a day that never changes.
struct SampleDesk {
    var figures = SampleDesk.figures
    private(set) var asked: [String] = []
    /// Effects that nobody answers.
    private(set) var bells = 0
    private(set) var hasQuit = false
    /// Drafts that were kept and neither recorded nor discarded.
    private(set) var drafts: [ScreenDraft] = []
    private(set) var recorded: [ScreenAct] = []

    /// 2026-11-21 14:32 in China.
    static let now = Moment(
        wallMilliseconds: 1_795_242_720_000, bootMilliseconds: 1_000_000, bootNumber: 1,
        offsetMinutes: 480)
    static let pin = "246810"
    static let waybill = "EX2600000000019"
    static let other = "EX2600000000027"
    /// For the same recipient as the first.
    static let sameDoor = "EX2600000000035"

    static var figures: ScreenFigures {
        var figures = ScreenFigures()
        figures.person = "c10482"
        figures.personName = "张伟"
        figures.label = "HH-01"
        figures.station = "HZ0931"
        figures.companyPrefix = "EX"
        figures.unsentCount = 3
        figures.oldestUnsentAt = now.wallMilliseconds - 12 * 60_000
        figures.conflictCount = 1
        figures.lastExchangeAt = now.wallMilliseconds - 148 * 60_000
        figures.problem = Words(zh: "连不上站点", en: "the station cannot be reached")
        figures.retryAt = now.wallMilliseconds + 13 * 60_000
        figures.recordedCount = 130
        figures.sentCount = 127
        figures.numbersLeft = 412
        figures.pickupCount = 1
        figures.deliveryCount = 2
        figures.records = [
            .init(
                at: now.wallMilliseconds - 60_000, what: Words(zh: "签收", en: "Hand-over"),
                about: other, state: Words(zh: "未传", en: "not sent"))
        ]
        return figures
    }

    static var tasks: [TaskView] {
        [
            delivery("TD01", waybill, "陈静", dueFen: 13_800),
            delivery("TD02", other, "赵敏", dueFen: 0), pickup,
            delivery("TD03", sameDoor, "陈静", dueFen: 0),
        ]
    }

    static func delivery(
        _ id: String, _ waybill: String, _ name: String, dueFen: Int
    ) -> TaskView {
        var task = CourierTask(id: id, kind: .delivery, state: .accepted, assignee: "c10482")
        task.parcels = [waybill]
        var parcel = Parcel(
            id: waybill, stage: .outForDelivery, custody: .person("c10482"))
        parcel.recipient = Party(name: name, phone: "13757100938", address: "文一路22号4栋2单元302")
        let dues = [
            DueAmount(charge: "F" + id, purpose: .collect, fen: dueFen * 18 / 138),
            DueAmount(charge: "C" + id, purpose: .cod, fen: dueFen * 120 / 138),
        ].filter { $0.fen > 0 }
        return TaskView(task: task, address: nil, parcels: [parcel], dues: dues)
    }

    private static var pickup: TaskView {
        var task = CourierTask(id: "TP01", kind: .pickup, state: .open, assignee: "c10482")
        task.from = now.wallMilliseconds - 32 * 60_000
        task.until = now.wallMilliseconds + 88 * 60_000
        task.sender = Party(name: "王芳", phone: "13800005521", address: "文三路259号昌地A座1203")
        return TaskView(task: task, address: nil, parcels: [], dues: [])
    }

    static func parcel(_ number: String) -> ParcelView? {
        guard let view = tasks.first(where: { $0.task.parcels.contains(number) }) else {
            return nil
        }
        let event = Code(TrackingEvent.allCases[0].rawValue).map {
            HistoryEntry(
                at: now.wallMilliseconds - 86_400_000, event: $0, place: "HZ0931",
                fact: "AAAA-BBBB")
        }
        var row = view.parcels.first
        row?.history = [event].compactMap(\.self)
        let events = ParcelTimeline.entries(of: number, row: row, facts: [])
        var parcel = ParcelView(
            id: number, parcel: view.parcels.first, charges: [], events: events)
        parcel.isMine = true
        return parcel
    }

    /// Carries effects out, and gives the answers back until nothing more is asked.
    mutating func perform(
        _ effects: [ScreenEffect], on screens: inout Screens, at now: Moment = SampleDesk.now
    ) {
        var waiting = effects[...]
        while let effect = waiting.popFirst() {
            switch effect {
            case .ask(let question):
                asked.append(String(String(describing: question).prefix { $0 != "(" }))
                for answer in answers(to: question) {
                    waiting += screens.take(.answer(answer), at: now)
                }
            case .bell(let count): bells += count
            case .repaint: break
            case .quit: hasQuit = true
            }
        }
    }

    mutating func answers(to question: ScreenQuestion) -> [ScreenAnswer] {
        switch question {
        case .figures: [.figures(figures)]
        case .tasks: [.tasks(Self.tasks)]
        case .task(let id): [.task(Self.tasks.first { $0.task.id == id })]
        case .parcel(let numbers):
            [.parcel(numbers.lazy.compactMap(Self.parcel).first, numbers)]
        case .goods(let name, let answers, _): [.goods(Self.finding(name, answers))]
        case .quote(let input):
            input.zone == nil || hasNoPrice
                ? [.failed([Self.wrong])]
                : [
                    .quote(
                        ScreenQuote(
                            lines: [.init(words: Words(zh: "运费", en: "freight"), fen: 2_100)],
                            totalFen: 2_100))
                ]
        case .conflicts: [.conflicts(Self.cases)]
        case .drafts: [.drafts(drafts)]
        case .keepDraft(let draft): keep(draft)
        case .discardDraft(let id): discard(id)
        case .record(let act, let draft): record(act, draft)
        case .login(_, let pin), .prove(_, let pin):
            pin.text == Self.pin ? proven() : [.failed([Self.wrong])]
        case .answerTask: [.recorded(Words(zh: "已存本机", en: "stored"))]
        case .exchange, .language: []
        }
    }

    static var cases: [CaseRow] {
        var row = CaseRow(
            id: "K-3", kind: CaseKind.allCases[0].rawValue, rule: "R05", severity: .high,
            facts: [
                CaseRowFact(
                    fact: String(repeating: "a", count: 64), person: "c10482",
                    at: now.wallMilliseconds - 9_000_000, kind: "deliver"),
                CaseRowFact(
                    fact: String(repeating: "b", count: 64), person: "c10402",
                    at: now.wallMilliseconds - 9_160_000, kind: "deliver"),
            ], options: ["FIRST_TRUE"])
        row.subject = "parcel:" + waybill
        row.comparison = [CaseDifference("signer", "门卫", "陈静")]
        return [row]
    }

    /// The catalogue asks one question about batteries, and knows nothing else.
    private static func finding(
        _ name: String, _ answers: [CatalogueAnswer]
    ) -> CatalogueFinding {
        guard name.contains("电池"), let category = Code("BATTERY") else {
            return CatalogueFinding(hits: [], version: 1)
        }
        let item = CatalogueItem(
            names: ["电池"], category: category, decision: .quantityLimit,
            isForbiddenByAir: true, isOfficial: true, basis: "",
            note: Words(zh: "限两块", en: "two at most"))
        let answer = answers.first { $0.keyword == "电池" }?.applies
        let question = CatalogueQuestion(keyword: "电池", kind: .qualifier("锂电池"))
        let hit = CatalogueHit(
            keyword: "电池", item: item, category: category,
            decision: answer.map { $0 ? .quantityLimit : .none },
            question: answer == nil ? question : nil, isConfirmed: answer == true)
        return CatalogueFinding(hits: [hit], version: 1)
    }

    private mutating func keep(_ draft: ScreenDraft) -> [ScreenAnswer] {
        drafts.removeAll { $0.id == draft.id }
        drafts.insert(draft, at: 0)
        figures.draftCount = drafts.count
        return []
    }

    private mutating func discard(_ id: String) -> [ScreenAnswer] {
        drafts.removeAll { $0.id == id }
        figures.draftCount = drafts.count
        return []
    }

    private mutating func record(_ act: ScreenAct, _ draft: String) -> [ScreenAnswer] {
        if let refusal { return [.failed([refusal])] }
        recorded.append(act)
        return discard(draft)
            + [
                .recorded(
                    Words(
                        zh: "已存本机: 签收 AAAA-BBBB (未传)", en: "stored: hand-over AAAA-BBBB (not sent)")
                )
            ]
    }

    /// No tariff holds.
    var hasNoPrice = false
    /// Refuses every record.
    var refusal: CommandError?

    private mutating func proven() -> [ScreenAnswer] {
        figures.person = "c10482"
        return [.proven]
    }

    static let wrong = CommandError(
        "E-PIN", Words(zh: "密码不对", en: "wrong PIN"), status: .notAllowed)
}

/// Screens with a desk, for tests that press keys.
struct SampleScreens {
    var screens: Screens
    var desk = SampleDesk()
    var now = SampleDesk.now

    init(_ language: Language = .zh, columns: Int = 40, rows: Int = 20, isLoggedIn: Bool = true) {
        screens = Screens(
            language: language, size: Size(columns: columns, rows: rows),
            random: .seeded(SeededGenerator(seed: 7)))
        if !isLoggedIn { desk.figures.person = nil }
        desk.perform(screens.begin(), on: &screens)
    }

    /// Every key comes half a second after the one before.
    mutating func press(_ keys: Key...) { for key in keys { give(.key(key)) } }

    mutating func type(_ text: String) {
        for character in text { give(.key(.character(character))) }
    }

    mutating func scan(_ text: String, isRepeated: Bool = false) {
        give(.scan(ScannedCode(Array(text.utf8)), isRepeated: isRepeated))
    }

    mutating func give(_ event: ScreenEvent) {
        now.bootMilliseconds += 600
        desk.perform(screens.take(event, at: now), on: &screens, at: now)
    }

    /// Keys in one text: `@` scans the first parcel, a line end is Enter, `~` signs, `<` is Escape.
    mutating func walk(_ text: String) {
        for character in text {
            switch character {
            case "@": scan(SampleDesk.waybill)
            case "\n": press(.enter)
            case "<": press(.escape)
            case "~": sign()
            default: give(.key(.character(character)))
            }
        }
    }

    /// Draws in the box for signing, where it is on the screen.
    mutating func sign() {
        guard let canvas = screens.frame(at: now).canvas else { return }
        for place in 0..<14 {
            let point = Point(
                column: canvas.origin.column + 2 + 2 * place,
                row: canvas.origin.row + 2 + place % 4)
            give(.mouse(Mouse(place == 0 ? .press : .drag, at: point)))
        }
    }

    var lines: [String] { screens.frame(at: now).grid.lines }
    var text: String { lines.joined(separator: "\n") }
    var title: String { lines[1] }
}

/// Keys that answer the steps of a pickup.
enum SampleKeys {
    static let party = "\n杭州\n李强\n13900007710\n科技园12栋\n深圳\n"
    static let identity = "\n11010519491231002X\n\n"
    static let goods = "图书\n印刷品\n\n1\n"
    static let measures = "1.25\n20\n15\n10\n24\n"
}
