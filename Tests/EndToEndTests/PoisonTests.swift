import SyncProtocol
import Testing

/// Lines that no program wrote, pushed with a valid chain to a real server.
@Suite struct PoisonTests {
    private static func entry(_ kind: String, _ payload: String, sequence: Int) -> [UInt8] {
        Array(
            (#"{"h":"01a08a559660-0000","k":"\#(kind)","kv":1,"m":3660000,"o":4,"p":\#(payload)"#
                + #","s":\#(sequence),"u":"c10482","w":1789027200000,"z":480}"#).utf8)
    }

    private static func poison(_ sequence: Int, _ numbers: inout SeededNumbers) -> [UInt8] {
        switch Int.random(in: 0...7, using: &numbers) {
        case 0:
            let length = Int.random(in: 1...400, using: &numbers)
            return (0..<length).map { _ in
                let byte = UInt8.random(in: 0...255, using: &numbers)
                return byte == 0x0A ? 0x0B : byte
            }
        case 1: return Array(String(repeating: "[", count: 60_000).utf8)
        case 2: return Array(String(repeating: #"{"a":"#, count: 10_000).utf8)
        case 3: return entry("note", #"{"text":99999999999999999999}"#, sequence: sequence)
        case 4: return entry("payment", #"{"amount":"5"}"#, sequence: sequence)
        case 5: return entry("pickup", #"{"parcel":[[[[[[[1]]]]]]]}"#, sequence: sequence)
        case 6: return entry("note", #"{"text":1e999}"#, sequence: sequence)
        default: return [UInt8](repeating: 0, count: 65_536)
        }
    }

    @Test func `everything is stored and quarantined, and the good facts between apply`() throws {
        var numbers = Rounds.numbers("poison")
        let station = try TestStation()
        let handheld = try HandmadeHandheld(code: station.slot("HH-01"), port: station.port)
        var good: [Int] = []
        for round in 0..<6 {
            let from = handheld.lines.count + 1
            for _ in 0..<Int.random(in: 1...8, using: &numbers) {
                handheld.record(Self.poison(handheld.lines.count + 1, &numbers))
            }
            handheld.note(["good \(round)"])
            good.append(handheld.lines.count)
            let push = handheld.push(from, handheld.lines.count)
            let answer = try handheld.send(handheld.exchange([push]))
            #expect(answer.hello.have == handheld.lines.count)
        }
        let lines = try station.must(["ledger", "list", "--limit", "1000"])["lines"].list
        let own = lines.filter { $0["stream"].text == handheld.stream }
        #expect(own.count == handheld.lines.count)
        for line in own {
            let sequence = try #require(line["sequence"].integer)
            let disposition = line["disposition"].text ?? ""
            #expect(
                good.contains(sequence)
                    ? disposition == "applied" : disposition.hasPrefix("quarantined:"))
        }
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)

        let bad = try station.must(["ledger", "exceptions", "--limit", "1000"])["lines"].list
        #expect(bad.count == own.count - good.count)
        let number = String(try #require(bad[0]["number"].integer))
        #expect(bad[0]["label"].text == "HH-01")
        let shown = try station.must(["ledger", "show", number])
        #expect(shown["disposition"].text == bad[0]["disposition"].text)
        let again = ["ledger", "reread", number, "--reason", "fixed"]
        let trial = try station.must(again + ["--dry-run"])["lines"][0]
        #expect(trial["before"] == trial["after"])
        #expect(try station.run(again).json["error"]["code"].text == "E-NOTHING-CHANGES")
        try station.must(["ledger", "annotate", number, "--note", "seen"])
        try station.must(["ledger", "close", number, "--reason", "no fact"])
        #expect(
            try station.must(["ledger", "exceptions", "--limit", "1000"])["lines"].list.count
                == bad.count - 1)
        #expect(try station.must(["ledger", "show", number])["notes"].list.count == 2)
        #expect(try station.run(["ledger", "show", "999999"]).status == 1)
        #expect(try station.run(["ledger", "show", "x"]).status == 64)
    }
}
