/// SHA-256 (FIPS 180-4).
public struct SHA256: Sendable {
    private var state = SHA256.initialState
    private var block = InlineArray<64, UInt8>(repeating: 0)
    private var blockCount = 0
    private var byteCount: UInt64 = 0

    /// A hash of nothing yet.
    public init() {}

    /// The hash of the given bytes.
    public static func hash(_ bytes: [UInt8]) -> Digest { hash(bytes.span) }

    /// The hash of the given bytes.
    public static func hash(_ bytes: ArraySlice<UInt8>) -> Digest { hash(bytes.span) }

    private static func hash(_ bytes: Span<UInt8>) -> Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finalize()
    }

    /// Takes in more bytes.
    public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

    /// Takes in more bytes.
    public mutating func update(_ bytes: ArraySlice<UInt8>) { update(bytes.span) }

    /// Takes in the UTF-8 of a text.
    public mutating func update(_ text: String) { update(Array(text.utf8).span) }

    /// Takes in more bytes.
    public mutating func update(_ bytes: Span<UInt8>) {
        byteCount += UInt64(bytes.count)
        var index = 0
        while blockCount > 0, index < bytes.count {
            append(bytes[index])
            index += 1
        }
        while index + SHA256.blockSize <= bytes.count {
            SHA256.compress(bytes, from: index, into: &state)
            index += SHA256.blockSize
        }
        while index < bytes.count {
            append(bytes[index])
            index += 1
        }
    }

    /// The hash of all bytes taken in so far; more may follow.
    public func finalize() -> Digest {
        var last = self
        last.close()
        return last.digest
    }

    private mutating func close() {
        let bitCount = byteCount &* 8
        append(0x80)
        while blockCount != SHA256.blockSize - 8 { append(0) }
        for shift in stride(from: 56, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
        }
    }

    private var digest: Digest {
        Digest(
            words: (
                UInt64(state[0]) << 32 | UInt64(state[1]),
                UInt64(state[2]) << 32 | UInt64(state[3]),
                UInt64(state[4]) << 32 | UInt64(state[5]), UInt64(state[6]) << 32 | UInt64(state[7])
            ))
    }

    private mutating func append(_ byte: UInt8) {
        block[blockCount] = byte
        blockCount += 1
        guard blockCount == SHA256.blockSize else { return }
        blockCount = 0
        let full = block
        SHA256.compress(full.span, from: 0, into: &state)
    }
}

/// HMAC-SHA256 (FIPS 198-1, RFC 2104).
public enum HMAC {
    /// The code of a message under a key of any length.
    public static func code(key: [UInt8], message: [UInt8]) -> Digest {
        var padded = key.count > SHA256.blockSize ? SHA256.hash(key).bytes : key
        padded.append(contentsOf: repeatElement(0, count: SHA256.blockSize - padded.count))
        var inner = SHA256()
        inner.update(padded.map { $0 ^ 0x36 })
        inner.update(message)
        var outer = SHA256()
        outer.update(padded.map { $0 ^ 0x5C })
        outer.update(inner.finalize().bytes)
        return outer.finalize()
    }
}
