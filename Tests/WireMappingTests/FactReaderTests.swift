import Domain
import SyncProtocol
import Testing

@testable import WireMapping

struct FactReaderTests {
    private static let id = Digest.zero

    private static func entry(_ kind: String, _ payload: CanonicalObject) -> Entry {
        var entry = Entry(
            kind: kind, sequence: 1, person: "c10482", wallMilliseconds: 1_789_027_440_000,
            bootMilliseconds: 1, bootNumber: 1, offsetMinutes: 480, stamp: "01a0a0b1c2d3-0000",
            payload: payload)
        entry.corrects = Digest.zero
        entry.subject = FactKind(rawValue: kind)?.subjectTypes?.first.map { "\($0):X1" }
        return entry
    }

    private static func read(_ kind: FactKind, _ payload: CanonicalObject) -> FactReading {
        FactReader.fact(from: entry(kind.rawValue, payload), id: id)
    }

    /// A problem has exactly one of these.
    private let subjectKeys: Set<String> = ["parcel", "unknown"]

    /// A payload with every optional field, so that every field can be spoiled.
    private static func full(_ kind: FactKind) throws -> CanonicalObject {
        var random = RandomValues(seed: 7)
        random.fillPercent = 100
        return try FactWriter.payload(of: random.payload(kind))
    }

    @Test(arguments: FactKind.allCases)
    func `every payload comes back as it went`(kind: FactKind) throws {
        for seed in 0..<60 {
            var random = RandomValues(seed: UInt64(seed))
            let payload = random.payload(kind)
            let object = try FactWriter.payload(of: payload)
            let decoded = try CanonicalObject(decoding: object.encoded())
            guard case .fact(let fact) = Self.read(kind, decoded) else {
                Issue.record("seed \(seed): \(Self.read(kind, decoded))")
                continue
            }
            #expect(fact.payload == payload, "seed \(seed)")
        }
    }

    @Test(arguments: FactKind.allCases)
    func `exactly the required fields are required`(kind: FactKind) throws {
        let full = try Self.full(kind)
        let required = PayloadTables.required[kind] ?? []
        for (key, _) in full.members where !(kind == .problem && subjectKeys.contains(key)) {
            var payload = full
            payload[key] = nil
            let reading = Self.read(kind, payload)
            if required.contains(key) {
                #expect(reading == .badPayload(field: key), "\(key)")
            } else if case .fact = reading {
                continue
            } else {
                Issue.record("\(key) is optional: \(reading)")
            }
        }
        #expect(required.isSubset(of: full.members.map(\.key)))
    }

    @Test(arguments: FactKind.allCases)
    func `a field of another type is named`(kind: FactKind) throws {
        let full = try Self.full(kind)
        for (key, value) in full.members {
            var payload = full
            payload[key] = value.object == nil ? [:] : .list([])
            #expect(Self.read(kind, payload) == .badPayload(field: key))
        }
    }

    @Test(arguments: FactKind.allCases)
    func `an unknown code of a closed list is named`(kind: FactKind) throws {
        let full = try Self.full(kind)
        for key in PayloadTables.closed[kind] ?? [] {
            var payload = full
            payload[key] = "UNKNOWN_HERE"
            #expect(Self.read(kind, payload) == .unknownCode(field: key))
        }
    }

    @Test(arguments: FactKind.allCases)
    func `a text may be as long as its limit and no longer`(kind: FactKind) throws {
        let full = try Self.full(kind)
        for (key, max) in PayloadTables.textMax[kind] ?? [:] {
            var payload = full
            payload[key] = .text(String(repeating: "快", count: max))
            if case .badPayload = Self.read(kind, payload) { Issue.record("\(key) at \(max)") }
            payload[key] = .text(String(repeating: "快", count: max + 1))
            #expect(Self.read(kind, payload) == .badPayload(field: key))
        }
    }

    @Test(arguments: FactKind.allCases)
    func `a key of a later version is ignored`(kind: FactKind) throws {
        var payload = try Self.full(kind)
        payload["from_a_later_version"] = ["x": [1, 2]]
        guard case .fact = Self.read(kind, payload) else {
            Issue.record("\(Self.read(kind, payload))")
            return
        }
    }

    @Test func `a problem names the parcel or what can be read of it`() {
        #expect(Self.read(.problem, ["reason": "LOST"]) == .badPayload(field: "parcel"))
        for subject in subjectKeys {
            let reading = Self.read(.problem, ["reason": "LOST", subject: "WB0931"])
            if case .fact = reading { continue }
            Issue.record("\(subject): \(reading)")
        }
    }

    @Test func `a problem inside a block is named with its path`() throws {
        var payload = try Self.full(.pickup)
        var sender = try #require(payload["sender"]?.object)
        sender["phone"] = 7
        payload["sender"] = .object(sender)
        #expect(Self.read(.pickup, payload) == .badPayload(field: "sender.phone"))
        payload = try Self.full(.check)
        payload["hits"] = [["battery", "DANGEROUS", "REPORT"], ["battery"]]
        #expect(Self.read(.check, payload) == .badPayload(field: "hits.1.1"))
    }

    @Test func `an unknown kind or version is no fact yet`() throws {
        #expect(FactReader.fact(from: Self.entry("stock.count", [:]), id: Self.id) == .unknownKind)
        var entry = Self.entry("note", ["text": "x"])
        entry.kindVersion = 2
        #expect(FactReader.fact(from: entry, id: Self.id) == .unknownKind)
    }

    @Test(arguments: FactKind.allCases.filter(\.namesAnotherFact))
    func `a kind that answers a fact must name it`(kind: FactKind) throws {
        var entry = Self.entry(kind.rawValue, try Self.full(kind))
        entry.corrects = nil
        #expect(FactReader.fact(from: entry, id: Self.id) == .badPayload(field: "r"))
    }

    @Test(arguments: FactKind.allCases.filter { $0.subjectTypes != nil })
    func `a kind that is about its subject has one of the right type`(kind: FactKind) throws {
        var entry = Self.entry(kind.rawValue, try Self.full(kind))
        for subject in [nil, "charge:L1"] {
            entry.subject = subject
            #expect(FactReader.fact(from: entry, id: Self.id) == .badPayload(field: "e"))
        }
    }

    @Test func `what contradicts itself is named`() throws {
        var handover = try Self.full(.handover)
        handover["parts"] = [2, 2]
        if case .badPayload = Self.read(.handover, handover) { Issue.record("the last part") }
        handover["parts"] = [3, 2]
        #expect(Self.read(.handover, handover) == .badPayload(field: "parts"))
        handover = try Self.full(.handover)
        handover["other"] = "task:T81"
        #expect(Self.read(.handover, handover) == .badPayload(field: "other"))

        var cash = try Self.full(.cashHandover)
        cash["method"] = "WECHAT"
        #expect(Self.read(.cashHandover, cash) == .badPayload(field: "method"))
        cash = try Self.full(.cashHandover)
        cash["notes"] = ["10000": 3, "050": 1]
        #expect(Self.read(.cashHandover, cash) == .badPayload(field: "notes.050"))

        #expect(Self.read(.problemStep, ["step": "CLOSED"]) == .badPayload(field: "outcome"))
        #expect(Self.read(.scan, ["parcel": "WB0931"]) == .badPayload(field: "event"))
        #expect(
            Self.read(.scan, ["parcel": "WB0931", "event": "DELIVERED"])
                == .unknownCode(field: "event"), "a signature is no scan")

        var decision: CanonicalObject = ["case": "C1", "v": 1, "option": "LOSS"]
        decision["postings"] = [["variance:c1", 300], ["cash:c1", -300]]
        if case .badPayload = Self.read(.caseResolve, decision) { Issue.record("300 − 300 = 0") }
        decision["postings"] = [["variance:c1", 300], ["cash:c1", -299]]
        #expect(Self.read(.caseResolve, decision) == .badPayload(field: "postings"))
        decision["postings"] = [["purse:c1", 300], ["cash:c1", -300]]
        #expect(Self.read(.caseResolve, decision) == .badPayload(field: "postings.0.0"))
    }

    @Test func `lists of a handover are as long as their limit and no longer`() throws {
        var payload = try Self.full(.handover)
        let parcels = (0...400).map { CanonicalValue.text("WB\(100_000 + $0)") }
        for key in ["parcels", "missing", "extra"] {
            payload[key] = .list(Array(parcels.prefix(400)))
            if case .badPayload = Self.read(.handover, payload) { Issue.record("\(key) at 400") }
            payload[key] = .list(parcels)
            #expect(Self.read(.handover, payload) == .badPayload(field: key))
            payload[key] = []
        }
    }

    @Test func `the envelope becomes the fact's own fields`() throws {
        var entry = Self.entry("note", ["text": "x"])
        entry.subject = "task:T81"
        entry.base = ["task:T81": 7, "later:X": 1]
        entry.draft = "D1"
        let reading = FactReader.fact(from: entry, id: Self.id, recordedAt: 5)
        let expected = Fact(
            id: String(repeating: "0", count: 64), person: "c10482", recordedAt: 5,
            subject: EntityReference(.task, "T81"), base: [EntityReference(.task, "T81"): 7],
            corrects: String(repeating: "0", count: 64), draft: "D1",
            payload: .note(NoteFact(text: "x")))
        #expect(reading == .fact(expected))
        entry.subject = "later:X"
        #expect(FactReader.fact(from: entry, id: Self.id) == .unknownCode(field: "e"))
    }

    @Test func `lines of a quote add up to its total`() throws {
        var payload = try Self.full(.quote)
        payload["lines"] = [["FREIGHT", 1_200], ["INSURANCE", 100]]
        payload["total_fen"] = 1_300
        if case .badPayload = Self.read(.quote, payload) { Issue.record("1200 + 100 = 1300") }
        payload["total_fen"] = 1_301
        #expect(Self.read(.quote, payload) == .badPayload(field: "lines"))
    }

    @Test(arguments: PaymentMethod.allCases)
    func `only card and wallet payments may wait`(method: PaymentMethod) throws {
        var payload = try Self.full(.payment)
        payload["method"] = .text(method.rawValue)
        payload["state"] = "pending"
        let reading = Self.read(.payment, payload)
        switch method {
        case .unionpayCard, .wechat, .alipay, .eCny, .bankTransfer:
            #expect(reading != .badPayload(field: "state"))
        case .cash, .monthlyAccount, .collect:
            #expect(reading == .badPayload(field: "state"))
        }
    }
}
