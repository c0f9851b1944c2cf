import Foundation
import Testing

/// Cash goes from a courier to the station and is counted blind, with real processes.
@Suite struct CashTests {
    private func number(_ given: JSON) throws -> String { try #require(given["handover"].text) }

    @Test func `cash is given offline, counted blind, and a difference is a case`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let total = try courier.price()
        try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        #expect(try courier.run(["cash", "give"]).status == 64)
        let less = try courier.run(["cash", "give", "--cash-fen", "100"])
        #expect(less.status == 20)
        #expect(try less.json["error"]["code"].text == "E-CASH-DIFFERS")
        let first = try courier.must(["cash", "give", "--cash-fen", "100", "--differs", "零钱"])
        let second = try courier.must(["cash", "give", "--cash-fen", String(total - 100)])
        #expect(second["differs"] == .null)
        // What is given is in the courier's hands no more.
        let sealed = try courier.must(["day", "close", "--cash-fen", "0"])
        #expect(sealed["difference_fen"].integer == 0)

        // The station counts before the courier's records come: it has to be told whose it is.
        let one = try number(first)
        #expect(try station.run(["cash", "count", one, "--count", "1=1"]).status == 1)
        #expect(try station.run(["cash", "count", one, "--count", "7=1"]).status == 64)
        let early = try station.must(
            ["cash", "count", one, "--count", "1=1", "--from", TestStation.person])
        #expect(early["counted_fen"].integer == 100 && early["given_fen"] == .null)
        try courier.must(["sync", "run"])
        #expect(try station.must(["cash", "list"])["handovers"].list.count == 1)

        // Nothing says what the courier said before the cash is counted.
        let two = try number(second)
        for view in [["cash", "list"], ["day", "show"]] {
            let said = try station.run(view).stdout
            #expect(said.contains(two) && !said.contains(String(total - 100)))
        }
        try station.must(["day", "begin"])
        let blocks = try station.must(["day", "show"])["blocks"].list
        #expect(blocks.contains { $0["what"].text == "handover" && $0["ref"].text == two })
        #expect(!blocks.contains { $0["what"].text == "cash" })
        let counted = try station.must(["cash", "count", two, "--cash-fen", String(total - 150)])
        #expect(counted["given_fen"].integer == total - 100)
        #expect(counted["difference_fen"].integer == -50 && counted["booked_fen"].integer == 50)
        let id = try #require(counted["case"].text)
        #expect(try station.run(["cash", "count", two, "--cash-fen", "1"]).status == 1)

        try courier.must(["sync", "run"])
        let standings = try courier.must(["cash", "list"])["handovers"].list
        #expect(standings.compactMap { $0["difference_fen"].integer } == [0, -50])
        try station.must(["case", "resolve", id, "--option", "LOSS", "--note", "数错"])
        let shown = try station.must(["day", "show"])
        #expect(shown["cash"].list.count == 2 && shown["blocks"].list.isEmpty)
        #expect(try station.must(["day", "close"])["state"].text == "closed")
        _ = station.stop()
        #expect(try station.must(["ledger", "rebuild", "--dry-run"])["same"].bool == true)
    }
}
