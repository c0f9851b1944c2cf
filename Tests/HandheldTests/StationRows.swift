import Domain

/// Rows of a small station, as the server sends them.
enum StationRows {
    static let courier: Entity = {
        var person = Person(
            id: "c1", name: "王磊", capabilities: [.pickup, .deliver, .cash], state: .active)
        person.pin = "verifier"
        return .person(person)
    }()
    static let numbers = Entity.numbers(
        NumberBlock(
            id: "N1",
            numbers: NumberRange(
                device: "019a0000-0000-7000-8000-00000000000d", first: "EX000000000001",
                last: "EX000000000003", check: .mod1110)))

    static func pickupTask(_ id: String = "T1", of person: String = "c1") -> Entity {
        var task = CourierTask(id: id, kind: .pickup, state: .open, assignee: person)
        task.sender = Party(name: "陈静", phone: "13805710231", address: "杭州市西湖区文三路259号")
        task.recipient = Party(name: "赵敏", phone: "13916820457", address: "上海市徐汇区漕溪北路88号")
        task.goods = Goods(itemName: "羊毛围巾", itemNature: "纺织品", quantity: 1)
        return .task(task)
    }

    static let deliveryTask: Entity = {
        var task = CourierTask(id: "T2", kind: .delivery, state: .open, assignee: "c1")
        task.parcels = ["EX0100000001013"]
        task.charges = ["C1", "C2"]
        task.stopOrder = 1
        return .task(task)
    }()
    static let parcel: Entity = {
        var parcel = Parcel(
            id: "EX0100000001013", stage: .outForDelivery, custody: .person("c1"))
        parcel.recipient = Party(name: "张秀英", phone: "13957102286", address: "杭州市文一路122号")
        return .parcel(parcel)
    }()
    static let charges: [Entity] = [
        charge("C1", .collect, 1_800), charge("C2", .cod, 5_000), charge("C3", .freight, 900),
    ]

    static func charge(_ id: String, _ purpose: ChargePurpose, _ fen: Int) -> Entity {
        var charge = Charge(
            id: id, purpose: purpose, dueFen: fen, currency: "CNY", paidFen: 0, balanceFen: fen,
            state: .open)
        charge.parcel = "EX0100000001013"
        return .charge(charge)
    }

    static let all: [Entity] =
        [courier, numbers, pickupTask(), deliveryTask, parcel] + charges
}
