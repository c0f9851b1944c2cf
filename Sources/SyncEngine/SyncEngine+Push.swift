import Domain
import SyncProtocol

/// What the answer to a push section proves (PJS 9.3). A refused push never stops the pull.
extension SyncEngine {
    /// Takes in the one result that belongs to the section sent, which ended at `last`.
    mutating func settlePush(
        _ results: [PushResult], sentThrough last: Int, heads: [Int: Digest], at now: Moment,
        random: inout RandomSource
    ) -> [SyncEffect] {
        guard results.count == 1, let result = results.first else {
            return noEcho(at: now, random: &random)
        }
        switch result.outcome {
        case .ok(let stored):
            guard stored.at == last, stored.atHead == heads[stored.at] else {
                return noEcho(at: now, random: &random)
            }
            return acknowledged(through: last, have: stored.have)
        case .gap(let have, let head):
            guard have < stream.acknowledged else { return noEcho(at: now, random: &random) }
            guard heads[have] == head else { return stop(result.code, .forked) }
            let lost = SyncReport.rewound(from: stream.acknowledged, to: have)
            stream.acknowledged = have
            return [.rewind(to: have, head: head), .report(lost)]
        case .chainMismatch:
            guard chainRepeatCount == 0 else { return stop(result.code) }
            chainRepeatCount += 1
            isChainDoubtful = true
            return [.verifyChain]
        case .busy(let seconds):
            health.note(result.code, atWallMilliseconds: now.wallMilliseconds)
            return seconds > 0
                ? [holdAsTold(seconds: seconds, at: now)] : [backOff(at: now, random: &random)]
        case .unknown:
            health.note(result.code, atWallMilliseconds: now.wallMilliseconds)
            return [backOff(at: now, random: &random)]
        case .fork:
            return stop(result.code, .forked)
        case .badCode, .notYours, .streamClosed, .streamLimit, .lineTooLong:
            return stop(result.code)
        }
    }

    /// The journal was verified because the server could not.
    mutating func chainChecked(isIntact: Bool, at now: Moment) -> [SyncEffect] {
        isChainDoubtful = false
        if isIntact { return proceed(at: now, isUrgent: false) }
        return stop("local_corrupt", .journalDamaged) + proceed(at: now, isUrgent: false)
    }

    private mutating func acknowledged(through last: Int, have: Int) -> [SyncEffect] {
        chainRepeatCount = 0
        var effects: [SyncEffect] = []
        if last != stream.acknowledged {
            stream.acknowledged = last
            effects.append(.acknowledge(through: last))
        }
        // Only a whole match proves that the ledger holds more of the same history; concluded
        // after a partial match it would glue foreign entries onto a forked tail (PJS 9.6).
        if stream.pending == 0, have > stream.recorded {
            effects += stop("behind", .behind(have: have))
        }
        return effects
    }

    /// The answer speaks of something that was not sent. Nothing moves; later once more.
    private mutating func noEcho(at now: Moment, random: inout RandomSource) -> [SyncEffect] {
        health.note("no_echo", atWallMilliseconds: now.wallMilliseconds)
        return [.report(.noEcho), backOff(at: now, random: &random)]
    }

    /// Pushes nothing more on this stream until a person asks for it.
    private mutating func stop(_ code: String, _ report: SyncReport? = nil) -> [SyncEffect] {
        health.stoppedCode = code
        return [.report(report ?? .pushStopped(code: code))]
    }
}
