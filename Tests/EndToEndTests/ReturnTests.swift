import Foundation
import Testing

/// Parcels and money go back, with real processes.
@Suite struct ReturnTests {
    private static let cod = "EX0100000001013"
    private static let plain = "EX0100000001021"
    private static let orders = """
        kind,order,courier,waybill,sender_name,sender_phone,sender_address,recipient_name,\
        recipient_phone,recipient_address,recipient_city,item,nature,quantity,weight_g,from,until,\
        collect_fen,cod_fen,note
        DELIVERY,D01,c10482,\(cod),,,,张秀英,13957102286,文一路122号,杭州,,,,,,,0,25900,
        DELIVERY,D02,c10482,\(plain),,,,李建军,13758110947,翠苑四区18幢,杭州,,,,,,,0,0,

        """

    private func start() throws -> (TestStation, TestCourier) {
        let station = try TestStation()
        let file = station.folder.path + "/orders.csv"
        try Data(Self.orders.utf8).write(to: URL(fileURLWithPath: file))
        try station.must(["order", "import", file])
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(["sync", "run"])
        return (station, courier)
    }

    private func code(_ finished: Finished) throws -> String? {
        try finished.json["error"]["code"].text
    }

    @Test func `a refused parcel goes back to its sender, who signs`() throws {
        let (station, courier) = try start()
        #expect(try courier.run(["return", "start", Self.plain]).status == 64)
        let early = try courier.run(["return", "sign", Self.plain, "--reason", "refused"])
        #expect(early.status == 20)
        try courier.must(["return", "start", Self.plain, "--reason", "refused"])
        #expect(try courier.must(["task", "show", "TD02"])["state"].text == "done")
        #expect(try courier.run(["return", "sign", Self.plain, "--signer", "王芳"]).status == 20)
        let signature = try courier.signatureFile()
        let signed = try courier.must([
            "return", "sign", Self.plain, "--signer", "王芳", "--signature", signature,
        ])
        #expect(signed["reason"].text == "REFUSED" && signed["step"].text == "SIGNED")
        try courier.must(["sync", "run"])
        let track = try station.must(["track", Self.plain])
        #expect(track["stage"].text == "RETURNED" && track["custody"].text == "sender")
        #expect(try station.must(["case", "list"])["cases"].list.isEmpty)
    }

    @Test func `what was taken for a price that was wrong goes back, at most so much`() throws {
        let (station, courier) = try start()
        try courier.must(courier.deliver(Self.cod, to: "张秀英", cashFen: 25_900))
        try courier.must(["sync", "run"])
        try station.must([
            "charge", "price", Self.cod, "--for", "cod", "--due-fen", "25000", "--from",
            "2026-01-01T00:00+08:00", "--reason", "TYPO",
        ])
        #expect(try station.must(["case", "list"])["cases"][0]["kind"].text == "refund_due")
        func give(_ who: String, _ fen: String) -> [String] {
            [
                "refund", Self.cod, "--for", "cod",
                who == "courier" ? "--cash-fen" : "--amount-fen",
                fen, "--reason", "price",
            ]
        }
        let much = try courier.run(give("courier", "25901"))
        #expect(much.status == 20)
        #expect(try code(much) == "E-REFUND-MUCH")
        try courier.must(give("courier", "400"))
        try courier.must(["sync", "run"])
        let rest = try station.run(give("station", "25501"))
        #expect(rest.status == 20)
        #expect(try code(rest) == "E-REFUND-MUCH")
        #expect(
            try station.run([
                "refund", Self.cod, "--for", "storage", "--amount-fen", "1",
                "--reason", "price",
            ]).status == 1)
        try station.must(give("station", "500") + ["--to", "张秀英"])
        // The case was about these nine yuan.
        #expect(try station.must(["case", "list"])["cases"].list.isEmpty)
        let couriers = try station.must(["day", "status"])["couriers"].list
        #expect(couriers.compactMap { $0["cash_fen"].integer } == [25_500, -500])
        #expect(
            try courier.must(["day", "close", "--cash-fen", "25500"])["difference_fen"].integer
                == 0)
        _ = station.stop()
        #expect(try station.must(["ledger", "rebuild", "--dry-run"])["same"].bool == true)
    }
}
