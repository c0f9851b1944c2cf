import Foundation
import Testing

/// Parcels go from courier to courier and back to the station, with real processes.
@Suite struct HandoverTests {
    private static let second = "c10483"
    private static let one = "EX0100000001013"
    private static let two = "EX0100000001021"
    private static let three = "EX0100000001030"
    private static let orders = """
        kind,order,courier,waybill,sender_name,sender_phone,sender_address,recipient_name,\
        recipient_phone,recipient_address,recipient_city,item,nature,quantity,weight_g,from,until,\
        collect_fen,cod_fen,note
        DELIVERY,D01,c10482,\(one),,,,张秀英,13957102286,文一路122号,杭州,,,,,,,0,0,
        DELIVERY,D02,c10482,\(two),,,,李建军,13758110947,翠苑四区18幢,杭州,,,,,,,0,0,
        DELIVERY,D03,c10482,\(three),,,,刘洋,15888827301,益乐路39号,杭州,,,,,,,0,0,

        """

    private func start() throws -> (TestStation, TestCourier, TestCourier) {
        let station = try TestStation()
        try station.must(
            ["courier", "add", Self.second, "--name", "李强", "--pin-file", "-"],
            input: TestStation.pin + "\n")
        let file = station.folder.path + "/orders.csv"
        try Data(Self.orders.utf8).write(to: URL(fileURLWithPath: file))
        try station.must(["order", "import", file])
        let first = try TestCourier("HH-01", at: station)
        let other = try TestCourier("HH-02", at: station, person: Self.second)
        for courier in [first, other] { try courier.must(["sync", "run"]) }
        return (station, first, other)
    }

    private func tasks(_ courier: TestCourier) throws -> [String] {
        try courier.must(["task", "list"])["tasks"].list.compactMap { $0["task"].text }
    }

    private func code(_ finished: Finished) throws -> String? {
        try finished.json["error"]["code"].text
    }

    @Test func `both sides record a handover offline, and work and parcels go with it`() throws {
        let (station, first, other) = try start()
        let given = try first.must(["handover", "give", Self.one, Self.two, "--to", Self.second])
        let number = try #require(given["handover"].text)
        #expect(given["tasks"].list.compactMap(\.text) == ["TD01", "TD02"])
        // The colleague reads one parcel only, and knows nothing of the other side yet.
        let unknown = try other.run(["handover", "take", Self.one, "--number", number])
        #expect(unknown.status == 1)
        #expect(try code(unknown) == "E-HANDOVER-UNKNOWN")
        try first.must(["sync", "run"])
        try other.must(["sync", "run"])
        let less = try other.run(["handover", "take", Self.one, "--number", number])
        #expect(less.status == 20)
        #expect(try code(less) == "E-HANDOVER-COUNT")
        #expect(try station.must(["handover", "list"])["handovers"][0]["waits_for"].text == "take")
        try other.must(["handover", "take", Self.one, Self.two, "--number", number])
        for courier in [other, first, other] { try courier.must(["sync", "run"]) }
        #expect(try tasks(other) == ["TD01", "TD02"])
        #expect(try tasks(first) == ["TD03"])
        #expect(
            try code(first.run(["handover", "give", Self.one, "--to", Self.second])) == "E-NOT-HELD"
        )
        #expect(try station.must(["handover", "list"])["handovers"].list.isEmpty)
        #expect(try station.must(["case", "list"])["cases"].list.isEmpty)
        try other.must(other.deliver(Self.one, to: "张秀英"))
        try other.must(["sync", "run"])
        #expect(try station.must(["track", Self.one])["stage"].text == "DELIVERED")
    }

    @Test func `a reassigned task waits for its parcel, which comes with the colleague's PIN`()
        throws
    {
        let (station, first, other) = try start()
        try station.must(["order", "reassign", "D03", "--to", Self.second])
        #expect(try station.must(["status"])["tasks_waiting"].integer == 1)
        let waiting = try station.must(["handover", "list"])["waiting_tasks"][0]
        #expect(waiting["holder"].text == TestStation.person && waiting["task"].text == "TD03")
        for courier in [first, other] { try courier.must(["sync", "run"]) }
        #expect(try other.must(["task", "show", "TD03"])["state"].text == "needs_handover")
        #expect(
            try first.must(["handover", "list"])["to_hand_over"].list.compactMap(\.text)
                == [Self.three])
        let give = ["handover", "give", Self.three, "--to", Self.second, "--pin-file", "-"]
        #expect(try first.run(give, input: "111111\n").status == 77)
        #expect(try first.must(give, input: TestStation.pin + "\n")["confirmed"].bool == true)
        for courier in [first, other] { try courier.must(["sync", "run"]) }
        #expect(try other.must(["task", "show", "TD03"])["state"].text == "open")
        #expect(try station.must(["status"])["tasks_waiting"].integer == 0)
    }

    @Test func `a parcel that came back goes out again with another courier`() throws {
        let (station, first, other) = try start()
        let back = try first.must(["handover", "give", Self.three, "--back"])
        try first.must(["sync", "run"])
        let number = try #require(back["handover"].text)
        try station.must(["handover", "take", Self.three, "--number", number])
        let given = try station.must([
            "handover", "give", Self.three, "--to", Self.second, "--why", "second-attempt",
        ])
        let next = try #require(given["handover"].text)
        #expect(given["why"].text == "SECOND_ATTEMPT")
        try other.must(["sync", "run"])
        try other.must(["handover", "take", Self.three, "--number", next])
        try other.must(["sync", "run"])
        #expect(
            try station.must(["track", Self.three])["custody"].text == "person:" + Self.second)
        #expect(try station.must(["handover", "list"])["handovers"].list.isEmpty)
        #expect(try station.must(["case", "list"])["cases"].list.isEmpty)
    }

    @Test func `what a colleague never confirms blocks the day and becomes a case`() throws {
        let (station, first, other) = try start()
        let back = try first.must(["handover", "give", Self.three, "--back"])
        let taken = try #require(back["handover"].text)
        let given = try first.must(["handover", "give", Self.one, "--to", Self.second])
        let number = try #require(given["handover"].text)
        for courier in [first, other] {
            try courier.must(["day", "close", "--cash-fen", "0"])
            try courier.must(["sync", "run"])
        }
        #expect(try station.run(["handover", "take", Self.three]).status == 64)
        let early = try station.run(["handover", "give", Self.three, "--to", Self.second])
        #expect(early.status == 20)
        #expect(try code(early) == "E-NOT-HELD")
        try station.must(["handover", "take", Self.three, "--number", taken])
        #expect(try station.run(["handover", "take", Self.three, "--number", taken]).status == 1)
        #expect(try station.must(["track", Self.three])["custody"].text == "station:HZ0931")

        try station.must(["day", "begin"])
        let blocks = try station.must(["day", "show"])["blocks"].list
        let block = try #require(blocks.first { $0["what"].text == "handover" })
        #expect(block["ref"].text == number && block["label"].text == "李强")
        for block in blocks {
            try station.must([
                "day", "waive", block["what"].text ?? "", block["ref"].text ?? "", "--reason", "明早",
            ])
        }
        try station.must(["day", "close"])
        let open = try station.must(["case", "list"])["cases"].list
        #expect(open.compactMap { $0["kind"].text } == ["handover_unmatched"])
        // The parcel is still the giver's.
        #expect(
            try station.must(["track", Self.one])["custody"].text == "person:" + TestStation.person)
        _ = station.stop()
        #expect(try station.must(["ledger", "rebuild", "--dry-run"])["same"].bool == true)
    }
}
