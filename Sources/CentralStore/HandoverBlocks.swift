import Domain
import SQLite
import SyncProtocol

/// The side of a handover that has not come.
package enum MissingSide: String, Sendable {
    /// Cash that the station has not counted.
    case count
    /// Cash that was counted, and its giver has not said so.
    case cash
    /// Parcels whose giver, or taker, has not said so.
    case give, take
}

/// Handovers that stand against closing a day (PJS 16.5).
extension Connection {
    /// Handovers of the day of which one side is missing, by the person who has to act.
    func handoverBlocks(_ handovers: [HandoverSides], in span: DaySpan) throws -> [DayBlock] {
        try handovers.filter { sides in
            sides.isOneSided
                && sides.facts.contains { span.contains($0.fact.recordedAt, lsn: $0.line.lsn) }
        }.map { sides in
            var block = DayBlock(.handover, sides.number)
            let isGiven = !sides.give.isEmpty
            block.missingSide =
                sides.isCash ? (isGiven ? .count : .cash) : (isGiven ? .take : .give)
            let person = block.missingSide == .take ? sides.taker : sides.giver
            block.label = try person.map { try name(of: $0) }
            return block
        }
    }

    /// What people call a person or station.
    func name(of reference: EntityReference) throws -> String {
        if case .person(let person) = try entity(reference) { return person.name }
        return reference.id
    }

    /// Cash that a person had given by a seal and that was not counted by then: it is still theirs
    /// in the books, and was in their hands no more.
    func givenCash(
        of person: String, before lsn: Int, _ handovers: [HandoverSides]
    ) throws(SQLiteError) -> Int {
        let seal = try first(
            """
            SELECT s.id,l.seq,l.eff_ms FROM ledger l JOIN stream s ON s.no=l.stream WHERE l.lsn=?
            """, lsn, as: { (stream: $0.text(0), sequence: $0.integer(1), time: $0.integer(2)) })
        guard let seal else { return 0 }
        func isBefore(_ side: HandoverSides.Side) -> Bool {
            side.line.stream == seal.stream
                ? side.line.sequence < seal.sequence : side.line.effectiveMilliseconds < seal.time
        }
        var sum = 0
        for sides in handovers
        where sides.isCash && sides.giver == EntityReference(.person, person) {
            guard let give = sides.give.first, isBefore(give),
                case .cashHandover(let cash) = give.fact.payload,
                cash.money.currency == Charge.currencyDefault
            else { continue }
            // The money moves with the second side.
            let isMoved = !sides.take.isEmpty && (sides.facts.last.map(isBefore) ?? false)
            if !isMoved { sum += cash.money.amountFen }
        }
        return sum
    }
}
