import SyncProtocol

/// One request to the station, written and signed; the edge only carries it.
package struct OutgoingRequest: Equatable, Sendable {
    /// In capitals: `POST`.
    package let method: String
    /// Path and query on the server: `/pjs/1/exchange`.
    package let target: String
    package let fields: [Field]
    package let body: [UInt8]
    /// When to give up waiting for the whole answer.
    package let replyLimitMilliseconds: Int

    package init(
        method: String, target: String, fields: [Field], body: [UInt8],
        replyLimitMilliseconds: Int
    ) {
        self.method = method
        self.target = target
        self.fields = fields
        self.body = body
        self.replyLimitMilliseconds = replyLimitMilliseconds
    }

    /// One header field.
    package struct Field: Equatable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The media type of frames.
    package static let frameMediaType = "application/pjs+ndjson"
    /// The media type of a piece of a blob.
    package static let pieceMediaType = "application/partial-upload"
    /// The largest body that an answer may have; the edge stops reading past it.
    package static let answerBytesMax = Limits.responseFrameBytesMax
}

/// What came of one request, as the edge saw it. Nothing of it is believed yet.
package enum TransportOutcome: Equatable, Sendable {
    /// A whole HTTP answer, of whomever.
    case answered(ReceivedAnswer)
    /// No connection came about.
    case unreachable
    /// The connection ended too early.
    case cut
    /// The reply limit passed.
    case timedOut
    /// Something answered that is no HTTP, or too much of it, or has no certificate for the name.
    case notHTTP
}

/// An HTTP answer, its body decoded.
package struct ReceivedAnswer: Equatable, Sendable {
    package let status: Int
    package let mediaType: String?
    /// The value of `PJS-MAC`.
    package let signature: String?
    /// The value of `Retry-After`.
    package let retryAfter: String?
    /// The values of `Upload-Offset` and `Upload-Complete`.
    package let uploadOffset: String?
    package let uploadComplete: String?
    package let body: [UInt8]

    package init(
        status: Int, mediaType: String? = nil, signature: String? = nil, retryAfter: String? = nil,
        uploadOffset: String? = nil, uploadComplete: String? = nil, body: [UInt8]
    ) {
        self.status = status
        self.uploadOffset = uploadOffset
        self.uploadComplete = uploadComplete
        self.mediaType = mediaType
        self.signature = signature
        self.retryAfter = retryAfter
        self.body = body
    }
}
