import Glibc
package import HTTPWire
import Platform

/// An HTTP/1.1 server over one handler: plain, synchronous, one request at a time.
///
/// One thread accepts per socket, one serves per connection. The handler sees whole requests only.
package final class HTTPServer: Sendable {
    /// Where it listens; a port of 0 asked for is a real one here.
    package let boundPort: Int
    private let core: ServerCore
    private let listeners: [Listener]
    private let socketPath: String?

    /// Binds every socket, so that clients can already connect; they are served by `run`.
    package init(
        _ configuration: ServerConfiguration,
        handler: @escaping @Sendable (Request, Origin) -> Response
    ) throws(ServerFailure) {
        let address = configuration.address
        guard address.isLoopback || configuration.allowsPublic else {
            throw .addressIsPublic(address)
        }
        if let path = configuration.socketPath { try Self.prepareFolder(of: path) }
        do throws(POSIXFailure) {
            let stop = try StopSignal()
            core = ServerCore(configuration: configuration, stop: stop, handler: handler)
            let network = try Socket.listening(on: address)
            boundPort = network.port
            var listeners = [
                Listener(
                    socket: network.socket, connectionCountMax: configuration.connectionCountMax,
                    stop: stop)
            ]
            if let path = configuration.socketPath {
                listeners.append(
                    Listener(
                        socket: try Socket.listening(onPath: path),
                        connectionCountMax: configuration.localConnectionCountMax, stop: stop))
            }
            self.listeners = listeners
            socketPath = configuration.socketPath
        } catch {
            throw .system(error)
        }
    }

    /// Serves until one of the signals arrives or `stop` is called, then drains. Call it on the
    /// main thread before other threads exist, or without signals. `whenReady` runs once clients
    /// are served and signals are handled. False when answers were still under way at the end.
    package func run(
        signals: [Int32] = [SIGTERM, SIGINT], whenReady: () -> Void = {}
    ) throws(ServerFailure) -> Bool {
        do throws(POSIXFailure) {
            if !signals.isEmpty { try SignalWaiter.start(signals) { _ in self.stop() } }
            for listener in listeners {
                try startThread(stackBytes: Self.acceptStackBytes) { [core] in
                    listener.run { socket, origin in
                        var connection = Connection(socket: socket, origin: origin, core: core)
                        connection.serve()
                    }
                }
            }
        } catch {
            stop()
            throw .system(error)
        }
        whenReady()
        _ = waitForInput(on: core.stop.descriptor, until: nil)
        for listener in listeners { listener.close() }
        if let socketPath { unsafe unlink(socketPath) }
        let deadline = Deadline(after: core.configuration.drainMilliseconds)
        return listeners.allSatisfy { $0.drain(until: deadline) }
    }

    /// Ends `run`: no new clients, idle connections close, answers under way are finished.
    package func stop() {
        core.stop.request()
    }

    private static let acceptStackBytes = 256 << 10

    private static func prepareFolder(of path: String) throws(ServerFailure) {
        guard path.utf8.count <= LocalSocket.pathBytesMax else { throw .socketPathTooLong(path) }
        let folder = DurableFile.folder(of: path)
        do throws(POSIXFailure) {
            try DurableFile.makeFolder(folder)
        } catch {
            throw .system(error)
        }
        var status = stat()
        guard unsafe lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
            status.st_uid == geteuid(), status.st_mode & 0o077 == 0
        else { throw .socketFolderNotPrivate(folder) }
    }
}
