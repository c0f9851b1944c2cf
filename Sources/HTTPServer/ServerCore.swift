import HTTPWire
import Platform

/// What every connection shares.
final class ServerCore: Sendable {
    /// Limits and patience.
    let configuration: ServerConfiguration
    /// Said when the server is to end.
    let stop: StopSignal
    private let gate = Gate(places: 1)
    private let handler: @Sendable (Request, Origin) -> Response

    /// One gate for all connections, so one handler at a time.
    init(
        configuration: ServerConfiguration, stop: StopSignal,
        handler: @escaping @Sendable (Request, Origin) -> Response
    ) {
        self.configuration = configuration
        self.stop = stop
        self.handler = handler
    }

    /// The handler's answer, or 503 when the handler was busy for too long.
    func answer(_ request: Request, from origin: Origin) -> Response {
        gate.pass(until: Deadline(after: configuration.gateMilliseconds)) {
            handler(request, origin)
        } ?? Self.busy
    }

    private static let busy = Response(
        status: 503,
        fields: [Field("Retry-After", "2"), Field("Cache-Control", "no-store")])
}
