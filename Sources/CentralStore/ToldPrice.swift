package import Domain
import SQLite
import SyncProtocol

/// The price that a sender was told for a parcel, and what was changed since by weighing again.
package struct ToldPrice: Equatable, Sendable {
    package var charge: String
    package var quote: QuoteFact
    /// The sum of what earlier weighings changed.
    package var adjustedFen: Int
}

extension CentralStore {
    /// The quote of the pickup of a parcel; nil where the ledger has none in effect.
    package func toldPrice(ofParcel parcel: String) throws -> ToldPrice? {
        try writer.read { db in try db.toldPrice(ofParcel: parcel) }
    }
}

extension Connection {
    fileprivate func toldPrice(ofParcel parcel: String) throws -> ToldPrice? {
        let streams = try existingStation().streams
        let pickups = try facts(under: parcel, kind: .pickup, streams)
        guard case .pickup(let pickup)? = pickups.first?.payload,
            let digest = pickup.quote.flatMap(Digest.init(hex:)),
            let line = try line(ofFact: digest), try isInEffect(lsn: line.lsn),
            case .quote(let quote)? = line.fact(stationStreams: streams)?.payload,
            quote.isAccepted
        else { return nil }
        let charge = FactCode.madeID(digest.hex)
        let adjustments = try facts(under: "charge:\(charge)", kind: .adjustment, streams)
        let changes = adjustments.map { fact -> Int in
            guard case .adjustment(let adjustment) = fact.payload,
                adjustment.reason.text == AdjustmentReason.reweigh.rawValue
            else { return 0 }
            return adjustment.amountFen
        }
        return ToldPrice(charge: charge, quote: quote, adjustedFen: changes.reduce(0, +))
    }

    /// The facts of a kind in effect that stand under a key, in ledger order.
    private func facts(
        under key: String, kind: FactKind, _ streams: Set<String>
    ) throws -> [Fact] {
        try rows(
            """
            SELECT l.lsn,s.id,l.seq,l.line,l.head,l.eff_ms
            FROM mention m JOIN fact f ON f.lsn=m.lsn JOIN ledger l ON l.lsn=m.lsn
                JOIN stream s ON s.no=l.stream
            WHERE m.parcel=? AND f.kind=? AND f.disp='applied' ORDER BY l.lsn
            """, key, kind.rawValue, as: StoredLine.init
        ).compactMap { $0.fact(stationStreams: streams) }
    }
}
