package import Domain
package import HandheldUI
package import Journal
import SyncProtocol

/// Cash that the person logged in gave to the station.
package struct CashStanding: Equatable, Sendable {
    package let number: String
    /// When it was given, ms UTC.
    package let at: Int
    package let givenFen: Int
    /// Nil until the station has counted it.
    package let countedFen: Int?
}

/// Cash goes to the station: the courier says what is given, and the station counts it without
/// having seen that (PJS 4.5).
extension Handheld {
    /// Records that the person logged in gives cash to the station. It stays theirs in the books
    /// until it is counted.
    package mutating func give(
        _ input: CashGiveInput, draft: String, at now: Moment
    ) throws(JournalError) -> ActResult {
        let known = try result(of: draft) { $0.kind == .cashHandover }
        if let known { return known }
        let person: Person
        switch try actor(.cash) {
        case .success(let found): person = found
        case .failure(let refusal): return .refused(refusal)
        }
        let held = try cashInHand(of: person.id)
        guard input.amountFen == held || input.difference != nil else {
            return .refused(.cashDiffers(givenFen: input.amountFen, heldFen: held))
        }
        var fact = CashHandoverFact(
            number: handoverNumber(.cash), side: .give,
            money: Money(
                amountFen: input.amountFen, currency: Charge.currencyDefault, method: .cash),
            taker: Person.manager)
        fact.notes = input.notes
        fact.difference = input.amountFen == held ? nil : input.difference
        fact.parts = try parts(of: input.amountFen, heldBy: person.id)
        let said = FactDraft(
            .cashHandover(fact), subject: EntityReference(.person, person.id))
        return .recorded(try record([{ _ in said }], by: person.id, at: now, draft: draft))
    }

    /// What a person should have in hand by the facts known here, in fen: what was given and not
    /// counted is theirs in the books, and in their hands no more.
    mutating func cashInHand(of person: String) throws(JournalError) -> Int {
        var cash = 0
        if case .account(let account) = try entity(EntityReference(.account, person)) {
            cash = account.cashFen[Charge.currencyDefault] ?? 0
        }
        for row in try cashRows(of: person) where row.taken == nil {
            cash -= row.given ?? 0
        }
        return cash
    }

    /// Cash that the person logged in gave, the newest last.
    package mutating func cashStandings() throws(JournalError) -> [CashStanding] {
        guard let person = persons.first else { return [] }
        var rows: [String: Handover] = [:]
        for row in try cashRows(of: person) { rows[row.id] = row }
        var standings: [CashStanding] = []
        try journal.forEachFact { standing in
            guard case .cashHandover(let cash) = standing.fact.payload, cash.side == .give,
                standing.fact.person == person
            else { return }
            standings.append(
                CashStanding(
                    number: cash.number, at: standing.fact.recordedAt,
                    givenFen: cash.money.amountFen, countedFen: rows[cash.number]?.taken))
        }
        return standings
    }

    /// A number for both sides of a handover, short enough to be read aloud.
    mutating func handoverNumber(_ content: HandoverContent) -> String {
        let code = Code32.text(of: random.bytes(Handheld.handoverCodeBytes), length: 8)
        return (content == .cash ? "C" : "H") + code
    }

    private static let handoverCodeBytes = 5

    private mutating func cashRows(of person: String) throws(JournalError) -> [Handover] {
        let giver = EntityReference(.person, person)
        return try entities(of: .handover).compactMap { entity in
            guard case .handover(let row) = entity, row.content == .cash, row.giver == giver
            else { return nil }
            return row
        }
    }

    /// What the cash was taken for, where all of it is given; else the books say it.
    private mutating func parts(
        of amountFen: Int, heldBy person: String
    ) throws(JournalError) -> CashParts {
        guard case .account(let account) = try entity(EntityReference(.account, person)) else {
            return CashParts()
        }
        let parts = account.parts
        let sum = Fen.sum([parts.freightFen, parts.collectFen, parts.codFen])
        return sum == amountFen ? parts : CashParts()
    }
}
