import Foundation
import Testing

/// Rule tables from the station to the handheld, with real processes.
@Suite struct RulePackTests {
    private static let row =
        "红色蘑菇,,red mushroom,R_PLANT,PROHIBITED,,P,CARRIER_POLICY,,\n"

    /// The text of a table in force.
    private func table(_ name: String, of station: TestStation) throws -> String {
        try #require(station.must(["data", "show", name])["csv"].text)
    }

    private func version(_ name: String, of station: TestStation) throws -> Int? {
        try station.must(["data", "list"])["tables"].list
            .first { $0["name"].text == name }?["version"].integer
    }

    @Test func `a published table reaches the handheld whole, is cited, and goes back`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        #expect(try courier.must(["check", "红色蘑菇"])["decision"].text == "NONE")

        let standard = try table("everyday_items", of: station)
        let own = standard + Self.row
        #expect(
            try station.must(["data", "check", "-", "--as", "everyday_items"], input: own)["name"]
                .text == "everyday_items")
        let difference = try station.run(
            ["data", "diff", "-", "--as", "everyday_items"], input: own)
        #expect(difference.status == 1)
        #expect(try difference.json["added"].list.count == 1)
        let published = try station.must(
            ["data", "publish", "-", "--as", "everyday_items"], input: own)
        let first = try #require(published["version"].integer)
        // Until the exchange the handheld goes by what it has.
        #expect(try courier.must(["check", "红色蘑菇"])["decision"].text == "NONE")
        let exchanged = try courier.must(["sync", "run"])
        #expect(exchanged["tables"].list.first?["version"].integer == first)
        let refused = try courier.run(["check", "红色蘑菇"])
        #expect(refused.status == 20)
        #expect(try refused.json["rules"].integer == first)
        #expect(try courier.must(["sync", "run"])["tables"].list.isEmpty)

        // What is recorded says which version it used.
        let total = try courier.price()
        try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        let records = try courier.must(["journal", "list", "--kind", "check"])["records"].list
        let number = try #require(records.last?["number"].integer)
        let record = try courier.must(["journal", "show", String(number)])
        #expect(record["entry"]["p"]["rules"].integer == first)

        let back = try station.must(["data", "revert", "everyday_items"])
        #expect(back["built_in"].bool == true)
        #expect(try version("everyday_items", of: station).map { $0 < first } == true)
        try courier.must(["sync", "run"])
        #expect(try courier.must(["check", "红色蘑菇"])["decision"].text == "NONE")
        #expect(try station.run(["data", "revert", "everyday_items"]).status == 1)
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)
        _ = station.stop()
        #expect(try station.must(["ledger", "rebuild", "--dry-run"])["same"].bool == true)
    }

    @Test func `a wrong table is refused with line, column and reason, and nothing changes`()
        throws
    {
        let station = try TestStation()
        let standard = try table("everyday_items", of: station)
        let lines = standard.split(separator: "\n").count
        let wrong = standard + "甲,,a,NOWHERE,PROHIBITED,,P,S,,\n乙,,b,R_PLANT,MAYBE,,P,S,,\n"
        for command in ["check", "diff", "publish"] {
            let refused = try station.run(
                ["data", command, "-", "--as", "everyday_items", "--lang", "en"], input: wrong)
            #expect(refused.status == 65)
            let errors = try refused.json["errors"].list
            #expect(errors.count == 2)
            #expect(errors.first?["field"].text == "category")
            let said = errors.compactMap { $0["message"].text }
            #expect(said.first?.hasPrefix("line \(lines + 1), category: ") == true, "\(said)")
            #expect(said.last?.hasPrefix("line \(lines + 2), decision: ") == true)
        }
        #expect(try table("everyday_items", of: station) == standard)
        let nowhere = try station.run(["data", "publish", "-", "--as", "items"], input: standard)
        #expect(nowhere.status == 65)
        #expect(
            try station.run(["data", "publish", "-", "--as", "everyday_items"], input: standard)
                .status == 1)
    }

    @Test func `a tariff table and a freight setting change the price on the handheld`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        #expect(try courier.price() == 2100)
        let fees = try table("standard_tariff", of: station)
            .replacingOccurrences(of: "STANDARD,1300,800", with: "STANDARD,1500,900")
        try station.must(["data", "publish", "-", "--as", "standard_tariff"], input: fees)
        try courier.must(["sync", "run"])
        #expect(try courier.price() == 2400)
        try station.must(["config", "set", "freight.first_weight_g", "2000"])
        try courier.must(["sync", "run"])
        #expect(try courier.price() == 1500)
        try courier.must(
            courier.pickup(key: "k1", acceptFen: 1500), input: TestCourier.documentNumber)
        try courier.must(["sync", "run"])
        let verified = try station.must(["quote", "verify"])
        #expect(verified["complete"].integer == 1 && verified["differing"].integer == 0)
    }
}
