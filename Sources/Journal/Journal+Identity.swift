package import Domain
import SQLite
import SyncProtocol

/// The identity that a handheld is given when it is enrolled again (PJS 11.1).
package struct NewIdentity: Equatable, Sendable {
    package let device: String
    /// The id of the stream that is begun under it.
    package let stream: String
    /// Whether it belongs to the same station: then everything goes there that is not in a verified
    /// backup, in case the ledger lost it; else there is nothing to bring.
    package let isSameStation: Bool

    package init(device: String, stream: String, isSameStation: Bool) {
        self.device = device
        self.stream = stream
        self.isSameStation = isSameStation
    }
}

extension Journal {
    /// Goes on under another identity, in one durable change. All streams of the old one end, and
    /// what the station may lack is carried into a new stream; facts keep their ids. Rows are
    /// fetched from the beginning; what the old identity was ordered is forgotten.
    package func change(
        to identity: NewIdentity, at moment: Moment
    ) throws(JournalError) -> RotationOutcome {
        try write { connection in
            let olds = try streams().filter { $0.device != identity.device }
            let limits = try olds.map { try limit(of: $0) }
            var ends: [Int] = []
            for (old, limit) in zip(olds, limits) {
                let kept = identity.isSameStation ? min(old.secured, limit) : limit
                let end = try beginOfAct(after: kept, of: old)
                try connection.execute(
                    """
                    UPDATE stream SET state = 'frozen', frozen_at = ?2, acked = ?2,
                        secured = min(secured, ?2), applied = ?2, told = ?2 WHERE no = ?1
                    """, old.number, end)
                ends.append(end)
            }
            let newest = try connection.first(
                "SELECT MAX(no) FROM stream", as: { $0.integer(0) })
            try connection.execute(
                "INSERT INTO stream(no, id, dev, state, made) VALUES (?1, ?2, ?3, 'open', ?4)",
                (newest ?? 0) + 1, identity.stream, identity.device, moment.wallMilliseconds)
            var outcome = RotationOutcome()
            for (index, old) in olds.enumerated() {
                let part = try carry(
                    from: old, ends[index]..<limits[index], leaving: nil, at: moment)
                outcome.carriedCount += part.carriedCount
                outcome.leftCount += part.leftCount
                outcome.isDamaged = outcome.isDamaged || part.isDamaged
            }
            try connection.execute("DELETE FROM directive WHERE done = 0")
            try connection.execute("UPDATE directive SET told = 1")
            try forgetCursor()
            try releasePins()
            return outcome
        }
    }

    /// The facts of an act go together: the last place that begins none in its middle.
    private func beginOfAct(after sequence: Int, of stream: Stream) throws -> Int {
        let line = try connection.first(
            "SELECT line FROM entry WHERE id = ?1", stream.key(sequence + 1),
            as: { $0.isNull(0) ? nil : $0.blob(0) })
        guard let line = line ?? nil, let entry = try? Entry(decoding: line),
            let act = Carry.original(of: entry)?.act
        else { return sequence }
        return max(0, sequence - (act.index - 1))
    }
}
