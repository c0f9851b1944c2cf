import Domain
package import SyncProtocol

/// What a whole, signed answer proves (PJS 8, 9.3, 10).
extension SyncEngine {
    /// The places at which the engine needs this handheld's own heads to judge the answer.
    package static func places(named answer: ExchangeResponse) -> [StreamPlace] {
        var places = answer.pushes.compactMap { result -> StreamPlace? in
            switch result.outcome {
            case .ok(let stored): StreamPlace(stream: result.stream, sequence: stored.at)
            case .gap(let have, _), .streamClosed(let have, _):
                StreamPlace(stream: result.stream, sequence: have)
            case .fork, .chainMismatch, .badCode, .notYours, .streamLimit, .lineTooLong, .busy,
                .unknown:
                nil
            }
        }
        if let heads = answer.heads {
            places += heads.heads.map {
                StreamPlace(stream: heads.stream, sequence: $0.sequence)
            }
        }
        return places
    }

    mutating func answered(
        _ answer: ExchangeResponse, heads: [StreamPlace: Digest], at now: Moment,
        random: inout RandomSource
    ) -> [SyncEffect] {
        guard case .open(let open) = phase else { return [] }
        phase = .idle
        succeeded(at: now)
        obey(answer.hello.limits ?? .standard)
        health.witness = answer.hello.witness ?? health.witness
        health.upgrade = answer.hello.upgrade
        let sent = open.sent
        mustCompare.subtract(sent.map(\.stream))
        resetsWanted.removeAll { open.plan.resets.contains($0) }
        var effects = settleState(answer.hello.state)
        effects += settleSearch(answer.heads, heads: heads)
        effects += settlePushes(
            answer.pushes, sent: sent, heads: heads, at: now, random: &random)
        effects += settleHello(answer.hello, asked: open.stream, sent: Set(sent.map(\.stream)))
        if answer.hello.waitSeconds > 0 {
            effects.append(holdAsTold(seconds: answer.hello.waitSeconds, at: now))
        }
        guard open.asksForRows else {
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
    mutating func wantComparison(of stream: String) {
        if health.stopped[stream] == nil { mustCompare.insert(stream) }
    }

    /// The same of all streams.
    mutating func wantComparison() {
        for stream in streams { wantComparison(of: stream.id) }
    }

    /// Counts a problem that a whole answer told of, or did not cure.
    mutating func note(_ code: String, at now: Moment) {
        if health.problem == nil, former.problem?.code == code {
            health.problem = former.problem
            failureCount = max(failureCount, former.failureCount)
        }
        health.note(code, atWallMilliseconds: now.wallMilliseconds)
    }

    private mutating func succeeded(at now: Moment) {
        health.lastSuccessMilliseconds = now.wallMilliseconds
        former = (health.problem, failureCount)
        health.problem = nil
        failureCount = 0
        immediateRetryCount = 0
        let duration = now.bootMilliseconds - (lastBeginMilliseconds ?? 0)
        if duration <= SyncLimits.quickMilliseconds { batch.growFast() } else { batch.grow() }
        page.grow()
    }

    /// What a signed answer says of sizes holds for the next request; the own limits stay.
    private mutating func obey(_ limits: ExchangeLimits) {
        if limits.frameBytes != ExchangeLimits.standard.frameBytes {
            batch.shrink(to: limits.frameBytes - SyncLimits.frameOverheadBytes)
        }
        if limits.pageBytes != ExchangeLimits.standard.pageBytes {
            page.shrink(to: limits.pageBytes)
        }
    }

    private mutating func settleState(_ state: SyncProtocol.DeviceState) -> [SyncEffect] {
        guard state != health.deviceState else { return [] }
        health.deviceState = state
        return [.report(.deviceState(state))]
    }

    /// What the ledger says of each stream: up to where a backup holds it, and whether it has
    /// another length than this handheld was told.
    private mutating func settleHello(
        _ hello: HelloResponse, asked: String, sent: Set<String>
    ) -> [SyncEffect] {
        var told = Dictionary(
            hello.old.map { ($0.stream, (have: $0.have, secured: $0.secured)) },
            uniquingKeysWith: { first, _ in first })
        told[asked] = (hello.have, hello.secured)
        var effects: [SyncEffect] = []
        for (index, stream) in streams.enumerated() {
            guard let told = told[stream.id] else { continue }
            let secured = min(told.secured, stream.recorded)
            if secured != stream.secured {
                streams[index].secured = secured
                effects.append(.secure(stream: stream.id, through: secured))
            }
            if !sent.contains(stream.id), isWorthComparing(stream, have: told.have) {
                wantComparison(of: stream.id)
            }
        }
        return effects
    }

    private func isWorthComparing(_ stream: StreamProgress, have: Int) -> Bool {
        if have < stream.acknowledged { return true }
        let isLonger = have > stream.acknowledged && !stream.isCutShort
        return isLonger && missing?.stream != stream.id && !withoutLines.contains(stream.id)
    }
}
