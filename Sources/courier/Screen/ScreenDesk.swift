import Commands
import Domain
import Handheld
import HandheldUI
import Journal
import Platform

/// Answers what the screens ask, from the journal and by the same acts as the commands, and lets
/// the exchange go on beside.
struct ScreenDesk {
    let places: CourierPlaces
    private var session: JournalSession
    private var exchange: ScreenExchange

    init(
        access: JournalAccess, client: HTTPClient, server: ServerAddress?
    ) throws(CommandFailure) {
        places = access.places
        session = try JournalSession(access)
        exchange = ScreenExchange(
            SyncRun(
                access: access, client: client, server: server,
                timeoutSeconds: access.timeoutMilliseconds / 1_000))
    }

    /// The station wants this handheld erased.
    var isErased: Bool { exchange.isErased }
    var isExchanging: Bool { exchange.isExchanging }
    /// Boot time at which `turn` is to be called again.
    var nextAt: Int? { exchange.nextAt(session) }

    mutating func begin(waking waker: ScreenTerminal.Waker, at now: Moment) {
        exchange.begin(&session, waking: waker, at: now)
    }

    /// Takes in what the station answered and sends what is to be sent; whether anything changed.
    mutating func turn(at now: Moment) -> Bool { exchange.turn(&session, at: now) }

    /// The answers to a question, the last one the newest figures when something was recorded.
    mutating func answers(
        to question: ScreenQuestion, _ language: Language, at now: Moment
    ) -> [ScreenAnswer] {
        do throws(CommandFailure) {
            return try answer(question, OutputPage(language: language, now: now), at: now)
        } catch {
            return [.failed(error.errors)]
        }
    }

    private mutating func answer(
        _ question: ScreenQuestion, _ page: OutputPage, at now: Moment
    ) throws(CommandFailure) -> [ScreenAnswer] {
        switch question {
        case .figures: return [.figures(try figures(page, at: now))]
        case .tasks:
            return [.tasks(try look { try $0.tasks(kind: nil, includingEnded: false) })]
        case .task(let id): return [.task(try look { try $0.task(id) })]
        case .parcel(let numbers): return [.parcel(try parcel(numbers), numbers)]
        case .login(let person, let pin), .prove(let person, let pin):
            _ = try Login(access: session.access).begin(person, pin, page)
            try session.reopen()
            return [.proven]
        case .answerTask(let input):
            return try record(page, at: now) { try $0.answer(input, draft: $1, at: now) }
        case .goods(let name, let answers, let destination):
            let findings = try look {
                try $0.check([name], answers: answers, to: destination, at: now)
            }
            return findings.first.map { [.goods($0)] } ?? []
        case .conflicts: return [.conflicts(try look { try $0.conflicts() })]
        case .quote(let input): return [.quote(try quote(input, page, at: now))]
        case .drafts: return [.drafts(try drafts())]
        case .keepDraft(let draft):
            try keep(draft)
            return []
        case .discardDraft(let id):
            _ = try look { try $0.discardDraft(id) }
            return []
        case .record(let act, let draft):
            return try record(act, draft: draft, page, at: now)
        case .exchange:
            exchange.ask(&session, at: now)
            return [.figures(try figures(page, at: now))]
        case .language(let language):
            _ = try Settings.read(places).set("lang", to: language.rawValue, in: places, page)
            return []
        }
    }

    /// A handheld that is to be erased shows nothing.
    mutating func look<R>(
        _ body: (inout Handheld) throws -> R
    ) throws(CommandFailure) -> R {
        let seen = try session.act { handheld in
            try handheld.isWipeOrdered() ? nil : Optional(try body(&handheld))
        }
        guard let seen else { throw CommandFailure(.wipeOrdered) }
        return seen
    }

    private mutating func parcel(_ numbers: [String]) throws(CommandFailure) -> ParcelView? {
        for number in numbers.prefix(Self.candidatesMax) {
            guard case .success(let id) = ParcelID.parse(number, companyPrefix: "") else {
                continue
            }
            let found = try look { handheld -> ParcelView? in
                guard var view = try handheld.track(id.text) else { return nil }
                view.isMine = try handheld.isOwnDelivery(id.text)
                return view
            }
            if let found { return found }
        }
        return nil
    }

    /// No label holds more numbers worth looking up.
    private static let candidatesMax = 8

    mutating func record(
        _ page: OutputPage, draft: String? = nil, at now: Moment,
        _ body: (inout Handheld, String) throws -> ActResult
    ) throws(CommandFailure) -> [ScreenAnswer] {
        var random = RandomSource.system
        let draft = draft ?? random.uuid7(at: now.wallMilliseconds)
        let result = try session.act(draft: draft) { handheld -> ActResult? in
            try handheld.isWipeOrdered() ? nil : try body(&handheld, draft)
        }
        switch result {
        case nil: throw CommandFailure(.wipeOrdered)
        case .refused(let refusal): throw page.failure(refusal)
        case .recorded(let receipt):
            let kind = receipt.main.kind.words
            let state = receipt.state.words
            let about = receipt.main.parcels.first.map { " " + $0 } ?? ""
            let name = receipt.main.reference
            return [
                .recorded(
                    Words(
                        zh: "已存本机: \(kind.zh)\(about) \(name) (\(state.zh))",
                        en: "stored: \(kind.en)\(about) \(name) (\(state.en))"))
            ]
        }
    }
}
