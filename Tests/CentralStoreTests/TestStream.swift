import Domain
import SyncProtocol
import WireMapping

/// A handheld's stream, made line by line.
struct TestStream {
    let device: String
    let id: String
    let key: DeviceKey
    private(set) var lines: [[UInt8]] = []
    /// `heads[s]` is H(s).
    private(set) var heads: [Digest]

    init(
        _ number: Int = 1, device: String = TestStation.device,
        key: [UInt8] = [UInt8](repeating: 7, count: DeviceKey.size)
    ) {
        let digits = String(number)
        let zeros = String(repeating: "0", count: 12 - digits.utf8.count)
        self.init(id: "01990f30-0000-7000-8000-\(zeros)\(digits)", device: device, key: key)
    }

    init(id: String, device: String, key: [UInt8]) {
        guard let key = DeviceKey(bytes: key) else { preconditionFailure("a key has 32 bytes") }
        self.id = id
        self.device = device
        self.key = key
        heads = [Chain.genesis(device: device, stream: id)]
    }

    var last: Int { lines.count }

    /// Appends any bytes as a line.
    mutating func append(_ line: [UInt8]) {
        lines.append(line)
        heads.append(Chain.link(heads[heads.count - 1], line))
    }

    mutating func append(_ line: String) { append(Array(line.utf8)) }

    /// Records a fact and answers its id.
    @discardableResult
    mutating func record(
        _ payload: FactPayload, by person: String = TestStation.courier,
        on subject: EntityReference? = nil, answering: Digest? = nil,
        act: Entry.Act? = nil, base: [EntityReference: Int] = [:],
        at moment: Moment = .minute(10, boot: 4)
    ) throws -> Digest {
        var entry = Entry(
            kind: payload.kind.rawValue, sequence: last + 1, person: person,
            wallMilliseconds: moment.wallMilliseconds, bootMilliseconds: moment.bootMilliseconds,
            bootNumber: moment.bootNumber, offsetMinutes: moment.offsetMinutes,
            stamp: "01a08a559660-0000", payload: try FactWriter.payload(of: payload))
        entry.subject = subject?.description
        entry.corrects = answering
        entry.act = act
        entry.base = FactWriter.base(of: base)
        append(entry.encoded())
        return heads[last]
    }

    /// Records a note.
    @discardableResult
    mutating func note(_ text: String, act: Entry.Act? = nil) throws -> Digest {
        try record(.note(NoteFact(text: text)), act: act)
    }

    /// Carries a line of another stream, as after a rotation (PJS 9.7).
    mutating func carry(_ source: TestStream, _ sequence: Int) {
        var payload: CanonicalObject
        let line = source.lines[sequence - 1]
        if let carried = try? Entry(decoding: line), carried.kind == "carry" {
            payload = carried.payload
        } else {
            payload = [
                "h": .text(source.heads[sequence].hex),
                "line": .text(String(decoding: line, as: UTF8.self)), "s": .integer(sequence),
                "stream": .text(source.id),
            ]
        }
        append(
            Entry(
                kind: "carry", sequence: last + 1, person: TestStation.courier,
                wallMilliseconds: 1_789_027_200_000, bootMilliseconds: 3_600_000, bootNumber: 4,
                offsetMinutes: 480, stamp: "01a08a559660-0000", payload: payload
            ).encoded())
    }

    /// The push section of a range, of everything when none is given.
    func push(_ range: ClosedRange<Int>? = nil) -> Push {
        let from = range?.lowerBound ?? 1
        let last = range?.upperBound ?? last
        return Push(
            stream: id, from: from, previous: heads[from - 1], head: heads[last],
            code: key.headCode(device: device, stream: id, sequence: last, head: heads[last]),
            lines: from <= last ? lines[(from - 1)..<last].map { $0[...] } : [])
    }
}

/// Payloads of an ordinary day.
enum Sample {
    static let number = "WB310000000012"

    static func task(_ id: String, parcel: String? = nil) -> TaskOpenFact {
        var task = TaskOpenFact(
            task: id, kind: parcel == nil ? .pickup : .delivery, assignee: TestStation.courier)
        task.parcels = parcel.map { [$0] } ?? []
        return task
    }

    static func pickup(_ parcel: String = number) -> PickupFact {
        PickupFact(
            parcel: parcel, source: .order,
            sender: Party(name: "李娜", phone: "13800000001", address: "中山路 1 号"),
            recipient: Party(name: "王伟", phone: "13800000002", address: "解放路 2 号"),
            goods: Goods(itemName: "书", itemNature: "书籍", quantity: 1),
            weight: ParcelWeight(actualGrams: 900, volumetricGrams: 500, chargeableGrams: 900),
            packedBy: .sender, isNoticeGiven: true)
    }

    static func deliver(_ parcel: String = number) -> DeliverFact {
        DeliverFact(parcel: parcel, proofType: .recipient, condition: .intact, evidence: [])
    }

    static func payment(
        _ fen: Int, to charge: String, method: PaymentMethod = .cash,
        state: PaymentState = .taken
    ) -> PaymentFact {
        PaymentFact(
            money: Money(amountFen: fen, currency: "CNY", method: method), charge: charge,
            purpose: .freight, state: state)
    }

    static func quote(_ totalFen: Int) -> QuoteFact {
        QuoteFact(
            totalFen: totalFen, currency: "CNY",
            lines: [ChargeLine(code: .nothing, amountFen: totalFen)], actualGrams: 900,
            volumetricGrams: 500, chargeableGrams: 900, divisor: 6_000, payType: .prepaid,
            isAccepted: true)
    }
}
