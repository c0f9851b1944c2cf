import Domain

/// What follows when no answer came that may be believed (PJS 12, 13). Nothing here moves a
/// number or gives up an entry: the handheld waits, sends less, or tells somebody.
extension SyncEngine {
    mutating func failed(
        _ failure: ExchangeFailure, at now: Moment, random: inout RandomSource
    ) -> [SyncEffect] {
        let isFetching: Bool
        switch phase {
        case .open: isFetching = false
        case .fetching: isFetching = true
        case .idle, .settling: return []
        }
        let failure = failure.asBelieved
        if isFetching, case .refused(let refusal) = failure, refusal.code == "not_found" {
            return linesRefused(at: now, random: &random)
        }
        phase = .idle
        isWanted = true
        health.note(failure.code, atWallMilliseconds: now.wallMilliseconds)
        switch failure {
        case .unreachable, .notPJS:
            return [backOff(at: now, random: &random)]
        case .cut, .timedOut:
            batch.halve()
            page.halve()
            return [backOff(at: now, random: &random)]
        case .redirected:
            return giveToPerson(failure.code, at: now)
        case .refused(let refusal):
            return refused(refusal, code: failure.code, at: now, random: &random)
        }
    }

    /// Waits for a random part of the backoff.
    mutating func backOff(at now: Moment, random: inout RandomSource) -> SyncEffect {
        hold(milliseconds: backoffMilliseconds(random: &random), isDemanded: false, at: now)
    }

    private mutating func refused(
        _ refusal: ExchangeFailure.Refusal, code: String, at now: Moment,
        random: inout RandomSource
    ) -> [SyncEffect] {
        switch refusal.remedy {
        case .raiseCounter(let last):
            let raise = SyncEffect.raiseCounter(above: last)
            return [raise] + (tryAtOnce(at: now) ?? [backOff(at: now, random: &random)])
        case .shrink(let bytes):
            batch.halve()
            page.halve()
            if let bytes { batch.shrink(to: bytes - SyncLimits.frameOverheadBytes) }
            return tryAtOnce(at: now) ?? giveToPerson(code, at: now)
        case .wait(let milliseconds):
            return [hold(milliseconds: milliseconds, isDemanded: true, at: now)]
        case .backOff:
            return [backOff(at: now, random: &random)]
        case .signAgain:
            let wake = backOff(at: now, random: &random)
            let count = health.problem?.count ?? 0
            return count < SyncLimits.personAfterCount
                ? [wake] : [.report(.needsPerson(code: code)), wake]
        case .person:
            return giveToPerson(code, at: now)
        }
    }

    /// Tries again without a pause, unless that has been done too often in a row.
    private mutating func tryAtOnce(at now: Moment) -> [SyncEffect]? {
        guard immediateRetryCount < SyncLimits.immediateRetriesMax else { return nil }
        immediateRetryCount += 1
        return proceed(at: now, isUrgent: false)
    }

    /// Tells somebody, and looks again only now and then. The queue never stops for good.
    private mutating func giveToPerson(_ code: String, at now: Moment) -> [SyncEffect] {
        let wake = hold(
            milliseconds: SyncLimits.backoffMaxMilliseconds, isDemanded: false, at: now)
        return [.report(.needsPerson(code: code)), wake]
    }
}
