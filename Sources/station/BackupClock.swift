import CentralStore
import Commands
import Domain
import Platform

/// Backs the station up again and again while its server runs.
final class BackupClock: Sendable {
    static let minutesDefault = 60
    static let minutesMax = 10_080
    /// A server that was just started has other things to do first.
    private static let restMilliseconds = 60_000
    /// When a backup failed it is tried again so soon.
    private static let againMilliseconds = 300_000
    private static let stackBytes = 1 << 20

    private let everyMilliseconds: Int
    private let run: BackupRun
    private let language: Language
    private let stopping: StopSignal

    /// Every so many minutes; 0 for never.
    init(
        everyMinutes: Int, run: BackupRun, language: Language
    ) throws(CommandFailure) {
        everyMilliseconds = everyMinutes * 60_000
        self.run = run
        self.language = language
        stopping = try system { () throws(POSIXFailure) in try StopSignal() }
    }

    /// Begins, once the server is ready.
    func start() throws(POSIXFailure) {
        guard everyMilliseconds > 0 else { return }
        try startThread(stackBytes: Self.stackBytes) { self.work() }
    }

    /// Begins no further one.
    func stop() { stopping.request() }

    private func work() {
        var wait = max(Self.restMilliseconds, millisecondsToNext())
        while true {
            let limit = Deadline(after: wait)
            guard waitForInput(on: stopping.descriptor, until: limit) == .late else { return }
            do throws(CommandFailure) {
                _ = try run.run(to: nil, kept: BackupRun.keptDefault)
                wait = everyMilliseconds
            } catch {
                let lines = error.errors.flatMap { $0.lines(language) }
                _ = StandardStreams.write(stdout: "", stderr: lines.joined(separator: "\n") + "\n")
                wait = min(everyMilliseconds, Self.againMilliseconds)
            }
        }
    }

    /// From the last backup on, which an earlier server may have made.
    private func millisecondsToNext() -> Int {
        let now = run.desk.moment.wallMilliseconds
        let status = try? run.desk.read { store throws(CommandFailure) in
            try stored { try store.status(now: now) }
        }
        guard let last = status?.backup?.atMilliseconds else { return 0 }
        return min(everyMilliseconds, max(0, last + everyMilliseconds - now))
    }
}
