import SQLite
package import SyncProtocol

/// What recomputing the chain of one stream found.
package struct ChainReport: Equatable, Sendable {
    package let stream: String
    /// How many entries hold, from the first on, and the head after them.
    package let count: Int
    package let head: Digest
    /// The first entry that does not hold.
    package let fault: Int?
}

extension Journal {
    /// Recomputes the chain of every stream from its genesis; the open stream comes last.
    package func verify() throws(JournalError) -> [ChainReport] {
        try read { connection in
            try streams().map { try chain(of: $0, after: 0, head: $0.genesis) }
        }
    }

    /// Recomputes each chain from the last entry found good and keeps how far it holds.
    func verifyTails() throws(JournalError) {
        try write { connection in
            for stream in try streams() {
                let verified = try verified(of: stream)
                guard let start = try head(at: verified, of: stream) else {
                    throw JournalError.damaged(stream: stream.id, sequence: verified)
                }
                let report = try chain(of: stream, after: verified, head: start)
                guard report.fault == nil, stream.acknowledged <= report.count else {
                    throw JournalError.damaged(
                        stream: stream.id, sequence: report.fault ?? report.count + 1)
                }
                guard report.count > verified else { continue }
                try connection.execute(
                    "UPDATE stream SET verified = ?1 WHERE no = ?2", report.count, stream.number)
            }
        }
    }

    private func verified(of stream: Stream) throws -> Int {
        try connection.first(
            "SELECT verified FROM stream WHERE no = ?1", stream.number, as: { $0.integer(0) }) ?? 0
    }

    private func chain(
        of stream: Stream, after start: Int, head: Digest
    ) throws(JournalError) -> ChainReport {
        try read { connection in
            var count = start
            var head = head
            var fault: Int?
            try connection.scan(
                "SELECT seq, line, head FROM entry WHERE id > ?1 AND id < ?2 ORDER BY id",
                stream.key(start), stream.keyEnd
            ) { row in
                let stored = digest(row.blob(2))
                // A skeleton was verified while it had its line.
                let next = row.isNull(1) ? stored : Chain.link(head, row.blob(1))
                guard row.integer(0) == count + 1, next == stored else {
                    fault = count + 1
                    return false
                }
                count += 1
                head = next
                return true
            }
            return ChainReport(stream: stream.id, count: count, head: head, fault: fault)
        }
    }
}
