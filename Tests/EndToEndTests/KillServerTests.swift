import Testing

@Suite struct KillServerTests {
    @Test func `a server killed at any moment of a push loses and doubles nothing`() throws {
        var random = Rounds.numbers("server killed")
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let clock = ContinuousClock()
        try courier.must(courier.report("first"))
        let usual = try clock.measure { try courier.must(["sync", "run"]) }
        let usualMilliseconds = Int(usual / .milliseconds(1))
        var recorded = 1
        for round in 1...Rounds.count {
            for number in 0..<Int.random(in: 1...3, using: &random) {
                try courier.must(courier.report("r\(round)-\(number)"))
                recorded += 1
            }
            let sync = try courier.start(["sync", "run"])
            pause(milliseconds: Int.random(in: 0...usualMilliseconds, using: &random))
            station.kill()
            _ = sync.wait()
            let acknowledged = try #require(try courier.must(["sync", "status"])["acked"].integer)
            try station.start()
            let have = try #require(try station.device("HH-01")["have"].integer)
            #expect(have >= acknowledged, "round \(round)")
            #expect(have <= recorded, "round \(round)")
        }
        let end = try courier.must(["sync", "run"])
        #expect(end["recorded"].integer == recorded)
        #expect(end["acked"].integer == recorded)
        #expect(end["pending"].integer == 0)
        try expectEachOnce(station, count: recorded)
    }

    private func expectEachOnce(_ station: TestStation, count: Int) throws {
        let proof = try station.must(["ledger", "verify"])
        #expect(proof["ok"].bool == true)
        #expect(try station.device("HH-01")["have"].integer == count)
        let ledger = try station.must(["ledger", "list", "--limit", "10000"])["lines"].list
        let problems = ledger.filter { $0["kind"].text == "problem" }
        #expect(problems.count == count)
        #expect(Set(problems.compactMap { $0["record"].text }).count == count)
        #expect(problems.allSatisfy { $0["disposition"].text == "applied" })
    }
}
