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

    @Test func `records cite the reasons they used, and pages of the station are read`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        func cited(_ key: String) throws -> Int? {
            try courier.must(courier.report(key))
            let records = try courier.must(["journal", "list", "--kind", "problem"])["records"]
            let number = try #require(records.list.last?["number"].integer)
            let entry = try courier.must(["journal", "show", String(number)])["entry"]
            return entry["b"]["pack:exception_reasons"].integer
        }
        #expect(try cited("o1") == nil)
        let reasons = try table("exception_reasons", of: station)
        let rows = reasons.split(separator: "\n").map(String.init)
        let turned = [rows[0]] + rows.dropFirst().reversed()
        try station.must(
            ["data", "publish", "-", "--as", "exception_reasons"],
            input: turned.map { $0 + "\n" }.joined())
        let pages =
            try table("help_pages", of: station)
            + "own,CONDUCT,本站规矩,Ours,{station}: {person},{station}: {person},2026-12-01,本站\n"
        try station.must(["data", "publish", "-", "--as", "help_pages"], input: pages)
        #expect(try courier.must(["sync", "run"])["tables"].list.count == 2)
        #expect(try cited("o2") == 1)
        try courier.must(["sync", "run"])
        #expect(try station.must(["ledger", "exceptions"])["lines"].list.isEmpty)
        let page = try courier.must(["page", "show", "own"])
        #expect(page["lines"][0].text == "杭州文三路站: \(TestStation.person)")
        #expect(try courier.must(["page", "list"])["count"].integer ?? 0 > 15)
        let unknown = try courier.run(["page", "show", "owm"])
        #expect(unknown.status == 1)
        #expect(try unknown.json["error"]["hint"].text?.contains("own") == true)
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
