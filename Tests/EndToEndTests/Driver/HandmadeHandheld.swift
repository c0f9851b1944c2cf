import Foundation
import SyncProtocol
import Testing

/// A handheld made of nothing but the contract: it builds its frames by hand.
final class HandmadeHandheld {
    let device: String
    let stream = UUID().uuidString.lowercased()
    private let key: DeviceKey
    private let port: Int
    private var counter = 0
    private(set) var heads: [Digest]
    private(set) var lines: [[UInt8]] = []

    /// Enrols with the code of a slot.
    init(code: String, port: Int) throws {
        self.port = port
        let question = EnrolRequest(code: code, model: "test", app: "test/1")
        let connection = try RawConnection(port: port)
        connection.send(
            HandmadeHandheld.request(
                "/pjs/1/enrol", mediaType: "application/json", signature: nil,
                body: question.encoded()))
        let answer = try #require(connection.answer())
        guard answer.status == 200 else { throw DriverFailure("enrol: \(answer.status)") }
        let enrolled = try EnrolAnswer(decoding: answer.body)
        device = enrolled.device
        key = enrolled.key
        heads = [Chain.genesis(device: enrolled.device, stream: stream)]
    }

    /// Records notes.
    func note(_ texts: [String]) {
        for text in texts {
            let entry = Entry(
                kind: "note", sequence: lines.count + 1, person: TestStation.person,
                wallMilliseconds: 1_789_027_260_000, bootMilliseconds: 1_000 * lines.count,
                bootNumber: 4, offsetMinutes: 480, stamp: "01a08a54ac00-0000",
                payload: ["text": .text(text)])
            record(entry.encoded())
        }
    }

    /// Takes any line into the journal.
    func record(_ line: [UInt8]) {
        lines.append(line)
        heads.append(Chain.link(heads[heads.count - 1], line))
    }

    /// The push section of the entries `from … to`.
    func push(_ from: Int, _ to: Int) -> Push {
        Push(
            stream: stream, from: from, previous: heads[from - 1], head: heads[to],
            code: key.headCode(device: device, stream: stream, sequence: to, head: heads[to]),
            lines: lines[(from - 1)..<to].map { $0[...] })
    }

    /// A signed request of the push sections, as bytes on the wire.
    func exchange(_ pushes: [Push]) -> SignedExchange {
        let hello = HelloRequest(
            app: "test/1", device: device, stream: stream, epoch: "", recorded: lines.count,
            acknowledged: 0, wallMilliseconds: 1_789_027_260_000, bootMilliseconds: 1_000,
            bootNumber: 4)
        let body = ExchangeRequest(hello: hello, pushes: pushes).encoded()
        counter += 1
        let nonce = (0..<RequestSignature.nonceBytes).map { _ in UInt8.random(in: 0...255) }
        let signature = RequestSignature(
            key: key, device: device, counter: counter, nonce: Base64URL.text(of: nonce),
            method: "POST", target: "/pjs/1/exchange", body: body)
        let bytes = HandmadeHandheld.request(
            "/pjs/1/exchange", mediaType: "application/pjs+ndjson",
            signature: signature.headerValue, body: body)
        return SignedExchange(bytes: bytes, signature: signature)
    }

    /// Sends a request and checks the answer as a handheld has to.
    func send(_ exchange: SignedExchange) throws -> ExchangeResponse {
        let connection = try RawConnection(port: port)
        connection.send(exchange.bytes)
        let answer = try #require(connection.answer())
        let code = exchange.signature.answerCode(
            key: key, status: answer.status, body: answer.body)
        guard answer.status == 200, answer.value(of: "PJS-MAC") == code.hex else {
            throw DriverFailure(
                "exchange: \(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
        }
        return try ExchangeResponse(decoding: answer.body)
    }

    /// Goes on above every counter that the server may have reserved before it was killed.
    func skipCounters() { counter += 1_000 }

    /// The bytes of a signed request of any method, with the signature its answer is checked by.
    func request(
        _ method: String, _ target: String, _ fields: [(String, String)] = [], body: [UInt8] = []
    ) -> SignedExchange {
        counter += 1
        let nonce = (0..<RequestSignature.nonceBytes).map { _ in UInt8.random(in: 0...255) }
        let signature = RequestSignature(
            key: key, device: device, counter: counter, nonce: Base64URL.text(of: nonce),
            method: method, target: target, body: body)
        var head = "\(method) \(target) HTTP/1.1\r\nHost: station\r\n"
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        if !body.isEmpty { head += "Content-Length: \(body.count)\r\n" }
        head += "\(RequestSignature.fieldName): \(signature.headerValue)\r\n\r\n"
        return SignedExchange(bytes: Array(head.utf8) + body, signature: signature)
    }

    /// Sends a request about a blob and checks the signature of the answer.
    func ask(_ request: SignedExchange) throws -> RawAnswer {
        let connection = try RawConnection(port: port)
        connection.send(request.bytes)
        let answer = try #require(connection.answer())
        let code = request.signature.answerCode(
            key: key, status: answer.status, offset: answer.value(of: "Upload-Offset") ?? "-",
            complete: answer.value(of: "Upload-Complete") ?? "-", body: answer.body)
        guard answer.value(of: "PJS-MAC") == code.hex else {
            throw DriverFailure("blob: \(answer.status) without a right signature")
        }
        return answer
    }

    /// The problem that a request is refused with.
    func refusal(of exchange: SignedExchange) throws -> WireProblem? {
        let connection = try RawConnection(port: port)
        connection.send(exchange.bytes)
        let answer = try #require(connection.answer())
        guard let problem = WireProblem(decoding: answer.body) else { return nil }
        #expect(answer.status == problem.code.status)
        return WireProblem(problem.code, extra: problem.extra)
    }

    /// Sends a request and goes away without the answer.
    func sendAndLeave(_ exchange: SignedExchange) throws {
        try RawConnection(port: port).send(exchange.bytes)
    }

    private static func request(
        _ target: String, mediaType: String, signature: String?, body: [UInt8]
    ) -> [UInt8] {
        var head = "POST \(target) HTTP/1.1\r\nHost: station\r\nContent-Type: \(mediaType)\r\n"
        head += "Content-Length: \(body.count)\r\n"
        if let signature { head += "\(RequestSignature.fieldName): \(signature)\r\n" }
        return Array((head + "\r\n").utf8) + body
    }
}

/// A request with the signature that its answer is checked against.
struct SignedExchange {
    var bytes: [UInt8]
    let signature: RequestSignature
}
