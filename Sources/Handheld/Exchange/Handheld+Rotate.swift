package import Domain
package import Journal
package import SyncEngine
import SyncProtocol

/// What a handheld does when its journal and the ledger differ (PJS 9.9).
extension Handheld {
    /// How far the journal has come: to be kept beside it after each change.
    package func mark() throws(JournalError) -> JournalMark { try journal.mark() }

    /// Compares the journal with the mark kept beside it, before anything is recorded. A database
    /// that has not come as far is an older copy: a new stream begins, so that no number that
    /// people were shown is used again.
    ///
    /// - Parameter mark: nil when none was kept.
    package mutating func compare(
        with mark: JournalMark?, at now: Moment
    ) throws(JournalError) {
        guard let mark, try !journal.reaches(mark) else { return }
        try rotate(for: .olderCopy, at: now)
    }

    /// Ends the open stream at its last entry and begins a new one.
    package mutating func rotate(
        for cause: RotationCause, at now: Moment
    ) throws(JournalError) {
        let open = engine.stream
        let plan = RotationPlan(
            stream: open.id, end: open.recorded, isProven: false, cause: cause)
        try handle(try rotate(plan, at: now), at: now)
    }

    /// Ends a stream as the engine decided; gives the event that tells it what came of it.
    mutating func rotate(
        _ plan: RotationPlan, at now: Moment
    ) throws(JournalError) -> SyncEvent {
        let outcome = try journal.rotate(
            Rotation(
                stream: plan.stream, end: plan.end, isProven: plan.isProven,
                refused: plan.refused, newStream: random.uuid7(at: now.wallMilliseconds)),
            at: now)
        overlay = nil
        if outcome.isDamaged { reports.append(.journalDamaged) }
        return .rotated(
            plan.cause, carried: outcome.carriedCount, left: outcome.leftCount,
            streams: try streams())
    }

    /// Takes in lines that continue a stream, if they do.
    mutating func gather(
        _ answer: LinesAnswer, asked plan: LinesPlan
    ) throws(JournalError) -> SyncEvent {
        if gathered?.stream != plan.stream { gathered = nil }
        var known = gathered
        if known == nil {
            known = try GatheredLines(plan.stream, after: plan.from - 1, in: journal)
        }
        guard var gathered = known, answer.stream == plan.stream, !answer.lines.isEmpty,
            answer.from == plan.from, gathered.take(answer)
        else { return .linesRefused }
        self.gathered = gathered
        // Past the limit what is here is enough: the stream ends where it ends.
        let have =
            gathered.byteCount < GatheredLines.bytesMax ? answer.have : gathered.last
        return .linesCame(through: gathered.last, have: have)
    }

    /// Appends what was gathered as history.
    mutating func bringBack(
        _ stream: String, at now: Moment
    ) throws(JournalError) -> SyncEvent {
        guard let gathered, gathered.stream == stream else {
            preconditionFailure("lines are brought back once they were gathered")
        }
        self.gathered = nil
        overlay = nil
        let count = try journal.bringBack(
            gathered.lines, to: stream, newStream: random.uuid7(at: now.wallMilliseconds), at: now)
        return .broughtBack(count: count, streams: try streams())
    }

    private func streams() throws(JournalError) -> [StreamProgress] {
        try journal.status().ownStreams.map(StreamProgress.init)
    }
}

/// Lines of one stream that the ledger has and this journal lacks, verified as they come.
struct GatheredLines {
    let stream: String
    /// The seq of the last one and its head.
    private(set) var last: Int
    private(set) var head: Digest
    private(set) var lines: [[UInt8]] = []
    private(set) var byteCount = 0

    /// Past this no more are asked for: some forty thousand records.
    static let bytesMax = 16 * 1_048_576

    /// Nil when the journal does not end at this seq.
    init?(_ stream: String, after sequence: Int, in journal: Journal) throws(JournalError) {
        guard let head = try journal.head(at: sequence, of: stream),
            try journal.head(at: sequence + 1, of: stream) == nil
        else { return nil }
        self.stream = stream
        self.head = head
        last = sequence
    }

    /// Takes lines that link from the last one to the head that the station gave for them; false,
    /// and nothing is taken, if they do not.
    mutating func take(_ answer: LinesAnswer) -> Bool {
        let end = answer.lines.reduce(head) { Chain.link($0, $1) }
        guard answer.from == last + 1, end == answer.head else { return false }
        head = end
        last += answer.lines.count
        for line in answer.lines {
            lines.append(Array(line))
            byteCount += line.count + 1
        }
        return true
    }
}
