/// The request header `PJS-MAC: <dev>.<kid>.<counter>.<nonce>.<mac>` (PJS section 7.4).
public struct RequestSignature: Sendable, Equatable {
    /// The name of the header field, on requests and on answers.
    public static let fieldName = "PJS-MAC"
    /// Random bytes of a nonce; 22 characters in base64url.
    public static let nonceBytes = 16
    static let nonceLength = 22
    /// The longest header value that is read at all.
    static let lengthMax = 200

    public let device: String
    public let keyNumber: Int
    public let counter: Int
    public let nonce: String
    public let code: Digest

    /// Signs a request: `target` from `/pjs/` on with its query, `body` as sent.
    public init(
        key: DeviceKey, device: String, counter: Int, nonce: String, method: String, target: String,
        body: [UInt8]
    ) {
        self.init(
            key: key, device: device, counter: counter, nonce: nonce, method: method,
            target: target, bodyHash: SHA256.hash(body))
    }

    /// Signs a request whose body has this hash.
    public init(
        key: DeviceKey, device: String, counter: Int, nonce: String, method: String, target: String,
        bodyHash: Digest
    ) {
        self.device = device
        keyNumber = key.number
        self.counter = counter
        self.nonce = nonce
        code = RequestSignature.code(
            key: key, device: device, counter: counter, nonce: nonce, method: method,
            target: target, bodyHash: bodyHash)
    }

    /// Reads a header value; nil if it has not exactly the five parts in their alphabets.
    public init?(headerValue: String) {
        guard headerValue.utf8.count <= RequestSignature.lengthMax else { return nil }
        let parts = headerValue.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 5, WireText.isUUID(parts[0]), let number = WireText.positive(parts[1]),
            let counter = WireText.positive(parts[2]),
            parts[3].utf8.count == RequestSignature.nonceLength,
            Base64URL.bytes(of: parts[3]) != nil, let code = Digest(hex: parts[4])
        else { return nil }
        device = parts[0]
        keyNumber = number
        self.counter = counter
        nonce = parts[3]
        self.code = code
    }

    public var headerValue: String { "\(device).\(keyNumber).\(counter).\(nonce).\(code.hex)" }

    /// Whether this signature was made with the key over this request.
    public func isValid(key: DeviceKey, method: String, target: String, body: [UInt8]) -> Bool {
        isValid(key: key, method: method, target: target, bodyHash: SHA256.hash(body))
    }

    /// Whether this signature was made with the key over a request whose body has this hash.
    public func isValid(
        key: DeviceKey, method: String, target: String, bodyHash: Digest
    ) -> Bool {
        RequestSignature.code(
            key: key, device: device, counter: counter, nonce: nonce, method: method,
            target: target, bodyHash: bodyHash
        ).equalsInConstantTime(code)
    }

    /// The code of the answer to this request; `offset` and `isComplete` are the values of
    /// `Upload-Offset` and `Upload-Complete`, or `-`.
    public func answerCode(
        key: DeviceKey, status: Int, offset: String = "-", complete: String = "-", body: [UInt8]
    ) -> Digest {
        key.code(
            "PJS1-response\n\(device)\n\(counter)\n\(nonce)\n\(status)\n\(offset)\n\(complete)\n"
                + "\(SHA256.hash(body).hex)\n")
    }

    private static func code(
        key: DeviceKey, device: String, counter: Int, nonce: String, method: String, target: String,
        bodyHash: Digest
    ) -> Digest {
        key.code(
            "PJS1-request\n\(device)\n\(counter)\n\(nonce)\n\(method)\n\(target)\n"
                + "\(bodyHash.hex)\n")
    }
}
