package import Domain
package import Journal
import SyncEngine
package import SyncProtocol

/// The exchange with the station (PJS 7 to 10): requests go out as bytes, answers come in as
/// bytes. The caller sends what `nextRequest` gives, reports what came of it to `receive`, and
/// calls `ring` when `alarm` has come.
extension Handheld {
    /// Everything recorded is at the station, and everything of the station is here.
    package var isSynchronised: Bool { engine.isSynchronised }

    /// What is remembered of the exchange, to be kept until the next start.
    package var memory: CanonicalObject { engine.health.encoded }

    /// Wants an exchange now: somebody asked for it, or the network came up.
    package mutating func ask(at now: Moment) throws(JournalError) {
        try handle(.asked, at: now)
    }

    /// The time of `alarm` has come.
    package mutating func ring(at now: Moment) throws(JournalError) {
        alarm = nil
        try handle(.alarm, at: now)
    }

    /// The request to send now, if there is one. Its counter and its entries are durable.
    package mutating func nextRequest(at now: Moment) throws(JournalError) -> OutgoingRequest? {
        guard let plan else { return nil }
        self.plan = nil
        let status = try journal.status()
        let push = try plan.pushFrom.map { (from) throws(JournalError) in
            try pushSection(from: from, bytesMax: plan.batchBytesMax, at: now)
        }
        let isBacklog = push.map { $0.last < status.recorded } ?? false
        let pull =
            plan.isPullDeferrable && isBacklog
            ? nil
            : PullRequest(
                after: status.cursor.after, scope: status.cursor.scope,
                bytesMax: plan.pageBytesMax, token: status.cursor.token, reset: plan.resets)
        try handle(.sent(through: push?.last, asksForRows: pull != nil), at: now)
        let frame = ExchangeRequest(
            hello: try hello(status, at: now), pushes: push.map { [$0] } ?? [], pull: pull)
        let body = frame.encoded()
        let signature = RequestSignature(
            key: device.key, device: device.id, counter: try journal.nextCounter(),
            nonce: Base64URL.text(of: random.bytes(RequestSignature.nonceBytes)), method: "POST",
            target: Handheld.exchangeTarget, body: body)
        open = OpenExchange(signature: signature, pull: pull, began: now)
        return OutgoingRequest(
            method: "POST", target: Handheld.exchangeTarget,
            fields: [
                OutgoingRequest.Field(
                    name: "Content-Type", value: OutgoingRequest.frameMediaType),
                OutgoingRequest.Field(
                    name: RequestSignature.fieldName, value: signature.headerValue),
            ],
            body: body, replyLimitMilliseconds: plan.replyLimitMilliseconds)
    }

    /// Takes in what came of the request of `nextRequest`.
    package mutating func receive(
        _ outcome: TransportOutcome, at now: Moment
    ) throws(JournalError) {
        guard let open else { return }
        self.open = nil
        switch outcome {
        case .unreachable: try handle(.failed(.unreachable), at: now)
        case .cut: try handle(.failed(.cut), at: now)
        case .timedOut: try handle(.failed(.timedOut), at: now)
        case .notHTTP: try handle(.failed(.notPJS), at: now)
        case .answered(let answer):
            switch AnswerReader.read(answer, to: open.signature, key: device.key) {
            case .failure(let failure): try handle(.failed(failure), at: now)
            case .frame(let frame):
                let journal = journal
                // All that one answer changes is one durable change: each costs a disk sync.
                try journal.together { () throws(JournalError) in
                    try journal.noteServerTime(frame.hello.now, asked: open.began, answered: now)
                    try handle(
                        .answered(frame, heads: try heads(namedBy: frame)), frame: frame,
                        asked: open.pull, at: now)
                }
            }
        }
    }

    /// Gives the engine an event and performs what follows from it, and from that, and so on.
    mutating func handle(
        _ event: SyncEvent, frame: ExchangeResponse? = nil, asked: PullRequest? = nil,
        at now: Moment
    ) throws(JournalError) {
        var effects = engine.handle(event, at: now, random: &random)
        while !effects.isEmpty {
            let effect = effects.removeFirst()
            let next = try perform(effect, frame: frame, asked: asked)
            if let next { effects += engine.handle(next, at: now, random: &random) }
        }
    }

    /// Performs one effect; gives the event that tells the engine what came of it.
    private mutating func perform(
        _ effect: SyncEffect, frame: ExchangeResponse?, asked: PullRequest?
    ) throws(JournalError) -> SyncEvent? {
        switch effect {
        case .exchange(let plan): self.plan = plan
        case .wake(let time): alarm = time
        case .acknowledge(let last): try journal.acknowledge(through: last)
        case .rewind(let last, let head):
            guard try journal.rewind(to: last, head: head) else {
                preconditionFailure("the engine rewinds to a head that is not ours")
            }
        case .secure(let last): try journal.secure(through: last)
        case .applyPage: return try applyPage(of: frame, asked: asked)
        case .verifyChain:
            return .chainChecked(isIntact: try journal.verify().allSatisfy { $0.fault == nil })
        case .raiseCounter(let last): try journal.raiseCounter(above: last)
        case .report(let report): reports.append(report)
        }
        return nil
    }

    private mutating func applyPage(
        of frame: ExchangeResponse?, asked: PullRequest?
    ) throws(JournalError) -> SyncEvent {
        guard let frame, let page = frame.page, let asked else {
            preconditionFailure("a page is applied while its answer is at hand")
        }
        guard PageCheck.fault(of: page, asked: asked) == nil else { return .pageRefused }
        do {
            overlay = nil
            let outcome = try journal.apply(page, epoch: frame.hello.epoch)
            return .pageApplied(differing: outcome.differing)
        } catch {
            guard case .badPage = error else { throw error }
            return .pageRefused
        }
    }

    private func heads(namedBy frame: ExchangeResponse) throws(JournalError) -> [Int: Digest] {
        var heads: [Int: Digest] = [:]
        for sequence in SyncEngine.seqsNamed(by: frame) {
            heads[sequence] = try journal.head(at: sequence)
        }
        return heads
    }

    private static let exchangeTarget = "/pjs/1/exchange"
}
