import Domain
package import SyncProtocol

/// What a whole, signed answer proves (PJS 8, 9.3, 10).
extension SyncEngine {
    /// The seqs at which the engine needs this handheld's own heads to judge the answer.
    package static func seqsNamed(by answer: ExchangeResponse) -> [Int] {
        let named = answer.pushes.flatMap { result -> [Int] in
            switch result.outcome {
            case .ok(let stored): [stored.at]
            case .gap(let have, _), .fork(_, let have, _), .streamClosed(let have, _): [have]
            case .chainMismatch, .badCode, .notYours, .streamLimit, .lineTooLong, .busy, .unknown:
                []
            }
        }
        return Set(named).sorted()
    }

    mutating func answered(
        _ answer: ExchangeResponse, heads: [Int: Digest], at now: Moment,
        random: inout RandomSource
    ) -> [SyncEffect] {
        guard case .open(let plan, let sentThrough, let asksForRows) = phase else { return [] }
        phase = .idle
        succeeded(at: now)
        resetsWanted.removeAll { plan.resets.contains($0) }
        var effects = settleState(answer.hello.state)
        if let sentThrough {
            effects += settlePush(
                answer.pushes, sentThrough: sentThrough, heads: heads, at: now, random: &random)
        } else if answer.hello.have != stream.acknowledged {
            wantComparison()
        }
        if answer.hello.secured != stream.secured {
            stream.secured = answer.hello.secured
            effects.append(.secure(through: stream.secured))
        }
        if answer.hello.waitSeconds > 0 {
            effects.append(holdAsTold(seconds: answer.hello.waitSeconds, at: now))
        }
        guard asksForRows else {
            hasMorePages = true
            return effects + proceed(at: now, isUrgent: false)
        }
        return effects + settlePage(answer.page, at: now, random: &random)
    }

    /// Waits as long as a signed answer says.
    mutating func holdAsTold(seconds: Int, at now: Moment) -> SyncEffect {
        let limit = SyncLimits.signedWaitMillisecondsMax / 1_000
        return hold(milliseconds: min(seconds, limit) * 1_000, isDemanded: true, at: now)
    }

    /// Asks in the next request whether the histories still agree, unless that is known not to be.
    mutating func wantComparison() {
        if health.stoppedCode == nil { mustCompare = true }
    }

    private mutating func succeeded(at now: Moment) {
        health.lastSuccessMilliseconds = now.wallMilliseconds
        health.problem = nil
        failureCount = 0
        immediateRetryCount = 0
        mustCompare = false
        let duration = now.bootMilliseconds - (lastBeginMilliseconds ?? 0)
        if duration <= SyncLimits.quickMilliseconds { batch.growFast() } else { batch.grow() }
        page.grow()
    }

    private mutating func settleState(_ state: SyncProtocol.DeviceState) -> [SyncEffect] {
        guard state != health.deviceState else { return [] }
        health.deviceState = state
        return [.report(.deviceState(state))]
    }
}
