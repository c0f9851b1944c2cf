import Commands
import Domain
import Foundation
import HTTPServer
import Platform

/// The demonstration: a station, two couriers, thirty orders, a morning without a network.
extension StationProgram {
    func demo() throws(CommandFailure) -> CommandOutput {
        var run = try DemoRun(language: language, showsTimeline: options.format == .text)
        let result: Result<CommandOutput, CommandFailure>
        do throws(CommandFailure) {
            result = .success(try run.play(keeps: invocation.has("keep")))
        } catch {
            result = .failure(error)
        }
        if !invocation.has("keep") { run.clear() }
        return try result.get()
    }
}

/// One run of the demonstration, from an empty folder to the comparison at the end.
struct DemoRun {
    let language: Language
    let showsTimeline: Bool
    let folder: String
    let station: String
    var couriers: [DemoCourier] = []
    var server: DemoServer?
    var relay: CuttingRelay?
    var timeline: [String] = []
    /// The waybill of each order once it is known.
    var waybills: [String: String] = [:]
    private let begun = ClockReading.now().bootMilliseconds

    static let pin = "246810"

    init(language: Language, showsTimeline: Bool) throws(CommandFailure) {
        self.language = language
        self.showsTimeline = showsTimeline
        let own = try DemoRun.ownProgram()
        station = own
        let courier = (own as NSString).deletingLastPathComponent + "/courier"
        guard FileManager.default.isExecutableFile(atPath: courier) else {
            throw CommandFailure(.demoNeedsCourier(courier))
        }
        folder =
            NSTemporaryDirectory() + "waybook-demo-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try DurableFile.makeFolder(folder)
        } catch {
            throw CommandFailure(.system("\(error)", status: .cannotCreate))
        }
        couriers = DemoOrders.couriers.enumerated().map { index, person in
            DemoCourier(
                person: person.0, name: person.1, program: courier,
                folder: folder + "/handheld-\(index + 1)")
        }
    }

    mutating func play(keeps: Bool) throws(CommandFailure) -> CommandOutput {
        try prepare()
        try enrol()
        try workOffline()
        try syncThroughABadNetwork()
        let check = DemoCheck(run: self)
        var output = try check.compare()
        if keeps {
            try leaveTheRelay()
            output.closing += DemoWords.whatNext(self).map { $0[language] }
        } else {
            let isStopped = server?.stop() ?? true
            server = nil
            if !isStopped { output.status = .answerIsNo }
            say(DemoWords.stopped)
        }
        output.members.append(JSONMember("timeline", .list(timeline.map { .text($0) })))
        return output
    }

    /// Ends what still runs and removes the folder.
    func clear() {
        server?.kill()
        relay?.end()
        try? FileManager.default.removeItem(atPath: folder)
    }

    mutating func say(_ words: Words) {
        let milliseconds = ClockReading.now().bootMilliseconds - begun
        let seconds = "\(milliseconds / 1000).\(milliseconds / 100 % 10)"
        let line =
            String(repeating: " ", count: max(0, 5 - seconds.utf8.count)) + seconds
            + " s  \(words[language])"
        timeline.append(line)
        if showsTimeline { _ = StandardStreams.writeLine(line) }
    }

    /// One command of `station`, which must succeed.
    @discardableResult
    func station(_ arguments: [String], input: String = "") throws(CommandFailure) -> ChildProcess {
        let child = try ChildProcess.run(
            station, arguments + ["--data", folder + "/station", "--json"], input: input)
        guard child.status == 0 else {
            throw CommandFailure(
                .demo(
                    "station \(arguments.prefix(2).joined(separator: " ")): \(child.status) "
                        + child.complaint))
        }
        return child
    }

    private static func ownProgram() throws(CommandFailure) -> String {
        guard
            let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        else { throw CommandFailure(.system("readlink /proc/self/exe")) }
        return path
    }
}

// MARK: The morning, step by step

extension DemoRun {
    private mutating func prepare() throws(CommandFailure) {
        try station(["init", "--station", "HZ0931", "--name", "杭州文三路站"])
        for courier in couriers {
            try station(
                ["courier", "add", courier.person, "--name", courier.name, "--pin-file", "-"],
                input: DemoRun.pin + "\n")
        }
        try station(["order", "import", "-"], input: DemoOrders.csv)
        say(DemoWords.prepared(DemoOrders.all.count))
        let server = try DemoServer.start(
            station, folder: folder + "/station", listen: "127.0.0.1:0")
        self.server = server
        guard let address = TCPAddress(server.address) else {
            throw CommandFailure(.demo("listening \(server.address)"))
        }
        do {
            let relay = try CuttingRelay(to: address)
            try relay.start()
            self.relay = relay
        } catch {
            throw CommandFailure(.system("\(error)"))
        }
        say(DemoWords.listening(server.address))
    }

    private mutating func enrol() throws(CommandFailure) {
        for (index, courier) in couriers.enumerated() {
            let slot = try station(["device", "add", "HH-0\(index + 1)"])
            let code = slot.document["code"] as? String ?? ""
            _ = try courier.must(
                ["enrol", "--server", "http://127.0.0.1:\(relay?.port ?? 0)", "--code-file", "-"],
                input: code + "\n")
            _ = try courier.must(
                ["login", courier.person, "--pin-file", "-"], input: DemoRun.pin + "\n")
            _ = try courier.must(["sync", "run"])
            try write(DemoSignature.text + "\n", to: courier.signatureFile)
            say(DemoWords.enrolled(courier, label: "HH-0\(index + 1)"))
        }
    }

    private mutating func workOffline() throws(CommandFailure) {
        server?.kill()
        say(DemoWords.networkGone)
        for courier in couriers {
            for order in DemoOrders.all where order.courier == courier.person {
                let result = try courier.work(order)
                waybills[order.number] = result.waybill
                say(DemoWords.door(courier, order, result))
            }
            let attempt = try courier.run(["sync", "run", "--timeout", "1"])
            guard attempt.status == ExitStatus.serverUnreachable.rawValue else {
                throw CommandFailure(.demo("sync without a network ended with \(attempt.status)"))
            }
            say(DemoWords.unreachable(courier, attempt.complaint))
        }
    }

    private mutating func syncThroughABadNetwork() throws(CommandFailure) {
        try restartServer()
        say(DemoWords.networkBack)
        relay?.cutNextAnswer(afterBytes: DemoRun.answerBytesBeforeCut)
        _ = try couriers[0].run(["sync", "run"])
        guard relay?.cutCount == 1 else { throw CommandFailure(.demo("nothing was cut")) }
        say(DemoWords.cut(couriers[0]))
        let first = try couriers[0].must(["sync", "run"])
        say(DemoWords.synced(couriers[0], first))

        try killServerDuringSync(of: couriers[1])
        say(DemoWords.killed)
        try restartServer()
        let second = try couriers[1].must(["sync", "run"])
        say(DemoWords.synced(couriers[1], second))
    }

    /// Starts an exchange and cuts the server's power while it runs: the server has the facts, its
    /// answer is lost at the first byte, and before the courier can ask again the server is dead.
    private func killServerDuringSync(of courier: DemoCourier) throws(CommandFailure) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: courier.program)
        process.arguments = [
            "sync", "run", "--timeout", "1", "--data", courier.folder, "--json",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        relay?.cutNextAnswer(afterBytes: 1)
        do {
            try process.run()
        } catch {
            throw CommandFailure(.system("courier: \(error.localizedDescription)"))
        }
        while relay?.cutCount == 1, process.isRunning { usleep(DemoRun.pauseMicroseconds) }
        server?.kill()
        process.waitUntilExit()
        guard relay?.cutCount == 2, process.terminationStatus != 0 else {
            throw CommandFailure(.demo("the server was not killed during the exchange"))
        }
    }

    /// What stays after the demonstration talks to the server itself.
    private func leaveTheRelay() throws(CommandFailure) {
        for courier in couriers {
            _ = try courier.must(["config", "set", "server", "http://\(server?.address ?? "")"])
            _ = try courier.must(["sync", "run"])
        }
    }

    private mutating func restartServer() throws(CommandFailure) {
        guard let address = server?.address else { return }
        server = try DemoServer.start(station, folder: folder + "/station", listen: address)
    }

    private func write(_ text: String, to path: String) throws(CommandFailure) {
        do {
            try DurableFile.write(Array(text.utf8), to: path)
        } catch {
            throw CommandFailure(.system("\(error)"))
        }
    }

    /// Enough of an answer to look like one, too little to be one.
    private static let answerBytesBeforeCut = 300
    private static let pauseMicroseconds: UInt32 = 500
}
