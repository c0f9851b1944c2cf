package import Domain
import Ledger
import SQLite
import SyncProtocol

/// A payment that waits or waited for a word of the station.
package struct PaymentStatus: Equatable, Sendable {
    /// The fact's id, 64 hex digits.
    package var fact: String
    /// The fact's reference, `XXXX-XXXX`.
    package var reference: String
    package var atMilliseconds: Int
    package var person: String
    package var name: String?
    package var payment: PaymentFact
    package var standing: PaymentStanding
}

extension StationReader {
    /// Electronic payments that wait for a word of the station, the oldest first; those that are
    /// settled too if they are asked for.
    package func payments(isWithSettled: Bool = false) throws -> [PaymentStatus] {
        try connection.snapshot { db in
            try db.electronicPayments().filter { isWithSettled || $0.standing == .waiting }
        }
    }
}

extension Connection {
    /// Every payment that was pending when it was recorded.
    fileprivate func electronicPayments() throws -> [PaymentStatus] {
        let stationStreams = try existingStation().streams
        let facts = try rows(
            """
            SELECT f.fact FROM fact f
            WHERE f.kind='payment' AND EXISTS(SELECT 1 FROM posting p
                WHERE p.lsn=f.lsn AND substr(p.account,1,8)='pending:')
            ORDER BY f.lsn
            """, as: { digest($0, 0).hex })
        return try facts.compactMap { id in
            guard let answered = try answeredFact(id, stationStreams: stationStreams),
                let (payment, standing) = answered.payment
            else { return nil }
            var name: String?
            let reference = EntityReference(.person, answered.fact.person)
            if case .person(let person) = try entity(reference) { name = person.name }
            return PaymentStatus(
                fact: id, reference: answered.fact.reference,
                atMilliseconds: answered.fact.recordedAt, person: answered.fact.person,
                name: name, payment: payment, standing: standing)
        }
    }

    /// How many payments wait for a word of the station.
    func waitingPaymentCount() throws(SQLiteError) -> Int {
        try first(
            """
            SELECT COUNT(*) FROM (SELECT account FROM posting
                WHERE substr(account,1,8)='pending:' GROUP BY account HAVING SUM(amount)<>0)
            """, as: { $0.integer(0) }) ?? 0
    }
}
