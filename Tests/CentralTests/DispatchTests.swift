import CentralStore
import Domain
import SyncProtocol
import Testing

@testable import Central

/// Acts of dispatch and decisions of cases: refused at once when they cannot be, and else facts.
@Suite struct DispatchTests {
    private static let parcel = "EX1000001"

    private static func central() throws -> TestCentral {
        let central = try TestCentral()
        let order = ImportedOrder(
            line: 2, kind: .delivery, orderNumber: "D1", courier: "c1", parcel: parcel,
            recipient: ImportedOrder.Party(name: "王", phone: "13957102286", address: "文一路"),
            weightGrams: 1_200, codFen: 5_000)
        _ = try central.perform(.importOrders([order]))
        return central
    }

    private static func refuse(
        _ central: TestCentral, _ order: DispatchOrder, seen: Int? = nil, _ refusal: ManagerRefusal,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try central.reader().ledger(max: 10_000).count
        let outcome = try central.perform(.dispatch(order, seen: seen))
        #expect(outcome == .refused(refusal), sourceLocation: sourceLocation)
        #expect(
            try central.reader().ledger(max: 10_000).count == before,
            sourceLocation: sourceLocation)
    }

    private static func task(_ central: TestCentral) throws -> CourierTask? {
        guard case .task(let task) = try central.store.entity(EntityReference(.task, "TD1")) else {
            return nil
        }
        return task
    }

    private static func deliver(
        _ central: TestCentral, _ handheld: inout TestHandheld, cod: Int? = nil
    ) throws {
        if let cod {
            var payment = PaymentFact(
                money: Money(amountFen: cod, currency: "CNY", method: .cash),
                charge: try #require(central.store.charges(ofParcel: parcel).first?.id),
                purpose: .cod, state: .taken)
            payment.parcel = parcel
            try handheld.record(.payment(payment), on: EntityReference(.task, "TD1"))
        }
        var deliver = DeliverFact(
            parcel: parcel, proofType: .recipient, condition: .intact, evidence: [])
        deliver.signer = handheld.device
        try handheld.record(.deliver(deliver), on: EntityReference(.task, "TD1"))
        _ = try handheld.exchange(central)
    }

    @Test func `a task goes to another person, by the order's number too`() throws {
        let central = try Self.central()
        #expect(
            try central.perform(.dispatch(.assign(task: "D1", to: "c2"), seen: nil))
                == .dispatched("TD1"))
        #expect(try Self.task(central)?.assignee == "c2")
        try Self.refuse(
            central, .assign(task: "TD1", to: "c2"), .assignedAlready("TD1", "c2"))
        try Self.refuse(central, .assign(task: "TD1", to: "c9"), .unknownEntity("c9"))
        try Self.refuse(central, .assign(task: "D9", to: "c1"), .unknownEntity("D9"))
    }

    @Test func `an act that was decided on an older version is refused`() throws {
        let central = try Self.central()
        let row = try #require(try central.store.row(EntityReference(.task, "TD1")))
        _ = try central.perform(.dispatch(.assign(task: "TD1", to: "c2"), seen: row.version))
        let now = try #require(try central.store.row(EntityReference(.task, "TD1"))).version
        #expect(now > row.version)
        try Self.refuse(
            central, .assign(task: "TD1", to: "c1"), seen: row.version,
            .stale("TD1", version: now))
        #expect(
            try central.perform(.dispatch(.assign(task: "TD1", to: "c1"), seen: now))
                == .dispatched("TD1"))
    }

    @Test func `what has ended is not changed`() throws {
        let central = try Self.central()
        var handheld = try central.enrol("H-01")
        try Self.deliver(central, &handheld, cod: 5_000)
        try Self.refuse(central, .assign(task: "TD1", to: "c2"), .ended("TD1", "done"))
        try Self.refuse(
            central, .cancel(task: "TD1", reason: "CUSTOMER", note: nil), .ended("TD1", "done"))
        try Self.refuse(
            central, .readdress(task: "TD1", .init(text: "新")), .ended("TD1", "done"))
        try Self.refuse(
            central,
            .intercept(parcel: Self.parcel, order: .hold, reason: "CUSTOMER", isProhibited: false),
            .ended(Self.parcel, "DELIVERED"))
    }

    @Test func `a stopped parcel goes to nobody until it is released`() throws {
        let central = try Self.central()
        try Self.refuse(
            central, .release(parcel: Self.parcel, reason: "CUSTOMER"), .notStopped(Self.parcel))
        let stop = DispatchOrder.intercept(
            parcel: Self.parcel, order: .return, reason: "CUSTOMER", isProhibited: false)
        #expect(try central.perform(.dispatch(stop, seen: nil)) == .dispatched(Self.parcel))
        try Self.refuse(central, .assign(task: "TD1", to: "c2"), .blocked(Self.parcel))
        try Self.refuse(
            central, .readdress(task: "TD1", .init(text: "新")), .blocked(Self.parcel))
        _ = try central.perform(
            .dispatch(.release(parcel: Self.parcel, reason: "CUSTOMER"), seen: nil))
        #expect(
            try central.perform(.dispatch(.assign(task: "TD1", to: "c2"), seen: nil))
                == .dispatched("TD1"))
    }

    @Test func `a new address keeps what was not said`() throws {
        let central = try Self.central()
        var change = DispatchOrder.AddressChange(text: "益乐路39号")
        change.phone = "13700000000"
        _ = try central.perform(.dispatch(.readdress(task: "D1", change), seen: nil))
        let id = try #require(try Self.task(central)?.address)
        guard case .address(let row) = try central.store.entity(EntityReference(.addr, id)) else {
            Issue.record("the task has no address")
            return
        }
        #expect(row.details.text == "益乐路39号" && row.details.phone == "13700000000")
        #expect(row.details.name == "王")
    }

    @Test func `wrong values are named`() throws {
        let central = try Self.central()
        try Self.refuse(
            central, .cancel(task: "TD1", reason: "not a code", note: nil),
            .badValue(field: "reason"))
        try Self.refuse(
            central,
            .price(parcel: Self.parcel, purpose: .cod, dueFen: -1, from: nil, reason: "CUSTOMER"),
            .badValue(field: "due"))
        try Self.refuse(
            central,
            .price(
                parcel: Self.parcel, purpose: .storage, dueFen: 1, from: nil, reason: "CUSTOMER"),
            .withoutCharge(Self.parcel, "STORAGE"))
        try Self.refuse(
            central,
            .cancel(task: "TD1", reason: "CUSTOMER", note: String(repeating: "长", count: 201)),
            .badValue(field: "note"))
    }

    @Test func `a waived difference is booked, and a case is decided once`() throws {
        let central = try Self.central()
        var handheld = try central.enrol("H-01")
        try Self.deliver(central, &handheld, cod: 5_000)
        _ = try central.perform(
            .dispatch(
                .price(parcel: Self.parcel, purpose: .cod, dueFen: 6_000, from: 1, reason: "TYPO"),
                seen: nil))
        let open = try central.reader().cases()
        #expect(open.map(\.row.kind) == ["collect_or_waive"])
        let id = try #require(open.first?.row.id)
        let decide = { (option: String, version: Int?) in
            try central.perform(
                .resolveCase(id: id, option: option, version: version, note: nil))
        }
        #expect(
            try decide("NO", nil)
                == .refused(.notAnOption(id: id, options: ["COLLECT", "WAIVE"])))
        let version = try #require(open.first?.version)
        #expect(
            try decide("WAIVE", version + 1) == .refused(.stale(id, version: version)))
        #expect(try decide("WAIVE", version) == .caseResolved(id: id, option: "WAIVE"))
        #expect(
            try decide("WAIVE", nil) == .refused(.caseClosed(id: id, resolution: "WAIVE")))
        let charge = try #require(try central.store.charges(ofParcel: Self.parcel).first)
        #expect(charge.waivedFen == 1_000 && charge.balanceFen == 0 && charge.state == .waived)
        #expect(
            try central.perform(
                .resolveCase(id: "K-9", option: "WAIVE", version: nil, note: nil))
                == .refused(.unknownCase(id: "K-9")))
    }

    @Test func `two deliveries are a case for both handhelds, and a decision says whose counts`()
        throws
    {
        let central = try Self.central()
        var first = try central.enrol("H-01")
        var second = try central.enrol("H-02")
        second.stream = "01990f30-0000-7000-8000-000000000002"
        try Self.deliver(central, &first)
        try Self.deliver(central, &second)
        let found = try central.reader().cases()
        #expect(found.map(\.row.kind) == ["double_delivery"])
        #expect(found.first?.row.facts.count == 2)
        let id = try #require(found.first?.row.id)
        _ = try central.perform(
            .resolveCase(id: id, option: "SECOND_TRUE", version: nil, note: "电话核实"))
        let closed = try central.reader().cases(isWithResolved: true)
        #expect(closed.first?.row.resolution == "SECOND_TRUE")
        #expect(closed.first?.row.note == "电话核实")
        #expect(try central.reader().cases().isEmpty)
    }
}
