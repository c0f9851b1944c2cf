import CentralStore
import Domain
import HTTPWire
import SyncProtocol
import Synchronization

/// The signed routes: exchange and lines.
extension Central {
    func exchange(_ request: Request, at moment: Moment) -> Response {
        let body = HashedBody(request.body)
        switch signer(of: request, bodyHash: body.hash, at: moment) {
        case .refused(let response): return response
        case .signed(let signer):
            let result = Result { try processed(body, by: signer, at: moment) }
            switch result {
            case .success(let frame): return signer.sign(200, Route.exchangeMediaType, frame)
            case .failure(let problem as WireProblem): return signer.sign(problem)
            case .failure(let error): return signer.sign(problem(of: error))
            }
        }
    }

    func lines(_ request: Request, stream: String, from: Int, at moment: Moment) -> Response {
        switch signer(of: request, at: moment) {
        case .refused(let response): return response
        case .signed(let signer):
            do {
                guard
                    let answer = try store.lines(
                        stream: stream, device: signer.record.device, from: from)
                else { return signer.sign(WireProblem(.notFound)) }
                // Who asks for lines has lost them.
                try store.note(
                    .behind, device: signer.record.device, stream: stream, at: from - 1,
                    now: moment.wallMilliseconds)
                return signer.sign(200, Route.exchangeMediaType, answer.encoded())
            } catch {
                return signer.sign(problem(of: error))
            }
        }
    }

    /// What a failure of the store is to a client: wait and ask again, the chain decides.
    func problem(of error: any Error) -> WireProblem {
        let wait: CanonicalObject = ["wait_s": .integer(limits.busySeconds)]
        switch StorageFailure(error) {
        case .busy: return WireProblem(.busy, extra: wait)
        case .full: return WireProblem(.serverFull, extra: ["wait_s": 300])
        case .damaged: return WireProblem(.serverError, extra: wait)
        }
    }

    // MARK: One frame

    private func processed(
        _ body: HashedBody, by signer: Signer, at moment: Moment
    ) throws -> [UInt8] {
        let exchange: ExchangeRequest
        do {
            exchange = try ExchangeRequest(decoding: body)
        } catch {
            switch error {
            case .badFrame: throw WireProblem(.badFrame)
            case .badSection(let detail): throw WireProblem(.badSection, detail: detail)
            }
        }
        guard exchange.hello.device == signer.record.device else {
            throw WireProblem(.deviceUnknown)
        }
        let settings = try deviceSettings()
        let visit = Visit(
            hello: exchange.hello, state: signer.record.state, at: moment,
            numbers: try numberRules(), limits: settings.limits,
            upgrade: settings.upgrade(of: exchange.hello.app))
        let pushes = try take(exchange.pushes, of: visit, at: moment)
        if pushes.contains(where: { $0.code == "fork" }) {
            try suspectCopy(of: visit.hello.device, at: moment)
        }
        let directives = try directives(for: signer, after: exchange, at: moment)
        let answer = try store.answer(visit, heads: exchange.heads, pull: exchange.pull)
        if let told = visit.hello.witness, try store.contradicts(told) {
            try store.note(
                .historyRewritten, device: visit.hello.device, at: told.number,
                now: moment.wallMilliseconds)
        }
        if let incident = answer.incident {
            try store.note(
                incident, device: visit.hello.device, stream: visit.hello.stream,
                now: moment.wallMilliseconds)
        }
        var response = ExchangeResponse(
            hello: answer.hello, pushes: pushes, heads: answer.heads, page: answer.page,
            errors: exchange.unknown.map { SectionError(section: $0, code: "unknown_section") })
        response.close = try exchange.close.map { try close($0, by: signer) }
        response.directives = directives
        let frame = response.encoded()
        remember(body, frame, pushes, by: signer, at: moment)
        return frame
    }

    /// Stores each push section in a transaction of its own; the first also writes down the visit.
    private func take(
        _ pushes: [Push], of visit: Visit, at moment: Moment
    ) throws -> [PushResult] {
        var isNoteDue = try store.isNoteDue(visit)
        var results: [PushResult] = []
        for push in pushes {
            let key = try pushKey(push, of: visit, at: moment)
            results.append(
                try store.push(
                    push, visit: visit, key: key, isNoteDue: isNoteDue, log: drainLog()))
            isNoteDue = false
        }
        if isNoteDue { try store.note(visit, log: drainLog()) }
        return results
    }

    func pushKey(
        _ push: Push, of visit: Visit, at moment: Moment
    ) throws -> DeviceKey? {
        let device = visit.hello.device
        let known = try store.handheld(
            device, keyNumber: push.keyNumber, at: moment.wallMilliseconds)
        guard known?.hasKey == true else { return nil }
        return key(of: device, number: push.keyNumber)
    }

    // MARK: Log

    /// Log lines are kept in memory this far; past it the oldest go without having been written, as
    /// all of them do when the process ends. They help to look into faults and prove nothing.
    private static let logLinesMax = 256

    private func remember(
        _ request: HashedBody, _ response: [UInt8], _ pushes: [PushResult], by signer: Signer,
        at moment: Moment
    ) {
        var record = ExchangeRecord(
            atMilliseconds: moment.wallMilliseconds, device: signer.record.device, status: 200,
            request: request.hash, response: SHA256.hash(response), newCount: 0,
            duplicateCount: 0)
        for case .ok(let stored) in pushes.map(\.outcome) {
            record.newCount += stored.new
            record.duplicateCount += stored.duplicate
        }
        state.withLock { state in
            state.log.append(record)
            if state.log.count > Central.logLinesMax { state.log.removeFirst() }
        }
    }

    /// Takes the log lines that were not written yet.
    func drainLog() -> [ExchangeRecord] {
        state.withLock { state in
            defer { state.log = [] }
            return state.log
        }
    }
}

extension DeviceSettings {
    /// What `lim` names; nil where the standard holds.
    fileprivate var limits: ExchangeLimits? {
        var limits = ExchangeLimits.standard
        limits.frameBytes = frameBytes
        limits.pageBytes = pageBytes
        return limits == .standard ? nil : limits
    }

    /// What `up` asks of a program; nil of one that is new enough, or that tells no version.
    fileprivate func upgrade(of app: String) -> UpgradeNotice? {
        guard let requiredVersion, let least = ProgramVersion(requiredVersion.version),
            let own = ProgramVersion(app), own < least
        else { return nil }
        return UpgradeNotice(
            version: requiredVersion.version, byMilliseconds: requiredVersion.byMilliseconds)
    }
}
