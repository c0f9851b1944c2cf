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

    /// Takes in the 32 bytes of a digest.
    public mutating func update(_ digest: Digest) {
        let words = digest.words
        update(words.0)
        update(words.1)
        update(words.2)
        update(words.3)
    }

    /// Takes in more bytes.
    public mutating func update(_ bytes: Span<UInt8>) {
        byteCount += UInt64(bytes.count)
        var index = 0
        if blockCount > 0 {
            index = min(SHA256.blockSize - blockCount, bytes.count)
            append(bytes.extracting(0..<index))
        }
        let end = bytes.count - (bytes.count - index) % SHA256.blockSize
        if index < end {
            SHA256.compress(bytes.extracting(index..<end), into: &state)
            index = end
        }
        if index < bytes.count { append(bytes.extracting(index..<bytes.count)) }
    }

    /// The hash of all bytes taken in so far; more may follow.
    public func finalize() -> Digest {
        var last = self
        last.close()
        return last.digest
    }

    private mutating func close() {
        let bitCount = byteCount &* 8
        block[blockCount] = 0x80
        for index in blockCount + 1..<SHA256.blockSize { block[index] = 0 }
        if blockCount >= SHA256.blockSize - 8 {
            takeBlock()
            block = InlineArray(repeating: 0)
        }
        for index in 0..<8 {
            block[SHA256.blockSize - 1 - index] = UInt8(
                truncatingIfNeeded: bitCount >> UInt64(8 * index))
        }
        takeBlock()
    }

    private var digest: Digest {
        Digest(
            words: (
                UInt64(state[0]) << 32 | UInt64(state[1]),
                UInt64(state[2]) << 32 | UInt64(state[3]),
                UInt64(state[4]) << 32 | UInt64(state[5]), UInt64(state[6]) << 32 | UInt64(state[7])
            ))
    }

    /// Takes in a word, most significant byte first.
    private mutating func update(_ word: UInt64) {
        var bytes = InlineArray<8, UInt8>(repeating: 0)
        for index in 0..<8 {
            bytes[index] = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * index))
        }
        update(bytes.span)
    }

    /// Keeps bytes that are at most the rest of the block.
    private mutating func append(_ bytes: Span<UInt8>) {
        for index in bytes.indices { block[blockCount + index] = bytes[index] }
        blockCount += bytes.count
        if blockCount == SHA256.blockSize { takeBlock() }
    }

    private mutating func takeBlock() {
        blockCount = 0
        let full = block
        SHA256.compress(full.span, into: &state)
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
