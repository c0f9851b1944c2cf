package import Domain
import SQLite
package import SyncProtocol
import WireMapping

/// One seal of this handheld's own, as it was recorded.
package struct OwnSeal: Equatable, Sendable {
    package let seal: DaySealFact
    /// The sealed stream, and the handheld that recorded it.
    package let stream: String
    package let device: String

    /// The line of a manifest as this handheld's own numbers make it.
    package var line: DayLine {
        DayLine(
            device: device, stream: stream, range: seal.range, cashDeclared: seal.cashDeclared,
            result: .agree)
    }

    /// By which a receipt names it.
    package var lineHash: Digest { DayMapping.hash(of: line) }
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
    ///
    /// A seal whose stream was ended before the end of its range counts no more: what it sealed was
    /// carried into another stream, and is sealed there.
    package func ownDays() throws(JournalError) -> (seals: [OwnSeal], receipts: [DayReceiptFact]) {
        try read { _ in
            var seals: [OwnSeal] = []
            var receipts: [DayReceiptFact] = []
            for (stream, payload) in try dayFacts() {
                if case .daySeal(let seal) = payload,
                    let sealed = try streamIfKnown(seal.stream ?? stream),
                    seal.range.to <= (try limit(of: sealed))
                {
                    seals.append(OwnSeal(seal: seal, stream: sealed.id, device: sealed.device))
                }
                if case .dayReceipt(let receipt) = payload { receipts.append(receipt) }
            }
            return (seals, receipts)
        }
    }

    /// What the station says of a seal; nil until it has compared.
    package func dayRow(of own: OwnSeal) throws(JournalError) -> DayRow? {
        let digits = own.seal.day.suffix(10).filter { $0 != "-" }
        let reference = EntityReference(.day, "\(digits).\(own.stream).\(own.seal.range.from)")
        guard case .day(let row) = try row(reference)?.entity else { return nil }
        return row
    }

    /// The proof that the day of a seal was closed with its line: by the own numbers, or by those
    /// of the station where a manager let a difference pass.
    package func receipt(
        of own: OwnSeal, row: DayRow?, among receipts: [DayReceiptFact]
    ) -> DayReceiptFact? {
        let other = row?.line.map { DayMapping.hash(of: $0).hex }
        return receipts.first { $0.line == own.lineHash.hex || $0.line == other }
    }
}
