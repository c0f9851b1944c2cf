import Domain
import SyncProtocol

/// What the answers to push sections prove (PJS 9.3). A refused push never stops the pull.
extension SyncEngine {
    /// Takes in the results, which belong to the sections sent, in their order.
    mutating func settlePushes(
        _ results: [PushResult], sent: [StreamPlace], heads: [StreamPlace: Digest],
        at now: Moment, random: inout RandomSource
    ) -> [SyncEffect] {
        guard results.map(\.stream) == sent.map(\.stream) else {
            return noEcho(at: now, random: &random)
        }
        var effects: [SyncEffect] = []
        for (result, section) in zip(results, sent) {
            guard let index = index(of: section.stream) else { continue }
            let own = { (sequence: Int) in
                heads[StreamPlace(stream: section.stream, sequence: sequence)]
            }
            effects += settle(
                result, of: index, sentThrough: section.sequence, own: own, at: now,
                random: &random)
        }
        return effects
    }

    private mutating func settle(
        _ result: PushResult, of index: Int, sentThrough last: Int, own: (Int) -> Digest?,
        at now: Moment, random: inout RandomSource
    ) -> [SyncEffect] {
        let stream = streams[index]
        switch result.outcome {
        case .ok(let stored):
            guard stored.at == last, stored.atHead == own(stored.at) else {
                return noEcho(at: now, random: &random)
            }
            return acknowledged(index, through: last, have: stored.have, at: now)
        case .gap(let have, let head):
            guard have < stream.acknowledged else { return noEcho(at: now, random: &random) }
            guard own(have) == head else { return search(index, .fork, have: have) }
            let lost = SyncReport.rewound(from: stream.acknowledged, to: have)
            streams[index].acknowledged = have
            return [.rewind(stream: stream.id, to: have, head: head), .report(lost)]
        case .fork(_, let have, _): return search(index, .fork, have: have)
        case .streamClosed(let have, let head):
            guard have <= stream.recorded, own(have) == head else {
                return search(index, .closed, have: have)
            }
            return [end(index, at: have, isProven: true, .closed)]
        case .lineTooLong(let at):
            guard stream.acknowledged < at, at <= stream.recorded, canRotate else {
                return stop(stream.id, result.code)
            }
            return [end(index, at: at - 1, isProven: false, .lineTooLong, refused: at)]
        case .chainMismatch:
            guard chainRepeatCount == 0 else { return stop(stream.id, result.code) }
            chainRepeatCount += 1
            doubtful = stream.id
            return [.verifyChain]
        case .busy(let seconds):
            note(result.code, at: now)
            return seconds > 0
                ? [holdAsTold(seconds: seconds, at: now)] : [backOff(at: now, random: &random)]
        case .badCode:
            note(result.code, at: now)
            let wake = backOff(at: now, random: &random)
            return (health.problem?.count ?? 0) < SyncLimits.personAfterCount
                ? [wake] : [.report(.needsPerson(code: result.code)), wake]
        case .unknown:
            note(result.code, at: now)
            return [backOff(at: now, random: &random)]
        case .notYours, .streamLimit:
            return stop(stream.id, result.code)
        }
    }

    /// The journal was verified because the server could not.
    mutating func chainChecked(isIntact: Bool, at now: Moment) -> [SyncEffect] {
        let stream = doubtful ?? stream.id
        doubtful = nil
        if isIntact { return proceed(at: now, isUrgent: false) }
        return stop(stream, "local_corrupt", .journalDamaged) + proceed(at: now, isUrgent: false)
    }

    private mutating func acknowledged(
        _ index: Int, through last: Int, have: Int, at now: Moment
    ) -> [SyncEffect] {
        chainRepeatCount = 0
        var effects: [SyncEffect] = []
        let stream = streams[index]
        if last != stream.acknowledged {
            streams[index].acknowledged = last
            health.waitingSince = BootTime(now)
            effects.append(.acknowledge(stream: stream.id, through: last))
        }
        // Only a whole match proves that the ledger holds more of the same history; concluded
        // after a partial match it would glue foreign entries onto a forked tail (PJS 9.9).
        if streams[index].pending == 0, have > stream.recorded, !stream.isCutShort,
            missing == nil, !withoutLines.contains(stream.id)
        {
            missing = MissingLines(stream: stream.id, next: stream.recorded + 1)
        }
        return effects
    }

    /// The answer speaks of something that was not sent. Nothing moves; later once more.
    mutating func noEcho(at now: Moment, random: inout RandomSource) -> [SyncEffect] {
        note("no_echo", at: now)
        return [.report(.noEcho), backOff(at: now, random: &random)]
    }

    /// Pushes nothing more on a stream until a person asks for it.
    mutating func stop(
        _ stream: String, _ code: String, _ report: SyncReport? = nil
    ) -> [SyncEffect] {
        health.stopped[stream] = code
        return [.report(report ?? .pushStopped(code: code))]
    }
}
