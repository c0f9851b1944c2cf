import SQLite
import SyncProtocol

extension Journal {
    /// The first entry of a stream after a sequence whose line is still kept; nil when there is
    /// none.
    package func firstKept(
        of stream: String, after sequence: Int
    ) throws(JournalError) -> Int? {
        try read { connection in
            let stream = try self.stream(stream)
            let first = try connection.first(
                "SELECT MIN(seq) FROM entry WHERE id > ?1 AND id < ?2 AND line IS NOT NULL",
                stream.key(sequence), stream.keyEnd, as: { $0.optionalInteger(0) })
            return first ?? nil
        }
    }
}
