import Foundation
import FoundationNetworking
import Handheld
import Synchronization

/// One kept connection to the server, by the same library that carries a handheld's requests.
final class LoopbackClient {
    private let port: Int
    private let session = URLSession(configuration: .ephemeral)

    init(port: Int) { self.port = port }

    /// Sends a request and waits for its answer; status 0 when none came.
    func send(_ request: OutgoingRequest) -> ReceivedAnswer {
        post(
            request.target, request.body,
            fields: request.fields.map { ($0.name, $0.value) })
    }

    /// Asks for a key; the body of the answer.
    func enrol(_ body: [UInt8]) throws -> [UInt8] {
        let answer = post("/pjs/1/enrol", body, fields: [("Content-Type", "application/json")])
        try VoidRun.unless(answer.status == 200, "enrol: \(answer.status)")
        return answer.body
    }

    private func post(
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
