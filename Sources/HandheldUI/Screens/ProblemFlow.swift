import Commands
import Domain
import Terminal

/// A parcel in trouble: its number, or what can be read of it, and what is wrong.
struct ProblemFlow: Flow {
    static let form = "problem"

    private let parcel: String?

    /// Nil when no number is known yet.
    init(_ parcel: String?) { self.parcel = parcel }

    var form: String { Self.form }
    var title: Words { Words(zh: "问题件", en: "Problem") }
    var about: String { parcel ?? "" }

    private enum Key {
        static let number = "number"
        static let isReadable = "readable"
        static let reason = "reason"
        static let note = "note"
    }

    /// What is found on the road and at the station; the numbers never move.
    static let reasons: [ExceptionReason] = [
        .outerDamaged, .contentsDamaged, .shortage, .noLabel, .labelMismatch, .missort,
        .outOfArea, .packagingUnfit, .prohibitedFound, .addressWrong, .addressIncomplete,
        .oversize, .noPhysicalParcel, .suspectedLost, .vehicleFault, .weather, .other,
    ]

    func steps(_ answers: Answers, _ screen: ScreenContext) -> [FlowStep] {
        var steps: [FlowStep] = []
        if parcel == nil {
            steps.append(
                FlowStep(
                    title: Words(zh: "单号", en: "Number"),
                    questions: [
                        .choice(
                            Key.isReadable, Words(zh: "面单", en: "Label"),
                            [
                                .init(code: "1", words: Words(zh: "单号看得清", en: "number readable")),
                                .init(
                                    code: "0", words: Words(zh: "看不清或没有", en: "unreadable or none")),
                            ], standard: "1"),
                        .text(
                            Key.number,
                            answers[Key.isReadable] == "0"
                                ? Words(zh: "看得到什么", en: "What can be read")
                                : Words(zh: "单号", en: "Number"), countMax: 60),
                    ]))
        }
        var why = FlowStep(
            title: Words(zh: "原因", en: "Reason"),
            questions: [
                .choice(
                    Key.reason, Words(zh: "原因", en: "Reason"),
                    Question.Option.all(Self.reasons, \.words))
            ])
        var note = Question(
            key: Key.note, label: Words(zh: "说明", en: "Note"), kind: .text(countMax: 200))
        let isNeeded = answers[Key.reason] == ExceptionReason.other.rawValue
        note.problem = { answer in
            isNeeded && answer.isEmpty ? Words(zh: "说明要填", en: "a note is needed") : nil
        }
        why.questions.append(note)
        return steps + [why]
    }

    func summary(_ answers: Answers, _ screen: ScreenContext) -> [PageLine] {
        (parcel.map { [PageLine(" " + $0)] } ?? [])
            + steps(answers, screen).flatMap(\.questions).compactMap { question in
                answers[question.key].map {
                    PageLine(
                        " \(question.label[screen.language])  "
                            + question.said($0, screen.language))
                }
            }
    }

    func act(_ answers: Answers, _ screen: ScreenContext) -> ScreenAct? {
        guard let reason: ExceptionReason = answers.code(Key.reason) else { return nil }
        let subject: ProblemSubject
        if let parcel {
            subject = .parcel(parcel)
        } else {
            guard let number = answers[Key.number], !number.isEmpty else { return nil }
            subject = answers[Key.isReadable] == "0" ? .unreadable(number) : .parcel(number)
        }
        var input = ProblemInput(subject: subject, reason: reason)
        input.note = answers[Key.note].flatMap { $0.isEmpty ? nil : $0 }
        return .report(input)
    }
}
