import HTTPServer
import HTTPWire
import Platform
import Testing

/// A server on a free port, running on a thread of its own until `end`.
final class TestServer: Sendable {
    let server: HTTPServer
    let configuration: ServerConfiguration
    private let ended = Gate(places: 1)
    private let isDrained = Latch()

    init(
        _ change: (inout ServerConfiguration) -> Void = { _ in },
        handler: @escaping @Sendable (Request, Origin) -> Response = TestServer.echo
    ) throws {
        var configuration = ServerConfiguration()
        configuration.address = try #require(TCPAddress("127.0.0.1:0"))
        change(&configuration)
        self.configuration = configuration
        server = try HTTPServer(configuration, handler: handler)
    }

    /// Answers with the body and the target.
    static let echo: @Sendable (Request, Origin) -> Response = { request, _ in
        Response(status: 200, fields: [Field("Target", request.target)], body: request.body)
    }

    /// Begins to serve.
    func start() throws -> TestServer {
        #expect(ended.enter(until: Deadline(after: 0)))
        let ready = Latch()
        try startThread(stackBytes: 256 << 10) {
            if (try? self.server.run(signals: [], whenReady: ready.open)) == true {
                self.isDrained.open()
            }
            self.ended.leave()
        }
        #expect(ready.wait())
        return self
    }

    /// Stops and waits for the end; whether every connection had ended by itself.
    func end() -> Bool {
        server.stop()
        #expect(ended.enter(until: Deadline(after: 10_000)), "the server ends")
        return isDrained.wait(milliseconds: 0)
    }

    func client() throws -> TestClient {
        try TestClient(port: server.boundPort)
    }
}

/// Closed until somebody opens it, then open for ever.
final class Latch: Sendable {
    private let gate = Gate(places: 1)

    init() {
        _ = gate.enter(until: Deadline(after: 0))
    }

    func open() {
        gate.leave()
    }

    /// False when it was not opened in time.
    func wait(milliseconds: Int = 10_000) -> Bool {
        gate.pass(until: Deadline(after: milliseconds)) { true } ?? false
    }
}
