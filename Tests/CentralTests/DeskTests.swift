import CentralStore
import Domain
import SyncProtocol
import Testing

@testable import Central

/// What the station does at its desk: cash is counted blind, and once.
@Suite struct DeskTests {
    private static let number = "C7K2M93QX"

    private static func give(
        _ fen: Int, _ handheld: inout TestHandheld, _ central: TestCentral
    ) throws {
        try handheld.record(
            .cashHandover(
                CashHandoverFact(
                    number: number, side: .give,
                    money: Money(amountFen: fen, currency: "CNY", method: .cash),
                    taker: Person.manager)), on: EntityReference(.person, TestCentral.courier))
        _ = try handheld.exchange(central)
    }

    private static func take(
        _ fen: Int, _ handheld: inout TestHandheld, _ central: TestCentral
    ) throws {
        try handheld.record(
            .payment(
                PaymentFact(
                    money: Money(amountFen: fen, currency: "CNY", method: .cash), charge: "L0",
                    purpose: .freight, state: .taken)))
        _ = try handheld.exchange(central)
    }

    private static func count(
        _ fen: Int, from giver: String? = nil, _ number: String = number
    ) -> ManagerAction {
        .desk(.countCash(number: number, giver: giver, amountFen: fen, notes: [10_000: 1]))
    }

    @Test func `the counted amount moves, and a difference opens a case`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        try Self.take(27_700, &handheld, central)
        try Self.give(27_700, &handheld, central)
        #expect(try central.reader().cashHandovers().map(\.countedFen) == [nil])
        #expect(try central.perform(Self.count(27_000)) == .deskDone(Self.number))
        let status = try #require(try central.reader().cashHandover(Self.number))
        #expect(status.givenFen == 27_700 && status.countedFen == 27_000)
        #expect(status.differenceFen == -700 && status.caseID == "K-1")
        #expect(try central.reader().cash(of: TestCentral.courier) == 700)
        #expect(try central.reader().cashHandovers().isEmpty)
        #expect(try central.reader().cashHandovers(isWithMatched: true).count == 1)
        let found = try #require(try central.reader().caseDetail("K-1"))
        #expect(found.row.kind == CaseKind.cashVariance.rawValue && found.row.amountFen == 700)
    }

    @Test func `cash is counted before the courier's record comes`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        try Self.take(500, &handheld, central)
        #expect(
            try central.perform(Self.count(500)) == .refused(.giverUnknown(Self.number)))
        #expect(
            try central.perform(Self.count(500, from: "nobody"))
                == .refused(.unknownEntity("nobody")))
        let action = Self.count(500, from: TestCentral.courier)
        #expect(try central.perform(action) == .deskDone(Self.number))
        #expect(try central.reader().cash(of: TestCentral.courier) == 500)
        try Self.give(500, &handheld, central)
        #expect(try central.reader().cash(of: TestCentral.courier) == 0)
        #expect(try central.reader().cases().isEmpty)
    }

    @Test func `what cannot be counted is refused`() throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        try Self.give(500, &handheld, central)
        #expect(
            try central.perform(Self.count(500, from: "c2"))
                == .refused(.giverDiffers(Self.number, TestCentral.courier)))
        #expect(
            try central.perform(Self.count(-1)) == .refused(.badValue(field: "amount")))
        #expect(
            try central.perform(Self.count(Fen.amountMax + 1))
                == .refused(.badValue(field: "amount")))
        #expect(
            try central.perform(Self.count(1, "C 1")) == .refused(.badValue(field: "number")))
        #expect(try central.perform(Self.count(0)) == .deskDone(Self.number))
        #expect(
            try central.perform(Self.count(500)) == .refused(.countedAlready(Self.number)))
    }
}
