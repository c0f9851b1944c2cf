import Domain
import SyncProtocol

@testable import CentralStore

/// A station's days drawn from a seed: two handhelds, their couriers and a manager, with sections
/// cut anywhere, acts parted, streams carried, bad lines, suspensions and late tasks.
///
/// What a new kind of fact or a new rule brings belongs in here: every test that compares a history
/// with something uses it.
struct RandomHistory {
    private let station: TestStation
    private var random: RandomSource
    private var streams: [TestStream]
    private var pushed: [Int]
    private var minute = 60
    private var parcelCount = 0
    private var payments: [[(Digest, String, Int)]] = [[], []]

    init(_ station: TestStation, seed: UInt64) throws {
        self.station = station
        random = .seeded(SeededGenerator(seed: seed))
        try station.enrol(TestStation.otherDevice)
        streams = [TestStream(1), TestStream(2, device: TestStation.otherDevice)]
        pushed = [0, 0]
    }

    /// Does so many things, one after the other, and sends everything in the end.
    mutating func run(steps: Int) throws {
        for _ in 0..<steps {
            minute += draw(3)
            switch draw(13) {
            case 0: try openTask()
            case 1: try suspendOrActivate()
            case 2, 3, 4: try push(draw(2), countMax: draw(6))
            case 5: streams[draw(2)].append(random.bytes(1 + draw(30)).map { $0 | 0x80 })
            case 6: try carry()
            case 7: try readAgain()
            default: try recordAct(draw(2))
            }
        }
        for device in [TestStation.device, TestStation.otherDevice] {
            try set(device, .active)
        }
        for index in 0..<2 { try push(index, countMax: Int.max) }
    }

    private mutating func draw(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

    private var now: Moment { .minute(minute) }

    private func person(_ index: Int) -> String { index == 0 ? TestStation.courier : "c2" }

    // MARK: The station

    private mutating func openTask() throws {
        // Some of these parcels were spoken of before the task came.
        let parcel = "WB3100000\(90_000 + draw(6))"
        parcelCount += 1
        try station.store.record(
            [StationFact(.taskOpen(Sample.task("T\(parcelCount)", parcel: parcel)))],
            by: "manager", at: now)
    }

    /// An operator reads quarantined facts again, for which it may or may not be time.
    private mutating func readAgain() throws {
        let lines = try StationReader(path: station.path).exceptions(max: 1_000)
            .filter { $0.line.disposition.hasPrefix("quarantined") }.map(\.line.number)
        guard !lines.isEmpty else { return }
        _ = try station.store.readAgain(
            Array(lines.suffix(1 + draw(3))), why: "fixed", isTrial: draw(2) == 0, by: "manager",
            at: now)
    }

    private mutating func suspendOrActivate() throws {
        let states: [Domain.DeviceState] = [.active, .suspended, .revoked, .active]
        let state = states[draw(4)]
        try set(draw(2) == 0 ? TestStation.device : TestStation.otherDevice, state)
    }

    private func set(_ device: String, _ state: Domain.DeviceState) throws {
        try station.store.record(
            [
                StationFact(
                    .deviceState(DeviceStateFact(device: device, state: state, reason: "")))
            ], by: "manager", at: now)
    }

    // MARK: Handhelds

    private mutating func push(_ index: Int, countMax: Int) throws {
        let from = pushed[index] + 1
        let last = min(
            streams[index].last, countMax == Int.max ? Int.max : pushed[index] + countMax)
        guard from <= last else { return }
        let state =
            try station.store.handheld(streams[index].device, keyNumber: 1, at: 0)?.record.state
        try station.push(streams[index], from...last, state: state ?? .active, at: now)
        pushed[index] = last
    }

    /// Begins another stream and carries the end of the old one into it, sent or not.
    private mutating func carry() throws {
        let index = draw(2)
        let old = streams[index]
        guard old.last > 2 else { return }
        try push(index, countMax: draw(3))
        var new = TestStream(
            id: "01990f40-0000-7000-8000-00000000\(1_000 + parcelCount)", device: old.device,
            key: [UInt8](repeating: 7, count: DeviceKey.size))
        parcelCount += 1
        for sequence in max(1, pushed[index] - 1)...old.last
        where String(validating: old.lines[sequence - 1], as: UTF8.self) != nil {
            new.carry(old, sequence)
        }
        streams[index] = new
        pushed[index] = 0
    }

    private mutating func recordAct(_ index: Int) throws {
        let person = person(index)
        switch draw(7) {
        case 0, 1: try pickup(index, person)
        case 2:
            let parcel = "WB3100000\(90_000 + draw(6))"
            try streams[index].record(
                .deliver(Sample.deliver(parcel)), by: person,
                on: EntityReference(.parcel, parcel))
        case 3:
            guard let (fact, charge, fen) = payments[index].popLast() else { return }
            try streams[index].record(
                .paymentVoid(
                    PaymentVoidFact(
                        money: Money(amountFen: fen, currency: "CNY", method: .cash),
                        charge: charge, reason: .nothing)), by: person, answering: fact)
        case 4:
            try streams[index].record(
                .payment(
                    Sample.payment(
                        draw(4) == 0 ? Fold.amountMax - draw(3) : 100 + draw(100),
                        to: "L00000000\(draw(5))")), by: person)
        case 5:
            try streams[index].record(
                .problem(ProblemFact(subject: .unreadable("label \(draw(9))"), reason: .noLabel)),
                by: person)
        default: try streams[index].note("n\(draw(100))")
        }
    }

    private mutating func pickup(_ index: Int, _ person: String) throws {
        parcelCount += 1
        let parcel = "WB3100000\(10_000 + parcelCount)"
        let fen = 500 + draw(2_000)
        let place = { (place: Int) in Entry.Act(index: place, count: 3) }
        let quote = try streams[index].record(
            .quote(Sample.quote(fen)), by: person, act: place(1))
        let charge = Code32.madeID(of: quote)
        let paid = try streams[index].record(
            .payment(Sample.payment(fen, to: charge)), by: person, act: place(2))
        payments[index].append((paid, charge, fen))
        var pickup = Sample.pickup(parcel)
        pickup.quote = quote.hex
        try streams[index].record(.pickup(pickup), by: person, act: place(3))
    }
}
