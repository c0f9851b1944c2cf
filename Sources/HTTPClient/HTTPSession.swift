import Synchronization

/// Sends one request at a time and keeps the connection for the next one.
///
/// A thread that waits for an answer sleeps. Redirects are not followed; no proxy, cookie, cache
/// or credential store is used.
package final class HTTPSession: Sendable {
    private let easy = Mutex<EasyHandle?>(nil)

    package init() {}

    /// Sends a request and waits for what comes of it.
    package func send(
        _ request: HTTPRequest, _ patience: HTTPPatience
    ) -> Result<HTTPAnswer, HTTPFailure> {
        easy.withLock { slot in
            if slot == nil { slot = EasyHandle() }
            switch slot {
            case .some(let easy): return easy.send(request, patience)
            case .none: return .failure(.unreachable)
            }
        }
    }
}
