/// Why an exchange brought no answer that may be believed.
package enum ExchangeFailure: Equatable, Sendable {
    /// No connection came about: no network, no such host, nobody listens.
    case unreachable
    /// The connection ended in the middle of the request or of the answer.
    case cut
    /// No answer within the time limit.
    case timedOut
    /// 2xx, 404, 409 or 422 without a right signature, media type or end line: something between
    /// this handheld and the station answered, most likely a captive portal.
    case notPJS
    /// A redirect or 421. It is never followed.
    case redirected
    /// The server, or something before it, refused the whole request.
    case refused(Refusal)

    /// A status other than 200.
    package struct Refusal: Equatable, Sendable {
        /// The HTTP status.
        package let status: Int
        /// The `code` of the problem body, empty when the body could not be read.
        package let code: String
        /// `Retry-After` or `wait_s`.
        package let waitSeconds: Int?
        /// Whether the answer carried a right `PJS-MAC`.
        package let isSigned: Bool
        /// The counter that the server saw last, in a `stale_counter` answer.
        package let lastCounter: Int?
        /// The largest body the server takes, in a `too_large` answer.
        package let bytesMax: Int?

        package init(
            status: Int, code: String, waitSeconds: Int? = nil, isSigned: Bool = false,
            lastCounter: Int? = nil, bytesMax: Int? = nil
        ) {
            self.status = status
            self.code = code
            self.waitSeconds = waitSeconds
            self.isSigned = isSigned
            self.lastCounter = lastCounter
            self.bytesMax = bytesMax
        }
    }

    /// The word by which the failure is counted, shown and reported (PJS 13).
    package var code: String {
        switch self {
        case .unreachable: "no_network"
        case .cut: "cut"
        case .timedOut: "timeout"
        case .notPJS: "not_pjs"
        case .redirected: "misconfigured_endpoint"
        case .refused(let refusal):
            refusal.code.isEmpty ? "http_\(refusal.status)" : refusal.code
        }
    }
}
