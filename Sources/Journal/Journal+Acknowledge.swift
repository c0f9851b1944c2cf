import SQLite
package import SyncProtocol

/// What going back to the state of a restored server comes to.
package enum RewindOutcome: Equatable, Sendable {
    /// What the server lost is pushed again.
    case done
    /// The heads differ: the histories differ. Nothing changed.
    case differs
    /// Some of the lost entries are skeletons here and cannot be pushed again. Nothing changed.
    case unrecoverable
}

/// Up to where the server has a stream; without an id, the open one.
extension Journal {
    /// Takes in that the ledger holds a stream up to a sequence; never goes down.
    ///
    /// The caller has compared the head that the server repeated with `head(at:)`.
    package func acknowledge(
        _ stream: String? = nil, through sequence: Int
    ) throws(JournalError) {
        try write { connection in
            let stream = try self.stream(stream)
            guard sequence > stream.acknowledged else { return }
            let last = try limit(of: stream)
            precondition(sequence <= last, "an acknowledgement of what was never recorded")
            try connection.execute(
                """
                UPDATE stream SET acked = ?1, applied = max(applied, min(told, ?1)) WHERE no = ?2
                """, sequence, stream.number)
            try releasePins()
        }
    }

    /// Goes back to what a restored server still holds, so that the rest is pushed again.
    package func rewind(
        _ stream: String? = nil, to sequence: Int, head: Digest
    ) throws(JournalError) -> RewindOutcome {
        try write { connection in
            let stream = try self.stream(stream)
            guard sequence <= stream.acknowledged,
                try self.head(at: sequence, of: stream) == head
            else { return .differs }
            let skeletons = try connection.first(
                "SELECT COUNT(*) FROM entry WHERE id BETWEEN ?1 AND ?2 AND line IS NULL",
                stream.key(sequence + 1), stream.key(try limit(of: stream)),
                as: { $0.integer(0) })
            guard skeletons == 0 else { return .unrecoverable }
            try connection.execute(
                "UPDATE stream SET acked = ?1 WHERE no = ?2", sequence, stream.number)
            return .done
        }
    }

    /// Takes in up to where the ledger is in a verified backup. It may fall.
    package func secure(_ stream: String? = nil, through sequence: Int) throws(JournalError) {
        try write { connection in
            let stream = try self.stream(stream)
            let secured = min(sequence, try limit(of: stream))
            guard secured != stream.secured else { return }
            try connection.execute(
                "UPDATE stream SET secured = ?1 WHERE no = ?2", secured, stream.number)
        }
    }

    /// The last sequence of a stream that counts.
    func limit(of stream: Stream) throws(JournalError) -> Int {
        if let frozenAt = stream.frozenAt { return frozenAt }
        return try tail(of: stream).sequence
    }
}
