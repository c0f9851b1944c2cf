import Commands
import Domain
import Terminal

/// A delivery that did not succeed: why, who was tried, what is next.
struct AttemptFlow: Flow {
    static let form = "attempt"

    private let parcel: String

    init(_ parcel: String) { self.parcel = parcel }

    var form: String { Self.form }
    var title: Words { Words(zh: "未成功", en: "Not delivered") }
    var about: String { parcel }

    private enum Key {
        static let reason = "reason"
        static let contact = "contact"
        static let next = "next"
        static let retry = "retry"
        static let note = "note"
    }

    /// What happens at a door, the commonest first; the numbers never move.
    static let reasons: [ExceptionReason] = [
        .notHome, .rescheduled, .refused, .noAnswer, .businessClosed, .accessDenied,
        .addressWrong, .addressIncomplete, .refusedPayment, .phoneInvalid, .recipientMoved,
        .codAmountWrong, .outOfArea, .lockerFull, .idCheckFailed, .labelMismatch, .other,
    ]

    func steps(_ answers: Answers, _ screen: ScreenContext) -> [FlowStep] {
        let reason: ExceptionReason? = answers.code(Key.reason)
        var why = FlowStep(
            title: Words(zh: "原因", en: "Reason"),
            questions: [
                .choice(
                    Key.reason, Words(zh: "原因", en: "Reason"),
                    Question.Option.all(Self.reasons, \.words))
            ])
        why.questions.append(
            .choice(
                Key.contact, Words(zh: "联系过收件人吗", en: "Was the recipient tried?"),
                [
                    .init(
                        code: "CALL NO_ANSWER",
                        words: Words(zh: "打过电话, 无人接", en: "called, no answer")),
                    .init(
                        code: "CALL REACHED", words: Words(zh: "打过电话, 通了", en: "called and reached")
                    ),
                    .init(
                        code: "CALL OFF", words: Words(zh: "打过电话, 关机", en: "called, switched off")),
                    .init(
                        code: "CALL INVALID",
                        words: Words(zh: "打过电话, 空号", en: "called, no such number")),
                    .init(code: "VISIT REACHED", words: Words(zh: "当面见到", en: "met in person")),
                    .init(code: "-", words: Words(zh: "没有联系", en: "not tried")),
                ]))
        var next = FlowStep(
            title: Words(zh: "下一步", en: "What next"),
            questions: [
                .choice(
                    Key.next, Words(zh: "下一步", en: "What next"), Self.next,
                    standard: reason == .rescheduled ? NextAction.reattemptAt.rawValue : "-")
            ])
        if answers[Key.next] == NextAction.reattemptAt.rawValue {
            next.questions.append(
                .choice(Key.retry, Words(zh: "改到", en: "Again at"), Self.windows))
        }
        if reason == .other {
            next.questions.append(.text(Key.note, Words(zh: "说明", en: "Note"), countMax: 200))
        }
        return [why, next]
    }

    private static let next: [Question.Option] =
        [.init(code: "-", words: Words(zh: "按原因的常规", en: "what the reason brings"))]
        + Question.Option.all(
            [.reattempt, .reattemptAt, .contactSender, .return, .hold] as [NextAction], \.words)

    /// Days from today and hours of the day.
    private static let windows: [Question.Option] = [
        .init(code: "0 14 20", words: Words(zh: "今天下午 14-20", en: "today 14-20")),
        .init(code: "1 9 12", words: Words(zh: "明天上午 9-12", en: "tomorrow 9-12")),
        .init(code: "1 12 18", words: Words(zh: "明天下午 12-18", en: "tomorrow 12-18")),
        .init(code: "1 18 21", words: Words(zh: "明天晚上 18-21", en: "tomorrow 18-21")),
        .init(code: "2 9 18", words: Words(zh: "后天 9-18", en: "in two days 9-18")),
        .init(code: "3 9 18", words: Words(zh: "大后天 9-18", en: "in three days 9-18")),
    ]

    func summary(_ answers: Answers, _ screen: ScreenContext) -> [PageLine] {
        [PageLine(" " + parcel)]
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
        var input = AttemptInput(parcel: parcel, reason: reason)
        let contact = (answers[Key.contact] ?? "").split(separator: " ").map(String.init)
        if contact.count == 2, let channel = ContactInput.Channel(rawValue: contact[0]),
            let outcome = ContactInput.Outcome(rawValue: contact[1])
        {
            input.contacts = [ContactInput(channel: channel, outcome: outcome)]
        }
        input.next = answers.code(Key.next)
        if input.next == .reattemptAt {
            let parts = (answers[Key.retry] ?? "").split(separator: " ").compactMap { Int($0) }
            guard parts.count == 3 else { return nil }
            let day = screen.dayStart(in: parts[0])
            input.retryFrom = day + parts[1] * 3_600_000
            input.retryUntil = day + parts[2] * 3_600_000
        }
        input.note = answers[Key.note]
        return .fail(input)
    }
}

extension ScreenContext {
    /// The first millisecond of the day here, so many days from today.
    func dayStart(in days: Int) -> Int {
        let local = now.wallMilliseconds + now.offsetMinutes * 60_000
        let start = local - (local % 86_400_000 + 86_400_000) % 86_400_000
        return start - now.offsetMinutes * 60_000 + days * 86_400_000
    }
}
