package import Journal
package import SyncEngine

/// How far the exchange has come, counted from the journal and never from the last attempt.
package struct SyncStatus: Equatable, Sendable {
    package let recorded: Int
    package let acknowledged: Int
    package let secured: Int
    package let applied: Int
    /// Wall clock of the oldest entry that the server does not have.
    package let oldestPendingMilliseconds: Int?
    package let health: SyncHealth

    /// Entries that the server does not have yet.
    package var pending: Int { recorded - acknowledged }
}

extension Handheld {
    /// Where the exchange stands.
    package func syncStatus() throws(JournalError) -> SyncStatus {
        let status = try journal.status()
        return SyncStatus(
            recorded: status.recorded, acknowledged: status.acknowledged,
            secured: status.secured, applied: status.applied,
            oldestPendingMilliseconds: status.oldestPendingMilliseconds, health: engine.health)
    }
}
