import Central
import CentralStore
import Commands
import Domain
import Foundation
import HTTPWire
import Platform
import SQLite
import SyncProtocol

/// The way of one command to the station's database: through the running server for a change, or
/// under the lock when none runs; by a read-only connection for a report.
struct StationDesk {
    let places: StationPlaces
    let waitMilliseconds: Int

    /// How long the running server may take to answer.
    private static let answerMilliseconds = 30_000
    private static let answerBytesMax = 4 << 20

    /// Makes the folder, the keys and the database of a new station.
    func initialise(_ setup: StationSetup) throws(CommandFailure) -> ManagerOutcome {
        if let field = setup.badField {
            throw CommandFailure(
                CommandError.refusal(
                    .badValue(field: field), of: .initialise(setup), folder: places.folder))
        }
        try system { () throws(POSIXFailure) in try DurableFile.makeFolder(places.folder) }
        return try underLock { () throws(CommandFailure) in
            let central = try open(makesKey: true)
            let action = ManagerAction.initialise(setup)
            let outcome = try stored { try central.perform(action, at: moment) }
            try note(central)
            return try refused(outcome, action)
        }
    }

    /// Orders a change and says what came of it.
    func perform(_ action: ManagerAction) throws(CommandFailure) -> ManagerOutcome {
        try requireStation()
        switch try lockOrServer() {
        case .ready(_, .some(let socket)): return try refused(try ask(socket, action), action)
        case .ready(_, nil): throw CommandFailure(.busy(seconds: waitMilliseconds / 1000))
        case .taken(let lock):
            return try holding(lock) { () throws(CommandFailure) in
                let central = try open()
                let outcome = try stored { try central.perform(action, at: moment) }
                try note(central)
                return try refused(outcome, action)
            }
        }
    }

    /// Reads with a connection of its own. When no server runs, the log of the last one is copied
    /// first, so that nothing is shown that a power cut could still take away.
    func read<R>(
        _ body: (borrowing StationReader) throws(CommandFailure) -> R
    ) throws(CommandFailure) -> R {
        try requireStation()
        switch try lockOrServer() {
        case .ready: return try reading(body)
        case .taken(let lock):
            return try holding(lock) { () throws(CommandFailure) in
                _ = try stored { try CentralStore(path: places.database) }
                return try reading(body)
            }
        }
    }

    /// The server's state, opened under the lock that the caller holds.
    func open(makesKey: Bool = false) throws(CommandFailure) -> Central {
        let key = try masterKey(makesIt: makesKey)
        let store = try stored {
            try CentralStore(
                path: places.database, side: SideWork(begin: SideThread().begin))
        }
        try watermark().check(store, at: moment)
        return Central(store: store, masterKey: key)
    }

    /// What tells of the ledger outside its database.
    func watermark() throws(CommandFailure) -> Watermark {
        try system { () throws(POSIXFailure) in
            Watermark(file: try OverwrittenFile(places.watermark))
        }
    }

    private func note(_ central: Central) throws(CommandFailure) {
        guard let mark = try stored({ try central.ledgerMark() }) else { return }
        try watermark().note(mark, isSynced: true)
    }

    private func reading<R>(
        _ body: (borrowing StationReader) throws(CommandFailure) -> R
    ) throws(CommandFailure) -> R {
        let reader = try stored { try StationReader(path: places.database) }
        return try body(reader)
    }

    /// That there is a station to work on, and that this user may.
    func requireStation() throws(CommandFailure) {
        if FileManager.default.isReadableFile(atPath: places.database) { return }
        let isThere = FileManager.default.fileExists(atPath: places.folder)
        guard isThere, !FileManager.default.isExecutableFile(atPath: places.folder) else {
            throw CommandFailure(.noStation(places.folder))
        }
        throw CommandFailure(.unreadable(places.folder))
    }

    var moment: Moment { ClockReading.now().moment }

    // MARK: Lock

    /// Runs under the lock of the database, which nobody else may hold.
    func underLock<R>(_ body: () throws(CommandFailure) -> R) throws(CommandFailure) -> R {
        let lock: LockFile
        do {
            lock = try LockFile.take(places.lock, waitMilliseconds: waitMilliseconds)
        } catch {
            throw failure(error)
        }
        return try holding(lock, body)
    }

    private func lockOrServer() throws(CommandFailure) -> LockFile.Outcome {
        do {
            return try LockFile.takeOrFindReady(places.lock, waitMilliseconds: waitMilliseconds)
        } catch {
            throw failure(error)
        }
    }

    private func holding<R>(
        _ lock: LockFile, _ body: () throws(CommandFailure) -> R
    ) throws(CommandFailure) -> R {
        defer { try? lock.release() }
        return try body()
    }

    func failure(_ failure: LockFile.Failure) -> CommandFailure {
        switch failure {
        case .busy: CommandFailure(.busy(seconds: waitMilliseconds / 1000))
        case .system(let error): CommandFailure(.system("\(error)"))
        }
    }

    // MARK: Keys

    func masterKey(makesIt: Bool) throws(CommandFailure) -> [UInt8] {
        let found: [UInt8]?
        do {
            found = try DurableFile.read(places.masterKey, bytesMax: DeviceKey.size)
        } catch {
            throw CommandFailure(.masterKeyUnreadable(places.masterKey))
        }
        if let found {
            guard found.count == DeviceKey.size else {
                throw CommandFailure(.masterKeyUnreadable(places.masterKey))
            }
            return found
        }
        guard makesIt, !FileManager.default.fileExists(atPath: places.database) else {
            throw CommandFailure(.masterKeyUnreadable(places.masterKey))
        }
        var random = RandomSource.system
        let key = random.bytes(DeviceKey.size)
        try system { () throws(POSIXFailure) in
            try DurableFile.write(key, to: places.masterKey)
        }
        return key
    }

    // MARK: The running server

    private func ask(
        _ socket: String, _ action: ManagerAction
    ) throws(CommandFailure) -> ManagerOutcome {
        let body = action.encoded.encoded()
        guard body.count <= HTTPLimits().bodyBytesMax else {
            throw CommandFailure(.importTooLarge)
        }
        return try outcome(
            of: try post("/local/1/action", "application/json", body, to: socket))
    }

    private func post(
        _ target: String, _ mediaType: String, _ body: [UInt8], to socket: String
    ) throws(CommandFailure) -> [UInt8] {
        let head =
            "POST \(target) HTTP/1.1\r\nHost: station\r\nContent-Type: \(mediaType)\r\n"
            + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        do {
            return try LocalSocket.ask(
                socket, Array(head.utf8) + body, answerBytesMax: StationDesk.answerBytesMax,
                timeoutMilliseconds: StationDesk.answerMilliseconds)
        } catch {
            throw CommandFailure(.serverGone("\(error)"))
        }
    }

    /// Takes a carried frame in and gives the frame of the reply.
    func deposit(_ frame: [UInt8]) throws(CommandFailure) -> Result<[UInt8], WireProblem> {
        try requireStation()
        switch try lockOrServer() {
        case .ready(_, .some(let socket)):
            let answer = try post("/pjs/1/deposit", "application/pjs+ndjson", frame, to: socket)
            guard let end = answer.firstRange(of: Array("\r\n\r\n".utf8)) else {
                throw CommandFailure(.serverGone("HTTP"))
            }
            let body = Array(answer[end.upperBound...])
            if answer.starts(with: Array("HTTP/1.1 200".utf8)) { return .success(body) }
            guard let problem = WireProblem(decoding: body) else {
                throw CommandFailure(.serverGone("HTTP"))
            }
            return .failure(problem)
        case .ready(_, nil): throw CommandFailure(.busy(seconds: waitMilliseconds / 1000))
        case .taken(let lock):
            return try holding(lock) { () throws(CommandFailure) in
                let central = try open()
                let result = central.deposit(frame, at: moment)
                try note(central)
                return result
            }
        }
    }

    /// Reads the answer to one request on a connection that ended after it.
    private func outcome(of answer: [UInt8]) throws(CommandFailure) -> ManagerOutcome {
        let text = String(decoding: answer, as: UTF8.self)
        let status = text.dropFirst("HTTP/1.1 ".count).prefix(3)
        guard let end = text.range(of: "\r\n\r\n"), status == "200",
            let object = try? CanonicalObject(decoding: Array(text[end.upperBound...].utf8)),
            let outcome = ManagerOutcome(object)
        else { throw CommandFailure(.serverGone("HTTP \(status)")) }
        return outcome
    }

    private func refused(
        _ outcome: ManagerOutcome, _ action: ManagerAction
    ) throws(CommandFailure) -> ManagerOutcome {
        if case .refused(let refusal) = outcome {
            throw CommandFailure(CommandError.refusal(refusal, of: action, folder: places.folder))
        }
        return outcome
    }
}

/// Runs something of the store and puts its failures into words.
func stored<R: ~Copyable>(_ body: () throws -> R) throws(CommandFailure) -> R {
    do {
        return try body()
    } catch let failure as CommandFailure {
        throw failure
    } catch let fault as StoreFault {
        throw CommandFailure(.fault(fault))
    } catch let error as SQLiteError where error.kind == .corrupt {
        throw CommandFailure(.damaged("\(error)"))
    } catch {
        throw CommandFailure(.storage("\(error)"))
    }
}

/// Runs a system call and puts its failure into words.
func system<R>(_ body: () throws(POSIXFailure) -> R) throws(CommandFailure) -> R {
    do {
        return try body()
    } catch {
        throw CommandFailure(.system("\(error)", status: .cannotCreate))
    }
}
