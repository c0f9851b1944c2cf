package import Domain
import Terminal

/// Work in steps that ends in one act: its questions depend on what was answered before.
protocol Flow: Sendable {
    /// Names the flow in its drafts.
    var form: String { get }
    var title: Words { get }
    /// What it is about, as the corner of the title and the list of drafts show it.
    var about: String { get }
    /// What is asked, step by step; the summary comes after the last one.
    func steps(_ answers: Answers, _ screen: ScreenContext) -> [FlowStep]
    /// What will be recorded, for a last look.
    func summary(_ answers: Answers, _ screen: ScreenContext) -> [PageLine]
    /// The act, once every question has its answer.
    func act(_ answers: Answers, _ screen: ScreenContext) -> ScreenAct?
    /// What it must know before it can ask what a step asks.
    func needs(_ answers: Answers, at step: Int) -> [ScreenQuestion]
    /// Takes in what it needed; what is wrong ends the flow.
    mutating func learn(_ answer: ScreenAnswer, _ answers: Answers) -> Words?
    /// Another parcel that was scanned joins this act: its words, or nil when it cannot.
    func joining(_ number: String, _ answers: Answers) -> Answers?
    /// The flow that a digit outside the questions leaves for.
    func exit(_ digit: Int, at step: Int, _ answers: Answers) -> (any Flow)?
}

extension Flow {
    func needs(_ answers: Answers, at step: Int) -> [ScreenQuestion] { [] }
    mutating func learn(_ answer: ScreenAnswer, _ answers: Answers) -> Words? { nil }
    func joining(_ number: String, _ answers: Answers) -> Answers? { nil }
    func exit(_ digit: Int, at step: Int, _ answers: Answers) -> (any Flow)? { nil }
}

/// One page of questions.
struct FlowStep {
    let title: Words
    var questions: [Question]
    /// Read before the questions.
    var notes: [PageLine] = []
    /// What leads elsewhere, with its digit.
    var exits: [PageLine] = []
}

/// One thing that is asked.
struct Question {
    /// Names the answer in drafts.
    let key: String
    let label: Words
    let kind: Kind
    /// What holds when nothing is said.
    var standard: String?
    /// What is wrong with an answer.
    var problem: @Sendable (String) -> Words? = { _ in nil }

    /// How it is answered.
    enum Kind {
        case choice([Option])
        case text(countMax: Int)
        /// Yuan with up to two decimals.
        case money
        /// The number on a label: a scan fills it.
        case number
        /// Never kept in a draft, and shown as stars.
        case secret(countMax: Int)
        /// Drawn in a box; 4 leads to what is accepted instead, where anything is.
        case signature(instead: Words?)
    }

    /// One answer to choose.
    struct Option: Hashable {
        let code: String
        let words: Words
    }

    static func choice(
        _ key: String, _ label: Words, _ options: [Option], standard: String? = nil
    ) -> Question {
        Question(key: key, label: label, kind: .choice(options), standard: standard)
    }

    static func text(_ key: String, _ label: Words, countMax: Int = 40) -> Question {
        var question = Question(key: key, label: label, kind: .text(countMax: countMax))
        question.problem = {
            $0.isEmpty ? Words(zh: "\(label.zh) 要填", en: "\(label.en) is needed") : nil
        }
        return question
    }

    /// The answer in the words of the screen.
    func said(_ answer: String, _ language: Language) -> String {
        switch kind {
        case .choice(let options):
            options.first { $0.code == answer }?.words[language] ?? answer
        case .text, .money, .number: answer
        case .secret: String(repeating: "*", count: answer.count)
        case .signature:
            Words(
                zh: "已签 \(SignatureDrawing(answer).pointCount) 点",
                en: "\(SignatureDrawing(answer).pointCount) points")[language]
        }
    }

    /// Typed in ASCII, whatever the input method makes of it.
    var isNarrow: Bool {
        switch kind {
        case .money, .number, .secret: true
        case .text(let countMax): countMax <= 9
        case .choice, .signature: false
        }
    }

    var isText: Bool {
        switch kind {
        case .text, .money, .number, .secret: true
        case .choice, .signature: false
        }
    }
}

extension Question.Option {
    /// The cases of a closed list.
    static func all<Value: RawRepresentable<String>>(
        _ values: [Value], _ words: (Value) -> Words
    ) -> [Question.Option] {
        values.map { Question.Option(code: $0.rawValue, words: words($0)) }
    }
}

/// What was answered, by the key of the question.
package struct Answers: Hashable, Sendable {
    /// Kept in drafts.
    package var values: [String: String]
    /// Never kept.
    var secrets: [String: String] = [:]

    package init(_ values: [String: String] = [:]) { self.values = values }

    subscript(key: String) -> String? {
        get { secrets[key] ?? values[key] }
        set { values[key] = newValue }
    }

    /// The answer as a case of a closed list.
    func code<Value: RawRepresentable<String>>(_ key: String) -> Value? {
        self[key].flatMap(Value.init(rawValue:))
    }

    /// An amount that was typed.
    func fen(_ key: String) -> Int? {
        self[key].flatMap { text in
            if case .success(let fen) = Fen.parse(text) { fen } else { nil }
        }
    }
}

/// A flow that was begun and not recorded.
package struct ScreenDraft: Hashable, Sendable {
    /// The record will carry it, so recording twice is impossible.
    package let id: String
    package let form: String
    /// What it is about.
    package let about: String
    package let step: Int
    package let values: [String: String]
    /// Wall time of the last change.
    package let changedAt: Int

    package init(
        id: String, form: String, about: String, step: Int, values: [String: String],
        changedAt: Int
    ) {
        self.id = id
        self.form = form
        self.about = about
        self.step = step
        self.values = values
        self.changedAt = changedAt
    }
}

/// What a flow records in the end.
package enum ScreenAct: Sendable {
    /// Parcels of one door, the one that the draft is about first.
    case deliver([DeliveryInput], signature: DrawnStrokes?)
    case fail(AttemptInput)
    case report(ProblemInput)
    case pickup(PickupInput)
    case refuse(RefusalInput)
    case seal(SealInput)
    case say(CaseSayInput)
    /// One parcel of a batch.
    case scan(String, ScanAct)
}

/// A signature as it was drawn.
package struct DrawnStrokes: Sendable {
    /// The canvas.
    package let width: Int
    package let height: Int
    /// Points from 0 up to its edges.
    package let strokes: [[(x: Int, y: Int)]]
}
