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
        // A request that waits to be taken has not begun, so its answer cannot be late.
        guard plan == nil else { return }
        try handle(.alarm, at: now)
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
        case .answered(let answer): try receive(answer, to: open, at: now)
        }
    }

    private mutating func receive(
        _ answer: ReceivedAnswer, to open: OpenExchange, at now: Moment
    ) throws(JournalError) {
        let journal = journal
        switch open.asked {
        case .rows(let pull, let stream):
            switch AnswerReader.exchange(answer, to: open.signature, key: device.key) {
            case .failure(let failure): try handle(.failed(failure), at: now)
            case .success(let frame):
                let context = AnswerContext(frame: frame, pull: pull, stream: stream)
                // All that one answer changes is one durable change: each costs a disk sync.
                try journal.together { () throws(JournalError) in
                    try journal.noteServerTime(frame.hello.now, asked: open.began, answered: now)
                    try journal.renewLease(at: now)
                    try handle(
                        .answered(frame, heads: try heads(named: frame)), context, at: now)
                    try journal.noteTold(open.told)
                    for directive in frame.directives { try hear(directive, at: now) }
                }
                if let close = frame.close { try keepProof(close, at: now) }
                try tellOfDirectives(at: now)
            }
        case .lines(let plan):
            switch AnswerReader.lines(answer, to: open.signature, key: device.key) {
            case .failure(let failure): try handle(.failed(failure), at: now)
            case .success(let lines):
                try journal.together { () throws(JournalError) in
                    try handle(try gather(lines, asked: plan), at: now)
                }
            }
        }
    }

    /// The answer that is being taken in, and what it answers.
    struct AnswerContext {
        let frame: ExchangeResponse
        /// Nil when no rows were asked for.
        let pull: PullRequest?
        /// The open stream when it was asked for.
        let stream: String
    }

    /// Gives the engine an event and performs what follows from it, and from that, and so on.
    mutating func handle(
        _ event: SyncEvent, _ context: AnswerContext? = nil, at now: Moment
    ) throws(JournalError) {
        var effects = engine.handle(event, at: now, random: &random)
        while !effects.isEmpty {
            let effect = effects.removeFirst()
            let next = try perform(effect, context, at: now)
            if let next { effects += engine.handle(next, at: now, random: &random) }
        }
    }

    /// Performs one effect; gives the event that tells the engine what came of it.
    private mutating func perform(
        _ effect: SyncEffect, _ context: AnswerContext?, at now: Moment
    ) throws(JournalError) -> SyncEvent? {
        switch effect {
        case .exchange(let plan): self.plan = .exchange(plan)
        case .fetch(let plan): self.plan = .lines(plan)
        case .wake(let time): alarm = time
        case .acknowledge(let stream, let last):
            try journal.acknowledge(stream, through: last)
        case .rewind(let stream, let last, let head):
            switch try journal.rewind(stream, to: last, head: head) {
            case .done: break
            case .differs:
                preconditionFailure("the engine rewinds to a head that is not ours")
            case .unrecoverable: return .rewindRefused(stream: stream, to: last)
            }
        case .secure(let stream, let last):
            try journal.secure(stream, through: last)
            try journal.forgetLines(retainDays: try retainDays())
        case .rotate(let plan): return try rotate(plan, at: now)
        case .bringBack(let stream): return try bringBack(stream, at: now)
        case .dropLines: gathered = nil
        case .applyPage: return try applyPage(context)
        case .verifyChain:
            return .chainChecked(isIntact: try journal.verify().allSatisfy { $0.fault == nil })
        case .raiseCounter(let last): try journal.raiseCounter(above: last)
        case .report(let report): reports.append(report)
        }
        return nil
    }

    private mutating func applyPage(
        _ context: AnswerContext?
    ) throws(JournalError) -> SyncEvent {
        guard let context, let page = context.frame.page, let pull = context.pull else {
            preconditionFailure("a page is applied while its answer is at hand")
        }
        guard PageCheck.fault(of: page, asked: pull) == nil else { return .pageRefused }
        let hello = context.frame.hello
        let isSame = try journal.head(at: hello.have, of: context.stream) == hello.head
        do {
            overlay = nil
            let outcome = try journal.apply(
                page, epoch: hello.epoch, stream: context.stream,
                proven: isSame ? hello.have : 0, level: level)
            return .pageApplied(differing: outcome.differing)
        } catch {
            guard case .badPage = error else { throw error }
            return .pageRefused
        }
    }

    private func heads(
        named frame: ExchangeResponse
    ) throws(JournalError) -> [StreamPlace: Digest] {
        var heads: [StreamPlace: Digest] = [:]
        for place in SyncEngine.places(named: frame) {
            heads[place] = try journal.head(at: place.sequence, of: place.stream)
        }
        return heads
    }
}
