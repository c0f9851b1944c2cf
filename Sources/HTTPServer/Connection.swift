import HTTPWire
import Platform

/// Serves one client: one request at a time, nothing read while it is answered.
struct Connection {
    private let socket: Socket
    private let origin: Origin
    private let core: ServerCore
    private var parser: RequestParser
    private var buffer: [UInt8]

    /// A connection that has been accepted and not read.
    init(socket: Socket, origin: Origin, core: ServerCore) {
        self.socket = socket
        self.origin = origin
        self.core = core
        parser = RequestParser(
            limits: core.configuration.limits,
            hosts: origin == .local ? [] : core.configuration.hosts)
        buffer = [UInt8](repeating: 0, count: Self.readBytes)
    }

    /// Until the client leaves, breaks a rule or a deadline, or the server stops.
    mutating func serve() {
        while let request = nextRequest() {
            let response = core.answer(request, from: origin)
            // Read after the handler returned: a stop while it ran must show in its answer.
            let closing = request.asksToClose || core.stop.isRequested
            let body = request.method == "HEAD" ? [] : response.body
            let isSent = send(response.encodedHead(closing: closing), body)
            guard isSent, !closing else {
                if isSent { farewell() }
                break
            }
        }
    }

    private static let readBytes = 16 << 10

    /// What we wait for, each with a deadline of its own that is fixed when the wait begins.
    private enum Awaited {
        case request
        case head
        case body
    }

    /// The next whole request, or nil when there will be none; a refusal is already answered.
    private mutating func nextRequest() -> Request? {
        var awaited = Awaited.request
        var deadline = Deadline(after: core.configuration.idleMilliseconds)
        while true {
            switch parser.next() {
            case .request(let request): return request
            case .refused(let violation):
                refuse(violation)
                return nil
            case .expectsContinue:
                guard send(Response.continueBytes) else { return nil }
                continue
            case .idle: break
            case .head where awaited == .request:
                awaited = .head
                deadline = Deadline(after: core.configuration.headMilliseconds)
            case .body where awaited != .body:
                awaited = .body
                deadline = Deadline(after: core.configuration.bodyMilliseconds)
            case .head, .body: break
            }
            let stop = awaited == .request ? core.stop : nil
            switch socket.receive(into: &buffer, until: deadline, unless: stop) {
            case .bytes(let count): parser.receive(buffer[..<count])
            case .ended, .stopping: return nil
            case .late:
                if awaited != .request { refuse(.requestTimeout) }
                return nil
            }
        }
    }

    private mutating func refuse(_ violation: Violation) {
        if send(Response(refusing: violation).encodedHead(closing: true)) { farewell() }
    }

    /// False when the client is gone or too slow.
    private func send(_ head: [UInt8], _ body: [UInt8] = []) -> Bool {
        socket.send(head, body, until: Deadline(after: core.configuration.writeMilliseconds))
    }

    private mutating func farewell() {
        socket.farewell(
            into: &buffer, until: Deadline(after: core.configuration.farewellMilliseconds),
            bytesMax: core.configuration.farewellBytesMax)
    }
}
