import Central
import CentralStore
import Domain
import HTTPWire
import Handheld
import SyncProtocol

/// The server's life, and what it does with a request.
extension World {
    mutating func openServer() {
        server.central = nil
        server.store = nil
        do {
            let store = try CentralStore(
                path: server.disk.path(ServerNode.databaseName), vfs: Disk.vfs)
            server.store = store
            server.central = Central(
                store: store, masterKey: ServerNode.masterKey, random: dice.source())
        } catch {
            trace.note("\(now) server does not open: \(error)")
        }
    }

    mutating func startServer() throws(Violation) {
        guard server.central == nil else { return }
        let hasFault = !isHealing && orderServerFault(rate: 60)
        openServer()
        if hasFault { _ = server.disk.disarm() }
        if server.disk.hasCrashed {
            server.disk.kill()
            stopServer()
        }
        guard let store = server.store else {
            queue.plan(.startServer, at: now + 1_000 + dice.below(10_000))
            return
        }
        trace.note("\(now) server starts")
        checkWatermark(store)
        try ledger.compare(store)
        noteWatermark(store)
    }

    /// As the program does before it serves: a database that is not the one that was told of was
    /// put back, and begins a new epoch.
    private mutating func checkWatermark(_ store: CentralStore) {
        guard let told = server.watermark else { return }
        do {
            guard try !store.goesOn(from: told) else { return }
            let moment = server.moment(at: now)
            var source = dice.source()
            try store.begin(
                NewEpoch.drawn(.restored, at: moment, from: &source), at: moment.wallMilliseconds)
            tally.count(.newEpoch)
        } catch {
            // It does not serve before it knows; the next start looks again.
            stopServer()
            restartServerLater()
        }
    }

    /// What the program writes beside the database after a commit, without waiting for the disk.
    mutating func noteWatermark(_ store: CentralStore) {
        if let mark = try? store.ledgerMark() { server.watermark = mark }
    }

    /// Drops the process; its disk is as the caller has left it.
    mutating func stopServer() {
        server.central = nil
        server.store = nil
    }

    mutating func restartServerLater() {
        queue.plan(.startServer, at: now + 500 + dice.delay(mean: 20_000))
    }

    /// The process ended inside a disk operation.
    mutating func buryServer() {
        tally.count(.serverCrash)
        if plan.strength(.serverPower) > 0, dice.below(3) == 0 {
            server.disk.cutPower(percent: plan.survivingPercent)
            tally.count(.serverCut)
        } else {
            server.disk.kill()
        }
        stopServer()
        trace.note("\(now) server died in an operation")
        restartServerLater()
    }

    /// Orders a fault for the next operations of the server's disk, perhaps.
    mutating func orderServerFault(rate: Int) -> Bool {
        guard !isHealing else { return false }
        for (fault, kind) in [
            (FaultClass.serverCrash, Disk.Fault.crash), (.serverBadDisk, .badWrite),
        ] {
            let strength = plan.strength(fault)
            guard strength > 0, dice.permille(rate * strength) else { continue }
            let isRead = kind == .badWrite && dice.below(4) == 0
            server.disk.order(isRead ? .badRead : kind, at: 1 + dice.below(isRead ? 60 : 14))
            return true
        }
        return false
    }

    // MARK: Requests

    mutating func arrive(_ flight: Flight) throws(Violation) {
        guard let central = server.central, let store = server.store else {
            answer(flight, .unreachable)
            return
        }
        let rowsBefore = (lines: ledger.lines.count, revision: ledger.revision)
        let hasFault = flight.damage == .none && orderServerFault(rate: 15)
        let response = central.respond(
            to: flight.request, origin: .network(address: "H"), at: server.moment(at: now))
        let hasMet = hasFault && server.disk.disarm()
        guard !server.disk.hasCrashed else {
            buryServer()
            answer(flight, .cut)
            return
        }
        if hasMet { tally.count(.serverBadDisk) }
        if flight.damage != .none {
            try demand(
                response.status != 200, "I-24",
                "a damaged request was answered \(response.status)")
        }
        try ledger.read(store)
        noteWatermark(store)
        if flight.damage != .none {
            try demand(
                rowsBefore == (ledger.lines.count, ledger.revision), "I-24",
                "a damaged request changed the ledger")
        }
        if flight.damage == .none {
            try demand(
                ![400, 401, 403, 404, 413, 422].contains(response.status), "I-28",
                "an honest request was answered \(response.status)")
        }
        try checkHeld(response, to: flight, after: rowsBefore.lines)
        let isAgain = try checkCounter(of: flight, response)
        if isAgain, !hasFault, response.status == 200 {
            tally.count(.again)
            try demand(
                rowsBefore == (ledger.lines.count, ledger.revision), "I-25",
                "the same request changed the ledger")
        }
        try checkAnswer(response, to: flight)
        trace.note(
            "\(now) server \(flight.device).\(flight.number) \(response.status) "
                + "\(ledger.lines.count) \(ledger.revision)")
        sendBack(response, to: flight)
    }

    /// What a handheld brings that may not work is stored and changes nothing.
    private func checkHeld(
        _ response: Response, to flight: Flight, after count: Int
    ) throws(Violation) {
        guard response.status == 200, let answer = try? ExchangeResponse(decoding: response.body),
            answer.hello.state != .active
        else { return }
        let device = devices[flight.device].device.id
        for line in ledger.lines.dropFirst(count) where line.device == device {
            try demand(
                line.disposition != "applied", "I-28",
                "a fact of a handheld that is \(answer.hello.state) is applied")
        }
    }

    /// Whether the counter of a request that was taken had been taken before.
    private mutating func checkCounter(
        of flight: Flight, _ response: Response
    ) throws(Violation) -> Bool {
        guard flight.damage == .none,
            let value = flight.request.value(of: RequestSignature.fieldName),
            let signature = RequestSignature(headerValue: value)
        else { return false }
        if response.status == 409 { tally.count(.staleCounter) }
        guard response.status == 200 else { return false }
        return try oracle.take(
            counter: signature.counter, code: signature.code, of: signature.device)
    }

    /// What a signed answer claims must be what the ledger holds.
    private mutating func checkAnswer(
        _ response: Response, to flight: Flight
    ) throws(Violation) {
        guard response.status == 200, let answer = try? ExchangeResponse(decoding: response.body)
        else { return }
        for result in answer.pushes {
            switch result.outcome {
            case .ok(let stored):
                let head = ledger.head(result.stream, at: stored.at)
                try demand(
                    stored.at == 0 || head == stored.atHead, "I-05",
                    "\(stored.at) of \(result.stream) was acknowledged, the ledger has "
                        + "\(ledger.have(result.stream))")
                tally.count(.newLine, by: stored.new)
                tally.count(.duplicate, by: stored.duplicate)
            case .gap: tally.count(.rewind)
            case .fork: tally.count(.fork)
            case .chainMismatch, .badCode, .notYours, .streamClosed, .streamLimit,
                .lineTooLong, .busy, .unknown:
                trace.note("\(now) push \(result.code)")
            }
        }
        if let page = answer.page {
            if page.isMore { tally.count(.manyPages) }
            if page.isBegin { tally.count(.reset) }
            if answer.hello.state == .revoked {
                try demand(
                    page.changes.isEmpty, "I-33",
                    "a revoked handheld got \(page.changes.count) rows")
            }
        }
    }

}
