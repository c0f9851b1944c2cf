import Domain
import Ledger
import SQLite

/// Cash that a courier gives to the station, as far as both sides are known.
package struct CashHandoverStatus: Equatable, Sendable {
    package var number: String
    package var giver: String
    package var name: String?
    /// When the courier says it was given, ms UTC; nil until that has come.
    package var givenMilliseconds: Int?
    package var countedMilliseconds: Int?
    /// What the courier says; nobody is shown it before the cash is counted.
    package var givenFen: Int?
    package var countedFen: Int?
    /// Why it is not what the courier's books say.
    package var reason: String?
    /// The open case about it.
    package var caseID: String?

    /// What was counted less what was given; nil until both are there.
    package var differenceFen: Int? {
        guard let givenFen, let countedFen else { return nil }
        return countedFen - givenFen
    }
}

extension StationReader {
    /// Cash handovers by number: those of which a side is missing, or all.
    package func cashHandovers(isWithMatched: Bool = false) throws -> [CashHandoverStatus] {
        try connection.snapshot { db in
            try db.handoverSides().filter { $0.isCash && (isWithMatched || $0.isOneSided) }
                .compactMap { try db.cashStatus($0) }
        }
    }

    /// What a person holds by the books, in fen.
    package func cash(of person: String) throws -> Int {
        try connection.snapshot { db in
            guard case .account(let account) = try db.entity(EntityReference(.account, person))
            else { return 0 }
            return account.cashFen[Charge.currencyDefault] ?? 0
        }
    }

    /// One cash handover; nil while neither side is known.
    package func cashHandover(_ number: String) throws -> CashHandoverStatus? {
        try connection.snapshot { db in
            try db.handoverSides(number).flatMap { $0.isCash ? try db.cashStatus($0) : nil }
        }
    }
}

extension Connection {
    /// The cash handovers of a day: those that have a fact of it.
    func cashStatuses(of day: CalendarDay, _ days: BusinessDays) throws -> [CashHandoverStatus] {
        try handoverSides(of: day, days).filter(\.isCash).compactMap { try cashStatus($0) }
    }

    fileprivate func cashStatus(_ sides: HandoverSides) throws -> CashHandoverStatus? {
        guard let giver = sides.giver else { return nil }
        var status = CashHandoverStatus(number: sides.number, giver: giver.id)
        if case .person(let person) = try entity(giver) { status.name = person.name }
        if let give = sides.give.first, case .cashHandover(let cash) = give.fact.payload {
            status.givenMilliseconds = give.fact.recordedAt
            status.givenFen = cash.money.amountFen
            status.reason = cash.difference
        }
        if let take = sides.take.first, case .cashHandover(let cash) = take.fact.payload {
            status.countedMilliseconds = take.fact.recordedAt
            status.countedFen = cash.money.amountFen
        }
        status.caseID = try disputes(ofScope: "handover:\(sides.number)")
            .first { $0.isOpen }.map { CaseRow.id($0.number) }
        return status
    }
}
