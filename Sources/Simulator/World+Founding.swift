import Central
import Domain
import HTTPWire
import Handheld
import Journal
import SyncProtocol

/// How a world begins: a station, its people, its handhelds.
extension World {
    mutating func found() throws(Violation) {
        Disk.setTime(now)
        openServer()
        guard let central = server.central else { throw Violation("stuck", "no server at first") }
        do {
            try initialise(central)
            for number in 1...plan.deviceCount { try enrol(number, central) }
            poison = try poisonClient(central)
        } catch {
            throw Violation("stuck", "the station cannot be made: \(error)")
        }
        if let store = server.store { try ledger.read(store) }
        try backUp()
    }

    private mutating func initialise(_ central: Central) throws {
        let moment = server.moment(at: now)
        _ = try central.perform(
            .initialise(StationSetup(station: ServerNode.station, name: "杭州文三路站")), at: moment)
        couriers = (1...plan.courierCount).map { "c\($0)" }
        for courier in couriers {
            let person = PersonSetup(
                person: courier, name: "张伟", capabilities: ["pickup", "deliver", "cash"],
                pinVerifier: "x")
            _ = try central.perform(.setPerson(person), at: moment)
        }
    }

    private mutating func enrol(_ number: Int, _ central: Central) throws {
        let answer = try enrolment("H-\(number)", central)
        let disk = Disk(number)
        var node = DeviceNode(
            device: EnrolledDevice(
                id: answer.device, key: answer.key, station: answer.station,
                label: answer.label),
            disk: disk, person: couriers[(number - 1) % couriers.count],
            bootTime: now - dice.below(100_000), bootNumber: 1 + dice.below(1 << 30))
        var source = dice.source()
        _ = try Journal.create(
            node.path, device: answer.device, stream: source.uuid7(at: now), at: now,
            vfs: Disk.vfs)
        if plan.strength(.clock) > 0, dice.below(3) == 0 { node.skew = wildSkew() }
        devices.append(node)
    }

    /// Makes a slot and takes it.
    mutating func enrolment(_ label: String, _ central: Central) throws -> EnrolAnswer {
        let moment = server.moment(at: now)
        guard
            case .deviceSlot(_, let code, _) = try central.perform(
                .addDevice(label: label), at: moment)
        else { throw Violation("stuck", "no slot for \(label)") }
        let request = Request(
            method: "POST", target: "/pjs/1/enrol",
            fields: [Field("Content-Type", "application/json")],
            body: EnrolRequest(code: code, model: "sim", app: Handheld.app).encoded())
        let response = central.respond(
            to: request, origin: .network(address: label), at: moment)
        return try EnrolAnswer(decoding: response.body)
    }
}
