/// Eight bytes at once: long texts are looked through in an eighth of the steps.
struct ByteWord {
    /// How many bytes a word has.
    static let byteCount = 8

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The first byte is the lowest.
    private let bits: UInt64

    /// The eight bytes from a place on.
    @inline(__always)
    init(_ bytes: Span<UInt8>, at start: Int) {
        let eight = bytes.extracting(start..<start + ByteWord.byteCount)
        var bits = UInt64(eight[0])
        for index in 1..<ByteWord.byteCount { bits |= UInt64(eight[index]) << UInt64(8 * index) }
        self.bits = bits
    }

    /// Whether all bytes are ASCII.
    @inline(__always)
    var isASCII: Bool { bits & ByteWord.highs == 0 }

    /// The places of a byte.
    @inline(__always)
    func places(of byte: UInt8) -> Places {
        let equal = bits ^ (ByteWord.ones &* UInt64(byte))
        return Places(bits: (equal &- ByteWord.ones) & ~equal & ByteWord.highs)
    }

    /// The places of bytes below a limit of at most 0x80.
    @inline(__always)
    func places(below limit: UInt8) -> Places {
        Places(bits: (bits &- ByteWord.ones &* UInt64(limit)) & ~bits & ByteWord.highs)
    }

    /// Places in a word: the first one is right, and if there is one there is a first one. After it
    /// there may be places that are none.
    struct Places {
        fileprivate var bits: UInt64

        /// The first one, counted from 0.
        @inline(__always)
        var first: Int? { bits == 0 ? nil : bits.trailingZeroBitCount / ByteWord.byteCount }

        @inline(__always)
        func or(_ other: Places) -> Places { Places(bits: bits | other.bits) }
    }
}

extension Span<UInt8> {
    /// The first place of a byte at or after an index.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        while index + ByteWord.byteCount <= count {
            if let first = ByteWord(self, at: index).places(of: byte).first { return index + first }
            index += ByteWord.byteCount
        }
        while index < count {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }
}
