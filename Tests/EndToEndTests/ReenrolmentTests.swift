import Foundation
import Testing

/// A handheld enrolled over itself keeps all it recorded and brings it once, with processes.
@Suite struct ReenrolmentTests {
    private func enrol(
        _ courier: TestCourier, at station: TestStation, _ label: String, confirm: String?
    ) throws -> Finished {
        let code = try station.slot(label)
        return try courier.run(
            ["enrol", "--server", station.address, "--code-file", "-"]
                + (confirm.map { ["--confirm", $0] } ?? []), input: code + "\n")
    }

    @Test func `sent and unsent records count once under the new name`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let total = try courier.price()
        try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        try courier.must(["sync", "run"])
        try courier.must(
            courier.pickup(key: "k2", acceptFen: total), input: TestCourier.documentNumber)
        let records = try courier.must(["journal", "list"])["records"].list.count

        let unconfirmed = try enrol(courier, at: station, "HH-02", confirm: nil)
        #expect(unconfirmed.status == 73)
        #expect(try unconfirmed.json["error"]["code"].text == "E-ENROLLED")
        let done = try enrol(courier, at: station, "HH-03", confirm: "HH-01")
        #expect(done.status == 0, "\(done)")
        #expect(try done.json["label"].text == "HH-03")
        let sync = try courier.must(["sync", "run"])
        #expect(sync["pending"].integer == 0 && sync["quarantined"].integer == 0)
        #expect(try courier.must(["journal", "list"])["records"].list.count == records)
        #expect(try courier.must(["journal", "verify"])["ok"].bool != false)
        let cash = try station.must(["day", "status"])["couriers"][0]["cash_fen"].integer
        #expect(cash == 2 * total)
        try courier.must(
            courier.pickup(key: "k3", acceptFen: total), input: TestCourier.documentNumber)
        try courier.must(["sync", "run"])
        #expect(
            try station.must(["day", "status"])["couriers"][0]["cash_fen"].integer == 3 * total)
        #expect(try station.must(["ledger", "verify"])["faults"].list.isEmpty)
    }

    @Test func `the master key was lost: the handheld is enrolled again and brings what is unsent`()
        throws
    {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(courier.report("unsent"))
        _ = station.stop()
        let key = station.folder.path + "/station/master.key"
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        try Data(repeating: 9, count: 32).write(to: URL(fileURLWithPath: key))
        try station.start()
        let refused = try courier.run(["sync", "run", "--timeout", "1"])
        #expect(try refused.json["error"]["code"].text == "E-SYNC-BAD-SIGNATURE")
        #expect(try enrol(courier, at: station, "HH-02", confirm: "HH-01").status == 0)
        #expect(try courier.must(["sync", "run"])["pending"].integer == 0)
        #expect(try station.device("HH-02")["have"].integer == 1)
    }

    @Test func `a killed enrolment goes on, and another station takes no unsent records`() throws {
        let station = try TestStation()
        let other = try TestStation(id: "SH0001")
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(courier.report("unsent"))
        let foreign = try enrol(courier, at: other, "HH-09", confirm: "HH-01")
        #expect(foreign.status == 77)
        #expect(try foreign.json["error"]["code"].text == "E-OTHER-STATION")
        #expect(try courier.must(["sync", "run"])["pending"].integer == 0)
        // The key came, and the power went before the journal changed.
        try courier.must(courier.report("more"))
        let before = try courier.deviceFile()
        #expect(try enrol(courier, at: station, "HH-02", confirm: "HH-01").status == 0)
        let after = try courier.deviceFile()
        #expect(before != after)
        try courier.interruptEnrolment(former: before, next: after)
        #expect(try courier.must(["sync", "run"])["pending"].integer == 0)
        #expect(try courier.deviceFile() == after)
    }
}
