import Foundation
import Testing

/// The ledger saved, put back, and read again, with real processes.
@Suite struct BackupTests {
    @Test func `a server put back to an older backup gets every record again and the money agrees`()
        throws
    {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let total = try courier.price()
        try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        try courier.must(["sync", "run"])
        let file = station.folder.path + "/copy.sqlite"
        let saved = try station.must(["backup", "--to", file])
        #expect(saved["facts"].integer != nil && saved["file"].text == file)
        #expect(try courier.must(["sync", "run"])["secured"].integer == 5)

        try courier.must(
            courier.pickup(key: "k2", acceptFen: total), input: TestCourier.documentNumber)
        try courier.must(courier.report("late"))
        try courier.must(["sync", "run"])
        try station.must(["courier", "add", "c2", "--name", "李强"])
        let before = try Totals(station)
        #expect(before.cash == 2 * total)

        let busy = try station.run(["restore", file, "--timeout", "0"])
        #expect(busy.status == 75)
        #expect(try busy.json["error"]["code"].text == "E-SERVER-RUNS")
        _ = station.stop()
        let restored = try station.must(["restore", file])
        #expect(restored["epoch"].text != before.epoch)
        #expect(restored["lost_of_handhelds"].integer == 6)
        #expect(restored["lost_of_station"].integer == 1)
        let kept = try #require(restored["kept"].text)
        #expect(FileManager.default.fileExists(atPath: kept))
        #expect(try station.must(["status"])["facts"].integer == 5)

        try station.start()
        let sync = try courier.must(["sync", "run"])
        #expect(sync["acked"].integer == 11 && sync["pending"].integer == 0)
        let after = try Totals(station)
        #expect(after.facts == before.facts && after.cash == before.cash)
        #expect(after.epoch == restored["epoch"].text)
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)
        let again = try courier.must(["sync", "run"])
        #expect(again["secured"].integer == 0 || again["secured"].integer == 5)
        // The station goes on in a stream of its own and gives numbers that nobody has.
        try station.must(["courier", "add", "c2", "--name", "李强"])
        try courier.must(
            courier.pickup(key: "k3", acceptFen: total), input: TestCourier.documentNumber)
        try courier.must(["sync", "run"])
        #expect(try Totals(station).cash == 3 * total)
    }

    @Test func `a copy of the file that somebody put back is found at the next start`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(courier.report("first"))
        try courier.must(["sync", "run"])
        _ = station.stop()
        let data = station.folder.path + "/station"
        let copy = station.folder.path + "/by-hand"
        try FileManager.default.copyItem(atPath: data + "/central.sqlite", toPath: copy)
        try station.start()
        try courier.must(courier.report("second"))
        try courier.must(["sync", "run"])
        let epoch = try station.must(["status"])["epoch"].text
        station.kill()
        for end in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: data + "/central.sqlite" + end)
        }
        try FileManager.default.copyItem(atPath: copy, toPath: data + "/central.sqlite")
        try station.start()
        #expect(try station.must(["status"])["epoch"].text != epoch)
        #expect(try courier.must(["sync", "run"])["acked"].integer == 2)
        #expect(try station.device("HH-01")["have"].integer == 2)
        // What was found once is not found again.
        let found = try station.must(["status"])["epoch"].text
        _ = station.stop()
        try station.start()
        #expect(try station.must(["status"])["epoch"].text == found)
    }

    @Test func `a raw copy of the backup put over what was restored from it is found`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(courier.report("first"))
        try courier.must(["sync", "run"])
        let file = station.folder.path + "/copy.sqlite"
        try station.must(["backup", "--to", file])
        _ = station.stop()
        let restored = try station.must(["restore", file])["epoch"].text
        let data = station.folder.path + "/station"
        for end in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: data + "/central.sqlite" + end)
        }
        try FileManager.default.copyItem(atPath: file, toPath: data + "/central.sqlite")
        try station.start()
        let epoch = try station.must(["status"])["epoch"].text
        #expect(epoch != restored)
        let incidents = try station.must(["incident", "list"])["incidents"].list
        #expect(incidents.contains { $0["incident"].text == "restore" })
        #expect(try courier.must(["sync", "run"])["acked"].integer == 1)
    }

    @Test func `a handheld enrolled after the backup is known, and works once it is active`()
        throws
    {
        let station = try TestStation()
        let file = station.folder.path + "/copy.sqlite"
        try station.must(["backup", "--to", file])
        let courier = try TestCourier("HH-01", at: station)
        let total = try courier.price()
        try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        try courier.must(["sync", "run"])
        _ = station.stop()
        try station.must(["restore", file])
        try station.start()

        try courier.must(courier.report("after"))
        let sync = try courier.must(["sync", "run"])
        #expect(sync["device_state"].text == "suspended" && sync["pending"].integer == 0)
        #expect(sync["messages"].list.first?["text"].text?.contains("ask the manager") == true)
        try courier.must(["sync", "run"])
        let shown = try station.must(["device", "show", "HH-01"])
        #expect(shown["state"].text == "suspended")
        #expect(shown["incidents"].list.contains { $0["incident"].text == "recognised" })
        #expect(try (Totals(station).cash ?? 0) == 0)
        try station.must(["device", "activate", "HH-01"])
        #expect(try Totals(station).cash == total)
        let active = try courier.must(["sync", "run"])
        #expect(active["device_state"].text == "active" && active["held"].integer == 0)
        try courier.must(
            courier.pickup(key: "k2", acceptFen: total), input: TestCourier.documentNumber)
        try courier.must(["sync", "run"])
        #expect(try Totals(station).cash == 2 * total)
    }

    @Test func `a ledger read again gives what was there, and handhelds go on`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let total = try courier.price()
        try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        try courier.must(["sync", "run"])
        let before = try Totals(station)
        #expect(try station.run(["ledger", "rebuild", "--timeout", "0"]).status == 75)
        _ = station.stop()
        let compared = try station.must(["ledger", "rebuild", "--dry-run"])
        #expect(compared["same"].bool == true && compared["epoch"] == .null)
        let rebuilt = try station.must(["ledger", "rebuild"])
        #expect(rebuilt["same"].bool == true)
        #expect(rebuilt["lines"].integer == compared["lines"].integer)
        try station.start()
        try courier.must(courier.report("after"))
        let sync = try courier.must(["sync", "run"])
        #expect(sync["acked"].integer == 6 && sync["pending"].integer == 0)
        let after = try Totals(station)
        #expect(after.cash == before.cash && after.facts == 6)
        #expect(after.epoch != before.epoch)
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)
    }

    @Test func `copies in the station's folder are kept up to a number`() throws {
        let station = try TestStation()
        for _ in 0..<3 { try station.must(["backup", "--copies", "2"]) }
        let folder = station.folder.path + "/station/backups"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.count == 2)
        #expect(names.allSatisfy { $0.hasSuffix(".sqlite") })
        let modes = try names.map {
            try FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)")[.posixPermissions]
                as? Int
        }
        #expect(modes == [0o600, 0o600])
        #expect(try station.must(["status"])["backup"]["lines_since"].integer == 0)
        #expect(try station.run(["backup", "--to", "\(folder)/\(names[0])"]).status == 73)
    }

    @Test func `a file that is no backup, and one of another station, are refused`() throws {
        let station = try TestStation()
        let other = try TemporaryFolder()
        let made = try Program.station.run(
            [
                "init", "--station", "SH0001", "--name", "上海", "--data", other.path + "/s",
                "--json",
            ], home: other.path)
        #expect(made.status == 0)
        _ = station.stop()
        let before = try station.must(["status"])["epoch"].text
        let text = station.folder.path + "/text"
        try Data("nothing of a database".utf8).write(to: URL(fileURLWithPath: text))
        let refused = try station.run(["restore", text])
        #expect(refused.status == 65)
        #expect(try refused.json["error"]["code"].text == "E-NO-BACKUP")
        #expect(try station.run(["restore", text + ".none"]).status == 66)
        let foreign = try station.run(["restore", other.path + "/s/central.sqlite"])
        #expect(foreign.status == 65)
        #expect(try foreign.json["error"]["code"].text == "E-OTHER-STATION")
        #expect(try station.must(["status"])["epoch"].text == before)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: station.folder.path + "/station")
        #expect(!names.contains { $0.contains("restoring") })
    }

    /// What both sides must agree on.
    private struct Totals {
        let facts: Int?
        let cash: Int?
        let epoch: String?

        init(_ station: TestStation) throws {
            let status = try station.must(["status"])
            facts = status["facts"].integer
            epoch = status["epoch"].text
            cash = try station.must(["day", "status"])["couriers"][0]["cash_fen"].integer
        }
    }
}
