import Domain
import SQLite
import SyncProtocol
import Testing

@testable import CentralStore

/// Any byte string with a valid chain is stored, and the good fact after it applies.
@Suite struct PoisonTests {
    private static func entry(_ kind: String, _ payload: String) -> String {
        #"{"h":"01a08a559660-0000","k":"\#(kind)","kv":1,"m":3660000,"o":4,"p":\#(payload)"#
            + #","s":1,"u":"c10482","w":1789027200000,"z":480}"#
    }

    /// A bad line, and what becomes of it.
    struct Poison: Sendable, CustomTestStringConvertible {
        let what: String
        let line: [UInt8]
        let disposition: String

        init(_ what: String, _ line: [UInt8], _ disposition: String) {
            self.what = what
            self.line = line
            self.disposition = disposition
        }

        var testDescription: String { what }
    }

    static let poisons: [Poison] = [
        Poison("bytes that are no text", [0xFF, 0xFE, 0x00, 0x80], "quarantined:unparseable"),
        Poison("a space", [0x20], "quarantined:unparseable"),
        Poison("a NUL", [0x00], "quarantined:unparseable"),
        Poison("a carriage return", [0x0D], "quarantined:unparseable"),
        Poison(
            "deep nesting", Array(String(repeating: "[", count: 60_000).utf8),
            "quarantined:unparseable"),
        Poison(
            "deep objects", Array((String(repeating: #"{"a":"#, count: 5_000)).utf8),
            "quarantined:unparseable"
        ),
        Poison(
            "an end line", Array(#"{"@":"end","n":1,"x":"00"}"#.utf8), "quarantined:bad_payload"),
        Poison(
            "a push section", Array(#"{"@":"push","from":1,"n":2000}"#.utf8),
            "quarantined:bad_payload"
        ),
        Poison("a list", Array("[1,2]".utf8), "quarantined:unparseable"),
        Poison(
            "a huge number", Array(#"{"s":99999999999999999999}"#.utf8), "quarantined:unparseable"),
        Poison("a fraction", Array(#"{"s":1.5}"#.utf8), "quarantined:unparseable"),
        Poison("a doubled key", Array(#"{"s":1,"s":2}"#.utf8), "quarantined:unparseable"),
        Poison("null", Array(#"{"s":null}"#.utf8), "quarantined:unparseable"),
        Poison(
            "white space", Array(entry("note", #"{"text": "x"}"#).utf8),
            "quarantined:not_canonical"
        ),
        Poison(
            "keys out of order", Array(#"{"s":1,"a":2}"#.utf8), "quarantined:not_canonical"
        ),
        Poison("an empty object", Array("{}".utf8), "quarantined:bad_payload"),
        Poison(
            "another sequence",
            Array(entry("note", #"{"text":"x"}"#).replacing(#""s":1"#, with: #""s":2"#).utf8),
            "quarantined:bad_payload"
        ),
        Poison(
            "a wrong type", Array(entry("note", #"{"text":5}"#).utf8), "quarantined:bad_payload"),
        Poison("a missing field", Array(entry("pickup", "{}").utf8), "quarantined:bad_payload"),
        Poison("an unknown kind", Array(entry("tea.break", "{}").utf8), "held:schema"),
        Poison(
            "a kind of the station",
            Array(
                entry(
                    "device.state",
                    #"{"dev":"01990f2a-7c10-7a31-8a55-0f3e9b2c4d10","reason":"x","state":"active"}"#
                ).utf8), "quarantined:bad_payload"
        ),
        Poison(
            "the greatest payment",
            Array(
                entry(
                    "payment",
                    #"{"amount":9007199254740991,"charge":"L0","cur":"CNY","for":"FREIGHT","#
                        + #""method":"CASH","state":"taken"}"#
                ).utf8), "held:unknown_subject"
        ),
        Poison(
            "a carry of nothing", Array(entry("carry", "{}").utf8), "quarantined:bad_payload"
        ),
    ]

    @Test(arguments: poisons)
    func `poison is stored and the next good fact applies`(poison: Poison) throws {
        let station = try TestStation()
        var stream = TestStream()
        stream.append(poison.line)
        try stream.record(.pickup(Sample.pickup()))
        let outcome = try station.push(stream)
        guard case .ok(let stored) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(stored.new == 2)
        #expect(try station.disposition(stream, 1) == poison.disposition)
        #expect(try station.disposition(stream, 2) == "applied")
        #expect(try station.parcel(Sample.number)?.custody == .person(TestStation.courier))
        #expect(try station.count("SELECT COUNT(*) FROM fact WHERE disp='quarantined'") <= 1)
    }

    @Test func `random bytes are stored in any number`() throws {
        let station = try TestStation()
        var random = RandomSource.seeded(SeededGenerator(seed: 20_261_125))
        var stream = TestStream()
        for _ in 0..<300 {
            let length = Int(random.next() % 200) + 1
            stream.append(random.bytes(length).map { $0 == 0x0A ? 0x0B : $0 })
        }
        try stream.record(.pickup(Sample.pickup()))
        guard case .ok(let stored) = try station.push(stream) else {
            Issue.record("the section was refused")
            return
        }
        #expect(stored.new == 301 && stored.out.count == 300)
        #expect(stored.out.allSatisfy { $0.disposition == "quarantined" })
        #expect(try station.disposition(stream, 301) == "applied")
        try station.audit()
    }

    @Test func `a sum past the range of the wire quarantines its fact alone`() throws {
        let station = try TestStation()
        var stream = TestStream()
        for _ in 0..<3 {
            try stream.record(.payment(Sample.payment(Fold.amountMax, to: "L0")))
        }
        try stream.note("after")
        guard case .ok(let stored) = try station.push(stream) else {
            Issue.record("the section was refused")
            return
        }
        #expect(
            stored.out.map { "\($0.sequence) \($0.disposition):\($0.why)" } == [
                "1 held:unknown_subject", "2 quarantined:projector_error",
                "3 quarantined:projector_error",
            ])
        #expect(try station.disposition(stream, 4) == "applied")
        let cash = try station.look { db in
            try db.first(
                "SELECT SUM(amount) FROM posting WHERE account=?", "cash:\(TestStation.courier)",
                as: { $0.integer(0) })
        }
        #expect(cash == Fold.amountMax)
    }

    /// Good lines of every sort with one value put wrong: of another type, huge, deep, or cut.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `a good line with one value put wrong harms nobody but itself`(seed: UInt64) throws {
        var random = RandomSource.seeded(SeededGenerator(seed: seed))
        let station = try TestStation()
        var good = TestStream(1)
        let quote = try good.record(.quote(Sample.quote(500)))
        try good.record(.payment(Sample.payment(500, to: Code32.madeID(of: quote))))
        var pickup = Sample.pickup()
        pickup.quote = quote.hex
        try good.record(.pickup(pickup))
        try good.record(.deliver(Sample.deliver()))
        try good.note("fine")
        var stream = TestStream(2)
        for _ in 0..<60 {
            let line = good.lines[Int(random.next() % UInt64(good.last))]
            stream.append(Self.spoiled(line, &random))
        }
        let number = "WB310000000090"
        try stream.record(.pickup(Sample.pickup(number)))
        guard case .ok(let stored) = try station.push(stream) else {
            Issue.record("the section was refused")
            return
        }
        #expect(stored.new == 61)
        #expect(try station.disposition(stream, 61) == "applied")
        #expect(try station.parcel(number)?.custody == .person(TestStation.courier))
        #expect(try station.count("SELECT COUNT(*) FROM fact WHERE disp='quarantined'") >= 40)
        try station.audit()
    }

    private static let wrongValues = [
        "9007199254740993", "-9007199254740993", "99999999999999999999999999", "1e308", "1.5",
        "\"\"", "[]", "{}", "true", "[[[[[[[[[1]]]]]]]]]", #"{"a":{"a":{"a":{"a":{"a":{}}}}}}"#,
        "[1,2,3]", "\"\\ud800\"", "null", "9007199254740991", "\"\u{202E}\"", "-0", "01",
    ]

    /// Replaces what follows a random colon, up to the next comma or brace.
    private static func spoiled(_ line: [UInt8], _ random: inout RandomSource) -> [UInt8] {
        let colons = line.indices.filter { line[$0] == UInt8(ascii: ":") }
        let colon = colons[Int(random.next() % UInt64(colons.count))]
        if random.next() % 8 == 0 { return Array(line[...colon]) }
        let ends = [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")]
        let end = line[(colon + 1)...].firstIndex { ends.contains($0) } ?? line.endIndex
        let value = wrongValues[Int(random.next() % UInt64(wrongValues.count))]
        return line[...colon] + Array(value.utf8) + line[end...]
    }
}
