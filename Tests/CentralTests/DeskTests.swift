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

    @Test func `parcels that come back are the station's, once`() throws {
        let central = try TestCentral()
        for (line, parcel) in ["EX1000001", "EX1000002"].enumerated() {
            let order = ImportedOrder(
                line: line, kind: .delivery, orderNumber: "D\(line)", courier: "c1",
                parcel: parcel,
                recipient: ImportedOrder.Party(name: "王", phone: "13957102286", address: "文一路"))
            _ = try central.perform(.importOrders([order]))
        }
        func take(
            _ parcels: [String], number: String = "H1", from giver: String? = "c1"
        ) -> ManagerAction {
            .desk(.takeParcels(number: number, giver: giver, parcels: parcels))
        }
        #expect(
            try central.perform(take(["EX1000001"], from: nil)) == .refused(.giverUnknown("H1")))
        #expect(
            try central.perform(take(["EX1000009"])) == .refused(.unknownEntity("EX1000009")))
        #expect(try central.perform(take(["EX1000001"])) == .deskDone("H1"))
        #expect(
            try central.perform(take(["EX1000001"])) == .refused(.countedAlready("H1")))
        guard
            case .parcel(let parcel) = try central.store.entity(
                EntityReference(.parcel, "EX1000001"))
        else {
            Issue.record("the parcel is gone")
            return
        }
        #expect(parcel.custody == .station(TestCentral.station))
        let status = try #require(try central.reader().handovers().first)
        #expect(status.missing == .give && status.taken == ["EX1000001"] && status.given == nil)
    }

    @Test func `a task waits for its parcel until the parcel comes, whoever names the task`()
        throws
    {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        let order = ImportedOrder(
            line: 1, kind: .delivery, orderNumber: "D1", courier: "c1", parcel: "EX1000001",
            recipient: ImportedOrder.Party(name: "王", phone: "13957102286", address: "文一路"))
        _ = try central.perform(.importOrders([order]))
        _ = try central.perform(.dispatch(.assign(task: "TD1", to: "c2"), seen: nil))
        let waiting = try central.reader().waitingTasks()
        #expect(waiting.map(\.task) == ["TD1"] && waiting.map(\.person) == ["c2"])
        #expect(waiting.map(\.parcel) == ["EX1000001"] && waiting.map(\.holder) == ["c1"])
        var fact = HandoverFact(
            number: "H1", side: .give, taker: EntityReference(.person, "c2"), reason: .transfer,
            parcels: ["EX1000001"], count: 1)
        fact.hasPIN = true
        try handheld.record(.handover(fact), on: EntityReference(.person, "c1"))
        _ = try handheld.exchange(central)
        #expect(try central.reader().waitingTasks().isEmpty)
        guard
            case .task(let task) = try central.store.entity(EntityReference(.task, "TD1"))
        else {
            Issue.record("the task is gone")
            return
        }
        #expect(task.state == .open && task.assignee == "c2")
    }
}
