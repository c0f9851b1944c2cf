import Domain
import Terminal

/// One page: it takes what happens while it is on top, and says what it shows.
protocol ScreenPage: Sendable {
    /// What the keys mean here; shown by the help page below the general ones.
    var help: [Words] { get }
    /// Text is being typed: a question mark is text, and a scan may be wanted by the field.
    var isTyping: Bool { get }
    /// Changes when the page is another one for whoever looks at it: a new step of a flow.
    var step: Int { get }
    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep]
    func view(_ screen: ScreenContext) -> PageView
}

extension ScreenPage {
    var help: [Words] { [] }
    var isTyping: Bool { false }
    var step: Int { 0 }
}

/// What happens to a page.
enum PageInput {
    /// It came on top, for the first time or again.
    case opened
    /// What the journal says may have changed.
    case changed
    case key(Key)
    case scan(ScannedCode)
    case paste(String)
    /// Typing paused, or the screen is left: what is only here is to be kept.
    case paused
    /// A finger in the box for signing; the upper left cell of the box is 0, 0.
    case mouse(Mouse)
    case answer(ScreenAnswer)
}

/// What a page wants of the shell around it.
enum PageStep {
    case push(any ScreenPage)
    case replace(any ScreenPage)
    /// A flow with a new draft.
    case begin(any Flow, replaces: Bool)
    case back
    case home
    case ask(ScreenQuestion)
    /// It worked.
    case say(Words)
    /// It was there before: said with two sounds.
    case duplicate(Words)
    /// Record it now, with an id of its own.
    case record(ScreenAct)
    /// It did not: said with sounds.
    case warn(Words)
    case lock
    case language(Language)
    case help
    /// It means nothing here; the shell may know better.
    case unhandled
}

/// What pages may look at.
struct ScreenContext {
    let language: Language
    let size: Size
    let figures: ScreenFigures
    let now: Moment

    /// A text in the language of the screens.
    func say(_ zh: String, _ en: String) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }

    /// Two panes fit beside each other.
    var isDesk: Bool { size.columns >= Self.deskColumns }
    /// Hardly more than one group fits.
    var isCompact: Bool { size.rows < Self.compactRows }

    static let deskColumns = 60
    static let compactRows = 14
    static let sideColumns = 30
    /// Nothing is shown, and no key acts, on a smaller screen.
    static let smallest = Size(columns: 32, rows: 10)

    /// Columns of a page's lines; with a side pane there are fewer.
    func bodyColumns(hasSide: Bool = false) -> Int {
        isDesk && hasSide ? size.columns - Self.sideColumns - 2 : size.columns
    }

    /// Hours and minutes here and now.
    func clock(_ milliseconds: Int) -> String {
        let minutes = (milliseconds / 60_000 + now.offsetMinutes) % 1_440
        let local = minutes < 0 ? minutes + 1_440 : minutes
        return Self.two(local / 60) + ":" + Self.two(local % 60)
    }

    /// Month, day and time of day; today only the time.
    func time(_ milliseconds: Int) -> String {
        let day = CalendarDay(milliseconds: milliseconds, offsetMinutes: now.offsetMinutes)
        let today = CalendarDay(
            milliseconds: now.wallMilliseconds, offsetMinutes: now.offsetMinutes)
        if day == today { return clock(milliseconds) }
        return Self.two(day.month) + "-" + Self.two(day.day) + " " + clock(milliseconds)
    }

    /// How long ago, roughly.
    func ago(_ milliseconds: Int) -> String {
        let minutes = max(0, now.wallMilliseconds - milliseconds) / 60_000
        if minutes < 60 { return say("\(minutes)分前", "\(minutes)m") }
        return say("\(minutes / 60)时\(minutes % 60)分前", "\(minutes / 60)h\(minutes % 60)m")
    }

    /// A number where there is no room for all of it: its letters and its last five digits.
    static func tail(_ number: String) -> String {
        number.count <= 10 ? number : number.prefix(2) + "..." + number.suffix(5)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Key {
    /// The digit of a digit key, a full-width one too.
    var digit: Int? {
        guard case .character(let character) = self, character.narrow.isASCII else { return nil }
        return character.narrow.wholeNumberValue
    }

    /// Whether it is this character, a full-width one too.
    func `is`(_ character: Character) -> Bool {
        guard case .character(let typed) = self else { return false }
        return typed.narrow == character
    }
}
