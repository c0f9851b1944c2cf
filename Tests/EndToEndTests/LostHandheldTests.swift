import Foundation
import Testing

/// A handheld that is lost: it still delivers, shows nothing any more, and can be erased.
@Suite struct LostHandheldTests {
    private func exceptions(_ station: TestStation) throws -> [JSON] {
        try station.must(["device", "show", "HH-01"])["exceptions"]["held:revoked"].integer
            .map { [.integer($0)] } ?? []
    }

    @Test func `a revoked handheld delivers what it has, and a manager releases it once`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(courier.report("lost-1"))
        try courier.must(courier.report("lost-2"))
        try station.must(["device", "revoke", "HH-01", "--reason", "lost"])
        try courier.must(["sync", "run"])
        #expect(try station.device("HH-01")["missing"].integer == 0)
        #expect(try exceptions(station) == [.integer(2)])

        #expect(try station.run(["device", "release", "HH-01"]).status == 64)
        try station.must(["device", "release", "HH-01", "--reason", "found"])
        #expect(try exceptions(station) == [])
        #expect(try station.run(["device", "release", "HH-01", "--reason", "x"]).status == 1)
        #expect(try station.device("HH-01")["state"].text == "revoked")
        try station.must(["ledger", "verify"])
    }

    @Test func `an erased handheld has delivered everything, keeps nothing and enrols anew`() throws
    {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(courier.report("canary-4711"))
        #expect(try station.run(["device", "wipe", "HH-01"]).status == 21)
        #expect(try station.run(["device", "wipe", "HH-01", "--confirm", "HH-02"]).status == 21)
        try station.must(["device", "wipe", "HH-01", "--reason", "lost", "--confirm", "HH-01"])
        #expect(try courier.holds("canary-4711"))

        let erased = try courier.must(["sync", "run"])
        #expect(erased["erased"].bool == true)
        #expect(erased["left"].integer == 0)
        #expect(erased["told"].bool == true)
        #expect(try !courier.holds("canary-4711"))
        #expect(try courier.run(["task", "list"]).status == 78)

        let shown = try station.must(["device", "show", "HH-01"])
        #expect(shown["wiped_left"].integer == 0)
        #expect(shown["directives"][0]["done"].text != nil)
        #expect(shown["exceptions"]["held:revoked"].integer == 1)
        #expect(try station.run(["device", "message", "HH-01", "x"]).status == 1)

        let code = try station.slot("HH-01")
        try courier.must(
            ["enrol", "--server", station.address, "--code-file", "-"], input: code + "\n")
    }
}
