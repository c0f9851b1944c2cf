import SyncProtocol
import Testing

@Suite struct CommandContractTests {
    @Test func `serve says one line when it is ready and ends well on SIGTERM`() throws {
        let station = try TestStation()
        let end = try #require(station.stop())
        #expect(end.status == 0)
        #expect(end.stdout == "")
    }

    @Test func `the keys that scripts rely on are there`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let total = try courier.price()
        let issued = try courier.must(
            courier.pickup(key: "k1", acceptFen: total), input: TestCourier.documentNumber)
        let waybill = try #require(issued["waybill"].text)
        #expect(issued["schema"].text == "courier/1")
        #expect(issued["ok"].bool == true)
        #expect(issued["record"].text?.isEmpty == false)
        #expect(issued["sync"].text == "unsent")
        let sync = try courier.must(["sync", "run"])
        #expect(sync["recorded"].integer == 5)
        #expect(sync["acked"].integer == 5)
        #expect(sync["pending"].integer == 0)
        let journal = try courier.must(["journal", "verify"])
        #expect(journal["ok"].bool == true)
        #expect(journal["count"].integer == 5)
        #expect(journal["head"].text?.utf8.count == 64)
        let status = try station.must(["status"])
        #expect(status["schema"].text == "station/1")
        #expect(status["facts"].integer != nil)
        #expect(status["devices"][0]["label"].text == "HH-01")
        #expect(status["devices"][0]["recorded"].integer == 5)
        #expect(status["devices"][0]["have"].integer == 5)
        let ledger = try station.must(["ledger", "verify"])
        #expect(ledger["ok"].bool == true)
        #expect(ledger["facts"].integer != nil)
        #expect(ledger["streams"].integer != nil)
        let track = try station.must(["track", waybill])
        #expect(track["stage"].text == "PICKED_UP")
        #expect(track["events"][0] != .null)
        let day = try station.must(["day", "status"])
        #expect(day["couriers"][0]["courier"].text == TestStation.person)
        #expect(day["couriers"][0]["cash_fen"].integer == total)
    }

    @Test func `both sides mark what a correction declared void`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let problem = try courier.must([
            "problem", "add", "SF1234567890", "--reason", "outer-damaged", "--direction", "in",
        ])
        let record = try #require(problem["record"].text)
        try courier.must([
            "correct", record, "--reason", "wrong-parcel", "--confirm", record,
        ])
        try courier.must(["sync", "run"])
        for program in [station.must, courier.must] {
            let events = try program(["track", "SF1234567890"], "")["events"].list
            #expect(events.first { $0["record"].text == record }?["void"].bool == true)
        }
    }

    @Test func `a suspended handheld's facts wait and a revoked one still deposits`() throws {
        let station = try TestStation()
        let handheld = try HandmadeHandheld(code: station.slot("HH-01"), port: station.port)
        for (place, change) in [
            ("suspend", "held:suspended"), ("revoke", "held:revoked"), ("activate", "applied"),
        ].enumerated() {
            try station.must(["device", change.0, "HH-01", "--reason", "test"])
            handheld.note([change.0])
            let exchange = handheld.exchange([handheld.push(place + 1, place + 1)])
            #expect(try handheld.send(exchange).hello.have == place + 1)
            let lines = try station.must(["ledger", "list", "--limit", "1000"])["lines"].list
            let own = lines.filter { $0["stream"].text == handheld.stream }
            #expect(own.last?["disposition"].text == change.1)
        }
    }

    @Test(
        arguments: [
            ([], 64), (["nonsense"], 64), (["sync"], 64), (["sync", "run", "--nonsense"], 64),
            (["pickup", "show"], 64), (["task", "list"], 78),
            (["login", "c1"], 78), (["enrol", "--server", "nowhere"], 64),
            (["task", "list", "--data", ""], 64),
            (["help"], 0), (["version"], 0), (["help", "pickup", "issue"], 0),
        ] as [([String], Int32)])
    func `courier answers mistakes of the command line with their status`(
        arguments: [String], status: Int32
    ) throws {
        try expect(.courier, arguments, status)
    }

    @Test(
        arguments: [
            ([], 64), (["nonsense"], 64), (["device", "add"], 64), (["status"], 78),
            (["serve", "--listen", "nowhere"], 64), (["serve"], 78),
            (["init", "--station", "lower case", "--name", "x"], 65),
            (["order", "import", "/no/such/file"], 66),
            (["help"], 0), (["version"], 0), (["help", "serve"], 0),
        ] as [([String], Int32)])
    func `station answers mistakes of the command line with their status`(
        arguments: [String], status: Int32
    ) throws {
        try expect(.station, arguments, status)
    }

    /// For people the words are on one stream, for scripts there is one document, in both
    /// languages; nothing is coloured where there is no terminal.
    private func expect(_ program: Program, _ arguments: [String], _ status: Int32) throws {
        let folder = try TemporaryFolder()
        for language in ["zh_CN.UTF-8", "en_US.UTF-8"] {
            let environment = [
                "LANG": language, "\(program.rawValue.uppercased())_HOME": folder.path + "/data",
            ]
            let said = try program.run(arguments, home: folder.path, environment: environment)
            #expect(said.status == status, "\(said)")
            #expect(said.stdout.isEmpty == (status != 0), "\(said)")
            #expect(said.stderr.isEmpty == (status == 0), "\(said)")
            #expect(!(said.stdout + said.stderr).contains("\u{1B}"))
            guard status != 0, !arguments.isEmpty else { continue }
            let document = try program.run(
                arguments + ["--json"], home: folder.path, environment: environment)
            #expect(document.status == status)
            let json = try document.json
            #expect(json["schema"].text == "\(program.rawValue)/1")
            #expect(json["ok"].bool == false)
            #expect(json["error"]["code"].text?.hasPrefix("E-") == true)
            #expect(json["error"]["message"].text?.isEmpty == false)
        }
    }

    @Test func `what needs the server says so when there is none`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        station.kill()
        let sync = try courier.run(["sync", "run"])
        #expect(sync.status == 69)
        #expect(try sync.json["ok"].bool == false)
        #expect(try courier.must(courier.report("offline"))["sync"].text == "unsent")
        #expect(try courier.must(["sync", "status"])["pending"].integer == 1)
    }

    @Test func `a second server on the same data is busy`() throws {
        let station = try TestStation()
        let second = try station.run(["serve", "--listen", "127.0.0.1:0", "--timeout", "0"])
        #expect(second.status == 75)
        #expect(try second.json["error"]["retryable"].bool == true)
    }
}
