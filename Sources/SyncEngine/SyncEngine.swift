package import Domain
import SyncProtocol

/// Decides for one handheld what goes into the next exchange, when to try again, and what an
/// answer proves.
///
/// It is a value without clock, file or network: an event and a moment go in, effects come out.
/// It never looks inside a fact. The handheld performs the effects in their order, reports what
/// came of them, and runs one exchange at a time. While entries are unacknowledged or rows remain
/// to fetch, an exchange is open or an alarm is set.
package struct SyncEngine: Sendable {
    /// How far each stream has come, the oldest first; the open one comes last.
    package internal(set) var streams: [StreamProgress]
    /// What is remembered over a restart.
    package internal(set) var health: SyncHealth
    /// Rows remain to be fetched.
    package internal(set) var hasMorePages = false
    /// The boot time before which nothing is tried, and whether the server demanded it.
    package internal(set) var pause: Pause?

    var phase = Phase.idle
    var batch = AdaptiveSize(start: Limits.batchBytesStart, range: Limits.batchBytes)
    var page = AdaptiveSize(start: Limits.pageBytesDefault, range: Limits.pageBytes)
    /// Failures in a row; the exponent of the backoff.
    var failureCount = 0
    /// The problem and the failures before the last whole answer: what it did not cure goes on.
    var former: (problem: SyncHealth.Problem?, failureCount: Int) = (nil, 0)
    var immediateRetryCount = 0
    var badPageCount = 0
    /// An exchange was asked for, or failed, and none has succeeded since.
    var isWanted = false
    /// The streams of which an empty push section asks whether the histories still agree.
    var mustCompare: Set<String> = []
    /// The search for where two histories part, while one runs.
    var search: ForkSearch?
    /// Entries that the ledger has and this journal lacks, while they are fetched.
    var missing: MissingLines?
    /// Streams whose missing entries the server did not give.
    var withoutLines: Set<String> = []
    /// Sections sent again after `chain_mismatch`, and the stream whose chain is being verified.
    var chainRepeatCount = 0
    var doubtful: String?
    /// Buckets to ask for anew in the next request, sorted.
    var resetsWanted: [String] = []
    /// Buckets asked for anew whose sums have not been compared since.
    var resetsAsked: Set<String> = []
    var lastBeginMilliseconds: Int?
    /// When a page came last.
    var lastPageMilliseconds: Int?

    /// A time not to be active in.
    package struct Pause: Equatable, Sendable {
        package let untilBootMilliseconds: Int
        package let isDemanded: Bool
    }

    /// Where the engine stands in an exchange.
    enum Phase {
        case idle
        /// A request was planned or is on its way, under this open stream.
        case open(OpenPlan)
        /// A request for lines is.
        case fetching(plan: LinesPlan)
        /// A page is being applied, which named the sums of all buckets or did not.
        case settling(isMore: Bool, isSummed: Bool)
    }

    /// A request that was planned, and what is known of it since it was written.
    struct OpenPlan {
        let plan: ExchangePlan
        /// The open stream when it was planned.
        let stream: String
        var sent: [StreamPlace] = []
        var asksForRows = true
    }

    /// An engine at rest, from what the journal holds.
    ///
    /// - Parameter streams: one at least, the open one last.
    /// - Parameter hasMorePages: whether a reset was under way.
    package init(
        streams: [StreamProgress], health: SyncHealth = SyncHealth(), hasMorePages: Bool = false
    ) {
        precondition(!streams.isEmpty, "a journal has an open stream")
        self.streams = streams
        self.health = health
        self.hasMorePages = hasMorePages
    }

    /// The open stream.
    package internal(set) var stream: StreamProgress {
        get { streams[streams.count - 1] }
        set { streams[streams.count - 1] = newValue }
    }

    /// Entries of all streams that the server does not have yet.
    package var pending: Int { streams.reduce(0) { $0 + $1.pending } }

    /// Everything recorded is acknowledged, no rows remain and the rows agree. Nothing else may be
    /// called "synchronised" (PJS 10.5).
    package var isSynchronised: Bool {
        pending == 0 && !hasMorePages && !isWanted && resetsAsked.isEmpty && missing == nil
            && search == nil && mustCompare.isEmpty && resetsWanted.isEmpty
            && health.diverged.isEmpty
    }

    /// Takes in one event and says what follows from it.
    package mutating func handle(
        _ event: SyncEvent, at now: Moment, random: inout RandomSource
    ) -> [SyncEffect] {
        let effects = effects(of: event, at: now, random: &random)
        for case .report(let report) in effects {
            health.remember(report, atWallMilliseconds: now.wallMilliseconds)
        }
        return effects
    }

    private mutating func effects(
        of event: SyncEvent, at now: Moment, random: inout RandomSource
    ) -> [SyncEffect] {
        switch event {
        case .recorded(let last): return recorded(through: last, at: now)
        case .asked:
            isWanted = true
            health.stopped = [:]
            chainRepeatCount = 0
            withoutLines = []
            return proceed(at: now, isUrgent: true)
        case .owing:
            isWanted = true
            return proceed(at: now, isUrgent: false)
        case .alarm: return rung(at: now, random: &random)
        case .sent(let sections, let asksForRows):
            guard case .open(var open) = phase else { return waitForAnswer(at: now) }
            precondition(asksForRows || open.plan.isPullDeferrable)
            open.sent = sections
            open.asksForRows = asksForRows
            phase = .open(open)
            return waitForAnswer(at: now)
        case .answered(let answer, let heads):
            return answered(answer, heads: heads, at: now, random: &random)
        case .linesCame(let last, let have):
            return linesCame(through: last, have: have, at: now)
        case .linesRefused: return linesRefused(at: now, random: &random)
        case .failed(let failure):
            return failed(failure, at: now, random: &random)
        case .rewindRefused(let stream, let end):
            return [
                .rotate(
                    RotationPlan(stream: stream, end: end, isProven: true, cause: .unrecoverable))
            ]
        case .rotated(let cause, let carried, let left, let streams):
            return rotated(cause, carried: carried, left: left, streams, at: now)
        case .broughtBack(let count, let streams):
            return broughtBack(count: count, streams, at: now)
        case .pageApplied(let differing):
            return pageApplied(differing: differing, at: now)
        case .pageRefused:
            return pageRefused(at: now, random: &random)
        case .chainChecked(let isIntact):
            return chainChecked(isIntact: isIntact, at: now)
        }
    }

    private mutating func recorded(through last: Int, at now: Moment) -> [SyncEffect] {
        precondition(last >= stream.recorded)
        stream.recorded = last
        var effects: [SyncEffect] = []
        if missing?.stream == stream.id {
            // What was recorded now stands where the missing entries do: the histories part.
            missing = nil
            effects.append(.dropLines)
        }
        return effects + proceed(at: now, isUrgent: true)
    }

    private mutating func rung(at now: Moment, random: inout RandomSource) -> [SyncEffect] {
        guard let limit = replyLimitMilliseconds else {
            return proceed(at: now, isUrgent: false)
        }
        let end = limit + (lastBeginMilliseconds ?? 0)
        guard now.bootMilliseconds >= end else { return [.wake(atBootMilliseconds: end)] }
        return failed(.timedOut, at: now, random: &random)
    }

    /// The time for the answer runs from when the request was written.
    private mutating func waitForAnswer(at now: Moment) -> [SyncEffect] {
        guard let limit = replyLimitMilliseconds else { return [] }
        lastBeginMilliseconds = now.bootMilliseconds
        return [.wake(atBootMilliseconds: now.bootMilliseconds + limit)]
    }

    private var replyLimitMilliseconds: Int? {
        switch phase {
        case .open(let open): open.plan.replyLimitMilliseconds
        case .fetching(let plan): plan.replyLimitMilliseconds
        case .idle, .settling: nil
        }
    }

    /// Waits at least this long, counted from now.
    mutating func hold(
        milliseconds: Int, isDemanded: Bool, at now: Moment
    ) -> SyncEffect {
        let until = now.bootMilliseconds + milliseconds
        // What a server demanded is not shortened by a backoff.
        if let pause, pause.isDemanded, pause.untilBootMilliseconds > until {
            return .wake(atBootMilliseconds: pause.untilBootMilliseconds)
        }
        pause = Pause(untilBootMilliseconds: until, isDemanded: isDemanded)
        return .wake(atBootMilliseconds: until)
    }

    /// Full jitter: anything from nothing to a bound that doubles with every failure.
    mutating func backoffMilliseconds(random: inout RandomSource) -> Int {
        var bound = SyncLimits.backoffBaseMilliseconds
        for _ in 0..<failureCount where bound < SyncLimits.backoffMaxMilliseconds { bound *= 2 }
        bound = min(bound, SyncLimits.backoffMaxMilliseconds)
        failureCount += 1
        return Int.random(in: 0...bound, using: &random)
    }

    /// The place of a stream in the list.
    func index(of stream: String) -> Int? { streams.firstIndex { $0.id == stream } }
}

/// Entries of one stream that the ledger has and this journal lacks.
struct MissingLines: Equatable {
    let stream: String
    /// The next seq to ask for.
    var next: Int
}
