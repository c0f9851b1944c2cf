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
            let isSent = send(response, withBody: request.method != "HEAD", closing: closing)
            guard isSent, !closing else { break }
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
                guard sendContinue() else { return nil }
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
        _ = send(Response(refusing: violation), withBody: false, closing: true)
    }

    /// False when the client is gone or too slow.
    private mutating func send(_ response: Response, withBody: Bool, closing: Bool) -> Bool {
        let deadline = Deadline(after: core.configuration.writeMilliseconds)
        let isSent = socket.send(
            response.encodedHead(closing: closing), withBody ? response.body : [], until: deadline)
        if isSent, closing { socket.farewell(into: &buffer) }
        return isSent
    }

    private func sendContinue() -> Bool {
        let deadline = Deadline(after: core.configuration.writeMilliseconds)
        return socket.send(Response.continueBytes, [], until: deadline)
    }
}
