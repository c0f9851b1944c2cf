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
    /// All streams, the oldest first; the open one comes last.
    package let streams: [StreamStatus]
    /// Wall clock of the oldest entry that the ledger does not hold.
    package let oldestPendingMilliseconds: Int?
    /// The largest server time ever received; 0 before the first answer.
    package let newestNow: Int
    /// Where the rows stand.
    package let cursor: PullCursor

    /// The streams of the present identity.
    package var ownStreams: [StreamStatus] { streams.filter { !$0.isFormer } }

    /// How many entries the ledger does not hold.
    package var pending: Int { streams.reduce(0) { $0 + $1.recorded - $1.acknowledged } }
}

/// One stream: how many of its entries count, and up to where they came.
package struct StreamStatus: Equatable, Sendable {
    package let id: String
    /// The last sequence that counts.
    package let recorded: Int
    package let acknowledged: Int
    package let secured: Int
    package let applied: Int
    /// Whether entries after the end of the stream were carried away or left behind.
    package let isCutShort: Bool
    /// Whether it was one of an identity that this handheld had before: it is history.
    package var isFormer = false
}

/// How far the journal had come, kept beside the database: whoever puts an old copy of the database
/// back does not put this back with it.
package struct JournalMark: Equatable, Sendable {
    package let stream: String
    package let sequence: Int
    package let head: Digest

    package init(stream: String, sequence: Int, head: Digest) {
        self.stream = stream
        self.sequence = sequence
        self.head = head
    }
}

extension Journal {
    /// The state of the journal, of one moment.
    package func status() throws(JournalError) -> JournalStatus {
        try read { connection in
            let all = try streams()
            guard let stream = all.last, stream.frozenAt == nil else { throw JournalError.notBegun }
            let tail = try tail(of: stream)
            let device = stream.device
            return JournalStatus(
                device: device, stream: stream.id, recorded: tail.sequence,
                head: tail.head, acknowledged: stream.acknowledged, secured: stream.secured,
                applied: stream.applied,
                streams: try all.map { (stream) throws(JournalError) in
                    StreamStatus(
                        id: stream.id, recorded: try limit(of: stream),
                        acknowledged: stream.acknowledged, secured: stream.secured,
                        applied: stream.applied, isCutShort: try isCutShort(stream),
                        isFormer: stream.device != device)
                },
                oldestPendingMilliseconds: try oldestPending(in: all),
                newestNow: try clockState().hybrid.newestNow, cursor: try cursor())
        }
    }

    /// How far the journal has come, to be kept beside it after each change.
    package func mark() throws(JournalError) -> JournalMark {
        let stream = try openStream()
        let tail = try tail(of: stream)
        return JournalMark(stream: stream.id, sequence: tail.sequence, head: tail.head)
    }

    /// Whether this journal has come at least as far as a mark, on the same history.
    ///
    /// If not, the database is an older copy or another one, and numbers that people were shown
    /// would be used again.
    package func reaches(_ mark: JournalMark) throws(JournalError) -> Bool {
        guard let stream = try streamIfKnown(mark.stream) else { return false }
        return try head(at: mark.sequence, of: stream) == mark.head
    }

    private func isCutShort(_ stream: Stream) throws(JournalError) -> Bool {
        guard let frozenAt = stream.frozenAt else { return false }
        return try head(at: frozenAt + 1, of: stream) != nil
    }

    private func oldestPending(in streams: [Stream]) throws(JournalError) -> Int? {
        try read { connection in
            let times = try streams.compactMap { stream -> Int? in
                let line =
                    try connection.first(
                        "SELECT line FROM live WHERE id = ?1",
                        stream.key(stream.acknowledged + 1),
                        as: { $0.isNull(0) ? nil : $0.blob(0) }) ?? nil
                guard let line, let entry = try? Entry(decoding: line) else { return nil }
                return Carry.original(of: entry)?.wallMilliseconds ?? entry.wallMilliseconds
            }
            return times.min()
        }
    }
}
