import Foundation
import SyncProtocol
import Testing

/// Opening a handheld by phone, and what station and handheld say of themselves, with processes.
@Suite struct UnlockTests {
    @Test func `after ten wrong PINs the manager's code opens the login`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(["logout"])
        #expect(try courier.must(["unlock"])["lease"]["state"].text == "running")
        try courier.countWrongPINs(10, of: TestStation.person)
        let login = ["login", TestStation.person, "--pin-file", "-"]
        let locked = try courier.run(login, input: TestStation.pin + "\n")
        #expect(locked.status == 77)
        #expect(try locked.json["error"]["code"].text == "E-PIN-ENDED")

        let early = try courier.run(["unlock", "0000-0000"])
        #expect(try early.json["error"]["code"].text == "E-UNLOCK-CODE")
        let challenge = try #require(try courier.must(["unlock"])["challenge"].text)
        #expect(try courier.must(["unlock"])["challenge"].text == challenge)
        let wrong = try courier.run(["unlock", "0000-0000"])
        #expect(wrong.status == 77)
        let answer = try station.must([
            "device", "unlock", "HH-01", challenge.lowercased(), "--reason", "忘了密码",
        ])
        let code = try #require(answer["code"].text)
        #expect(try courier.must(["unlock", code])["hours"].integer == 24)
        try courier.must(login, input: TestStation.pin + "\n")
        let again = try courier.run(["unlock", code])
        #expect(again.status == 0)

        let entries = try station.must(["audit", "list"])["entries"].list
        let unlocked = try #require(entries.last)
        #expect(unlocked["what"].text == "unlocked" && unlocked["on"].text == "HH-01")
        #expect(try station.must(["ledger", "verify"])["audit"].integer == entries.count)
    }

    @Test func `a suspended handheld gets no code, and a bad challenge is named`() throws {
        let station = try TestStation()
        _ = try TestCourier("HH-01", at: station)
        let bad = try station.run(["device", "unlock", "HH-01", "HELLO"])
        #expect(bad.status == 65)
        #expect(try bad.json["error"]["field"].text == "CHALLENGE")
        try station.must(["device", "suspend", "HH-01"])
        let refused = try station.run(["device", "unlock", "HH-01", "7K2M-93QX"])
        #expect(refused.status == 77)
        #expect(try refused.json["error"]["code"].text == "E-NOT-ACTIVE")
    }

    @Test func `settings reach handhelds, and rows come again by order`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try station.must(["config", "set", "device.lease_hours", "12"])
        let bad = try station.run(["config", "set", "device.lease_hours", "1"])
        #expect(bad.status == 65)
        #expect(try bad.json["error"]["hint"].text?.contains("12–336") == true)
        #expect(try station.run(["config", "set", "device.colour", "1"]).status == 1)
        let listed = try station.must(["config", "list"])["settings"].list
        let lease = try #require(listed.first { $0["name"].text == "device.lease_hours" })
        #expect(lease["value"].text == "12" && lease["default"].text == "72")
        try station.must(["device", "refetch", "HH-01"])
        try courier.must(["sync", "run"])
        #expect(try courier.must(["sync", "status"])["lease"]["hours"].integer == 12)
        let shown = try station.must(["device", "show", "HH-01"])
        #expect(shown["directives"].list.first?["what"].text == "refetch")
        #expect(shown["directives"].list.first?["done"] != .null)
        #expect(shown["options"].list.map(\.text) == ["lease", "refetch"])
    }

    @Test func `an old program is told, and from the day on gets no rows but may send`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try station.must(["device", "require", "99.0.0", "--by", "2999-01-01"])
        #expect(try courier.must(["sync", "run"])["upgrade"]["version"].text == "99.0.0")
        try station.must(["device", "require", "99.0.0", "--by", "2020-01-01"])
        try courier.must(courier.report("late"))
        _ = try courier.run(["sync", "run"])
        #expect(try station.device("HH-01")["have"].integer == 1)
        try station.must(["device", "require", "none"])
        #expect(try courier.must(["sync", "run"])["upgrade"] == .null)
    }

    @Test func `a database put back with all that lies beside it is found by its handheld`() throws
    {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        _ = station.stop()
        let data = station.folder.path + "/station"
        let copy = station.folder.path + "/whole"
        try FileManager.default.copyItem(atPath: data, toPath: copy)
        try station.start()
        try station.must(["device", "add", "HH-02"])
        try courier.must(["sync", "run"])
        _ = station.stop()
        try FileManager.default.removeItem(atPath: data)
        try FileManager.default.moveItem(atPath: copy, toPath: data)
        try station.start()
        _ = try courier.run(["sync", "run"])
        let incidents = try station.must(["incident", "list"])["incidents"].list
        #expect(incidents.contains { $0["incident"].text == "history_rewritten" })
    }
}
