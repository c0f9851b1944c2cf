import Commands
package import Domain
package import Terminal

/// Everything on the handheld's screen, as a value: events and a moment in, effects out, and a
/// frame drawn from what it holds.
///
/// It has no clock, file or socket. Questions that it asks are answered in the same turn by whoever
/// holds the journal; a page never shows as done what was not answered as recorded. Escape leads
/// one page back, and home in the end, whatever a page says.
package struct Screens: Sendable {
    package private(set) var language: Language
    package private(set) var size: Size
    private(set) var figures = ScreenFigures()
    /// The lowest is home.
    private var pages: [any ScreenPage] = [HomePage()]
    /// Covers everything until a PIN is typed.
    private var lock: LockPage?
    private var helpScroll: Int?
    private(set) var message: Message?
    /// Rows of a page that were scrolled out at the top.
    private var scroll = 0
    /// Boot time before which Enter and the confirming key are dead.
    private var isDeadUntil = 0
    private var pressedAt: Point?
    private var random: RandomSource

    /// What was said last, until the next key.
    struct Message: Hashable {
        let words: Words
        let isWarning: Bool
    }

    /// After a page opened, Enter does nothing for so long.
    static let openedMilliseconds = 300
    /// After a burst of a scanner it does nothing for so long.
    static let burstMilliseconds = 500
    /// No more pages lie on each other.
    static let pagesMax = 16

    /// The home page, or the login page when nobody is logged in.
    ///
    /// - Parameter random: for the ids of records.
    package init(language: Language, size: Size, random: RandomSource) {
        self.language = language
        self.size = size
        self.random = random
    }

    /// What to do before the first frame.
    package mutating func begin() -> [ScreenEffect] {
        [.ask(.figures), .ask(.tasks), .ask(.drafts)]
    }

    /// Whether text may be shown and keys act on so small a screen.
    var isTooSmall: Bool {
        size.columns < ScreenContext.smallest.columns || size.rows < ScreenContext.smallest.rows
    }

    func context(at now: Moment) -> ScreenContext {
        ScreenContext(language: language, size: size, figures: figures, now: now)
    }

    /// The page that is looked at.
    var page: any ScreenPage { lock ?? pages[pages.count - 1] }

    var isLocked: Bool { lock != nil }
    var depth: Int { pages.count }
    var isHelpOpen: Bool { helpScroll != nil }
}

extension Screens {
    /// Takes what happened and says what is to be done.
    package mutating func take(_ event: ScreenEvent, at now: Moment) -> [ScreenEffect] {
        let before = (pages.count, page.step, lock == nil)
        var effects: [ScreenEffect]
        switch event {
        case .resize(let size):
            self.size = size
            return []
        case .changed: return [.ask(.figures)] + give(.changed, at: now)
        case .paused: return give(.paused, at: now)
        case .unattended: effects = give(.paused, at: now) + lockIfKnown()
        case .answer(let answer): effects = take(answer, at: now)
        case .key(.control(0x0C)): return [.repaint]
        case .key(.control(0x11)), .key(.control(0x03)):
            return give(.paused, at: now) + [.quit]
        case .key, .scan, .paste, .mouse:
            if isTooSmall { return [] }
            effects = takeInput(event, at: now)
        }
        if (pages.count, page.step, lock == nil) != before {
            scroll = 0
            isDeadUntil = max(isDeadUntil, now.bootMilliseconds + Self.openedMilliseconds)
        }
        return effects
    }

    private mutating func takeInput(_ event: ScreenEvent, at now: Moment) -> [ScreenEffect] {
        switch event {
        case .key(let key):
            message = nil
            return take(key, at: now)
        case .paste(let text):
            message = nil
            return give(.paste(text), at: now)
        case .scan(let code, let isRepeated):
            isDeadUntil = max(isDeadUntil, now.bootMilliseconds + Self.burstMilliseconds)
            return take(code, isRepeated: isRepeated, at: now)
        case .mouse(let mouse): return take(mouse, at: now)
        case .resize, .answer, .changed, .paused, .unattended: return []
        }
    }

    // MARK: Keys

    private mutating func take(_ key: Key, at now: Moment) -> [ScreenEffect] {
        if helpScroll != nil { return takeInHelp(key) }
        let isDead = key == .enter || (key.is("8") && !page.isTyping)
        if isDead, now.bootMilliseconds < isDeadUntil { return [] }
        switch key {
        case .function(1): return openHelp()
        case .character where key.is("?") && !page.isTyping: return openHelp()
        case .function(10) where lock == nil: return perform([.home], at: now)
        case .function(3) where lock == nil: return perform([.push(SearchPage())], at: now)
        case .function(5) where lock == nil: return [.ask(.exchange)]
        case .function(12): return take(.escape, at: now)
        default: return give(.key(key), at: now)
        }
    }

    private mutating func openHelp() -> [ScreenEffect] {
        helpScroll = 0
        return []
    }

    private mutating func takeInHelp(_ key: Key) -> [ScreenEffect] {
        let rows = max(1, size.rows - 4)
        switch key {
        case .pageDown, .down: helpScroll = (helpScroll ?? 0) + rows
        case .pageUp, .up: helpScroll = max(0, (helpScroll ?? 0) - rows)
        default: helpScroll = nil
        }
        return []
    }

    /// Gives something to the page, and does what the page leaves to the shell.
    private mutating func give(_ input: PageInput, at now: Moment) -> [ScreenEffect] {
        let screen = context(at: now)
        let steps: [PageStep]
        if lock != nil {
            steps = lock?.take(input, screen) ?? []
        } else {
            steps = pages[pages.count - 1].take(input, screen)
        }
        return perform(steps, for: input, at: now)
    }

    private mutating func fallback(_ input: PageInput, at now: Moment) -> [ScreenEffect] {
        guard lock == nil else { return [] }
        switch input {
        case .key(.escape): return perform([.back], at: now)
        case .key(.pageDown): scroll += max(1, size.rows - 5)
        case .key(.pageUp): scroll = max(0, scroll - max(1, size.rows - 5))
        case .scan(let code): return [.ask(.parcel(code.candidates))]
        case .answer(.failed(let errors)): return warn(errors)
        case .answer(.drafts(let drafts)):
            // At the start: what a power cut left is shown first.
            guard !drafts.isEmpty, pages.count == 1 else { return [] }
            return perform([.push(DraftsPage(drafts))], at: now)
        case .answer(.recorded(let words)): return perform([.say(words)], at: now)
        case .answer(.parcel(let parcel, let asked)):
            guard let parcel else {
                let code = asked.first ?? ""
                return perform(
                    [.warn(Words(zh: "\(code) 本机没有", en: "\(code) not known here"))], at: now)
            }
            return perform([.push(next(after: parcel, at: now))], at: now)
        default: break
        }
        return []
    }

    /// Where a scanned parcel leads: a delivery of the person logged in to its hand-over.
    private mutating func next(after parcel: ParcelView, at now: Moment) -> any ScreenPage {
        guard parcel.isMine else { return ParcelPage(parcel) }
        return FlowPage(
            DeliveryFlow(parcel.id), answers: DeliveryFlow.scanned,
            draft: random.uuid7(at: now.wallMilliseconds))
    }

    // MARK: Scans

    private mutating func take(
        _ code: ScannedCode, isRepeated: Bool, at now: Moment
    ) -> [ScreenEffect] {
        guard lock == nil, helpScroll == nil else {
            message = Message(
                words: Words(zh: "此页不接受扫码", en: "no scans on this page"), isWarning: true)
            return [.bell(3)]
        }
        if isRepeated {
            message = Message(words: Words(zh: "重复, 未计", en: "duplicate, ignored"), isWarning: true)
            return [.bell(2)]
        }
        message = nil
        return give(.scan(code), at: now)
    }

    // MARK: Answers

    private mutating func take(_ answer: ScreenAnswer, at now: Moment) -> [ScreenEffect] {
        switch answer {
        case .figures(let figures):
            self.figures = figures
            if figures.person == nil, lock == nil {
                lock = LockPage(person: nil)
                return []
            }
            return []
        case .proven:
            lock = nil
            return [.ask(.figures), .ask(.exchange)] + give(.opened, at: now)
        case .tasks, .task, .parcel, .recorded, .failed, .drafts, .goods, .quote,
            .conflicts:
            return give(.answer(answer), at: now)
        }
    }

    private mutating func warn(_ errors: [CommandError]) -> [ScreenEffect] {
        guard let first = errors.first else { return [] }
        message = Message(words: first.said, isWarning: true)
        return [.bell(3)]
    }

    private mutating func lockIfKnown() -> [ScreenEffect] {
        guard lock == nil, let person = figures.person else { return [] }
        helpScroll = nil
        lock = LockPage(person: person)
        return []
    }

    // MARK: What pages want

    private mutating func perform(
        _ steps: [PageStep], for input: PageInput = .opened, at now: Moment
    ) -> [ScreenEffect] {
        var effects: [ScreenEffect] = []
        for step in steps {
            switch step {
            case .push(let page):
                if pages.count == Self.pagesMax { pages.removeSubrange(1..<2) }
                pages.append(page)
                effects += give(.opened, at: now)
            case .begin(let flow, let replaces):
                let id = random.uuid7(at: now.wallMilliseconds)
                let page = FlowPage(flow, draft: id)
                effects += perform([replaces ? .replace(page) : .push(page)], at: now)
            case .replace(let page):
                if pages.count > 1 { pages.removeLast() }
                pages.append(page)
                effects += give(.opened, at: now)
            case .back where pages.count > 1:
                pages.removeLast()
                effects += give(.opened, at: now)
            case .home where pages.count > 1:
                pages.removeSubrange(1...)
                effects += give(.opened, at: now)
            case .back, .home: break
            case .ask(let question): effects.append(.ask(question))
            case .say(let words):
                message = Message(words: words, isWarning: false)
                effects.append(.bell(1))
            case .warn(let words):
                message = Message(words: words, isWarning: true)
                effects.append(.bell(3))
            case .duplicate(let words):
                message = Message(words: words, isWarning: true)
                effects.append(.bell(2))
            case .record(let act):
                let id = random.uuid7(at: now.wallMilliseconds)
                effects.append(.ask(.record(act, draft: id)))
            case .lock: effects += lockIfKnown()
            case .language(let language):
                self.language = language
                effects.append(.ask(.language(language)))
            case .help: effects += openHelp()
            case .unhandled: effects += fallback(input, at: now)
            }
        }
        return effects
    }

    // MARK: Touch

    /// A tap acts when finger or button leave the cell's target; wheels turn pages.
    private mutating func take(_ mouse: Mouse, at now: Moment) -> [ScreenEffect] {
        if let signing = signing(mouse, at: now) { return signing }
        switch mouse.action {
        case .wheelDown: return take(.pageDown, at: now)
        case .wheelUp: return take(.pageUp, at: now)
        case .press:
            pressedAt = mouse.point
            return []
        case .drag: return []
        case .release:
            defer { pressedAt = nil }
            let targets = frame(at: now).targets
            guard let pressedAt,
                let target = targets.first(where: { $0.area.contains(pressedAt) }),
                target.area.contains(mouse.point)
            else { return [] }
            message = nil
            return take(target.key, at: now)
        }
    }

    /// A finger in the box for signing draws; nil outside of it.
    private mutating func signing(_ mouse: Mouse, at now: Moment) -> [ScreenEffect]? {
        guard helpScroll == nil, lock == nil, mouse.action == .press || mouse.action == .drag,
            let canvas = frame(at: now).canvas, canvas.contains(mouse.point)
        else { return nil }
        let point = Point(
            column: mouse.point.column - canvas.origin.column,
            row: mouse.point.row - canvas.origin.row)
        message = nil
        return give(.mouse(Mouse(mouse.action, at: point)), at: now)
    }

    var scrolledRows: Int { scroll }
    var helpRows: Int { helpScroll ?? 0 }
}

extension CommandError {
    /// What is wrong and what can be done, in one text.
    var said: Words {
        guard let hint else { return message }
        return Words(zh: message.zh + "。" + hint.zh, en: message.en + ". " + hint.en)
    }
}
