import Central
import Foundation
import FoundationNetworking
import HTTPWire
import Handheld
import Platform
import Synchronization

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

/// One kept connection to the server, by the same library that carries a handheld's requests.
final class LoopbackClient: BenchClient {
    private let port: Int
    private let session = URLSession(configuration: .ephemeral)

    init(port: Int) { self.port = port }

    func post(
        _ target: String, _ body: [UInt8], fields: [(String, String)]
    ) -> ReceivedAnswer {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(target)") else {
            return ReceivedAnswer(status: 0, body: [])
        }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = Data(body)
        for (name, value) in fields { request.setValue(value, forHTTPHeaderField: name) }
        let result = Mutex(ReceivedAnswer(status: 0, body: []))
        let done = DispatchSemaphore(value: 0)
        session.dataTask(with: request) { data, response, _ in
            if let response = response as? HTTPURLResponse {
                let answer = ReceivedAnswer(
                    status: response.statusCode,
                    mediaType: response.value(forHTTPHeaderField: "Content-Type"),
                    signature: response.value(forHTTPHeaderField: "PJS-MAC"),
                    body: data.map(Array.init) ?? [])
                result.withLock { $0 = answer }
            }
            done.signal()
        }.resume()
        done.wait()
        return result.withLock { $0 }
    }
}
