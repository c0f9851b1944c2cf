import Domain
import Testing

struct FoldStationTests {
    @Test func `a delivery task brings its parcel, address and charges`() throws {
        var world = FoldWorld()
        let opening = world.record(
            .taskOpen(
                Sample.deliveryOpening(collect: [
                    CollectDue(purpose: .collect, amountFen: 1_200),
                    CollectDue(purpose: .cod, amountFen: 9_900),
                ])), by: "m1")
        let task = try #require(world.task("T82"))
        #expect(task.state == .open)
        #expect(task.charges == [1, 2].map { FactCode.collectChargeID(opening.id, $0) })
        #expect(task.charges.compactMap(world.charge).map(\.purpose) == [.collect, .cod])
        #expect(task.charges.compactMap(world.charge).map(\.dueFen) == [1_200, 9_900])
        let parcel = try #require(world.parcel())
        #expect(parcel.stage == .outForDelivery)
        #expect(parcel.custody == .person(FoldWorld.courier))
        #expect(parcel.recipient == Sample.recipient)
        #expect(world.account()?.parcelCount == 1)
        #expect(
            world.entities[EntityReference(.addr, "A9")]
                == .address(Address(id: "A9", details: AddressFields(text: "解放路 2 号"))))
    }

    @Test func `a pickup task tells what the order says and makes no parcel`() {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.pickupOpening()), by: "m1")
        #expect(world.task("T81")?.sender == Sample.sender)
        #expect(world.entities.count == 1)
    }

    @Test func `a task is opened once`() {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.pickupOpening()), by: "m1")
        var other = Sample.pickupOpening()
        other.assignee = "c2"
        let again = world.record(.taskOpen(other), by: "m1")
        #expect(world.remark(of: again) == .already)
        #expect(world.task("T81")?.assignee == FoldWorld.courier)
    }

    @Test func `a task moves and is cancelled until it has ended`() {
        var world = FoldWorld()
        world.record(.taskOpen(Sample.pickupOpening()), by: "m1")
        world.record(.taskAssign(TaskAssignFact(task: "T81", assignee: "c2")), by: "m1")
        #expect(world.task("T81")?.assignee == "c2")
        world.record(.taskCancel(TaskCancelFact(task: "T81", reason: .nothing)), by: "m1")
        #expect(world.task("T81")?.state == .cancelled)
        let late = world.record(
            .taskAssign(TaskAssignFact(task: "T81", assignee: "c3")), by: "m1")
        #expect(world.remark(of: late) == .already)
        world.record(.pickup(Sample.pickup()), on: Sample.pickupTask)
        #expect(world.task("T81")?.state == .overtaken)
        world.record(.taskCancel(TaskCancelFact(task: "T81", reason: .nothing)), by: "m1")
        #expect(world.task("T81")?.state == .overtaken)
    }

    @Test func `settings that are not named keep their value`() {
        var world = FoldWorld()
        world.record(
            .configSet(ConfigSetFact(station: "ST", values: ["a": .integer(1), "b": .flag(true)])))
        world.record(.configSet(ConfigSetFact(station: "ST", values: ["a": .integer(2)])))
        let expected = StationConfig(id: "ST", values: ["a": .integer(2), "b": .flag(true)])
        #expect(world.entities[EntityReference(.config, "ST")] == .config(expected))
        #expect(expected.integer("a") == 2)
        #expect(expected.flag("b") == true)
        #expect(expected.text("a") == nil)
    }

    @Test func `persons, tariffs and number blocks are set whole`() throws {
        var world = FoldWorld()
        var person = PersonSetFact(
            person: "c1", name: "赵强", capabilities: [.pickup, .deliver], state: .active)
        person.pin = "$y$…"
        world.record(.personSet(person), by: "m1")
        let terms = TariffTerms(
            from: 0, currency: "CNY", firstGrams: 1_000, stepGrams: 1_000, divisor: 6_000,
            rounding: .nothing, zones: [])
        world.record(.tariffSet(TariffSetFact(tariff: "ST", terms: terms)), by: "m1")
        let range = NumberRange(device: "d", first: "WB0931", last: "WB0999", check: .none)
        world.record(.numbersGrant(NumbersGrantFact(block: "B1", numbers: range)), by: "m1")
        guard case .person(let row) = world.entities[EntityReference(.person, "c1")] else {
            Issue.record("no person")
            return
        }
        #expect(row.name == "赵强")
        #expect(row.pin == "$y$…")
        #expect(
            world.entities[EntityReference(.tariff, "ST")]
                == .tariff(TariffRow(id: "ST", terms: terms)))
        #expect(
            world.entities[EntityReference(.numbers, "B1")]
                == .numbers(NumberBlock(id: "B1", numbers: range)))
    }
}
