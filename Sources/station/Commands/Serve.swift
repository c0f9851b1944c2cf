import Central
import Commands
import Domain
import Foundation
import HTTPServer
import HTTPWire
import Platform
import SyncProtocol

/// Running the server.
extension StationProgram {
    func serve() throws(CommandFailure) -> CommandOutput {
        var configuration = ServerConfiguration()
        configuration.limits.bodyBytesMax = Limits.requestFrameBytesMax
        if let text = invocation.value("listen") {
            guard let address = TCPAddress(text) else {
                throw CommandFailure(
                    .badOption(
                        "listen", text,
                        expected: Words(
                            zh: "写作 127.0.0.1:8080, 端口 0 为任一空闲端口",
                            en: "write it as 127.0.0.1:8080; port 0 takes any free one")))
            }
            configuration.address = address
        }
        configuration.allowsPublic = invocation.has("insecure-public")
        configuration.socketPath = places.socket
        try desk().requireStation()
        let backups = try BackupClock(
            everyMinutes: try invocation.value("backup-every").map {
                text throws(CommandFailure) in
                try number("backup-every", text, in: 0...BackupClock.minutesMax)
            } ?? BackupClock.minutesDefault, run: BackupRun(desk: desk()), language: language)
        let lock = try serverLock()
        defer { try? lock.release() }
        let central = try desk().open()
        let watermark = try desk().watermark()
        let frames = FrameLog(folder: places.frames)
        frames.begin(at: ClockReading.now().wallMilliseconds)
        let server: HTTPServer
        do {
            server = try HTTPServer(configuration) { request, origin in
                let moment = ClockReading.now().moment
                let response = central.respond(
                    to: request, origin: origin.requestOrigin, at: moment)
                frames.keep(request, response, at: moment.wallMilliseconds)
                // The mark may lag: what it says is true of what was written before.
                if let mark = try? central.ledgerMark() { try? watermark.note(mark) }
                return response
            }
        } catch {
            throw CommandFailure(.serverFailure(error, address: configuration.address))
        }
        let output = try run(server, lock, backups, configuration)
        backups.stop()
        if let mark = try? central.ledgerMark() { try? watermark.note(mark, isSynced: true) }
        central.close()
        return output
    }

    private func run(
        _ server: HTTPServer, _ lock: LockFile, _ backups: BackupClock,
        _ configuration: ServerConfiguration
    ) throws(CommandFailure) -> CommandOutput {
        var announced: POSIXFailure?
        let isDrained: Bool
        do {
            isDrained = try server.run {
                do throws(POSIXFailure) {
                    try lock.announceReady(socketPath: configuration.socketPath)
                    try backups.start()
                    _ = StandardStreams.writeLine(
                        "listening http://\(configuration.address.withPort(server.boundPort))")
                } catch {
                    announced = error
                    server.stop()
                }
            }
        } catch {
            throw CommandFailure(.serverFailure(error, address: configuration.address))
        }
        if let announced { throw CommandFailure(.system("\(announced)")) }
        return CommandOutput(notes: isDrained ? [StationWords.drained[language]] : [])
    }

    private func serverLock() throws(CommandFailure) -> LockFile {
        let desk = try desk()
        do {
            return try LockFile.take(places.lock, waitMilliseconds: desk.waitMilliseconds)
        } catch {
            throw desk.failure(error)
        }
    }

    func desk() throws(CommandFailure) -> StationDesk {
        StationDesk(places: places, waitMilliseconds: try waitMilliseconds())
    }
}

extension CommandError {
    static func serverFailure(_ failure: ServerFailure, address: TCPAddress) -> CommandError {
        switch failure {
        case .addressIsPublic:
            .listen(
                "\(address)",
                Words(zh: "本机以外也能连到这个地址", en: "other machines can reach this address"))
        case .socketPathTooLong(let path), .socketFolderNotPrivate(let path):
            .system(path, status: .configuration)
        case .system(let error): .listen("\(address)", Words(zh: "\(error)", en: "\(error)"))
        }
    }
}

extension Origin {
    /// The same, as the handler names it.
    fileprivate var requestOrigin: RequestOrigin {
        switch self {
        case .network(let address): .network(address: address)
        case .local: .local
        }
    }
}
