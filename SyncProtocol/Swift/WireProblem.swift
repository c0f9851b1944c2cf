/// An error answer: `application/problem+json` of RFC 9457 with `code` and `retry`
/// (PJS section 13). Programs decide from these two, never from the texts.
public struct WireProblem: Error, Sendable, Equatable {
    public let code: Code
    /// One sentence for a log; never repeats the input.
    public let detail: String
    /// Further fields: `wait_s`, `last`, `left`, `max`.
    public let extra: CanonicalObject

    public static let mediaType = "application/problem+json"

    public init(_ code: Code, detail: String = "", extra: CanonicalObject = [:]) {
        self.code = code
        self.detail = detail
        self.extra = extra
    }

    /// What a handheld may do next.
    public enum Retry: String, Sendable {
        case now, after, auth, never, person
    }

    /// Every error code of version 1 that is an HTTP status of its own.
    public enum Code: String, Sendable, CaseIterable {
        case badFrame = "bad_frame"
        case badSection = "bad_section"
        case badSignature = "bad_signature"
        case codeWrong = "code_wrong"
        case deviceUnknown = "dev_unknown"
        case noSuchEndpoint = "no_such_endpoint"
        case notFound = "not_found"
        case notListed = "not_listed"
        case mismatchingOffset = "mismatching_offset"
        case range
        case blobHashMismatch = "blob_hash_mismatch"
        case lengthMismatch = "length_mismatch"
        case methodNotAllowed = "method_not_allowed"
        case concurrent
        case staleCounter = "stale_counter"
        case codeExpired = "code_expired"
        case lengthRequired = "length_required"
        case tooLarge = "too_large"
        case mediaType = "media_type"
        case slowDown = "slow_down"
        case serverError = "server_error"
        case maintenance
        case busy
        case serverFull = "server_full"

        public var status: Int {
            switch self {
            case .badFrame, .badSection: 400
            case .badSignature, .codeWrong: 401
            case .deviceUnknown, .notListed: 403
            case .noSuchEndpoint, .notFound: 404
            case .methodNotAllowed: 405
            case .concurrent, .staleCounter, .mismatchingOffset: 409
            case .codeExpired: 410
            case .lengthRequired: 411
            case .tooLarge: 413
            case .mediaType: 415
            case .range: 416
            case .blobHashMismatch, .lengthMismatch: 422
            case .slowDown: 429
            case .serverError: 500
            case .maintenance, .busy: 503
            case .serverFull: 507
            }
        }

        public var retry: Retry {
            switch self {
            case .badFrame, .badSection, .staleCounter, .tooLarge, .mismatchingOffset,
                .blobHashMismatch, .lengthMismatch:
                .now
            case .badSignature, .codeWrong: .auth
            case .deviceUnknown, .notListed, .noSuchEndpoint, .notFound, .codeExpired: .person
            case .methodNotAllowed, .lengthRequired, .mediaType, .range: .never
            case .concurrent, .slowDown, .serverError, .maintenance, .busy, .serverFull: .after
            }
        }

        var title: String {
            switch self {
            case .badFrame: "The frame has no valid end line"
            case .badSection: "A section of the frame is wrong"
            case .badSignature: "The signature is missing or wrong"
            case .codeWrong: "The enrolment code is wrong"
            case .deviceUnknown: "The handheld is not known or not the signer"
            case .noSuchEndpoint: "There is no such endpoint"
            case .notFound: "There is no such thing"
            case .notListed: "No fact of this handheld lists the blob"
            case .mismatchingOffset: "The piece does not follow what is here"
            case .range: "The range lies outside"
            case .blobHashMismatch: "The content has another hash"
            case .lengthMismatch: "The length is another than was said"
            case .methodNotAllowed: "The method is not allowed here"
            case .concurrent: "Another exchange of this handheld is running"
            case .staleCounter: "The request counter is not above the last one"
            case .codeExpired: "The enrolment code is used up or too old"
            case .lengthRequired: "Content-Length is required"
            case .tooLarge: "The body is too large"
            case .mediaType: "The media type or coding is not accepted"
            case .slowDown: "Too many requests"
            case .serverError: "The server met an error"
            case .maintenance: "The server is being maintained"
            case .busy: "The server is busy"
            case .serverFull: "The server's storage is full"
            }
        }
    }

    public func encoded() -> [UInt8] {
        var object = extra
        object["type"] = .text("urn:pjs:1:\(code.rawValue)")
        object["title"] = .text(code.title)
        object["status"] = .integer(code.status)
        object["code"] = .text(code.rawValue)
        object["retry"] = .text(code.retry.rawValue)
        if !detail.isEmpty { object["detail"] = .text(detail) }
        return object.encoded()
    }

    /// Reads an error body; nil if it is none of ours (it then counts by its status).
    public init?(decoding body: [UInt8]) {
        guard let object = try? CanonicalObject(decoding: body), let word = object["code"]?.text,
            let code = Code(rawValue: word)
        else { return nil }
        var extra = object
        for key in ["type", "title", "status", "code", "retry", "detail"] { extra[key] = nil }
        self.init(code, detail: object["detail"]?.text ?? "", extra: extra)
    }
}
