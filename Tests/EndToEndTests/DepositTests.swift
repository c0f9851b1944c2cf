import Foundation
import Testing

/// A handheld whose radio is dead: its records travel on a stick.
@Suite struct DepositEndToEndTests {
    @Test(arguments: [true, false])
    func `records of a handheld without a network arrive on a stick`(isServing: Bool) throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        try courier.must(courier.report("stick-1"))
        try courier.must(courier.report("stick-2"))
        let stick = try TemporaryFolder()
        if !isServing { _ = station.stop() }
        let name = stick.path + "/HH-01"
        let files = try courier.must(["journal", "export", name])["files"].list
        #expect(files.map(\.text) == [name + "-001.pjs"])
        #expect(try courier.run(["journal", "export", name]).status == 73)

        for (new, known) in [(2, 0), (0, 2)] {
            let taken = try station.must(["deposit", name + "-001.pjs"])["files"][0]
            #expect(taken["label"].text == "HH-01")
            #expect(taken["new"].integer == new)
            #expect(taken["duplicate"].integer == known)
        }
        let reply = name + "-001.reply.pjs"
        let outcome = try courier.must(["journal", "import", reply])
        #expect(outcome["acked"].integer == 2)
        #expect(outcome["pending"].integer == 0)
        #expect(try courier.must(["sync", "status"])["pending"].integer == 0)
        #expect(
            try courier.must(["journal", "export", name + "-b", "--unsent"])["files"].list.isEmpty)

        let bytes = try Data(contentsOf: URL(fileURLWithPath: reply))
        try bytes.dropLast(9).write(to: URL(fileURLWithPath: reply))
        #expect(try courier.run(["journal", "import", reply]).status == 65)
        #expect(try courier.run(["journal", "import", stick.path + "/none"]).status == 66)
        #expect(try station.run(["deposit", reply]).status == 65)
    }
}
