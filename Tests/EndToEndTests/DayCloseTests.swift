import Foundation
import Testing

/// A business day from the first parcel to the manifest, with real processes.
@Suite struct DayCloseTests {
    private static let second = "c10483"

    private func seals(_ courier: TestCourier) throws -> [JSON] {
        try courier.must(["day", "status"])["seals"].list
    }

    private func blocks(_ station: TestStation) throws -> [JSON] {
        try station.must(["day", "show"])["blocks"].list.filter { $0["waived"].bool == false }
    }

    /// A station with two couriers; the first one has taken cash for a parcel.
    private func morning() throws -> (TestStation, TestCourier, TestCourier, Int) {
        let station = try TestStation()
        try station.must(
            ["courier", "add", Self.second, "--name", "李强", "--pin-file", "-"],
            input: TestStation.pin + "\n")
        let first = try TestCourier("HH-01", at: station)
        let other = try TestCourier("HH-02", at: station, person: Self.second)
        let total = try first.price()
        try first.must(
            first.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        return (station, first, other, total)
    }

    @Test func `a day on which everybody sealed is closed, and both sides have the same code`()
        throws
    {
        let (station, first, other, total) = try morning()
        #expect(try first.run(["day", "close"]).status == 64)
        let sealed = try first.must(["day", "close", "--cash-fen", String(total)])
        #expect(sealed["difference_fen"].integer == 0 && sealed["expected_fen"].integer == total)
        try other.must(other.report("o1"))
        try other.must(["day", "close", "--cash-fen", "0"])
        for courier in [first, other] { try courier.must(["sync", "run"]) }
        #expect(try seals(first).first?["state"].text == "agree")
        let shown = try station.must(["day", "show"])
        #expect(shown["state"].text == "open" && shown["unsealed"].list.isEmpty)
        #expect(
            shown["lines"].list.compactMap { $0["code"].text }.contains(sealed["code"].text ?? ""))

        let closed = try station.must(["day", "close"])
        #expect(closed["state"].text == "closed" && closed["number"].integer == 1)
        #expect(closed["cash_in_fen"].integer == total)
        #expect(try station.run(["day", "close"]).status == 1)
        for courier in [first, other] {
            try courier.must(["sync", "run"])
            try courier.must(["sync", "run"])
            let seal = try #require(seals(courier).first)
            #expect(seal["proved"].bool == true && seal["state"].text == "closed")
            #expect(seal["code"] == seal["station_code"])
        }

        // What comes later belongs to the next day, and the manager hears of it.
        try first.must(
            first.pickup(key: "k2", acceptFen: total), input: TestCourier.documentNumber)
        try first.must(["sync", "run"])
        let late = try station.must(["case", "list"])["cases"].list
        #expect(!late.isEmpty && late.allSatisfy { $0["kind"].text == "late_entry" })
        #expect(try station.must(["day", "show", "--day", closed["day"].text ?? ""]) == closed)
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)
        _ = station.stop()
        #expect(try station.must(["ledger", "rebuild", "--dry-run"])["same"].bool == true)
    }

    @Test func `who has not sealed and whose cash differs stands in the way, by name`() throws {
        let (station, first, other, total) = try morning()
        try first.must(["day", "close", "--cash-fen", String(total - 100)])
        try other.must(other.report("o1"))
        try other.must(["sync", "run"])
        try other.must(other.report("o2"))
        for courier in [first] { try courier.must(["sync", "run"]) }
        let refused = try station.run(["day", "close"])
        #expect(refused.status == 21)
        #expect(try refused.json["error"]["code"].text == "E-DAY-BLOCKED")
        let open = try blocks(station)
        #expect(Set(open.compactMap { $0["what"].text }) == ["seal", "cash"])
        let cash = try #require(open.first { $0["what"].text == "cash" })
        #expect(cash["expected"].integer == total && cash["found"].integer == total - 100)
        let seal = try #require(open.first { $0["what"].text == "seal" })
        #expect(seal["label"].text == "HH-02" && seal["text"].text?.contains("HH-02") == true)

        #expect(
            try station.run(["day", "waive", "cash", "nobody", "--reason", "x"]).status == 1)
        #expect(try station.run(["day", "waive", "cash", TestStation.person]).status == 64)
        for block in open {
            try station.must([
                "day", "waive", block["what"].text ?? "", block["ref"].text ?? "", "--reason",
                "明早处理",
            ])
        }
        let closed = try station.must(["day", "close"])
        #expect(closed["state"].text == "closed_with_exceptions")
        // The silent handheld comes after all: its records are kept, and sealed on the next day.
        try other.must(["sync", "run"])
        try other.must(["day", "close", "--cash-fen", "0"])
        try other.must(["sync", "run"])
        #expect(try seals(other).first?["state"].text == "agree")
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)
    }
}
