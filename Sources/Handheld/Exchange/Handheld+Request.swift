package import Domain
package import Journal
import SyncEngine
import SyncProtocol

/// What a request is made of.
extension Handheld {
    /// The request to send now, if there is one. Its counter and its entries are durable.
    package mutating func nextRequest(at now: Moment) throws(JournalError) -> OutgoingRequest? {
        guard let plan else { return nil }
        self.plan = nil
        switch plan {
        case .exchange(let plan): return try exchangeRequest(plan, at: now)
        case .lines(let plan):
            try handle(.sent([]), at: now)
            return try request(
                "GET", "/pjs/1/streams/\(plan.stream)/lines?from=\(plan.from)",
                body: HashedBody([]),
                asked: .lines(plan), replyLimitMilliseconds: plan.replyLimitMilliseconds, at: now)
        }
    }

    private mutating func exchangeRequest(
        _ plan: ExchangePlan, at now: Moment
    ) throws(JournalError) -> OutgoingRequest {
        let status = try journal.status()
        let pushes = try pushSections(plan, status, at: now)
        let sent = pushes.map { push in
            StreamPlace(stream: push.stream ?? status.stream, sequence: push.last)
        }
        let isBacklog = status.streams.contains { stream in
            let last = sent.first { $0.stream == stream.id }?.sequence
            return last.map { $0 < stream.recorded } ?? (stream.acknowledged < stream.recorded)
        }
        let pull =
            plan.isPullDeferrable && isBacklog
            ? nil
            : PullRequest(
                after: status.cursor.after, scope: status.cursor.scope,
                bytesMax: plan.pageBytesMax, token: status.cursor.token, reset: plan.resets,
                relevel: try relevel(status.cursor))
        try handle(.sent(sent, asksForRows: pull != nil), at: now)
        var frame = ExchangeRequest(
            hello: try hello(status, at: now), pushes: pushes, heads: plan.heads, pull: pull)
        if pull != nil { frame.close = try dayToProve() }
        frame.reports = try reports(status, at: now)
        frame.hello.done = try journal.untoldDirectives() + frame.reports.map(\.id)
        return try request(
            "POST", Handheld.exchangeTarget, body: frame.hashedFrame(),
            asked: .rows(pull, stream: status.stream), told: frame.hello.done,
            replyLimitMilliseconds: plan.replyLimitMilliseconds, at: now)
    }

    /// Signs a request under the next counter.
    private mutating func request(
        _ method: String, _ target: String, body: HashedBody, asked: Asked,
        told: [String] = [], replyLimitMilliseconds: Int, at now: Moment
    ) throws(JournalError) -> OutgoingRequest {
        let signature = RequestSignature(
            key: device.key, device: device.id, counter: try journal.nextCounter(),
            nonce: Base64URL.text(of: random.bytes(RequestSignature.nonceBytes)), method: method,
            target: target, bodyHash: body.hash)
        open = OpenExchange(signature: signature, asked: asked, began: now, told: told)
        var fields = [
            OutgoingRequest.Field(
                name: RequestSignature.fieldName, value: signature.headerValue)
        ]
        if !body.bytes.isEmpty {
            fields.append(
                OutgoingRequest.Field(
                    name: "Content-Type", value: OutgoingRequest.frameMediaType))
        }
        return OutgoingRequest(
            method: method, target: target, fields: fields, body: body.bytes,
            replyLimitMilliseconds: replyLimitMilliseconds)
    }

    private static let exchangeTarget = "/pjs/1/exchange"

    // MARK: Push

    /// The sections that fit: one that does not fit whole is the last.
    private func pushSections(
        _ plan: ExchangePlan, _ status: JournalStatus, at now: Moment
    ) throws(JournalError) -> [Push] {
        var sections: [Push] = []
        var bytesLeft = plan.batchBytesMax
        for push in plan.pushes {
            let section = try pushSection(push, bytesMax: max(1, bytesLeft), at: now)
            sections.append(section)
            bytesLeft -= section.lines.reduce(0) { $0 + $1.count + 1 }
            let end = status.streams.first { $0.id == push.stream }?.recorded
            guard section.last == end, bytesLeft > 0 else { break }
        }
        return sections
    }

    /// The entries of a stream from a seq on, verbatim, with the head they end in and its MAC.
    private func pushSection(
        _ plan: PushPlan, bytesMax: Int, at now: Moment
    ) throws(JournalError) -> Push {
        var batch = try journal.entries(
            of: plan.stream, after: plan.from - 1, bytesMax: bytesMax)
        if let count = try countWithoutSplitAct(in: batch) {
            batch = try journal.entries(
                of: plan.stream, after: plan.from - 1, bytesMax: bytesMax, countMax: count)
        }
        try journal.noteAttempt(plan.stream, from: batch.from, through: batch.last, at: now)
        return Push(
            stream: batch.stream, from: batch.from, previous: batch.previous, head: batch.head,
            code: device.key.headCode(
                device: device.id, stream: batch.stream, sequence: batch.last, head: batch.head),
            keyNumber: device.key.number, tries: batch.attempts, lines: batch.lines.map { $0[...] })
    }

    /// How many lines to send so that the last act is not split; nil when it is whole, or when
    /// nothing but its own beginning would be left.
    private func countWithoutSplitAct(in batch: EntryBatch) throws(JournalError) -> Int? {
        guard let line = batch.lines.last, let act = try? Entry(decoding: line).act,
            act.index < act.count, act.index < batch.lines.count
        else { return nil }
        return batch.lines.count - act.index
    }

    /// The types whose rows are to come anew because this program reads them at a higher level.
    private func relevel(_ cursor: PullCursor) throws(JournalError) -> [String] {
        guard cursor.level > 0, cursor.level < level, !cursor.isStaged else { return [] }
        return try journal.rowTypes()
    }

    /// What the handheld says of itself.
    func hello(_ status: JournalStatus, at now: Moment) throws(JournalError) -> HelloRequest {
        var hello = HelloRequest(
            app: Handheld.app, device: device.id, stream: status.stream,
            epoch: status.cursor.epoch, recorded: status.recorded,
            acknowledged: status.acknowledged, wallMilliseconds: now.wallMilliseconds,
            bootMilliseconds: now.bootMilliseconds, bootNumber: now.bootNumber,
            anchor: try journal.anchor(ofBoot: now.bootNumber), level: level, who: persons,
            old: Handheld.frozen(status), status: try condition(status, at: now))
        hello.options = Handheld.options
        hello.witness = engine.health.witness
        return hello
    }

    /// What this program can do beside what every one can (PJS section 8, `caps`).
    static let options = ["lease", "refetch"]

    /// The frozen streams: the server says of each how much it has, so that a restored server is
    /// found out. If there are more than can be named, those go first that are finished.
    private static func frozen(_ status: JournalStatus) -> [HelloRequest.OldStream] {
        var streams = status.ownStreams.dropLast()
        while streams.count > Limits.oldStreamsMax {
            let finished = streams.firstIndex { $0.acknowledged == $0.recorded }
            streams.remove(at: finished ?? streams.startIndex)
        }
        return streams.map {
            HelloRequest.OldStream(
                stream: $0.id, recorded: $0.recorded, acknowledged: $0.acknowledged)
        }
    }

    /// The status for the station's board.
    func condition(
        _ status: JournalStatus, at now: Moment
    ) throws(JournalError) -> CanonicalObject {
        let health = engine.health
        var object: CanonicalObject = [
            "resets": .integer(
                health.resets.count(
                    bootNumber: now.bootNumber, bootMilliseconds: now.bootMilliseconds)),
            "chain": .text(health.stopped.values.contains("local_corrupt") ? "bad" : "ok"),
        ]
        // A station that was put back to an older backup may know this handheld by its key alone.
        if health.deviceState != .active { object["label"] = .text(device.label) }
        let lost = try journal.lostRanges().prefix(Handheld.lostRangesMax)
        if !lost.isEmpty {
            object["unrec"] = .list(
                lost.map {
                    [
                        .text($0.stream), .integer($0.sequences.lowerBound),
                        .integer($0.sequences.upperBound),
                    ]
                })
        }
        if health.isStuck(
            pending: status.pending, minutes: Handheld.stuckMinutes, at: now)
        {
            object["stuck"] = .bool(true)
        }
        let blobs = try journal.blobCounts()
        if blobs.waiting > 0 {
            object["blob"] = [.integer(blobs.waiting), .integer(blobs.waitingBytes)]
        }
        if let oldest = status.oldestPendingMilliseconds {
            object["oldest_s"] = .integer(max(0, now.wallMilliseconds - oldest) / 1_000)
        }
        if let code = health.stoppedCode { object["err"] = [.text(code), 1] }
        if let problem = health.problem {
            object["err"] = [.text(problem.code), .integer(problem.count)]
            object["tries"] = .integer(problem.count)
        }
        if !health.diverged.isEmpty {
            object["diverged"] = .list(health.diverged.sorted().map { .text($0) })
        }
        return object
    }

    /// Ranges named to the station; more mean a journal that a person has to look at anyway.
    private static let lostRangesMax = 16
    /// Nothing acknowledged for this long although there is a network (`sync.stuck_minutes`).
    static let stuckMinutes = 15
}
