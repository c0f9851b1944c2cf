import SyncEngine
import SyncProtocol

/// Decides what of an HTTP answer may be believed (PJS 7.2, 7.4, 13).
enum AnswerReader {
    /// Reads the answer to the exchange that carried `signature`.
    static func exchange(
        _ answer: ReceivedAnswer, to signature: RequestSignature, key: DeviceKey
    ) -> Reading<ExchangeResponse> {
        read(answer, to: signature, key: key) { try? ExchangeResponse(decoding: $0) }
    }

    /// Reads the answer to the request for lines that carried `signature`.
    static func lines(
        _ answer: ReceivedAnswer, to signature: RequestSignature, key: DeviceKey
    ) -> Reading<LinesAnswer> {
        read(answer, to: signature, key: key) { try? LinesAnswer(decoding: $0) }
    }

    /// Reads the answer to a request about a blob (PJS 7.6). Without a right signature nothing is
    /// believed, least of all that the server has it.
    static func blob(
        _ answer: ReceivedAnswer, to signature: RequestSignature, key: DeviceKey
    ) -> BlobUpload.Event {
        let expected = signature.answerCode(
            key: key, status: answer.status, offset: answer.uploadOffset ?? "-",
            complete: answer.uploadComplete ?? "-", body: answer.body)
        let given = answer.signature.flatMap { Digest(hex: $0) }
        let isSigned = given.map { $0.equalsInConstantTime(expected) } ?? false
        let offset = answer.uploadOffset.flatMap(seconds)
        switch (answer.status, answer.uploadComplete) {
        case (200, "?1"), (204, "?1"), (409, "?1"):
            guard isSigned, let offset else { return .failed(.notPJS) }
            return .told(have: offset, isComplete: true)
        case (204, "?0"), (409, "?0"):
            guard isSigned, let offset else { return .failed(.notPJS) }
            return .told(have: offset, isComplete: false)
        case (200..<300, _): return .failed(.notPJS)
        case (404, nil) where isSigned && answer.body.isEmpty:
            return .told(have: 0, isComplete: false)
        default:
            let refusal = refusal(answer, isSigned: isSigned)
            let isContent = isSigned && contentCodes.contains(refusal.code)
            return isContent ? .contentRefused(code: refusal.code) : .failed(.refused(refusal))
        }
    }

    private static let contentCodes: Set = ["blob_hash_mismatch", "length_mismatch"]

    /// The content of a blob that was asked for; nil for any other answer, or one without a right
    /// signature.
    static func content(
        _ answer: ReceivedAnswer, to signature: RequestSignature, key: DeviceKey
    ) -> [UInt8]? {
        let expected = signature.answerCode(
            key: key, status: answer.status, offset: answer.uploadOffset ?? "-",
            complete: answer.uploadComplete ?? "-", body: answer.body)
        let given = answer.signature.flatMap { Digest(hex: $0) }
        let isSigned = given.map { $0.equalsInConstantTime(expected) } ?? false
        return isSigned && answer.status == 200 ? answer.body : nil
    }

    /// What may be believed of an answer.
    enum Reading<Frame> {
        case success(Frame)
        case failure(ExchangeFailure)
    }

    private static func read<Frame>(
        _ answer: ReceivedAnswer, to signature: RequestSignature, key: DeviceKey,
        _ decode: ([UInt8]) -> Frame?
    ) -> Reading<Frame> {
        let expected = signature.answerCode(key: key, status: answer.status, body: answer.body)
        let given = answer.signature.flatMap { Digest(hex: $0) }
        let isSigned = given.map { $0.equalsInConstantTime(expected) } ?? false
        guard answer.status == 200 else {
            return .failure(.refused(refusal(answer, isSigned: isSigned)))
        }
        guard isSigned, mediaType(answer.mediaType) == OutgoingRequest.frameMediaType,
            let frame = decode(answer.body)
        else { return .failure(.notPJS) }
        return .success(frame)
    }

    private static func refusal(
        _ answer: ReceivedAnswer, isSigned: Bool
    ) -> ExchangeFailure.Refusal {
        let object = try? CanonicalObject(decoding: answer.body)
        let code = object?["code"]?.text ?? ""
        return ExchangeFailure.Refusal(
            status: answer.status, code: WireText.isKind(code) ? code : "",
            waitSeconds: answer.retryAfter.flatMap(seconds) ?? object?["wait_s"]?.integer,
            isSigned: isSigned, lastCounter: object?["last"]?.integer,
            bytesMax: object?["max"]?.integer)
    }

    /// The part before parameters, in small letters.
    private static func mediaType(_ value: String?) -> String? {
        value?.split(separator: ";").first.map { part in
            String(part.drop { $0 == " " }.prefix { $0 != " " }).lowercased()
        }
    }

    /// A whole number of seconds; a date is not read.
    private static func seconds(_ text: String) -> Int? {
        let digits = text.utf8
        guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }
}
