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
        try terminal.wait(for: "not known here: EX2600000000019")
        #expect(terminal.text.contains("5 Tasks"))
        terminal.type("6")
        try terminal.wait(for: "type the number")
        terminal.send("\u{1B}[200~EX2600000000027\n\u{1B}[201~")
        try terminal.wait(for: "not known here: EX2600000000027")
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
        pause(milliseconds: 400)
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
