import SyncProtocol
import Testing

/// Stored quotes computed again, by real processes.
@Suite struct QuoteVerifyTests {
    @Test func `both sides compute every quote again, and a wrong one is named`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        #expect(try courier.must(["quote", "verify"])["count"].integer == 0)
        let total = try courier.price()
        try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        let extra = [
            "--surcharge", "upstairs", "--packing-fen", "200", "--discount-fen", "100",
        ]
        try courier.must(
            courier.pickup(key: "k2", acceptFen: total + 400) + extra,
            input: TestCourier.documentNumber)
        try courier.must(["sync", "run"])
        try station.must(["config", "set", "cod.fee_min_fen", "500"])
        try courier.must(["sync", "run"])
        try courier.must(
            courier.pickup(key: "k3", acceptFen: total), input: TestCourier.documentNumber)
        try courier.must(["sync", "run"])
        // The handheld has the newest settings only; the station has those of then as well.
        let own = try courier.must(["quote", "verify"])
        #expect(own["count"].integer == 3 && own["complete"].integer == 1)
        let all = try station.must(["quote", "verify"])
        #expect(all["count"].integer == 3 && all["complete"].integer == 3)
        #expect(all["differing"].integer == 0)

        let other = try HandmadeHandheld(code: station.slot("HH-02"), port: station.port)
        let wrong = Entry(
            kind: "quote", sequence: 1, person: TestStation.person,
            wallMilliseconds: 1_789_027_260_000, bootMilliseconds: 1_000, bootNumber: 4,
            offsetMinutes: 480, stamp: "01a08a54ac00-0000",
            payload: [
                "total_fen": .integer(2_101), "cur": .text("CNY"),
                "lines": .list([.list([.text("FREIGHT"), .integer(2_101)])]),
                "actual_g": .integer(1_200), "volumetric_g": .integer(0),
                "chargeable_g": .integer(1_200), "divisor": .integer(6_000),
                "pay_type": .text("PREPAID"), "accepted": .bool(true), "zone": .text("STANDARD"),
                "rounding": .text("CEIL_TO_STEP"), "first_g": .integer(1_000),
                "step_g": .integer(1_000), "units": .integer(1), "first_fee_fen": .integer(1_300),
                "step_fee_fen": .integer(800), "zone_permille": .integer(1_000),
            ])
        other.record(wrong.encoded())
        _ = try other.send(other.exchange([other.push(1, 1)]))
        let refused = try station.run(["quote", "verify", "--lang", "zh"])
        #expect(refused.status == 1)
        let named = try refused.json["quotes"].list
        #expect(named.count == 1)
        #expect(
            named.first?["differences"].list.compactMap(\.text)
                == ["运费: 记的 ¥21.01, 应为 ¥21.00"])
        let english = try station.run(["quote", "verify", "--lang", "en"])
        #expect(
            try english.json["quotes"].list.first?["differences"].list.first?.text
                == "freight: ¥21.01 recorded, ¥21.00 computed")
    }
}
