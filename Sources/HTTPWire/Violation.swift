/// Why the wire refused a request; the raw value is the status of the answer. After it the
/// connection ends.
package enum Violation: Int, Error, Hashable, Sendable, CaseIterable {
    /// The bytes are not a request.
    case badRequest = 400
    /// Head or body was not complete at its deadline. The server says so, not the parser.
    case requestTimeout = 408
    /// A method that has a body came without `Content-Length`.
    case lengthRequired = 411
    /// The declared length is over the limit; none of the body was read.
    case bodyTooLarge = 413
    /// The request line is over the limit.
    case requestLineTooLong = 414
    /// Request bodies are identity coded only.
    case contentCodingUnsupported = 415
    /// An expectation other than `100-continue`.
    case expectationFailed = 417
    /// The request names a host that this server does not answer for.
    case misdirected = 421
    /// The head is over the limit of bytes or of fields.
    case headTooLarge = 431
    /// Any `Transfer-Encoding`: chunked requests do not exist here.
    case transferCodingUnsupported = 501
    /// Any version but HTTP/1.1.
    case versionUnsupported = 505
}
