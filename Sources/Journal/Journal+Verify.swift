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
            let streams = try connection.rows(
                "SELECT id, dev FROM stream ORDER BY state = 'open', made, id"
            ) { (id: $0.text(0), device: $0.text(1)) }
            return try streams.map { stream in
                try chain(
                    of: stream.id, after: 0,
                    head: Chain.genesis(device: stream.device, stream: stream.id))
            }
        }
    }

    /// Recomputes each chain from the last entry found good and keeps how far it holds.
    func verifyTails() throws(JournalError) {
        try write { connection in
            let streams = try connection.rows(
                """
                SELECT s.id, s.dev, s.verified, s.acked, e.head FROM stream s
                LEFT JOIN entry e ON e.stream = s.id AND e.seq = s.verified ORDER BY s.id
                """
            ) {
                (
                    id: $0.text(0), device: $0.text(1), verified: $0.integer(2),
                    acknowledged: $0.integer(3), head: $0.optionalBlob(4).map(digest)
                )
            }
            for stream in streams {
                let genesis = Chain.genesis(device: stream.device, stream: stream.id)
                guard let start = stream.verified == 0 ? genesis : stream.head else {
                    throw JournalError.damaged(stream: stream.id, sequence: stream.verified)
                }
                let report = try chain(of: stream.id, after: stream.verified, head: start)
                let sequence = report.fault ?? report.count
                guard report.fault == nil, stream.acknowledged <= report.count else {
                    throw JournalError.damaged(stream: stream.id, sequence: sequence)
                }
                guard report.count > stream.verified else { continue }
                try connection.execute(
                    "UPDATE stream SET verified = ?1 WHERE id = ?2", report.count, stream.id)
            }
        }
    }

    private func chain(
        of stream: String, after start: Int, head: Digest
    ) throws(JournalError) -> ChainReport {
        try read { connection in
            var count = start
            var head = head
            var fault: Int?
            try connection.scan(
                """
                SELECT seq, line, head FROM entry WHERE stream = ?1 AND seq > ?2 ORDER BY seq
                """, stream, start
            ) { row in
                let next = Chain.link(head, row.blob(1))
                guard row.integer(0) == count + 1, next == digest(row.blob(2)) else {
                    fault = count + 1
                    return false
                }
                count += 1
                head = next
                return true
            }
            return ChainReport(stream: stream, count: count, head: head, fault: fault)
        }
    }
}
