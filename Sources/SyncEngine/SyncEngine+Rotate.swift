import Domain
import SyncProtocol

/// What follows when the histories differ, or the ledger holds more than this journal (PJS 9.9).
extension SyncEngine {
    /// A device has no more streams than this; past it a person has to look.
    var canRotate: Bool { streams.count < Limits.streamsMax }

    /// Begins to look for the last common seq, or ends the stream where it is known already.
    mutating func search(
        _ index: Int, _ cause: RotationCause, have: Int
    ) -> [SyncEffect] {
        let stream = streams[index]
        guard canRotate else { return stop(stream.id, cause.rawValue) }
        // One search at a time: another stream is refused again afterwards.
        guard search == nil else { return [] }
        let begun = ForkSearch(
            stream: stream.id, cause: cause, high: min(have, stream.recorded))
        if let end = begun.end {
            return [self.end(index, at: end, isProven: true, cause)]
        }
        search = begun
        return []
    }

    /// Takes in the heads that were asked for.
    mutating func settleSearch(
        _ answer: HeadsResponse?, heads: [StreamPlace: Digest]
    ) -> [SyncEffect] {
        guard var running = search else { return [] }
        search = nil
        guard let index = index(of: running.stream) else { return [] }
        let given = Dictionary(
            (answer?.heads ?? []).map { ($0.sequence, $0.head) },
            uniquingKeysWith: { first, _ in first })
        let stream = running.stream
        guard answer?.stream == stream,
            running.narrow(given, own: { heads[StreamPlace(stream: stream, sequence: $0)] })
        else {
            // The ledger is not the one that was asked before: its next verdict tells more.
            wantComparison(of: stream)
            return []
        }
        if let end = running.end {
            return [self.end(index, at: end, isProven: true, running.cause)]
        }
        search = running
        return []
    }

    func end(
        _ index: Int, at end: Int, isProven: Bool, _ cause: RotationCause, refused: Int? = nil
    ) -> SyncEffect {
        .rotate(
            RotationPlan(
                stream: streams[index].id, end: end, isProven: isProven, cause: cause,
                refused: refused))
    }

    mutating func rotated(
        _ cause: RotationCause, carried: Int, left: Int, _ streams: [StreamProgress],
        at now: Moment
    ) -> [SyncEffect] {
        take(streams)
        return [.report(.rotated(cause, carried: carried, left: left))]
            + proceed(at: now, isUrgent: false)
    }

    // MARK: Missing lines

    mutating func linesCame(through last: Int, have: Int, at now: Moment) -> [SyncEffect] {
        guard case .fetching(let plan) = phase else { return [] }
        phase = .idle
        succeeded(in: plan, at: now)
        guard missing?.stream == plan.stream else { return [.dropLines] }
        guard last < have else { return [.bringBack(stream: plan.stream)] }
        missing?.next = last + 1
        return proceed(at: now, isUrgent: false)
    }

    mutating func linesRefused(at now: Moment, random: inout RandomSource) -> [SyncEffect] {
        guard case .fetching(let plan) = phase else { return [] }
        phase = .idle
        guard missing?.stream == plan.stream else {
            // Something was recorded meanwhile, and they are not wanted any more.
            return [.dropLines] + proceed(at: now, isUrgent: false)
        }
        missing = nil
        withoutLines.insert(plan.stream)
        return [.dropLines] + noEcho(at: now, random: &random)
    }

    mutating func broughtBack(
        count: Int, _ streams: [StreamProgress], at now: Moment
    ) -> [SyncEffect] {
        missing = nil
        take(streams)
        return [.report(.broughtBack(count: count))] + proceed(at: now, isUrgent: false)
    }

    /// Goes on with the streams that the journal has now.
    private mutating func take(_ streams: [StreamProgress]) {
        precondition(!streams.isEmpty, "a journal has an open stream")
        self.streams = streams
        let known = Set(streams.map(\.id))
        // What ended where the histories part needs no comparison: the end is proven.
        let parted = streams.filter { $0.isCutShort && $0.pending == 0 }.map(\.id)
        mustCompare = mustCompare.intersection(known).subtracting(parted)
        health.stopped = health.stopped.filter { known.contains($0.key) }
        if let running = search, !known.contains(running.stream) { search = nil }
        // A new stream is told to the station, also when nothing is in it.
        isWanted = true
    }

    private mutating func succeeded(in plan: LinesPlan, at now: Moment) {
        health.lastSuccessMilliseconds = now.wallMilliseconds
        former = (health.problem, failureCount)
        health.problem = nil
        failureCount = 0
        immediateRetryCount = 0
    }
}
