import Foundation
import Testing

/// A parcel weighed again at the station, with real processes.
@Suite struct ReweighTests {
    private func parcel(_ station: TestStation, _ courier: TestCourier, _ total: Int) throws
        -> String
    {
        let issued = try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        try courier.must(["sync", "run"])
        return try #require(issued["waybill"].text)
    }

    private func kinds(_ station: TestStation) throws -> [String] {
        try station.must(["case", "list"])["cases"].list.compactMap { $0["kind"].text }
    }

    @Test func `what is due follows the scale, and a case asks for what was not taken`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let waybill = try parcel(station, courier, try courier.price())
        #expect(try station.run(["reweigh", waybill]).status == 64)
        #expect(try station.run(["reweigh", waybill, "--weight-g", "0"]).status == 64)
        #expect(try station.run(["reweigh", "EX9", "--weight-g", "5"]).status == 1)

        let same = try station.must(["reweigh", waybill, "--weight-g", "1250"])
        #expect(same["difference_fen"].integer == 0)
        let heavy = try station.must(["reweigh", waybill, "--weight-g", "3250"])
        let more = try #require(heavy["difference_fen"].integer)
        #expect(more > 0 && heavy["chargeable_g"].integer == 3_250)
        #expect(try kinds(station) == ["collect_or_waive"])
        let open = try station.must(["case", "list"])["cases"][0]
        #expect(open["amount_fen"].integer == more)
        // Weighed again the same it stays the same.
        let again = try station.must(["reweigh", waybill, "--weight-g", "3250"])
        #expect(again["difference_fen"].integer == 0)
        let right = try station.must(["reweigh", waybill, "--weight-g", "1250"])
        #expect(right["difference_fen"].integer == -more)
        #expect(try kinds(station).isEmpty)
        try courier.must(["sync", "run"])
        #expect(try station.must(["quote", "verify"])["ok"].bool == true)
        _ = station.stop()
        #expect(try station.must(["ledger", "rebuild", "--dry-run"])["same"].bool == true)
    }
}
