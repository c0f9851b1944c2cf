import Domain
import SQLite
import SyncProtocol

extension Connection {
    /// Recomputes every chain from the last verified line to its end and keeps the new point.
    ///
    /// A line that its chain contradicts ends the opening: nothing is shown of a damaged ledger.
    func verifyNewLines() throws {
        for stream in try streams() {
            guard let end = try end(ofStream: stream.number), end.sequence > stream.verified else {
                continue
            }
            if let fault = try firstFault(in: stream, after: stream.verified) {
                throw StoreFault.chainBroken(stream: stream.id, sequence: fault)
            }
            try transaction { db in try db.setVerified(end.sequence, stream: stream.number) }
        }
    }

    /// The first sequence of a stream, after a verified one, that is not what its chain says.
    func firstFault(in stream: StreamRecord, after verified: Int) throws -> Int? {
        var head = Chain.genesis(device: stream.device, stream: stream.id)
        if verified > 0 {
            guard let stored = try self.head(ofStream: stream.number, at: verified) else {
                return verified
            }
            head = stored
        }
        var next = verified + 1
        var fault: Int?
        try scan(
            "SELECT seq,line,head FROM ledger WHERE stream=? AND seq>? ORDER BY seq",
            stream.number, verified
        ) { row in
            head = Chain.link(head, row.blob(1))
            guard row.integer(0) == next, digest(row, 2) == head else {
                fault = next
                return false
            }
            next += 1
            return true
        }
        return fault
    }
}
