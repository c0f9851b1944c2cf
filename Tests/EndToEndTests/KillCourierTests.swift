import Testing

@Suite struct KillCourierTests {
    @Test func `a courier killed at any moment of recording loses and doubles nothing`() throws {
        var random = Rounds.numbers("courier killed")
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let total = try courier.price()
        let clock = ContinuousClock()
        let usual = try clock.measure {
            try courier.must(
                courier.pickup(key: "k0", acceptFen: total), input: TestCourier.documentNumber)
        }
        let usualMilliseconds = Int(usual / .milliseconds(1))
        var waybills: Set<String> = []
        for round in 1...Rounds.count {
            let command = courier.pickup(key: "k\(round)", acceptFen: total)
            let recording = try courier.start(command)
            recording.write(TestCourier.documentNumber)
            pause(milliseconds: Int.random(in: 0...usualMilliseconds, using: &random))
            recording.kill()
            let said = try? recording.wait().json
            // What was said to be saved stays; what was not is recorded now, once.
            let again = try courier.must(command, input: TestCourier.documentNumber)
            if let said, said["ok"].bool == true {
                #expect(again["record"] == said["record"], "round \(round)")
                #expect(again["waybill"] == said["waybill"], "round \(round)")
            }
            let waybill = try #require(again["waybill"].text)
            #expect(waybills.insert(waybill).inserted, "round \(round)")
        }
        let proof = try courier.must(["journal", "verify"])
        #expect(proof["ok"].bool == true)
        // An act is identity, check, quote, payment and pickup.
        let facts = 5 * (Rounds.count + 1)
        #expect(proof["count"].integer == facts)
        let end = try courier.must(["sync", "run"])
        #expect(end["acked"].integer == facts)
        #expect(end["pending"].integer == 0)
        let day = try station.must(["day", "status"])["couriers"].list
        let cash = day.first { $0["courier"].text == TestStation.person }?["cash_fen"].integer
        #expect(cash == total * (Rounds.count + 1))
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)
    }
}
