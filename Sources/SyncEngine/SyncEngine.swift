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
    /// How far the open stream has come.
    package internal(set) var stream: StreamProgress
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
    var immediateRetryCount = 0
    var badPageCount = 0
    /// An exchange was asked for, or failed, and none has succeeded since.
    var isWanted = false
    /// An empty push section asks whether the histories still agree.
    var mustCompare = false
    /// Sections sent again after `chain_mismatch`, and whether the journal is being verified.
    var chainRepeatCount = 0
    var isChainDoubtful = false
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
        /// A request was planned or is on its way.
        case open(plan: ExchangePlan, sentThrough: Int?, asksForRows: Bool = true)
        /// A page is being applied, which named the sums of all buckets or did not.
        case settling(isMore: Bool, isSummed: Bool)
    }

    /// An engine at rest, from what the journal holds.
    package init(stream: StreamProgress, health: SyncHealth = SyncHealth()) {
        self.stream = stream
        self.health = health
    }

    /// Everything recorded is acknowledged, no rows remain and the rows agree. Nothing else may be
    /// called "synchronised" (PJS 10.5).
    package var isSynchronised: Bool {
        stream.pending == 0 && !hasMorePages && !isWanted && resetsAsked.isEmpty
            && resetsWanted.isEmpty && health.diverged.isEmpty
    }

    /// Takes in one event and says what follows from it.
    package mutating func handle(
        _ event: SyncEvent, at now: Moment, random: inout RandomSource
    ) -> [SyncEffect] {
        switch event {
        case .recorded(let last):
            precondition(last >= stream.recorded)
            stream.recorded = last
            return proceed(at: now, isUrgent: true)
        case .asked:
            isWanted = true
            health.stoppedCode = nil
            chainRepeatCount = 0
            return proceed(at: now, isUrgent: true)
        case .alarm:
            if case .open(let plan, _, _) = phase {
                let limit = plan.replyLimitMilliseconds + (lastBeginMilliseconds ?? 0)
                guard now.bootMilliseconds >= limit else {
                    return [.wake(atBootMilliseconds: limit)]
                }
                return failed(.timedOut, at: now, random: &random)
            }
            return proceed(at: now, isUrgent: false)
        case .sent(let last, let asksForRows):
            guard case .open(let plan, _, _) = phase else { return [] }
            precondition(asksForRows || plan.isPullDeferrable)
            phase = .open(plan: plan, sentThrough: last, asksForRows: asksForRows)
            return []
        case .answered(let answer, let heads):
            return answered(answer, heads: heads, at: now, random: &random)
        case .failed(let failure):
            return failed(failure, at: now, random: &random)
        case .pageApplied(let differing):
            return pageApplied(differing: differing, at: now)
        case .pageRefused:
            return pageRefused(at: now, random: &random)
        case .chainChecked(let isIntact):
            return chainChecked(isIntact: isIntact, at: now)
        }
    }

    /// Begins an exchange if there is a reason for one and the pause is over; else says when to
    /// look again. Something urgent does not wait for a backoff, only for what a server demanded.
    mutating func proceed(at now: Moment, isUrgent: Bool) -> [SyncEffect] {
        guard case .idle = phase else { return [] }
        let canWork =
            canPush || hasMorePages || isWanted || mustCompare || !resetsWanted.isEmpty
        guard canWork else {
            return stream.pending > 0 ? [wakeLater(at: now)] : []
        }
        let earliest = earliestBegin(isUrgent: isUrgent)
        guard now.bootMilliseconds >= earliest else {
            return [.wake(atBootMilliseconds: earliest)]
        }
        return begin(at: now)
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

    private var canPush: Bool {
        stream.pending > 0 && health.stoppedCode == nil && !isChainDoubtful
    }

    private func wakeLater(at now: Moment) -> SyncEffect {
        .wake(atBootMilliseconds: now.bootMilliseconds + SyncLimits.backoffMaxMilliseconds)
    }

    private func earliestBegin(isUrgent: Bool) -> Int {
        var earliest = 0
        if let pause, pause.isDemanded || !isUrgent { earliest = pause.untilBootMilliseconds }
        if isUrgent, let last = lastBeginMilliseconds, failureCount > 0 {
            earliest = max(earliest, last + SyncLimits.askGapMilliseconds)
        }
        return earliest
    }

    private func hadPage(lately now: Moment) -> Bool {
        guard let last = lastPageMilliseconds else { return false }
        return now.bootMilliseconds - last < SyncLimits.backlogRowsMilliseconds
    }

    private mutating func begin(at now: Moment) -> [SyncEffect] {
        let pushFrom = canPush || mustCompare ? stream.acknowledged + 1 : nil
        let bytes = (pushFrom == nil ? 0 : batch.bytes) + page.bytes
        let plan = ExchangePlan(
            pushFrom: pushFrom, batchBytesMax: batch.bytes, pageBytesMax: page.bytes,
            resets: resetsWanted,
            isPullDeferrable: pushFrom != nil && resetsWanted.isEmpty && hadPage(lately: now),
            replyLimitMilliseconds: SyncLimits.replyBaseMilliseconds
                + bytes * 1_000 / SyncLimits.slowestBytesPerSecond)
        phase = .open(plan: plan, sentThrough: nil)
        isWanted = false
        pause = nil
        lastBeginMilliseconds = now.bootMilliseconds
        let limit = now.bootMilliseconds + plan.replyLimitMilliseconds
        return [.exchange(plan), .wake(atBootMilliseconds: limit)]
    }
}
