import SQLite
package import SyncProtocol

/// What the handheld tells of its journal.
package struct JournalStatus: Equatable, Sendable {
    package let device: String
    /// The open stream, its last sequence and head.
    package let stream: String
    package let recorded: Int
    package let head: Digest
    /// Up to where the ledger holds the stream, its backup holds it, and the rows contain it.
    package let acknowledged: Int
    package let secured: Int
    package let applied: Int
    /// Wall clock of the oldest entry that the ledger does not hold.
    package let oldestPendingMilliseconds: Int?
    /// The largest server time ever received; 0 before the first answer.
    package let newestNow: Int
    /// Where the rows stand.
    package let cursor: PullCursor

    /// How many entries the ledger does not hold.
    package var pending: Int { recorded - acknowledged }
}

extension Journal {
    /// The state of the journal, of one moment.
    package func status() throws(JournalError) -> JournalStatus {
        try read { connection in
            let stream = try openStream()
            let tail = try tail(of: stream)
            let oldest = try connection.first(
                "SELECT line FROM entry WHERE id = ?1", stream.key(stream.acknowledged + 1),
                as: { $0.blob(0) })
            return JournalStatus(
                device: stream.device, stream: stream.id, recorded: tail.sequence,
                head: tail.head, acknowledged: stream.acknowledged, secured: stream.secured,
                applied: stream.applied,
                oldestPendingMilliseconds: oldest.flatMap {
                    try? Entry(decoding: $0).wallMilliseconds
                },
                newestNow: try clockState().hybrid.newestNow, cursor: try cursor())
        }
    }
}
