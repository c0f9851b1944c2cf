import Foundation
import Testing

/// Handhelds whose data folder was copied, or whose database was put back.
@Suite struct HistoryTests {
    /// The texts of the problem parcels that the station knows.
    private func facts(_ station: TestStation) throws -> Int? {
        try station.must(["status"])["facts"].integer
    }

    private func report(_ courier: TestCourier, _ texts: String...) throws {
        for text in texts { try courier.must(courier.report(text)) }
    }

    @Test func `a copied handheld and its original both keep all their records`() throws {
        let station = try TestStation()
        let first = try TestCourier("HH-01", at: station)
        try report(first, "a1", "a2")
        try first.must(["sync", "run"])
        let second = try first.copy()
        // Both go on alone, and then in turn.
        try report(first, "a3", "a4", "a5")
        try report(second, "b3", "b4")
        #expect(try first.must(["sync", "run"])["pending"].integer == 0)
        let run = try second.run(["sync", "run"])
        #expect(run.status == 0)
        let parted = try run.json
        #expect(parted["pending"].integer == 0 && parted["recorded"].integer == 4)
        #expect(parted["streams"].integer == 2)
        #expect(parted["news"].list.first?["text"].text?.contains("2") == true)
        try report(first, "a6")
        try report(second, "b5")
        for courier in [second, first, second] {
            #expect(try courier.must(["sync", "run"])["pending"].integer == 0)
        }
        #expect(try facts(station) == 9)
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)
        let incidents = try station.must(["incident", "list"])["incidents"].list
        #expect(incidents.contains { $0["incident"].text == "fork" })
        #expect(incidents.allSatisfy { $0["meaning"].text?.isEmpty == false })
        for courier in [first, second] {
            let list = try courier.must(["journal", "list"])["records"].list
            #expect(list.allSatisfy { $0["sync"].text == "sent" })
            #expect(try courier.must(["journal", "verify"])["ok"].bool == true)
        }
    }

    @Test(arguments: [true, false])
    func `a journal that is gone or damaged is begun anew and gets its records back`(
        isGone: Bool
    ) throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try report(courier, "a1", "a2", "a3")
        try courier.must(["sync", "run"])
        let sound = try courier.run(["journal", "renew", "--confirm", "HH-01"])
        #expect(try sound.json["error"]["code"].text == "E-JOURNAL-SOUND")
        try courier.spoilJournal(isGone: isGone)
        #expect(try courier.run(["sync", "run"]).status != 0)
        let unsure = try courier.run(["journal", "renew"])
        #expect(try unsure.json["error"]["code"].text == "E-CONFIRM")
        try courier.must(["journal", "renew", "--confirm", "HH-01"])
        #expect(try courier.must(["sync", "run"])["recorded"].integer == 3)
        try report(courier, "a4")
        let end = try courier.must(["sync", "run"])
        #expect(end["pending"].integer == 0 && end["recorded"].integer == 4)
        let list = try courier.must(["journal", "list"])["records"].list
        #expect(list.count == 4 && list.allSatisfy { $0["sync"].text == "sent" })
        #expect(try facts(station) == 4)
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)
    }

    @Test(arguments: [true, false])
    func `an older copy of the database takes back what it lost`(hasMark: Bool) throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try report(courier, "a1")
        try courier.must(["sync", "run"])
        let old = try courier.saveJournal()
        try report(courier, "a2", "a3", "a4")
        try courier.must(["sync", "run"])
        try courier.putBack(old)
        if !hasMark { try courier.removeMark() }
        if hasMark { try report(courier, "a5") }
        let end = try courier.must(["sync", "run"])
        #expect(end["pending"].integer == 0)
        #expect(end["recorded"].integer == (hasMark ? 5 : 4))
        #expect(end["streams"].integer == 2)
        let list = try courier.must(["journal", "list"])["records"].list
        #expect(list.count == (hasMark ? 5 : 4))
        // The same form again is the same record, although this database had lost it.
        let again = try courier.must(courier.report("a3"))
        #expect(list.contains { $0["record"].text == again["record"].text })
        try report(courier, "a6")
        #expect(try courier.must(["sync", "run"])["pending"].integer == 0)
        #expect(try facts(station) == (hasMark ? 6 : 5))
        let incidents = try station.must(["incident", "list"])["incidents"].list
        #expect(incidents.contains { $0["incident"].text == "behind" })
        #expect(!incidents.contains { $0["incident"].text == "fork" })
    }
}
