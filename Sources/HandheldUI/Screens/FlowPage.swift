import Domain
import Terminal

/// A flow on the screen: one question at a time, those answered folded above it, a summary at the
/// end, and a draft kept at every answer, so that a power cut costs a few keys at most.
struct FlowPage: ScreenPage {
    private(set) var flow: any Flow
    private(set) var answers: Answers
    private var draftID: String
    private(set) var index: Int
    private(set) var focus = 0
    private(set) var entry = TextEntry()
    /// The text in the entry was proposed: what is typed takes its place.
    private var isProposed = false
    /// The page of a long list of options.
    private(set) var optionPage = 0
    /// Another parcel was scanned.
    private(set) var other: String?
    private(set) var isReady: Bool
    private var isRecording = false
    /// Something was answered, or was when the draft was kept.
    private var isTouched: Bool
    /// What the draft holds.
    private var keptValues: [String: String] = [:]
    private(set) var done: Words?

    init(_ flow: any Flow, answers: Answers = Answers(), draft id: String, step: Int = 0) {
        self.flow = flow
        self.answers = answers
        draftID = id
        index = step
        isTouched = step > 0
        isReady = flow.needs(answers, at: step).isEmpty
    }

    static let optionsAtOnce = 9
    /// The answer that something else stands in for a signature.
    static let insteadMark = ".instead"

    var step: Int { done == nil ? index * 100 + focus * 2 + (other == nil ? 0 : 1) : -1 }
    var isTyping: Bool { other == nil && done == nil && isReady && active?.isText == true }
    var help: [Words] {
        [
            Words(
                zh: "数字选一项, Enter 到下一项; 上一项按 Esc 或上箭头。",
                en: "A digit chooses, Enter goes on, Esc or up goes back."),
            Words(
                zh: "每答一项就存草稿; 断电后从首页 * 继续。",
                en: "A draft is kept at each answer; after a power cut go on from * at home."),
            Words(
                zh: "最后一页看清楚再按 Enter 记录; 记下就不能改, 只能更正。",
                en: "Look at the last page, then Enter records. A record is never edited."),
        ]
    }

    // MARK: State

    /// The steps do not depend on how the screen looks, only their notes do.
    func steps(_ screen: ScreenContext) -> [FlowStep] { flow.steps(answers, screen) }

    private static let plain = ScreenContext(
        language: .en, size: ScreenContext.smallest, figures: ScreenFigures(),
        now: Moment(wallMilliseconds: 0, bootMilliseconds: 0, bootNumber: 0, offsetMinutes: 0))

    private var questions: [Question] {
        let steps = steps(Self.plain)
        return steps.indices.contains(index) ? steps[index].questions : []
    }

    var active: Question? {
        questions.indices.contains(focus) ? questions[focus] : nil
    }

    private var isAtSummary: Bool { isReady && index >= steps(Self.plain).count }

    /// Gives the question in focus what holds when nothing is said, and its text to edit.
    private mutating func enterQuestion() {
        optionPage = 0
        guard let active else { return }
        isProposed = answers[active.key] == nil || answers[active.key] == active.standard
        if answers[active.key] == nil, let standard = active.standard {
            answers[active.key] = standard
        }
        entry = TextEntry(answers[active.key] ?? "", countMax: countMax(of: active))
    }

    private func countMax(of question: Question) -> Int {
        switch question.kind {
        case .text(let countMax), .secret(let countMax): countMax
        case .money: 12
        case .number: ParcelID.lengthMax
        case .choice, .signature: 0
        }
    }

    private mutating func kept(_ screen: ScreenContext) -> PageStep {
        keptValues = answers.values
        return .ask(
            .keepDraft(
                ScreenDraft(
                    id: draftID, form: flow.form, about: flow.about, step: index,
                    values: answers.values, changedAt: screen.now.wallMilliseconds)))
    }

    // MARK: Input

    mutating func take(_ input: PageInput, _ screen: ScreenContext) -> [PageStep] {
        switch input {
        case .opened:
            enterQuestion()
            return done == nil ? flow.needs(answers, at: index).map { .ask($0) } : []
        case .changed: return []
        case .paused:
            guard done == nil, isTouched, answers.values != keptValues else { return [] }
            return [kept(screen)]
        case .answer(let answer): return take(answer, screen)
        case .mouse(let mouse): return draw(mouse)
        case .key(let key):
            if done != nil { return afterwards(key) }
            if other != nil { return choose(aboutOther: key, screen) }
            guard isReady, !isRecording else { return key == .escape ? [.back] : [] }
            return take(key, screen)
        case .scan(let code):
            if done != nil || !isReady { return [.unhandled] }
            return scanned(code, screen)
        case .paste(let text):
            guard isTyping else { return [.unhandled] }
            entry.insert(text)
            store()
            return []
        }
    }

    private mutating func take(_ answer: ScreenAnswer, _ screen: ScreenContext) -> [PageStep] {
        switch answer {
        case .recorded(let words):
            isRecording = false
            done = words
            return [.say(words), .ask(.figures)]
        case .failed(let errors):
            isRecording = false
            if !isReady {
                // What the next step needs could not be had with these answers.
                guard index > 0 else {
                    return [.back] + (errors.first.map { [.warn($0.said)] } ?? [])
                }
                isReady = true
                index -= 1
                focus = 0
                enterQuestion()
            }
            return errors.first.map { [.warn($0.said)] } ?? []
        default:
            guard !isReady else { return [] }
            if let problem = flow.learn(answer, answers) { return [.back, .warn(problem)] }
            let more = flow.needs(answers, at: index)
            isReady = more.isEmpty
            enterQuestion()
            return [kept(screen)] + more.map { .ask($0) }
        }
    }

    private mutating func take(_ key: Key, _ screen: ScreenContext) -> [PageStep] {
        switch key {
        case .escape, .up, .shiftTab: return back(screen, leaves: key == .escape)
        case .enter: return forward(screen)
        case .down, .tab: return focus + 1 < questions.count ? forward(screen) : []
        default: isTouched = true
        }
        if let digit = key.digit, active?.isText != true {
            if let next = flow.exit(digit, at: index, answers) {
                return [.ask(.discardDraft(draftID)), .begin(next, replaces: true)]
            }
            if isAtSummary { return jump(to: digit) }
        }
        guard let active else { return [.unhandled] }
        switch active.kind {
        case .choice(let options): return choose(key, options, screen)
        case .text, .money, .number, .secret:
            if key == .backspace, entry.text.isEmpty { return back(screen, leaves: true) }
            var key = key
            if case .character(let typed) = key, active.isNarrow {
                key = .character(typed.narrow)
            }
            if isProposed, case .character = key {
                entry = TextEntry(countMax: countMax(of: active))
            }
            guard entry.take(key) else { return [.unhandled] }
            isProposed = false
            store()
            return []
        case .signature: return sign(key, screen)
        }
    }

    private mutating func store() {
        guard let active else { return }
        if case .secret = active.kind {
            answers.secrets[active.key] = entry.text
        } else {
            answers[active.key] = entry.text
        }
    }

    private mutating func choose(
        _ key: Key, _ options: [Question.Option], _ screen: ScreenContext
    ) -> [PageStep] {
        guard let digit = key.digit, let active else { return [.unhandled] }
        if digit == 0, options.count > Self.optionsAtOnce {
            let pages = (options.count + Self.optionsAtOnce - 1) / Self.optionsAtOnce
            optionPage = (optionPage + 1) % pages
            return []
        }
        let place = optionPage * Self.optionsAtOnce + digit - 1
        guard digit > 0, options.indices.contains(place) else { return [.unhandled] }
        answers[active.key] = options[place].code
        guard focus + 1 < questions.count else { return [kept(screen)] }
        return forward(screen)
    }

    /// The question in focus must have a good answer; then the next one, the next step, the record.
    private mutating func forward(_ screen: ScreenContext) -> [PageStep] {
        isTouched = true
        guard let active else { return isAtSummary ? record(screen) : [] }
        if let problem = problem(of: active) { return [.warn(problem)] }
        if focus + 1 < questions.count {
            focus += 1
        } else {
            for (place, question) in questions.enumerated() {
                guard let problem = problem(of: question) else { continue }
                focus = place
                enterQuestion()
                return [.warn(problem)]
            }
            index += 1
            focus = 0
        }
        enterQuestion()
        let needs = flow.needs(answers, at: index)
        isReady = needs.isEmpty
        return [kept(screen)] + needs.map { .ask($0) }
    }

    private func problem(of question: Question) -> Words? {
        let answer = answers[question.key] ?? ""
        switch question.kind {
        case .choice(let options):
            guard options.contains(where: { $0.code == answer }) else {
                return Words(zh: "请选: \(question.label.zh)", en: "choose: \(question.label.en)")
            }
        case .money:
            guard case .success = Fen.parse(answer) else {
                return Words(zh: "金额写不对: \(answer)", en: "not an amount: \(answer)")
            }
        case .signature: return SignatureDrawing(answer).problem
        case .number:
            guard !answer.isEmpty, case .failure = ParcelID.parse(answer, companyPrefix: "") else {
                break
            }
            return Words(zh: "不是单号: \(answer)", en: "not a number: \(answer)")
        case .text, .secret: break
        }
        return question.problem(answer)
    }

    private mutating func back(_ screen: ScreenContext, leaves: Bool) -> [PageStep] {
        if focus > 0 {
            focus -= 1
        } else if index > 0, leaves {
            index -= 1
            focus = 0
        } else {
            guard leaves else { return [] }
            return [isTouched ? kept(screen) : .ask(.discardDraft(draftID)), .back]
        }
        enterQuestion()
        return []
    }

    private mutating func jump(to digit: Int) -> [PageStep] {
        guard digit > 0, digit <= index else { return [.unhandled] }
        index = digit - 1
        focus = 0
        enterQuestion()
        return []
    }

    private mutating func record(_ screen: ScreenContext) -> [PageStep] {
        guard let act = flow.act(answers, screen) else {
            // A secret is not in a draft: after a restart it is asked for again.
            let steps = steps(Self.plain)
            for (place, step) in steps.enumerated() {
                for (spot, question) in step.questions.enumerated() {
                    guard let problem = problem(of: question) else { continue }
                    index = place
                    focus = spot
                    enterQuestion()
                    return [.warn(problem)]
                }
            }
            return [.warn(Words(zh: "还没填完", en: "not complete yet"))]
        }
        isRecording = true
        return [.ask(.record(act, draft: draftID))]
    }

    private mutating func afterwards(_ key: Key) -> [PageStep] {
        switch key {
        case .enter, .escape: return [.home]
        default: return key.digit == 0 ? [.home] : [.unhandled]
        }
    }

    // MARK: Signature

    private mutating func sign(_ key: Key, _ screen: ScreenContext) -> [PageStep] {
        guard let active, let digit = key.digit else { return [.unhandled] }
        var drawing = SignatureDrawing(answers[active.key] ?? "")
        switch digit {
        case 1: return forward(screen)
        case 2: drawing = SignatureDrawing()
        case 3: drawing.undo()
        case 4:
            guard case .signature(.some) = active.kind else { return [.unhandled] }
            answers[active.key + Self.insteadMark] = "1"
            enterQuestion()
            return [kept(screen)]
        default: return [.unhandled]
        }
        answers[active.key] = drawing.text
        return []
    }

    private mutating func draw(_ mouse: Mouse) -> [PageStep] {
        guard let active, case .signature = active.kind, other == nil, done == nil else {
            return []
        }
        var drawing = SignatureDrawing(answers[active.key] ?? "")
        drawing.add(mouse)
        answers[active.key] = drawing.text
        return []
    }

    // MARK: Another parcel

    private mutating func scanned(_ code: ScannedCode, _ screen: ScreenContext) -> [PageStep] {
        let number = code.candidates.first { candidate in
            if case .success = ParcelID.parse(
                candidate, companyPrefix: screen.figures.companyPrefix)
            {
                true
            } else {
                false
            }
        }
        guard let number else {
            return [.warn(Words(zh: "不是单号", en: "not a parcel number"))]
        }
        let known = number.uppercased()
        if let active, case .number = active.kind {
            answers[active.key] = known
            return forward(screen)
        }
        if flow.about == known {
            return [.warn(Words(zh: "就是这一单", en: "this is the parcel"))]
        }
        other = known
        return [kept(screen)]
    }

    private mutating func choose(
        aboutOther key: Key, _ screen: ScreenContext
    ) -> [PageStep] {
        guard let number = other else { return [] }
        switch key {
        case .escape: other = nil
        default:
            switch key.digit {
            case 1:
                other = nil
                return [kept(screen), .home, .ask(.parcel([number]))]
            case 2:
                guard let joined = flow.joining(number, answers) else { return [.unhandled] }
                answers = joined
                other = nil
                return [kept(screen)]
            case 0: other = nil
            default: return []
            }
        }
        return []
    }
}
