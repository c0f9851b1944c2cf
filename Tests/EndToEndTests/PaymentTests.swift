import Foundation
import Testing

/// Electronic payments that a courier took and the station confirms, with real processes.
@Suite struct PaymentTests {
    private static let first = "EX0100000001013"
    private static let second = "EX0100000001021"
    private static let orders = """
        kind,order,courier,waybill,sender_name,sender_phone,sender_address,recipient_name,\
        recipient_phone,recipient_address,recipient_city,item,nature,quantity,weight_g,from,until,\
        collect_fen,cod_fen,note
        DELIVERY,D01,c10482,\(first),,,,张秀英,13957102286,文一路122号,杭州,,,,,,,0,25900,
        DELIVERY,D02,c10482,\(second),,,,李建军,13758110947,翠苑四区18幢,杭州,,,,,,,0,1800,

        """

    private func payments(_ station: TestStation, _ arguments: [String] = []) throws -> [JSON] {
        try station.must(["payment", "list"] + arguments)["payments"].list
    }

    private func wallet(_ station: TestStation) throws -> Int? {
        try station.must(["day", "status"])["couriers"][0]["wallet_fen"].integer
    }

    @Test func `the station confirms one electronic payment and another one fails`() throws {
        let station = try TestStation()
        let file = station.folder.path + "/orders.csv"
        try Data(Self.orders.utf8).write(to: URL(fileURLWithPath: file))
        try station.must(["order", "import", file])
        let courier = try TestCourier("HH-01", at: station)
        for (waybill, signer) in [(Self.first, "张秀英"), (Self.second, "李建军")] {
            try courier.must(
                try courier.deliver(waybill, to: signer)
                    + ["--pay", "wechat", "--pay-reference", "W-\(waybill)"])
        }
        try courier.must(["sync", "run"])

        let waiting = try payments(station)
        #expect(waiting.compactMap { $0["amount_fen"].integer } == [25_900, 1_800])
        #expect(try station.must(["status"])["payments_waiting"].integer == 2)
        #expect(try wallet(station) == 0)
        let records = waiting.compactMap { $0["record"].text }

        #expect(try station.run(["payment", "confirm", "0000-0000"]).status == 1)
        let long = String(repeating: "9", count: 65)
        #expect(try station.run(["payment", "confirm", records[0], "--ref", long]).status == 65)
        let confirmed = try station.must(
            ["payment", "confirm", records[0].lowercased(), "--ref", "42000012345"])
        #expect(confirmed["state"].text == "confirmed")
        try station.must(["payment", "fail", records[1]])
        for word in ["confirm", "fail"] {
            let again = try station.run(["payment", word, records[1]])
            #expect(again.status == 1)
            #expect(try again.json["error"]["code"].text == "E-NOT-PENDING")
        }

        #expect(try wallet(station) == 25_900)
        #expect(try payments(station).isEmpty)
        #expect(
            try payments(station, ["--all"]).compactMap { $0["state"].text }
                == ["confirmed", "ended"])
        _ = station.stop()
        #expect(try station.must(["ledger", "rebuild", "--dry-run"])["same"].bool == true)
    }
}
