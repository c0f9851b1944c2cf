import HTTPClient
import Handheld

/// Carries one request at a time to the station over the process's only connection.
///
/// It believes nothing and decides nothing: what came is given back as it came.
final class HTTPClient: Sendable {
    private let session = HTTPSession()

    /// Sends one request and waits for what comes of it.
    func send(_ request: OutgoingRequest, to server: ServerAddress) -> TransportOutcome {
        let message = HTTPRequest(
            request.method, server.url(of: request.target),
            fields: request.fields.map { ($0.name, $0.value) }, body: request.body)
        let patience = HTTPPatience(
            wholeMilliseconds: request.replyLimitMilliseconds,
            answerBytesMax: OutgoingRequest.answerBytesMax)
        switch session.send(message, patience) {
        case .success(let answer):
            return .answered(
                ReceivedAnswer(
                    status: answer.status, mediaType: answer.field("Content-Type"),
                    signature: answer.field("PJS-MAC"), retryAfter: answer.field("Retry-After"),
                    uploadOffset: answer.field("Upload-Offset"),
                    uploadComplete: answer.field("Upload-Complete"), body: answer.body))
        case .failure(.unreachable): return .unreachable
        case .failure(.timedOut): return .timedOut
        case .failure(.cut): return .cut
        case .failure(.notHTTP), .failure(.tooLong): return .notHTTP
        }
    }
}
