import Domain
import SyncEngine
import SyncProtocol

/// A moment of boot 1, this many milliseconds after it began.
func moment(_ bootMilliseconds: Int, boot: Int = 1) -> Moment {
    Moment(
        wallMilliseconds: 1_790_000_000_000 + bootMilliseconds, bootMilliseconds: bootMilliseconds,
        bootNumber: boot, offsetMinutes: 480)
}

let stream = "019a0000-0000-7000-8000-000000000001"

/// The head this handheld has at a seq; different for every seq.
func head(_ seq: Int) -> Digest { SHA256.hash(Array("head \(seq)".utf8)) }

/// An engine with the clock and the random source that its events need.
struct EngineFixture {
    var engine: SyncEngine
    var random: RandomSource
    var now = 1_000_000

    init(recorded: Int = 0, acknowledged: Int = 0, health: SyncHealth = SyncHealth()) {
        self.init(
            streams: [
                StreamProgress(
                    id: stream, recorded: recorded, acknowledged: acknowledged, secured: 0)
            ], health: health)
    }

    init(streams: [StreamProgress], health: SyncHealth = SyncHealth()) {
        engine = SyncEngine(streams: streams, health: health)
        random = .seeded(SeededGenerator(seed: 7))
    }

    /// Lets time pass, then gives the event.
    mutating func give(_ event: SyncEvent, after milliseconds: Int = 0) -> [SyncEffect] {
        now += milliseconds
        return engine.handle(event, at: moment(now), random: &random)
    }

    /// Asks for an exchange and reports its push section as sent through `last`.
    mutating func begin(sentThrough last: Int?) -> ExchangePlan? {
        let plan = give(.asked).plan
        send(through: last)
        return plan
    }

    /// Reports the section of the open stream as sent through `last`, or none.
    mutating func send(through last: Int?, asksForRows: Bool = true) {
        _ = give(
            .sent(
                last.map { [StreamPlace(stream: engine.stream.id, sequence: $0)] } ?? [],
                asksForRows: asksForRows))
    }

    /// Answers with one push result; the own heads are those of `head(_:)`. Without a page a plain
    /// one comes and is applied.
    mutating func answer(
        _ outcome: PushResult.Outcome?, have: Int? = nil, secured: Int = 0,
        heads: HeadsResponse? = nil,
        state: SyncProtocol.DeviceState = .active, waitSeconds: Int = 0, page: Page? = nil
    ) -> [SyncEffect] {
        let hello = HelloResponse(
            epoch: "e1", now: 1, have: have ?? engine.stream.acknowledged, head: head(0),
            secured: secured, revision: 9, state: state, waitSeconds: waitSeconds)
        let pushes = outcome.map { [PushResult(stream: engine.stream.id, outcome: $0)] } ?? []
        let answer = ExchangeResponse(
            hello: hello, pushes: pushes, heads: heads, page: page ?? plainPage)
        let effects = give(.answered(answer, heads: ownHeads(for: answer)))
        guard page == nil else { return effects }
        return effects.filter { $0 != .applyPage } + give(.pageApplied(differing: []))
    }

    /// The own heads at the places that an answer names; every stream has those of `head(_:)`.
    func ownHeads(for answer: ExchangeResponse) -> [StreamPlace: Digest] {
        var heads: [StreamPlace: Digest] = [:]
        for place in SyncEngine.places(named: answer) {
            let recorded = engine.streams.first { $0.id == place.stream }?.recorded ?? 0
            if place.sequence <= recorded { heads[place] = head(place.sequence) }
        }
        return heads
    }

    private var plainPage: Page { Page(after: 0, to: 0, scope: 1, applied: 0) }
}

/// A stored section: the server holds the stream through `have`, this one ended at `at`.
func stored(at: Int, have: Int? = nil, echo: Digest? = nil) -> PushResult.Outcome {
    .ok(
        PushResult.Stored(
            at: at, atHead: echo ?? head(at), have: have ?? at, head: head(have ?? at), new: 0,
            duplicate: 0))
}

/// A page without rows.
func page(
    isMore: Bool = false, sums: [String: BucketSum]? = nil, reset: [String] = [],
    why: String? = nil, code: String? = nil
) -> Page {
    Page(
        after: 0, to: 0, isMore: isMore, scope: 1, applied: 0, reset: reset,
        isBegin: why != nil, why: why, code: code, sums: sums)
}

extension [SyncEffect] {
    /// The request that is to be sent, if one is.
    var plan: ExchangePlan? {
        for case .exchange(let plan) in self { return plan }
        return nil
    }

    /// The end of a stream that is to be made, if one is.
    var rotation: RotationPlan? {
        for case .rotate(let plan) in self { return plan }
        return nil
    }

    /// The request for lines, if there is one.
    var fetch: LinesPlan? {
        for case .fetch(let plan) in self { return plan }
        return nil
    }

    /// When the alarm is to ring, if one is set.
    var wakeTime: Int? {
        for case .wake(let time) in self.reversed() { return time }
        return nil
    }

    /// Everything that somebody has to hear.
    var reports: [SyncReport] {
        compactMap { effect in
            if case .report(let report) = effect { report } else { nil }
        }
    }
}

extension ExchangePlan {
    /// Where the section of the last stream named begins.
    var pushFrom: Int? { pushes.last?.from }
}
