import CSHA256

/// The processor's own instructions for SHA-256, which some have.
enum BlockInstructions {
    static let areThere = waybook_sha256_is_there() != 0

    /// Takes whole blocks of 64 bytes into the state. Only where the instructions are.
    static func compress(_ blocks: Span<UInt8>, into state: inout InlineArray<8, UInt32>) {
        var whole = waybook_sha256_state(
            first: SIMD4(state[0], state[1], state[2], state[3]),
            second: SIMD4(state[4], state[5], state[6], state[7]))
        for start in stride(from: 0, to: blocks.count, by: SHA256.blockSize) {
            let block = blocks.extracting(start..<start + SHA256.blockSize)
            whole = waybook_sha256_block(
                whole, words(block, 0), words(block, 16), words(block, 32), words(block, 48))
        }
        for index in 0..<4 {
            state[index] = whole.first[index]
            state[4 + index] = whole.second[index]
        }
    }

    /// Four words, each most significant byte first.
    @inline(__always)
    private static func words(_ block: Span<UInt8>, _ at: Int) -> SIMD4<UInt32> {
        SIMD4(
            word(block, at), word(block, at + 4), word(block, at + 8), word(block, at + 12))
    }

    @inline(__always)
    private static func word(_ block: Span<UInt8>, _ at: Int) -> UInt32 {
        UInt32(block[at]) << 24 | UInt32(block[at + 1]) << 16
            | UInt32(block[at + 2]) << 8 | UInt32(block[at + 3])
    }
}
