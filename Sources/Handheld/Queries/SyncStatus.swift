package import Domain
package import Journal
import SyncEngine
package import SyncProtocol

/// How far the exchange has come, counted from the journal and never from the last attempt.
package struct SyncStatus: Equatable, Sendable {
    /// The open stream.
    package let stream: String
    /// All streams, the oldest first; the open one comes last.
    package let streams: [StreamStatus]
    /// Records of all streams, each once; up to how many of them the server has, its backup has,
    /// and the rows contain.
    package let recorded: Int
    package let acknowledged: Int
    package let secured: Int
    package let applied: Int
    /// Records that the server does not have and that cannot be sent.
    package let lost: [LostRange]
    /// How many those are.
    package var lostCount: Int { lost.reduce(0) { $0 + $1.sequences.count } }
    /// What happened to the journal, oldest first.
    package let news: [SyncNews]
    /// Whether records wait although there is a network.
    package let isStuck: Bool
    /// Wall clock of the oldest entry that the server does not have.
    package let oldestPendingMilliseconds: Int?
    /// Own facts that the station holds back, could not read, or has a case about.
    package let held: Int
    package let quarantined: Int
    package let cases: Int
    /// Wall time of the last whole, signed answer.
    package let lastSuccessMilliseconds: Int?
    /// The failure since then: its code, how often, since when.
    package let problem: SyncProblem?
    /// The push code with which the server refuses this journal.
    package let stoppedCode: String?
    /// Buckets whose rows differ from the server's, sorted.
    package let diverged: [String]
    /// What the station last said of this handheld.
    package let deviceState: SyncProtocol.DeviceState
    package let numbersLeft: Int
    /// Attached photos that the station does not have whole, and those damaged here.
    package let blobs: BlobCounts
    /// The version of the program that the station asks for; nil when this one is new enough.
    package let upgrade: UpgradeNotice?

    /// Entries that the server does not have yet.
    package var pending: Int { recorded - acknowledged }
}

/// Something that happened to the journal, and when (wall time).
package struct SyncNews: Equatable, Sendable {
    package let atMilliseconds: Int
    package let words: Words
}

/// One sort of failure in a row.
package struct SyncProblem: Equatable, Sendable {
    package let code: String
    package let count: Int
    package let sinceMilliseconds: Int
}

extension Handheld {
    /// Where the exchange stands.
    ///
    /// - Parameter now: nil when it does not matter whether the exchange is stuck.
    package func syncStatus(at now: Moment? = nil) throws(JournalError) -> SyncStatus {
        let status = try journal.status()
        let streams = status.streams
        let health = engine.health
        var counts: [DispositionWord: Int] = [:]
        for row in try journal.rows(of: .disp) {
            guard case .disposition(let disposition) = row.entity else { continue }
            counts[disposition.disposition, default: 0] += 1
        }
        return SyncStatus(
            stream: status.stream, streams: streams,
            recorded: streams.reduce(0) { $0 + $1.recorded },
            acknowledged: streams.reduce(0) { $0 + $1.acknowledged },
            secured: streams.reduce(0) { $0 + $1.secured },
            applied: streams.reduce(0) { $0 + $1.applied }, lost: try journal.lostRanges(),
            news: health.news.map {
                SyncNews(atMilliseconds: $0.atMilliseconds, words: SyncWords.report($0.report))
            },
            isStuck: now.map {
                health.isStuck(pending: status.pending, minutes: Handheld.stuckMinutes, at: $0)
            } ?? false,
            oldestPendingMilliseconds: status.oldestPendingMilliseconds,
            held: counts[.held] ?? 0, quarantined: counts[.quarantined] ?? 0,
            cases: counts[.case] ?? 0, lastSuccessMilliseconds: health.lastSuccessMilliseconds,
            problem: health.problem.map {
                SyncProblem(
                    code: $0.code, count: $0.count, sinceMilliseconds: $0.sinceMilliseconds)
            },
            stoppedCode: health.stoppedCode, diverged: health.diverged.sorted(),
            deviceState: health.deviceState, numbersLeft: try numbersLeft(),
            blobs: try journal.blobCounts(),
            upgrade: health.upgrade)
    }
}
