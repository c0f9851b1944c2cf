import Commands
import Domain
import Terminal

/// Nobody is logged in, or the handheld was left alone: a PIN opens it.
struct LockPage: ScreenPage {
    /// Who locked it; nil when nobody is logged in and the number is typed too.
    private let known: String?
    private var person: TextEntry
    private var pin = TextEntry(countMax: LockPage.pinCountMax)
    private var isAtPIN: Bool

    static let pinCountMax = 64
    static let personCountMax = 40

    init(person: String?) {
        known = person
        self.person = TextEntry(person ?? "", countMax: Self.personCountMax)
        isAtPIN = person != nil
    }

    var isTyping: Bool { true }
    var help: [Words] {
        [
            Words(zh: "输入密码后按 Enter。", en: "Type the PIN, then Enter."),
            Words(
                zh: "密码错 5 次要等 5 分钟; 10 次后用站长的解锁码。",
                en: "Five wrong PINs wait 5 minutes; after ten the manager's code helps."),
        ]
    }

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        switch input {
        case .key(.enter), .key(.tab), .key(.down): return next(input)
        case .key(.up), .key(.shiftTab), .key(.escape):
            if known == nil { isAtPIN = false }
            pin = TextEntry(countMax: Self.pinCountMax)
            return []
        case .key(let key):
            if isAtPIN { _ = pin.take(narrowed(key)) } else { _ = person.take(narrowed(key)) }
            return []
        case .answer(.failed(let errors)):
            pin = TextEntry(countMax: Self.pinCountMax)
            return errors.first.map { [.warn($0.said)] } ?? []
        case .opened, .changed, .paused, .scan, .paste, .mouse, .answer: return []
        }
    }

    private mutating func next(_ input: PageInput) -> [PageStep] {
        guard isAtPIN else {
            isAtPIN = !person.text.isEmpty
            return []
        }
        guard case .key(.enter) = input, !pin.text.isEmpty else { return [] }
        let typed = Secret(pin.text)
        pin = TextEntry(countMax: Self.pinCountMax)
        return [
            .ask(
                known.map { .prove(person: $0, pin: typed) }
                    ?? .login(person: person.text, pin: typed))
        ]
    }

    /// Numbers and PINs are ASCII, whatever the input method makes of them.
    private func narrowed(_ key: Key) -> Key {
        guard case .character(let character) = key else { return key }
        return .character(character.narrow)
    }

    func view(_ screen: ScreenContext) -> PageView {
        var view = PageView(
            known == nil ? screen.say("上机", "Log in") : screen.say("已锁屏", "Locked"),
            corner: screen.figures.label)
        let columns = min(screen.size.columns - 1, 40)
        view.lines = [
            PageLine(),
            .field(screen.say("工号", "Number"), person, columns: columns, isActive: !isAtPIN),
            .field(
                screen.say("密码", "PIN   "), pin, columns: columns, isActive: isAtPIN,
                isHidden: true), PageLine(),
            .note(
                known == nil
                    ? screen.say(" 没有网也能上机。", " Logging in works offline.")
                    : screen.say(
                        " 记录和草稿都在, 输入密码继续。",
                        " Records and drafts are kept: type the PIN to go on.")),
        ]
        view.hints = [Hint(screen.say("Enter 确认", "Enter go on"), .enter)]
        if known == nil { view.hints.append(Hint(screen.say("Tab 换栏", "Tab field"), .tab)) }
        view.hints.append(Hint(screen.say("Ctrl-Q 退出", "Ctrl-Q quit")))
        return view
    }
}
