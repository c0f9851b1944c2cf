import Foundation
import FoundationNetworking
import Handheld
import Platform
import Synchronization

/// Carries one request at a time to the station over the process's only URLSession.
///
/// It believes nothing and decides nothing: what came is given back as it came. Redirects are
/// refused; no proxy, cookie, cache or credential store is used.
final class HTTPClient: Sendable {
    /// The longest time until a request has begun to leave.
    static let connectMilliseconds = 15_000
    /// The longest silence on an open connection.
    static let silenceSeconds = 30.0

    private let delegate = HTTPClientDelegate()
    private let session = Mutex<URLSession?>(nil)

    /// Sends one request and waits for what comes of it.
    func send(_ request: OutgoingRequest, to server: ServerAddress) -> TransportOutcome {
        var message = URLRequest(url: server.url(of: request.target))
        message.httpMethod = request.method
        if !request.body.isEmpty { message.httpBody = Data(request.body) }
        for field in request.fields {
            message.setValue(field.value, forHTTPHeaderField: field.name)
        }
        let running = RunningRequest()
        let task = openSession().dataTask(with: message)
        delegate.follow(task, as: running)
        defer { delegate.follow(nil, as: nil) }
        let connectLimit = Deadline(after: Self.connectMilliseconds)
        let replyLimit = Deadline(after: request.replyLimitMilliseconds)
        task.resume()
        guard running.hasBegun(by: connectLimit) else {
            task.cancel()
            return .unreachable
        }
        guard let outcome = running.outcome(by: replyLimit) else {
            task.cancel()
            return .timedOut
        }
        return outcome
    }

    private func openSession() -> URLSession {
        session.withLock { session in
            if let session { return session }
            let configuration = URLSessionConfiguration.ephemeral
            configuration.timeoutIntervalForRequest = Self.silenceSeconds
            configuration.urlCache = nil
            configuration.httpCookieStorage = nil
            configuration.urlCredentialStorage = nil
            let opened = URLSession(
                configuration: configuration, delegate: delegate, delegateQueue: nil)
            session = opened
            return opened
        }
    }
}

/// What has come of one request so far; written by the session's queue, read by the caller.
private final class RunningRequest: Sendable {
    private struct State {
        var status: Int?
        var fields: [String: String] = [:]
        var body: [UInt8] = []
        var isTooLong = false
    }

    private let state = Mutex(State())
    private let result = Mutex<TransportOutcome?>(nil)
    /// Closed until the request has begun to leave, and until all is over.
    private let begun = Gate(places: 1)
    private let ended = Gate(places: 1)

    init() {
        let now = Deadline(after: 0)
        _ = begun.enter(until: now)
        _ = ended.enter(until: now)
    }

    func hasBegun(by limit: Deadline) -> Bool { begun.enter(until: limit) }

    func outcome(by limit: Deadline) -> TransportOutcome? {
        guard ended.enter(until: limit) else { return nil }
        return result.withLock { $0 }
    }

    func begin() { begun.leave() }

    private static let fieldNames = [
        "Content-Type", "PJS-MAC", "Retry-After", "Upload-Offset", "Upload-Complete",
    ]

    func receive(_ response: HTTPURLResponse) {
        state.withLock { state in
            state.status = response.statusCode
            for name in Self.fieldNames {
                state.fields[name] = response.value(forHTTPHeaderField: name)
            }
        }
    }

    /// False when the body is longer than any answer of a station.
    func receive(_ data: Data) -> Bool {
        state.withLock { state in
            state.isTooLong =
                state.isTooLong || state.body.count + data.count > OutgoingRequest.answerBytesMax
            if !state.isTooLong { state.body += data }
            return !state.isTooLong
        }
    }

    func end(_ failure: URLError.Code?) {
        let outcome = state.withLock { Self.outcome(of: $0, failure) }
        result.withLock { $0 = outcome }
        begun.leave()
        ended.leave()
    }

    private static func outcome(
        of state: State, _ failure: URLError.Code?
    ) -> TransportOutcome {
        if state.isTooLong { return .notHTTP }
        switch failure {
        case nil:
            guard let status = state.status else { return .cut }
            return .answered(
                ReceivedAnswer(
                    status: status, mediaType: state.fields["Content-Type"],
                    signature: state.fields["PJS-MAC"], retryAfter: state.fields["Retry-After"],
                    uploadOffset: state.fields["Upload-Offset"],
                    uploadComplete: state.fields["Upload-Complete"], body: state.body))
        case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet:
            return .unreachable
        case .timedOut: return .timedOut
        case .unsupportedURL, .secureConnectionFailed, .serverCertificateUntrusted,
            .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot,
            .serverCertificateNotYetValid:
            return .notHTTP
        case .some: return .cut
        }
    }
}

/// Hears of the session's tasks; those that were given up say nothing more.
private final class HTTPClientDelegate: NSObject, URLSessionDataDelegate {
    private let current = Mutex<(task: Int, request: RunningRequest)?>(nil)

    func follow(_ task: URLSessionTask?, as request: RunningRequest?) {
        let following = task.flatMap { task in request.map { (task.taskIdentifier, $0) } }
        current.withLock { $0 = following }
    }

    private func request(of task: URLSessionTask) -> RunningRequest? {
        current.withLock { $0?.task == task.taskIdentifier ? $0?.request : nil }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse, newRequest: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didSendBodyData sent: Int64,
        totalBytesSent: Int64, totalBytesExpectedToSend: Int64
    ) {
        request(of: task)?.begin()
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        request(of: dataTask)?.begin()
        if let response = response as? HTTPURLResponse {
            request(of: dataTask)?.receive(response)
        }
        completionHandler(.allow)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data
    ) {
        if request(of: dataTask)?.receive(data) == false { dataTask.cancel() }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
    ) {
        request(of: task)?.end((error as? URLError)?.code ?? error.map { _ in .unknown })
    }
}
