import Central
import HTTPClient
import HTTPWire
import Handheld
import Platform

/// Carries the requests of one handheld.
protocol BenchClient {
    /// Sends a request and waits for its answer; status 0 when none came.
    func post(_ target: String, _ body: [UInt8], fields: [(String, String)]) -> ReceivedAnswer
}

/// A server in this process, asked without any network: what is left is the work of both ends.
struct DirectClient: BenchClient {
    let central: Central

    func post(_ target: String, _ body: [UInt8], fields: [(String, String)]) -> ReceivedAnswer {
        let request = Request(
            method: "POST", target: target, fields: fields.map { Field($0, $1) }, body: body)
        let response = central.respond(
            to: request, origin: .network(address: "127.0.0.1"), at: ClockReading.now().moment)
        func value(_ name: String) -> String? {
            response.fields.first { $0.isNamed(name) }?.value
        }
        return ReceivedAnswer(
            status: response.status, mediaType: value("Content-Type"), signature: value("PJS-MAC"),
            body: response.body)
    }
}

/// One kept connection to the server, by the same code that carries a handheld's requests.
final class LoopbackClient: BenchClient {
    private let port: Int
    private let session = HTTPSession()
    private let patience = HTTPPatience(wholeMilliseconds: 60_000, answerBytesMax: 64 << 20)

    init(port: Int) { self.port = port }

    func post(
        _ target: String, _ body: [UInt8], fields: [(String, String)]
    ) -> ReceivedAnswer {
        let request = HTTPRequest(
            "POST", "http://127.0.0.1:\(port)\(target)",
            fields: fields.map { ($0.0, $0.1) }, body: body)
        guard case .success(let answer) = session.send(request, patience) else {
            return ReceivedAnswer(status: 0, body: [])
        }
        return ReceivedAnswer(
            status: answer.status, mediaType: answer.field("Content-Type"),
            signature: answer.field("PJS-MAC"), body: answer.body)
    }
}
