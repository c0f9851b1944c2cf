package import SyncProtocol

/// What is remembered about the exchange between two runs of the program: for the status page,
/// and so that a limit in 24 hours holds over a restart.
package struct SyncHealth: Equatable, Sendable {
    /// Wall time of the last whole, signed answer.
    package var lastSuccessMilliseconds: Int?
    /// The last failure, while nothing has succeeded since.
    package var problem: Problem?
    /// The push code with which the server refuses the open stream.
    package var stoppedCode: String?
    /// Buckets whose rows differ from the server's although they were fetched anew.
    package var diverged: Set<String>
    /// Resets of the last 24 hours.
    package var resets: ResetBudget
    /// What the server said last about this handheld.
    package var deviceState: DeviceState

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
