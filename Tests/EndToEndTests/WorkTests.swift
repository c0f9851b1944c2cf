import Testing

/// Scans on the way and the work on problem parcels, by the programs themselves.
@Suite struct WorkTests {
    private let station: TestStation
    private let courier: TestCourier
    private let waybill: String

    init() throws {
        station = try TestStation()
        courier = try TestCourier("HH-01", at: station)
        let total = try courier.price()
        let issued = try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        waybill = try #require(issued["waybill"].text)
        try courier.must(["sync", "run"])
    }

    private func stage() throws -> JSON {
        try courier.must(["sync", "run"])
        return try station.must(["track", waybill])
    }

    @Test func `a parcel is scanned from the door to the van, and stopped on suspicion`() throws {
        for event in ["received-at-origin", "arrived-destination"] {
            let scan = try courier.must(["scan", waybill, "--event", event])
            #expect(scan["recorded"].integer == 1)
        }
        #expect(try courier.run(["scan", waybill, "--event", "out-for-delivery"]).status == 20)
        try courier.must(["scan", waybill, "--event", "out-for-delivery", "--pre", "ok"])
        #expect(try stage()["stage"].text == "OUT_FOR_DELIVERY")

        let report = try courier.must([
            "problem", "add", waybill, "--reason", "prohibited-found", "--note", "疑似烟花",
        ])
        #expect(report["records"].list.count == 2)
        #expect(try courier.must(["track", waybill])["stopped"].bool == true)
        let moved = try courier.run(["scan", waybill, "--event", "departed-hub"])
        #expect(moved.status == 20)
        let track = try stage()
        #expect(track["stopped"].bool == true && track["exception"].bool == true)
        let closing = try courier.run([
            "problem", "step", waybill, "--step", "closed", "--outcome", "continue-delivery",
        ])
        #expect(closing.status == 65)
        #expect(try closing.json["error"]["code"].text == "E-PRB-MANAGER")
    }

    @Test func `several parcels are scanned at once and one refusal holds nothing up`() throws {
        let scan = try courier.run(
            ["scan", "--event", "held", "--from", "-", waybill],
            input: "SF1234567890\n\n SF1234567891 \n")
        #expect(scan.status == 0)
        #expect(try scan.json["recorded"].integer == 3)
        let mixed = try courier.run([
            "scan", "SF1234567892", waybill, "--event", "picked-up-by-recipient",
        ])
        #expect(mixed.status == 20)
        #expect(try mixed.json["recorded"].integer == 1)
        let rows = try mixed.json["scans"].list
        #expect(rows[0]["record"].text != nil && rows[0]["error"] == .null)
        #expect(rows[1]["error"]["code"].text == "E-DLV-STAGE")
        let repeated = [
            "scan", waybill, "--work", "weighed", "--idempotency-key", "w1",
        ]
        let first = try courier.must(repeated)["scans"][0]["record"]
        #expect(try courier.must(repeated)["scans"][0]["record"] == first)
        try courier.must([
            "problem", "add", "--unreadable", "半张面单", "--reason", "no-label",
        ])
        try courier.must(["sync", "run"])
        let lost = try station.must(["problem", "list", "--unidentified"])
        #expect(lost["problems"].list.map { $0["waybill"].text } == ["半张面单"])
        #expect(
            lost["unknown"].list.map { $0["waybill"].text } == [
                "SF1234567890", "SF1234567891", "SF1234567892",
            ])
        #expect(try station.must(["parcel", "quiet"])["parcels"].list.isEmpty)
        #expect(try station.run(["parcel", "quiet", "--hours", "0"]).status == 64)
        for wrong in [
            ["scan", "--event", "held"], ["scan", waybill],
            ["scan", waybill, "--event", "held", "--work", "sorted"],
        ] {
            #expect(try courier.run(wrong).status == 64)
        }
    }

    @Test func `the work on a problem is told step by step to its end`() throws {
        let report = try courier.must(["problem", "add", waybill, "--reason", "outer-damaged"])
        let problem = try #require(report["problem"].text)
        try courier.must(["problem", "step", waybill, "--step", "told", "--told", "sender:call"])
        let missing = try courier.run(["problem", "step", problem, "--step", "closed"])
        #expect(missing.status == 65)
        try courier.must([
            "problem", "step", problem, "--step", "closed", "--outcome", "continue-delivery",
            "--note", "重新包装",
        ])
        #expect(try courier.run(["problem", "step", problem, "--step", "traced"]).status == 1)
        #expect(try courier.run(["problem", "step", "SF1", "--step", "traced"]).status == 1)
        #expect(try stage()["exception"].bool == false)
        #expect(try courier.must(["problem", "list"])["problems"][0]["state"].text == "closed")
        #expect(try station.must(["ledger", "exceptions"])["lines"].list.isEmpty)
    }
}
