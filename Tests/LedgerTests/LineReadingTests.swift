import Domain
import SyncProtocol
import Testing

@testable import Ledger

/// What one line says before any state is looked at.
@Suite struct LineReadingTests {
    private static let stream = "01990f30-0000-7000-8000-000000000001"
    private static let head = SHA256.hash([1])

    private static func entry(
        _ kind: String = "note", sequence: Int = 5, act: Entry.Act? = nil,
        payload: CanonicalObject = ["text": "x"]
    ) -> Entry {
        var entry = Entry(
            kind: kind, sequence: sequence, person: "c1", wallMilliseconds: 1, bootMilliseconds: 1,
            bootNumber: 1, offsetMinutes: 480, stamp: "01a08a559660-0000", payload: payload)
        entry.act = act
        return entry
    }

    private static func read(_ entry: Entry) -> LineReading {
        LineReading(entry.encoded()[...], stream: stream, sequence: 5, head: head)
    }

    private static func carry(_ payload: CanonicalObject) -> LineReading {
        read(entry("carry", payload: payload))
    }

    @Test func `a line is the entry at its place under its head`() {
        let reading = Self.read(Self.entry())
        #expect(reading.entry == Self.entry() && reading.fact == Self.head)
        #expect(!reading.isCarried && reading.act == nil && !reading.hasFalsePlace)
    }

    @Test func `a line that names another place is refused`() {
        #expect(Self.read(Self.entry(sequence: 6)).entry == nil)
    }

    @Test(arguments: [(1, 3, 5), (3, 3, 3), (5, 5, 1), (5, 16, 1)])
    func `a place in an act names the whole act`(index: Int, count: Int, first: Int) {
        let reading = Self.read(Self.entry(act: Entry.Act(index: index, count: count)))
        #expect(reading.act == ActKey(stream: Self.stream, first: first, count: count))
        #expect(reading.act?.last == first + count - 1)
    }

    @Test func `an act of one is none, and one that began before the stream is false`() {
        #expect(Self.read(Self.entry(act: Entry.Act(index: 1, count: 1))).act == nil)
        let false_ = Self.read(Self.entry(act: Entry.Act(index: 6, count: 6)))
        #expect(false_.act == nil && false_.hasFalsePlace)
    }

    @Test func `a carried line is what it was`() {
        let inner = Self.entry(sequence: 40, act: Entry.Act(index: 2, count: 2))
        let fact = SHA256.hash([2])
        let other = "01990f30-0000-7000-8000-000000000002"
        let payload: CanonicalObject = [
            "h": .text(fact.hex), "line": .text(String(decoding: inner.encoded(), as: UTF8.self)),
            "s": 40, "stream": .text(other),
        ]
        let reading = Self.carry(payload)
        #expect(reading.isCarried && reading.fact == fact && reading.entry == inner)
        #expect(reading.act == ActKey(stream: other, first: 39, count: 2))
        for key in ["h", "line", "s", "stream"] {
            var less = payload
            less[key] = nil
            let refused = Self.carry(less)
            #expect(refused.entry == nil && refused.fact == Self.head && !refused.isCarried)
        }
    }

    @Test func `what was carried may be poison and keeps its fact id`() {
        let fact = SHA256.hash([2])
        let reading = Self.carry([
            "h": .text(fact.hex), "line": "{", "s": 1, "stream": .text(Self.stream),
        ])
        #expect(reading.fact == fact && reading.isCarried)
        guard case .refused(.unparseable) = reading.content else {
            Issue.record("\(reading.content)")
            return
        }
    }

    @Test func `kinds of the station are refused from a handheld and the reverse`() {
        let entry = Self.entry(
            "device.state",
            payload: [
                "dev": "01990f2a-7c10-7a31-8a55-0f3e9b2c4d10", "reason": "x", "state": "active",
            ])
        func reading(_ entry: Entry, isStation: Bool) -> ServerReading {
            ServerReading(
                entry, fact: Self.head, effectiveMilliseconds: 9, isStation: isStation)
        }
        #expect(reading(entry, isStation: false) == .notApplied(.quarantined(.badPayload)))
        guard case .fact = reading(Self.entry(), isStation: true) else {
            Issue.record("the station may record what is done at its counter")
            return
        }
        guard case .fact(let fact) = reading(entry, isStation: true) else {
            Issue.record("the station's own fact was refused")
            return
        }
        #expect(fact.recordedAt == 9, "the server's time stands, not the handheld's")
    }
}
