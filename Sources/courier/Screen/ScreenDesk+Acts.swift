import Commands
import Domain
import Handheld
import HandheldUI
import Journal
import SyncProtocol

/// What flows record, by the acts of the commands, and the drafts of those that are not done.
extension ScreenDesk {
    mutating func record(
        _ act: ScreenAct, draft: String, _ page: OutputPage, at now: Moment
    ) throws(CommandFailure) -> [ScreenAnswer] {
        switch act {
        case .deliver(let inputs, let signature):
            let text = signature.flatMap(Self.encoded)
            var given = inputs.first?.tenderedFen
            // The first one last: with it the draft goes.
            for (place, input) in inputs.enumerated().reversed() {
                var input = input
                input.signature = text
                let due = try look { try $0.dueFen(of: input.parcel) }
                if due == 0 {
                    input.method = nil
                    input.tenderedFen = nil
                    input.paymentReference = nil
                } else if input.tenderedFen != nil, place > 0 {
                    input.tenderedFen = due
                    given = given.map { $0 - due }
                } else if input.tenderedFen != nil {
                    input.tenderedFen = given
                }
                let id = place == 0 ? draft : "\(draft)-\(place)"
                let answers = try record(page, draft: id, at: now) { handheld, draft in
                    try handheld.deliver(input, draft: draft, at: now)
                }
                if place == 0 { return answers }
            }
            return []
        case .fail(let input):
            return try record(page, draft: draft, at: now) {
                try $0.fail(input, draft: $1, at: now)
            }
        case .report(let input):
            return try record(page, draft: draft, at: now) {
                try $0.report(input, draft: $1, at: now)
            }
        case .pickup(let input):
            return try record(page, draft: draft, at: now) {
                try $0.pickup(input, draft: $1, at: now)
            }
        case .refuse(let input):
            return try record(page, draft: draft, at: now) {
                try $0.refuse(input, draft: $1, at: now)
            }
        case .seal(let input): return try seal(input, draft: draft, page, at: now)
        case .say(let input):
            return try record(page, draft: draft, at: now) {
                try $0.say(input, draft: $1, at: now)
            }
        case .scan(let number, let act):
            var input = ScanInput(parcels: [number], act: act)
            if act == .event(.outForDelivery) { input.preCheck = .ok }
            return try record(page, draft: draft, at: now) {
                try $0.scan(number, input, draft: $1, at: now)
            }
        }
    }

    func quoted(_ quote: FreightQuote) -> ScreenQuote {
        ScreenQuote(
            lines: quote.lines.map {
                .init(words: $0.code.lineWords(Handheld.words), fen: $0.amountFen)
            }, totalFen: quote.totalFen)
    }

    mutating func quote(
        _ input: QuoteInput, _ page: OutputPage, at now: Moment
    ) throws(CommandFailure) -> ScreenQuote {
        switch try look({ try $0.quote(input, at: now) }) {
        case .success(let quote): return quoted(quote)
        case .failure(let refusal): throw page.failure(refusal)
        }
    }

    /// Seals the day; only now are the books looked at.
    private mutating func seal(
        _ input: SealInput, draft: String, _ page: OutputPage, at now: Moment
    ) throws(CommandFailure) -> [ScreenAnswer] {
        _ = try record(page, draft: draft, at: now) { try $0.seal(input, draft: $1, at: now) }
        let (expected, code) = try look { handheld in
            (try handheld.expectedCash(), try handheld.sealStandings().first?.code ?? "")
        }
        let difference = Fen.text(input.cashFen - expected)
        return [
            .recorded(
                Words(
                    zh: "已封账 \(code)。实点 \(Fen.text(input.cashFen)), 账上 \(Fen.text(expected)), "
                        + "差 \(difference)",
                    en: "sealed \(code). Counted \(Fen.text(input.cashFen)), the books say "
                        + "\(Fen.text(expected)), difference \(difference)"))
        ]
    }

    private static func encoded(_ drawn: DrawnStrokes) -> String? {
        Strokes(
            width: drawn.width, height: drawn.height,
            strokes: drawn.strokes.map { $0.map { Strokes.Point(x: $0.x, y: $0.y) } })?.encoded
    }

    // MARK: Drafts

    mutating func drafts() throws(CommandFailure) -> [ScreenDraft] {
        try look { try $0.drafts() }.compactMap(Self.draft)
    }

    private static func draft(_ kept: Draft) -> ScreenDraft? {
        guard let object = try? CanonicalObject(decoding: kept.body),
            let about = object["about"]?.text, let step = object["step"]?.integer,
            case .object(let values)? = object["values"]
        else { return nil }
        return ScreenDraft(
            id: kept.id, form: kept.form, about: about, step: step,
            values: Dictionary(
                values.members.compactMap { member in
                    member.value.text.map { (member.key, $0) }
                }, uniquingKeysWith: { $1 }), changedAt: kept.changedMilliseconds)
    }

    mutating func keep(_ draft: ScreenDraft) throws(CommandFailure) {
        var values: CanonicalObject = [:]
        for (key, value) in draft.values.sorted(by: { $0.key < $1.key }) {
            values[key] = .text(value)
        }
        let object: CanonicalObject = [
            "about": .text(draft.about), "step": .integer(draft.step), "values": .object(values),
        ]
        let kept = Draft(
            id: draft.id, form: draft.form, body: object.encoded(),
            changedMilliseconds: draft.changedAt)
        _ = try look { try $0.keep(kept) }
    }
}
