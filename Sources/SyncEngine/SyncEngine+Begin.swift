import Domain
import SyncProtocol

/// When an exchange begins, and what goes into it.
extension SyncEngine {
    /// Begins an exchange if there is a reason for one and the pause is over; else says when to
    /// look again. Something urgent does not wait for a backoff, only for what a server demanded.
    mutating func proceed(at now: Moment, isUrgent: Bool) -> [SyncEffect] {
        if pending == 0 {
            health.waitingSince = nil
        } else if health.waitingSince == nil {
            health.waitingSince = BootTime(now)
        }
        guard case .idle = phase else { return [] }
        let canWork =
            canPush || hasMorePages || isWanted || !mustCompare.isEmpty || search != nil
            || missing != nil || !resetsWanted.isEmpty
        guard canWork else {
            return pending > 0 ? [wakeLater(at: now)] : []
        }
        let earliest = earliestBegin(isUrgent: isUrgent)
        guard now.bootMilliseconds >= earliest else {
            return [.wake(atBootMilliseconds: earliest)]
        }
        return begin(at: now)
    }

    /// The push sections that are due, frozen streams first.
    private var pushes: [PushPlan] {
        guard search == nil, doubtful == nil else { return [] }
        return streams.compactMap { stream in
            let isDue = mustCompare.contains(stream.id) || isPushable(stream)
            return isDue ? PushPlan(stream: stream.id, from: stream.acknowledged + 1) : nil
        }
    }

    private var canPush: Bool { doubtful == nil && streams.contains(where: isPushable) }

    private func isPushable(_ stream: StreamProgress) -> Bool {
        stream.pending > 0 && health.stopped[stream.id] == nil
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
        pause = nil
        lastBeginMilliseconds = now.bootMilliseconds
        // What is only here goes up before what is only there comes down.
        if let missing, !canPush, search == nil, mustCompare.isEmpty {
            return fetch(missing, at: now)
        }
        let pushes = Array(pushes.prefix(Limits.pushSectionsMax))
        let bytes = (pushes.isEmpty ? 0 : batch.bytes) + page.bytes
        let plan = ExchangePlan(
            pushes: pushes,
            heads: search.map { HeadsRequest(stream: $0.stream, sequences: $0.probes) },
            batchBytesMax: batch.bytes, pageBytesMax: page.bytes, resets: resetsWanted,
            isPullDeferrable: !pushes.isEmpty && resetsWanted.isEmpty && hadPage(lately: now),
            replyLimitMilliseconds: SyncEngine.replyLimit(bytes: bytes))
        phase = .open(OpenPlan(plan: plan, stream: stream.id))
        isWanted = false
        let limit = now.bootMilliseconds + plan.replyLimitMilliseconds
        return [.exchange(plan), .wake(atBootMilliseconds: limit)]
    }

    private mutating func fetch(_ missing: MissingLines, at now: Moment) -> [SyncEffect] {
        let plan = LinesPlan(
            stream: missing.stream, from: missing.next,
            replyLimitMilliseconds: SyncEngine.replyLimit(bytes: Limits.linesBytesMax))
        phase = .fetching(plan: plan)
        let limit = now.bootMilliseconds + plan.replyLimitMilliseconds
        return [.fetch(plan), .wake(atBootMilliseconds: limit)]
    }

    private static func replyLimit(bytes: Int) -> Int {
        SyncLimits.replyBaseMilliseconds + bytes * 1_000 / SyncLimits.slowestBytesPerSecond
    }
}
