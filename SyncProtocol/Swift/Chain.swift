/// The hash chain of a stream (PJS section 5.1).
public enum Chain {
    /// H(0): the head of a stream without entries.
    public static func genesis(device: String, stream: String) -> Digest {
        SHA256.hash(Array("PJS1-genesis\n\(device)\n\(stream)\n".utf8))
    }

    /// H(s) from H(s−1) and the bytes of line s.
    public static func link(_ previous: Digest, _ line: [UInt8]) -> Digest {
        link(previous, line[...])
    }

    /// H(s) from H(s−1) and the bytes of line s.
    public static func link(_ previous: Digest, _ line: ArraySlice<UInt8>) -> Digest {
        var hash = SHA256()
        hash.update(entryPrefix)
        hash.update(previous)
        hash.update(line)
        return hash.finalize()
    }

    private static let entryPrefix = Array("PJS1-entry\n".utf8)
}

/// The 32-byte key K of one handheld, with its number (PJS sections 5.3 and 11).
public struct DeviceKey: Sendable, Equatable {
    public static let size = 32

    public let bytes: [UInt8]
    public let number: Int

    /// A key of exactly 32 bytes, or nil.
    public init?(bytes: [UInt8], number: Int = 1) {
        guard bytes.count == DeviceKey.size, number >= 1 else { return nil }
        self.bytes = bytes
        self.number = number
    }

    /// The key of a handheld, derived from the server's master key (PJS section 11.2).
    public static func derived(master: [UInt8], device: String, number: Int) -> DeviceKey {
        let code = HMAC.code(key: master, message: Array("PJS1-dev\n\(device)\n\(number)\n".utf8))
        guard let key = DeviceKey(bytes: code.bytes, number: number) else {
            preconditionFailure("key numbers begin at 1")
        }
        return key
    }

    /// Vouches for a chain head: sent with each push.
    public func headCode(device: String, stream: String, sequence: Int, head: Digest) -> Digest {
        code("PJS1-head\n\(device)\n\(stream)\n\(sequence)\n\(head.hex)\n")
    }

    /// Vouches for an acknowledgement in a reply that travels as a file.
    public func acknowledgementCode(
        device: String, stream: String, at: Int, head: Digest
    ) -> Digest {
        code("PJS1-ack\n\(device)\n\(stream)\n\(at)\n\(head.hex)\n")
    }

    /// Vouches for a directive of the server.
    public func directiveCode(
        device: String, id: String, what: String, arguments: CanonicalObject
    ) -> Digest {
        let hash = SHA256.hash(arguments.encoded())
        return code("PJS1-dir\n\(device)\n\(id)\n\(what)\n\(hash.hex)\n")
    }

    /// Answers an unlock challenge; people type `Code32.reference` of it.
    public func unlockCode(device: String, challenge: String) -> Digest {
        code("PJS1-unlock\n\(device)\n\(challenge)\n")
    }

    /// The receipt of a closed day.
    public func receiptCode(day: String, manifest: Digest) -> Digest {
        code("PJS1-receipt\n\(day)\n\(manifest.hex)\n")
    }

    func code(_ text: String) -> Digest { HMAC.code(key: bytes, message: Array(text.utf8)) }
}
