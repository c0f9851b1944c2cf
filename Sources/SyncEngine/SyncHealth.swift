package import Domain
package import SyncProtocol

/// What is remembered about the exchange between two runs of the program: for the status page,
/// and so that a limit in 24 hours holds over a restart.
package struct SyncHealth: Equatable, Sendable {
    /// Wall time of the last whole, signed answer.
    package var lastSuccessMilliseconds: Int?
    /// The last failure, while nothing has succeeded since.
    package var problem: Problem?
    /// The push codes with which the server refuses streams, by stream.
    package var stopped: [String: String] = [:]
    /// When an entry was acknowledged last, or the oldest pending one was recorded; nil while
    /// nothing is pending.
    package var waitingSince: BootTime?
    /// Buckets whose rows differ from the server's although they were fetched anew.
    package var diverged: Set<String>
    /// Resets of the last 24 hours.
    package var resets: ResetBudget
    /// What the server said last about this handheld.
    package var deviceState: SyncProtocol.DeviceState

    /// Where the server's audit trail ended when it answered last.
    package internal(set) var witness: Witness?
    /// The version of the program that the server asks for; nil when this one is new enough.
    package internal(set) var upgrade: UpgradeNotice?

    /// The push code to show, if any stream is refused.
    package var stoppedCode: String? { stopped.min { $0.key < $1.key }?.value }

    /// Whether entries wait although there is a network: nothing was acknowledged for this long.
    package func isStuck(pending: Int, minutes: Int, at now: Moment) -> Bool {
        guard pending > 0, problem?.code != ExchangeFailure.unreachable.code,
            let waitingSince
        else { return false }
        // Boot time of another boot cannot be compared; then it waits since this one began at most.
        let start =
            waitingSince.bootNumber == now.bootNumber ? waitingSince.bootMilliseconds : 0
        return now.bootMilliseconds - start >= minutes * 60_000
    }

    /// What happened to the journal, oldest first; at most `SyncLimits.newsMax`. A person may look
    /// long after it came up.
    package var news: [News] = []

    /// One event, and when it came up (wall time).
    package struct News: Equatable, Sendable {
        package let report: SyncReport
        package let atMilliseconds: Int

        package init(report: SyncReport, atMilliseconds: Int) {
            self.report = report
            self.atMilliseconds = atMilliseconds
        }
    }

    /// Keeps a report that tells of a change of the journal or of the ledger.
    mutating func remember(_ report: SyncReport, atWallMilliseconds now: Int) {
        switch report {
        case .rewound, .rotated, .broughtBack:
            news = (news + [News(report: report, atMilliseconds: now)])
                .suffix(SyncLimits.newsMax)
        case .pushStopped, .journalDamaged, .noEcho, .diverged, .badPages, .needsPerson,
            .deviceState, .upgradeRequired, .falseDirective, .unknownDirective:
            break
        }
    }

    /// One sort of failure: its code, how often in a row, since when (wall time).
    package struct Problem: Equatable, Sendable {
        package let code: String
        package let count: Int
        package let sinceMilliseconds: Int

        package init(code: String, count: Int, sinceMilliseconds: Int) {
            self.code = code
            self.count = count
            self.sinceMilliseconds = sinceMilliseconds
        }
    }

    /// A handheld that has never exchanged anything.
    package init() {
        diverged = []
        resets = ResetBudget()
        deviceState = .active
    }

    /// What is left of it when the handheld takes another identity: what happened, and what the
    /// server said of itself.
    package init(afterEnrolment before: SyncHealth, carried: Int, left: Int, at now: Moment) {
        self.init()
        news = before.news
        witness = before.witness
        remember(
            .rotated(.enrolled, carried: carried, left: left),
            atWallMilliseconds: now.wallMilliseconds)
    }

    mutating func note(_ code: String, atWallMilliseconds now: Int) {
        if let problem, problem.code == code {
            self.problem = Problem(
                code: code, count: problem.count + 1,
                sinceMilliseconds: problem.sinceMilliseconds)
        } else {
            problem = Problem(code: code, count: 1, sinceMilliseconds: now)
        }
    }
}

/// A moment of the clock that runs since the boot.
package struct BootTime: Equatable, Sendable {
    package let bootNumber: Int
    package let bootMilliseconds: Int

    package init(bootNumber: Int, bootMilliseconds: Int) {
        self.bootNumber = bootNumber
        self.bootMilliseconds = bootMilliseconds
    }

    init(_ moment: Moment) {
        self.init(bootNumber: moment.bootNumber, bootMilliseconds: moment.bootMilliseconds)
    }
}
