package import Domain
import SQLite
import SyncProtocol
import WireMapping

/// One seal of this handheld's own, as it was recorded.
package struct OwnSeal: Equatable, Sendable {
    package let seal: DaySealFact
    /// The sealed stream.
    package let stream: String
}

/// What the journal has of the close of a day (PJS 16).
extension Journal {
    /// What a stream has recorded since its last seal, through a sequence; its totals come from the
    /// bytes of the lines.
    package func openRange(
        of stream: String, through last: Int
    ) throws(JournalError) -> SealedRange {
        try read { connection in
            let from = (try dayMarks().sealed[stream] ?? 0) + 1
            let known = try self.stream(stream)
            var totals = RangeTotals()
            try connection.scan(
                "SELECT line FROM entry WHERE id>=?1 AND id<=?2 ORDER BY id", known.key(from),
                known.key(last)
            ) { row in
                if let line = row.optionalBlob(0) { totals.add(line[...]) }
                return true
            }
            guard let head = try head(at: max(last, from - 1), of: known) else {
                preconditionFailure("a seal ends where the stream ends")
            }
            return DayMapping.range(from: from, head: head, totals)
        }
    }

    /// The seals and the receipts of this journal, in the order in which they were recorded.
    package func ownDays() throws(JournalError) -> (seals: [OwnSeal], receipts: [DayReceiptFact]) {
        try read { _ in
            var seals: [OwnSeal] = []
            var receipts: [DayReceiptFact] = []
            for (stream, payload) in try dayFacts() {
                if case .daySeal(let seal) = payload {
                    seals.append(OwnSeal(seal: seal, stream: seal.stream ?? stream))
                }
                if case .dayReceipt(let receipt) = payload { receipts.append(receipt) }
            }
            return (seals, receipts)
        }
    }
}
