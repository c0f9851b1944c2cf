import Central
import CentralStore
import Domain
import HTTPWire
import SyncProtocol

/// A handheld of another make: its chain and its codes are right, and its lines say anything.
struct PoisonClient {
    let device: String
    let key: DeviceKey
    let stream: String
    var lines: [[UInt8]] = []
    var head: Digest
    var counter = 0
    /// Which of the lines are good notes.
    var goodSequences: Set<Int> = []
    /// Notes that are the first of an act of two; the second begins the next frame.
    private(set) var openSequence: Int?
    private var stamp = 0

    init(_ answer: EnrolAnswer, stream: String) {
        device = answer.device
        key = answer.key
        self.stream = stream
        head = Chain.genesis(device: answer.device, stream: stream)
    }

    /// The next request: some lines of which some say nothing.
    mutating func request(_ count: Int, at now: Int, _ dice: inout Dice) -> Request {
        let previous = head
        let from = lines.count + 1
        let isOpen = openSequence == from - 1
        openSequence = nil
        for place in 0..<count {
            var line = dice.below(2) == 0 ? good(at: now) : PoisonClient.bad(&dice)
            if place == 0, isOpen { line = good(at: now, act: 2) }
            if place == count - 1, !isOpen, dice.below(3) == 0 {
                line = good(at: now, act: 1)
                openSequence = from + place
            }
            head = Chain.link(head, line)
            lines.append(line)
        }
        counter += 1
        let hello = HelloRequest(
            app: "other/1", device: device, stream: stream, epoch: "", recorded: lines.count,
            acknowledged: 0, wallMilliseconds: now, bootMilliseconds: now, bootNumber: 1)
        let push = Push(
            stream: stream, from: from, previous: previous, head: head,
            code: key.headCode(
                device: device, stream: stream, sequence: lines.count, head: head),
            lines: lines[(from - 1)...].map { $0[...] })
        let body = ExchangeRequest(hello: hello, pushes: [push], pull: nil).encoded()
        let target = "/pjs/1/exchange"
        let signature = RequestSignature(
            key: key, device: device, counter: counter,
            nonce: Base64URL.text(
                of: (0..<RequestSignature.nonceBytes).map { _ in UInt8(dice.below(256)) }),
            method: "POST", target: target, body: body)
        return Request(
            method: "POST", target: target,
            fields: [
                Field("Content-Type", "application/pjs+ndjson"),
                Field(RequestSignature.fieldName, signature.headerValue),
            ], body: body)
    }

    /// Goes back to what the ledger has.
    mutating func forget(after last: Int, head: Digest?) {
        lines.removeLast(max(0, lines.count - last))
        goodSequences = goodSequences.filter { $0 <= last }
        if let open = openSequence, open > last { openSequence = nil }
        self.head = head ?? Chain.genesis(device: device, stream: stream)
    }

    private mutating func good(at now: Int, act place: Int? = nil) -> [UInt8] {
        stamp += 1
        goodSequences.insert(lines.count + 1)
        let digits = String(stamp, radix: 16)
        var entry = Entry(
            kind: "note", sequence: lines.count + 1, person: "c1", wallMilliseconds: now,
            bootMilliseconds: now, bootNumber: 1, offsetMinutes: 480,
            stamp: String(repeating: "0", count: 12 - digits.utf8.count) + digits + "-0000",
            payload: ["text": "good"])
        entry.act = place.map { Entry.Act(index: $0, count: 2) }
        return entry.encoded()
    }

    private static func bad(_ dice: inout Dice) -> [UInt8] {
        let texts = [
            #"{"@":"end","n":1,"x":"00"}"#, #"{"@":"pull","after":0,"max":65536,"scope":0}"#,
            #"{"@":"push","from":1,"n":0}"#, "{", "[]", "null", #"{"a":1,"a":2}"#,
            #"{"k":"note","kv":1,"s":999999}"#, #"{"n":1e99}"#,
            String(repeating: "[", count: 200), #"{"n":99999999999999999999}"#,
        ]
        if dice.below(3) > 0 { return Array(dice.pick(texts).utf8) }
        // Any bytes but a line feed, which ends a line.
        return (0..<dice.number(in: 1...200)).map { _ in
            let byte = UInt8(dice.below(256))
            return byte == 0x0A ? 0x20 : byte
        }
    }
}

extension World {
    mutating func poisonClient(_ central: Central) throws -> PoisonClient {
        var source = dice.source()
        return PoisonClient(try enrolment("H-X", central), stream: source.uuid7(at: now))
    }

    /// Lines that say nothing are stored like all others and hold nothing up.
    mutating func sendPoison() throws(Violation) {
        guard var client = poison, let central = server.central, let store = server.store,
            !server.isFull
        else { return }
        let before = ledger.have(client.stream)
        client.forget(after: before, head: ledger.head(client.stream, at: before))
        let request = client.request(1 + dice.below(6), at: now, &dice)
        let response = central.respond(
            to: request, origin: .network(address: "X"), at: server.moment(at: now))
        poison = client
        try demand(
            [200, 409, 429].contains(response.status), "I-09",
            "a frame with poison was answered \(response.status)")
        guard response.status == 200 else {
            // Its counter was forgotten with a restore; what it counted on is beyond it.
            if response.status == 409,
                let last = (try? CanonicalObject(decoding: response.body))?["last"]?.integer
            {
                poison?.counter = last
            }
            trace.note("\(now) poison \(response.status)")
            return
        }
        tally.count(.poisonFrame)
        try ledger.read(store)
        try demand(
            ledger.have(client.stream) == client.lines.count, "I-09",
            "\(ledger.have(client.stream)) of \(client.lines.count) lines are stored")
        for line in ledger.lines where line.stream == client.stream && line.sequence > before {
            let isGood = client.goodSequences.contains(line.sequence)
            if !isGood { tally.count(.poison) }
            let said = line.disposition ?? ""
            try demand(
                line.line == client.lines[line.sequence - 1], "I-09",
                "line \(line.sequence) was changed")
            let wanted =
                line.sequence == client.openSequence ? "held:group" : isGood ? "applied" : nil
            try demand(
                wanted.map { $0 == said } ?? (said != "applied"), "I-09",
                "line \(line.sequence) is \(said)")
        }
    }
}
