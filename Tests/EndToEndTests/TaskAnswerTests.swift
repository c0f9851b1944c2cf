import Foundation
import Testing

/// A task given back without a network, and given to somebody else, with real processes.
@Suite struct TaskAnswerTests {
    private static let second = "c10483"
    private static let orders = """
        kind,order,courier,waybill,sender_name,sender_phone,sender_address,recipient_name,\
        recipient_phone,recipient_address,recipient_city,item,nature,quantity,weight_g,from,until,\
        collect_fen,cod_fen,note
        PICKUP,P01,c10482,,张秀英,13957102286,文一路122号,,,,,,,,,,,,,

        """

    private func order(_ station: TestStation, _ task: String) throws -> JSON? {
        try station.must(["order", "list"])["orders"].list.first { $0["task"].text == task }
    }

    @Test func `a courier gives a task back offline, and the station gives it to another`() throws {
        let station = try TestStation()
        try station.must(
            ["courier", "add", Self.second, "--name", "李强", "--pin-file", "-"],
            input: TestStation.pin + "\n")
        let file = station.folder.path + "/orders.csv"
        try Data(Self.orders.utf8).write(to: URL(fileURLWithPath: file))
        try station.must(["order", "import", file])
        let first = try TestCourier("HH-01", at: station)
        let other = try TestCourier("HH-02", at: station, person: Self.second)
        try first.must(["sync", "run"])
        let task = "TP01"

        try first.must(["task", "accept", task])
        #expect(try first.run(["task", "accept", task]).status == 1)
        let said = try first.must(["task", "decline", task, "--reason", "out-of-area"])
        #expect(said["task"].text == task && said["reason"].text == "OUT_OF_AREA")
        #expect(try first.must(["task", "show", task])["state"].text == "declined")
        #expect(try order(station, task)?["state"].text == "open")

        try first.must(["sync", "run"])
        #expect(try order(station, task)?["state"].text == "declined")
        #expect(try station.must(["status"])["tasks_declined"].integer == 1)
        let declined = try station.must(["order", "list", "--state", "declined"])["orders"].list
        #expect(declined.map(\.["task"].text) == [task])
        try station.must(["order", "reassign", task, "--to", Self.second])
        for courier in [first, other] { try courier.must(["sync", "run"]) }
        try other.must(["task", "start", task])
        #expect(try first.run(["task", "start", task]).status != 0)
        try other.must(["sync", "run"])
        let ended = try order(station, task)
        #expect(ended?["state"].text == "started")
        #expect(ended?["courier"].text == Self.second)
    }
}
