import SyncProtocol
import Testing

@Suite struct ReplayTests {
    private func stored(_ response: ExchangeResponse) -> PushResult.Stored? {
        guard case .ok(let stored) = response.pushes.first?.outcome else { return nil }
        return stored
    }

    @Test func `a request whose answer was lost is answered again and stored once`() throws {
        let station = try TestStation()
        let handheld = try HandmadeHandheld(code: station.slot("HH-01"), port: station.port)
        handheld.note(["one", "two", "three"])
        let exchange = handheld.exchange([handheld.push(1, 3)])
        try handheld.sendAndLeave(exchange)
        // The server may still be at it; the same bytes are answered whenever they come.
        let again = try #require(stored(try handheld.send(exchange)))
        #expect(again.at == 3)
        #expect(again.atHead == handheld.heads[3])
        #expect(again.new + again.duplicate == 3)
        let third = try #require(stored(try handheld.send(exchange)))
        #expect(third.duplicate == 3)
        #expect(third.head == again.head)
        #expect(try station.device("HH-01")["have"].integer == 3)
    }

    @Test func `frames in any order and any number come to the same ledger`() throws {
        var random = Rounds.numbers("frames in any order")
        let station = try TestStation()
        let handheld = try HandmadeHandheld(code: station.slot("HH-01"), port: station.port)
        handheld.note((1...40).map { "note \($0)" })
        var have = 0
        while have < 40 {
            let from = Int.random(in: 1...min(40, have + 3), using: &random)
            let to = Int.random(in: from...40, using: &random)
            let sent = handheld.exchange([handheld.push(from, to)])
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let response = try handheld.send(sent)
                if from > have + 1 {
                    #expect(
                        response.pushes.first?.outcome
                            == .gap(have: have, head: handheld.heads[have]))
                } else {
                    have = max(have, to)
                    let answer = try #require(stored(response))
                    #expect(answer.at == to)
                    #expect(answer.atHead == handheld.heads[to])
                    #expect(answer.have == have)
                    #expect(answer.head == handheld.heads[have])
                }
            }
        }
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)
        let ledger = try station.must(["ledger", "list", "--limit", "1000"])["lines"].list
        let notes = ledger.filter { $0["kind"].text == "note" }
        #expect(notes.compactMap { $0["sequence"].integer } == Array(1...40))
    }

    @Test func `a line that nobody can read is stored and blocks nothing`() throws {
        let station = try TestStation()
        let handheld = try HandmadeHandheld(code: station.slot("HH-01"), port: station.port)
        handheld.note(["good"])
        handheld.record(Array("not json {".utf8))
        handheld.record([0xFF, 0xFE, 0x00])
        handheld.note(["good again"])
        let answer = try #require(
            stored(try handheld.send(handheld.exchange([handheld.push(1, 4)]))))
        #expect(answer.new == 4)
        #expect(answer.out.map(\.sequence) == [2, 3])
        #expect(answer.out.map(\.disposition) == ["quarantined", "quarantined"])
        #expect(answer.out.map(\.why) == ["unparseable", "unparseable"])
        let lines = try station.must(["ledger", "list", "--limit", "1000"])["lines"].list
        let own = lines.filter { $0["stream"].text == handheld.stream }
        #expect(
            own.compactMap { $0["disposition"].text } == [
                "applied", "quarantined:unparseable", "quarantined:unparseable", "applied",
            ])
    }

    @Test func `an older request counter is refused, and forged bytes are not believed`() throws {
        let station = try TestStation()
        let handheld = try HandmadeHandheld(code: station.slot("HH-01"), port: station.port)
        handheld.note(["one"])
        let older = handheld.exchange([])
        let newer = handheld.exchange([handheld.push(1, 1)])
        #expect(stored(try handheld.send(newer))?.new == 1)
        #expect(try handheld.refusal(of: older) == .init(.staleCounter, extra: ["last": 2]))
        var forged = handheld.exchange([])
        forged.bytes[forged.bytes.count - 3] ^= 1
        #expect(try handheld.refusal(of: forged)?.code == .badSignature)
    }
}
