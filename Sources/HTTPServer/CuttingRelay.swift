import Glibc
package import Platform
import Synchronization

/// Stands between clients and one server of this machine and cuts a connection when told: the bad
/// network of the demonstration and of tests.
package final class CuttingRelay: Sendable {
    /// Where it listens, on 127.0.0.1.
    package let port: Int
    private let listener: Listener
    private let target: TCPAddress
    private let stop: StopSignal
    private let plan = Mutex(Plan())

    private struct Plan {
        var answerBytesMax: Int?
        var cutCount = 0
    }

    /// Binds; clients are passed on after `start`.
    package init(to target: TCPAddress) throws(POSIXFailure) {
        guard let anyPort = TCPAddress("127.0.0.1:0") else {
            preconditionFailure("a numeric address")
        }
        let (socket, port) = try Socket.listening(on: anyPort)
        self.port = port
        self.target = target
        stop = try StopSignal()
        listener = Listener(
            socket: socket, connectionCountMax: Self.connectionCountMax, stop: stop)
    }

    /// Begins to pass clients on, on threads of its own.
    package func start() throws(POSIXFailure) {
        try startThread(stackBytes: Self.stackBytes) { [self] in
            listener.run { client, _ in self.pass(client) }
        }
    }

    /// Takes no more clients. Connections that are open go on until one side ends them.
    package func end() { stop.request() }

    /// The next answer is cut after so many bytes, and its connection with it.
    package func cutNextAnswer(afterBytes count: Int) {
        plan.withLock { $0.answerBytesMax = count }
    }

    /// How many answers were cut.
    package var cutCount: Int { plan.withLock(\.cutCount) }

    private static let connectionCountMax = 64
    private static let stackBytes = 256 << 10
    private static let bufferBytes = 64 << 10
    private static let patienceMilliseconds = 120_000

    private func pass(_ client: Socket) {
        guard let server = try? Socket.connected(to: target) else { return }
        do throws(POSIXFailure) {
            try startThread(stackBytes: Self.stackBytes) { self.pump(client, to: server) }
        } catch {
            return
        }
        pump(server, to: client, isAnswer: true)
    }

    /// Passes bytes on until one side ends, then ends both.
    private func pump(_ source: Socket, to sink: Socket, isAnswer: Bool = false) {
        var buffer = [UInt8](repeating: 0, count: Self.bufferBytes)
        defer {
            shutdown(source.descriptor, Int32(SHUT_RDWR))
            shutdown(sink.descriptor, Int32(SHUT_RDWR))
        }
        while true {
            let deadline = Deadline(after: Self.patienceMilliseconds)
            guard case .bytes(let count) = source.receive(into: &buffer, until: deadline) else {
                return
            }
            let kept = isAnswer ? bytesToPass(of: count) : count
            guard sink.send(Array(buffer[..<kept]), [], until: deadline), kept == count else {
                return
            }
        }
    }

    private func bytesToPass(of count: Int) -> Int {
        plan.withLock { plan in
            guard let left = plan.answerBytesMax else { return count }
            guard count > left else {
                plan.answerBytesMax = left - count
                return count
            }
            plan.answerBytesMax = nil
            plan.cutCount += 1
            return left
        }
    }
}
