import Domain
import Journal
import SyncEngine
import SyncProtocol

/// What a request is made of.
extension Handheld {
    /// The entries from a seq on, verbatim, with the head they end in and its MAC.
    func pushSection(
        from first: Int, bytesMax: Int, at now: Moment
    ) throws(JournalError) -> Push {
        var batch = try journal.entries(after: first - 1, bytesMax: bytesMax)
        if let count = try countWithoutSplitAct(in: batch) {
            batch = try journal.entries(
                after: first - 1, bytesMax: bytesMax, countMax: count)
        }
        try journal.noteAttempt(from: batch.from, through: batch.last, at: now)
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

    /// What the handheld says of itself.
    func hello(_ status: JournalStatus, at now: Moment) throws(JournalError) -> HelloRequest {
        HelloRequest(
            app: Handheld.app, device: device.id, stream: status.stream,
            epoch: status.cursor.epoch, recorded: status.recorded,
            acknowledged: status.acknowledged, wallMilliseconds: now.wallMilliseconds,
            bootMilliseconds: now.bootMilliseconds, bootNumber: now.bootNumber,
            anchor: try journal.anchor(ofBoot: now.bootNumber), who: persons,
            status: condition(status, at: now))
    }

    /// The status for the station's board.
    private func condition(_ status: JournalStatus, at now: Moment) -> CanonicalObject {
        let health = engine.health
        var object: CanonicalObject = [
            "resets": .integer(
                health.resets.count(
                    bootNumber: now.bootNumber, bootMilliseconds: now.bootMilliseconds)),
            "chain": .text(health.stoppedCode == "local_corrupt" ? "bad" : "ok"),
        ]
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
}
