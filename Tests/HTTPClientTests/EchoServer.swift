import HTTPServer
import HTTPWire
import Platform
import Synchronization
import Testing

/// A server that answers with what it was asked, on a thread of its own.
final class EchoServer: Sendable {
    let address: TCPAddress
    private let server: HTTPServer
    private let seen: Seen
    private let ended = Gate(places: 1)

    private final class Seen: Sendable {
        let targets = Mutex<[String]>([])
    }

    init() throws {
        var configuration = ServerConfiguration()
        configuration.address = try #require(TCPAddress("127.0.0.1:0"))
        configuration.limits.bodyBytesMax = 4 << 20
        let seen = Seen()
        self.seen = seen
        server = try HTTPServer(configuration) { request, _ in
            seen.targets.withLock { $0.append(request.target) }
            switch request.target {
            case "/moved":
                return Response(status: 307, fields: [Field("Location", "/echo")])
            case "/slow":
                // Nobody leaves this place.
                let gate = Gate(places: 1)
                _ = gate.enter(until: Deadline(after: 0))
                _ = gate.enter(until: Deadline(after: EchoServer.slowMilliseconds))
                return Response(status: 200)
            default: return Self.echo(request)
            }
        }
        address = try #require(TCPAddress("127.0.0.1:\(server.boundPort)"))
        #expect(ended.enter(until: Deadline(after: 0)))
        try startThread(stackBytes: 256 << 10) { [server, ended] in
            _ = try? server.run(signals: [])
            ended.leave()
        }
    }

    /// How long an answer to `/slow` takes.
    static let slowMilliseconds = 1_000

    private static func echo(_ request: Request) -> Response {
        let word = request.fields.first { $0.isNamed("X-Word") }?.value ?? ""
        return Response(
            status: 200,
            fields: [Field("X-Method", request.method), Field("X-Word", word)],
            body: request.body)
    }

    func url(_ target: String) -> String { "http://127.0.0.1:\(server.boundPort)\(target)" }

    /// The targets that were asked for.
    var targets: [String] { seen.targets.withLock { $0 } }

    /// Ends the server and waits for it.
    func stop() {
        server.stop()
        if ended.enter(until: Deadline(after: 10_000)) { ended.leave() }
    }
}
