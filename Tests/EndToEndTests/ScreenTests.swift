import Foundation
import Glibc
import Testing

/// The screen in a real pseudo terminal.
@Suite struct ScreenTests {
    private func opened(
        _ courier: TestCourier, columns: Int = 60, rows: Int = 20
    ) throws -> TestTerminal {
        let terminal = try TestTerminal(
            ["--data", courier.data, "--lang", "en"], home: courier.data, columns: columns,
            rows: rows)
        try terminal.wait(for: "5 Tasks")
        return terminal
    }

    @Test func `the home screen opens, scans lead on, and the terminal is given back`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let terminal = try opened(courier)
        #expect(!terminal.isCooked)
        #expect(terminal.text.contains("0 unsent"))
        // A burst is a scan: its digits open nothing.
        terminal.send("EX2600000000019\r")
        try terminal.wait(for: "EX2600000000019 not known here")
        #expect(terminal.text.contains("5 Tasks"))
        // Frames of STX and ETX without an end key: the ETX is no Ctrl-C.
        terminal.send("\u{2}EX2600000000035\u{3}")
        try terminal.wait(for: "EX2600000000035 not known here")
        terminal.send("\u{2}ABCDEFGH\u{3}")
        pause(milliseconds: 300)
        terminal.type("6")
        try terminal.wait(for: "type the number")
        terminal.send("\u{1B}[200~EX2600000000027\n\u{1B}[201~")
        try terminal.wait(for: "EX2600000000027 not known here")
        terminal.send("\u{1B}")
        try terminal.wait(for: "5 Tasks")
        terminal.resize(columns: 32, rows: 10)
        try terminal.wait(for: "5 Tasks")
        terminal.resize(columns: 31, rows: 9)
        try terminal.wait(for: "Too small")
        terminal.resize(columns: 80, rows: 24)
        try terminal.wait(for: "LAST RECORDS")
        terminal.send("\u{11}")
        #expect(try terminal.status() == 0)
        #expect(terminal.isCooked)
        #expect(String(decoding: terminal.received, as: UTF8.self).hasSuffix("\u{1B}[?1049l"))
    }

    /// `setsid` says how its child was killed by the number of the signal.
    private static let ends: [(signal: Int32, status: Int32)] = [
        (SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130), (SIGSEGV, SIGSEGV), (SIGABRT, SIGABRT),
    ]

    @Test(arguments: ends)
    func `whatever ends the program gives the terminal back`(signal: Int32, status: Int32) throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let terminal = try opened(courier)
        terminal.kill(signal)
        let ended = try terminal.status()
        #expect(ended == status)
        #expect(terminal.isCooked)
        let text = String(decoding: terminal.received, as: UTF8.self)
        #expect(text.contains("\u{1B}[?1049l"))
    }

    @Test func `a lock is typed open, Chinese comes byte by byte, and an idle screen sleeps`()
        throws
    {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let terminal = try opened(courier)
        terminal.type("#")
        try terminal.wait(for: "Locked")
        for byte in "王".utf8 {
            terminal.send(bytes: [byte])
            pause(milliseconds: 20)
        }
        terminal.type("\u{7F}" + TestStation.pin)
        pause(milliseconds: 800)
        terminal.type("\r")
        try terminal.wait(for: "5 Tasks")
        try terminal.wait("still sending") { !$0.contains("sending") }
        pause(milliseconds: 1_000)
        let before = try terminal.switches()
        pause(milliseconds: 3_000)
        // At most the full minute came in between.
        #expect(try terminal.switches() - before <= 2)
        terminal.kill(SIGTSTP)
        pause(milliseconds: 300)
        #expect(terminal.isCooked)
        terminal.kill(SIGCONT)
        try terminal.wait("not raw again") { _ in !terminal.isCooked }
        terminal.hangUp()
        #expect(try terminal.status() == 129)
    }

    @Test func `while the screen is open commands look but do not record`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        let terminal = try opened(courier)
        #expect(try courier.must(["sync", "status"])["ok"].bool == true)
        let refused = try courier.run(courier.report("X1") + ["--timeout", "0"])
        #expect(refused.status == 75)
        terminal.send("\u{11}")
        #expect(try terminal.status() == 0)
        try courier.must(courier.report("X1"))
    }

    @Test func `without a terminal the screen says so`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        #expect(try courier.run(["tui"]).status == 64)
    }
}

/// A hand-over on the screen, with a power cut in it.
@Suite struct ScreenDeliveryTests {
    private static let waybills = ["EX2600000000019", "EX2600000000027"]

    private func courier(at station: TestStation) throws -> TestCourier {
        let header =
            "kind,order,courier,waybill,sender_name,sender_phone,sender_address,recipient_name,"
            + "recipient_phone,recipient_address,recipient_city,item,nature,quantity,weight_g,"
            + "from,until,collect_fen,cod_fen,note"
        let rows = Self.waybills.enumerated().map { place, waybill in
            "DELIVERY,D0\(place),\(TestStation.person),\(waybill),李敏,13857102286,上海路1号,陈静,"
                + "13757100938,文一路22号,杭州,图书,印刷品,1,1200,,,1800,12000,"
        }
        let file = station.folder.path + "/orders.csv"
        try Data((header + "\n" + rows.joined(separator: "\n") + "\n").utf8)
            .write(to: URL(fileURLWithPath: file))
        try station.must(["order", "import", file])
        return try TestCourier("HH-01", at: station)
    }

    private func opened(_ courier: TestCourier, showing text: String) throws -> TestTerminal {
        let terminal = try TestTerminal(
            ["--data", courier.data, "--lang", "en"], home: courier.data, columns: 40, rows: 20)
        try terminal.wait(for: text)
        return terminal
    }

    /// Enter is dead for a moment after a page opened.
    private func enter(_ terminal: TestTerminal) {
        pause(milliseconds: 800)
        terminal.send("\r")
    }

    @Test func `a delivery survives kill -9 at its signature and is recorded once, as by command`()
        throws
    {
        let station = try TestStation()
        let courier = try courier(at: station)
        var terminal = try opened(courier, showing: "2 due")
        terminal.send(Self.waybills[0] + "\r")
        try terminal.wait(for: "Outside check")
        pause(milliseconds: 300)
        enter(terminal)
        try terminal.wait(for: "Received by")
        enter(terminal)
        try terminal.wait(for: "Taken by")
        enter(terminal)
        try terminal.wait(for: ">Cash given")
        terminal.type("150")
        enter(terminal)
        try terminal.wait(for: "sign inside the box")
        terminal.kill(SIGKILL)
        _ = try terminal.status()

        terminal = try opened(courier, showing: "Work that was not finished")
        terminal.type("1")
        try terminal.wait(for: "go on (step 3)")
        terminal.type("1")
        try terminal.wait(for: "sign inside the box")
        for place in 0..<14 {
            terminal.send("\u{1B}[<\(place == 0 ? 0 : 32);\(5 + 2 * place);\(6 + place % 4)M")
            pause(milliseconds: 10)
        }
        terminal.send("\u{1B}[<0;31;8m")
        try terminal.wait(for: "points 14")
        terminal.type("1")
        try terminal.wait(for: "change")
        #expect(terminal.text.contains("¥12.00"))
        enter(terminal)
        try terminal.wait(for: "stored:")
        try terminal.wait(for: "0 unsent")
        terminal.send("\u{11}")
        #expect(try terminal.status() == 0)

        let drawn = try deliver(by: courier)
        let typed = try courier.must(
            courier.deliver(Self.waybills[1], to: "陈静", cashFen: 15_000))
        let commanded = try courier.must(["journal", "show", try #require(typed["record"].text)])
        #expect(shape(drawn) == shape(commanded))
        #expect(drawn["entry"]["p"]["scanned"].bool == true)
        #expect(shape(drawn)["evidence"]?[0].text == "SIGNATURE")
        #expect(try courier.must(["journal", "verify"])["ok"].bool == true)
        #expect(try courier.must(["sync", "run"])["pending"].integer == 0)
        #expect(try station.must(["ledger", "verify"])["ok"].bool == true)
    }

    @Test func `what was half typed is there after kill -9 when typing had paused`() throws {
        let station = try TestStation()
        let courier = try TestCourier("HH-01", at: station)
        var terminal = try opened(courier, showing: "4 Problem")
        terminal.type("4")
        try terminal.wait(for: "unreadable or none")
        terminal.type("2")
        try terminal.wait(for: ">What can be read")
        terminal.type("red box, no labe")
        try terminal.wait(for: "no labe")
        pause(milliseconds: 6_000)
        terminal.kill(SIGKILL)
        _ = try terminal.status()
        terminal = try opened(courier, showing: "Work that was not finished")
        terminal.type("1")
        try terminal.wait(for: "go on (step 1)")
        terminal.type("1")
        try terminal.wait(for: "unreadable or none")
        enter(terminal)
        try terminal.wait(for: "red box, no labe")
        terminal.send("\u{11}")
        #expect(try terminal.status() == 0)
    }

    /// The one hand-over in the journal.
    private func deliver(by courier: TestCourier) throws -> JSON {
        let records = try courier.must(["journal", "list", "--kind", "deliver"])["records"].list
        #expect(records.count == 1)
        let name = try #require(records.first?["record"].text)
        return try courier.must(["journal", "show", name])
    }

    /// What a hand-over says, without what differs between the two: the parcel, how its number was
    /// read, the payments' ids and the strokes.
    private func shape(_ record: JSON) -> [String: JSON] {
        guard case .object(let members) = record["entry"]["p"] else { return [:] }
        return members.filter {
            !["parcel", "payments", "sig", "keyed", "scanned"].contains($0.key)
        }
    }
}
