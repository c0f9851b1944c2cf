import Domain
import HandheldUI
import Journal
import Testing

@testable import Handheld

/// A courier hands cash to the station, and hears what was counted (CD-02).
@Suite struct CashTests {
    private var fixture: HandheldFixture

    init() throws {
        fixture = try HandheldFixture()
        var account = Account(id: "c1", cashFen: ["CNY": 27_700])
        account.parts.codFen = 25_900
        account.parts.collectFen = 1_800
        try fixture.receive(StationRows.all + [.account(account)])
    }

    private mutating func give(
        _ fen: Int, differs: String? = nil, draft: String = "d1"
    ) throws -> ActResult {
        try fixture.handheld.give(
            CashGiveInput(amountFen: fen, notes: [10_000: 2], difference: differs), draft: draft,
            at: fixture.now)
    }

    private func fact(_ receipt: Receipt) throws -> CashHandoverFact {
        guard case .cashHandover(let fact) = receipt.main.payload else {
            Issue.record("\(receipt.main)")
            throw TestFailure()
        }
        return fact
    }

    private struct TestFailure: Error {}

    @Test mutating func `all the cash is given with what it was taken for`() throws {
        let receipt = try give(27_700, differs: "whatever").receipt
        let fact = try fact(receipt)
        #expect(fact.side == .give && fact.taker == Person.manager)
        #expect(fact.number.hasPrefix("C") && fact.number.utf8.count == 9)
        #expect(fact.parts.codFen == 25_900 && fact.parts.collectFen == 1_800)
        // What is the same needs no reason.
        #expect(fact.difference == nil && fact.notes == [10_000: 2])
        #expect(receipt.main.subject == EntityReference(.person, "c1"))
        #expect(try give(27_700).receipt.isRepeated)
    }

    @Test mutating func `another amount than the books say needs a reason`() throws {
        guard case .refused(.cashDiffers(20_000, 27_700)) = try give(20_000) else {
            Issue.record("a difference was taken in silence")
            return
        }
        let fact = try fact(try give(20_000, differs: "找零留下").receipt)
        #expect(fact.difference == "找零留下" && fact.parts == CashParts())
    }

    @Test mutating func `what was given is in hand no more, the rest is given next`() throws {
        let first = try fact(try give(20_000, differs: "先交一部分").receipt)
        #expect(try fixture.handheld.expectedCash() == 7_700)
        #expect(try fixture.handheld.cashStandings().map(\.countedFen) == [nil])
        guard case .refused(.cashDiffers(1, 7_700)) = try give(1, draft: "d2") else {
            Issue.record("the books did not follow")
            return
        }
        // The station counts ten yuan less: they stay the courier's.
        var row = Handover(
            id: first.number, content: .cash, giver: EntityReference(.person, "c1"),
            taker: EntityReference(.person, Person.manager))
        (row.given, row.taken, row.currency) = (20_000, 19_000, "CNY")
        try fixture.receive([.handover(row), .account(Account(id: "c1", cashFen: ["CNY": 8_700]))])
        #expect(try fixture.handheld.cashStandings().map(\.countedFen) == [19_000])
        #expect(try fixture.handheld.expectedCash() == 8_700)
    }

    @Test mutating func `nobody without the capability gives cash`() throws {
        try fixture.receive([
            .person(Person(id: "c1", name: "王磊", capabilities: [.deliver], state: .active))
        ])
        guard case .refused(.withoutCapability(.cash)) = try give(27_700) else {
            Issue.record("it was recorded")
            return
        }
    }
}
