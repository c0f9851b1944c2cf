import CentralStore
import Domain
import HTTPWire
import SyncProtocol
import Testing

@testable import Central

/// What the manager orders becomes facts, or is refused and changes nothing.
@Suite struct ManagerTests {
    private static func lines(_ central: TestCentral) throws -> Int {
        try central.reader().ledger(max: 10_000).count
    }

    /// Expects a refusal that writes nothing.
    private static func refuse(
        _ central: TestCentral, _ action: ManagerAction, _ refusal: ManagerRefusal,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try lines(central)
        let outcome = try central.perform(action)
        #expect(outcome == .refused(refusal), sourceLocation: sourceLocation)
        #expect(try lines(central) == before, sourceLocation: sourceLocation)
    }

    private static func delivery(_ number: Int, courier: String = "c1") -> ImportedOrder {
        ImportedOrder(
            line: number + 1, kind: .delivery, orderNumber: "D\(number)", courier: courier,
            parcel: "EX\(1_000_000 + number)",
            recipient: ImportedOrder.Party(name: "王", phone: "13957102286", address: "文一路"),
            weightGrams: 1_200, codFen: 5_000)
    }

    @Test func `nothing is done before there is a station, and there is one only`() throws {
        let central = try TestCentral(hasStation: false)
        #expect(try central.perform(.addDevice(label: "H-01")) == .refused(.noStation))
        #expect(
            try central.perform(.initialise(StationSetup(station: "s", name: "站")))
                == .refused(.badValue(field: "station")))
        let setup = StationSetup(station: "ST1", name: "站")
        guard case .initialised("ST1", let epoch) = try central.perform(.initialise(setup)) else {
            Issue.record("no station was made")
            return
        }
        #expect(epoch.hasPrefix("e-") && epoch.utf8.count == 14)
        #expect(try central.perform(.initialise(setup)) == .refused(.stationExists(station: "ST1")))
    }

    static let setups: [(setup: StationSetup, field: String)] = [
        (StationSetup(station: "", name: "站"), "station"),
        (StationSetup(station: String(repeating: "S", count: 21), name: "站"), "station"),
        (StationSetup(station: "S-1", name: "站"), "station"),
        (StationSetup(station: "S1", name: ""), "name"),
        (StationSetup(station: "S1", name: String(repeating: "站", count: 41)), "name"),
        (StationSetup(station: "S1", name: "a\nb"), "name"),
        (StationSetup(station: "S1", name: "站", hotline: "\u{7F}"), "hotline"),
    ]

    @Test(arguments: setups.indices)
    func `a station's wrong value is named`(index: Int) throws {
        let (setup, field) = Self.setups[index]
        let central = try TestCentral(hasStation: false)
        #expect(try central.perform(.initialise(setup)) == .refused(.badValue(field: field)))
        #expect(try central.store.station() == nil)
    }

    @Test func `a station's values at their limits are taken`() throws {
        let central = try TestCentral(hasStation: false)
        let setup = StationSetup(
            station: String(repeating: "S", count: 20), name: String(repeating: "站", count: 40))
        guard case .initialised = try central.perform(.initialise(setup)) else {
            Issue.record("the setup was refused")
            return
        }
    }

    @Test func `a person is added, changed, or refused by field`() throws {
        let central = try TestCentral()
        func set(_ change: (inout PersonSetup) -> Void) -> ManagerAction {
            var setup = PersonSetup(person: "c9", name: "王", capabilities: ["cash"])
            change(&setup)
            return .setPerson(setup)
        }
        #expect(try central.perform(set { _ in }) == .personSet(person: "c9", isNew: true))
        #expect(
            try central.perform(set { $0.isActive = false })
                == .personSet(person: "c9", isNew: false))
        let person = try #require(try central.reader().people().first { $0.person == "c9" })
        #expect(!person.isActive)
        try Self.refuse(central, set { $0.person = "c 9" }, .badValue(field: "person"))
        try Self.refuse(central, set { $0.name = "" }, .badValue(field: "name"))
        try Self.refuse(central, set { $0.capabilities = [] }, .badValue(field: "capabilities"))
        try Self.refuse(
            central, set { $0.capabilities = ["cash", "fly"] }, .badValue(field: "capabilities"))
        try Self.refuse(
            central, set { $0.pinVerifier = String(repeating: "y", count: 201) },
            .badValue(field: "pin"))
    }

    @Test func `a label names one handheld that works`() throws {
        let central = try TestCentral()
        for label in ["", "H 1", String(repeating: "H", count: 21)] {
            try Self.refuse(central, .addDevice(label: label), .badValue(field: "label"))
        }
        _ = try central.enrol(String(repeating: "H", count: 20))
        var handheld = try central.enrol("H-01")
        _ = try handheld.exchange(central)
        try Self.refuse(central, .addDevice(label: "H-01"), .labelTaken(label: "H-01"))
        #expect(
            try central.perform(.setDevice(label: "H-01", state: .revoked, reason: "lost"))
                == .deviceSet(label: "H-01", state: .revoked, isChanged: true))
        #expect(
            try central.perform(.setDevice(label: "H-01", state: .revoked, reason: "lost"))
                == .deviceSet(label: "H-01", state: .revoked, isChanged: false))
        _ = try central.enrol("H-01")
        try Self.refuse(
            central, .setDevice(label: "H-09", state: .active, reason: ""),
            .unknownDevice(label: "H-09"))
        try Self.refuse(
            central,
            .setDevice(label: "H-01", state: .revoked, reason: String(repeating: "x", count: 201)),
            .badValue(field: "reason"))
    }

    @Test func `a lost answer to an enrolment leaves the label free, and its key useless`() throws {
        let central = try TestCentral()
        var lost = try central.enrol("H-01")
        var second = try central.enrol("H-01")
        #expect(try second.exchange(central).hello.state == .active)
        #expect(try lost.exchange(central).hello.state == .revoked)
    }

    // MARK: Orders

    @Test func `orders become tasks with their parcels, weights and amounts`() throws {
        let central = try TestCentral()
        #expect(
            try central.perform(.importOrders([Self.delivery(1), Self.delivery(2)]))
                == .ordersImported(count: 2))
        #expect(try central.reader().orders().map(\.task) == ["TD1", "TD2"])
        guard
            case .parcel(let parcel) = try central.store.entity(
                EntityReference(.parcel, "EX1000001"))
        else {
            Issue.record("there is no parcel")
            return
        }
        #expect(parcel.weight?.actualGrams == 1_200 && parcel.services?.codAmountFen == 5_000)
    }

    @Test func `one bad order stops the whole import, and every fault is told`() throws {
        let central = try TestCentral()
        _ = try central.perform(.importOrders([Self.delivery(1)]))
        var incomplete = Self.delivery(5)
        incomplete.recipient = nil
        var long = Self.delivery(6)
        long.note = String(repeating: "长", count: 201)
        var again = Self.delivery(7)
        again.parcel = "EX1000001"
        let orders = [
            Self.delivery(2), Self.delivery(1), Self.delivery(3, courier: "nobody"), incomplete,
            long, again, Self.delivery(2),
        ]
        try Self.refuse(
            central, .importOrders(orders),
            .orders([
                OrderProblem(line: 2, field: "order", reason: .orderTaken),
                OrderProblem(line: 2, field: "waybill", reason: .parcelTaken),
                OrderProblem(line: 4, field: "courier", reason: .unknownCourier),
                OrderProblem(line: 6, field: "recipient_name", reason: .missingField),
                OrderProblem(line: 7, field: "note", reason: .badField),
                OrderProblem(line: 8, field: "waybill", reason: .parcelTaken),
                OrderProblem(line: 3, field: "order", reason: .orderTaken),
                OrderProblem(line: 3, field: "waybill", reason: .parcelTaken),
            ]))
        #expect(try central.reader().orders().map(\.task) == ["TD1"])
    }

    @Test func `orders for goods that may not be sent are refused, by the station's own tables`()
        throws
    {
        let central = try TestCentral()
        func order(_ number: Int, _ kind: ImportedOrder.Kind, _ goods: String) -> ImportedOrder {
            var order = Self.delivery(number)
            order.kind = kind
            order.goods = ImportedOrder.Goods(name: goods, nature: "物品", quantity: 1)
            order.sender = order.recipient
            order.parcel = kind == .pickup ? nil : order.parcel
            return order
        }
        let problem = OrderProblem(line: 2, field: "item", reason: .prohibitedGoods)
        try Self.refuse(
            central, .importOrders([order(1, .pickup, "烟花爆竹")]), .orders([problem]))
        // What is on its way already, and goods that somebody may allow.
        let others = [
            order(1, .delivery, "烟花爆竹"), order(2, .pickup, "充电宝"), order(3, .pickup, "图书"),
        ]
        #expect(try central.perform(.importOrders(others)) == .ordersImported(count: 3))
        let own =
            "rule_id,title_zh,title_en,valid_from,valid_until,destinations,origin_province,"
            + "categories,keywords,decision,extra_steps,issued_by\n"
            + "R1,暂停,Paused,2020-01-01,,,,R_DOC,图书,PROHIBITED,,省局\n"
        guard
            case .packPublished = try central.perform(
                .pack(.publish(name: "dated_rules", content: own)))
        else {
            Issue.record("the table was refused")
            return
        }
        try Self.refuse(
            central, .importOrders([order(4, .pickup, "图书")]),
            .orders([OrderProblem(line: 5, field: "item", reason: .prohibitedGoods)]))
    }

    @Test func `a closed person gets no orders`() throws {
        let central = try TestCentral()
        _ = try central.perform(
            .setPerson(
                PersonSetup(person: "c2", name: "王", capabilities: ["cash"], isActive: false)))
        try Self.refuse(
            central, .importOrders([Self.delivery(1, courier: "c2")]),
            .orders([OrderProblem(line: 2, field: "courier", reason: .unknownCourier)]))
    }

    // MARK: Payments

    @Test(arguments: [true, false])
    func `a pending payment is settled once`(isConfirmed: Bool) throws {
        let central = try TestCentral()
        var handheld = try central.enrol("H-01")
        let money = Money(amountFen: 900, currency: "CNY", method: .wechat)
        let pending = try handheld.record(
            .payment(
                PaymentFact(money: money, charge: "L0", purpose: .freight, state: .pending)))
        let taken = try handheld.record(
            .payment(PaymentFact(money: money, charge: "L0", purpose: .freight, state: .taken)))
        _ = try handheld.exchange(central)
        func settle(_ fact: String, _ reference: String? = nil) -> ManagerAction {
            .settlePayment(fact: fact, isConfirmed: isConfirmed, externalReference: reference)
        }
        try Self.refuse(central, settle("x"), .unknownFact(fact: "x"))
        let nobody = String(repeating: "0", count: 64)
        let waiting = try central.reader().payments()
        #expect(waiting.map(\.fact) == [pending.hex])
        #expect(waiting.first?.payment.money == money)
        #expect(try central.reader().status(now: 0).waitingPayments == 1)
        try Self.refuse(central, settle(nobody), .unknownFact(fact: nobody))
        try Self.refuse(central, settle(taken.hex), .notPending(fact: taken.hex))
        try Self.refuse(
            central, settle(pending.hex, String(repeating: "9", count: 1_000)),
            .badValue(field: "ext_ref"))
        #expect(
            try central.perform(settle(pending.hex, "W1")) == .paymentSettled(fact: pending.hex))
        try Self.refuse(central, settle(pending.hex), .notPending(fact: pending.hex))
        #expect(try central.reader().payments().isEmpty)
        #expect(try central.reader().status(now: 0).waitingPayments == 0)
        let settled = try central.reader().payments(isWithSettled: true)
        #expect(settled.map(\.standing) == [isConfirmed ? .counted : .ended])
    }

    // MARK: The local socket

    @Test func `an action over the socket does the same`() throws {
        let central = try TestCentral()
        func post(_ body: [UInt8], _ origin: RequestOrigin) -> Response {
            central.respond(
                Request(
                    method: "POST", target: "/local/1/action",
                    fields: [Field("Content-Type", "application/json")], body: body),
                from: origin)
        }
        let action = ManagerAction.addDevice(label: "H-01").encoded.encoded()
        #expect(post(action, .network(address: "127.0.0.1")).status == 404)
        #expect(try central.reader().status(now: 0).devices.isEmpty)
        let response = post(action, .local)
        #expect(response.status == 200)
        guard
            case .deviceSlot("H-01", _, _) = ManagerOutcome(
                try CanonicalObject(decoding: response.body))
        else {
            Issue.record("no slot was opened")
            return
        }
        #expect(post(Array("{}".utf8), .local).status == 400)
        #expect(post([], .local).status == 400)
    }
}
