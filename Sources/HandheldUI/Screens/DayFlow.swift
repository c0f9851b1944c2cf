import Domain
import Terminal

/// The end of a courier's day: cash is counted before anybody sees what the books say, and the
/// amount is typed once more to seal.
struct DayFlow: Flow {
    static let form = "day"

    var form: String { Self.form }
    var title: Words { Words(zh: "日结", en: "Day end") }
    var about: String { "" }

    /// Notes and coins, in fen.
    static let pieces = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10]
    private static let confirmKey = "confirm"

    private static func key(_ fen: Int) -> String { "n\(fen)" }

    /// What was counted, in fen.
    static func counted(_ answers: Answers) -> Int {
        pieces.reduce(0) { $0 + $1 * (answers[key($1)].flatMap { Int($0) } ?? 0) }
    }

    func steps(_ answers: Answers, _ screen: ScreenContext) -> [FlowStep] {
        let questions = Self.pieces.map { fen -> Question in
            let name = DeliveryFlow.plain(fen)
            var question = Question(
                key: Self.key(fen), label: Words(zh: "\(name) 张数", en: "\(name) pieces"),
                kind: .text(countMax: 5))
            question.standard = "0"
            question.problem = { answer in
                (Int(answer) ?? -1) < 0 ? Words(zh: "要填张数", en: "a count is needed") : nil
            }
            return question
        }
        let yuan = String(Self.counted(answers) / 100)
        var confirm = Question.text(
            Self.confirmKey, Words(zh: "实点金额的整数部分", en: "Whole yuan counted"), countMax: 9)
        confirm.problem = { answer in
            answer == yuan
                ? nil : Words(zh: "与点的钱不符: \(answer)", en: "not what was counted: \(answer)")
        }
        var close = FlowStep(title: Words(zh: "封账", en: "Seal"), questions: [confirm])
        close.notes = [
            PageLine(
                screen.say(" 实点", " counted"), right: Fen.text(Self.counted(answers)),
                style: .bold),
            PageLine(
                screen.say(" 未传 ", " not sent ") + String(screen.figures.unsentCount),
                right: screen.say("冲突 ", "to decide ") + String(screen.figures.conflictCount)),
            .note(
                screen.say(
                    " 没有网也能封。封过以后再记的, 归下一段。请再输一遍实点金额, 防误按:",
                    " It works offline; what comes later belongs to the next seal. Type the amount "
                        + "once more:")),
        ]
        return [
            FlowStep(title: Words(zh: "点钞", en: "Cash count"), questions: questions), close,
        ]
    }

    func summary(_ answers: Answers, _ screen: ScreenContext) -> [PageLine] {
        let lines = Self.pieces.compactMap { fen -> PageLine? in
            let count = answers[Self.key(fen)].flatMap { Int($0) } ?? 0
            guard count > 0 else { return nil }
            return PageLine(
                " \(DeliveryFlow.plain(fen)) x \(count)", right: Fen.text(fen * count))
        }
        return lines + [
            PageLine(
                screen.say(" 实点", " counted"), right: Fen.text(Self.counted(answers)),
                style: .bold)
        ]
    }

    func act(_ answers: Answers, _ screen: ScreenContext) -> ScreenAct? {
        .seal(SealInput(cashFen: Self.counted(answers)))
    }
}
