import Commands
import Domain
import Terminal

/// A pickup that did not happen, with its reason.
struct RefusalFlow: Flow {
    static let form = "refusal"

    private let task: String?

    init(_ task: String?) { self.task = task }

    var form: String { Self.form }
    var title: Words { Words(zh: "没收成", en: "Not collected") }
    var about: String { task ?? "" }

    func steps(_ answers: Answers, _ screen: ScreenContext) -> [FlowStep] {
        [
            FlowStep(
                title: Words(zh: "原因", en: "Reason"),
                questions: [
                    .choice(
                        "reason", Words(zh: "原因", en: "Reason"),
                        Question.Option.all(RefusalReason.allCases, \.words)),
                    Question(
                        key: "note", label: Words(zh: "说明", en: "Note"), kind: .text(countMax: 200)),
                ])
        ]
    }

    func summary(_ answers: Answers, _ screen: ScreenContext) -> [PageLine] {
        let reason: RefusalReason? = answers.code("reason")
        return [
            PageLine(" " + about), PageLine(" " + (reason?.words[screen.language] ?? "")),
            .note(" " + (answers["note"] ?? "")),
        ]
    }

    func act(_ answers: Answers, _ screen: ScreenContext) -> ScreenAct? {
        guard let reason: RefusalReason = answers.code("reason") else { return nil }
        var input = RefusalInput(reason: reason)
        input.task = task
        input.note = answers["note"].flatMap { $0.isEmpty ? nil : $0 }
        return .refuse(input)
    }
}
